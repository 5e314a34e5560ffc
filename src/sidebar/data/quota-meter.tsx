import type { QuotaStatus } from '../../app/api/data-api.ts';
import { usePanel } from '../shell/panel-context.ts';
import { number } from '../ui/numbers.ts';
import { useDataWords } from './data-context.tsx';

/** Below this share the next refresh may have to wait. */
const low = 0.2;

/** How much more an account answers, as it said last. */
export function QuotaMeter({ quota: { hourLeft, dayLeft } }: { readonly quota: QuotaStatus }) {
  const { language } = usePanel();
  const say = useDataWords().quota;
  const known = [
    [hourLeft, say.hour],
    [dayLeft, say.day],
  ] as const;
  const least = Math.min(...known.map(([left]) => left ?? 1));
  return (
    <div class="quota">
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
