import type { Day } from '../../plan/calendar/calendar.ts';
import type { InputRequest, Period, Row } from '../source.ts';
import type { DatedRow } from './dated-rows.ts';
import type { FeedColumn } from './feed-column.ts';
import type { ProblemNotes } from './problems.ts';
import { looksDivided } from './read-number.ts';
import type { TableReading } from './read-table.ts';
import { sumOf } from './sum.ts';

/** What a feed takes out of a table. */
export interface FeedRows {
  readonly rows: readonly Row[];
  /** From this day on it is not known; `null` where all of it is. */
  readonly stop: Day | null;
  /** The rows of the table that count. */
  readonly used: readonly number[];
}

interface Taken {
  readonly row: DatedRow;
  readonly value: number;
}

/** Reads the rows of a quarter that are over for one feed. */
export function feedRows(
  wanted: InputRequest,
  column: FeedColumn,
  rows: readonly DatedRow[],
  reading: Pick<TableReading, 'parts' | 'yesterday' | 'account'>,
  notes: ProblemNotes,
): FeedRows {
  const stops: Day[] = [];
  const taken: Taken[] = [];
  for (const row of rows) {
    const isWanted =
      wanted.over !== 'whole' ||
      wanted.periods.some(({ from, to }) => from === row.from && to === row.to);
    if (!isWanted || !column.passes(row)) continue;
    const value = column.read(row);
    if (value === null) continue;
    if (typeof value === 'object') {
      notes.add(value);
      stops.push(row.from);
    } else taken.push({ row, value });
  }
  const kept = wanted.over === 'sum' ? wholeParts(taken, stops) : taken;
  const numbers = kept.map(({ value }) => value);
  if (wanted.over === 'sum' && column.column >= 0 && looksDivided(numbers, column.style)) {
    for (const { row } of kept.filter(({ value }) => !Number.isInteger(value))) {
      note('smallNumbers', row);
      stops.push(row.from);
    }
  }
  const made =
    wanted.over === 'sum' ? totals(kept) : wanted.over === 'whole' ? readings(kept) : ends(kept);
  const stop = stops.reduce<Day | null>(
    (least, day) => (least === null ? day : Math.min(least, day)),
    null,
  );
  return { rows: made, stop, used: kept.map(({ row }) => row.at) };

  function note(kind: 'smallNumbers' | 'longPeriod' | 'severalReadings', row: DatedRow): void {
    const isDay = kind === 'longPeriod';
    const at = isDay ? column.dayColumn : column.column;
    const header = isDay ? reading.account.day : (wanted.feed.metric ?? '');
    const cell = isDay ? '' : row.cells[at];
    notes.add({ kind, header, row: row.at, column: at, cell });
  }

  /** Only days of one week and month can be told apart from the next ones. */
  function wholeParts(all: readonly Taken[], stopAt: Day[]): readonly Taken[] {
    return all.filter(({ row, value }) => {
      const { from, to } = row;
      if (value === 0 && from !== to) return false;
      const isOver = to <= reading.yesterday;
      const isInside =
        from === to || reading.parts.some((part) => part.from <= from && to <= part.to);
      if (isOver && isInside) return true;
      stopAt.push(from);
      if (!isInside) note('longPeriod', row);
      return false;
    });
  }

  function totals(all: readonly Taken[]): readonly Row[] {
    const found = new Map<
      string,
      { readonly row: Omit<Row, 'value'>; readonly values: number[] }
    >();
    for (const { row, value } of all) {
      const segment = column.segmentOf(row);
      const key = `${row.from} ${row.to} ${segment.toLowerCase()}`;
      const known = found.get(key);
      if (known) known.values.push(value);
      else {
        const { from, to } = row;
        found.set(key, { row: { from, to, input: wanted.feed.input, segment }, values: [value] });
      }
    }
    return [...found.values()]
      .map(({ row, values }) => ({ ...row, value: sumOf(values) }))
      .filter(({ value }) => value !== 0);
  }

  /** The first or the last reading of each day. */
  function ends(all: readonly Taken[]): readonly Row[] {
    const isLast = wanted.over === 'last';
    const found = new Map<Day, Taken>();
    for (const each of all) {
      const day = isLast ? each.row.to : each.row.from;
      const known = found.get(day);
      const earlier = known !== undefined && each.row.time < known.row.time;
      if (!known || (isLast ? !earlier : earlier)) found.set(day, each);
    }
    return [...found].map(([day, { value }]) => rowOf({ from: day, to: day }, value));
  }

  /** A period has one reading: two that differ cannot be put together. */
  function readings(all: readonly Taken[]): readonly Row[] {
    const found = new Map<string, Taken>();
    for (const each of all) {
      const period = `${each.row.from} ${each.row.to}`;
      const known = found.get(period);
      if (known && known.value !== each.value) {
        note('severalReadings', each.row);
        stops.push(each.row.from);
      } else found.set(period, each);
    }
    return [...found.values()]
      .filter(({ value }) => value !== 0 || wanted.unit === 'count')
      .map(({ row, value }) => rowOf(row, value));
  }

  function rowOf({ from, to }: Period, value: number): Row {
    return { from, to, input: wanted.feed.input, segment: '', value };
  }
}
