import { checkMayChange, exclusively } from './before-writing.ts';
import { carryOut } from './carry-out.ts';
import { fieldOf, planId } from './checked.ts';
import { changeable, findPlans, planNamed } from './find-plans.ts';
import { keepJournal } from './journal.ts';
import { deedLine } from './log-lines.ts';
import type { PlanView } from './plan-api.ts';
import { viewNow } from './plan-view.ts';
import { recover } from './recover.ts';
import type { World } from './world.ts';

/**
 * Our functions to native formulas, for colleagues without the add-on, and back. Only cells that
 * the product computes are written, and each gets exactly the formula it was built with.
 */
export function makePortable(request: unknown, world: World): PlanView {
  const id = planId(fieldOf(request, 'plan'));
  const native = fieldOf(request, 'native') === true;
  exclusively(world, () => {
    recover(world);
    const standing = changeable(planNamed(id, findPlans(world), world), world);
    const { card, sheet } = standing;
    if (card.native === native) return;
    checkMayChange(sheet, world);
    const { plan, revision } = card;
    const journal = {
      ...{ key: id, language: plan.language, native },
      ...{ stand: null, cells: [], card: null, freeze: null, undo: null },
      lines: [deedLine(native ? 'portable' : 'ours', plan, revision + 1, {}, world)],
    };
    keepJournal(journal, world.book);
    carryOut(journal, world);
  });
  return viewNow(id, world);
}
