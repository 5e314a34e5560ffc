import type { Kpi } from '../../kpi/define.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { type SheetMoreWords, sheetMoreWords } from '../../messages/sheet-more.ts';
import { quoted } from '../../native/twin.ts';
import { monthsOf } from '../../plan/calendar/calendar.ts';
import { comparedDecimals, planBand, planLimit } from '../../plan/model/status.ts';
import { isCoarser, type MeasuredKpi, measuredKpis, titledRow } from '../calc/kpi-inputs.ts';
import { monthKeys, toColumn } from '../calc/periods.ts';
import type { Block, BlockRow, CellAddresses, Content } from '../layout/block.ts';
import { fillMessage } from '../layout/fill-message.ts';
import { formatOf } from '../layout/formats.ts';
import { emptyText, fraction, isNumber, known, when } from '../layout/formula-text.ts';
import type { SheetInput } from '../layout/sheet-input.ts';

const months = [1, 2, 3] as const;
type MonthNumber = (typeof months)[number];

/** T1, T2, T3: what each month should bring and what it brought. */
export function monthBlock(facts: SheetInput): Block {
  const words = sheetMoreWords(facts.plan.language);
  const measured = measuredKpis(facts);
  const pixels = titledRow(measured, facts.plan.language);
  return {
    name: 'month',
    columns: [
      'title',
      'key',
      'unit',
      ...months.flatMap((each) => [`m${each}target`, `m${each}actual`, `m${each}met`]),
    ],
    rows: [
      {
        key: '',
        cells: {
          title: { value: words.months, style: 'heading', note: words.monthNote },
        },
      },
      { key: '', cells: head(facts, words) },
      ...measured.map((each) => rowOf(each, pixels, facts, words)),
    ],
    folds: false,
    space: 1,
  };
}

function head({ plan }: SheetInput, words: SheetMoreWords): BlockRow['cells'] {
  const cells: Record<string, Content> = {
    title: { value: words.methodKpi, style: 'columnHead' },
    unit: { value: words.code, style: 'columnHead' },
  };
  for (const [at, { month }] of monthsOf(plan.quarter).entries()) {
    const shown = { month: monthTitle(month, words) };
    cells[`m${at + 1}target`] = {
      value: fillMessage(words.monthTarget, shown),
      style: 'columnHeadRight',
    };
    cells[`m${at + 1}actual`] = {
      value: fillMessage(words.monthActual, shown),
      style: 'columnHeadRight',
    };
    cells[`m${at + 1}met`] = { value: fillMessage(words.monthResult, shown), style: 'columnHead' };
  }
  return cells;
}

/** `T1`, or `Jan`. */
export const monthTitle = (month: number, words: SheetMoreWords): string =>
  words.monthTitles[month - 1] ?? String(month);

function rowOf(
  measured: MeasuredKpi,
  pixels: number,
  facts: SheetInput,
  words: SheetMoreWords,
): BlockRow {
  const { kpi, planned } = measured;
  const { plan } = facts;
  const format = formatOf(kpi.unit, plan.circumstances.currency);
  const cells: Record<string, Content> = {
    title: { text: kpi.title[plan.language], style: planned.weight === null ? 'tracked' : 'kpi' },
    unit: { text: kpi.name, style: 'unit' },
  };
  // What is measured once a quarter has no months.
  if (isCoarser(measured.period, 'month')) return { key: kpi.name, cells, pixels };
  for (const month of months) {
    cells[`m${month}target`] = {
      formula: (at) => targetOf(at, measured, month, facts),
      format,
      style: 'faint',
    };
    cells[`m${month}actual`] = {
      formula: (at) => {
        const cell = at.cell('calc', keyOf(month), kpi.name);
        return when(`LEN(${cell})=0`, emptyText, cell);
      },
      format,
      style: 'number',
    };
    cells[`m${month}met`] = {
      formula: (at) => verdict(at, measured, month, facts, words),
      style: 'status',
    };
  }
  return { key: kpi.name, cells, pixels };
}

const keyOf = (month: MonthNumber): string => monthKeys[month - 1] ?? '';

/** A total is split by week weights; a ratio keeps its target; a level is to be some way there. */
function targetOf(
  at: CellAddresses,
  measured: MeasuredKpi,
  month: MonthNumber,
  facts: SheetInput,
): string {
  const { kpi, kind } = measured;
  const target = at.lookup('score', 'target', 'month', kpi.name);
  if (kind === 'unsaid') return emptyText;
  if (kind === 'ratio') return known([target], target);
  const waits = weightsOpen(at, measured, facts);
  const split = byWeights(at, measured, month, target);
  return waits === null ? split : when(waits, emptyText, split);
}

function byWeights(
  at: CellAddresses,
  { kpi, kind }: MeasuredKpi,
  month: MonthNumber,
  target: string,
): string {
  const end = at.cell('calc', keyOf(month), 'share');
  if (kind === 'sum') {
    if (month === 1) return known([target, end], `${target}*${end}`);
    const start = at.cell('calc', keyOf(month === 3 ? 2 : 1), 'share');
    return known([target, end, start], `${target}*(${end}-${start})`);
  }
  const baseline = at.lookup('score', 'baseline', 'month', kpi.name);
  return known([target, baseline, end], `${baseline}*(1-${end})+${target}*${end}`);
}

/** That Tết has begun without weights for its weeks, on which all months' shares depend. */
function weightsOpen(
  at: CellAddresses,
  { kpi, kind }: MeasuredKpi,
  { parts }: SheetInput,
): string | null {
  if (kind === 'ratio' || !parts.some(({ tet }) => tet)) return null;
  const [share, paced] = ['share', 'paced'].map((column) =>
    isNumber(at.cell('calc', kpi.name, column)),
  );
  return `${share}*(1-${paced})=1`;
}

/** A month is judged once everything that belongs to it is there. */
function verdict(
  at: CellAddresses,
  measured: MeasuredKpi,
  month: MonthNumber,
  facts: SheetInput,
  words: SheetMoreWords,
): string {
  const { kpi } = measured;
  const { quarter, language } = facts.plan;
  const target = at.here('month', kpi.name, `m${month}target`);
  const actual = at.here('month', kpi.name, `m${month}actual`);
  const end = monthsOf(quarter)[month - 1]?.last ?? 0;
  const { day, due } = settledBy(at, measured, month, end);
  const judgement = judged(kpi, target, actual, words);
  const open = when(`${day}<${due}`, quoted(words.monthOpen), judgement);
  const told = known([target, actual, day], open);
  const waits = weightsOpen(at, measured, facts);
  const wait = known([actual], quoted(sheetWords(language).tetWeights));
  const verdict = waits === null ? told : when(waits, wait, told);
  const code = at.lookup('calc', 'code', 'month', kpi.name);
  return when(`${code}="damaged"`, quoted(sheetWords(language).damaged), verdict);
}

/** The day a month's number goes up to, and the day from which on it is the whole month's. */
function settledBy(
  at: CellAddresses,
  measured: MeasuredKpi,
  month: MonthNumber,
  end: number,
): { readonly day: string; readonly due: number } {
  const { kpi, inputs, alone, period } = measured;
  // The last whole week of a month may end up to six days before it.
  const due = period === 'week' ? end - 6 : end;
  if (alone) return { day: lastCounted(at, measured, month), due };
  const adds = inputs.some(({ over }) => over !== 'last');
  const through = at.lookup('score', 'through', 'month', kpi.name);
  return { day: adds ? lastCounted(at, measured, month) : through, due: end };
}

const lastCounted = (at: CellAddresses, measured: MeasuredKpi, month: MonthNumber): string =>
  at.cell('calc', keyOf(month), toColumn(measured));

function judged(kpi: Kpi, target: string, actual: string, words: SheetMoreWords): string {
  if (kpi.better === null) return emptyText;
  const difference = (term: string) => `ROUND(${term};${comparedDecimals})`;
  if (kpi.better === 'on plan') {
    const within = (band: number) =>
      `${difference(`ABS(${actual}-${target})-ABS(${target})*${fraction(band)}`)}<=0`;
    const off = when(within(planLimit), quoted(words.monthNearPlan), quoted(words.monthOffPlan));
    return when(within(planBand), quoted(words.monthOnPlan), off);
  }
  const meets = kpi.better === 'lower' ? '<=0' : '>=0';
  const met = `${difference(`${actual}-${target}`)}${meets}`;
  return when(met, quoted(words.monthMet), quoted(words.monthMissed));
}
