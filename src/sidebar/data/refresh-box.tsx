import { ProblemBox } from '../ui/fields.tsx';
import { useData, useDataWords } from './data-context.tsx';

interface Props {
  readonly plan: string;
  readonly first: boolean;
  /** What stands on the page already, not to be said twice. */
  readonly known: readonly string[];
}

/** Fetches what is due, says how far it is and what came of it. */
export function RefreshBox({ plan, first, known }: Props) {
  const { refreshing, refresh, stop, outcome } = useData();
  const say = useDataWords().refresh;
  const here = outcome?.plan === plan ? outcome : null;
  const news = here?.said.filter((line) => !known.some((each) => line.includes(each))) ?? [];
  return (
    <section class="refresh">
      {here?.problem && <ProblemBox>{here.problem}</ProblemBox>}
      {news.length > 0 && (
        <div class="notice" role="status">
          {news.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {refreshing ? (
        <>
          <p role="status">{refreshing.doing || say.working}</p>
          <progress
            aria-label={say.working}
            {...(refreshing.share > 0 ? { value: refreshing.share } : {})}
          />
          <p class="muted">{say.leave}</p>
          <button type="button" onClick={stop}>
            {say.stop}
          </button>
        </>
      ) : (
        <p class="actions">
          <button type="button" class={first ? 'main' : ''} onClick={() => refresh(plan, false)}>
            {say.now}
          </button>
        </p>
      )}
    </section>
  );
}
