import type { Plan } from '../../plan/model/plan.ts';
import { dataColumns, dataRange } from '../../sources/data-rows.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import type { NamedArea, Spreadsheet } from '../ports/spreadsheet.ts';
import { checkpointNote, newCheckpoint, saveCheckpoint } from './checkpoint.ts';

/** Below the header of the data sheet. */
const top = 2;
/** The row that says whose rows follow, and the empty one before which they are inserted. */
const emptyRows = 2;

const blockName = /^KPI_data_([a-z0-9]{6})$/;

/** The plan whose rows a named range holds. */
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
  if (!isFree(sheet, spreadsheet)) spreadsheet.insertRows(sheet, top, emptyRows);
  const blank = dataColumns.map(() => null);
  spreadsheet.write(sheet, area, [dataColumns.map((_, at) => (at === 0 ? name : null)), blank]);
  // What was noted of rows that are gone says nothing of these.
  saveCheckpoint(id, newCheckpoint, spreadsheet);
  spreadsheet.setName(dataRange(id), sheet, area);
  return { ...area, name: dataRange(id), sheet };
}

/** Whether the first rows belong to nobody: blank, but for what a run that was cut off began. */
function isFree(sheet: number, spreadsheet: Spreadsheet): boolean {
  const bottom = top + emptyRows - 1;
  const taken = spreadsheet
    .names()
    .some(
      (area) =>
        planOfData(area.name) &&
        area.sheet === sheet &&
        area.row <= bottom &&
        area.row + area.rows > top,
    );
  if (taken) return false;
  const area = { row: top, column: 1, rows: emptyRows, columns: dataColumns.length };
  const [first = [], ...others] = spreadsheet.values(sheet, area);
  return [...first.slice(1), ...others.flat()].every((value) => value === '');
}

/**
 * Takes away the rows of a plan and what is known of them. The two empty ones stay behind, nameless:
 * a sheet must not lose its last rows. Done already, it is done again.
 */
export function dropDataBlock(plan: string, spreadsheet: Spreadsheet): void {
  const area = spreadsheet.area(dataRange(plan));
  if (area && spreadsheet.mayChange(area.sheet)) {
    const { sheet, row, column, columns } = area;
    if (area.rows > emptyRows) spreadsheet.deleteRows(sheet, row + 1, area.rows - emptyRows);
    const rows = Math.min(area.rows, emptyRows);
    const nothing = Array.from({ length: columns }, () => null);
    spreadsheet.write(
      sheet,
      { row, column, rows, columns },
      Array.from({ length: rows }, () => nothing),
    );
    spreadsheet.settle();
  }
  spreadsheet.removeName(dataRange(plan));
  spreadsheet.keepNote(checkpointNote(plan), null);
}
