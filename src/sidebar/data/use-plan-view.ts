import { useEffect } from 'preact/hooks';
import type { PlanView } from '../../app/api/plan-api.ts';
import { usePlans } from '../plans/plans-context.ts';
import { usePanel } from '../shell/panel-context.ts';
import { type PanelRequest, useRequest } from '../shell/use-request.ts';

/** A plan as its sheet says it, read where nobody has read it yet; `resetCheckpoints`: whenever somebody comes. */
export function usePlanView(
  id: string,
  anew = false,
): { readonly view: PlanView | null; readonly task: PanelRequest } {
  const { client } = usePanel();
  const { seen, see } = usePlans();
  const task = useRequest();
  const view = seen?.plan.id === id ? seen : null;
  useEffect(() => {
    if (anew || !view) task.run(() => client.openPlan(id), see);
  }, [id]);
  return { view, task };
}
