import type { Direction, Kpi } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';
import { plannedKpi } from '../model/edit-kpis.ts';
import type { CustomKpi, CustomKpiQuestion, Plan } from '../model/plan.ts';

const without = ({ unsaid }: CustomKpi, question: CustomKpiQuestion) =>
  unsaid.filter((each) => each !== question);

/** Somebody has said how it adds up. Money divided by something is so much each. */
export const withTotalling = (own: CustomKpi, how: CustomKpi['how']): CustomKpi => ({
  ...own,
  how,
  unit: unitFor(own.unit, how),
  unsaid: without(own, 'totalling'),
});

function unitFor(unit: Unit, how: CustomKpi['how']): Unit {
  if (unit === 'money' && how.is === 'ratio') return 'moneyEach';
  return unit === 'moneyEach' && how.is === 'typed' && how.over === 'sum' ? 'money' : unit;
}

/** Somebody has said which way is better. */
export const withBetter = (own: CustomKpi, better: Direction): CustomKpi => ({
  ...own,
  better,
  unsaid: without(own, 'better'),
});

/**
 * A plan that was not built yet with another reading of one of its own KPIs. How often that is measured
 * follows, unless it was chosen otherwise.
 */
export function redefined(plan: Plan, own: CustomKpi, catalogue: readonly Kpi[]): Plan {
  const next = { ...plan, own: plan.own.map((each) => (each.name === own.name ? own : each)) };
  const [usual, now] = [plan, next].map((each) => plannedKpi(each, own.name, catalogue).cadence);
  const kpis = plan.kpis.map((each) =>
    each.kpi === own.name && each.cadence === usual && now ? { ...each, cadence: now } : each,
  );
  return { ...next, kpis };
}
