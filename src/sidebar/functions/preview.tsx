import type { FunctionPreview } from '../../app/api/api.ts';
import { usePanel } from '../shell/panel-context.ts';
import { number } from '../ui/numbers.ts';
import type { Preview } from './use-preview.ts';

interface PreviewBoxProps {
  readonly preview: Preview;
  /** A problem that belongs to no field; `''` for none. */
  readonly problem: string;
}

/** What would be inserted, or why it cannot be. */
export function PreviewBox({ preview, problem }: PreviewBoxProps) {
  const { words } = usePanel();
  const say = words.insert;
  const { answer, busy } = preview;
  const shown = answer && 'ok' in answer ? answer.ok : null;
  return (
    <div class={busy ? 'preview busy' : 'preview'} role="status">
      <h2>{busy ? say.previewing : say.preview}</h2>
      {problem && !busy && <p class="error">{problem}</p>}
      {shown && !problem && <Shown preview={shown} />}
      {!answer && !busy && !problem && <p class="muted">{say.previewWaits}</p>}
    </div>
  );
}

function Shown({ preview }: { readonly preview: FunctionPreview }) {
  const { language, words } = usePanel();
  const say = words.insert;
  const { answers, cells, formula, note, target } = preview;
  const [first = ''] = answers;
  return (
    <>
      {cells > 1 ? (
        <ol class="answers">
          {answers.slice(0, 5).map((answer, position) => (
            <li key={position}>{answer || say.blank}</li>
          ))}
          {cells > Math.min(answers.length, 5) && <li class="muted">{say.andMore}</li>}
        </ol>
      ) : (
        <p class="answer">{first || say.blank}</p>
      )}
      <p class="written">{formula}</p>
      <p class="muted">
        {say.goesTo({ target })}
        {cells > 1 && ` · ${say.fills({ cells: number(cells, language) })}`}
      </p>
      {note && <p class="note">{note}</p>}
    </>
  );
}
