import { nextPlan, nextTargets } from '../quarter/next.ts';
import { planId } from './checked.ts';
import { findPlans, planNamed } from './find-plans.ts';
import { actualsOf, folded } from './last-actuals.ts';
import type { NextDraft } from './plan-api.ts';
import { readStanding } from './plan-sheet.ts';
import { Problem } from './problem.ts';
import type { World } from './world.ts';

/** The plan of the next quarter as a draft: actuals are its baseline. Nothing is written. */
export function draftNext(id: unknown, world: World): NextDraft {
  const { say, book, language, catalogue } = world;
  const found = findPlans(world);
  const standing = planNamed(planId(id), found, world);
  const { card, sheet, state } = standing;
  if (state === 'newer') throw new Problem(say.newer(card.plan.name));
  if (!sheet) throw new Problem(say.broken(card.plan.name, say.parts.sheet));
  const { plan } = readStanding(standing, world);
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
