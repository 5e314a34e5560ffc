import type { OnSheet, SheetArea } from '../app/ports/spreadsheet.ts';
import { columnNumber } from '../sheet/layout/cell-addresses.ts';
import type { Rectangle } from '../sheet/layout/drawing.ts';
import { sheetRange } from './google-ranges.ts';
import { keepSheet, sheetOf } from './google-run.ts';

// Areas with the ranges they were found by: who has an area asks Google neither for its sheet nor for
// the range anew, and what nobody wants to know of it is not asked for at all.

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const ranges = new WeakMap<object, Range>();
const sheets = new WeakMap<object, Sheet>();

/** An area by its range; `facts` are known of it already. */
export function areaBehind<Facts extends object>(range: Range, facts: Facts): SheetArea & Facts {
  let corners: Rectangle | undefined;
  let id: number | undefined;
  const at = () => {
    corners ??= areaOf(range);
    return corners;
  };
  const area = Object.defineProperties(
    {
      get sheet() {
        id ??= range.getGridId();
        return id;
      },
      get row() {
        return at().row;
      },
      get column() {
        return at().column;
      },
      get rows() {
        return at().rows;
      },
      get columns() {
        return at().columns;
      },
    },
    Object.getOwnPropertyDescriptors(facts),
  ) as SheetArea & Facts;
  ranges.set(area, range);
  return area;
}

/** Everything that holds anything on a sheet, from its first cell on. */
export const usedOn = (on: OnSheet): SheetArea =>
  onSheet(on, (sheet) => sheet.getDataRange(), { row: 1, column: 1 });

/** Some cells of a sheet; `null` where it does not reach so far. */
export function partOf(on: OnSheet, { row, column, rows, columns }: Rectangle): SheetArea | null {
  try {
    const facts = { row, column, rows, columns };
    return onSheet(on, (sheet) => sheetRange(sheet, facts), facts);
  } catch {
    return null;
  }
}

function onSheet(on: OnSheet, ask: (sheet: Sheet) => Range, facts: object): SheetArea {
  const sheet = sheetOn(on);
  const area = areaBehind(ask(sheet), {
    ...facts,
    get sheet() {
      if (typeof on === 'number') return on;
      keepSheet(on.sheet, sheet);
      return on.sheet;
    },
  });
  sheets.set(area, sheet);
  return area;
}

export function sheetOn(on: OnSheet): Sheet {
  if (typeof on === 'number') return sheetOf(on);
  const sheet = sheets.get(on) ?? ranges.get(on)?.getSheet() ?? sheetOf(on.sheet);
  sheets.set(on, sheet);
  return sheet;
}

/** The range of an area, as far as it is known without the sheet. */
export function rangeOn(on: OnSheet, area: Rectangle): Range {
  const known = ranges.get(area);
  if (known) return known;
  const around = typeof on === 'number' || sheets.has(on) ? undefined : ranges.get(on);
  if (!around || typeof on === 'number') return sheetRange(sheetOn(on), area);
  const { row, column, rows, columns } = area;
  return around.offset(row - on.row, column - on.column, rows, columns);
}

/** By its address, in one call; that of whole rows or columns leaves out where they end. */
export function areaOf(range: Range): Rectangle {
  const [first, last = first] = range.getA1Notation().split(':').map(cornerOf);
  const { row = 1, column = 1 } = first ?? {};
  return {
    row,
    column,
    rows: last?.row === undefined ? range.getNumRows() : last.row - row + 1,
    columns: last?.column === undefined ? range.getNumColumns() : last.column - column + 1,
  };
}

/** `B3`; of a whole column `B`, of a whole row `3`. */
function cornerOf(a1: string): { readonly row?: number; readonly column?: number } {
  const [, letters, row] = /^([A-Z]*)(\d*)$/.exec(a1) ?? [];
  return {
    ...(row ? { row: Number(row) } : {}),
    ...(letters ? { column: columnNumber(letters) } : {}),
  };
}
