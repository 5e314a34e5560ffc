import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../shell/panel-context.ts';
import { useHeading } from '../shell/use-heading.ts';
import { useRequest } from '../shell/use-request.ts';
import { BackHome } from '../ui/back-home.tsx';
import { ProblemBox } from '../ui/fields.tsx';
import { usePlans, useSay } from './plans-context.ts';
import { SheetChanged } from './sheet-changed.tsx';

/** Takes the add-on's things out of this spreadsheet, in two steps. */
export function RemovePage() {
  const { client } = usePanel();
  const { renew, setDraft } = usePlans();
  const say = useSay().remove;
  const heading = useHeading('remove');
  const stop = useRef<HTMLButtonElement>(null);
  const task = useRequest();
  const [sheets, setSheets] = useState(false);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState('');
  useLayoutEffect(() => {
    if (asking) stop.current?.focus();
  }, [asking]);
  const remove = () =>
    task.run(
      () => client.removeEverything({ sheets }),
      (answer) => {
        setDone(answer.done);
        setDraft(null);
        renew();
      },
    );
  return (
    <main>
      <BackHome />
      <h1 ref={heading} tabIndex={-1}>
        {say.title}
      </h1>
      <SheetChanged />
      {done ? (
        <p role="status">{done}</p>
      ) : (
        <>
          <p>{say.why}</p>
          <label class="option">
            <input
              type="checkbox"
              checked={sheets}
              onChange={(event) => {
                setSheets(event.currentTarget.checked);
                setAsking(false);
              }}
            />
            <span>{say.sheets}</span>
          </label>
          {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
          {asking ? (
            <div class="asking" role="alertdialog" aria-labelledby="remove-sure">
              <p id="remove-sure">{sheets ? say.sureSheets : say.sure}</p>
              <button type="button" aria-disabled={task.busy} onClick={remove}>
                {task.busy ? say.removing : say.yes}
              </button>
              <button type="button" class="quiet" ref={stop} onClick={() => setAsking(false)}>
                {say.no}
              </button>
            </div>
          ) : (
            <p class="actions">
              <button type="button" onClick={() => setAsking(true)}>
                {say.next}
              </button>
            </p>
          )}
        </>
      )}
    </main>
  );
}
