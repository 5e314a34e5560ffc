import type { PlanCard } from '../../app/api/plan-api.ts';
import { usePlans } from '../plans/plans-context.ts';
import { useData, useDataWords } from './data-context.tsx';
import { errorsOf, freshness } from './freshness.ts';

/** How fresh a plan's data is, in one line that leads to all about it; what went wrong stands below. */
export function PlanDataLine({ card }: { readonly card: PlanCard }) {
  const { start } = useData();
  const { go } = usePlans();
  const say = useDataWords().home;
  if (card.state !== 'open') return null;
  const plan = start?.plans.find(({ id }) => id === card.id);
  const [trouble] = plan ? errorsOf(plan) : [];
  const line = () => {
    if (!plan) return say.entry;
    if (plan.feeds.length === 0) return say.typed;
    return (plan.stale ? say.stale : say.fresh)({ line: freshness(plan, say) });
  };
  return (
    <div class="data-line">
      <button
        type="button"
        class={plan?.stale ? 'link warn' : 'link'}
        data-data={card.id}
        onClick={() => go('data', { plan: card.id })}
      >
        {plan?.stale && <span aria-hidden="true">▲ </span>}
        {line()}
      </button>
      {trouble && (
        <p class="error">
          <span aria-hidden="true">■</span> {trouble}
        </p>
      )}
    </div>
  );
}
