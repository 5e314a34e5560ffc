import { usePanel } from '../shell/panel-context.ts';
import { useRequest } from '../shell/use-request.ts';
import { ProblemBox } from '../ui/fields.tsx';
import { usePlans, useSay } from './plans-context.ts';

/** Takes back what was done last, where something can be taken back. */
export function UndoLast() {
  const { client, announce } = usePanel();
  const { start, renew } = usePlans();
  const say = useSay().home;
  const task = useRequest();
  if (start.undo === null && !task.error) return null;
  const undo = () =>
    task.run(
      () => client.undo(),
      ({ done, start: now }) => {
        announce(done);
        renew(now);
      },
    );
  return (
    <section class="undo">
      {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
      {start.undo !== null && (
        <p>
          <span>{say.undo({ what: start.undo })}</span>
          <button type="button" aria-disabled={task.busy} onClick={undo}>
            {task.busy ? say.undoing : say.undoDo}
          </button>
        </p>
      )}
    </section>
  );
}
