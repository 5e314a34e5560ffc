import type { Pick } from './roles.ts';

/** What an objective wants: something to be bought or signed, or to be seen and liked. */
export type ObjectiveTrait = 'results' | 'beginnings';

/** All that an objective is: what measures it, what does not, and what is put in for it. */
export interface ObjectiveEntry {
  /** The KPIs that measure it, the most telling first. */
  readonly fits: readonly Pick[];
  /** KPIs that say something else, however good they look. */
  readonly unfit: readonly string[];
  readonly traits?: readonly ObjectiveTrait[];
  /** What is put in for it, where no role says so; money, where left out. */
  readonly putsIn?: string;
}

const entries = {
  sales: {
    fits: [{ by: 'sales' }, 'TRAFFIC', { by: 'conversion' }, 'AOV', 'ROAS'],
    unfit: ['AWARENESS', 'VISIONFIT'],
    traits: ['results'],
  },
  leads: {
    fits: ['LEADS', 'CPL', 'MQLS', 'LEADQUALITY', 'VISITTOLEAD', 'SIGNUPS', 'TRAFFICGROWTH'],
    unfit: ['RETENTION', 'MARKETSHARE'],
    traits: ['results'],
  },
  awareness: {
    fits: ['REACH', 'IMPRESSIONS', 'TRAFFIC', 'MENTIONS', 'SOV'],
    unfit: ['CAC', 'LEADCVR'],
    traits: ['beginnings'],
    putsIn: 'POSTS',
  },
  customers: {
    fits: ['CAC', 'NEWCUSTOMERS', 'LEADCVR', 'ACQRATE', 'WINRATE', 'CUSTOMERGROWTH'],
    unfit: ['COMMENTS', 'BLOGTRAFFIC'],
    traits: ['results'],
  },
  retention: {
    fits: [{ by: 'again' }, 'RETENTION', 'CHURN', 'REPEATRATE', 'CLV', 'CSAT'],
    unfit: ['LEADS', 'SIGNUPS'],
    traits: ['results'],
  },
  profit: {
    fits: ['ROI', 'ROAS', 'MKTREVENUE', 'CAMPAIGNREV', 'CLV', 'CAC'],
    unfit: ['FOLLOWERS', 'LIKES'],
    traits: ['results'],
  },
  content: {
    fits: ['BLOGTRAFFIC', 'CONTENTLEADS', 'CONTENTENGRATE', 'SEARCHRANK', 'ORGANICGROWTH'],
    unfit: ['LOSSRATE'],
    traits: ['beginnings'],
    putsIn: 'POSTS',
  },
  email: {
    fits: ['EMAILCTR', 'EMAILCVR', 'UNSUBRATE', 'OPENRATE', 'CAMPAIGNCVR'],
    unfit: ['SEARCHRANK'],
    traits: ['beginnings'],
  },
} as const satisfies Readonly<Record<string, ObjectiveEntry>>;

/** The ids of objectives are stored in plans: never rename or remove one. */
export type Objective = keyof typeof entries;
export const objectives: Readonly<Record<Objective, ObjectiveEntry>> = entries;
/** In the order in which they are offered. */
export const objectiveIds = Object.keys(entries) as Objective[];
