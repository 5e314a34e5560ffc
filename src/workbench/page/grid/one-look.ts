import { type ICellDataForSheetInterceptor, type Nullable, Worksheet } from '@univerjs/core';
import { Spreadsheet } from '@univerjs/engine-render';

type Look = Nullable<ICellDataForSheetInterceptor>;

/** By sheet, row and column: what has been looked up in the drawing that is going on. */
let seen: Map<Worksheet, Map<number, Map<number, Look>>> | null = null;

/**
 * While the grid draws itself, nothing changes what a cell shows. Letters, grounds, borders, marks
 * and bars each ask for every cell in sight, and each time all that has a say in a cell would be asked
 * anew; here once a drawing. To be called before the first workbook is shown.
 */
export function lookOnceWhileDrawing(): void {
  const { render } = Spreadsheet.prototype;
  const { getCell } = Worksheet.prototype;
  Spreadsheet.prototype.render = function (...given) {
    seen = new Map();
    try {
      return render.apply(this, given);
    } finally {
      seen = null;
    }
  };
  Worksheet.prototype.getCell = function (row, column) {
    if (!seen) return getCell.call(this, row, column);
    const sheet = seen.get(this) ?? new Map<number, Map<number, Look>>();
    seen.set(this, sheet);
    const cells = sheet.get(row) ?? new Map<number, Look>();
    sheet.set(row, cells);
    const known = cells.get(column);
    if (known !== undefined || cells.has(column)) return known;
    const found = getCell.call(this, row, column);
    cells.set(column, found);
    return found;
  };
}
