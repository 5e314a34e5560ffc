import { catalogue } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';
import { type Day, lastDay, type WeekPart, weekParts } from '../calendar/calendar.ts';
import { type Actual, actualOf } from '../model/actual.ts';
import { type Aggregation, aggregationOf, kpiNamed } from '../model/aggregation.ts';
import { inputsOfPlan } from '../model/inputs.ts';
import type { Plan, PlannedKpi } from '../model/plan.ts';
import { evenWeight, shareAt, type Weight } from '../model/week-share.ts';
import { quietWeeks, sampleInputs } from './sample-inputs.ts';

export { sampleInputs } from './sample-inputs.ts';

/** How well the KPIs of a sample do, one after the other: mostly well, with something to look at. */
const progress = [1.04, 0.8, 0.66, 1.07, 0.95];
/** For what should be on plan: how much of what is planned by now is there. */
const spent = [1.03, 1.15, 0.93];
/** Now against last quarter, and against a year ago; ratings on a scale move less. */
const growth = 1.09;
const growthInYear = 1.24;
const ratingGrowth = 1.02;
const ratingGrowthInYear = 1.05;

/** The weights that a sample gives the weeks of Tết, so that nothing waits for them. */
export const sampleWeights = (parts: readonly WeekPart[]): readonly Weight[] =>
  parts.map((part) => (part.tet ? Math.round(evenWeight(part) * quietWeeks * 10) / 10 : null));

/**
 * A plan whose blank baselines and targets are filled with made-up ones that go with its sample
 * inputs up to a day, so that its sheet shows what all of them look like. What is known stays.
 */
export function samplePlan(plan: Plan, until: Day, kpis: readonly Kpi[] = catalogue): Plan {
  const parts = weekParts(plan.quarter, plan.circumstances.weekStart);
  const weights = sampleWeights(parts);
  const inputs = inputsOfPlan(plan, kpis);
  const soFar = sampleInputs(plan, inputs, parts, until);
  const inTheEnd = sampleInputs(plan, inputs, parts, lastDay(plan.quarter));
  const turns = { 'on plan': 0, other: 0 };
  const filled = plan.kpis.map((each) => {
    const kpi = kpiNamed(each.kpi, plan, kpis);
    if (!kpi) return each;
    const now = actualOf(kpi, plan, inputs, parts, soFar);
    const reached = now.value === null ? actualOf(kpi, plan, inputs, parts, inTheEnd) : now;
    const onPlan = kpi.better === 'on plan';
    const ways = onPlan ? spent : progress;
    const way = ways[turns[onPlan ? 'on plan' : 'other']++ % ways.length] ?? 1;
    return withNumbers(each, kpi, way, reached, shareAt(parts, weights, reached.through));
  });
  return { ...plan, kpis: filled };
}

function withNumbers(
  each: PlannedKpi,
  kpi: Kpi,
  way: number,
  { value }: Actual,
  share: number | null,
): PlannedKpi {
  if (value === null || !share) return each;
  const kind = aggregationOf(kpi);
  const moves = kind !== 'sum' && kind !== 'ratio';
  const whole = kind === 'sum' ? value / share : value;
  const before = (by: number) => tidy(kpi.better === 'lower' ? whole * by : whole / by, kpi, kind);
  const rating = kpi.unit === 'score' && moves;
  const baseline = each.baseline ?? before(rating ? ratingGrowth : growth);
  const target = moves
    ? baseline + (value - baseline) / (way * share)
    : ratioTarget(kpi, kpi.better === 'lower' ? whole * way : whole / way, value);
  return {
    ...each,
    baseline,
    target: each.target ?? tidy(target, kpi, kind),
    lastYear: each.lastYear ?? before(rating ? ratingGrowthInYear : growthInYear),
  };
}

/** Nobody plans to spend 93% of the plan, nor that more than all customers are content. */
function ratioTarget(kpi: Kpi, target: number, value: number): number {
  if (kpi.unit !== 'fraction') return target;
  if (kpi.better === 'on plan') return 1;
  return value < 1 ? Math.min(target, (1 + value) / 2) : target;
}

/** Rounded as people round a target; what moves little keeps a digit more. */
function tidy(value: number, kpi: Kpi, kind: Aggregation): number {
  if (kpi.unit === 'score') return Math.round(value * 100) / 100;
  const rounded = Number(value.toPrecision(kind === 'sum' || kind === 'ratio' ? 3 : 4));
  return kpi.unit === 'count' ? Math.round(rounded) : rounded;
}
