import { isCalculated } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';

export type KpiBounds = NonNullable<Kpi['bounds']>;

/** What a KPI's value can be at all. */
export function kpiBounds(kpi: Kpi): KpiBounds {
  if (kpi.bounds) return kpi.bounds;
  if (!isCalculated(kpi)) return typedBounds(kpi.counts);
  if (kpi.unit === 'percentagePoints') return { min: -100, max: 100 };
  if (kpi.unit !== 'fraction') return { min: 0 };
  // Growth can be any number from losing everything on.
  if ('before' in kpi.inputs || 'customersAtEnd' in kpi.inputs) return { min: -1 };
  return kpi.better === 'on plan' || kpi.name.startsWith('OWN_') ? { min: 0 } : { min: 0, max: 1 };
}

const typedBounds = ({ min, max }: { min?: number; max?: number }): KpiBounds => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

/** A share of something: it ends at 100 %. */
export const isShare = (kpi: Kpi): boolean => kpi.unit === 'fraction' && kpiBounds(kpi).max === 1;
