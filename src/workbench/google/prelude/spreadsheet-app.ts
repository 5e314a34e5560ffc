import { sentences } from '../assumptions.ts';
import { placeOf } from './range.ts';
import { newFormatRule, newValidation } from './rules.ts';
import { spreadsheet } from './spreadsheet.ts';
import { userInterface } from './ui.ts';
import { callService, mode, standIn } from './wire.ts';

type GoogleSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

const app: Pick<
  GoogleApp,
  | 'flush'
  | 'getActive'
  | 'getActiveRange'
  | 'getActiveSheet'
  | 'getActiveSpreadsheet'
  | 'getUi'
  | 'newConditionalFormatRule'
  | 'newDataValidation'
> = {
  getActive: () => openBook(),
  getActiveSpreadsheet: () => openBook(),
  getActiveSheet: () => openBook().getActiveSheet(),
  getActiveRange: () => openBook().getActiveRange()!,
  getUi: () => {
    if (mode === 'CUSTOM_FUNCTION') throw new Error(sentences.notOnHostUi);
    return userInterface();
  },
  flush: () => callService('SpreadsheetApp.flush'),
  newDataValidation: newValidation,
  newConditionalFormatRule: () => newFormatRule(placeOf),
};

const byName = <K extends string>(...names: K[]): Record<K, K> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<K, K>;

/** What Google numbers, and scripts only hand back. */
const enumerations = {
  BorderStyle: byName('SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOTTED', 'DASHED', 'DOUBLE'),
  GroupControlTogglePosition: byName('BEFORE', 'AFTER'),
  ProtectionType: byName('RANGE', 'SHEET'),
  SheetType: byName('GRID', 'OBJECT', 'DATASOURCE'),
} satisfies Partial<Record<keyof GoogleApp, unknown>>;

function openBook(): GoogleSpreadsheet {
  if (mode === 'NONE') {
    throw new Error(sentences.noPermission('SpreadsheetApp.getActiveSpreadsheet'));
  }
  return spreadsheet();
}

/** Google's `SpreadsheetApp`, as much of it as the add-on uses. */
export const spreadsheetApp = standIn('SpreadsheetApp', { ...app, ...enumerations });
