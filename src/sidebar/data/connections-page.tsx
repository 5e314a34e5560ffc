import { useEffect } from 'preact/hooks';
import type { ConnectionFacts, QuotaStatus } from '../../app/api/data-api.ts';
import { usePlans } from '../plans/plans-context.ts';
import { useHeading } from '../shell/use-heading.ts';
import { ProblemBox } from '../ui/fields.tsx';
import { BackToData } from './back-to-data.tsx';
import { useData, useDataWords } from './data-context.tsx';
import { QuotaMeter } from './quota-meter.tsx';

/** Everything that any plan of this spreadsheet is connected with: whose it is, how fresh, what it costs. */
export function ConnectionsPage({ id }: { readonly id: string }) {
  const { start, problem, ask } = useData();
  const { connections: say, page } = useDataWords();
  const heading = useHeading('connections');
  useEffect(ask, []);
  return (
    <main class="data">
      <BackToData id={id} />
      <h1 ref={heading} tabIndex={-1}>
        {say.title}
      </h1>
      {!start && problem && <ProblemBox>{problem}</ProblemBox>}
      {!start && !problem && (
        <p class="muted" role="status">
          {page.opening}
        </p>
      )}
      {start?.connections.length === 0 && <p>{say.none}</p>}
      {start && start.connections.length > 0 && (
        <>
          <p class="muted">{say.why}</p>
          <ul class="standings">
            {start.connections.map((connection) => (
              <Connection
                key={connection.account}
                connection={connection}
                quota={start.quotas.find(({ account }) => account === connection.account)}
              />
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

interface ConnectionProps {
  readonly connection: ConnectionFacts;
  readonly quota: QuotaStatus | undefined;
}

function Connection({ connection, quota }: ConnectionProps) {
  const { go } = usePlans();
  const say = useDataWords().connections;
  const { account, where, by, plans } = connection;
  return (
    <li data-connection={account}>
      <p class="line">
        <span class="title">{where}</span>
      </p>
      {by !== '' && <p class="muted">{say.by({ by })}</p>}
      {plans.map(({ id, name, numbers, updated, trouble }) => (
        <div key={id}>
          <p class="doing">
            <button type="button" class="link" onClick={() => go('data', { plan: id })}>
              {name}
            </button>
            <span class="muted">
              {updated === '' ? say.never({ numbers }) : say.fresh({ numbers, updated })}
            </span>
          </p>
          {trouble !== '' && (
            <p class="error">
              <span aria-hidden="true">■</span> {trouble}
            </p>
          )}
        </div>
      ))}
      {quota && <QuotaMeter quota={quota} />}
    </li>
  );
}
