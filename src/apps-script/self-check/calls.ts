import type { Calls } from './bench.ts';
import { drawingCalls } from './calls-drawing.ts';
import { serviceCalls } from './calls-services.ts';
import { sheetCalls } from './calls-sheet.ts';
import { spreadsheetCalls } from './calls-spreadsheet.ts';

/** Every call of a service that the add-on makes, by the kind of thing it is asked of. */
export const calls: Calls = {
  ...spreadsheetCalls,
  ...sheetCalls,
  ...drawingCalls,
  ...serviceCalls,
};

/** Calls that cannot be tried without disturbing somebody: a mail, a panel, a menu. */
export const untried: readonly string[] = [
  'MailApp.sendEmail',
  'Menu.addToUi',
  'Ui.showModalDialog',
  'Ui.showSidebar',
];
