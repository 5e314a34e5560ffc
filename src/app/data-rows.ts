import type { Day } from '../quarter/calendar.ts';
import { firstDay, lastDay } from '../quarter/calendar.ts';
import type { Plan } from '../quarter/plan.ts';
import { dataColumns } from '../sources/data-rows.ts';
import type { Book, NamedArea } from './book.ts';
import { cellsOfRow, type DataRow, inOrder, rowOfCells } from './data-merge.ts';
import { countsOf, rowsBefore, sum } from './data-state.ts';

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
}

/**
 * The rows that end on a day or later. Where what was noted does not fit what stands, after a run
 * that was cut off or after somebody's own hand, all rows.
 */
export function readRows(
  plan: Plan,
  area: NamedArea,
  since: Day,
  counts: readonly number[],
  whole: boolean,
  book: Book,
): ReadRows {
  const first = firstDay(plan.quarter);
  // The first row says whose they are, the last one is empty.
  if (!whole && sum(counts) === area.rows - 2) {
    const above = rowsBefore(counts, first, since);
    const read = readFrom(area, above, book);
    if (fits(read, since)) {
      const { rows, height } = read;
      return { area, above, rows, height, foreign: 0, damaged: false };
    }
  }
  const { lines, rows: read, height } = readFrom(area, 0, book);
  const last = lastDay(plan.quarter);
  const rows = read.filter(({ from, to }) => from >= first && to <= last);
  const before = rows.filter(({ to }) => to < since);
  const now = countsOf(before, plan, [], 0);
  const known = counts.map((count, at) => (first + at < since ? count : 0));
  return {
    ...{ area, above: 0, height },
    rows: [...rows].sort(inOrder),
    foreign: lines.filter((line) => line.some((cell) => cell !== '')).length - rows.length,
    damaged: now.some((count, at) => count !== (known[at] ?? 0)),
  };
}

interface Read {
  /** The row above them, where it is one of the block's rows. */
  readonly before: DataRow | null;
  readonly above: number;
  readonly lines: readonly ReturnType<Book['values']>[number][];
  readonly rows: readonly DataRow[];
  readonly height: number;
}

/** One look, from the row above on. */
function readFrom(area: NamedArea, above: number, book: Book): Read {
  const { sheet, row, column, rows } = area;
  const height = rows - 2 - above;
  const part = { row: row + above, column, rows: height + 1, columns: dataColumns.length };
  const [head = [], ...lines] = book.values(sheet, part);
  const read = lines.flatMap((line) => rowOfCells(line) ?? []);
  return { before: above === 0 ? null : rowOfCells(head), above, lines, rows: read, height };
}

/** Whether exactly the rows from a day on were read, all of them ours and in order. */
function fits({ before, above, rows, height }: Read, since: Day): boolean {
  const [first] = rows;
  const begins = above === 0 || (before !== null && before.to < since);
  const sorted = rows.every((row, at) => {
    const next = rows[at + 1];
    return !next || inOrder(row, next) <= 0;
  });
  return rows.length === height && begins && sorted && (!first || first.to >= since);
}

/** Puts rows in the place of those that were read. Surplus rows are left blank, to be deleted later. */
export function writeRows(read: ReadRows, rows: readonly DataRow[], book: Book): void {
  const { area, above, height } = read;
  const { sheet, column } = area;
  const lacking = rows.length - height;
  if (lacking > 0) book.insertRows(sheet, area.row + area.rows - 1, lacking);
  const tall = Math.max(height, rows.length);
  if (tall === 0) return;
  const blank = dataColumns.map(() => null);
  const values = Array.from({ length: tall }, (_, at) => {
    const row = rows[at];
    return row ? cellsOfRow(row) : blank;
  });
  const part = { row: area.row + 1 + above, column, rows: tall, columns: dataColumns.length };
  book.write(sheet, part, values);
}

/** Deletes what `writeRows` left blank. */
export function dropSurplus(read: ReadRows, rows: number, book: Book): void {
  const { area, above, height } = read;
  if (height > rows) book.deleteRows(area.sheet, area.row + 1 + above + rows, height - rows);
}
