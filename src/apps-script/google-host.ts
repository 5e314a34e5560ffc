import type { Area, Host, Selected } from '../app/ports/host.ts';
import { hasCells } from './google-book.ts';
import { causeOf, keep } from './google-causes.ts';
import { unformattedPatterns } from './google-platform.ts';
import { book, lookAgainAtBook, writes } from './google-run.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

const lockMs = 5000;

/** The host as Google's services show it. Nothing is asked before a method is called. */
export const googleHost: Host = {
  panelFile: (name) => HtmlService.createTemplateFromFile(name).getRawContent(),
  userLocale: () => Session.getActiveUserLocale(),
  spreadsheetLocale: () => book().getSpreadsheetLocale(),
  activeSheet: () => book().getActiveSheet().getName(),
  selection: () => {
    const range = activeRange();
    return range ? selected(range) : null;
  },
  locate: (sheetName, a1) => {
    const sheet = book().getSheetByName(sheetName);
    if (!sheet) return null;
    const range = rangeAt(sheet, a1);
    return range && { ...selected(range), a1 };
  },
  values: (area) => rangeOf(area).getValues(),
  formulas: (area) => rangeOf(area).getFormulas(),
  extent: (sheetName) => {
    const sheet = sheetNamed(sheetName);
    return {
      lastRow: sheet.getLastRow(),
      lastColumn: sheet.getLastColumn(),
      rows: sheet.getMaxRows(),
      columns: sheet.getMaxColumns(),
    };
  },
  mayEdit: (area) => rangeOf(area).canEdit(),
  writeFormula: (answer, formula) => {
    writes.begin();
    rangeOf({ ...answer, rows: 1, columns: 1 }).setFormula(formula);
  },
  suggestFormat: (area, numberFormat) => {
    const range = rangeOf(area);
    if (
      range
        .getNumberFormats()
        .flat()
        .every((format) => unformattedPatterns.has(format))
    ) {
      writes.begin();
      range.setNumberFormat(numberFormat);
    }
  },
  exclusively: (work) => {
    // There is no document lock outside a document's own add-on; the script's then serves.
    const lock = LockService.getDocumentLock() ?? LockService.getScriptLock();
    if (!lock.tryLock(lockMs)) return null;
    lookAgainAtBook();
    try {
      const done = work();
      // Notes stand at once: where nothing else was written, there is nothing to wait for.
      writes.settleIfAny();
      return done;
    } finally {
      lock.releaseLock();
    }
  },
  exclusivelyForUser: (work) => {
    const lock = LockService.getUserLock();
    if (!lock.tryLock(lockMs)) return null;
    try {
      return work();
    } finally {
      lock.releaseLock();
    }
  },
  remember: (key, value) => {
    keep(PropertiesService.getUserProperties(), key, value, 'settingsFull');
  },
  recall: (key) => PropertiesService.getUserProperties().getProperty(key),
  forget: (key) => {
    PropertiesService.getUserProperties().deleteProperty(key);
  },
  causeOf,
  report: (error) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  },
};

/** Nothing is selected on a sheet without cells. */
function activeRange(): Range | null {
  try {
    return book().getActiveRange();
  } catch (error) {
    if (hasCells(book().getActiveSheet())) throw error;
    return null;
  }
}

function sheetNamed(name: string) {
  const sheet = book().getSheetByName(name);
  if (!sheet) throw new Error(`No sheet named ${name}.`);
  return sheet;
}

/** An address past the sheet's end: `getRange` says so by throwing. */
function rangeAt(sheet: GoogleAppsScript.Spreadsheet.Sheet, a1: string): Range | null {
  try {
    return sheet.getRange(a1);
  } catch {
    return null;
  }
}

const rangeOf = ({ sheet, row, column, rows, columns }: Area) =>
  sheetNamed(sheet).getRange(row, column, rows, columns);

const selected = (range: Range): Selected => ({
  sheet: range.getSheet().getName(),
  a1: range.getA1Notation(),
  row: range.getRow(),
  column: range.getColumn(),
  rows: range.getNumRows(),
  columns: range.getNumColumns(),
});
