import type { Day } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { dataColumns } from '../../sources/data-rows.ts';
import type { Period, Row } from '../../sources/source.ts';
import type { CellValue } from '../ports/host.ts';

/** A row of the data sheet. */
export interface DataRow extends Row {
  readonly source: string;
  readonly account: string;
  readonly freshness: string;
}

/** What one account brought: from a day on it takes the place of what it had brought before. */
export interface RowBatch {
  readonly account: string;
  readonly source: string;
  readonly from: Day;
  readonly rows: readonly Row[];
}

export const cellsOfRow = (row: DataRow): (string | number)[] =>
  dataColumns.map((column) => row[column]);

/** A row as its cells say it; `null` for what is none of ours. */
export function rowOfCells(cells: readonly CellValue[]): DataRow | null {
  const [first, last, source, account, input, segment, value, freshness] = cells;
  const [from, to] = [dayOfCell(first), dayOfCell(last)];
  if (from === null || to === null || from > to) return null;
  if (typeof value !== 'number' || typeof input !== 'string' || input === '') return null;
  return {
    from,
    to,
    input,
    value,
    source: String(source),
    account: String(account),
    segment: String(segment),
    freshness: String(freshness),
  };
}

/** Where clocks change at midnight, a day begins an hour later or earlier. */
const clockChange = 1.5 / 24;

function dayOfCell(value: CellValue | undefined): Day | null {
  if (typeof value !== 'number') return null;
  const day = Math.round(value);
  return Math.abs(value - day) < clockChange ? day : null;
}

/**
 * The rows of a plan after accounts brought new ones. What an account brought before for those days
 * makes way, so that a row it took back is gone; so does what nothing of the plan asks for any more.
 */
export function mergeRows(
  before: readonly DataRow[],
  batches: readonly RowBatch[],
  { feeds }: Pick<Plan, 'feeds'>,
  freshness: string,
): DataRow[] {
  const mapped = new Set(feeds.map(({ input, account }) => `${account} ${input}`));
  const from = new Map(batches.map((each) => [each.account, each.from]));
  const kept = before.filter(
    (row) =>
      mapped.has(`${row.account} ${row.input}`) &&
      row.to < (from.get(row.account) ?? Number.POSITIVE_INFINITY),
  );
  const fresh = batches.flatMap(({ account, source, rows, from: first }) =>
    rows
      .filter(({ to }) => to >= first)
      .map((row): DataRow => ({ ...row, account, source, freshness })),
  );
  return [...kept, ...fresh].sort(compareRows);
}

/** The order of the data sheet, which a refresh relies on to find the rows of the last days. */
export const compareRows = (one: DataRow, other: DataRow): number =>
  one.to - other.to ||
  one.from - other.from ||
  compare(one.input, other.input) ||
  compare(one.segment, other.segment) ||
  compare(one.account, other.account);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

type ReportedRow = Pick<DataRow, 'account' | 'input' | 'from' | 'to' | 'value'>;

/** A number that was reported and is another one now. */
export interface Restatement {
  readonly account: string;
  readonly input: string;
  readonly from: Day;
  readonly to: Day;
  readonly before: number;
  readonly now: number;
}

/**
 * What was reported before and is another number now, segments totalled, the largest change first.
 * `days` says which days of an input were known and still are; what an open period came to is no report.
 */
export function findRestatements(
  before: readonly ReportedRow[],
  now: readonly ReportedRow[],
  batches: readonly RowBatch[],
  days: (input: string) => Period | null,
): Restatement[] {
  const reported = ({ account, input, from, to }: ReportedRow): boolean => {
    const since = batches.find((each) => each.account === account)?.from;
    const known = days(input);
    return (
      since !== undefined && known !== null && to >= since && from >= known.from && to <= known.to
    );
  };
  const totals = new Map<string, { row: ReportedRow; before: number; now: number }>();
  const add = (row: ReportedRow, which: 'before' | 'now') => {
    if (!reported(row)) return;
    const key = `${row.account} ${row.input} ${row.from} ${row.to}`;
    const total = totals.get(key) ?? { row, before: 0, now: 0 };
    total[which] += row.value;
    totals.set(key, total);
  };
  for (const row of before) add(row, 'before');
  for (const row of now) add(row, 'now');
  const grown = ({ account, input, from, to }: ReportedRow): boolean =>
    now.some(
      (each) =>
        each.from === from && each.to > to && each.input === input && each.account === account,
    );
  return [...totals.values()]
    .filter(({ row }) => !grown(row))
    .filter((each) => Math.abs(each.before - each.now) > tolerance * Math.abs(each.before))
    .map(({ row: { account, input, from, to }, ...values }) => ({
      account,
      input,
      from,
      to,
      ...values,
    }))
    .sort((one, other) => change(other) - change(one) || one.to - other.to);
}

/** Sums of many segments differ in their last digits. */
const tolerance = 1e-9;
const change = ({ before, now }: Restatement): number =>
  Math.abs(now - before) / Math.max(Math.abs(before), Math.abs(now));
