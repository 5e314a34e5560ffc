/**
 * What the stand-ins assume of Google. Whatever the self-check can name stands in the product's own
 * table of assumptions, which a report of the real platform overrides, and is read from there.
 */
import { assumed } from '../../platform/index.ts';

/** In which way a script was started, which decides what it may do. */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** Services a script may call, by the way it was started. */
export const services: Readonly<Record<AuthMode, readonly string[]>> = {
  NONE: [
    'SpreadsheetApp.getUi',
    'Session',
    'Utilities',
    'Logger',
    'ScriptApp.getAuthorizationInfo',
  ],
  LIMITED: [
    'SpreadsheetApp',
    'PropertiesService',
    'CacheService',
    'LockService',
    'Session',
    'Utilities',
    'Logger',
    'HtmlService',
    'Charts',
    'ScriptApp.getAuthorizationInfo',
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
    'Charts',
    'UrlFetchApp',
    'ScriptApp',
    'MailApp',
  ],
};

const change =
  /^(?:SpreadsheetApp\.(?:getUi|flush)|Spreadsheet\.toast|(?:Spreadsheet|Sheet|Range(?:List)?)\.(?:set|clear|insert|delete|remove|hide|show|append|shift|fold|activate|breakApart|sort|copyTo|move))/;

/** Whether a call changes the spreadsheet or its surroundings: refused to a custom function. */
export const isChange = (method: string): boolean => change.test(method);

/**
 * What the spreadsheet holds back: contents and looks of cells wait for a flush, a read or the run's
 * normal end, and a run that is killed loses them. Everything else (sheets, names, rows, columns,
 * charts, rules, notes of the document) happens at once, even while cells still wait.
 */
export const isHeldBack = (method: string): boolean =>
  /^Range(?:List)?\.(?:set|clear)/.test(method) ||
  method === 'Sheet.clear' ||
  method === 'Sheet.appendRow';

/** Calls whose answer depends on what formulas come to: everything is calculated first. */
export const readsAnswers = (method: string): boolean =>
  /^Range\.(?:get(?:Display)?Values?|isBlank)$|^Sheet\.get(?:Last|DataRange)/.test(method);

/** Calls whose answer depends on cells: what is held back is written first. */
export const readsCells = (method: string): boolean =>
  /^Range\.(?:get|isBlank)|^Sheet\.get(?:Last|DataRange)/.test(method);

/** Calls that move cells: what is held back for where they stand now is written first. */
export const movesCells = (method: string): boolean =>
  /^Sheet\.(?:insert|delete)(?:Rows|Columns)|^Sheet\.copyTo$|^Range\.(?:sort|merge)$/.test(method);

/** Ui methods that need full authorisation; the rest only builds menus. */
export const needsFull: ReadonlySet<string> = new Set([
  'Ui.showSidebar',
  'Ui.showModalDialog',
  'Ui.alert',
]);

export const limits = {
  /** Over all sheets of a spreadsheet. */
  cells: assumed('spreadsheet-cells'),
  sheets: assumed('spreadsheet-sheets'),
  sheetName: assumed('sheet-name-letters'),
  /** A new sheet's rows and columns. */
  newRows: assumed('new-sheet-rows'),
  newColumns: assumed('new-sheet-columns'),
  /** Seconds until Google ends a custom function, and any other run. */
  customFunctionMs: assumed('function-runs'),
  runMs: assumed('run-lasts'),
  propertyBytes: assumed('note-bytes'),
  storeBytes: assumed('notes-bytes'),
  cacheKeyLength: assumed('cache-key-letters'),
  cacheBytes: assumed('cache-bytes'),
  cacheSeconds: assumed('cache-seconds'),
  cacheMaxSeconds: assumed('cache-most-seconds'),
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
  sheetExists: (name: string) =>
    `A sheet with the name "${name}" already exists. Please enter another name.`,
  badSheetName: 'The name of a sheet must have between 1 and 100 characters.',
  lastSheet: "You can't remove all the sheets in a document.",
  lastVisible: "You can't hide all the sheets in a document.",
  tooManyCells: 'This action would increase the number of cells above the limit of 10000000 cells.',
  noNamedRange: (name: string) => `Named range "${name}" does not exist.`,
  badName: (name: string) => `The name "${name}" is invalid.`,
  validationRefuses: (a1: string) =>
    `The data you entered in cell ${a1} violates the data validation rules set on this cell.`,
  noCells: (kind: string) => `The action is not supported for ${kind} sheet`,
  noRows: 'Those rows are out of bounds.',
  noColumns: 'Those columns are out of bounds.',
  everyRow: 'You cannot delete all the rows or columns of a sheet.',
  protectedCells: 'You are trying to edit a protected cell or object.',
  tooLongProperty: 'Argument too large: value',
  fullStore:
    'You have exceeded the property storage quota. Please remove some properties and try again.',
  illegalArgument: (at: string, what: string) =>
    `Failed due to illegal value in property: ${at} (${what})`,
  noHtmlFile: (name: string) => `No HTML file named ${name} was found.`,
} as const;

/** The spreadsheet's time zone; dates in cells are days in it. */
export const spreadsheetTimeZone = 'Asia/Ho_Chi_Minh';

/** A range's number format where nobody has chosen one. */
export const unformatted: string = assumed('unformatted');
