import type { Day, WeekPart } from '../../plan/calendar/calendar.ts';
import { sortRows } from '../segment.ts';
import type { InputRequest, Period, Row, SourceError } from '../source.ts';
import type { TableAccount } from './account.ts';
import { carriedDown } from './carry-down.ts';
import type { TableCells, TableLook } from './cells.ts';
import { type DatedRow, datedRows, possibleDays, spanOf, type TableRow } from './dated-rows.ts';
import { type FeedColumn, feedColumn } from './feed-column.ts';
import { type FeedRows, feedRows, otherKinds } from './feed-rows.ts';
import { type Located, locateColumns } from './locate.ts';
import { cellName, foundIn, type Noted, problemNotes, type TableProblem } from './problems.ts';
import { decimalInTable } from './read-number.ts';
import { isNumeric, type MeasuredColumn } from './totals/row-sums.ts';
import { withoutTotals } from './totals/without-totals.ts';

/** What is read: `cells` are all of the tab from A1 on. */
export interface TableReading {
  readonly cells: TableCells;
  readonly account: TableAccount;
  /** The feeds of this account. */
  readonly wanted: readonly InputRequest[];
  /** The weeks of the quarter, `weekParts(quarter, weekStart)`. */
  readonly parts: readonly Pick<WeekPart, 'from' | 'to'>[];
  /** The last day that is over. */
  readonly yesterday: Day;
  readonly look: TableLook;
}

export interface TableRead {
  /** In the order of the data sheet, one per (from, to, input, segment). */
  readonly rows: readonly Row[];
  /** The days of the quarter that the table speaks of; `null` where there are none. */
  readonly covered: Period | null;
  /** Per input: less than that where a cell could not be read. */
  readonly coverage: Readonly<Record<string, Period | null>>;
  readonly problems: readonly TableProblem[];
  /** Why some input comes less far than its table; `null` where none does. */
  readonly short: SourceError | null;
  /** The same per input. */
  readonly shortOf: Readonly<Record<string, SourceError>>;
  /** Per input: results that would count as well, of kinds that are not chosen. */
  readonly otherKinds: Readonly<Record<string, TableProblem>>;
  readonly counts: TableCounts;
}

interface TableCounts {
  /** Rows below the headers that hold anything. */
  readonly rows: number;
  /** Rows of which some number counts. */
  readonly used: number;
  readonly totals: number;
  readonly undated: number;
  /** Of other quarters, or not over yet. */
  readonly outside: number;
}

/** What a table says about a quarter. With `error` nothing of it may be written. */
export function readTable(reading: TableReading): TableRead | { readonly trouble: SourceError } {
  const { cells, account, wanted, parts, yesterday, look } = reading;
  const located = locateColumns(
    cells,
    account,
    wanted.map(({ feed }) => feed),
  );
  if ('trouble' in located) return located;
  const { columnOf, headerRow } = located;
  const carried = carriedDown(cells, namingColumns(reading, located), headerRow + 1, look);
  const notes = problemNotes();
  const found = datedRows(carried, account, located);
  if ('trouble' in found) return found;
  const decimal = decimalInTable(found.rows.flatMap(({ cells: row }) => row));
  const around = { rows: found.rows, decimal, account, located, look };
  const columns = wanted.map((each) => feedColumn(each, around));
  const dated = withoutTotals(
    found.rows,
    found.undated,
    measuredColumns(wanted, columns, found.rows, found.days),
    found.days,
    account.sums ?? null,
  );
  if (dated.rows.length === 0) return { trouble: { kind: 'noDays', detail: account.day } };
  for (const row of dated.bySum) notes.add(leftOut(row, located, columns));

  const quarter = spanOf(parts) ?? { from: 0, to: -1 };
  const isOver = ({ to }: Period) => to <= yesterday;
  const inside = dated.rows.filter(({ from, to }) => to >= quarter.from && from <= quarter.to);
  const begun = inside.filter(({ from }) => from <= yesterday);
  const covered = coveredBy(dated.rows.filter(isOver), inside.some(isOver), quarter, account);
  const coverage: Record<string, Period | null> = {};
  const shortOf: Record<string, SourceError> = {};
  const others: Record<string, TableProblem> = {};
  const used = new Set<number>();
  const rows: Row[] = [];
  const possible = possibleDays(dated.rows, dated.undated);
  for (const [at, each] of wanted.entries()) {
    const column = columns[at];
    if (!column) continue;
    const { undated, unsure } = dated;
    const taken = feedRows(
      each,
      column,
      { rows: begun, undated, possible, unsure },
      reading,
      notes,
    );
    const known = covered && upTo(covered, taken);
    coverage[each.feed.input] = known;
    if (taken.stop && notes.holds(taken.stop.why)) {
      shortOf[each.feed.input] = shortBy(taken.stop.why, look.tab);
    }
    const own = problemNotes();
    for (const note of otherKinds(each, begun, located)) {
      own.add(note);
      notes.add(note);
    }
    const [other] = own.all();
    if (other) others[each.feed.input] = other;
    // One by one: so many as a table may have cannot be handed over at once.
    for (const row of taken.rows) {
      if (known && row.from >= known.from && row.to <= known.to) rows.push(row);
    }
    for (const place of taken.used) used.add(place);
  }
  const day = columnOf(account.day);
  const noteRow = (kind: 'startsLate' | 'sameRows', { at }: DatedRow) =>
    notes.add({ kind, header: account.day, row: at, column: day, cell: '' });
  const [first] = [...begun].sort((one, other) => one.from - other.from);
  if (first && covered && covered.from > quarter.from) noteRow('startsLate', first);
  const seen = new Set<string>();
  for (const row of begun.filter(({ at }) => used.has(at))) {
    const text = JSON.stringify(row.cells);
    if (seen.has(text)) noteRow('sameRows', row);
    seen.add(text);
  }
  const problems = notes.all();
  const counts = {
    rows: found.rows.length + found.undated.filter(({ isLine }) => !isLine).length,
    totals: dated.totals.length,
    undated: dated.undated.filter(({ isLine }) => !isLine).length,
    used: used.size,
    outside: dated.rows.length - begun.length,
  };
  // Of several, that of the input that is there least far.
  const farthest = ({ feed }: InputRequest) => coverage[feed.input]?.to ?? 0;
  const [least] = wanted
    .filter(({ feed }) => shortOf[feed.input])
    .sort((one, other) => farthest(one) - farthest(other));
  const short = (least && shortOf[least.feed.input]) ?? null;
  return {
    rows: sortRows(rows),
    covered,
    coverage,
    problems,
    short,
    shortOf,
    otherKinds: others,
    counts,
  };
}

/** Columns in which joined cells stand for all of their rows: days, and what rows are told apart by. */
const namingColumns = (
  { account, wanted }: TableReading,
  { columnOf }: Located,
): readonly number[] => [
  columnOf(account.day),
  ...(account.lastDay === null ? [] : [columnOf(account.lastDay)]),
  ...wanted.flatMap(({ feed }) => [
    ...feed.only.map(({ dimension }) => columnOf(dimension)),
    ...(feed.split === null ? [] : [columnOf(feed.split)]),
  ]),
];

/** The numbers by which totals are found: those that flow in, and what else is a column of numbers. */
function measuredColumns(
  wanted: readonly InputRequest[],
  columns: readonly FeedColumn[],
  rows: readonly DatedRow[],
  days: readonly number[],
): readonly MeasuredColumn[] {
  const taken = new Map<number, MeasuredColumn>();
  for (const [at, { over }] of wanted.entries()) {
    const feed = columns[at];
    if (!feed || feed.column < 0 || over !== 'sum') continue;
    const read = (row: TableRow) => {
      const value = feed.read(row);
      return typeof value === 'number' ? value : null;
    };
    taken.set(feed.column, { column: feed.column, read, isTaken: true });
  }
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const others = Array.from({ length: width }, (_, column) => column)
    .filter((column) => !taken.has(column) && !days.includes(column) && isNumeric(rows, column))
    .map((column): MeasuredColumn => {
      const read = ({ cells }: TableRow) => {
        const cell = cells[column];
        return typeof cell === 'number' ? cell : null;
      };
      return { column, read, isTaken: false };
    });
  return [...taken.values(), ...others];
}

/** Of a row that is left out, the cell by which people find it: its name, or its number. */
function leftOut(row: TableRow, { headers }: Located, columns: readonly FeedColumn[]): Noted {
  const named = row.cells.findIndex((cell) => typeof cell === 'string' && /\p{L}/u.test(cell));
  const column = named >= 0 ? named : Math.max(0, columns[0]?.column ?? 0);
  const header = headers[column] ?? '';
  return { kind: 'leftOut', header, row: row.at, column, cell: row.cells[column] };
}

/** From the quarter's first day, or the table's own, to the last day it speaks of. */
function coveredBy(
  over: readonly Period[],
  speaks: boolean,
  quarter: Period,
  { before }: Pick<TableAccount, 'before'>,
): Period | null {
  const span = spanOf(over);
  if (!span || !speaks) return null;
  const from = before === 'nothing' ? quarter.from : Math.max(span.from, quarter.from);
  return { from, to: Math.min(span.to, quarter.to) };
}

/** A day is known where all of its rows are: a longer row that is left out takes its days along. */
function upTo(covered: Period, { rows, stop }: FeedRows): Period | null {
  if (stop === null) return covered;
  let to = Math.min(covered.to, stop.day - 1);
  for (const row of [...rows].sort((one, other) => other.to - one.to)) {
    if (row.to > to && row.from <= to) to = row.from - 1;
  }
  return to < covered.from ? null : { from: covered.from, to };
}

/** Each cause has trouble of its own name; what is left are cells that hold no number. */
const troubleOf: Partial<Record<Noted['kind'], string>> = {
  noDay: 'undated',
  badDay: 'undated',
  maybeTotal: 'maybeTotal',
  dateCell: 'otherThings',
  percentCell: 'otherThings',
  twoWays: 'twoWays',
  outOfRange: 'outOfRange',
  otherCurrency: 'otherCurrency',
  longPeriod: 'longPeriod',
  severalReadings: 'severalReadings',
  smallNumbers: 'smallNumbers',
};

/** Trouble that names the cell: `Facebook ads!A7: “31/02/2027”`. */
function shortBy({ kind, row, column, cell }: Noted, tab: string): SourceError {
  const found = foundIn(cell);
  const detail = `${tab}!${cellName(row, column)}${found === '' ? '' : `: “${found}”`}`;
  return { kind: troubleOf[kind] ?? 'notNumbers', detail };
}
