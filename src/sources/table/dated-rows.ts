import { type Day, dateOf } from '../../plan/calendar/calendar.ts';
import type { Period, SourceError } from '../source.ts';
import type { TableAccount } from './account.ts';
import type { TableCell, TableCells } from './cells.ts';
import { isBlankCell, isBlankRow } from './find-table.ts';
import type { Located } from './locate.ts';
import { cellName, foundIn, type Noted } from './problems.ts';
import { type DayRead, ordersOf, readDay } from './read-day.ts';

/** A row below the headers that holds anything. */
export interface TableRow {
  /** From 0. */
  readonly at: number;
  readonly cells: readonly TableCell[];
}

/** A row of a table with its days. */
export interface DatedRow extends TableRow, Period {
  /** The clock of its day, as a fraction. */
  readonly time: number;
}

/** A row of which nobody can say what day it is of, and the cell that should say it. */
export interface UndatedRow extends TableRow {
  readonly why: Noted;
  /** A single cell is filled: a line about the table, unless it is a number of a column that flows in. */
  readonly isLine: boolean;
}

export interface DatedRows {
  readonly rows: readonly DatedRow[];
  readonly undated: readonly UndatedRow[];
  /** The columns with the days. */
  readonly days: readonly number[];
}

/** Gives each row its days. Lines of a single text are no rows: they say something of the table. */
export function datedRows(
  cells: TableCells,
  account: TableAccount,
  { headerRow, columnOf }: Located,
): DatedRows | { readonly trouble: SourceError } {
  const day = columnOf(account.day);
  const last = account.lastDay === null ? day : columnOf(account.lastDay);
  const rows: DatedRow[] = [];
  const undated: UndatedRow[] = [];
  const contrary: UndatedRow[] = [];
  for (let at = headerRow + 1; at < cells.length; at += 1) {
    const row = cells[at] ?? [];
    if (isBlankRow(row) || isHeader(row[day], account.day)) continue;
    const from = readDay(row[day], account.order);
    const to = last === day ? from : readDay(row[last], account.order);
    if ('day' in from && 'day' in to && from.day <= to.day) {
      rows.push({ at, cells: row, from: from.day, to: to.day, time: from.time });
      continue;
    }
    const filled = row.filter(saysSomething).length;
    if (filled === 0) continue;
    const isLine = filled === 1;
    const column = 'no' in from ? day : last;
    const read: DayRead = 'no' in from ? from : to;
    const header = column === day ? account.day : (account.lastDay ?? account.day);
    const kind = 'no' in read && read.no === 'blank' ? 'noDay' : 'badDay';
    const why = { kind, header, row: at, column, cell: row[column] } as const;
    undated.push({ at, cells: row, why, isLine });
    if ('no' in read && read.no === 'order') contrary.push({ at, cells: row, why, isLine });
  }
  const odd = contrary[0] ?? null;
  if (odd && !isProven(rows, day, account.order, contrary.length)) return otherOrder(odd.why);
  const swapped = swappedDay(rows, day);
  if (swapped) {
    return otherOrder({ row: swapped.at, column: day, cell: swapped.cells[day] });
  }
  return { rows, undated, days: [day, last] };
}

/** An export pasted below another brings its headers along. */
const isHeader = (cell: TableCell | undefined, header: string): boolean =>
  typeof cell === 'string' && cell.trim().toLowerCase() === header.toLowerCase();

/** Boxes nobody ticked and formulas that come to 0 stand ready below a table: nothing is in them yet. */
const saysSomething = (cell: TableCell): boolean =>
  !isBlankCell(cell) && typeof cell !== 'boolean' && cell !== 0;

const otherOrder = ({ row, column, cell }: Pick<Noted, 'row' | 'column' | 'cell'>) => ({
  trouble: { kind: 'noDays', detail: `${cellName(row, column)}: “${foundIn(cell)}”` } as const,
});

/** So many texts that fit no other order stand against one that contradicts them. */
const proofs = 3;

/** Whether the order is told by enough texts of its own: then the contrary are slips, and unread alone. */
const isProven = (
  rows: readonly DatedRow[],
  column: number,
  order: TableAccount['order'],
  contrary: number,
): boolean =>
  rows.filter(({ cells }) => {
    const fitting = ordersOf(cells[column]);
    return fitting.length === 1 && fitting[0] === order;
  }).length >=
  contrary * proofs;

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

/** The days that an undated row could be of; open where nothing limits them. */
export interface PossibleDays {
  readonly from: Day;
  readonly to: Day;
}

/** So many different days show that a table is sorted: two stand in some order by chance. */
const telling = 3;

/**
 * What is known of undated rows by their places: in a table sorted by its days a row lies between
 * its neighbours, so that the days before the one above it are whole whatever the row is of. In any
 * other table it may be of any day, and nothing is whole.
 */
export function possibleDays(
  rows: readonly DatedRow[],
  undated: readonly UndatedRow[],
): ReadonlyMap<number, PossibleDays> {
  const inOrder = [...rows].sort((one, other) => one.at - other.at);
  const pairs = inOrder.slice(1).map((row, at) => [inOrder[at] ?? row, row] as const);
  const days = new Set(inOrder.map(({ from }) => from)).size;
  const rises = pairs.every(([one, next]) => one.from <= next.from && one.to <= next.to);
  const falls = pairs.every(([one, next]) => one.from >= next.from && one.to >= next.to);
  const isSorted = days >= telling && rises !== falls;
  const [never, always] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const found = new Map<number, PossibleDays>();
  let next = 0;
  for (const { at } of undated) {
    while (next < inOrder.length && (inOrder[next]?.at ?? 0) < at) next += 1;
    const [above, below] = [inOrder[next - 1], inOrder[next]];
    const [earlier, later] = rises ? [above, below] : [below, above];
    found.set(
      at,
      isSorted
        ? { from: earlier?.from ?? never, to: later?.to ?? always }
        : { from: never, to: always },
    );
  }
  return found;
}

/** The first and the last of some days; `null` of none. */
export function spanOf(rows: readonly Period[]): Period | null {
  let span: { from: Day; to: Day } | null = null;
  for (const { from, to } of rows) {
    span = span ? { from: Math.min(span.from, from), to: Math.max(span.to, to) } : { from, to };
  }
  return span;
}
