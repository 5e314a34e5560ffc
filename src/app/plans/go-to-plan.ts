import { planId } from '../api/request.ts';
import { Problem } from '../api/user-error.ts';
import { findPlans, planNamed } from '../plan-store/find-plans.ts';
import type { World } from '../ports/context.ts';

/** Brings a plan's sheet before the user. */
export function goToPlan(id: unknown, world: World): null {
  const { sheet, card } = planNamed(planId(id), findPlans(world), world);
  const { say, book } = world;
  if (!sheet) throw new Problem(say.broken(card.plan.name, say.parts.sheet));
  book.showSheet(sheet.id);
  return null;
}
