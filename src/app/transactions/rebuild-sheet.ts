import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { typedByPeople, typedPlaces, unlikeCells } from '../../sheet/layout/carry-typed.ts';
import type { Drawing } from '../../sheet/layout/drawing.ts';
import {
  cut,
  type SheetBlock,
  standing as standingBlock,
} from '../../sheet/layout/found-blocks.ts';
import type { TypedValues } from '../../sheet/layout/sheet-input.ts';
import { blockOf } from '../../sheet/plan/blocks.ts';
import { drawingFor, type SheetState } from '../../sheet/plan/plan-facts.ts';
import { readPlan } from '../../sheet/plan/read-plan.ts';
import type { LogLine } from '../history/history.ts';
import { checkTypedAnswered } from '../plan-store/answered-cells.ts';
import { checkMayChange } from '../plan-store/find-plan.ts';
import { leftWords } from '../plan-store/kept-sheets.ts';
import type { PlanSheet, ReadPlan } from '../plan-store/plan-sheet.ts';
import { checkMayAdd } from '../plan-store/preconditions.ts';
import { planTitle } from '../plan-store/sheet-title.ts';
import type { Context } from '../ports/context.ts';
import { buildSheet } from './build-sheet.ts';
import type { Look } from './look-again.ts';
import { readyFor } from './prepare-data-range.ts';

/** What a plan's sheet is built anew with. */
export interface Rebuilding {
  readonly plan: Plan;
  readonly typed: TypedValues;
  readonly state: SheetState;
  readonly lines: readonly LogLine[];
  /** What was read from everything that can still be told of a damaged sheet, where it is one. */
  readonly recovered?: ReadPlan;
}

/** What became of the sheet before. */
export interface Rebuilt {
  /** Its name now; '' where there was none. */
  readonly kept: string;
  /** Which of its cells have no place on the new one, in a sentence; '' where all have. */
  readonly left: string;
}

/**
 * Builds a plan's sheet anew beside the one that stands, with what people typed there. The old one
 * stays, hidden.
 */
export function rebuild(
  standing: PlanSheet,
  { plan, typed, state, lines, recovered }: Rebuilding,
  context: Context,
): Rebuilt {
  const { spreadsheet } = context;
  const { sheet: old, card: metadata } = standing;
  checkMayAdd(spreadsheet.sheets(), context);
  checkTypedAnswered(typed, standing.read().blocks, context);
  if (old) checkMayChange(old, context);
  const say = planAnswersWords(plan.language);
  // A title that somebody gave the tab stays; one of ours follows the plan.
  const usual = old === null || old.name.startsWith(planTitle(metadata.plan));
  const renamed = planTitle(metadata.plan) !== planTitle(plan);
  const title = usual && (renamed || old === null) ? planTitle(plan) : old.name;
  const keptTitle = say.kept({ title: old?.name ?? title });
  const drawing = drawingFor(plan, state, readyFor(plan, typed, metadata.layout, context), context);
  buildSheet(
    {
      key: plan.id,
      drawing,
      title,
      from: old && {
        sheet: old.id,
        keptTitle,
        look: lookAt(recovered ?? standing.read(), standing, plan, drawing, context),
      },
      freeze: null,
      language: plan.language,
      lines,
      undo: old
        ? (sheet, hash) => ({ is: 'swap', plan: plan.id, name: plan.name, sheet, print: hash })
        : null,
    },
    context,
  );
  return {
    kept: (old && spreadsheet.sheet(old.id)?.name) ?? '',
    left: leftWords(old?.id ?? null, context),
  };
}

/** What became of the sheet before, for whoever asked for the new one. */
export const keptWords = ({ kept, left }: Rebuilt, { say }: Context): string =>
  [kept === '' ? '' : say.oldKept({ title: kept }), left].filter(Boolean).join(' ');

/** What was read from the sheet that stands, and where the new one was drawn with something else. */
function lookAt(
  read: ReadPlan,
  standing: PlanSheet,
  plan: Plan,
  drawing: Drawing,
  context: Context,
): Look {
  const { catalogue, sources, versions } = context;
  const { card: metadata } = standing;
  const [was, is] = [versions.blocks(metadata.plan, metadata), versions.blocks(plan, metadata)];
  const before = typedByPeople(read.typed, was);
  const { typed } = readPlan(
    drawnBlocks(drawing),
    { plan, native: metadata.native },
    catalogue,
    sources,
    is,
  );
  const unlike = unlikeCells(before, typedByPeople(typed, is));
  return { before, unlike, places: typedPlaces(is), recovered: read !== standing.read() };
}

/** The blocks of a drawing with what its cells hold; formulas show nothing yet. */
function drawnBlocks({ names, cells }: Drawing): SheetBlock[] {
  const values = cells.map((line) => line.map(({ value, text }) => text ?? value ?? ''));
  return names.flatMap(({ name, ...area }) => {
    const block = blockOf(name)?.block;
    const whole = { row: 1, column: 1, rows: values.length, columns: values[0]?.length ?? 1 };
    const own = { ...area, name, sheet: 0 };
    return block ? [standingBlock(block, own, cut(values, whole, area))] : [];
  });
}
