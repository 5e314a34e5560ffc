import type { AccountFacts } from '../../../app/api/data-api.ts';
import type { PlanView } from '../../../app/api/plan-api.ts';
import { usePlans } from '../../plans/plans-context.ts';
import { useDataWords } from '../data-context.tsx';
import { feedsDraftOf, inputsWith, withAccount } from '../mapping/feeds-draft.ts';

interface AccountCardProps {
  readonly facts: AccountFacts;
  readonly view: PlanView;
  /** On the button to another one; `''` where there is no list of them. */
  readonly other: string;
  readonly leave: () => void;
}

/** An account before it is used: what is to be known of it, what differs from the sheet. */
export function AccountCard({ facts, view, other, leave }: AccountCardProps) {
  const { feeding, setFeeding, go } = usePlans();
  const say = useDataWords().connect;
  const { account } = facts;
  const { plan } = view;
  const use = () => {
    const draft = feeding?.plan === plan.id ? feeding : feedsDraftOf(view);
    // Of a place that is connected already people have chosen what flows in, and what does not.
    const known = draft.accounts.some(({ id }) => id === account.id);
    const keys = new Set(inputsWith(plan, draft).map(({ key }) => key));
    const proposals = facts.proposals
      .filter(({ input }) => !known && keys.has(input))
      .map((feed) => ({ ...feed, account: account.id }));
    setFeeding(withAccount(draft, account, proposals));
    go('feeds', { plan: plan.id });
  };
  return (
    <section class="property">
      <dl class="more">
        {facts.details.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {facts.notices.map((notice) => (
        <p key={notice} class="notice">
          {notice}
        </p>
      ))}
      <p class="actions">
        <button type="button" class="main" onClick={use}>
          {say.use}
        </button>
        {other !== '' && (
          <button type="button" onClick={leave}>
            {other}
          </button>
        )}
      </p>
    </section>
  );
}
