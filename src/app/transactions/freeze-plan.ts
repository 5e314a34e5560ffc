import { layoutVersion } from '../../plan/model/plan.ts';
import { unansweredCells } from '../../sheet/layout/computed-value.ts';
import { factsFor, metadataFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import { ensureDataBlock } from '../data-sheet/data-range.ts';
import { ensureDaysBlock, readsDays } from '../data-sheet/days-block.ts';
import { checkAnswered, checkTypedAnswered } from '../plan-store/answered-cells.ts';
import { checkTakes, findPlan } from '../plan-store/find-plan.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import {
  checkTakesFormulas,
  freezeFormulas,
  frozenCells,
  stoppedFunctions,
  unansweredFunctions,
  writeOwnFormulas,
  writeTwins,
} from '../plan-store/rewrite-formulas.ts';
import type { Context } from '../ports/context.ts';
import { letAllGo } from './let-go.ts';

/** Closes a quarter: what its sheet shows now stays as it is. Done already, it is not done again. */
export function freezePlan(id: string, context: Context): void {
  const standing = findPlan(id, context);
  if (standing?.state !== 'open') return;
  const plan = letAllGo(standing.card.plan, context) ? withoutPassing(id, context) : standing;
  if (plan?.state !== 'open') return;
  // What counts a day for its number must not stay so for ever.
  plan.writeMisreadAsText();
  answerForGood(plan, context);
  freezeFormulas(plan.read().blocks, context.spreadsheet);
  writeState(plan, true, context);
}

/**
 * A plan whose passing numbers have just been taken off. What our functions made of these they may go
 * on showing until they are asked anew, which nobody can wait for: native formulas answer in their place.
 */
function withoutPassing(id: string, context: Context): PlanSheet | null {
  const plan = findPlan(id, context);
  if (plan?.state !== 'open') return null;
  const { plan: read, typed, blocks } = plan.read();
  const state = { ...stateOf(plan.card), native: true };
  writeOwnFormulas(factsFor(read, state, typed, context), blocks, context.spreadsheet);
  context.spreadsheet.settle();
  return findPlan(id, context);
}

/**
 * Opens a closed quarter again: its cells compute as before. One of an older layout shows what it was
 * closed with until it is brought up to date: today's formulas are not for its rows and columns.
 */
export function reopenPlan(id: string, context: Context): void {
  const { spreadsheet } = context;
  const plan = findPlan(id, context);
  if (plan?.state !== 'frozen') return;
  const { card: metadata } = plan;
  const read = plan.read();
  // Of a closed quarter the clock has let go; one that is opened again flows on.
  if (metadata.plan.feeds.length > 0) {
    ensureDataBlock(metadata.plan, spreadsheet);
    if (readsDays(metadata.layout)) ensureDaysBlock(metadata.plan, spreadsheet);
  }
  if (metadata.layout === layoutVersion) {
    const facts = factsFor(read.plan, stateOf(metadata), read.typed, context);
    checkTakesFormulas(facts, read.blocks, context);
    writeOwnFormulas(facts, read.blocks, spreadsheet);
  }
  writeState(plan, false, context);
}

/**
 * Sees to it that every formula of a plan's sheet has its answer now, because it is to be kept for
 * good. What our functions have not answered, native formulas answer in their place, at once and
 * alike. Refuses where any other cell shows no value.
 */
function answerForGood(plan: PlanSheet, context: Context): void {
  const { plan: read, typed, blocks } = plan.read();
  const unanswered = unansweredCells(blocks);
  if (unanswered.length === 0) return;
  if (unansweredFunctions(unanswered).length === 0) checkAnswered(unanswered, context);
  // What would be left is refused before anything is written.
  checkTypedAnswered(typed, blocks, context);
  checkAnswered(stoppedFunctions(unanswered), context);
  const state = { ...stateOf(plan.card), native: true };
  writeTwins(factsFor(read, state, typed, context), blocks, context.spreadsheet);
  checkAnswered(unansweredCells(plan.readAnew().blocks), context);
}

/** Refuses to close a quarter of which a cell has no value, or would not keep the one it has. */
export function checkMayFreeze(standing: PlanSheet, context: Context): void {
  const { plan: of } = standing.card;
  const plan = letAllGo(of, context) ? (findPlan(of.id, context) ?? standing) : standing;
  answerForGood(plan, context);
  checkTakes(frozenCells(plan.read().blocks, context.spreadsheet), context);
}

function writeState(plan: PlanSheet, frozen: boolean, context: Context): void {
  const { card: metadata } = plan;
  const state = { ...stateOf(metadata), frozen, revision: metadata.revision + 1 };
  plan.writeCard(metadataFor(metadata.plan, state));
  context.spreadsheet.settle();
}
