import type { PropertyFacts } from '../../../app/api/data-api.ts';
import type { PlanView } from '../../../app/api/plan-api.ts';
import { usePlans } from '../../plans/plans-context.ts';
import { useData, useDataWords } from '../data-context.tsx';
import { feedsDraftOf, inputsWith, proposedFrom, withAccount } from '../mapping/feeds-draft.ts';

interface PropertyCardProps {
  readonly facts: PropertyFacts;
  readonly view: PlanView;
  readonly other: () => void;
}

/** A property before it is used: what differs from the sheet, and which key events there are. */
export function PropertyCard({ facts, view, other }: PropertyCardProps) {
  const { feeding, setFeeding, go } = usePlans();
  const { start } = useData();
  const say = useDataWords().connect;
  const { account, keyEvents } = facts;
  const { plan } = view;
  const { currency } = plan.circumstances;
  const use = () => {
    const draft = feeding?.plan === plan.id ? feeding : feedsDraftOf(view);
    // Of a place that is connected already people have chosen what flows in, and what does not.
    const known = draft.accounts.some(({ id }) => id === account.id);
    const proposals = inputsWith(plan, draft).flatMap(
      (input) => (known ? null : proposedFrom(input, account.id, keyEvents)) ?? [],
    );
    setFeeding(withAccount(draft, account, proposals));
    go('feeds', { plan: plan.id });
  };
  return (
    <section class="property">
      <dl class="more">
        <div>
          <dt>{say.zone}</dt>
          <dd>{account.zone}</dd>
        </div>
        <div>
          <dt>{say.currency}</dt>
          <dd>{account.currency}</dd>
        </div>
        <div>
          <dt>{say.keyEvents}</dt>
          <dd>{keyEvents.length > 0 ? keyEvents.join(', ') : say.noKeyEvents}</dd>
        </div>
      </dl>
      {start && start.zone !== account.zone && (
        <p class="notice">{say.otherZone(account.zone, start.zone)}</p>
      )}
      {account.currency !== currency && (
        <p class="notice">{say.otherCurrency(account.currency, currency)}</p>
      )}
      <p class="actions">
        <button type="button" class="main" onClick={use}>
          {say.use}
        </button>
        <button type="button" onClick={other}>
          {say.other}
        </button>
      </p>
    </section>
  );
}
