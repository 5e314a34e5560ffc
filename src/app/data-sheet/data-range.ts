import type { Plan } from '../../plan/model/plan.ts';
import type { Rectangle } from '../../sheet/layout/drawing.ts';
import { dataColumns, dataRange, daysRange } from '../../sources/data-rows.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import type { CellValue } from '../ports/host.ts';
import type { NamedArea, Spreadsheet } from '../ports/spreadsheet.ts';
import { checkpointNote, newCheckpoint, saveCheckpoint } from './checkpoint.ts';

/** Below the header of the data sheet, and of the sheet of days. */
export const top = 2;
/** The row that says whose rows follow, and the empty one before which they are inserted. */
export const emptyRows = 2;

const blockName = /^KPI_(?:data|days)_([a-z0-9]{6})$/;

/** The plan whose rows, or whose days, a named range holds. */
export const planOfData = (name: string): string | null => blockName.exec(name)?.[1] ?? null;

/** Where a plan's rows stand; `null` where they are gone. */
export function dataArea(plan: string, spreadsheet: Spreadsheet): NamedArea | null {
  const area = spreadsheet.area(dataRange(plan));
  return area && area.rows >= emptyRows && area.columns >= dataColumns.length ? area : null;
}

/**
 * Makes the rows of a plan, empty, where there are none yet: right below the header, where rows can
 * be inserted however long the sheet is. Cut off, it leaves empty rows that the next one takes.
 */
export function ensureDataBlock(
  { id, name, language }: Pick<Plan, 'id' | 'name' | 'language'>,
  spreadsheet: Spreadsheet,
): NamedArea {
  const standing = dataArea(id, spreadsheet);
  if (standing) {
    if (spreadsheet.note(checkpointNote(id)) === null)
      saveCheckpoint(id, newCheckpoint, spreadsheet);
    return standing;
  }
  const sheet = buildShared('data', language, spreadsheet);
  const columns = dataColumns.length;
  const area = { row: top, column: 1, rows: emptyRows, columns };
  makeRoom(sheet, area, () => false, spreadsheet);
  const blank = dataColumns.map(() => null);
  spreadsheet.write(sheet, area, [dataColumns.map((_, at) => (at === 0 ? name : null)), blank]);
  // What was noted of rows that are gone says nothing of these.
  saveCheckpoint(id, newCheckpoint, spreadsheet);
  spreadsheet.setName(dataRange(id), sheet, area);
  return { ...area, name: dataRange(id), sheet };
}

/** Sees to it that the first rows belong to nobody. */
export function makeRoom(
  sheet: number,
  area: Rectangle,
  isBegun: (line: readonly CellValue[]) => boolean,
  spreadsheet: Spreadsheet,
): void {
  if (!isFree(sheet, area, isBegun, spreadsheet)) spreadsheet.insertRows(sheet, top, area.rows);
}

/** Whether they are blank, but for what a run that was cut off began. */
function isFree(
  sheet: number,
  part: Rectangle,
  isBegun: (line: readonly CellValue[]) => boolean,
  spreadsheet: Spreadsheet,
): boolean {
  const bottom = part.row + part.rows - 1;
  const taken = spreadsheet
    .names()
    .some(
      (area) =>
        planOfData(area.name) &&
        area.sheet === sheet &&
        area.row <= bottom &&
        area.row + area.rows > part.row,
    );
  if (taken) return false;
  const [first = [], ...others] = spreadsheet.values(sheet, part);
  const begun = isBegun(first) ? [] : first.slice(1);
  return [...begun, ...others.flat()].every((value) => value === '');
}

/**
 * Takes away the rows of a plan and what is known of them. The two empty ones stay behind, nameless:
 * a sheet must not lose its last rows. Done already, it is done again.
 */
export function dropDataBlock(plan: string, spreadsheet: Spreadsheet): void {
  for (const name of [dataRange(plan), daysRange(plan)]) {
    const area = spreadsheet.area(name);
    if (!area) continue;
    if (spreadsheet.mayChange(area.sheet)) clear(area, spreadsheet);
    spreadsheet.removeName(name);
  }
  spreadsheet.keepNote(checkpointNote(plan), null);
}

function clear({ sheet, row, column, columns, rows: tall }: NamedArea, spreadsheet: Spreadsheet) {
  if (tall > emptyRows) spreadsheet.deleteRows(sheet, row + 1, tall - emptyRows);
  const rows = Math.min(tall, emptyRows);
  const nothing = Array.from({ length: columns }, () => null);
  spreadsheet.write(
    sheet,
    { row, column, rows, columns },
    Array.from({ length: rows }, () => nothing),
  );
  spreadsheet.settle();
}
