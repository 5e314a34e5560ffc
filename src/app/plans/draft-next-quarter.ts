import { nextPlan, nextTargets } from '../../plan/model/next-quarter.ts';
import type { NextDraft } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { Problem } from '../api/user-error.ts';
import { findPlans, planNamed } from '../plan-store/find-plans.ts';
import type { World } from '../ports/context.ts';
import { actualsOf, folded } from './last-actuals.ts';

/** The plan of the next quarter as a draft: actuals are its baseline. Nothing is written. */
export function draftNext(id: unknown, world: World): NextDraft {
  const { say, book, language, catalogue } = world;
  const found = findPlans(world);
  const standing = planNamed(planId(id), found, world);
  const { card, sheet, state } = standing;
  if (state === 'newer') throw new Problem(say.newer(card.plan.name));
  if (!sheet) throw new Problem(say.broken(card.plan.name, say.parts.sheet));
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
  const known = [plan, actualsOf(standing, world), history, book.today(), catalogue] as const;
  const why = nextTargets(...known).map((target) => [target.kpi, target.why[language]] as const);
  return { plan: nextPlan(...known), why: Object.fromEntries(why) };
}
