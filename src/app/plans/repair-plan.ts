import type { DamageKind } from '../../sheet/integrity/damage.ts';
import { recoveredBlocks } from '../../sheet/integrity/recovered-blocks.ts';
import { addressesFrom } from '../../sheet/layout/cell-addresses.ts';
import { factsFor, firstState, stateOf } from '../../sheet/plan/plan-facts.ts';
import { planBlocks } from '../../sheet/plan/plan-sheet.ts';
import type { Built } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { deedLine, log } from '../history/history.ts';
import { replacedLines, replacedWords } from '../history/replaced-values.ts';
import { checkMayChange, planNamed } from '../plan-store/find-plan.ts';
import { nameAgain, writeCardAgain } from '../plan-store/lost-names.ts';
import { markDamage } from '../plan-store/mark-damage.ts';
import { type PlanSheet, type ReadPlan, readPlanSheet } from '../plan-store/plan-sheet.ts';
import { writeOwnDays } from '../plan-store/rewrite-days.ts';
import {
  checkTakesFormulas,
  type TypedOver,
  typedOverFormulas,
  writeOwnFormulas,
} from '../plan-store/rewrite-formulas.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import type { Context } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { keptWords, rebuild } from '../transactions/rebuild-sheet.ts';
import { planStart } from './list-plans.ts';

/**
 * Puts a plan's sheet right. Blocks that only lost their names get them back. Where all rows and
 * columns stand then, only formulas that somebody typed over are written again. Else it is built anew
 * from what is left of it: the cells of the blocks that stand, else what was noted when the plan was
 * last written. The old sheet stays, hidden. A closed quarter is never computed anew.
 */
export function repairPlan(id: unknown, context: Context): Built {
  const plan = planId(id);
  const { say } = context;
  const note = exclusively(context, () => {
    recover(context);
    const before = planNamed(plan, context);
    const { name } = before.card.plan;
    if (before.state === 'newer') throw new Problem(say.newer({ name }));
    if (before.state === 'frozen') return repairClosed(before, context);
    if (before.sheet) checkMayChange(before.sheet, context);
    const standing = found(before, context);
    const { card: metadata } = standing;
    if (isInPlace(standing, context)) {
      const read = standing.read();
      const facts = factsFor(read.plan, stateOf(metadata), read.typed, context);
      checkTakesFormulas(facts, read.blocks, context);
      const over = typedOverFormulas(facts, read.blocks, context.spreadsheet);
      noteReplaced(over, standing, context);
      writeOwnFormulas(facts, read.blocks, context.spreadsheet);
      writeOwnDays(
        context.versions.blocks(metadata.plan, metadata),
        read.blocks,
        context.spreadsheet,
      );
      context.spreadsheet.settle();
      const again = planNamed(plan, context);
      markDamage(again, context);
      if (again.check() === null) return replacedWords(over, context);
    }
    const recovered = readRecovered(standing, context);
    const read = recovered ?? standing.read();
    const state = { ...stateOf(metadata), revision: metadata.revision + 1 };
    const lines = [deedLine('rebuilt', read.plan, state.revision, {}, context)];
    const rebuilt = rebuild(
      standing,
      { plan: read.plan, typed: read.typed, state, lines, ...(recovered && { recovered }) },
      context,
    );
    return keptWords(rebuilt, context);
  });
  const start = planStart(context);
  const sheet = start.plans.find((each) => each.id === plan)?.sheet ?? '';
  return { plan, sheet, start, note };
}

/** In the log first: what was typed over formulas is found there when it is gone from the sheet. */
function noteReplaced(over: readonly TypedOver[], plan: PlanSheet, context: Context): void {
  const lines = replacedLines(over, plan.card, context);
  if (lines.length === 0) return;
  const sheet = buildShared('log', plan.card.plan.language, context.spreadsheet);
  log(lines, sheet, context.spreadsheet);
}

/** The plan once what only lost its name has it again. */
const found = (plan: PlanSheet, context: Context): PlanSheet =>
  nameAgain(plan, context) ? planNamed(plan.id, context) : plan;

/**
 * Of a closed quarter only what is still there is found again: its numbers were computed from what
 * nobody may know any more, so that no formula is written and no cell drawn.
 */
function repairClosed(before: PlanSheet, context: Context): string {
  const { say } = context;
  const { name } = before.card.plan;
  if (!before.sheet) throw new Problem(say.closedGone({ name }));
  if (before.missing.length === 0) throw new Problem(say.frozen({ name }));
  checkMayChange(before.sheet, context);
  writeCardAgain(found(before, context), context);
  const { missing } = planNamed(before.id, context);
  return missing.length === 0
    ? ''
    : say.closedLost({ name, missing: missing.map((each) => say.parts[each]).join(', ') });
}

/** Damage that is put right by writing our own cells again, where they stand. */
const mendable: readonly DamageKind[] = ['overwritten', 'days', 'altered'];

function isInPlace(plan: PlanSheet, context: Context): boolean {
  if (!plan.sheet || plan.state !== 'open' || !isWhole(plan.read(), context)) return false;
  return (plan.check()?.damages ?? []).every(({ is }) => mendable.includes(is));
}

/**
 * What a damaged sheet says, also where names, keys or heads are gone that tell what its cells are;
 * `null` of an older layout, of which only what it says by itself is known.
 */
function readRecovered(plan: PlanSheet, context: Context): ReadPlan | null {
  const { sheet, card, areas } = plan;
  if (!sheet || plan.state === 'older') return null;
  const { spreadsheet, versions } = context;
  const values = spreadsheet.values(sheet.id, spreadsheet.used(sheet.id));
  const here = new Map([...areas].filter(([, area]) => area.sheet === sheet.id));
  const drawn = versions.blocks(card.plan, card);
  const blocks = recoveredBlocks(values, sheet.id, drawn, here);
  return readPlanSheet(plan, context, blocks);
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
