import type { Calculated, Counted, Kpi } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';
import type { CustomKpi, Plan } from './plan.ts';

/**
 * How a KPI adds up over a quarter, from which attainment and what is expected by now follow:
 * `sum` (leads), `last` (followers), `ratio` (recomputed from totalled inputs), `aboutPlan` (a dated
 * reading that is never combined), `points` (a difference in percentage points, judged like `last`).
 * `unsaid`: nobody has said it, so that its weeks come to no number.
 */
export type Aggregation = 'sum' | 'last' | 'ratio' | 'whole' | 'points' | 'unsaid';

export function aggregationOf(kpi: Kpi): Aggregation {
  if (kpi.totalling === 'unsaid') return 'unsaid';
  if (kpi.unit === 'percentagePoints') return 'points';
  if ('counts' in kpi) return kpi.counts.over === 'sum' ? 'sum' : overall(kpi);
  const read = Object.values(kpi.inputs).filter((input) => !input.optional);
  return read.some((input) => 'over' in input && input.over === 'whole') ? 'whole' : 'ratio';
}

const overall = (kpi: Counted): Aggregation => (kpi.counts.over === 'whole' ? 'whole' : 'last');

/** A KPI of the user's own as the catalogue would define it. */
export function customKpi(own: CustomKpi): Kpi {
  const described = {
    name: own.name as Uppercase<string>,
    ownTitle: own.title,
    unit: own.unit,
    better: own.unsaid.includes('better') ? null : own.better,
    ...(own.unsaid.includes('totalling') && { totalling: 'unsaid' as const }),
    group: 'output',
    level: 'functional',
    timing: 'leading',
    funnel: 'any',
    roles: [],
    source: 'https://support.google.com/analytics/answer/9267568',
  } as const;
  if (own.how.is === 'typed') {
    const { over } = own.how;
    return { ...described, counts: { called: { own: own.title }, unit: own.unit, over } };
  }
  const part = (title: string, unit: Unit) =>
    ({ called: { own: title }, unit, over: 'sum' }) as const;
  const { top, bottom } = own.how;
  // So much money each is money divided by a count.
  const isMoney = own.unit === 'money' || own.unit === 'moneyEach';
  const inputs = {
    top: part(top, isMoney ? 'money' : 'count'),
    bottom: part(bottom, 'count'),
  };
  return { ...described, inputs, formula: 'top / bottom', examples: [] } satisfies Calculated;
}

/** The KPIs a plan may name: the catalogue's and its own. */
export function kpiNamed(
  name: string,
  plan: Pick<Plan, 'own'>,
  catalogue: readonly Kpi[],
): Kpi | undefined {
  const own = plan.own.find((each) => each.name === name);
  return own ? customKpi(own) : catalogue.find((kpi) => kpi.name === name);
}
