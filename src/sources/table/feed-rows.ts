import type { Day } from '../../plan/calendar/calendar.ts';
import type { InputRequest, Period, Row } from '../source.ts';
import { type DatedRow, type PossibleDays, spanOf, type UndatedRow } from './dated-rows.ts';
import { alike, type FeedColumn } from './feed-column.ts';
import { columnWords, isResultOf, wordIndex } from './header-words.ts';
import type { Located } from './locate.ts';
import type { Noted, ProblemNotes } from './problems.ts';
import { looksDivided } from './read-number.ts';
import type { TableReading } from './read-table.ts';
import { sumOf } from './sum.ts';

/** What a feed takes out of a table. */
export interface FeedRows {
  readonly rows: readonly Row[];
  /** From this day on it is not known, and the cell that is why; `null` where all of it is. */
  readonly stop: Stop | null;
  /** The rows of the table that count. */
  readonly used: readonly number[];
}

/** The first day that is not known, and why. */
interface Stop {
  readonly day: Day;
  readonly why: Noted;
}

/** Rows of a table, those of which more is to be known among them. */
export interface RowsOfTable {
  /** Those of the quarter that are over. */
  readonly rows: readonly DatedRow[];
  readonly undated: readonly UndatedRow[];
  /** By the place of an undated row. */
  readonly possible: ReadonlyMap<number, PossibleDays>;
  /** The places of rows that may be totals of others. */
  readonly unsure: ReadonlySet<number>;
}

interface Taken {
  readonly row: DatedRow;
  readonly value: number;
}

/** Reads the rows of a quarter that are over for one feed. */
export function feedRows(
  wanted: InputRequest,
  column: FeedColumn,
  { rows, undated, possible, unsure }: RowsOfTable,
  reading: Pick<TableReading, 'parts' | 'yesterday' | 'account'>,
  notes: ProblemNotes,
): FeedRows {
  const stops: Stop[] = [];
  const stopAt = (day: Day, why: Noted) => {
    notes.add(why);
    stops.push({ day, why });
  };
  const taken: Taken[] = [];
  for (const row of undated) {
    if (!column.passes(row)) continue;
    const value = column.read(row);
    // Nothing is the same on whatever day.
    if (value === null || (value === 0 && wanted.over === 'sum')) continue;
    if (row.isLine && (column.column < 0 || typeof value === 'object')) continue;
    const days = possible.get(row.at);
    if (days && days.from <= lastOf(reading) && days.to >= firstOf(reading)) {
      stopAt(Math.max(days.from, firstOf(reading)), row.why);
    }
  }
  for (const row of rows) {
    const isWanted =
      wanted.over !== 'whole' ||
      wanted.periods.some(({ from, to }) => from === row.from && to === row.to);
    if (!isWanted || !column.passes(row)) continue;
    const value = column.read(row);
    if (value === null) continue;
    if (typeof value === 'object') stopAt(row.from, value);
    else if (unsure.has(row.at) && value !== 0) {
      stopAt(row.from, noted('maybeTotal', row));
    } else taken.push({ row, value });
  }
  const kept = wanted.over === 'sum' ? wholeParts(taken) : taken;
  const numbers = kept.map(({ value }) => value);
  if (wanted.over === 'sum' && column.column >= 0 && looksDivided(numbers, column.style)) {
    for (const { row } of kept.filter(({ value }) => !Number.isInteger(value))) {
      stopAt(row.from, noted('smallNumbers', row));
    }
  }
  const made =
    wanted.over === 'sum' ? totals(kept) : wanted.over === 'whole' ? readings(kept) : ends(kept);
  const stop = stops.reduce<Stop | null>(
    (least, each) => (least === null || each.day < least.day ? each : least),
    null,
  );
  return { rows: made, stop, used: kept.map(({ row }) => row.at) };

  function noted(
    kind: 'smallNumbers' | 'longPeriod' | 'severalReadings' | 'maybeTotal',
    row: DatedRow,
  ): Noted {
    const isDay = kind === 'longPeriod' || column.column < 0;
    const at = isDay ? column.dayColumn : column.column;
    const header = isDay ? reading.account.day : (wanted.feed.metric ?? '');
    const cell = isDay ? '' : row.cells[at];
    return { kind, header, row: row.at, column: at, cell };
  }

  /** Only days of one week and month can be told apart from the next ones. */
  function wholeParts(all: readonly Taken[]): readonly Taken[] {
    return all.filter(({ row, value }) => {
      const { from, to } = row;
      if (value === 0 && from !== to) return false;
      const isOver = to <= reading.yesterday;
      const isInside =
        from === to || reading.parts.some((part) => part.from <= from && to <= part.to);
      if (isOver && isInside) return true;
      const why = noted('longPeriod', row);
      // A week that is not over yet is as it should be: nothing is to be said of it.
      if (isInside) stops.push({ day: from, why });
      else stopAt(from, why);
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
        stopAt(each.row.from, noted('severalReadings', each.row));
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

const firstOf = ({ parts }: Pick<TableReading, 'parts'>): Day => spanOf(parts)?.from ?? 0;
const lastOf = ({ parts, yesterday }: Pick<TableReading, 'parts' | 'yesterday'>): Day =>
  Math.min(spanOf(parts)?.to ?? 0, yesterday);

/**
 * Results that are what an input counts and of a kind that is not among those chosen: a campaign of
 * another form has begun since, and its leads would be left out without a word.
 */
export function otherKinds(
  { feed }: InputRequest,
  rows: readonly DatedRow[],
  { columnOf }: Located,
): readonly Noted[] {
  return feed.only.flatMap((test) => {
    if (!('is' in test) || wordIndex(test.dimension, columnWords.resultKind) < 0) return [];
    const column = columnOf(test.dimension);
    const chosen = new Set(test.is.map(alike));
    return rows.flatMap(({ at, cells }): Noted[] => {
      const cell = cells[column];
      if (chosen.has(alike(cell)) || isResultOf({ key: feed.input }, alike(cell)) !== true)
        return [];
      return [{ kind: 'otherKind', header: test.dimension, row: at, column, cell }];
    });
  });
}
