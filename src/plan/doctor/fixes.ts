import type { Plan, PlannedKpi } from '../model/plan.ts';
import { changed, sharesOf, weighed, withTracked } from './edit.ts';
import type { Fix, Issue, RuleFacts } from './rule.ts';

/** Sets these fields of the KPIs it was found of. */
export const setting = <Field extends keyof PlannedKpi>(
  fields: readonly Field[],
  change: (
    planned: PlannedKpi,
    found: Issue,
    facts: RuleFacts,
    plan: Plan,
  ) => Partial<Pick<PlannedKpi, Field>>,
): Fix => ({
  changes: fields,
  apply: (plan, found, facts) =>
    changed(plan, found.kpis, (planned) => change(planned, found, facts, plan)),
});

/** Weighs the plan's KPIs anew. */
export const weighing = (apply: Fix['apply']): Fix => ({ changes: ['weight'], apply });

/** These KPIs are only tracked from now on; their weight goes to the others in proportion. */
export const onlyTracking = weighing((plan, { kpis }) => {
  const next = changed(plan, kpis, () => ({ weight: null }));
  return weighed(next, sharesOf(next));
});

/** What was found missing is tracked beside the others. */
export const addingTracked: Fix = {
  changes: [],
  adds: true,
  apply: (plan, { add = '' }, facts) => withTracked(plan, add, facts),
};

/** The same, owned by whoever owns the KPI it stands guard beside. */
export const addingGuard: Fix = {
  changes: [],
  adds: true,
  apply: (plan, { add = '', kpis }, facts) => withTracked(plan, add, facts, kpis[0]),
};

/** What is only tracked carries as much as the others do on average. */
export const addingWeight = weighing((plan, { add = '' }, facts) => {
  const next = withTracked(plan, add, facts);
  const shares = sharesOf(plan);
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const fair = shares.size > 0 && total > 0 ? total / shares.size : 1;
  return weighed(next, new Map([...shares, [add, fair]]));
});

/** The same of what was found missing. */
export const addingWeighted: Fix = { ...addingWeight, adds: true };
