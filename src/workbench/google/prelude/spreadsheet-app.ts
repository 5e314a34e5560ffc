import { sentences } from '../assumptions.ts';
import type { Place } from './range.ts';
import { rangeAt } from './range.ts';
import { activeRange, sheetOf } from './sheet.ts';
import { userInterface } from './ui.ts';
import { call, mode, standIn } from './wire.ts';

type GoogleSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

type StoodInFor =
  | 'getId'
  | 'getName'
  | 'getSpreadsheetLocale'
  | 'getSpreadsheetTimeZone'
  | 'getSheetByName'
  | 'getActiveSheet'
  | 'getSheets'
  | 'getActiveRange'
  | 'getRange'
  | 'toast';

function spreadsheet(): GoogleSpreadsheet {
  const ask = <T>(method: string, ...args: unknown[]) => call<T>(`Spreadsheet.${method}`, ...args);
  const book: Pick<GoogleSpreadsheet, StoodInFor> = {
    getId: () => 'workbench',
    getName: () => ask<string>('getName'),
    getSpreadsheetLocale: () => ask<string>('getSpreadsheetLocale'),
    getSpreadsheetTimeZone: () => ask<string>('getSpreadsheetTimeZone'),
    getSheetByName: (name) => {
      const id = ask<string | null>('getSheetByName', name);
      return id === null ? null : sheetOf(id);
    },
    getActiveSheet: () => sheetOf(ask<string>('getActiveSheet')),
    getSheets: () => ask<string[]>('getSheets').map(sheetOf),
    getActiveRange: () => activeRange(ask<Place | null>('getActiveRange')),
    getRange: (a1) => rangeAt(ask<Place>('getRange', a1)),
    toast: (message: string, title?: string, seconds?: number | null) => {
      ask('toast', message, title ?? '', seconds ?? 5);
    },
  };
  return standIn('Spreadsheet', book) as GoogleSpreadsheet;
}

const app: Pick<
  GoogleApp,
  'getActive' | 'getActiveSpreadsheet' | 'getActiveSheet' | 'getActiveRange' | 'getUi' | 'flush'
> = {
  getActive: () => openBook(),
  getActiveSpreadsheet: () => openBook(),
  getActiveSheet: () => openBook().getActiveSheet(),
  getActiveRange: () => openBook().getActiveRange()!,
  getUi: () => {
    if (mode === 'CUSTOM_FUNCTION') throw new Error(sentences.notOnHostUi);
    return userInterface();
  },
  flush: () => call('SpreadsheetApp.flush'),
};

function openBook(): GoogleSpreadsheet {
  if (mode === 'NONE') {
    throw new Error(sentences.noPermission('SpreadsheetApp.getActiveSpreadsheet'));
  }
  return spreadsheet();
}

/** Google's `SpreadsheetApp`, as much of it as the add-on uses. */
export const spreadsheetApp = standIn('SpreadsheetApp', app);
