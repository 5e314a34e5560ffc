import { useState } from 'preact/hooks';
import type { WayOut as Offer } from '../../app/api/api.ts';
import { usePanel } from './panel-context.ts';
import { useRequest } from './use-request.ts';

/** What takes away the cause of a problem that was just told, to be pressed; then what came of it. */
export function WayOut({ offer, taken }: { readonly offer: Offer; readonly taken: () => void }) {
  const { client, words } = usePanel();
  const say = words.wayOut;
  const task = useRequest();
  const [done, setDone] = useState('');
  const take = () =>
    task.run(
      () => client[offer](),
      (answer) => setDone(answer.done),
    );
  return (
    <section class="notice" aria-label={say.title}>
      <p role={done || task.error ? 'status' : undefined}>
        {done || task.error?.problem || say.why}
      </p>
      <p class="actions">
        {!done && (
          <button type="button" aria-disabled={task.busy} onClick={take}>
            {task.busy ? say.doing : say.makeRoom}
          </button>
        )}
        <button type="button" class="quiet" onClick={taken}>
          {say.close}
        </button>
      </p>
    </section>
  );
}
