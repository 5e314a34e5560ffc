import type { Kpi, Trait } from './define.ts';

/** Whether this is to be known of a KPI; of one of somebody's own nothing is. */
export const hasTrait = (kpi: Pick<Kpi, 'traits'>, trait: Trait): boolean =>
  kpi.traits?.includes(trait) ?? false;

/** Whether two KPIs say the same in two ways. */
export const areTwins = (one: Kpi, other: Kpi): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([from, to]) => from?.twins?.includes(to?.name ?? '') ?? false);
