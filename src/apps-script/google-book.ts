import { CellRefused } from '../app/api/user-error.ts';
import type { CellValue } from '../app/ports/host.ts';
import type { Spreadsheet } from '../app/ports/spreadsheet.ts';
import type { Rectangle } from '../sheet/layout/drawing.ts';
import { keep } from './google-causes.ts';
import { momentOf, serialOfInstant } from './google-days.ts';
import { drawOn, sheetRange, wipeOff } from './google-drawing.ts';
import { asText, mostCells, shortId, tellSeconds } from './google-platform.ts';
import { refusedCell, takes } from './google-rules.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The spreadsheet as Google's services show it. Nothing is asked before a method is called. */
const plain: Spreadsheet = {
  today: () => Math.floor(serialOfInstant(new Date(), book().getSpreadsheetTimeZone())),
  now: () => momentOf(new Date(), book().getSpreadsheetTimeZone()),
  sheets: () => book().getSheets().map(infoOf),
  sheet: (id) => {
    const sheet = book().getSheetById(id);
    return sheet && infoOf(sheet);
  },
  isGrid: (sheet) => hasCells(sheetOf(sheet)),
  activeSheet: () => book().getActiveSheet().getSheetId(),
  names: () =>
    book()
      .getNamedRanges()
      .flatMap((named) => {
        const range = rangeBehind(named);
        return range
          ? [{ name: named.getName(), sheet: range.getSheet().getSheetId(), ...areaOf(range) }]
          : [];
      }),
  area: (name) => {
    const range = book().getRangeByName(name);
    return range && { name, sheet: range.getSheet().getSheetId(), ...areaOf(range) };
  },
  values: (sheet, area) => readCells(sheet, area, (serial) => serial),
  tableCells: (sheet, area) => readCells(sheet, area, (serial) => ({ serial })),
  joined: (sheet, area) => sheetRange(sheetOf(sheet), area).getMergedRanges().map(areaOf),
  formats: (sheet, area) => sheetRange(sheetOf(sheet), area).getNumberFormats(),
  shown: (sheet, area) => sheetRange(sheetOf(sheet), area).getDisplayValues(),
  formulas: (sheet, area) => sheetRange(sheetOf(sheet), area).getFormulas(),
  used: (sheet) => areaOf(sheetOf(sheet).getDataRange()),
  addSheet: (name, rows, columns) => {
    const spreadsheet = book();
    const before = spreadsheet.getActiveSheet();
    const sheet = spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
    // A new sheet comes before the user at once; it is not ready to be seen.
    spreadsheet.setActiveSheet(before);
    sizeTo(sheet, rows, columns);
    return sheet.getSheetId();
  },
  draw: (sheet, drawing) => drawOn(sheetOf(sheet), drawing),
  wipe: (sheet) => wipeOff(sheetOf(sheet)),
  renameSheet: (sheet, name) => {
    sheetOf(sheet).setName(name);
  },
  deleteSheet: (sheet) => book().deleteSheet(sheetOf(sheet)),
  showSheet: (sheet) => {
    const shown = sheetOf(sheet);
    shown.showSheet();
    book().setActiveSheet(shown);
  },
  hideSheet: (sheet) => {
    sheetOf(sheet).hideSheet();
  },
  refuses: (sheet, area, values) => {
    const rules = sheetRange(sheetOf(sheet), area).getDataValidations();
    for (const [down, line] of values.entries()) {
      for (const [across, value] of line.entries()) {
        if (value === undefined || takes(rules[down]?.[across] ?? null, value)) continue;
        return { row: area.row + down, column: area.column + across };
      }
    }
    return null;
  },
  write: (sheet, area, values, format) => {
    const range = sheetRange(sheetOf(sheet), area);
    if (format !== undefined) range.setNumberFormat(format);
    range.setValues(
      values.map((row) =>
        row.map((value) => (typeof value === 'string' ? asText(value) : (value ?? ''))),
      ),
    );
  },
  writeFormulas: (sheet, area, formulas) => {
    sheetRange(sheetOf(sheet), area).setFormulas(formulas.map((row) => [...row]));
  },
  append: (sheet, line) => {
    sheetOf(sheet).appendRow(line.map((part) => (typeof part === 'string' ? asText(part) : part)));
  },
  insertRows: (sheet, before, count) => {
    sheetOf(sheet).insertRowsBefore(before, count);
  },
  deleteRows: (sheet, first, count) => {
    sheetOf(sheet).deleteRows(first, count);
  },
  setName: (name, sheet, area) => book().setNamedRange(name, sheetRange(sheetOf(sheet), area)),
  removeName: (name) => {
    for (const named of book().getNamedRanges()) if (named.getName() === name) named.remove();
  },
  mayChange: (sheet) => (sheet === null ? mayAddSheets() : whole(sheetOf(sheet)).canEdit()),
  room: () =>
    book()
      .getSheets()
      .reduce(
        (room, sheet) => room - ofCells(sheet, () => sheet.getMaxRows() * sheet.getMaxColumns(), 0),
        mostCells,
      ),
  settle: () => SpreadsheetApp.flush(),
  note: (key) => documentNotes()?.getProperty(key) ?? null,
  notes: () => documentNotes()?.getProperties() ?? {},
  keepNote: (key, value) => {
    const notes = documentNotes();
    if (value === null) notes?.deleteProperty(key);
    else if (notes) keep(notes, key, value, 'notesFull');
  },
  tell: (key, text) => CacheService.getUserCache().put(key, text, tellSeconds),
  told: (key) => CacheService.getUserCache().get(key),
  user: () => {
    try {
      return Session.getActiveUser().getEmail() || null;
    } catch {
      // Without the permission to ask, nobody is named.
      return null;
    }
  },
  newId: () => shortId(Utilities.getUuid()),
};

/**
 * What is written is held back, so that any later call may be the one at which Google says that a cell
 * did not take it.
 */
export const googleSpreadsheet: Spreadsheet = Object.fromEntries(
  Object.entries(plain).map(([name, method]) => [
    name,
    (...given: unknown[]) => {
      try {
        return (method as (...rest: unknown[]) => unknown)(...given);
      } catch (error) {
        const cell = refusedCell(error);
        throw cell === null ? error : new CellRefused(cell);
      }
    },
  ]),
) as unknown as Spreadsheet;

const infoOf = (sheet: Sheet) => ({
  id: sheet.getSheetId(),
  name: sheet.getName(),
  hidden: sheet.isSheetHidden(),
});

const book = () => SpreadsheetApp.getActiveSpreadsheet();

function sheetOf(id: number): Sheet {
  const sheet = book().getSheetById(id);
  if (!sheet) throw new Error(`No sheet of id ${id}.`);
  return sheet;
}

/** A chart on a sheet of its own, and connected data, are sheets without cells. */
export const hasCells = (sheet: Sheet): boolean =>
  sheet.getType() === SpreadsheetApp.SheetType.GRID;

/** What a sheet's cells say, and `none` where it has no cells; asked only where they refuse. */
function ofCells<T>(sheet: Sheet, ask: () => T, none: T): T {
  try {
    return ask();
  } catch (error) {
    if (hasCells(sheet)) throw error;
    return none;
  }
}

const whole = (sheet: Sheet): Range =>
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());

/** Cells with their days as numbers of the spreadsheet's time zone, not of the script's. */
function readCells<T>(
  sheet: number,
  area: Rectangle,
  day: (serial: number) => T,
): (Exclude<CellValue, Date> | T)[][] {
  let zone: string | undefined;
  return sheetRange(sheetOf(sheet), area)
    .getValues()
    .map((row: CellValue[]) =>
      row.map((value) => {
        if (!isDate(value)) return value;
        zone ??= book().getSpreadsheetTimeZone();
        return day(serialOfInstant(value, zone));
      }),
    );
}

const areaOf = (range: Range): Rectangle => ({
  row: range.getRow(),
  column: range.getColumn(),
  rows: range.getNumRows(),
  columns: range.getNumColumns(),
});

/** A name whose cells were deleted stays behind and has no range. */
function rangeBehind(named: GoogleAppsScript.Spreadsheet.NamedRange): Range | null {
  try {
    return named.getRange();
  } catch {
    return null;
  }
}

const isDate = (value: CellValue): value is Date =>
  Object.prototype.toString.call(value) === '[object Date]';

/** Gives a new sheet exactly so many rows and columns. */
function sizeTo(sheet: Sheet, rows: number, columns: number): void {
  const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (haveRows > rows) sheet.deleteRows(rows + 1, haveRows - rows);
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveColumns > columns) sheet.deleteColumns(columns + 1, haveColumns - columns);
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}

/**
 * Google does not say whether somebody may add sheets. Who may edit a cell somewhere may edit the
 * file; where no cell may be edited and nothing is protected, the file is only to be read.
 */
function mayAddSheets(): boolean {
  const sheets = book().getSheets();
  if (sheets.some((sheet) => ofCells(sheet, () => sheet.getRange(1, 1).canEdit(), false))) {
    return true;
  }
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  return [SHEET, RANGE].some((type) => book().getProtections(type).length > 0);
}

/** Google has no document's notes where the script is not at home in a document. */
const documentNotes = (): GoogleAppsScript.Properties.Properties | null =>
  PropertiesService.getDocumentProperties();
