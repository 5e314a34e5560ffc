import { type Day, dateOf } from '../../plan/calendar/calendar.ts';
import type { Period, SourceError } from '../source.ts';
import type { TableAccount } from './account.ts';
import type { TableCell, TableCells } from './cells.ts';
import { isBlankCell, isBlankRow } from './find-table.ts';
import type { Located } from './locate.ts';
import { cellName, foundIn, type ProblemNotes } from './problems.ts';
import { ordersOf, readDay } from './read-day.ts';
import { beginsAsTotal, isTotal } from './read-number.ts';
import { sumOf } from './sum.ts';

/** A row of a table with its days. */
export interface DatedRow extends Period {
  /** From 0. */
  readonly at: number;
  readonly cells: readonly TableCell[];
  /** The clock of its day, as a fraction. */
  readonly time: number;
}

export interface DatedRows {
  readonly rows: readonly DatedRow[];
  readonly counts: { readonly rows: number; readonly totals: number; readonly undated: number };
}

/** Gives each row its days; totals, lines of text and rows without a day are left out and counted. */
export function datedRows(
  cells: TableCells,
  account: TableAccount,
  { headerRow, columnOf }: Located,
  notes: ProblemNotes,
): DatedRows | { readonly trouble: SourceError } {
  const day = columnOf(account.day);
  const last = account.lastDay === null ? day : columnOf(account.lastDay);
  const counts = { rows: 0, totals: 0, undated: 0 };
  const rows: DatedRow[] = [];
  for (let at = headerRow + 1; at < cells.length; at += 1) {
    const row = cells[at] ?? [];
    if (isBlankRow(row) || isHeader(row[day], account.day)) continue;
    counts.rows += 1;
    const bad = [day, last].find((column) => 'no' in readDay(row[column], account.order));
    const from = readDay(row[day], account.order);
    const to = readDay(row[last], account.order);
    if ('day' in from && 'day' in to && from.day <= to.day) {
      if (isTotalRow(row, [day, last])) counts.totals += 1;
      else rows.push({ at, cells: row, from: from.day, to: to.day, time: from.time });
      continue;
    }
    const first = row.find((cell) => !isBlankCell(cell));
    if (typeof first === 'string' && beginsAsTotal(first)) counts.totals += 1;
    else if (row.filter((cell) => !isBlankCell(cell)).length > 1) {
      const column = bad ?? last;
      const read = readDay(row[column], account.order);
      if ('no' in read && read.no === 'order') return otherOrder(row[column], at, column);
      counts.undated += 1;
      const kind = 'no' in read && read.no === 'blank' ? 'noDay' : 'badDay';
      const header = column === day ? account.day : (account.lastDay ?? account.day);
      notes.add({ kind, header, row: at, column, cell: row[column] });
    } else counts.rows -= 1;
  }
  const swapped = swappedDay(rows, day);
  if (swapped) return otherOrder(swapped.cells[day], swapped.at, day);
  const kept = withoutSummary(rows, [day, last]);
  return { rows: kept, counts: { ...counts, totals: counts.totals + rows.length - kept.length } };
}

/** An export pasted below another brings its headers along. */
const isHeader = (cell: TableCell | undefined, header: string): boolean =>
  typeof cell === 'string' && cell.trim().toLowerCase() === header.toLowerCase();

const otherOrder = (cell: unknown, row: number, column: number) => ({
  trouble: { kind: 'noDays', detail: `${cellName(row, column)}: “${foundIn(cell)}”` } as const,
});

/** A total of a day: the first text beside its days says so, and nothing else. */
function isTotalRow(row: readonly TableCell[], days: readonly number[]): boolean {
  const text = row.find(
    (cell, at) => typeof cell === 'string' && !isBlankCell(cell) && !days.includes(at),
  );
  return typeof text === 'string' && isTotal(text);
}

/**
 * A spreadsheet that reads days first makes 3 April of the file's 4 March, and leaves 3/25 a text: the
 * texts can be read in one order only, and no day of the others is beyond the 12th. Such days are
 * exchanged without a trace. Hands out the first text.
 */
function swappedDay(rows: readonly DatedRow[], column: number): DatedRow | null {
  let text: DatedRow | null = null;
  let days = 0;
  for (const row of rows) {
    const cell = row.cells[column];
    if (typeof cell === 'string') {
      if (ordersOf(cell).length !== 1) return null;
      text ??= row;
    } else if (dateOf(row.from).day > 12) return null;
    else days += 1;
  }
  return days > 0 ? text : null;
}

/**
 * Exports begin or end with a line for their whole time that names no campaign. Where the other rows
 * name something, a row that names nothing and takes in all their days is a total if it is longer
 * than each of them, or holds the sum of one of their columns.
 */
function withoutSummary(rows: readonly DatedRow[], days: readonly number[]): readonly DatedRow[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => !days.includes(at));
  const isName = (cell: TableCell | undefined) => typeof cell === 'string' && /\p{L}/u.test(cell);
  const naming = columns.filter(
    (at) => rows.filter(({ cells }) => isName(cells[at])).length * 2 > rows.length,
  );
  if (naming.length === 0) return rows;
  const named = rows.filter(({ cells }) => naming.some((at) => !isBlankCell(cells[at])));
  const isNamed = new Set(named);
  const span = spanOf(named);
  if (!span || named.length === rows.length || named.length < 2) return rows;
  const longest = named.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const sumIn = (at: number) => sumOf(named.map(({ cells }) => numberIn(cells[at])));
  const summary = rows.filter(
    (row) =>
      !isNamed.has(row) &&
      row.from <= span.from &&
      row.to >= span.to &&
      (row.to - row.from > longest ||
        columns.some(
          (at) => numberIn(row.cells[at]) !== 0 && numberIn(row.cells[at]) === sumIn(at),
        )),
  );
  const isSummary = new Set(summary);
  return rows.filter((row) => !isSummary.has(row));
}

const numberIn = (cell: TableCell | undefined): number => (typeof cell === 'number' ? cell : 0);

/** The first and the last of some days; `null` of none. */
export function spanOf(rows: readonly Period[]): Period | null {
  let span: { from: Day; to: Day } | null = null;
  for (const { from, to } of rows) {
    span = span ? { from: Math.min(span.from, from), to: Math.max(span.to, to) } : { from, to };
  }
  return span;
}
