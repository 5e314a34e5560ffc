import { placesFrom } from '../../sheet/layout/cell-addresses.ts';
import { factsFor, firstState, stateOf } from '../../sheet/plan/plan-facts.ts';
import { planBlocks } from '../../sheet/plan/plan-sheet.ts';
import type { Built } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { deedLine } from '../history/history.ts';
import { checkMayChange, findPlans, planNamed } from '../plan-store/find-plans.ts';
import type { ReadPlan } from '../plan-store/plan-sheet.ts';
import { writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import type { World } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { rebuild } from '../transactions/rebuild-sheet.ts';
import { planStart } from './list-plans.ts';

/**
 * Puts a plan's sheet right. Where all of its rows and columns stand, only formulas that somebody
 * typed over are written again. Else it is built anew from what is left of it: the cells of the blocks that stand, else what
 * was noted when the plan was last written. The old sheet stays, hidden.
 */
export function repairPlan(id: unknown, world: World): Built {
  const plan = planId(id);
  const { say } = world;
  const note = exclusively(world, () => {
    recover(world);
    const standing = planNamed(plan, findPlans(world), world);
    const { card } = standing;
    if (standing.state === 'newer') throw new Problem(say.newer(card.plan.name));
    if (standing.state === 'frozen') throw new Problem(say.frozen(card.plan.name));
    const read = standing.read();
    if (standing.sheet && standing.state === 'open' && isWhole(read, world)) {
      checkMayChange(standing.sheet, world);
      const facts = factsFor(read.plan, stateOf(card), read.typed, world);
      writeOwnFormulas(facts, read.blocks, world.book);
      world.book.settle();
      return '';
    }
    const state = { ...stateOf(card), revision: card.revision + 1, frozen: false };
    const lines = [deedLine('rebuilt', read.plan, state.revision, {}, world)];
    const kept = rebuild(standing, { plan: read.plan, typed: read.typed, state, lines }, world);
    return kept === '' ? '' : say.oldKept(kept);
  });
  const start = planStart(world);
  const sheet = start.plans.find((each) => each.id === plan)?.sheet ?? '';
  return { plan, sheet, start, note };
}

/** Whether every row and column that the plan's blocks have is found on its sheet. */
function isWhole({ plan, typed, blocks }: ReadPlan, world: World): boolean {
  const places = placesFrom(blocks);
  return planBlocks(factsFor(plan, firstState, typed, world)).every(({ name, columns, rows }) => {
    const keys = rows.filter(({ key, unkeyed }) => key !== '' && !unkeyed).map(({ key }) => key);
    const [first = ''] = keys;
    const found = keys.every((key) => places.position(name, key, 'key') !== null);
    return found && columns.every((column) => places.position(name, first, column) !== null);
  });
}
