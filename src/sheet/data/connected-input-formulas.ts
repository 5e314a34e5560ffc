import { sheetFeedsWords } from '../../messages/sheet-feeds.ts';
import { firstDay, lastDay, type WeekPart } from '../../plan/calendar/calendar.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import type { BlockRow, Content, Places } from '../layout/block.ts';
import { filled } from '../layout/fill-message.ts';
import { formatOf } from '../layout/formats.ts';
import { all, blank, isNumber, known, numbers, quoted, when } from '../layout/formula-text.ts';
import { type SheetFacts, type TypedValue, typedAt } from '../layout/sheet-input.ts';
import { latest } from '../plan/input-rows.ts';
import type { Fed } from './connected-input.ts';
import { dataOfPeriod, dataReading, dataSum, rateCell } from './data-formulas.ts';
import { whatCounts, whereFrom } from './feed-words.ts';

export const inputRowKey = (input: string): string => `.in:${input}`;

/** Where the hidden row of an input keeps what was typed before it flowed in. */
export const keptColumn = 'words';

/**
 * The hidden row of an input that flows in: the days for which it is known, which it is not while
 * its exchange rate is missing. Days without a number between `from` and `to` are none.
 */
export function fedRow(fed: Fed, facts: SheetFacts): BlockRow {
  const { input, foreign } = fed;
  const key = inputRowKey(input.key);
  const { quarter, language } = facts.plan;
  const hidden = (formula: (at: Places) => string): Content => ({ formula, look: 'hidden' });
  const coverage = (at: Places, column: string) => at.cell('feeds', input.key, column);
  const from = (at: Places): string => {
    const [first, last] = [coverage(at, 'from'), coverage(at, 'through')];
    const rate = foreign === null ? [] : [rateCell(foreign, at)];
    const inside = all(
      `${first}<=${last}`,
      `${last}>=${firstDay(quarter)}`,
      ...rate.map((cell) => `${cell}>0`),
    );
    return known([first, last, ...rate], when(inside, first, blank));
  };
  const to = (at: Places): string =>
    known([at.here('calc', key, 'from')], `MIN(${coverage(at, 'through')};${lastDay(quarter)})`);
  const kept = keptTyped(input, facts);
  return {
    key,
    cells: {
      title: { text: input.title[language], look: 'hidden' },
      from: hidden(from),
      to: hidden(to),
      through: hidden((at) => throughFed(fed, facts, at)),
      ...(kept ? { [keptColumn]: { text: kept, look: 'hidden' } } : {}),
    },
  };
}

/** A total counts from the quarter's first day on; of readings the last one tells. */
function throughFed({ input }: Fed, { plan }: SheetFacts, at: Places): string {
  if (input.over === 'whole') return latest([input], [], at);
  const row = inputRowKey(input.key);
  const to = at.here('calc', row, 'to');
  if (input.over === 'last') return known([to], to);
  const whole = `${at.here('calc', row, 'from')}<=${firstDay(plan.quarter)}`;
  return known([to], when(whole, to, blank));
}

/** The first and the last day for which an input that flows in is known. */
const coveredDays = ({ input }: Fed, at: Places) => ({
  from: at.cell('calc', inputRowKey(input.key), 'from'),
  to: at.cell('calc', inputRowKey(input.key), 'to'),
});

/** That everything between two days is there. */
export function isCovered(fed: Fed, from: string, to: string, at: Places): string {
  const covered = coveredDays(fed, at);
  const there = numbers(covered.from, covered.to);
  return all(there, `${covered.from}<=${from}`, `${covered.to}>=${to}`);
}

/** What flowed in for a week part: so far, where the part is not over; blank where it is unknown. */
export function fedCell(fed: Fed, part: WeekPart, key: string, facts: SheetFacts): Content {
  const { input } = fed;
  const format = formatOf(input.unit, facts.plan.circumstances.currency);
  const formula = (at: Places): string => {
    const covered = coveredDays(fed, at);
    if (input.over === 'whole') {
      const { from, to } = periodOf(input, part, facts);
      const value = dataOfPeriod(fed, from, to, facts, at);
      const there = all(`${covered.from}<=${from}`, `${covered.to}>=${to}`);
      return known([covered.from, covered.to], when(there, value, blank));
    }
    const days = { from: at.here('input', key, 'from'), to: at.here('input', key, 'to') };
    const soFar = `MIN(${days.to};${covered.to})`;
    const cells = [covered.from, covered.to, days.from, days.to];
    if (input.over === 'last') {
      const touched = all(`${days.from}<=${covered.to}`, `${days.to}>=${covered.from}`);
      const since = `MAX(${days.from};${covered.from})`;
      const value = dataReading(fed, 'last', since, soFar, facts, at);
      return known(cells, when(touched, value, blank));
    }
    const begun = all(`${covered.from}<=${days.from}`, `${days.from}<=${covered.to}`);
    const value =
      input.over === 'first'
        ? dataReading(fed, 'first', days.from, soFar, facts, at)
        : dataSum(fed, days.from, soFar, facts, at);
    return known(cells, when(begun, value, blank));
  };
  return { formula, format, look: 'number' };
}

/** The days that a reading shown in the row of a week part is for. */
function periodOf({ cadence }: PlanInput, part: WeekPart, { plan, parts }: SheetFacts) {
  const first =
    cadence === 'quarter'
      ? firstDay(plan.quarter)
      : parts.find((each) =>
          cadence === 'week' ? each.week === part.week : each.month === part.month,
        )?.from;
  return { from: first ?? part.from, to: part.to };
}

/** First or last reading among days of a span, as far as they are covered. */
export function fedReading(
  fed: Fed,
  which: 'first' | 'last',
  from: string,
  to: string,
  facts: SheetFacts,
  at: Places,
): string {
  const covered = coveredDays(fed, at);
  const since = `MAX(${from};${covered.from})`;
  const value = dataReading(fed, which, since, `MIN(${to};${covered.to})`, facts, at);
  return known([from, to, covered.from, covered.to], value);
}

/** Where it comes from, shortly, above its column. */
export const fedMark = ({ account }: Fed, { plan, sources }: SheetFacts): string =>
  filled(sheetFeedsWords(plan.language).flowsIn, {
    where: whereFrom(account, plan.language, sources),
  });

export const fedNote = (
  { feed, account }: Fed,
  { plan: { language }, sources }: SheetFacts,
): string =>
  filled(sheetFeedsWords(language).flowNote, {
    where: whereFrom(account, language, sources),
    what: whatCounts(feed, account, language, sources),
  });

/** That a rate is missing, else what there is besides to warn of. */
export function rateWarning({ foreign }: Fed, rest: string, facts: SheetFacts, at: Places) {
  if (foreign === null) return rest;
  const words = sheetFeedsWords(facts.plan.language);
  const missing = quoted(filled(words.rateMissing, { from: foreign }));
  const rate = rateCell(foreign, at);
  return when(isNumber(rate), when(`${rate}>0`, rest, missing), missing);
}

/** What was typed into the column before it flowed in, as text; '' where nothing was. */
function keptTyped({ key }: PlanInput, facts: SheetFacts): string {
  const cells = facts.parts.flatMap(({ from }): [string, TypedValue][] => {
    const value = typedAt(facts, 'input', String(from), key);
    return value === undefined || value === '' ? [] : [[String(from), value]];
  });
  return cells.length === 0 ? '' : JSON.stringify(Object.fromEntries(cells));
}

/** What a hidden row kept, by the keys of week parts. */
export function readKept(text: unknown): Readonly<Record<string, TypedValue>> {
  if (typeof text !== 'string' || !text.startsWith('{')) return {};
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return {};
    const values = Object.entries(found).filter(
      (each): each is [string, TypedValue] =>
        /^\d+$/.test(each[0]) && ['number', 'string', 'boolean'].includes(typeof each[1]),
    );
    return Object.fromEntries(values);
  } catch {
    return {};
  }
}
