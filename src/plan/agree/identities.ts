import type { Kpi } from '../../kpi/define.ts';
import type { Identity } from '../../kpi/identity.ts';
import type { BusinessProfile } from '../model/plan.ts';

/**
 * Everything that KPIs say of what multiplies to what. Lead cost, ad cost and sales-and-marketing
 * cost are three different things, and none of them is all of marketing's: no identity puts one for
 * another.
 */
export const identitiesOf = (kpis: readonly Kpi[]): readonly Identity[] =>
  kpis.flatMap(({ identities = [] }) => identities);

/** The identities that hold in a business; one that has not said what it is may be any. */
export const identitiesFor = (
  kpis: readonly Kpi[],
  { business, sales }: BusinessProfile,
): readonly Identity[] =>
  identitiesOf(kpis).filter(
    (identity) =>
      (business === null || !identity.businesses || identity.businesses.includes(business)) &&
      (!identity.sales || identity.sales === sales),
  );

/** What the left side divided by the right side comes to. */
export const constantOf = (
  { constant = 1 }: Identity,
  { margin }: Pick<BusinessProfile, 'margin'>,
): number => (constant === 'margin' ? (margin ?? 1) : constant);
