import type { BusinessProfile, Objective, PlanRole } from '../plan/model/plan.ts';
import { formFor, type Pick, picked } from './roles.ts';

interface Fit {
  /** The KPIs that measure the objective, the most telling first. */
  readonly fits: readonly Pick[];
  /** KPIs that say something else, however good they look. */
  readonly unfit: readonly string[];
}

export const objectiveFits: Readonly<Record<Objective, Fit>> = {
  sales: {
    fits: [{ by: 'sales' }, 'TRAFFIC', { by: 'conversion' }, 'AOV', 'ROAS'],
    unfit: ['AWARENESS', 'VISIONFIT'],
  },
  leads: {
    fits: ['LEADS', 'CPL', 'MQLS', 'LEADQUALITY', 'VISITTOLEAD', 'SIGNUPS', 'TRAFFICGROWTH'],
    unfit: ['RETENTION', 'MARKETSHARE'],
  },
  awareness: {
    fits: ['REACH', 'IMPRESSIONS', 'TRAFFIC', 'MENTIONS', 'SOV'],
    unfit: ['CAC', 'LEADCVR'],
  },
  customers: {
    fits: ['CAC', 'NEWCUSTOMERS', 'LEADCVR', 'ACQRATE', 'WINRATE', 'CUSTOMERGROWTH'],
    unfit: ['COMMENTS', 'BLOGTRAFFIC'],
  },
  retention: {
    fits: [{ by: 'again' }, 'RETENTION', 'CHURN', 'REPEATRATE', 'CLV', 'CSAT'],
    unfit: ['LEADS', 'SIGNUPS'],
  },
  profit: {
    fits: ['ROI', 'ROAS', 'MKTREVENUE', 'CAMPAIGNREV', 'CLV', 'CAC'],
    unfit: ['FOLLOWERS', 'LIKES'],
  },
  content: {
    fits: ['BLOGTRAFFIC', 'CONTENTLEADS', 'CONTENTENGRATE', 'SEARCHRANK', 'ORGANICGROWTH'],
    unfit: ['LOSSRATE'],
  },
  email: {
    fits: ['EMAILCTR', 'EMAILCVR', 'UNSUBRATE', 'OPENRATE', 'CAMPAIGNCVR'],
    unfit: ['SEARCHRANK'],
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
  objective === 'content' || objective === 'awareness' ? 'POSTS' : 'MKTSPEND';
