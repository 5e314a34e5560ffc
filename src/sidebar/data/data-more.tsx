import type { DataStart, QuotaStatus } from '../../app/api/data-api.ts';
import { usePanel } from '../shell/panel-context.ts';
import { number } from '../ui/numbers.ts';
import { useData, useDataWords } from './data-context.tsx';

/** Below this share the next refresh may have to wait. */
const low = 0.2;

interface MoreProps {
  readonly start: DataStart;
  readonly plan: string;
  readonly fed: boolean;
}

/** What is looked at now and then: the whole quarter anew, what happened, what is allowed. */
export function DataMore({ start, plan, fed }: MoreProps) {
  const { refreshing, refresh } = useData();
  const words = useDataWords();
  const say = words.page;
  return (
    <details class="more-ways">
      <summary>{say.more}</summary>
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
            <Quota key={quota.account} quota={quota} />
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

function Quota({ quota: { name, hourLeft, dayLeft } }: { readonly quota: QuotaStatus }) {
  const { language } = usePanel();
  const say = useDataWords().quota;
  const known = [
    [hourLeft, say.hour],
    [dayLeft, say.day],
  ] as const;
  const least = Math.min(...known.map(([left]) => left ?? 1));
  return (
    <div class="quota">
      <h3>{name}</h3>
      {known.map(([left, words]) => {
        if (left === null) return null;
        const sentence = words({ share: `${number(left * 100, language, 0)}%` });
        return (
          <p key={sentence}>
            <meter min={0} max={1} low={low} value={left} aria-label={sentence} />
            <span>{sentence}</span>
          </p>
        );
      })}
      {least < low && <p class="warn">{say.low}</p>}
    </div>
  );
}
