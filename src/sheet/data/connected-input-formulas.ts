import { inputTitle } from '../../messages/catalogue.ts';
import { sheetFeedsWords } from '../../messages/compiled/sheet-feeds.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import { firstDay, lastDay, type WeekPart } from '../../plan/calendar/calendar.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import type { BlockRow, CellAddresses, Content } from '../layout/block.ts';
import { dayFormula } from '../layout/day-words.ts';
import { formatOf } from '../layout/formats.ts';
import { all, emptyText, isNumber, known, numbers, when } from '../layout/formula-text.ts';
import { hidden, hiddenText } from '../layout/looks.ts';
import { messageFormula } from '../layout/message-formula.ts';
import { type SheetInput, type TypedValue, typedAt } from '../layout/sheet-input.ts';
import { latest } from '../plan/input-rows.ts';
import type { ConnectedInput } from './connected-input.ts';
import { coverageOf, isSealed } from './coverage-cells.ts';
import { dataOfPeriod, dataReading, dataSum, rateCell } from './data-formulas.ts';
import { inputLine, inputRowKey, lineColumn } from './day-formulas.ts';
import { whatCounts, whereFrom } from './feed-words.ts';

/** Where the hidden row of an input keeps what was typed before it flowed in. */
export const keptColumn = 'words';

/** Where the hidden row of an input says that its days were typed over. */
const typedOverColumn = 'flag';

/**
 * The hidden row of an input that flows in: the days for which it is known, which it is not while
 * its exchange rate is missing. Days without a number between `from` and `to` are none.
 */
export function connectedRow(connected: ConnectedInput, facts: SheetInput): BlockRow {
  const { input, feed, foreign } = connected;
  const key = inputRowKey(input.key);
  const { quarter, language } = facts.plan;
  const from = (at: CellAddresses): string => {
    const [first, last] = [coverageOf(input.key, 'from', at), coverageOf(input.key, 'through', at)];
    const rate = foreign === null ? [] : [rateCell(foreign, at)];
    // Without a line of its own nothing that flowed in is known.
    const line = connected.daily ? [isNumber(at.here('calc', key, lineColumn))] : [];
    const inside = all(
      ...line,
      `${at.here('calc', key, typedOverColumn)}=0`,
      first.isThere,
      last.isThere,
      `${first.day}<=${last.day}`,
      `${last.day}>=${firstDay(quarter)}`,
      ...rate.map((cell) => `${cell}>0`),
    );
    return known(rate, when(inside, first.day, emptyText));
  };
  const to = (at: CellAddresses): string =>
    known(
      [at.here('calc', key, 'from')],
      `MIN(${coverageOf(input.key, 'through', at).day};${lastDay(quarter)})`,
    );
  const kept = keptTyped(input, facts);
  return {
    key,
    cells: {
      title: hiddenText(inputTitle(input, language)),
      from: hidden(from),
      to: hidden(to),
      ...(connected.daily || feed.split !== null
        ? { [lineColumn]: hidden((at) => inputLine(connected, facts, at)) }
        : {}),
      through: hidden((at) => throughFed(connected, facts, at)),
      [typedOverColumn]: hidden((at) => when(isSealed(input.key, at), 0, 1)),
      ...(kept ? { [keptColumn]: hiddenText(kept) } : {}),
    },
  };
}

/** A total counts from the quarter's first day on; of readings the last one tells. */
function throughFed({ input }: ConnectedInput, { plan }: SheetInput, at: CellAddresses): string {
  if (input.over === 'whole') return latest([input], [], at);
  const row = inputRowKey(input.key);
  const to = at.here('calc', row, 'to');
  if (input.over === 'last') return known([to], to);
  const whole = `${at.here('calc', row, 'from')}<=${firstDay(plan.quarter)}`;
  return known([to], when(whole, to, emptyText));
}

/** The first and the last day for which an input that flows in is known. */
const coveredDays = ({ input }: ConnectedInput, at: CellAddresses) => ({
  from: at.cell('calc', inputRowKey(input.key), 'from'),
  to: at.cell('calc', inputRowKey(input.key), 'to'),
});

/** That everything between two days is there. */
export function isCovered(
  connected: ConnectedInput,
  from: string,
  to: string,
  at: CellAddresses,
): string {
  const covered = coveredDays(connected, at);
  const there = numbers(covered.from, covered.to);
  return all(there, `${covered.from}<=${from}`, `${covered.to}>=${to}`);
}

/** What flowed in for a week part: so far, where the part is not over; blank where it is unknown. */
export function connectedCell(
  connected: ConnectedInput,
  part: WeekPart,
  key: string,
  facts: SheetInput,
): Content {
  const { input } = connected;
  const format = formatOf(input.unit, facts.plan.circumstances.currency);
  const formula = (at: CellAddresses): string => {
    const covered = coveredDays(connected, at);
    if (input.over === 'whole') {
      const { from, to } = periodOf(input, part, facts);
      const value = dataOfPeriod(connected, from, to, facts, at);
      const there = all(`${covered.from}<=${from}`, `${covered.to}>=${to}`);
      return known([covered.from, covered.to], when(there, value, emptyText));
    }
    const days = { from: at.here('input', key, 'from'), to: at.here('input', key, 'to') };
    const soFar = `MIN(${days.to};${covered.to})`;
    const cells = [covered.from, covered.to, days.from, days.to];
    if (input.over === 'last') {
      const touched = all(`${days.from}<=${covered.to}`, `${days.to}>=${covered.from}`);
      const since = `MAX(${days.from};${covered.from})`;
      const value = dataReading(connected, 'last', since, soFar, facts, at);
      return known(cells, when(touched, value, emptyText));
    }
    const begun = all(`${covered.from}<=${days.from}`, `${days.from}<=${covered.to}`);
    const value =
      input.over === 'first'
        ? dataReading(connected, 'first', days.from, soFar, facts, at)
        : dataSum(connected, days.from, soFar, facts, at);
    return known(cells, when(begun, value, emptyText));
  };
  return { formula, format, style: 'number' };
}

/** The days that a reading shown in the row of a week part is for. */
function periodOf({ cadence }: PlanInput, part: WeekPart, { plan, parts }: SheetInput) {
  const first =
    cadence === 'quarter'
      ? firstDay(plan.quarter)
      : parts.find((each) =>
          cadence === 'week' ? each.week === part.week : each.month === part.month,
        )?.from;
  return { from: first ?? part.from, to: part.to };
}

/** First or last reading among days of a span, as far as they are covered. */
export function connectedReading(
  connected: ConnectedInput,
  which: 'first' | 'last',
  from: string,
  to: string,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const covered = coveredDays(connected, at);
  const since = `MAX(${from};${covered.from})`;
  const value = dataReading(connected, which, since, `MIN(${to};${covered.to})`, facts, at);
  return known([from, to, covered.from, covered.to], value);
}

/** Where it comes from, shortly, above its column. */
export const connectedMark = ({ account }: ConnectedInput, { plan, sources }: SheetInput): string =>
  sheetFeedsWords(plan.language).flowsIn({
    where: whereFrom(account, plan.language, sources),
  });

export const connectedNote = (
  { feed, account }: ConnectedInput,
  { plan: { language }, sources }: SheetInput,
): string =>
  sheetFeedsWords(language).flowNote({
    where: whereFrom(account, language, sources),
    what: whatCounts(feed, account, language, sources),
  });

/** That the first days are not known, and so no total is, else what there is besides to warn of. */
export function lateWarning(
  connected: ConnectedInput,
  rest: string,
  { plan: { quarter, language } }: SheetInput,
  at: CellAddresses,
): string {
  if (connected.input.over === 'last') return rest;
  const { from } = coveredDays(connected, at);
  const day = dayFormula(from, sheetWords(language));
  const late = messageFormula(sheetFeedsWords(language).knownFrom, { day });
  return when(isNumber(from), when(`${from}>${firstDay(quarter)}`, late, rest), rest);
}

/** That somebody has typed over its days, else what there is besides to warn of. */
export function typedOverWarning(
  { input }: ConnectedInput,
  rest: string,
  { plan: { language } }: SheetInput,
  at: CellAddresses,
): string {
  const isTypedOver = `${at.cell('calc', inputRowKey(input.key), typedOverColumn)}=1`;
  return when(isTypedOver, quoted(sheetFeedsWords(language).daysTypedOver), rest);
}

/** That a rate is missing, else what there is besides to warn of. */
export function rateWarning(
  { foreign }: ConnectedInput,
  rest: string,
  facts: SheetInput,
  at: CellAddresses,
) {
  if (foreign === null) return rest;
  const words = sheetFeedsWords(facts.plan.language);
  const missing = quoted(words.rateMissing({ from: foreign }));
  const rate = rateCell(foreign, at);
  return when(isNumber(rate), when(`${rate}>0`, rest, missing), missing);
}

/** What was typed into the column before it flowed in, as text; '' where nothing was. */
function keptTyped({ key }: PlanInput, facts: SheetInput): string {
  const cells = facts.parts.flatMap(({ from }): [string, TypedValue][] => {
    const value = typedAt(facts, 'input', String(from), key);
    return value === undefined || value === '' ? [] : [[String(from), value]];
  });
  return cells.length === 0 ? '' : JSON.stringify(Object.fromEntries(cells));
}

/** What a hidden row kept, by the keys of week parts. */
export function readKeptValues(text: unknown): Readonly<Record<string, TypedValue>> {
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
