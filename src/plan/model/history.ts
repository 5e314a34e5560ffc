import type { Kpi } from '../../kpi/define.ts';
import { previousQuarter, type QuarterName, sameQuarterLastYear } from '../calendar/calendar.ts';
import { counterpart } from './definition.ts';
import type { Plan, PlannedKpi } from './plan.ts';

/** What is known of a KPI, quarter by quarter. */
export interface Series {
  at(quarter: QuarterName): number | null;
}

/**
 * The results of a KPI as far as plans of the same definition know them: each holds what the quarter before it brought,
 * and what the same quarter a year before did. Later plans know better than earlier ones; `now` is
 * the result of the plan itself.
 */
export function seriesOf(
  name: string,
  plan: Plan,
  now: number | null,
  history: readonly Plan[],
  catalogue: readonly Kpi[],
): Series {
  const known = new Map<number, number>();
  const keep = (quarter: QuarterName, value: number | null) => {
    if (value !== null && !known.has(monthOf(quarter))) known.set(monthOf(quarter), value);
  };
  keep(plan.quarter, now);
  const told = [plan, ...[...history].sort(laterFirst)].flatMap((each) => {
    const planned = sameKpi(name, plan, each, catalogue);
    return planned ? [{ quarter: each.quarter, planned }] : [];
  });
  for (const { quarter, planned } of told) keep(previousQuarter(quarter), planned.baseline);
  for (const { quarter, planned } of told) keep(sameQuarterLastYear(quarter), planned.lastYear);
  return { at: (quarter) => known.get(monthOf(quarter)) ?? null };
}

const monthOf = ({ year, month }: QuarterName): number => year * 12 + month;
const laterFirst = (one: Plan, other: Plan): number =>
  monthOf(other.quarter) - monthOf(one.quarter);

/** A KPI in another plan, where its numbers are of the same definition. */
function sameKpi(
  name: string,
  plan: Plan,
  other: Plan,
  catalogue: readonly Kpi[],
): PlannedKpi | undefined {
  const found = counterpart(name, plan, other, catalogue);
  return found && found.gap === null ? found.planned : undefined;
}
