import { exclusively } from './before-writing.ts';
import { planId } from './checked.ts';
import { dropDataBlock } from './data-block.ts';
import { findPlans, planNamed, planNote } from './find-plans.ts';
import { dropNames } from './fresh-sheet.ts';
import { dropLongNote } from './long-note.ts';
import type { PlanStart } from './plan-api.ts';
import { planStart } from './plan-start.ts';
import { Problem } from './problem.ts';
import { recover } from './recover.ts';
import type { World } from './world.ts';

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
  });
  return planStart(world);
}
