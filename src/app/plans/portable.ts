import type { PlanView } from '../api/plan-api.ts';
import { fieldOf, planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { deedLine } from '../history/history.ts';
import { changeable, checkMayChange, findPlans, planNamed } from '../plan-store/find-plans.ts';
import type { World } from '../ports/context.ts';
import { carryOut, recover } from '../transactions/pending-change.ts';
import { viewNow } from './open-plan.ts';

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
    const lines = [deedLine(native ? 'portable' : 'ours', plan, revision + 1, {}, world)];
    carryOut({ is: 'convert', key: id, language: plan.language, native, lines, undo: null }, world);
  });
  return viewNow(id, world);
}
