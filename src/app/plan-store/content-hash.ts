import { hashText } from '../../messages/hash-text.ts';
import type { BlockName } from '../../sheet/layout/block.ts';
import type { PlanBlock } from '../../sheet/layout/block-definition.ts';
import type { Rectangle } from '../../sheet/layout/drawing.ts';
import { cut } from '../../sheet/layout/found-blocks.ts';
import type { SheetCells } from '../../sheet/layout/stray-cells.ts';
import { blockList, blockNamed } from '../../sheet/plan/blocks.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';

/** A block of which cells change by themselves, and where it stands. */
export interface ChangingBlock extends Rectangle {
  readonly block: string;
}

/** The blocks of which one needs to know where they stand, to tell what changes by itself. */
export const changingAreas = (
  areaOf: (block: BlockName) => Rectangle | undefined,
): readonly ChangingBlock[] =>
  blockList.flatMap(({ name: block, fills, refreshed }: PlanBlock) => {
    const area = fills || refreshed ? areaOf(block) : undefined;
    return area
      ? [{ block, row: area.row, column: area.column, rows: area.rows, columns: area.columns }]
      : [];
  });

/**
 * What stands on a sheet in short, to see later whether anybody has typed into it. What formulas
 * show is left out, also where it fills the cells below them, and so is what a refresh writes: it
 * changes by itself.
 */
export const contentHash = (
  sheet: number,
  changing: readonly ChangingBlock[],
  spreadsheet: Spreadsheet,
): string => hashOf(everythingOn(sheet, spreadsheet), changing);

/** All that a sheet holds, from A1. */
export interface ReadSheet extends SheetCells {
  readonly used: Rectangle;
}

export function everythingOn(sheet: number, spreadsheet: Spreadsheet): ReadSheet {
  const used = spreadsheet.used(sheet);
  const values = spreadsheet.values(sheet, used);
  return { used, values, formulas: spreadsheet.formulas(sheet, used) };
}

/** Hashes that earlier versions noted have none; nothing can be told by them. */
const mark = 'h';
export const isContentHash = (text: string): boolean => text.startsWith(mark);

/** The same of what was read already. */
export function hashOf(
  { used, values, formulas }: ReadSheet,
  changing: readonly ChangingBlock[],
): string {
  const tests = changing.flatMap((area) => {
    const { fills, refreshed } = blockNamed(area.block) ?? {};
    return [
      ...(fills ? [filledCells(values, formulas, used, area, fills)] : []),
      ...(refreshed ? [refreshedCells(values, used, area, refreshed)] : []),
    ];
  });
  const filled = (row: number, column: number) => tests.some((test) => test(row, column));
  let hash: number | undefined;
  for (const [down, line] of values.entries()) {
    for (const [across, value] of line.entries()) {
      const [row, column] = [used.row + down, used.column + across];
      const computed = (formulas[down]?.[across] ?? '') !== '';
      if (!computed && (value === '' || filled(row, column))) continue;
      hash = hashText(`${row}:${column}${computed ? 'f' : `=${String(value)}`};`, hash);
    }
  }
  return `${mark}${(hash ?? 0).toString(36)}`;
}

/** Which cells show the answers of a formula above them. One that cannot fill its column has none. */
function filledCells(
  values: readonly (readonly unknown[])[],
  formulas: readonly (readonly string[])[],
  used: Rectangle,
  block: Rectangle,
  fills: string,
): (row: number, column: number) => boolean {
  const rows = cut(values, used, { ...used, row: block.row, rows: block.rows });
  const marks = rows.findIndex((line) => line.includes(fills));
  if (marks < 0) return () => false;
  const at = block.row + marks;
  const heads = formulas[at - used.row] ?? [];
  return (row, column) =>
    row > at &&
    row < block.row + block.rows &&
    (heads[column - used.column] ?? '') !== '' &&
    rows[marks]?.[column - used.column] !== '#REF!';
}

/**
 * Which cells a refresh writes: how far the inputs are, and the names of segments. What stands beside
 * a table, such as an exchange rate, is people's own.
 */
function refreshedCells(
  values: readonly (readonly unknown[])[],
  used: Rectangle,
  block: Rectangle,
  { columns, isRow }: NonNullable<PlanBlock['refreshed']>,
): (row: number, column: number) => boolean {
  const rows = cut(values, used, block);
  const columnKeys = (rows[0] ?? []).map(String);
  const keyColumn = columnKeys.indexOf('key');
  return (row, column) => {
    const key = String(rows[row - block.row]?.[keyColumn] ?? '');
    const inside = row > block.row && row < block.row + block.rows;
    return inside && isRow(key) && columns.includes(columnKeys[column - block.column] ?? '');
  };
}
