import { cardFor, factsFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import { writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import type { World } from '../ports/context.ts';

/** Writes a plan's formulas as native ones or with our functions. Done already, it is not done again. */
export function setForm(id: string, native: boolean, world: World): void {
  const standing = findPlans(world).plans.find((each) => each.id === id);
  if (standing?.state !== 'open' || standing.card.native === native) return;
  const { card } = standing;
  const read = standing.read();
  const state = { ...stateOf(card), native, revision: card.revision + 1 };
  writeOwnFormulas(factsFor(read.plan, state, read.typed, world), read.blocks, world.book);
  standing.writeCard(cardFor(card.plan, state));
  world.book.settle();
}
