import { type Place, rangeAt } from './range.ts';
import { call, standIn } from './wire.ts';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

type StoodInFor =
  | 'getName'
  | 'getSheetName'
  | 'getSheetId'
  | 'getIndex'
  | 'getRange'
  | 'getDataRange'
  | 'getActiveRange'
  | 'getLastRow'
  | 'getLastColumn'
  | 'getMaxRows'
  | 'getMaxColumns';

/** A sheet, by the id it has inside the workbook. */
export function sheetOf(id: string): GoogleSheet {
  const ask = <T>(method: string, ...args: unknown[]) => call<T>(`Sheet.${method}`, id, ...args);
  const sheet: Pick<GoogleSheet, StoodInFor> = {
    getName: () => ask<string>('getName'),
    getSheetName: () => ask<string>('getName'),
    getSheetId: () => ask<number>('getSheetId') as GoogleAppsScript.Integer,
    getIndex: () => ask<number>('getIndex') as GoogleAppsScript.Integer,
    getRange: (...where: unknown[]) => rangeAt(ask<Place>('getRange', ...where)),
    getDataRange: () => rangeAt(ask<Place>('getDataRange')),
    getActiveRange: () => activeRange(ask<Place | null>('getActiveRange')),
    getLastRow: () => ask<number>('getLastRow') as GoogleAppsScript.Integer,
    getLastColumn: () => ask<number>('getLastColumn') as GoogleAppsScript.Integer,
    getMaxRows: () => ask<number>('getMaxRows') as GoogleAppsScript.Integer,
    getMaxColumns: () => ask<number>('getMaxColumns') as GoogleAppsScript.Integer,
  };
  return standIn('Sheet', sheet) as GoogleSheet;
}

/** Google declares the selection as always there; without one it is `null`. */
export const activeRange = (place: Place | null) =>
  (place ? rangeAt(place) : null) as GoogleAppsScript.Spreadsheet.Range;
