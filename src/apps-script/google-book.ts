import { CellRefused } from '../app/api/user-error.ts';
import type { CellValue } from '../app/ports/host.ts';
import type { OnSheet, Spreadsheet } from '../app/ports/spreadsheet.ts';
import type { Rectangle } from '../sheet/layout/drawing.ts';
import { isOwnName } from '../sheet/layout/own-name.ts';
import { areaBehind, areaOf, partOf, rangeOn, sheetOn, usedOn } from './google-areas.ts';
import { momentOf, serialOfInstant } from './google-days.ts';
import { drawOn, wipeOff } from './google-drawing.ts';
import { asText, shortId, tellSeconds } from './google-platform.ts';
import { rangesOf, sheetRange } from './google-ranges.ts';
import { refusedCell, takes } from './google-rules.ts';
import {
  activeTab,
  book,
  notes,
  sheetInfo,
  sheetOf,
  tabs,
  user,
  userCache,
  writes,
  zone,
} from './google-run.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The spreadsheet as Google's services show it. Nothing is asked before a method is called. */
const plain: Spreadsheet = {
  today: () => Math.floor(serialOfInstant(new Date(), zone())),
  now: () => momentOf(new Date(), zone()),
  sheets: tabs.all,
  sheet: (on) => {
    if (typeof on !== 'number') return sheetInfo(sheetOn(on));
    const known = tabs.made(on);
    if (known) return known;
    const sheet = book().getSheetById(on);
    return sheet && sheetInfo(sheet, on);
  },
  isGrid: (sheet) => hasCells(sheetOf(sheet)),
  activeSheet: activeTab.id,
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
    return range && areaBehind(range, { name });
  },
  namesOn: (on) => sheetOn(on).getNamedRanges().length,
  part: partOf,
  values: (on, area) => readCells(on, area, (serial) => serial),
  tableCells: (on, area) => readCells(on, area, (serial) => ({ serial })),
  joined: (sheet, area) => sheetRange(sheetOf(sheet), area).getMergedRanges().map(areaOf),
  formats: (sheet, area) => sheetRange(sheetOf(sheet), area).getNumberFormats(),
  shown: (sheet, area) => sheetRange(sheetOf(sheet), area).getDisplayValues(),
  formulas: (on, area) => rangeOn(on, area).getFormulas(),
  used: usedOn,
  lastRow: (on) => sheetOn(on).getLastRow(),
  addSheet: (name, rows, columns) => {
    const spreadsheet = book();
    activeTab.sheet();
    const sheet = spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
    // A new sheet comes before the user at once; it is not ready to be seen.
    activeTab.stays();
    try {
      sizeTo(sheet, rows, columns);
    } catch (error) {
      spreadsheet.deleteSheet(sheet);
      throw error;
    }
    return tabs.added(sheet, name);
  },
  draw: (sheet, drawing) => drawOn(sheetOf(sheet), drawing),
  wipe: (sheet) => wipeOff(sheetOf(sheet)),
  renameSheet: (sheet, name) => {
    tabs.changes(sheet, { name });
    sheetOf(sheet).setName(name);
  },
  deleteSheet: (sheet) => {
    tabs.goes(sheet);
  },
  showSheet: (sheet) => {
    const shown = sheetOf(sheet);
    tabs.changes(sheet, { hidden: false });
    shown.showSheet();
    activeTab.becomes(shown, sheet);
  },
  hideSheet: (sheet) => {
    tabs.changes(sheet, { hidden: true });
    activeTab.hides(sheet);
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
  write: (on, area, values, format) => {
    const range = rangeOn(on, area);
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
  append: (where, lines, known) => {
    const [one = [], ...more] = lines.map((line) =>
      line.map((part) => (typeof part === 'string' ? asText(part) : part)),
    );
    const on = sheetOn(where);
    if (more.length === 0) on.appendRow(one);
    else {
      const row = (known ?? on.getLastRow()) + 1;
      rowsOn(on, { row, column: 1, rows: lines.length, columns: one.length }).setValues([
        one,
        ...more,
      ]);
    }
  },
  insertRows: (on, before, count) => {
    sheetOn(on).insertRowsBefore(before, count);
  },
  deleteRows: (on, first, count) => {
    sheetOn(on).deleteRows(first, count);
  },
  setName: (name, sheet, area) => nameArea(name, sheetRange(sheetOf(sheet), area)),
  setNames: (sheet, areas) => {
    const rangeOf = rangesOf(sheetOf(sheet), areas);
    for (const { name, ...area } of areas) nameArea(name, rangeOf(area));
  },
  removeName: (name) => {
    if (given.delete(name) && isRemoved(name)) return;
    if (book().getRangeByName(name)) book().removeNamedRange(name);
    // Its cells may be gone, and Google does not find it by its name then.
    else for (const named of book().getNamedRanges()) if (named.getName() === name) named.remove();
  },
  mayChange: (sheet) => (sheet === null ? mayAddSheets() : sheetOf(sheet).getDataRange().canEdit()),
  mayWrite: (area) => rangeOn(area, area).canEdit(),
  settle: writes.settle,
  note: notes.one,
  notes: notes.all,
  keepNote: notes.keep,
  keepNotes: notes.keepAll,
  tell: (key, text) => userCache().put(key, text, tellSeconds),
  told: (key) => userCache().get(key),
  user,
  newId: () => shortId(Utilities.getUuid()),
};

/** What leaves the cells as they are; anything else may have written something. */
const onlyLooks: ReadonlySet<string> = new Set<keyof Spreadsheet>([
  ...(['today', 'now', 'sheets', 'sheet', 'isGrid', 'activeSheet', 'names', 'namesOn'] as const),
  ...([
    'area',
    'part',
    'values',
    'tableCells',
    'joined',
    'formats',
    'shown',
    'formulas',
    'used',
  ] as const),
  ...(['lastRow', 'refuses', 'mayChange', 'mayWrite', 'settle', 'note', 'notes'] as const),
  ...(['keepNote', 'keepNotes', 'tell', 'told', 'user', 'newId'] as const),
]);

/**
 * What is written is held back, so that any later call may be the one at which Google says that a cell
 * did not take it.
 */
export const googleSpreadsheet: Spreadsheet = Object.fromEntries(
  Object.entries(plain).map(([name, method]) => [
    name,
    (...given: unknown[]) => {
      if (!onlyLooks.has(name)) writes.begin();
      try {
        return (method as (...rest: unknown[]) => unknown)(...given);
      } catch (error) {
        const cell = refusedCell(error);
        throw cell === null ? error : new CellRefused(cell);
      }
    },
  ]),
) as unknown as Spreadsheet;

/** The names that this run has given, and has not taken away since. */
const given = new Set<string>();

function nameArea(name: string, range: Range): void {
  book().setNamedRange(name, range);
  given.add(name);
}

/** Somebody else may have taken it away meanwhile. */
function isRemoved(name: string): boolean {
  try {
    book().removeNamedRange(name);
    return true;
  } catch (error) {
    if (refusedCell(error) !== null) throw error;
    return false;
  }
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
  on: OnSheet,
  area: Rectangle,
  day: (serial: number) => T,
): (Exclude<CellValue, Date> | T)[][] {
  return rangeOn(on, area)
    .getValues()
    .map((row: CellValue[]) =>
      row.map((value) => {
        if (!isDate(value)) return value;
        return day(serialOfInstant(value, zone()));
      }),
    );
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

/** Cells of a sheet, which gets rows where it has too few: seldom, so that it is not asked each time. */
function rowsOn(sheet: Sheet, area: Rectangle): Range {
  try {
    return sheetRange(sheet, area);
  } catch {
    const there = sheet.getMaxRows();
    const lacking = area.row + area.rows - 1 - there;
    if (lacking > 0) sheet.insertRowsAfter(there, lacking);
    return sheetRange(sheet, area);
  }
}

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
  const mayEdit = (sheet: Sheet) => ofCells(sheet, () => sheet.getRange(1, 1).canEdit(), false);
  if (tabs.sheets().some(mayEdit)) return true;
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  return [SHEET, RANGE].some((type) => book().getProtections(type).length > 0);
}
