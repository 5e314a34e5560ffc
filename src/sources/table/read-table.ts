import type { Day, WeekPart } from '../../plan/calendar/calendar.ts';
import { sortRows } from '../segment.ts';
import type { InputRequest, Period, Row, SourceError } from '../source.ts';
import type { TableAccount } from './account.ts';
import type { TableCells } from './cells.ts';
import { type DatedRow, datedRows, spanOf } from './dated-rows.ts';
import { feedColumn } from './feed-column.ts';
import { type FeedRows, feedRows } from './feed-rows.ts';
import { locateColumns } from './locate.ts';
import { problemNotes, type TableProblem } from './problems.ts';
import { decimalInTable } from './read-number.ts';

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

/** More rows than that a data sheet should not hold for one table and quarter. */
const mostRows = 50_000;

/** What a table says about a quarter. With `error` nothing of it may be written. */
export function readTable(reading: TableReading): TableRead | { readonly trouble: SourceError } {
  const { cells, account, wanted, parts, yesterday } = reading;
  const located = locateColumns(
    cells,
    account,
    wanted.map(({ feed }) => feed),
  );
  if ('trouble' in located) return located;
  const notes = problemNotes();
  const dated = datedRows(cells, account, located, notes);
  if ('trouble' in dated) return dated;
  if (dated.rows.length === 0) return { trouble: { kind: 'noDays', detail: account.day } };

  const quarter = spanOf(parts) ?? { from: 0, to: -1 };
  const isOver = ({ to }: Period) => to <= yesterday;
  const inside = dated.rows.filter(({ from, to }) => to >= quarter.from && from <= quarter.to);
  const begun = inside.filter(({ from }) => from <= yesterday);
  const covered = coveredBy(dated.rows.filter(isOver), inside.some(isOver), quarter, account);
  const decimal = decimalInTable(dated.rows.flatMap(({ cells: row }) => row));
  const coverage: Record<string, Period | null> = {};
  const used = new Set<number>();
  const rows: Row[] = [];
  for (const each of wanted) {
    const column = feedColumn(each, dated.rows, decimal, account, located);
    const found = feedRows(each, column, begun, reading, notes);
    const known = covered && upTo(covered, found);
    coverage[each.feed.input] = known;
    rows.push(
      ...found.rows.filter(({ from, to }) => known && from >= known.from && to <= known.to),
    );
    for (const at of found.used) used.add(at);
  }
  if (rows.length > mostRows) {
    const split = wanted.find(({ feed }) => feed.split !== null)?.feed.split ?? account.name;
    return { trouble: { kind: 'tooMuch', detail: split } };
  }
  const day = located.columnOf(account.day);
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
  const counts = { ...dated.counts, used: used.size, outside: dated.rows.length - begun.length };
  return { rows: sortRows(rows), covered, coverage, problems, short: shortOf(problems), counts };
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
  let to = Math.min(covered.to, stop - 1);
  for (const row of [...rows].sort((one, other) => other.to - one.to)) {
    if (row.to > to && row.from <= to) to = row.from - 1;
  }
  return to < covered.from ? null : { from: covered.from, to };
}

function shortOf(problems: readonly TableProblem[]): SourceError | null {
  const first = problems.find(({ stops }) => stops);
  const cell = first?.cells[0];
  return cell ? { kind: 'notNumbers', detail: `${cell.at}: “${cell.found}”` } : null;
}
