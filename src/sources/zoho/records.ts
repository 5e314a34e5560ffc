import type { Day } from '../../plan/calendar/calendar.ts';
import { dateOf, dayOf } from '../../plan/calendar/day.ts';
import type { FeedTest } from '../../plan/model/feeds.ts';
import { isJson, type Json, numberOf, textOf } from '../json.ts';
import type { SourceError } from '../source.ts';
import { type Tally, tallyKey } from '../tally.ts';
import { dayInZone } from '../zone.ts';
import { trouble } from './lookup.ts';
import {
  convertedField,
  currencyField,
  metrics,
  noValue,
  readings,
  stageField,
} from './metrics.ts';
import { type Asks, takesStageKinds, type ZohoInput, type ZohoQuestion } from './question.ts';

type Page = Extract<Asks, { readonly is: 'page' }>;

export type Counted =
  | { readonly tally: Tally }
  | { readonly trouble: SourceError }
  /** The answer is not what was asked for. */
  | 'half';

/** Counts records into what was counted before. */
export function countRecords(
  question: Omit<ZohoQuestion, 'asks'>,
  asks: Page,
  records: readonly Json[],
): Counted {
  const tally: Record<string, number> = { ...asks.tally };
  for (const record of records) {
    if (!isOfPart(record, asks)) return 'half';
    const day = dayOfRecord(record, question, asks);
    if (day === null) return 'half';
    // Queries reach beyond the days on both sides, for they know no zone.
    if (day < question.from || day > question.to) continue;
    for (const [at, input] of question.inputs.entries()) {
      const value = addedBy(record, input, asks, question.currency);
      if (value === 'half') return 'half';
      if (value === null) continue;
      if (typeof value !== 'number') return value;
      const segment = input.split === null ? '' : textIn(record, input.split);
      const key = tallyKey(at, day, segment);
      tally[key] = (tally[key] ?? 0) + value;
    }
  }
  return { tally };
}

/** What a record adds to an input; `null` for nothing. */
function addedBy(
  record: Json,
  input: ZohoInput,
  { fields }: Page,
  currency: string,
): number | null | 'half' | { readonly trouble: SourceError } {
  const { stage, sums } = metrics[input.metric];
  if (!input.only.every((test) => passes(record, test))) return null;
  if (takesStageKinds(input)) {
    const name = textIn(record, stageField);
    const known = fields !== null && Object.keys(fields.stages).includes(name);
    if (!known) return trouble('stageUnknown', name);
    if (fields.stages[name] !== stage) return null;
  }
  if (sums === null) return 1;
  const typed = record[sums] ?? null;
  // What nobody has typed adds nothing.
  if (typed === null || typed === '') return 0;
  const amount = numberOf(typed);
  if (amount === null) return 'half';
  const own = fields?.currency ? textOf(record[currencyField]) : '';
  return own !== '' && own !== currency && amount !== 0 ? trouble('mixedCurrencies', own) : amount;
}

function passes(record: Json, test: FeedTest): boolean {
  const value = textIn(record, test.dimension);
  return 'is' in test
    ? test.is.includes(value)
    : test.startsWith.some((start) => value.startsWith(start));
}

/** What stands in a field, as it can be shown. */
function textIn(record: Json, field: string): string {
  const value = record[field];
  const text = Array.isArray(value) ? value.map(plain).join(', ') : plain(value);
  return text.trim() === '' ? noValue : text;
}

function plain(value: unknown): string {
  if (isJson(value)) return textOf(value.name);
  return value === null || value === undefined ? '' : String(value);
}

const isOfPart = (record: Json, { reading, part }: Page): boolean => {
  if (readings[reading].module !== 'Leads') return true;
  return record[convertedField] === (part !== 'open');
};

/** The day that a record counts for; `null` where it does not say, or one that was not asked for. */
function dayOfRecord(
  record: Json,
  { zone, from, to }: Pick<ZohoQuestion, 'zone' | 'from' | 'to'>,
  { reading }: Page,
): Day | null {
  const { date, is } = readings[reading];
  const text = textOf(record[date]);
  if (is === 'moment') {
    const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
    const ms = moment ? Date.parse(text) : Number.NaN;
    const day = Number.isNaN(ms) ? null : dayInZone(ms, zone);
    return day !== null && day >= from - 2 && day <= to + 2 ? day : null;
  }
  const [, year, month, date_] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return null;
  const day = dayOf(Number(year), Number(month), Number(date_));
  const there = dateOf(day);
  const real = there.month === Number(month) && there.day === Number(date_);
  return real && day >= from && day <= to ? day : null;
}
