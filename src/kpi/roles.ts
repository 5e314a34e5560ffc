import type { OfferNote } from './define.ts';

/** What a role answers for, and so what the doctor expects of its plan, or does not hold against it. */
export type RoleTrait =
  /** Some of its numbers have to be money. */
  | 'money'
  /** Somebody has to be asked what they think. */
  | 'voice'
  /** Being seen and liked is its work, however old the business. */
  | 'beginnings'
  /** Several people's work: nobody owns all of it. */
  | 'shared';

/** A KPI by its name, or by what the business makes of it, which the presets know. */
export type Pick = string | { readonly by: 'sales' | 'otherSales' | 'conversion' | 'again' };

/** All that a role is: what its ready-made plan holds, what it answers for, and for whom it speaks. */
export interface RoleEntry {
  /** At most five, in their order. */
  readonly weighted: readonly Pick[];
  /** «Chỉ số theo dõi»: inputs and guardrails, without weight. */
  readonly tracked: readonly Pick[];
  /** Shown, but not ticked, beside the KPIs that offer themselves; `note` is a key of the words for it. */
  readonly offered: readonly { readonly kpi: Pick; readonly note: OfferNote }[];
  /** What it puts in first of all; money, where left out. */
  readonly putsIn?: string;
  readonly traits?: readonly RoleTrait[];
  /** What it calls KPIs that everybody has: traffic is blog traffic to a content specialist. */
  readonly ownForms?: Readonly<Record<string, string>>;
  /** Whose numbers its plan holds already; one person's or channel's, where left out. */
  readonly speaksFor?: 'team' | 'department';
  /** Whose plan is shown to look around in, where nobody has said a role. */
  readonly likeliest?: true;
}

const entries = {
  manager: {
    weighted: [{ by: 'sales' }, 'ROI', 'MQLS'],
    tracked: ['MKTSPEND'],
    offered: [{ kpi: { by: 'again' }, note: 'established' }],
    traits: ['money'],
    speaksFor: 'team',
  },
  digital: {
    weighted: ['TRAFFIC', 'LEADS', { by: 'conversion' }, 'CPL'],
    tracked: ['MKTSPEND', 'LEADQUALITY'],
    offered: [],
    likeliest: true,
  },
  social: {
    weighted: ['FOLLOWERS', 'INTERACTIONS', 'REACH', 'SOCIALCVR'],
    tracked: ['POSTS', 'ENGRATE'],
    offered: [],
    putsIn: 'POSTS',
    traits: ['beginnings'],
    ownForms: { CVR: 'SOCIALCVR', VISITTOLEAD: 'SOCIALCVR' },
  },
  content: {
    weighted: ['BLOGTRAFFIC', 'CONTENTLEADS', 'TIMEONPAGE', 'BOUNCE'],
    tracked: ['POSTS'],
    offered: [],
    putsIn: 'POSTS',
    traits: ['beginnings'],
    ownForms: { TRAFFIC: 'BLOGTRAFFIC', LEADS: 'CONTENTLEADS', ROI: 'INBOUNDROI' },
  },
  sales: {
    weighted: [{ by: 'sales' }, 'NEWCUSTOMERS', 'WINRATE', 'SQLS', 'CSAT'],
    tracked: ['LEADCVR', 'LOSSRATE', { by: 'otherSales' }],
    offered: [{ kpi: { by: 'again' }, note: 'established' }],
    putsIn: 'WORKHOURS',
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
    offered: [{ kpi: { by: 'again' }, note: 'established' }],
    traits: ['money', 'shared'],
    speaksFor: 'department',
    ownForms: { CVR: 'CAMPAIGNCVR', SALES: 'CAMPAIGNREV', REVENUE: 'CAMPAIGNREV' },
  },
} as const satisfies Readonly<Record<string, RoleEntry>>;

/** The ids of roles are stored in plans: never rename or remove one. */
export type Role = keyof typeof entries;
export const roles: Readonly<Record<Role, RoleEntry>> = entries;
export const roleIds = Object.keys(entries) as Role[];

/** What is put in where nothing else is said. */
export const usualInput = 'MKTSPEND';

/** What a role puts in, and what it answers for. */
export function roleFacts(role: Role | 'other'): {
  readonly input: string;
  readonly traits: readonly RoleTrait[];
} {
  const { putsIn: input = usualInput, traits = [] }: Partial<RoleEntry> =
    role === 'other' ? {} : roles[role];
  return { input, traits };
}

const spans = ['one', 'team', 'department'] as const;

/** How much of a department a role speaks for: the numbers of a higher one hold those of a lower. */
export const roleRank = (role: Role | 'other'): number =>
  role === 'other' ? 0 : spans.indexOf(roles[role].speaksFor ?? 'one');
