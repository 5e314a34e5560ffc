import { columnLetters } from '../sheet/layout/cell-addresses.ts';
import type { Rectangle } from '../sheet/layout/drawing.ts';
import { listsKeepOrder } from './google-platform.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A range of those that were asked for together. */
export type RangeOf = (area: Rectangle) => Range;

export const sheetRange = (sheet: Sheet, { row, column, rows, columns }: Rectangle): Range =>
  sheet.getRange(row, column, rows, columns);

export const addressOf = ({ row, column, rows, columns }: Rectangle): string =>
  `${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`;

/** The ranges of many areas of a sheet, asked for in two calls, however many there are. */
export function rangesOf(sheet: Sheet, areas: readonly Rectangle[]): RangeOf {
  const addresses = [...new Set(areas.map(addressOf))];
  const ranges = rangesAt(sheet, addresses);
  const found = new Map(addresses.map((address, at) => [address, ranges[at]]));
  return (area) => found.get(addressOf(area)) ?? sheetRange(sheet, area);
}

/** In the order of their addresses. */
function rangesAt(sheet: Sheet, addresses: readonly string[]): readonly Range[] {
  if (listsKeepOrder && addresses.length > 2) {
    const ranges = sheet.getRangeList([...addresses]).getRanges();
    // Where some were joined, none is where we take it to be.
    if (ranges.length === addresses.length) return ranges;
  }
  return addresses.map((address) => sheet.getRange(address));
}
