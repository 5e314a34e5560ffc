import { addressesFrom } from '../../sheet/layout/cell-addresses.ts';
import {
  isUnanswered,
  type UnansweredCell,
  unansweredCells,
} from '../../sheet/layout/computed-value.ts';
import { hull, type SheetBlock } from '../../sheet/layout/found-blocks.ts';
import type { SheetInput as PlanFacts } from '../../sheet/layout/sheet-input.ts';
import { isFilling } from '../../sheet/plan/blocks.ts';
import { formulasOf, planBlocks } from '../../sheet/plan/plan-sheet.ts';
import type { Context } from '../ports/context.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';
import { type CellToWrite, checkTakes } from './find-plan.ts';
import { rectangles } from './rectangles.ts';

interface Owned extends Omit<CellToWrite, 'value'> {
  /** `null`: blank in this form of the sheet, with a formula in the other. */
  readonly formula: string | null;
}

/**
 * Every cell of a plan's sheet that the product computes, as it has to be in the form `facts` ask
 * for: with our functions, of which one fills a column, or with native formulas, one per cell.
 */
function owned(facts: PlanFacts, blocks: readonly SheetBlock[]): Owned[] {
  const addresses = addressesFrom(blocks);
  const sheets = new Map(blocks.map(({ block, sheet }) => [block, sheet]));
  const list = (portable: boolean) =>
    formulasOf(planBlocks({ ...facts, portable }), addresses).flatMap((each) => {
      const sheet = sheets.get(each.block);
      return sheet === undefined ? [] : [{ ...each.at, formula: each.formula, sheet }];
    });
  const wanted = list(facts.portable);
  const at = ({ row, column }: { row: number; column: number }) => `${row}:${column}`;
  const filled = new Set(wanted.map(at));
  const blank = list(!facts.portable).filter((each) => !filled.has(at(each)));
  return [...blank.map((each) => ({ ...each, formula: null })), ...wanted];
}

/** A cell of ours that holds what somebody typed over its formula. */
export interface TypedOver {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** As people see it. */
  readonly shown: string;
}

/** What people typed over formulas: all of it gives way when these are written again. */
export function typedOverFormulas(
  facts: PlanFacts,
  blocks: readonly SheetBlock[],
  spreadsheet: Spreadsheet,
): TypedOver[] {
  return [...bySheet(owned(facts, blocks))].flatMap(([sheet, cells]) => {
    const here = blocks.filter((block) => block.sheet === sheet);
    const around = hull(here.map(({ area }) => area));
    const formulas = spreadsheet.formulas(sheet, around);
    const at = ({ row, column }: { row: number; column: number }) =>
      formulas[row - around.row]?.[column - around.column] ?? '';
    const over = cells.filter((cell) => at(cell) === '' && isTypedIn(cell, here, at));
    if (over.length === 0) return [];
    const shown = spreadsheet.shown(sheet, around);
    return over.map(({ row, column }) => ({
      sheet,
      row,
      column,
      shown: shown[row - around.row]?.[column - around.column] ?? '',
    }));
  });
}

/** Whether a cell without a formula holds something of its own, and not what one above it fills in. */
function isTypedIn(
  { row, column }: Owned,
  blocks: readonly SheetBlock[],
  formulaAt: (at: { row: number; column: number }) => string,
): boolean {
  const block = blocks.find(({ area }) => row >= area.row && row < area.row + area.rows);
  if (!block) return false;
  const { area, values, rowKeys } = block;
  if ((values[row - area.row]?.[column - area.column] ?? '') === '') return false;
  const head = rowKeys.findIndex(isFilling);
  const above = { row: area.row + head, column };
  const fills = values[head]?.[column - area.column] !== '#REF!' && formulaAt(above) !== '';
  return !(head >= 0 && row > above.row && fills);
}

/** Refuses where a cell of somebody's strict rule would not take a formula of ours back. */
export function checkTakesFormulas(
  facts: PlanFacts,
  blocks: readonly SheetBlock[],
  context: Pick<Context, 'spreadsheet' | 'say'>,
): void {
  checkTakes(
    owned(facts, blocks).map(({ formula, ...at }) => ({ ...at, value: formula })),
    context,
  );
}

/** Writes the formulas of a sheet anew, where its cells stand now; `only` some of them. */
export function writeOwnFormulas(
  facts: PlanFacts,
  blocks: readonly SheetBlock[],
  spreadsheet: Spreadsheet,
  only: (cell: Owned) => boolean = () => true,
): void {
  for (const [sheet, cells] of bySheet(owned(facts, blocks).filter(only))) {
    // Blanks first: a formula that fills a column needs the cells below it free.
    const blank = cells.filter(({ formula }) => formula === null);
    for (const { area, values } of rectangles(blank.map((cell) => ({ ...cell, value: null })))) {
      spreadsheet.write(sheet, area, values);
    }
    const spots = cells.flatMap(({ formula, ...at }) =>
      formula === null ? [] : [{ ...at, value: formula }],
    );
    for (const { area, values } of rectangles(spots))
      spreadsheet.writeFormulas(sheet, area, values);
  }
}

type Unanswered = readonly UnansweredCell[];

/** Our functions that cannot fill their columns, because something stands below them. */
export const stoppedFunctions = (cells: Unanswered): Unanswered =>
  cells.filter(({ rowKey, shows }) => isFilling(rowKey) && shows === '#REF!');

/** Our functions that have not answered. */
export const unansweredFunctions = (cells: Unanswered): Unanswered =>
  cells.filter(({ rowKey, shows }) => isFilling(rowKey) && shows !== '#REF!');

/**
 * Writes native formulas, which are computed at once and come to the same, in the place of our
 * functions that have no answer. `facts` are those of the portable form.
 */
export function writeTwins(
  facts: PlanFacts,
  blocks: readonly SheetBlock[],
  spreadsheet: Spreadsheet,
): void {
  const columns = unansweredFunctions(unansweredCells(blocks)).map((cell) => {
    const area = blocks.find(({ block }) => block === cell.block)?.area;
    return { ...cell, end: area ? area.row + area.rows : 0 };
  });
  writeOwnFormulas(facts, blocks, spreadsheet, ({ sheet, row, column }) =>
    columns.some(
      (each) => each.sheet === sheet && each.column === column && row >= each.row && row < each.end,
    ),
  );
  spreadsheet.settle();
}

/** Puts what computed cells show in the place of their formulas. */
export function freezeFormulas(blocks: readonly SheetBlock[], spreadsheet: Spreadsheet): void {
  for (const [sheet, cells] of bySheet(frozenCells(blocks, spreadsheet))) {
    for (const { area, values } of rectangles(cells)) spreadsheet.write(sheet, area, values);
  }
}

/**
 * What computed cells show, to be put in the place of their formulas: wherever a block of ours has a
 * formula in a column of ours, and below one that fills its column. Columns and rows that somebody
 * has put in between are not ours. Everything is looked at before anything is written: between two
 * writes a look would show cells whose formulas are gone already. A chart's point that is none
 * (`#N/A`) is left out; that nothing else is unanswered has been seen to before.
 */
export function frozenCells(
  blocks: readonly SheetBlock[],
  spreadsheet: Spreadsheet,
): readonly CellToWrite[] {
  return blocks.flatMap(({ sheet, area, values, columnKeys, rowKeys }) => {
    const formulas = spreadsheet.formulas(sheet, area);
    const head = rowKeys.findIndex(isFilling);
    return values.flatMap((line, down) =>
      line.flatMap((value, across) => {
        const spilled = head >= 0 && down > head && isFormula(formulas, head, across);
        const ours = columnKeys[across] !== '' && rowKeys[down] !== '';
        if (!ours || !(spilled || isFormula(formulas, down, across))) return [];
        const kept = isUnanswered(value) ? null : value;
        return [{ sheet, row: area.row + down, column: area.column + across, value: kept }];
      }),
    );
  });
}

const isFormula = (formulas: readonly (readonly string[])[], down: number, across: number) =>
  (formulas[down]?.[across] ?? '') !== '';

function bySheet<Cell extends { readonly sheet: number }>(
  cells: readonly Cell[],
): Map<number, Cell[]> {
  const found = new Map<number, Cell[]>();
  for (const cell of cells) found.set(cell.sheet, [...(found.get(cell.sheet) ?? []), cell]);
  return found;
}
