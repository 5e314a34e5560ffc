import { hasCells } from '../google-book.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What the self-check makes has these words in its name, so that whoever comes next knows it. */
export const ownSheets = 'KPI self-check';
const selfCheckNames = 'selfcheck_';
export const ownNotes = 'self-check.';
/** Since when a self-check runs, in milliseconds: noted before it makes anything. */
export const runsNote = `${ownNotes}runs`;
/** The id of the plan that is built to see how long it takes; ids of plans are of six letters. */
export const stagedPlan = 'selfck';
/** The function that cells call to be told what they hand over; no clock that calls it lasts. */
export const ownFunction = 'KPI_SELF_CHECK';

/** Where probes work: sheets of their own in a spreadsheet that holds nothing else. */
export interface TestStage {
  readonly spreadsheet: Spreadsheet;
  /** How the spreadsheet's locale writes decimals, as the platform's own formatter has it. */
  readonly decimal: string;
  readonly zone: string;
  /** A new sheet. */
  sheet(): Sheet;
  /** A place that nothing has touched, on a sheet that probes share. */
  free(rows?: number, columns?: number): Range;
  /** Values on a free place. */
  put(values: readonly (readonly (string | number | boolean)[])[]): Range;
  /** What a formula comes to. */
  calculated(formula: string): unknown;
  /** A name of our own for some cells. */
  name(range: Range): string;
}

export function openStage(spreadsheet: Spreadsheet): TestStage {
  let sheets = 0;
  let names = 0;
  let shared: Sheet | undefined;
  let nextRow = 1;
  const stage: TestStage = {
    spreadsheet,
    decimal: decimalOf(spreadsheet.getSpreadsheetLocale()),
    zone: spreadsheet.getSpreadsheetTimeZone(),
    sheet: () => {
      sheets += 1;
      return spreadsheet.insertSheet(`${ownSheets} ${sheets}`, spreadsheet.getSheets().length);
    },
    free: (rows = 1, columns = 1) => {
      shared ??= stage.sheet();
      const row = nextRow;
      // A row stays free between any two, so that answers of several cells have room.
      nextRow += rows + 3;
      return shared.getRange(row, 1, rows, columns);
    },
    put: (values) => {
      const range = stage.free(values.length, values[0]?.length ?? 1);
      range.setValues(values.map((row) => [...row]));
      return range;
    },
    calculated: (formula) => {
      const range = stage.free();
      range.setFormula(formula);
      return range.getValues()[0]?.[0];
    },
    name: (range) => {
      names += 1;
      const name = `${selfCheckNames}${names}`;
      spreadsheet.setNamedRange(name, range);
      return name;
    },
  };
  return stage;
}

/** `vi_VN` → `,` */
function decimalOf(locale: string): string {
  try {
    return new Intl.NumberFormat(locale.replace('_', '-')).format(1.5).replace(/\d/g, '') || '.';
  } catch {
    return '.';
  }
}

/** The address of a range with its sheet, for formulas. */
export const addressOf = (range: Range): string =>
  `'${range.getSheet().getName().replace(/'/g, "''")}'!${range.getA1Notation()}`;

const isOwn = (sheet: Sheet): boolean => sheet.getName().indexOf(ownSheets) >= 0;

/** Whether nothing stands in the spreadsheet but blank sheets, and what a self-check left behind. */
export function isEmpty(spreadsheet: Spreadsheet): boolean {
  const sheets = spreadsheet.getSheets();
  return (
    spreadsheet.getNamedRanges().every((named) => isOwnName(named.getName())) &&
    sheets.every((sheet) => isOwn(sheet) || isBlank(sheet))
  );
}

const isBlank = (sheet: Sheet): boolean =>
  hasCells(sheet) &&
  sheet.getLastRow() === 0 &&
  sheet.getLastColumn() === 0 &&
  sheet.getCharts().length === 0;

/** `selfcheck_1`, `KPI_selfck_score`, `KPI_days_selfck`, `KPI_log_lines_selfcheck` */
export const isOwnName = (name: string): boolean => /selfcheck|_selfck(?:_|$)/.test(name);

/** Takes away everything a self-check has made, this one or one that was ended halfway. */
export function cleanUp(spreadsheet: Spreadsheet): void {
  for (const named of spreadsheet.getNamedRanges()) if (isOwnName(named.getName())) named.remove();
  const own = spreadsheet.getSheets().filter(isOwn);
  // A spreadsheet keeps a sheet: where only ours are left, one of them becomes a blank one.
  if (own.length === spreadsheet.getSheets().length) spreadsheet.insertSheet(0);
  for (const sheet of own) spreadsheet.deleteSheet(sheet);
  dropClocks(spreadsheet);
  const notes = PropertiesService.getDocumentProperties();
  if (!notes) return;
  const keys = Object.keys(notes.getProperties()).filter((key) => key.indexOf(ownNotes) === 0);
  for (const key of keys) if (key !== runsNote) notes.deleteProperty(key);
  // Last, since it says that there may be something to take away.
  notes.deleteProperty(runsNote);
}

/** Clocks of the self-check's own; who has not allowed clocks has none. */
function dropClocks(spreadsheet: Spreadsheet): void {
  try {
    for (const trigger of ScriptApp.getUserTriggers(spreadsheet)) {
      if (trigger.getHandlerFunction() === ownFunction) ScriptApp.deleteTrigger(trigger);
    }
  } catch {
    // Nothing to take away.
  }
}
