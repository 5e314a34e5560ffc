import { isCalculated } from '../../kpi/catalogue.ts';
import { inputTitle } from '../../messages/catalogue.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import { firstDay, lastDay, monthsOf } from '../../plan/calendar/calendar.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import { connectedInput } from '../data/connected-input.ts';
import { connectedReading, isCovered } from '../data/connected-input-formulas.ts';
import type { BlockRow, CellAddresses, Content } from '../layout/block.ts';
import {
  all,
  anyNumber,
  atMost,
  call,
  emptyText,
  fraction,
  isNumber,
  known,
  when,
} from '../layout/formula-text.ts';
import { hidden, hiddenText } from '../layout/looks.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { marginCell } from '../plan/input-block.ts';
import { latest, shareUpTo, within } from '../plan/input-rows.ts';
import { countPossible } from '../plan/typed-cells.ts';
import { computed, isCoarser, type MeasuredKpi, spills } from './kpi-inputs.ts';
import { isInParts, lastDayCell, partCell } from './running-part.ts';
import { fromColumn, indexOf, isBounded, toColumn, totalColumn } from './span-columns.ts';
import { weekRows } from './whole-rows.ts';

/**
 * The hidden table of spans: the quarter so far, the months, the weeks. Per KPI it holds the days
 * that count, the total of each input over them, and the KPI's value of these totals: one spilled
 * call of its function for all spans. Nothing here depends on the clock: a custom function must not
 * read a cell that does.
 */
export interface CalcPeriod {
  /** `.q`, `.m1` … `.m3`, `.w1` … */
  readonly key: string;
  readonly from: Content;
  readonly to: Content;
  /** What has this cadence or a finer one can be told for it. */
  readonly holds: 'week' | 'month' | 'quarter';
}

/** Row keys of the weeks, in their order. */
export const weekKeys = ({ parts }: Pick<SheetInput, 'parts'>): readonly string[] =>
  [...new Set(parts.map(({ week }) => week))].map((week) => `.w${week}`);

export const monthKeys = ['.m1', '.m2', '.m3'] as const;

export function spansOf(facts: SheetInput): readonly CalcPeriod[] {
  const { quarter } = facts.plan;
  const given = (value: number): Content => ({ value, style: 'hidden' });
  const weeks = weekKeys(facts);
  const daysOf = (key: string) => {
    const days = facts.parts.filter(({ week }) => `.w${week}` === key);
    return { from: given(days[0]?.from ?? 0), to: given(days[days.length - 1]?.to ?? 0) };
  };
  return [
    { key: '.q', from: given(firstDay(quarter)), to: given(lastDay(quarter)), holds: 'quarter' },
    ...monthsOf(quarter).map(({ first: from, last: to }, at) => ({
      key: monthKeys[at] ?? '',
      from: given(from),
      to: given(to),
      holds: 'month' as const,
    })),
    ...weeks.map((key) => ({ key, ...daysOf(key), holds: 'week' as const })),
  ];
}

/** What is counted, where it can be so many. */
function bounded({ kpi }: MeasuredKpi, total: string, { plan }: SheetInput): string {
  if (isCalculated(kpi)) return total;
  const { min, max } = kpi.counts;
  const tests = [
    ...(min === undefined ? [] : [`${total}>=${fraction(min)}`]),
    ...(max === undefined ? [] : [`${total}<=${fraction(max)}`]),
  ];
  const refused = quoted(sheetWords(plan.language).cannotTell);
  return known([total], when(all(...tests), total, refused));
}

/** The row above the spans: labels, which functions take for their header, and the spilled calls. */
export function spanHead(measured: readonly MeasuredKpi[], facts: SheetInput): BlockRow {
  const cells = measured.flatMap((each): [string, Content][] => {
    if (!spills(each, facts)) return [];
    const spans = spansOf(facts);
    const end = spans[spans.length - 1]?.key ?? '';
    const textOf = (at: CellAddresses) => (input: string) => {
      const column = totalColumn(each, indexOf(each, input));
      return `${at.cell('calc', '.spans', column)}:${at.cell('calc', end, column)}`;
    };
    return [
      ...each.inputs.map((input, at): [string, Content] => [
        totalColumn(each, at),
        hiddenText(inputTitle(input, facts.plan.language)),
      ]),
      [each.kpi.name, hidden((at) => computed(each, textOf(at), () => marginCell(at), facts))],
    ];
  });
  return { key: '.spans', cells: Object.fromEntries(cells) };
}

export function spanRow(
  span: CalcPeriod,
  measured: readonly MeasuredKpi[],
  facts: SheetInput,
): BlockRow {
  const { key } = span;
  const cells: [string, Content][] = [
    ['from', span.from],
    ['to', span.to],
    ['share', hidden((at) => shareAtEnd(at, key))],
    ['week', hidden((at) => rowsWithin(at, key))],
  ];
  for (const each of measured) {
    if (isCoarser(each.period, span.holds)) continue;
    const add = (column: string, formula: (at: CellAddresses) => string) =>
      cells.push([column, hidden(formula)]);
    add(toColumn(each), (at) => lastDayOf(each, span, facts, at));
    if (each.alone) add(fromColumn(each), (at) => firstDayOf(each, key, facts, at));
    for (const [index, input] of each.inputs.entries()) {
      // While nobody has said how its weeks add up, no week and no month comes to a number.
      const total = (at: CellAddresses) =>
        each.kind === 'unsaid' ? emptyText : totalOf(input, each, key, facts, at);
      add(totalColumn(each, index), total);
    }
    if (isBounded(each)) {
      add(each.kpi.name, (at) => bounded(each, at.here('calc', key, totalColumn(each, 0)), facts));
    }
    if (!isCalculated(each.kpi) || spills(each, facts)) continue;
    const textOf = (at: CellAddresses) => (input: string) =>
      at.here('calc', key, totalColumn(each, indexOf(each, input)));
    add(each.kpi.name, (at) => computed(each, textOf(at), () => marginCell(at), facts));
  }
  return { key, cells: Object.fromEntries(cells) };
}

/** How many rows of weeks lie in a span. */
const rowsWithin = (at: CellAddresses, key: string): string =>
  call('COUNTIFS', ...within(at, at.here('calc', key, 'from'), at.here('calc', key, 'to')));

/** Share of the quarter's week weights up to a span's end. */
const shareAtEnd = (at: CellAddresses, key: string): string => {
  const to = at.here('calc', key, 'to');
  const total = at.cell('calc', '.weights', 'share');
  return known([to, total], shareUpTo(at, to));
};

/**
 * The last day of a span that counts. Readings that stand alone: the end of the latest complete
 * one. Else the whole span where everything that adds up is there, or as far as nothing is missing
 * since the quarter began.
 */
function lastDayOf(
  measured: MeasuredKpi,
  { key }: CalcPeriod,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const day = lastDayOfWhole(measured, { key }, facts, at);
  return when(isNumber(weekRows(at)), day, emptyText);
}

function lastDayOfWhole(
  measured: MeasuredKpi,
  { key }: Pick<CalcPeriod, 'key'>,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const from = at.here('calc', key, 'from');
  const to = at.here('calc', key, 'to');
  const through = at.cell('calc', measured.kpi.name, 'through');
  const readings = measured.inputs.filter(({ over }) => over === 'whole');
  if (key === '.q') {
    const rows = [at.column('input', 'to'), atMost(through)];
    return known([through], measured.alone ? latest(readings, rows, at) : through);
  }
  if (measured.alone) return known([from, to], latest(readings, within(at, from, to), at));
  const adding = measured.inputs.filter(({ over }) => over !== 'last');
  if (adding.length === 0) return known([from, to], to);
  const days = { from, to, rows: at.here('calc', key, 'week') };
  const complete = all(...adding.map((input) => isComplete(input, days, facts, at)));
  const soFar = when(isSince(through, from), `MIN(${to};${through})`, emptyText);
  return known([from, to], when(complete, to, known([through], soFar)));
}

const isSince = (day: string, from: string): string => `${day}>=${from}`;

/** Cells with the first and the last of some days, and how many rows of weeks lie in them. */
interface Days {
  readonly from: string;
  readonly to: string;
  readonly rows: string;
}

/** That nothing that should have been typed within days is missing. */
function isComplete(
  input: PlanInput,
  { from, to, rows }: Days,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const { key, cadence, over } = input;
  const connected = connectedInput(input, facts);
  if (connected && over !== 'whole') return isCovered(connected, from, to, at);
  const days = within(at, from, to);
  const typed = countPossible({ cells: at.column('input', key), input }, days);
  if (cadence === 'week') return `${typed}=${rows}`;
  const ends = facts.parts.filter(({ endsMonth, endsQuarter }) =>
    cadence === 'month' ? endsMonth : endsQuarter,
  );
  const due = ends.map((part) => `(${part.to}>=${from})*(${part.to}<=${to})`).join('+');
  return `${typed}=${due}`;
}

/** The first day of the period that a reading that stands alone is for. */
function firstDayOf(
  measured: MeasuredKpi,
  key: string,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const to = at.here('calc', key, toColumn(measured));
  return known([to], startOf(measured, to, facts, at));
}

function startOf(
  { period }: MeasuredKpi,
  day: string,
  facts: SheetInput,
  at: CellAddresses,
): string {
  if (period === 'quarter') return String(firstDay(facts.plan.quarter));
  const keys = period === 'week' ? weekKeys(facts) : monthKeys;
  const first = at.cell('calc', keys[0] ?? '', 'from');
  const days = `${first}:${at.cell('calc', keys[keys.length - 1] ?? '', 'from')}`;
  return call('INDEX', days, call('COUNTIFS', days, atMost(day)));
}

/** What an input comes to over the days of a span that count. */
function totalOf(
  input: PlanInput,
  measured: MeasuredKpi,
  key: string,
  facts: SheetInput,
  at: CellAddresses,
): string {
  const cells = at.column('input', input.key);
  const to = at.here('calc', key, toColumn(measured));
  const from = measured.alone
    ? at.here('calc', key, fromColumn(measured))
    : at.here('calc', key, 'from');
  const days = within(at, from, to);
  // Without a gap from the first day on, every number before the last day can be.
  const earliest = () => {
    const [place, filled] = [at.column('input', 'from'), [cells, anyNumber, ...days]];
    const value = call('SUMIFS', cells, place, call('MINIFS', place, ...filled));
    return known([from, to], when(`${call('COUNTIFS', ...filled)}>0`, value, emptyText));
  };
  const last = () => {
    const row = latest([input], days, at);
    const value = call('SUMIFS', cells, at.column('input', 'to'), row);
    return known([from, to], when(isNumber(row), value, emptyText));
  };
  const connected = connectedInput(input, facts);
  if (input.over === 'first' || input.over === 'last') {
    if (connected) return connectedReading(connected, input.over, from, to, facts, at);
    return input.over === 'first' ? earliest() : last();
  }
  if (input.over === 'whole') {
    // A finer reading says nothing exact about the whole period.
    return input.cadence === measured.period
      ? known([to], call('SUMIFS', cells, at.column('input', 'to'), to))
      : emptyText;
  }
  const rows = call('SUMIFS', cells, ...days);
  // A span ends with a row of weeks, or with the KPI's last day.
  const sum = isInParts(input, measured, facts)
    ? `${rows}+${when(`${to}=${lastDayCell(measured, at)}`, partCell(measured, input, at), 0)}`
    : rows;
  if (!measured.alone) return known([from, to], sum);
  const complete = isComplete(input, { from, to, rows: call('COUNTIFS', ...days) }, facts, at);
  return known([from, to], when(complete, sum, emptyText));
}
