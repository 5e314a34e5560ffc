import type { PlanStart } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { forgetSecrets } from '../connect/secrets.ts';
import { dropDataBlock } from '../data-sheet/data-range.ts';
import { dropLongNote } from '../plan-store/chunked-property.ts';
import { findPlans, planNamed, planNote } from '../plan-store/find-plans.ts';
import { dropNames } from '../plan-store/staged-sheet.ts';
import type { World } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { planStart } from './list-plans.ts';

/** Takes a plan off the list whose sheet is gone. One that has a sheet stays. */
export function forgetPlan(id: unknown, world: World): PlanStart {
  const plan = planId(id);
  const { book, say } = world;
  exclusively(world, () => {
    recover(world);
    const standing = planNamed(plan, findPlans(world), world);
    if (standing.sheet) throw new Problem(say.stillThere(standing.sheet.name));
    dropNames(plan, book);
    dropDataBlock(plan, book);
    dropLongNote(planNote(plan), book);
    forgetSecrets(standing.card.plan.accounts, world);
  });
  return planStart(world);
}
