import { kpiTitle } from '../../messages/catalogue.ts';
import { type SheetMoreWords, sheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { monthsOf } from '../../plan/calendar/calendar.ts';
import { isCoarser, type MeasuredKpi, measuredKpis, titledRow } from '../calc/kpi-inputs.ts';
import {
  type MonthNumber,
  monthActualColumn,
  monthCodeColumn,
  monthNumbers,
  monthTargetColumn,
  monthWordsColumn,
} from '../calc/month-status.ts';
import { statusIn } from '../calc/status-rules.ts';
import type { BlockRow, CellAddresses, Content, DrawnBlock } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import { formatOf } from '../layout/formats.ts';
import { leftHead, rightHead } from '../layout/looks.ts';
import type { SheetInput } from '../layout/sheet-input.ts';

/** The column that says how a month turned out. */
const monthResultColumn = (month: MonthNumber): string => `m${month}met`;

/** T1, T2, T3: what each month should bring and what it brought. */
export const monthBlock: PlanBlock<'month'> = {
  name: 'month',
  draw,
  statuses: Object.fromEntries(
    monthNumbers.map((month) => [
      monthResultColumn(month),
      statusIn('month', monthCodeColumn(month)),
    ]),
  ),
  lined: true,
};

function draw(facts: SheetInput): DrawnBlock {
  const words = sheetMoreWords(facts.plan.language);
  const measured = measuredKpis(facts);
  const pixels = titledRow(measured, facts.plan.language);
  return {
    columns: [
      'title',
      'key',
      'unit',
      ...monthNumbers.flatMap((each) => [
        `m${each}target`,
        `m${each}actual`,
        monthResultColumn(each),
      ]),
    ],
    rows: [
      {
        key: '',
        cells: {
          title: { value: words.months, style: 'heading', note: words.monthNote },
        },
      },
      { key: '', cells: head(facts, words) },
      ...measured.map((each) => rowOf(each, pixels, facts)),
    ],
    folds: false,
    space: 1,
  };
}

function head({ plan }: SheetInput, words: SheetMoreWords): BlockRow['cells'] {
  const cells: Record<string, Content> = {
    title: leftHead(words.methodKpi),
    unit: leftHead(words.code),
  };
  for (const [at, { month }] of monthsOf(plan.quarter).entries()) {
    const shown = { month: monthTitle(month, words) };
    cells[`m${at + 1}target`] = rightHead(words.monthTarget(shown));
    cells[`m${at + 1}actual`] = rightHead(words.monthActual(shown));
    cells[`m${at + 1}met`] = {
      value: words.monthResult(shown),
      style: 'columnHead',
      note: words.monthResultNote,
    };
  }
  return cells;
}

/** `T1`, or `Jan`. */
export const monthTitle = (month: number, words: SheetMoreWords): string =>
  words.monthTitles[month - 1] ?? String(month);

function rowOf(measured: MeasuredKpi, pixels: number, { plan }: SheetInput): BlockRow {
  const { kpi, planned } = measured;
  const format = formatOf(kpi.unit, plan.circumstances.currency);
  const cells: Record<string, Content> = {
    title: {
      text: kpiTitle(kpi, plan.language),
      style: planned.weight === null ? 'tracked' : 'kpi',
    },
    unit: { text: kpi.name, style: 'unit' },
  };
  // What is measured once a quarter has no months.
  if (isCoarser(measured.period, 'month')) return { key: kpi.name, cells, pixels };
  const hidden = (column: string) => (at: CellAddresses) =>
    at.lookup('calc', column, 'month', kpi.name);
  for (const month of monthNumbers) {
    cells[`m${month}target`] = {
      formula: hidden(monthTargetColumn(month)),
      format,
      style: 'faint',
    };
    cells[`m${month}actual`] = {
      formula: hidden(monthActualColumn(month)),
      format,
      style: 'number',
    };
    cells[monthResultColumn(month)] = { formula: hidden(monthWordsColumn(month)), style: 'status' };
  }
  return { key: kpi.name, cells, pixels };
}
