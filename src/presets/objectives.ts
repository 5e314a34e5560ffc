import { type Objective, objectives } from '../kpi/objectives.ts';
import type { BusinessProfile, PlanRole } from '../plan/model/plan.ts';
import { formFor, picked } from './roles.ts';

/** The KPIs that fit an objective, in its order, as a role has them. */
export function fitting(
  objective: Objective,
  role: PlanRole,
  circumstances: BusinessProfile,
): readonly string[] {
  const names = objectives[objective].fits.map((pick) => picked(pick, circumstances));
  return [...new Set(names.map((name) => formFor(role, name)))];
}

/** What fits an objective and what does not, whatever the role. */
export const objectiveFit = (
  objective: Objective,
  circumstances: BusinessProfile,
): { readonly fits: readonly string[]; readonly unfit: readonly string[] } => ({
  fits: fitting(objective, 'other', circumstances),
  unfit: objectives[objective].unfit,
});
