import type { Day } from '../../plan/calendar/calendar.ts';
import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { dataColumns } from '../../sources/data-rows.ts';
import type { CellValue } from '../ports/host.ts';
import type { NamedArea, Spreadsheet } from '../ports/spreadsheet.ts';
import { countsOf, rowsBefore, sum } from './checkpoint.ts';
import { cellsOfRow, compareRows, type DataRow, rowOfCells } from './merge-rows.ts';

/** Rows of a plan's data from some row on, as they stand. */
export interface ReadRows {
  readonly area: NamedArea;
  /** Rows of the block above these. */
  readonly above: number;
  readonly rows: readonly DataRow[];
  /** Rows of the sheet that these take up, blank ones among them. */
  readonly height: number;
  /** Rows that somebody else has written there. */
  readonly foreign: number;
  /** What was noted of the rows above does not fit what stands. */
  readonly damaged: boolean;
  /** What the first row is to say again, and the last one nothing: somebody has touched them. */
  readonly head: string | null;
}

/** Which rows a run is about. */
export interface RowWindow {
  /** Some account brings new rows from this day on. */
  readonly since: Day;
  /** Every account does from this day on: of rows before it, some are to stay as they are. */
  readonly until: Day;
  /** All rows are to be read, not only those that end on `since` or later. */
  readonly whole: boolean;
}

/**
 * The rows that end on a day or later. Where what was noted does not fit what stands, after a run
 * that was cut off or after somebody's own hand, all rows.
 */
export function readDataRows(
  plan: Plan,
  area: NamedArea,
  { since, until, whole }: RowWindow,
  counts: readonly number[],
  spreadsheet: Spreadsheet,
): ReadRows {
  const first = firstDay(plan.quarter);
  // The first row says whose they are, the last one is empty.
  if (!whole && sum(counts) === area.rows - 2) {
    const above = rowsBefore(counts, first, since);
    const read = readFrom(area, plan.name, above, spreadsheet);
    if (fits(read, since)) {
      const { rows, height } = read;
      return { area, above, rows, height, foreign: 0, damaged: false, head: null };
    }
  }
  const read = readFrom(area, plan.name, 0, spreadsheet);
  const { height } = read;
  const last = lastDay(plan.quarter);
  // Sorted with all the rest, rows of ours may stand in the place of the first and the last one.
  const lines = read.touched ? [read.head, ...read.lines, read.last] : read.lines;
  const ours = (line: Line): DataRow[] => {
    const row = rowOfCells(line);
    return row && row.from >= first && row.to <= last ? [row] : [];
  };
  const rows = lines.flatMap(ours);
  const now = countsOf(rows, plan, [], 0);
  return {
    area,
    above: 0,
    height,
    rows: [...rows].sort(compareRows),
    foreign: lines.filter((line) => !isBlank(line) && !isName(line) && ours(line).length === 0)
      .length,
    head: read.touched ? plan.name : null,
    damaged: now.some((count, at) => first + at < until && count !== (counts[at] ?? 0)),
  };
}

type Line = readonly CellValue[];

interface Read {
  /** The row above them: one of the block's rows, or the one that says whose they are. */
  readonly head: Line;
  readonly above: number;
  readonly lines: readonly Line[];
  readonly rows: readonly DataRow[];
  readonly height: number;
  /** The row below them, which is to be empty. */
  readonly last: Line;
  /** Whether somebody has written into the first or the last row of the block. */
  readonly touched: boolean;
}

/** One look, from the row above to the empty one below. */
function readFrom(area: NamedArea, name: string, above: number, spreadsheet: Spreadsheet): Read {
  const { row, column, rows: all } = area;
  const height = all - 2 - above;
  const part = { row: row + above, column, rows: height + 2, columns: dataColumns.length };
  const [head = [], ...below] = spreadsheet.values(area, part);
  const lines = below.slice(0, -1);
  const last = below[height] ?? [];
  const rows = lines.flatMap((line) => rowOfCells(line) ?? []);
  const touched = !isBlank(last) || (above === 0 && !isHead(head, name));
  return { head, above, lines, rows, height, last, touched };
}

const isBlank = (line: Line): boolean => line.every((cell) => cell === '');

/** A name alone: the plan's, which may have had another one when it was written. */
const isName = ([name, ...others]: Line): boolean => typeof name === 'string' && isBlank(others);

const isHead = ([name, ...others]: Line, plan: string): boolean => name === plan && isBlank(others);

/** Whether exactly the rows from a day on were read, all of them ours and in order. */
function fits({ head, above, rows, height, touched }: Read, since: Day): boolean {
  if (touched) return false;
  const [first] = rows;
  const before = rowOfCells(head);
  const begins = above === 0 || (before !== null && before.to < since);
  const sorted = rows.every((row, at) => {
    const next = rows[at + 1];
    return !next || compareRows(row, next) <= 0;
  });
  return rows.length === height && begins && sorted && (!first || first.to >= since);
}

/** Puts rows in the place of those that were read. Surplus rows are left blank, to be deleted later. */
export function writeRows(
  read: ReadRows,
  rows: readonly DataRow[],
  spreadsheet: Spreadsheet,
): void {
  const { area, above, height, head } = read;
  const { column } = area;
  const lacking = rows.length - height;
  if (lacking > 0) spreadsheet.insertRows(area, area.row + area.rows - 1, lacking);
  const tall = Math.max(height, rows.length);
  const blank = dataColumns.map(() => null);
  const lines: (CellValue | null)[][] = Array.from({ length: tall }, (_, at) => {
    const row = rows[at];
    return row ? cellsOfRow(row) : blank;
  });
  const first = dataColumns.map((_, at) => (at === 0 ? head : null));
  const values = head === null ? lines : [first, ...lines, blank];
  if (values.length === 0) return;
  const top = area.row + above + (head === null ? 1 : 0);
  const part = { row: top, column, rows: values.length, columns: dataColumns.length };
  spreadsheet.write(area, part, values);
}

/** Deletes what `writeRows` left blank. */
export function dropSurplus(read: ReadRows, rows: number, spreadsheet: Spreadsheet): void {
  const { area, above, height } = read;
  if (height > rows) spreadsheet.deleteRows(area, area.row + 1 + above + rows, height - rows);
}
