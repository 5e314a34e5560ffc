import { factsFor, metadataFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import { ensureDataBlock } from '../data-sheet/data-range.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { freezeFormulas, writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import type { Context } from '../ports/context.ts';

/** Closes a quarter: what its sheet shows now stays as it is. Done already, it is not done again. */
export function freezePlan(id: string, context: Context): void {
  const plan = findPlans(context).plans.find((each) => each.id === id);
  if (plan?.state === 'open') setFrozen(plan, true, context);
}

/** Opens a closed quarter again: its cells compute as before. */
export function reopenPlan(id: string, context: Context): void {
  const plan = findPlans(context).plans.find((each) => each.id === id);
  if (plan?.state === 'frozen') setFrozen(plan, false, context);
}

function setFrozen(plan: PlanSheet, frozen: boolean, context: Context): void {
  const { spreadsheet } = context;
  const { card: metadata } = plan;
  // What counts a day for its number must not stay so for ever.
  if (frozen) plan.writeMisreadAsText();
  const read = plan.read();
  // Of a closed quarter the clock has let go; one that is opened again flows on.
  if (!frozen && metadata.plan.feeds.length > 0) ensureDataBlock(metadata.plan, spreadsheet);
  if (frozen) freezeFormulas(read.blocks, spreadsheet);
  else
    writeOwnFormulas(
      factsFor(read.plan, stateOf(metadata), read.typed, context),
      read.blocks,
      spreadsheet,
    );
  const state = { ...stateOf(metadata), frozen, revision: metadata.revision + 1 };
  plan.writeCard(metadataFor(metadata.plan, state));
  spreadsheet.settle();
}
