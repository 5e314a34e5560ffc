import { addressesFrom, columnLetters } from '../../sheet/layout/cell-addresses.ts';
import type { Drawing } from '../../sheet/layout/drawing.ts';
import { hull, type SheetBlock } from '../../sheet/layout/found-blocks.ts';
import type { CellChange } from '../../sheet/plan/cell-changes.ts';
import { Problem } from '../api/user-error.ts';
import type { Context } from '../ports/context.ts';
import type { CellValue } from '../ports/host.ts';
import type { SheetInfo } from '../ports/spreadsheet.ts';

/** More sheets than this no spreadsheet holds; the shared sheets have to find room as well. */
const mostSheets = 200;
const sharedAtMost = 2;

/** Refuses, before anything is written, what cannot be written. */
export function checkMayAdd(
  sheets: readonly SheetInfo[],
  { spreadsheet, say }: Pick<Context, 'spreadsheet' | 'say'>,
): void {
  if (!spreadsheet.mayChange(null)) throw new Problem(say.mayNotAdd);
  if (sheets.length + 1 + sharedAtMost > mostSheets) throw new Problem(say.tooManySheets);
}

/** What is to be written into one cell. */
export interface CellToWrite {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue | null;
}

/**
 * Refuses, before anything is written, what a strict rule of somebody's on what may be typed would
 * refuse: the spreadsheet then takes nothing of a whole write. Names the cell.
 */
export function checkTakes(
  cells: readonly CellToWrite[],
  { spreadsheet, say }: Pick<Context, 'spreadsheet' | 'say'>,
): void {
  for (const sheet of new Set(cells.map((each) => each.sheet))) {
    const here = cells.filter((each) => each.sheet === sheet);
    const area = hull(here.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })));
    const values = Array.from({ length: area.rows }, () =>
      new Array<CellValue | null | undefined>(area.columns).fill(undefined),
    );
    for (const { row, column, value } of here) {
      const line = values[row - area.row];
      if (line) line[column - area.column] = value;
    }
    const refused = spreadsheet.refuses(sheet, area, values);
    if (!refused) continue;
    const name = spreadsheet.sheets().find(({ id }) => id === sheet)?.name ?? '';
    throw new Problem(say.cellRefuses(`${columnLetters(refused.column)}${refused.row} · ${name}`));
  }
}

/** The same of changes to a plan's cells; one that is not found is not written. */
export function checkTakesChanges(
  changes: readonly CellChange[],
  blocks: readonly SheetBlock[],
  context: Pick<Context, 'spreadsheet' | 'say'>,
): void {
  const addresses = addressesFrom(blocks);
  const cells = changes.flatMap(({ block, row, column, after }) => {
    const stands = blocks.find((each) => each.block === block);
    const at = addresses.position(block, row, column);
    return stands && at ? [{ ...at, sheet: stands.sheet, value: after }] : [];
  });
  checkTakes(cells, context);
}

export function checkRoom({ rows, columns }: Drawing, { spreadsheet, say }: Context): void {
  if (spreadsheet.room() < rows * columns) throw new Problem(say.noRoom);
}
