import { sheetWords } from '../../messages/sheet.ts';
import { type SheetMoreWords, sheetMoreWords } from '../../messages/sheet-more.ts';
import { quoted } from '../../native/twin.ts';
import { monthsOf } from '../../plan/calendar/calendar.ts';
import { isCoarser, type MeasuredKpi, measuredKpis, titledRow } from '../calc/kpi-inputs.ts';
import {
  type MonthNumber,
  monthCodeColumn,
  monthKey,
  monthNumbers,
  openMonth,
  shownOf,
  weightsOpen,
} from '../calc/month-status.ts';
import { statusWords } from '../calc/status-formulas.ts';
import type { Block, BlockRow, CellAddresses, Content } from '../layout/block.ts';
import { fillMessage } from '../layout/fill-message.ts';
import { formatOf } from '../layout/formats.ts';
import { emptyText, known, when } from '../layout/formula-text.ts';
import type { SheetInput } from '../layout/sheet-input.ts';

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
      ...monthNumbers.flatMap((each) => [`m${each}target`, `m${each}actual`, `m${each}met`]),
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
    cells[`m${at + 1}met`] = {
      value: fillMessage(words.monthResult, shown),
      style: 'columnHead',
      note: words.monthResultNote,
    };
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
  for (const month of monthNumbers) {
    cells[`m${month}target`] = {
      formula: (at) => targetOf(at, measured, month, facts),
      format,
      style: 'faint',
    };
    cells[`m${month}actual`] = {
      formula: (at) => shownOf(at.cell('calc', monthKey(month), kpi.name)),
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
  const end = at.cell('calc', monthKey(month), 'share');
  if (kind === 'sum') {
    if (month === 1) return known([target, end], `${target}*${end}`);
    const start = at.cell('calc', monthKey(month === 3 ? 2 : 1), 'share');
    return known([target, end, start], `${target}*(${end}-${start})`);
  }
  const baseline = at.lookup('score', 'baseline', 'month', kpi.name);
  return known([target, baseline, end], `${baseline}*(1-${end})+${target}*${end}`);
}

/** The month's status as people read it; blank while nothing is known of the month. */
function verdict(
  at: CellAddresses,
  { kpi }: MeasuredKpi,
  month: MonthNumber,
  facts: SheetInput,
  words: SheetMoreWords,
): string {
  const code = at.lookup('calc', monthCodeColumn(month), 'month', kpi.name);
  const [actual, expected] = ['actual', 'target'].map((column) =>
    at.here('month', kpi.name, `m${month}${column}`),
  ) as [string, string];
  const judged = statusWords(kpi, code, { actual, expected }, sheetWords(facts.plan.language));
  const told = when(`${code}=${quoted(openMonth)}`, quoted(words.monthOpen), judged);
  return when(`LEN(${code})=0`, emptyText, told);
}
