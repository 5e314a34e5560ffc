import { mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import { InsertSheetMutation } from '@univerjs/sheets';
import type { Desk } from '../desk/desk.ts';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import { sheetData } from '../model/from-book.ts';
import { newSheetId } from '../model/sheets.ts';
import type { ImportAnswer } from '../server/protocol.ts';
import { readCsv } from './csv.ts';

/** Makes a new sheet of a CSV file; nothing that is there is touched. */
export async function importCsv(
  desk: Desk,
  bytes: Uint8Array,
  fileName: string,
): Promise<ImportAnswer> {
  const workbook = desk.cells.workbook();
  const taken = workbook.getSheets().map((sheet) => sheet.getName());
  const answer = readCsv(bytes, { fileName, locale: desk.settings.locale, taken });
  if ('problem' in answer) return answer;
  const sheetId = newSheetId(desk.engine);
  desk.engine.commands.syncExecuteCommand(InsertSheetMutation.id, {
    unitId: WORKBOOK_ID,
    index: workbook.getSheetOrders().length,
    sheet: mergeWorksheetSnapshotWithDefault(sheetData(answer.ok.sheet, sheetId)),
  });
  await desk.settle();
  desk.view.sheetId = sheetId;
  desk.view.selection = null;
  return { sheetId, report: answer.ok.report };
}
