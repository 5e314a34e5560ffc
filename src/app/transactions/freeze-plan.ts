import { cardFor, factsFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import { ensureDataBlock } from '../data-sheet/data-range.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { freezeFormulas, writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import type { World } from '../ports/context.ts';

/** Closes a quarter: what its sheet shows now stays as it is. Done already, it is not done again. */
export function freezePlan(id: string, world: World): void {
  const plan = findPlans(world).plans.find((each) => each.id === id);
  if (plan?.state === 'open') setFrozen(plan, true, world);
}

/** Opens a closed quarter again: its cells compute as before. */
export function reopenPlan(id: string, world: World): void {
  const plan = findPlans(world).plans.find((each) => each.id === id);
  if (plan?.state === 'frozen') setFrozen(plan, false, world);
}

function setFrozen(plan: PlanSheet, frozen: boolean, world: World): void {
  const { book } = world;
  const { card } = plan;
  const read = plan.read();
  // Of a closed quarter the clock has let go; one that is opened again flows on.
  if (!frozen && card.plan.feeds.length > 0) ensureDataBlock(card.plan, book);
  if (frozen) freezeFormulas(read.blocks, book);
  else writeOwnFormulas(factsFor(read.plan, stateOf(card), read.typed, world), read.blocks, book);
  const state = { ...stateOf(card), frozen, revision: card.revision + 1 };
  plan.writeCard(cardFor(card.plan, state));
  book.settle();
}
