import { catalogue } from '../kpi/catalogue.ts';
import type { Kpi, OfferNote } from '../kpi/define.ts';
import { type Pick, type RoleEntry, roles } from '../kpi/roles.ts';
import type { BusinessProfile, PlanRole } from '../plan/model/plan.ts';

/** One meaning, several KPIs: which of them it is follows from what the business said of itself. */
const variants = {
  /** «Doanh số» or «doanh thu». */
  sales: ({ sales }) => (sales === 'revenue' ? 'REVENUE' : 'SALES'),
  /** The other of the two, to stand beside it. */
  otherSales: ({ sales }) => (sales === 'revenue' ? 'SALES' : 'REVENUE'),
  /** What a visit is to become: an order or a sign-up, or somebody to talk to. */
  conversion: ({ business }) =>
    business === 'leads' || business === 'b2b' ? 'VISITTOLEAD' : 'CVR',
  /** Customers who come back: those who stay subscribed, those who buy again. */
  again: ({ business }) => (business === 'subscription' ? 'RETENTION' : 'REPEATRATE'),
} as const satisfies Record<
  Exclude<Pick, string>['by'],
  (circumstances: BusinessProfile) => string
>;

/** The name of the KPI that a pick stands for in these circumstances. */
export const picked = (pick: Pick, circumstances: BusinessProfile): string =>
  typeof pick === 'string' ? pick : variants[pick.by](circumstances);

const none: RoleEntry = { weighted: [], tracked: [], offered: [] };

/** What the ready-made plan of a role consists of. */
export const rolePlan = (role: PlanRole): RoleEntry => (role === 'other' ? none : roles[role]);

export const formFor = (role: PlanRole, kpi: string): string =>
  rolePlan(role).ownForms?.[kpi] ?? kpi;

/** KPIs that say themselves that they are to be offered to a role. */
export const offersTo = (role: PlanRole, kpis: readonly Kpi[]): RoleEntry['offered'] =>
  kpis.flatMap(({ name, offered }) => {
    const note = role === 'other' ? undefined : offered?.[role];
    return note ? [{ kpi: name, note }] : [];
  });

/** Every KPI that a role's plan holds in these circumstances, ticked or not. */
export function roleKpis(role: PlanRole, circumstances: BusinessProfile): readonly string[] {
  const { weighted, tracked, offered } = rolePlan(role);
  const offers = [...offered, ...offersTo(role, catalogue)];
  const picks = [...weighted, ...tracked, ...offers.map(({ kpi }) => kpi)];
  return picks.map((pick) => picked(pick, circumstances));
}

/** Which offers fit the stage a business is in; an unsaid stage gets those of no stage. */
export const offeredAt = (note: OfferNote, { stage }: BusinessProfile): boolean =>
  note === 'industryData' ||
  (note === 'early' && stage === 'new') ||
  (note === 'established' && stage === 'established');
