import { planId } from './checked.ts';
import { findPlans, planNamed } from './find-plans.ts';
import { Problem } from './problem.ts';
import type { World } from './world.ts';

/** Brings a plan's sheet before the user. */
export function goToPlan(id: unknown, world: World): null {
  const { sheet, card } = planNamed(planId(id), findPlans(world), world);
  const { say, book } = world;
  if (!sheet) throw new Problem(say.broken(card.plan.name, say.parts.sheet));
  book.showSheet(sheet.id);
  return null;
}
