import { nextPlan, nextTargets } from '../../plan/model/next-quarter.ts';
import type { NextDraft } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { Problem } from '../api/user-error.ts';
import { planNamed } from '../plan-store/find-plan.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { Context } from '../ports/context.ts';
import { actualsOf, folded } from './last-actuals.ts';

/** The plan of the next quarter as a draft: actuals are its baseline. Nothing is written. */
export function draftNext(id: unknown, context: Context): NextDraft {
  const { say, spreadsheet, language, catalogue } = context;
  const found = findPlans(context);
  const standing = planNamed(planId(id), context);
  const { card: metadata, sheet, state } = standing;
  if (state === 'newer') throw new Problem(say.newer({ name: metadata.plan.name }));
  if (!sheet) throw new Problem(say.broken({ name: metadata.plan.name, missing: say.parts.sheet }));
  const { plan } = standing.read();
  const earlier = found.plans.filter(
    (each) =>
      each.id !== standing.id &&
      each.sheet !== null &&
      each.state !== 'newer' &&
      !each.card.sample &&
      each.card.plan.role === plan.role &&
      folded(each.card.plan.name) === folded(plan.name),
  );
  const history = earlier.map(({ card: { plan: known } }) => known);
  const known = [
    plan,
    actualsOf(standing, context),
    history,
    spreadsheet.today(),
    catalogue,
  ] as const;
  const why = nextTargets(...known).map((target) => [target.kpi, target.why[language]] as const);
  return { plan: nextPlan(...known), why: Object.fromEntries(why) };
}
