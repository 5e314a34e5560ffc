import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PlanView } from '../../../app/api/plan-api.ts';
import type { Account } from '../../../plan/model/feeds.ts';
import { ClashBox } from '../../plans/conflict-box.tsx';
import { usePlans } from '../../plans/plans-context.ts';
import { AuthorField } from '../../ui/author-field.tsx';
import { ProblemBox } from '../../ui/fields.tsx';
import { useData, useDataWords } from '../data-context.tsx';
import { feedsDraftOf, rebasedFeeds, withoutAccount } from '../mapping/feeds-draft.ts';
import { useSaveFeeds } from '../mapping/use-save-feeds.ts';
import { sourceNamed, useSources } from '../use-sources.ts';

/** The places that numbers of a plan come from, and the way to let go of one. */
export function SourcesList({ view }: { readonly view: PlanView }) {
  const say = useDataWords().page;
  const [asking, setAsking] = useState('');
  if (view.plan.accounts.length === 0) return null;
  return (
    <section>
      <h2>{say.sources}</h2>
      <ul class="read">
        {view.plan.accounts.map((account) => (
          <li key={account.id} data-account={account.id}>
            {asking === account.id ? (
              <Disconnecting view={view} account={account} leave={() => setAsking('')} />
            ) : (
              <Source view={view} account={account} ask={() => setAsking(account.id)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SourceProps {
  readonly view: PlanView;
  readonly account: Account;
}

function Source({ view, account, ask }: SourceProps & { readonly ask: () => void }) {
  const { go } = usePlans();
  const say = useDataWords().page;
  const sources = useSources();
  const source = sourceNamed(account.source, sources);
  // Of a system that this version does not contain there is nothing to look at; it can be let go of.
  const isHere = sources.length === 0 || !!source;
  const { feeds, id } = view.plan;
  const count = feeds.filter((feed) => feed.account === account.id).length;
  return (
    <>
      <p class="line">
        <span class="title">{account.name}</span>
        <span class="muted">{source?.title ?? ''}</span>
      </p>
      <p class="doing">
        <span class="muted">{say.feeding({ count })}</span>
        {isHere && (
          <button
            type="button"
            class="link"
            aria-label={`${say.look}: ${account.name}`}
            onClick={() => go('connect', { plan: id, source: account.source, account: account.id })}
          >
            {say.look}
          </button>
        )}
        <button
          type="button"
          class="link"
          aria-label={`${say.disconnect}: ${account.name}`}
          onClick={ask}
        >
          {say.disconnect}
        </button>
      </p>
    </>
  );
}

function Disconnecting({ view, account, leave }: SourceProps & { readonly leave: () => void }) {
  const { setFeeding } = usePlans();
  const { say: tell } = useData();
  const say = useDataWords().page;
  const saving = useSaveFeeds();
  const stay = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => stay.current?.focus(), []);
  const done = (note: string) => {
    setFeeding(null);
    const messages = [say.disconnected({ name: account.name }), note].filter(Boolean);
    tell({ plan: view.plan.id, said: messages, problem: '' });
    leave();
  };
  const disconnect = () => saving.save(withoutAccount(feedsDraftOf(view), account.id), view, done);
  return (
    <div class="asking" role="alertdialog" aria-labelledby="disconnect-sure">
      <p id="disconnect-sure">{say.disconnectSure({ name: account.name })}</p>
      <AuthorField wrong={saving.nameless} />
      {saving.error && <ProblemBox>{saving.error.problem}</ProblemBox>}
      <ClashBox
        saving={saving}
        again={({ plan, base }) => saving.save(rebasedFeeds(plan, base), base, done)}
      />
      <button type="button" aria-disabled={saving.busy} onClick={disconnect}>
        {saving.busy ? say.disconnecting : say.yes}
      </button>
      <button type="button" class="quiet" ref={stay} onClick={leave}>
        {say.no}
      </button>
    </div>
  );
}
