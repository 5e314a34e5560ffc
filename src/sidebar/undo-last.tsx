import { ProblemBox } from './fields.tsx';
import { usePanel } from './panel-context.ts';
import { usePlans, useSay } from './plans-context.ts';
import { useTask } from './use-task.ts';

/** Takes back what was done last, where something can be taken back. */
export function UndoLast() {
  const { client, announce } = usePanel();
  const { start, renew } = usePlans();
  const say = useSay().home;
  const task = useTask();
  if (start.undo === null && !task.trouble) return null;
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
      {task.trouble && <ProblemBox>{task.trouble.problem}</ProblemBox>}
      {start.undo !== null && (
        <p>
          <span>{say.undo(start.undo)}</span>
          <button type="button" aria-disabled={task.busy} onClick={undo}>
            {task.busy ? say.undoing : say.undoDo}
          </button>
        </p>
      )}
    </section>
  );
}
