import { useEffect } from 'preact/hooks';
import type { PlanView } from '../../app/api/plan-api.ts';
import { usePanel } from '../shell/panel-context.ts';
import { type PanelRequest, useRequest } from '../shell/use-request.ts';

/** `comes`: opened, and what was typed in its cells noted, by whoever comes to its page. */
type WhenOpened = 'comes' | 'unread' | 'never';

/** A plan as its sheet says it. */
export function usePlanView(
  id: string,
  when: WhenOpened = 'unread',
): { readonly view: PlanView | null; readonly task: PanelRequest } {
  const { client, store, seen } = usePanel();
  const task = useRequest();
  const view = seen.view?.plan.id === id ? seen.view : null;
  useEffect(() => {
    if (when === 'never' || (when === 'unread' && view)) return;
    const open = () =>
      store.read(
        () => client.openPlan(id),
        (given) => ({ view: given }),
      );
    task.run(open, () => undefined);
  }, [id, when]);
  return { view, task };
}
