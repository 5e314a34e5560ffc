import { addressesFrom } from '../../sheet/layout/cell-addresses.ts';
import { factsFor, firstState, stateOf } from '../../sheet/plan/plan-facts.ts';
import { planBlocks } from '../../sheet/plan/plan-sheet.ts';
import type { Built } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { deedLine } from '../history/history.ts';
import { checkMayChange, findPlans, planNamed } from '../plan-store/find-plans.ts';
import type { ReadPlan } from '../plan-store/plan-sheet.ts';
import { checkTakesFormulas, writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import type { Context } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { rebuild } from '../transactions/rebuild-sheet.ts';
import { planStart } from './list-plans.ts';

/**
 * Puts a plan's sheet right. Where all of its rows and columns stand, only formulas that somebody
 * typed over are written again. Else it is built anew from what is left of it: the cells of the blocks that stand, else what
 * was noted when the plan was last written. The old sheet stays, hidden.
 */
export function repairPlan(id: unknown, context: Context): Built {
  const plan = planId(id);
  const { say } = context;
  const note = exclusively(context, () => {
    recover(context);
    const standing = planNamed(plan, findPlans(context), context);
    const { card: metadata } = standing;
    if (standing.state === 'newer') throw new Problem(say.newer(metadata.plan.name));
    if (standing.state === 'frozen') throw new Problem(say.frozen(metadata.plan.name));
    const read = standing.read();
    if (standing.sheet && standing.state === 'open' && isWhole(read, context)) {
      checkMayChange(standing.sheet, context);
      const facts = factsFor(read.plan, stateOf(metadata), read.typed, context);
      checkTakesFormulas(facts, read.blocks, context);
      writeOwnFormulas(facts, read.blocks, context.spreadsheet);
      context.spreadsheet.settle();
      return '';
    }
    const state = { ...stateOf(metadata), revision: metadata.revision + 1, frozen: false };
    const lines = [deedLine('rebuilt', read.plan, state.revision, {}, context)];
    const kept = rebuild(standing, { plan: read.plan, typed: read.typed, state, lines }, context);
    return kept === '' ? '' : say.oldKept(kept);
  });
  const start = planStart(context);
  const sheet = start.plans.find((each) => each.id === plan)?.sheet ?? '';
  return { plan, sheet, start, note };
}

/** Whether every row and column that the plan's blocks have is found on its sheet. */
function isWhole({ plan, typed, blocks }: ReadPlan, context: Context): boolean {
  const addresses = addressesFrom(blocks);
  return planBlocks(factsFor(plan, firstState, typed, context)).every(({ name, columns, rows }) => {
    const keys = rows.filter(({ key, unkeyed }) => key !== '' && !unkeyed).map(({ key }) => key);
    const [first = ''] = keys;
    const found = keys.every((key) => addresses.position(name, key, 'key') !== null);
    return found && columns.every((column) => addresses.position(name, first, column) !== null);
  });
}
