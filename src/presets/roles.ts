import { catalogue } from '../kpi/catalogue.ts';
import type { Kpi, OfferNote } from '../kpi/define.ts';
import type { RoleTrait, RuleFacts } from '../plan/doctor/rule.ts';
import type { BusinessProfile, PlanRole } from '../plan/model/plan.ts';

/** What the ready-made plan of a role consists of; names of the catalogue, or of a `variant`. */
export interface RolePlan {
  /** At most five, in their order. */
  readonly weighted: readonly Pick[];
  /** «Chỉ số theo dõi»: inputs and guardrails, without weight. */
  readonly tracked: readonly Pick[];
  /** Shown, but not ticked, beside the KPIs that offer themselves; `note` is a key of the words for it. */
  readonly offered: readonly { readonly kpi: Pick; readonly note: OfferNote }[];
  /** What it puts in first of all; money, where left out. */
  readonly input?: string;
  readonly traits?: readonly RoleTrait[];
  /** What it calls KPIs that everybody has: traffic is blog traffic to a content specialist. */
  readonly ownForms?: Readonly<Record<string, string>>;
}

/** A KPI by its name, or by what the business's circumstances make of it. */
export type Pick = string | { readonly by: VariantName };

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
} as const satisfies Record<string, (circumstances: BusinessProfile) => string>;

type VariantName = keyof typeof variants;

const by = (name: VariantName): Pick => ({ by: name });

/** The name of the KPI that a pick stands for in these circumstances. */
export const picked = (pick: Pick, circumstances: BusinessProfile): string =>
  typeof pick === 'string' ? pick : variants[pick.by](circumstances);

export const rolePlans: Readonly<Record<PlanRole, RolePlan>> = {
  manager: {
    weighted: [by('sales'), 'ROI', 'MQLS'],
    tracked: ['MKTSPEND'],
    offered: [{ kpi: by('again'), note: 'established' }],
    traits: ['money'],
  },
  digital: {
    weighted: ['TRAFFIC', 'LEADS', by('conversion'), 'CPL'],
    tracked: ['MKTSPEND', 'LEADQUALITY'],
    offered: [],
  },
  social: {
    weighted: ['FOLLOWERS', 'INTERACTIONS', 'REACH', 'SOCIALCVR'],
    tracked: ['POSTS', 'ENGRATE'],
    offered: [],
    input: 'POSTS',
    traits: ['beginnings'],
    ownForms: { CVR: 'SOCIALCVR', VISITTOLEAD: 'SOCIALCVR' },
  },
  content: {
    weighted: ['BLOGTRAFFIC', 'CONTENTLEADS', 'TIMEONPAGE', 'BOUNCE'],
    tracked: ['POSTS'],
    offered: [],
    input: 'POSTS',
    traits: ['beginnings'],
    ownForms: { TRAFFIC: 'BLOGTRAFFIC', LEADS: 'CONTENTLEADS', ROI: 'INBOUNDROI' },
  },
  sales: {
    weighted: [by('sales'), 'NEWCUSTOMERS', 'WINRATE', 'SQLS', 'CSAT'],
    tracked: ['LEADCVR', 'LOSSRATE', by('otherSales')],
    offered: [{ kpi: by('again'), note: 'established' }],
    input: 'WORKHOURS',
    traits: ['money'],
  },
  brand: {
    weighted: ['AWARENESS', 'SOV', 'MENTIONS', 'NPS', 'POSITIVESHARE'],
    tracked: ['RECOGNITION', 'VISIONFIT', 'BRANDVALUE'],
    offered: [],
    traits: ['voice', 'beginnings'],
  },
  department: {
    weighted: ['CUSTOMERGROWTH', 'TRAFFIC', 'CAMPAIGNCVR', 'CAMPAIGNREV', 'INTERACTIONS'],
    tracked: ['SEARCHRANK', 'EMAILCTR', 'MKTSPEND'],
    offered: [{ kpi: by('again'), note: 'established' }],
    traits: ['money', 'shared'],
    ownForms: { CVR: 'CAMPAIGNCVR', SALES: 'CAMPAIGNREV', REVENUE: 'CAMPAIGNREV' },
  },
  other: { weighted: [], tracked: [], offered: [] },
};

export const formFor = (role: PlanRole, kpi: string): string =>
  rolePlans[role].ownForms?.[kpi] ?? kpi;

/** What a role puts in, and what it answers for. */
export function roleFacts(role: PlanRole): ReturnType<RuleFacts['roleFacts']> {
  const { input = 'MKTSPEND', traits = [] } = rolePlans[role];
  return { input, traits };
}

/** KPIs that say themselves that they are to be offered to a role. */
export const offersTo = (role: PlanRole, kpis: readonly Kpi[]): RolePlan['offered'] =>
  kpis.flatMap(({ name, offered }) => {
    const note = role === 'other' ? undefined : offered?.[role];
    return note ? [{ kpi: name, note }] : [];
  });

/** Every KPI that a role's plan holds in these circumstances, ticked or not. */
export function roleKpis(role: PlanRole, circumstances: BusinessProfile): readonly string[] {
  const { weighted, tracked, offered } = rolePlans[role];
  const offers = [...offered, ...offersTo(role, catalogue)];
  const picks = [...weighted, ...tracked, ...offers.map(({ kpi }) => kpi)];
  return picks.map((pick) => picked(pick, circumstances));
}

/** Which offers fit the stage a business is in; an unsaid stage gets those of no stage. */
export const offeredAt = (note: OfferNote, { stage }: BusinessProfile): boolean =>
  note === 'industryData' ||
  (note === 'early' && stage === 'new') ||
  (note === 'established' && stage === 'established');
