import type { ICellData, Univer, Worksheet } from '@univerjs/core';
import { SetRangeValuesCommand, SheetInterceptorService } from '@univerjs/sheets';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import { activeWorkbook, commandsOf } from './grid.ts';

/** Puts text into a cell as if it were typed there; rows and columns counted from 0. */
export function writeTyped(
  univer: Univer,
  sheet: Worksheet,
  row: number,
  column: number,
  text: string,
): Promise<boolean> {
  const typed: ICellData = text.startsWith('=') ? { f: text, v: null } : { v: text };
  const value = univer
    .__getInjector()
    .get(SheetInterceptorService)
    .onWriteCell(activeWorkbook(univer)!, sheet, row, column, { ...typed, si: null, p: null });
  return commandsOf(univer).executeCommand(SetRangeValuesCommand.id, {
    unitId: WORKBOOK_ID,
    subUnitId: sheet.getSheetId(),
    range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    value: { f: null, ...value },
  });
}
