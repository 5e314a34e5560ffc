import { isCalculated } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';

export interface KpiBounds {
  readonly min?: number;
  readonly max?: number;
}

/** What arithmetic alone does not say: scores between two ends, shares that may pass the whole. */
const known: Readonly<Record<string, KpiBounds>> = {
  NPS: { min: -100, max: 100 },
  SENTIMENT: { min: -1, max: 1 },
  ROI: { min: -1 },
  INBOUNDROI: { min: -1 },
  ACQRATE: { min: 0 },
  ATTAINMENT: {},
};

/** What a KPI's value can be at all. */
export function kpiBounds(kpi: Kpi): KpiBounds {
  const special = known[kpi.name];
  if (special) return special;
  if (!isCalculated(kpi)) return typedBounds(kpi.counts);
  if (kpi.unit === 'percentagePoints') return { min: -100, max: 100 };
  if (kpi.unit !== 'fraction') return { min: 0 };
  if ('before' in kpi.inputs || 'customersAtEnd' in kpi.inputs) return growthBounds(kpi);
  return kpi.better === 'on plan' || kpi.name.startsWith('OWN_') ? { min: 0 } : { min: 0, max: 1 };
}

/** Growth can be any number from losing everything on; what is kept of something is a share of it. */
const growthBounds = (kpi: Kpi): KpiBounds =>
  kpi.name === 'RETENTION' ? { min: 0, max: 1 } : { min: -1 };

const typedBounds = ({ min, max }: { min?: number; max?: number }): KpiBounds => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

/** A share of something: it ends at 100 %. */
export const isShare = (kpi: Kpi): boolean => kpi.unit === 'fraction' && kpiBounds(kpi).max === 1;
