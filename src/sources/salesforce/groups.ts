import type { Day } from '../../plan/calendar/calendar.ts';
import { dateOf, dayOf } from '../../plan/calendar/day.ts';
import type { FeedTest } from '../../plan/model/feeds.ts';
import { type Json, numberOf, textOf } from '../json.ts';
import type { SourceError } from '../source.ts';
import { type Tally, tallyKey } from '../tally.ts';
import { dayInZone } from '../zone.ts';
import { trouble } from './lookup.ts';
import { metrics, noValue, type ReadingName, readings } from './metrics.ts';
import { momentIn } from './organisation.ts';
import { dimensionsOf, type SalesforceInput, type SalesforceQuestion } from './question.ts';
import { columns, groupColumn } from './soql.ts';

type Counted =
  | { readonly tally: Tally }
  | { readonly trouble: SourceError }
  /** The answer is not what was asked for: which column. */
  | string;

/** Counts groups into what was counted before. */
export function countGroups(
  question: Omit<SalesforceQuestion, 'asks'>,
  reading: ReadingName,
  groups: readonly Json[],
  before: Tally,
): Counted {
  const tally: Record<string, number> = { ...before };
  const names = dimensionsOf(question.inputs);
  for (const group of groups) {
    const day = dayIn(group[columns.day]);
    if (day === null) return columns.day;
    if (readings[reading].is === 'moment') {
      const other = toldOtherwise(group, day, question.zone);
      if (other !== null) return other;
    }
    // Queries about moments reach beyond the days on both sides, for they know no zone.
    if (day < question.from || day > question.to) {
      if (readings[reading].is === 'day') return columns.day;
      continue;
    }
    const values: Record<string, string> = {};
    for (const [at, name] of names.entries()) {
      const value = textIn(group, groupColumn(at));
      if (value === null) return name;
      values[name] = value;
    }
    const counted = countGroup(question.inputs, reading, group, values, day, tally);
    if (counted !== null) return counted;
  }
  return { tally };
}

/** Adds a group to each input that it is of; the column that is not as asked for. */
function countGroup(
  inputs: readonly SalesforceInput[],
  reading: ReadingName,
  group: Json,
  values: Readonly<Record<string, string>>,
  day: Day,
  tally: Record<string, number>,
): string | null {
  const count = group[columns.count];
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) return columns.count;
  const won = group[columns.won];
  if (reading === 'dealsClosed' && typeof won !== 'boolean') return columns.won;
  for (const [at, input] of inputs.entries()) {
    const { ends, sums } = metrics[input.metric];
    if (ends !== null && won !== (ends === 'won')) continue;
    if (!input.only.every((test) => passes(values, test))) continue;
    const value = sums ? amountIn(group) : count;
    if (value === null) return columns.amount;
    const segment = input.split === null ? '' : (values[input.split] ?? noValue);
    const key = tallyKey(at, day, segment);
    tally[key] = (tally[key] ?? 0) + value;
  }
  return null;
}

/** A sum is `null` where nobody has typed an amount: that adds nothing. One that is not there is no sum. */
function amountIn(group: Json): number | null {
  const amount = group[columns.amount];
  return amount === null ? 0 : numberOf(amount);
}

/**
 * The first and the last moment of a day show by which zone it was told: in another one, the user's
 * was changed since the organisation was connected.
 */
function toldOtherwise(
  group: Json,
  day: Day,
  zone: string,
): string | { readonly trouble: SourceError } | null {
  for (const column of [columns.first, columns.last]) {
    const ms = momentIn(group[column]);
    if (ms === null) return column;
    if (dayInZone(ms, zone) !== day) return trouble('otherZone');
  }
  return null;
}

function passes(values: Readonly<Record<string, string>>, test: FeedTest): boolean {
  const value = values[test.dimension] ?? noValue;
  return 'is' in test
    ? test.is.includes(value)
    : test.startsWith.some((start) => value.startsWith(start));
}

/** What stands in a field; `null` where the column is not there. */
function textIn(group: Json, column: string): string | null {
  const value = group[column];
  if (value === undefined) return null;
  if (value === null) return noValue;
  const text = typeof value === 'string' ? value : String(value);
  return text.trim() === '' ? noValue : text;
}

function dayIn(value: unknown): Day | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(textOf(value)) ?? [];
  if (year === undefined) return null;
  const day = dayOf(Number(year), Number(month), Number(date));
  const there = dateOf(day);
  return there.month === Number(month) && there.day === Number(date) ? day : null;
}
