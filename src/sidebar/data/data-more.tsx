import type { DataStart } from '../../app/api/data-api.ts';
import { usePlans } from '../plans/plans-context.ts';
import { useData, useDataWords } from './data-context.tsx';
import { QuotaMeter } from './quota-meter.tsx';

interface MoreProps {
  readonly start: DataStart;
  readonly plan: string;
  readonly fed: boolean;
}

/** What is looked at now and then: the whole quarter anew, what happened, what is allowed. */
export function DataMore({ start, plan, fed }: MoreProps) {
  const { refreshing, refresh } = useData();
  const { go } = usePlans();
  const words = useDataWords();
  const say = words.page;
  return (
    <details class="more-ways">
      <summary>{say.more}</summary>
      {start.connections.length > 0 && (
        <p class="actions">
          <button type="button" data-connections onClick={() => go('connections', { plan })}>
            {words.connections.title}
          </button>
        </p>
      )}
      {fed && (
        <section>
          <p class="muted">{words.refresh.againWhy}</p>
          <button
            type="button"
            aria-disabled={refreshing !== null}
            onClick={() => refreshing === null && refresh(plan, true)}
          >
            {words.refresh.again}
          </button>
        </section>
      )}
      {start.quotas.length > 0 && (
        <section>
          <h2>{words.quota.title}</h2>
          <p class="muted">{words.quota.why}</p>
          {start.quotas.map((quota) => (
            <section key={quota.account}>
              <h3>{quota.name}</h3>
              <QuotaMeter quota={quota} />
            </section>
          ))}
        </section>
      )}
      <section>
        <h2>{say.log}</h2>
        {start.log.length === 0 && <p class="muted">{say.logNone}</p>}
        <ul class="read log">
          {start.log.map(({ when, what }, at) => (
            <li key={`${at} ${when}`}>
              <span class="muted">{when}</span> {what}
            </li>
          ))}
        </ul>
      </section>
    </details>
  );
}
