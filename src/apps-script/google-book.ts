import { CellRefused } from '../app/api/user-error.ts';
import type { CellValue } from '../app/ports/host.ts';
import type { SheetInfo, Spreadsheet } from '../app/ports/spreadsheet.ts';
import { columnNumber } from '../sheet/layout/cell-addresses.ts';
import type { Rectangle } from '../sheet/layout/drawing.ts';
import { isOwnName } from '../sheet/layout/own-name.ts';
import { keep } from './google-causes.ts';
import { momentOf, serialOfInstant } from './google-days.ts';
import { drawOn, sheetRange, wipeOff } from './google-drawing.ts';
import { asText, shortId, tellSeconds } from './google-platform.ts';
import { refusedCell, takes } from './google-rules.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The spreadsheet as Google's services show it. Nothing is asked before a method is called. */
const plain: Spreadsheet = {
  today: () => Math.floor(serialOfInstant(new Date(), zone())),
  now: () => momentOf(new Date(), zone()),
  sheets: () => {
    listed ??= book().getSheets().map(infoOf);
    return listed;
  },
  sheet: (id) => {
    const sheet = book().getSheetById(id);
    return sheet && { id, name: sheet.getName(), hidden: sheet.isSheetHidden() };
  },
  isGrid: (sheet) => hasCells(sheetOf(sheet)),
  activeSheet: () => book().getActiveSheet().getSheetId(),
  names: () =>
    book()
      .getNamedRanges()
      .flatMap((named) => {
        const name = named.getName();
        const range = isOwnName(name) ? rangeBehind(named) : null;
        return range ? [{ name, sheet: range.getGridId(), ...areaOf(range) }] : [];
      }),
  area: (name) => {
    const range = book().getRangeByName(name);
    return range && { name, sheet: range.getGridId(), ...areaOf(range) };
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
    const sheet = spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
    // A new sheet comes before the user at once; it is not ready to be seen.
    spreadsheet.setActiveSheet(before);
    try {
      sizeTo(sheet, rows, columns);
    } catch (error) {
      spreadsheet.deleteSheet(sheet);
      throw error;
    }
    if (listed) listed = [...listed, infoOf(sheet)];
    const id = sheet.getSheetId();
    sheetsById.set(id, sheet);
    return id;
  },
  draw: (sheet, drawing) => drawOn(sheetOf(sheet), drawing),
  wipe: (sheet) => wipeOff(sheetOf(sheet)),
  renameSheet: (sheet, name) => {
    relist(sheet, { name });
    sheetOf(sheet).setName(name);
  },
  deleteSheet: (sheet) => {
    relist(sheet, {});
    book().deleteSheet(sheetOf(sheet));
    sheetsById.delete(sheet);
    listed = listed?.filter(({ id }) => id !== sheet);
  },
  showSheet: (sheet) => {
    const shown = sheetOf(sheet);
    relist(sheet, { hidden: false });
    shown.showSheet();
    book().setActiveSheet(shown);
  },
  hideSheet: (sheet) => {
    relist(sheet, { hidden: true });
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
  append: (sheet, lines) => {
    const [one = [], ...more] = lines.map((line) =>
      line.map((part) => (typeof part === 'string' ? asText(part) : part)),
    );
    const on = sheetOf(sheet);
    if (more.length === 0) on.appendRow(one);
    else {
      const [last, there] = [on.getLastRow(), on.getMaxRows()];
      const lacking = last + lines.length - there;
      if (lacking > 0) on.insertRowsAfter(there, lacking);
      on.getRange(last + 1, 1, lines.length, one.length).setValues([one, ...more]);
    }
  },
  insertRows: (sheet, before, count) => {
    sheetOf(sheet).insertRowsBefore(before, count);
  },
  deleteRows: (sheet, first, count) => {
    sheetOf(sheet).deleteRows(first, count);
  },
  setName: (name, sheet, area) => book().setNamedRange(name, sheetRange(sheetOf(sheet), area)),
  removeName: (name) => {
    if (book().getRangeByName(name)) book().removeNamedRange(name);
    // Its cells may be gone, and Google does not find it by its name then.
    else for (const named of book().getNamedRanges()) if (named.getName() === name) named.remove();
  },
  mayChange: (sheet) => (sheet === null ? mayAddSheets() : sheetOf(sheet).getDataRange().canEdit()),
  settle: () => SpreadsheetApp.flush(),
  note: (key) => (noted ? (noted[key] ?? null) : (documentNotes()?.getProperty(key) ?? null)),
  notes: () => {
    noted ??= documentNotes()?.getProperties() ?? {};
    return noted;
  },
  keepNote: (key, value) => {
    const notes = documentNotes();
    if (value === null) notes?.deleteProperty(key);
    else if (notes) keep(notes, key, value, 'notesFull');
    if (!noted) return;
    const { [key]: _, ...others } = noted;
    noted = value === null ? others : { ...others, [key]: value };
  },
  tell: (key, text) => userCache().put(key, text, tellSeconds),
  told: (key) => userCache().get(key),
  user: () => user(),
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

/** Each fact is asked for once, and only when somebody wants it. */
const infoOf = (sheet: Sheet): SheetInfo => ({
  get id() {
    return once(this, 'id', () => {
      const id = sheet.getSheetId();
      sheetsById.set(id, sheet);
      return id;
    });
  },
  get name() {
    return once(this, 'name', () => sheet.getName());
  },
  get hidden() {
    return once(this, 'hidden', () => sheet.isSheetHidden());
  },
});

/** Puts what was asked for in the place of the asking. */
function once<Key extends keyof SheetInfo>(
  info: SheetInfo,
  key: Key,
  ask: () => SheetInfo[Key],
): SheetInfo[Key] {
  const value = ask();
  Object.defineProperty(info, key, { value, enumerable: true, configurable: true });
  return value;
}

/** What a run has one of is asked for once. */
function onceInRun<T>(ask: () => T): () => T {
  let asked: { readonly is: T } | undefined;
  return () => {
    asked ??= { is: ask() };
    return asked.is;
  };
}

/** The spreadsheet the script is at home in. */
export const book = onceInRun(() => SpreadsheetApp.getActiveSpreadsheet());
export const zone = onceInRun(() => book().getSpreadsheetTimeZone());
const userCache = onceInRun(() => CacheService.getUserCache());

/** Who is at the keyboard. Without the permission to ask, nobody is named. */
const user = onceInRun(() => {
  try {
    return Session.getActiveUser().getEmail() || null;
  } catch {
    return null;
  }
});

/** Google has no document's notes where the script is not at home in a document. */
const documentNotes = onceInRun(() => PropertiesService.getDocumentProperties());

/** The tabs and the notes as they were last looked at, and as we have changed them since. */
let listed: readonly SheetInfo[] | undefined;
let noted: Record<string, string> | undefined;

/** What somebody has been told of a tab stays as it was told: the list gets another entry. */
function relist(sheet: number, facts: Partial<SheetInfo>): void {
  listed = listed?.map((info) => (info.id === sheet ? { ...info, ...facts } : info));
}

/** Whatever others may have changed meanwhile is looked at again: the lock has been waited for. */
export function lookAgainAtBook(): void {
  listed = undefined;
  noted = undefined;
}

/** The sheets that were asked for in this run; one that somebody deletes meanwhile refuses by itself. */
const sheetsById = new Map<number, Sheet>();

function sheetOf(id: number): Sheet {
  const sheet = sheetsById.get(id) ?? book().getSheetById(id);
  if (!sheet) throw new Error(`No sheet of id ${id}.`);
  sheetsById.set(id, sheet);
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

/** Cells with their days as numbers of the spreadsheet's time zone, not of the script's. */
function readCells<T>(
  sheet: number,
  area: Rectangle,
  day: (serial: number) => T,
): (Exclude<CellValue, Date> | T)[][] {
  return sheetRange(sheetOf(sheet), area)
    .getValues()
    .map((row: CellValue[]) =>
      row.map((value) => {
        if (!isDate(value)) return value;
        return day(serialOfInstant(value, zone()));
      }),
    );
}

/** By its address, in one call; that of whole rows or columns leaves out where they end. */
function areaOf(range: Range): Rectangle {
  const [first, last = first] = range.getA1Notation().split(':').map(cornerOf);
  const { row = 1, column = 1 } = first ?? {};
  return {
    row,
    column,
    rows: last?.row === undefined ? range.getNumRows() : last.row - row + 1,
    columns: last?.column === undefined ? range.getNumColumns() : last.column - column + 1,
  };
}

/** `B3`; of a whole column `B`, of a whole row `3`. */
function cornerOf(a1: string): { readonly row?: number; readonly column?: number } {
  const [, letters, row] = /^([A-Z]*)(\d*)$/.exec(a1) ?? [];
  return {
    ...(row ? { row: Number(row) } : {}),
    ...(letters ? { column: columnNumber(letters) } : {}),
  };
}

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
