import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FunctionInserted } from '../../../app/api/api.ts';
import { usePanel } from '../../shell/panel-context.ts';

interface OccupiedProps {
  readonly target: string;
  readonly replace: () => void;
  readonly keep: () => void;
}

/** Asks before something of the user's is replaced. The focus stands on the way back. */
export function Occupied({ target, replace, keep }: OccupiedProps) {
  const { words } = usePanel();
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  return (
    <div class="asking" role="alertdialog" aria-labelledby="occupied">
      <p id="occupied">{words.insert.occupied({ target })}</p>
      <button type="button" class="main" onClick={replace}>
        {words.insert.replace}
      </button>
      <button type="button" ref={cancel} onClick={keep}>
        {words.insert.keep}
      </button>
    </div>
  );
}

interface DoneProps {
  readonly result: FunctionInserted;
  readonly another: () => void;
  readonly again: () => void;
}

/** Says where the function went, and what can come next. */
export function Done({ result, another, again }: DoneProps) {
  const { words } = usePanel();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class="done">
      <h2 ref={heading} tabIndex={-1}>
        <span aria-hidden="true">✓</span> {words.insert.done({ target: result.target })}
      </h2>
      <p class="written">{result.formula}</p>
      <button type="button" class="main" onClick={another}>
        {words.insert.another}
      </button>
      <button type="button" onClick={again}>
        {words.insert.again}
      </button>
    </section>
  );
}
