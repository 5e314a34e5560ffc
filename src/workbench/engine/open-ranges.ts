import { BaseReferenceObject } from '@univerjs/engine-formula';
import { isOpenEnd } from '../formula/translate.ts';

interface Range {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

/**
 * Makes the engine stop a range that is open at its end (`A2:A`) at the sheet's last row or column:
 * such a range reaches it with an end far outside every sheet.
 */
export function closeOpenRanges(): void {
  const prototype = BaseReferenceObject.prototype as unknown as {
    getRangeData(): Range;
    getActiveSheetRowCount(): number;
    getActiveSheetColumnCount(): number;
    closed?: boolean;
  };
  if (prototype.closed) return;
  const original = prototype.getRangeData;
  prototype.closed = true;
  prototype.getRangeData = function (): Range {
    const range = original.call(this);
    const { endRow, endColumn } = range;
    if (!isOpenEnd.row(endRow) && !isOpenEnd.column(endColumn)) return range;
    const rows = this.getActiveSheetRowCount();
    const columns = this.getActiveSheetColumnCount();
    return {
      ...range,
      endRow: isOpenEnd.row(endRow) && rows > 0 ? Math.max(range.startRow, rows - 1) : endRow,
      endColumn:
        isOpenEnd.column(endColumn) && columns > 0
          ? Math.max(range.startColumn, columns - 1)
          : endColumn,
    };
  };
}
