import { usePanel } from '../../shell/panel-context.ts';
import { ProblemBox } from '../../ui/fields.tsx';
import { number } from '../../ui/numbers.ts';
import { useDataWords } from '../data-context.tsx';
import type { FeedsDraft } from '../mapping/feeds-draft.ts';
import type { Previews } from './use-table-previews.ts';

interface TablePreviewsProps {
  readonly previews: Previews;
  readonly draft: FeedsDraft;
}

/** What each table gives: which days it covers, and every cell that could not be read. */
export function TablePreviews({ previews, draft }: TablePreviewsProps) {
  const { language } = usePanel();
  const say = useDataWords().tabs;
  const tables = draft.accounts.filter(({ id }) => previews.answers[id]);
  if (tables.length === 0 && !previews.busy) return null;
  return (
    <section class="previews">
      <h2>{say.preview}</h2>
      {previews.busy && (
        <p class="muted" role="status">
          {say.reading}
        </p>
      )}
      {tables.map(({ id, name }) => {
        const answer = previews.answers[id];
        if (!answer) return null;
        if ('problem' in answer) return <ProblemBox key={id}>{answer.problem}</ProblemBox>;
        const { rows, from, through, leftOut, problems } = answer.ok;
        return (
          <div key={id} data-table={id}>
            <h3>{name}</h3>
            {through === '' ? (
              <p class="warn">
                <span aria-hidden="true">▲</span> {say.coversNone}
              </p>
            ) : (
              <p>{say.covers({ rows: number(rows, language, 0), from, through })}</p>
            )}
            {leftOut > 0 && (
              <p class="muted">{say.leftOut({ rows: number(leftOut, language, 0) })}</p>
            )}
            {problems.length > 0 && (
              <>
                <p class="warn">
                  <span aria-hidden="true">▲</span> {say.problems}
                </p>
                <ul class="plain">
                  {problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}
