import type { Pick } from '../kpi/roles.ts';
import type { ObjectiveTrait } from '../plan/doctor/rule.ts';
import type { BusinessProfile, Objective, PlanRole } from '../plan/model/plan.ts';
import { formFor, picked } from './roles.ts';

interface Fit {
  /** The KPIs that measure the objective, the most telling first. */
  readonly fits: readonly Pick[];
  /** KPIs that say something else, however good they look. */
  readonly unfit: readonly string[];
  readonly traits?: readonly ObjectiveTrait[];
  /** What is put in for it, where no role says so; money, where left out. */
  readonly input?: string;
}

export const objectiveFits: Readonly<Record<Objective, Fit>> = {
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
    input: 'POSTS',
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
    input: 'POSTS',
  },
  email: {
    fits: ['EMAILCTR', 'EMAILCVR', 'UNSUBRATE', 'OPENRATE', 'CAMPAIGNCVR'],
    unfit: ['SEARCHRANK'],
    traits: ['beginnings'],
  },
};

/** The KPIs that fit an objective, in its order, as a role has them. */
export function fitting(
  objective: Objective,
  role: PlanRole,
  circumstances: BusinessProfile,
): readonly string[] {
  const names = objectiveFits[objective].fits.map((pick) => picked(pick, circumstances));
  return [...new Set(names.map((name) => formFor(role, name)))];
}

/** What fits an objective and what does not, whatever the role. */
export function objectiveFit(
  objective: Objective,
  circumstances: BusinessProfile,
): { readonly fits: readonly string[]; readonly unfit: readonly string[] } {
  const { unfit } = objectiveFits[objective];
  return { fits: fitting(objective, 'other', circumstances), unfit };
}

/** What stands beside the KPIs of an objective when no role says it: what is put in. */
export const inputFor = (objective: Objective): string =>
  objectiveFits[objective].input ?? 'MKTSPEND';

export const objectiveTraits = (objective: Objective): readonly ObjectiveTrait[] =>
  objectiveFits[objective].traits ?? [];
