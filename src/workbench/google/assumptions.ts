/**
 * What the stand-ins assume of Google, in one table. Each line encodes what Google's documentation
 * says, or, where it is silent, what is known from use; none of it is measured on Google's side.
 */

/** In which way a script was started, which decides what it may do. */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** Services a script may call, by the way it was started. */
export const services: Readonly<Record<AuthMode, readonly string[]>> = {
  NONE: ['SpreadsheetApp.getUi', 'Session', 'Utilities', 'Logger', 'HtmlService'],
  LIMITED: [
    'SpreadsheetApp',
    'PropertiesService',
    'CacheService',
    'LockService',
    'Session',
    'Utilities',
    'Logger',
    'HtmlService',
  ],
  CUSTOM_FUNCTION: [
    'SpreadsheetApp',
    'PropertiesService',
    'CacheService',
    'LockService',
    'Utilities',
    'Logger',
    'HtmlService',
  ],
  FULL: [
    'SpreadsheetApp',
    'PropertiesService',
    'CacheService',
    'LockService',
    'Session',
    'Utilities',
    'Logger',
    'HtmlService',
  ],
};

/** What changes the spreadsheet or its surroundings: refused to a custom function. */
export const changes: ReadonlySet<string> = new Set([
  'SpreadsheetApp.getUi',
  'SpreadsheetApp.flush',
  'Spreadsheet.toast',
  'Range.setValues',
  'Range.setFormulas',
  'Range.setNumberFormats',
  'Range.clearContent',
  'Range.activate',
]);

/** Ui methods that need full authorisation; the rest only builds menus. */
export const needsFull: ReadonlySet<string> = new Set([
  'Ui.showSidebar',
  'Ui.showModalDialog',
  'Ui.alert',
]);

export const limits = {
  /** Seconds until Google ends a custom function, and any other run. */
  customFunctionMs: 30_000,
  runMs: 360_000,
  propertyBytes: 9 * 1024,
  storeBytes: 500 * 1024,
  cacheKeyLength: 250,
  cacheBytes: 100 * 1024,
  cacheSeconds: 600,
  cacheMaxSeconds: 21_600,
} as const;

/** Google's sentences, as scripts and their users meet them. */
export const sentences = {
  noPermission: (what: string) => `You do not have permission to call ${what}.`,
  notOnHostUi: 'Cannot call SpreadsheetApp.getUi() from this context.',
  timeout: 'Exceeded maximum execution time',
  noFunction: (name: string) => `Script function not found: ${name}`,
  badRange: 'Range not found',
  outsideSheet: 'The coordinates of the range are outside the dimensions of the sheet.',
  rowsMismatch: (data: number, range: number) =>
    `The number of rows in the data does not match the number of rows in the range. The data has ${data} but the range has ${range}.`,
  columnsMismatch: (data: number, range: number) =>
    `The number of columns in the data does not match the number of columns in the range. The data has ${data} but the range has ${range}.`,
  tooLongProperty: 'Argument too large: value',
  illegalArgument: (at: string, what: string) =>
    `Failed due to illegal value in property: ${at} (${what})`,
  noHtmlFile: (name: string) => `No HTML file named ${name} was found.`,
} as const;

/** The spreadsheet's time zone; dates in cells are days in it. */
export const spreadsheetTimeZone = 'Asia/Ho_Chi_Minh';

/** A range's number format where nobody has chosen one. */
export const unformatted = 'General';
