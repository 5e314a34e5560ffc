import type { PlanCard } from '../../app/api/plan-api.ts';
import type { StatusLight } from '../../plan/model/status.ts';
import { useSay } from './plans-context.ts';

/** What wants somebody first stands first. */
const order: readonly StatusLight[] = ['bad', 'watch', 'good', 'none'];

/** How many KPIs of a plan stood how when somebody last looked. */
export function PlanLights({ statuses }: Pick<PlanCard, 'statuses'>) {
  const say = useSay().home.lights;
  const counts = order
    .map((light) => ({ light, count: statuses.filter((each) => each === light).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <span class="lights">
      {counts.map(({ light, count }) => (
        <span key={light} class={`status ${light}`}>
          {say[light]({ count })}
        </span>
      ))}
    </span>
  );
}
