import { isCalculated } from '../../kpi/catalogue.ts';
import type { Calculated, Counted, Funnel, Kpi } from '../../kpi/define.ts';

/** The way of a customer, from first hearing of us to coming back. */
export const funnelStages: readonly Funnel[] = [
  'awareness',
  'engagement',
  'lead',
  'customer',
  'revenue',
  'retention',
];

export interface StageGroup {
  readonly stage: Funnel | 'any';
  readonly kpis: readonly Calculated[];
}

/** Functions by funnel stage, stages without any left out. */
export function byStage(kpis: readonly Calculated[]): readonly StageGroup[] {
  return [...funnelStages, 'any' as const]
    .map((stage) => ({ stage, kpis: kpis.filter(({ funnel }) => funnel === stage) }))
    .filter(({ kpis }) => kpis.length > 0);
}

/** The functions used last, newest first, of those shown; names nobody knows any more are skipped. */
export const recentOf = (
  kpis: readonly Calculated[],
  recent: readonly string[],
): readonly Calculated[] =>
  recent.flatMap((name) => kpis.filter((kpi) => kpi.name === name)).slice(0, 5);

/** The functions that take what an entry counts as an argument. */
export const usersOf = (count: Counted, kpis: readonly Kpi[]): readonly Calculated[] =>
  kpis
    .filter(isCalculated)
    .filter((kpi) =>
      Object.values(kpi.inputs).some(({ called }) => called === count.counts.called),
    );
