import { usePanel } from '../shell/panel-context.ts';
import { useRequest } from '../shell/use-request.ts';
import { ProblemBox } from '../ui/fields.tsx';
import { usePlans, useSay } from './plans-context.ts';

/** Earlier sheets that were kept, hidden, and the way to delete those of which all stands elsewhere. */
export function KeptSheets() {
  const { client, announce } = usePanel();
  const { start, renew } = usePlans();
  const words = useSay();
  const say = words.home;
  const task = useRequest();
  const { kept } = start;
  if (kept.length === 0) return null;
  const staying = kept.filter(({ stays }) => stays !== '');
  const free = kept.length - staying.length;
  const clear = () =>
    task.run(
      () => client.clearKept(),
      ({ done, start: now }) => {
        announce(done);
        renew(now);
      },
    );
  return (
    <section class="kept">
      <h2>{say.kept}</h2>
      <p>{say.keptCount({ count: kept.length })}</p>
      {staying.length > 0 && (
        <ul class="plain">
          {staying.map(({ name, stays }) => (
            <li key={name}>{stays}</li>
          ))}
        </ul>
      )}
      {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
      {free > 0 && (
        <>
          <button type="button" aria-disabled={task.busy} onClick={clear}>
            {task.busy ? words.plan.working : say.keptClear({ count: free })}
          </button>
          <p class="muted">{say.keptWhy}</p>
        </>
      )}
    </section>
  );
}
