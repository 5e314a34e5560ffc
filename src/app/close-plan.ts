import { lastDay } from '../quarter/calendar.ts';
import { checkMayChange, exclusively } from './before-writing.ts';
import { carryOut } from './carry-out.ts';
import { planId } from './checked.ts';
import { changeable, findPlans, planNamed } from './find-plans.ts';
import { keepJournal } from './journal.ts';
import { deedLine } from './log-lines.ts';
import type { PlanView } from './plan-api.ts';
import { viewNow } from './plan-view.ts';
import { Problem } from './problem.ts';
import { recover } from './recover.ts';
import type { World } from './world.ts';

/** Closes a quarter that is over: its numbers stay as they are. */
export function closePlan(given: unknown, world: World): PlanView {
  const id = planId(given);
  const { book, say } = world;
  exclusively(world, () => {
    recover(world);
    const standing = planNamed(id, findPlans(world), world);
    if (standing.state === 'frozen') return;
    const { card, sheet } = changeable(standing, world);
    const { plan, revision } = card;
    if (book.today() <= lastDay(plan.quarter)) throw new Problem(say.stillRunning(plan.name));
    checkMayChange(sheet, world);
    const journal = {
      ...{ key: id, language: plan.language, freeze: id },
      ...{ stand: null, cells: [], card: null, native: null },
      undo: { is: 'close', plan: id, name: plan.name } as const,
      lines: [deedLine('closed', plan, revision + 1, {}, world)],
    };
    keepJournal(journal, book);
    carryOut(journal, world);
  });
  return viewNow(id, world);
}
