import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SelectedCells } from '../../app/api/api.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { PanelWords } from '../../messages/compiled/panel.ts';
import { type Field, sheetMeant, untouched } from '../functions/function-form.ts';
import { usePanel } from '../shell/panel-context.ts';
import { number } from './numbers.ts';

interface CellsFieldProps {
  readonly id: string;
  readonly label: string;
  readonly optional: boolean;
  readonly placeholder: string;
  /** What the user should know; `''` for nothing. */
  readonly hint: string;
  /** What is wrong; `''` for nothing. */
  readonly wrong: string;
  readonly field: Field;
  readonly change: (field: Field) => void;
  /** What to take of a selection. */
  readonly take?: (selected: SelectedCells) => SelectedCells;
  /** The user has left the field. */
  readonly left: () => void;
}

/** A field for cells or a number, with a button that takes the cells selected in the sheet. */
export function CellsField(props: CellsFieldProps) {
  const { id, label, optional, hint, field, change, take, left } = props;
  const { client, language, words, announce } = usePanel();
  const say = words.insert;
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState('');
  const wrong = problem || props.wrong;
  const from = originOf(field, language, words);

  const useSelection = async () => {
    setReading(true);
    const answer = await client.readSelection();
    setReading(false);
    if ('problem' in answer) {
      setProblem(answer.problem);
      announce(answer.problem);
      return;
    }
    const picked = take ? take(answer.ok) : answer.ok;
    setProblem('');
    change({ text: picked.a1, picked });
    announce(say.took({ reference: picked.a1 }));
  };
  const notes = [wrong && `${id}-wrong`, from && `${id}-picked`, hint && `${id}-hint`];
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="muted"> · {say.optional}</span>}
      </label>
      <div class="entry">
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          placeholder={props.placeholder}
          value={field.text}
          aria-invalid={wrong !== ''}
          aria-required={!optional}
          aria-describedby={notes.filter(Boolean).join(' ') || undefined}
          onInput={(event) => {
            setProblem('');
            const text = event.currentTarget.value;
            change(text === '' ? { text } : { ...field, text });
          }}
          onBlur={left}
        />
        <button
          type="button"
          class="take"
          aria-label={say.useSelectionFor({ field: label })}
          aria-disabled={reading}
          onClick={() => reading || useSelection()}
        >
          {reading ? say.reading : say.useSelection}
        </button>
      </div>
      {wrong && (
        <p id={`${id}-wrong`} class="error">
          {wrong}
        </p>
      )}
      {from && (
        <p id={`${id}-picked`} class="picked">
          {from}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} class="muted">
          {hint}
        </p>
      )}
    </div>
  );
}

/** Where the cells are, so that the user recognises the column: header, sheet, size. */
function originOf(field: Field, language: Language, words: PanelWords): ComponentChildren {
  const picked = untouched(field);
  if (!picked) return sheetMeant(field);
  const { rows, columns, header, sheet } = picked;
  const say = words.insert;
  const parts = [
    header && <strong>{header}</strong>,
    sheet,
    rows > 1 && say.rows({ count: number(rows, language) }),
    columns > 1 && say.columns({ count: number(columns, language) }),
  ].filter(Boolean);
  return parts.flatMap((part, position) => (position === 0 ? [part] : [' · ', part]));
}
