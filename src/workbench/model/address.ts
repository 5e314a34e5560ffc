import { columnIndex, columnName } from '../formula/translate.ts';
import type { CellRange } from './book.ts';

/** A rectangle on a sheet, rows and columns counted from 0, ends included. */
export interface RangeBounds {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** A block as the engine writes ranges. */
export const engineRange = ({ row, column, rows, columns }: CellRange): RangeBounds => ({
  startRow: row,
  startColumn: column,
  endRow: row + rows - 1,
  endColumn: column + columns - 1,
});

/** `B2:C5`, `B2`, `K:K` or `3:4` without a sheet, on a sheet of this size; `null` for anything else. */
export function parseAddress(text: string, rows: number, columns: number): RangeBounds | null {
  const match = /^\$?([A-Z]{0,3})\$?(\d{0,7})(?::\$?([A-Z]{0,3})\$?(\d{0,7}))?$/i.exec(text.trim());
  if (!match) return null;
  const [, letters = '', digits = '', letters2, digits2] = match;
  const single = letters2 === undefined;
  if (single && (letters === '' || digits === '')) return null;
  const startColumn = letters === '' ? 0 : columnIndex(letters);
  const startRow = digits === '' ? 0 : Number(digits) - 1;
  const endColumn = single ? startColumn : letters2 === '' ? columns - 1 : columnIndex(letters2!);
  const endRow = single ? startRow : digits2 === '' ? rows - 1 : Number(digits2) - 1;
  const empty = (letters === '' && digits === '') || (letters2 === '' && digits2 === '');
  if (empty || startRow < 0 || endRow < 0) return null;
  return {
    startRow: Math.min(startRow, endRow),
    endRow: Math.max(startRow, endRow),
    startColumn: Math.min(startColumn, endColumn),
    endColumn: Math.max(startColumn, endColumn),
  };
}

/** The address as a spreadsheet of this size writes it: `B2`, `B2:C5`, `K:K` for whole columns. */
export function formatAddress(area: RangeBounds, rows = 0, columns = 0): string {
  const { startRow, startColumn, endRow, endColumn } = area;
  if (startRow === 0 && endRow === rows - 1) {
    return `${columnName(startColumn)}:${columnName(endColumn)}`;
  }
  if (startColumn === 0 && endColumn === columns - 1) return `${startRow + 1}:${endRow + 1}`;
  const start = `${columnName(startColumn)}${startRow + 1}`;
  if (startRow === endRow && startColumn === endColumn) return start;
  return `${start}:${columnName(endColumn)}${endRow + 1}`;
}

/** Takes `'My ads'!B2` apart; a text without a sheet has `sheet` `null`. */
export function splitSheet(text: string): { sheet: string | null; a1: string } {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/.exec(text);
  if (quoted) return { sheet: quoted[1]!.replaceAll("''", "'"), a1: quoted[2]! };
  const bare = /^([^'!]+)!(.+)$/.exec(text);
  return bare ? { sheet: bare[1]!, a1: bare[2]! } : { sheet: null, a1: text };
}
