import { adKpis } from './ads.ts';
import { brandKpis } from './brand.ts';
import { comparisonKpis } from './comparisons.ts';
import { contentKpis } from './content.ts';
import { conversionKpis } from './conversion.ts';
import { customerKpis } from './customers.ts';
import { dealKpis } from './deals.ts';
import type { Calculated, Kpi, Trait } from './define.ts';
import { emailKpis } from './email.ts';
import { leadKpis } from './leads.ts';
import { loyaltyKpis } from './loyalty.ts';
import { marketKpis } from './market.ts';
import { qualifiedKpis } from './qualified.ts';
import { returnKpis } from './returns.ts';
import { revenueKpis } from './revenue.ts';
import { socialKpis } from './social.ts';
import { trafficKpis } from './traffic.ts';

/**
 * Every KPI the product knows, from being seen to being paid, comparisons last. Each family's file
 * is the only place its KPIs stand.
 */
export const catalogue: readonly Kpi[] = [
  ...brandKpis,
  ...socialKpis,
  ...trafficKpis,
  ...contentKpis,
  ...adKpis,
  ...emailKpis,
  ...leadKpis,
  ...qualifiedKpis,
  ...conversionKpis,
  ...customerKpis,
  ...dealKpis,
  ...loyaltyKpis,
  ...revenueKpis,
  ...returnKpis,
  ...marketKpis,
  ...comparisonKpis,
];

export const isCalculated = (kpi: Kpi): kpi is Calculated => 'formula' in kpi;

/** Whether this is to be known of a KPI; of one of somebody's own nothing is. */
export const hasTrait = (kpi: Pick<Kpi, 'traits'>, trait: Trait): boolean =>
  kpi.traits?.includes(trait) ?? false;

/** Whether two KPIs say the same in two ways. */
export const areTwins = (one: Kpi, other: Kpi): boolean =>
  (one.twins?.includes(other.name) || other.twins?.includes(one.name)) ?? false;
