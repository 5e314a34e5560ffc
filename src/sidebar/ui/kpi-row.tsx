import { withoutKpi, withoutWeight, withWeight } from '../../plan/model/edit-kpis.ts';
import type { Plan, PlannedKpi } from '../../plan/model/plan.ts';
import { titleInPlan } from '../plans/kpi-names.ts';
import { useSay } from '../plans/plans-context.ts';
import { usePanel } from '../shell/panel-context.ts';
import { upwards } from '../wizard/draft.ts';
import { number } from './numbers.ts';

interface KpiRowProps {
  readonly planned: PlannedKpi;
  readonly plan: Plan;
  /** Why it is proposed; `''` where nobody proposed it. */
  readonly why: string;
  /** The first of its band. */
  readonly first: boolean;
  readonly shape: (next: (plan: Plan) => Plan) => void;
}

/** A KPI of the plan: ticked, with its weight, a line why, and what can be done with it. */
export function KpiRow({ planned, plan, why, first, shape }: KpiRowProps) {
  const { language } = usePanel();
  const say = useSay().what;
  const { kpi, weight } = planned;
  const title = titleInPlan(kpi, plan, language);
  const heavy = weight !== null;
  const move = heavy ? say.toTracked : say.toWeighted;
  return (
    <li data-kpi={kpi}>
      <div class="line">
        <label class="option">
          <input
            type="checkbox"
            checked={true}
            onChange={() => shape((last) => withoutKpi(last, kpi))}
          />
          <span class="title">{title}</span>
        </label>
        {heavy && <span class="weight">{number(weight * 100, language, 1)}%</span>}
      </div>
      {why && <p class="muted under">{why}</p>}
      <p class="under doing">
        <button
          type="button"
          class="link"
          aria-label={say.of({ action: move, kpi: title })}
          onClick={() =>
            shape((last) => (heavy ? withoutWeight(last, kpi) : withWeight(last, kpi)))
          }
        >
          {move}
        </button>
        {!first && (
          <button
            type="button"
            class="link"
            aria-label={say.of({ action: say.up, kpi: title })}
            onClick={() => shape((last) => upwards(last, kpi))}
          >
            {say.up}
          </button>
        )}
      </p>
    </li>
  );
}
