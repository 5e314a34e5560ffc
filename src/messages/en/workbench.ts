import { beyondEn } from './workbench-external.ts';

/** What the workbench's own page says, in English. */
export const workbenchEn = {
  product: 'Marketing KPIs for Sheets',
  loading: {
    workbook: 'Opening the workbook…',
    grid: 'Drawing the grid…',
    importing: 'Reading the file…',
    exporting: 'Writing the file…',
  },
  menus: {
    bar: 'Menus',
    file: 'File',
    extensions: 'Extensions',
    example: 'New from example',
    import: 'Import CSV…',
    export: 'Export .xlsx',
    none: 'No add-on menu yet',
  },
  settings: {
    language: 'Language',
    languageHelp: 'The language of menus and the panel',
    locale: 'Spreadsheet locale',
    localeHelp: 'How numbers, dates and formulas are written, and the language of cells',
    locales: { vi_VN: 'Vietnam · 1.234,5', en_US: 'United States · 1,234.5' },
  },
  panel: { close: 'Close the panel', region: 'Add-on panel' },
  dialog: {
    close: 'Close',
    ok: 'OK',
    cancel: 'Cancel',
    yes: 'Yes',
    no: 'No',
    exampleTitle: 'Start again with the example?',
    exampleText:
      'The example takes the place of this workbook. What you have typed here will be gone.',
    exampleGo: 'Open the example',
  },
  imported: (sheet: string) => `Imported into the sheet “${sheet}”.`,
  importTitle: 'File imported',
  importProblem: 'The file was not imported',
  exported: 'The file is in your downloads.',
  cellMenu: { clear: 'Clear', remove: 'Delete' },
  copyOf: (name: string) => `Copy of ${name}`,
  rows: { show: 'Show these rows', hide: 'Hide these rows' },
  cellError: 'Error',
  cellNote: 'Note',
  spillBlocked:
    'The answer needs more cells, and some of them already hold something. Clear the cells below or to the right of this one.',
  lost: 'The workbench has stopped. Start it again with npm start; this page reconnects by itself.',
  failed: 'That did not work. Please try again.',
  beyond: beyondEn,
};

export type WorkbenchWords = typeof workbenchEn;
