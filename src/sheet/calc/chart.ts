import { kpiTitle } from '../../messages/catalogue.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import type { BlockName, BlockRow, CellAddresses } from '../layout/block.ts';
import type { Positions } from '../layout/cell-addresses.ts';
import type { Chart } from '../layout/drawing.ts';
import { emptyText, isNumber, numbers, when } from '../layout/formula-text.ts';
import { hidden } from '../layout/looks.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { type MeasuredKpi, measuredKpis } from './kpi-inputs.ts';
import { monthKeys, weekKeys } from './periods.ts';

/** Columns of the hidden cells that the chart shows: what the points are called, and two lines. */
export const chartColumns = ['chart:week', 'chart:actual', 'chart:path', 'chart:value'] as const;

/** KPIs with numbers week by week, which alone make a line, once it is said how these add up. */
export const charted = (measured: readonly MeasuredKpi[]): readonly MeasuredKpi[] =>
  measured.filter(({ period, kind }) => period === 'week' && kind !== 'unsaid');

/** What the chart shows until somebody chooses: the first weighted total, else the first there is. */
export const firstCharted = (measured: readonly MeasuredKpi[]): MeasuredKpi | undefined => {
  const all = charted(measured);
  const weighted = ({ kind, planned }: MeasuredKpi) => kind === 'sum' && planned.weight !== null;
  return all.find(weighted) ?? all[0];
};

/** The KPI that is chosen on the sheet, with what its lines are made from. */
export function chosenRow(measured: readonly MeasuredKpi[], facts: SheetInput): BlockRow {
  const first = firstCharted(measured);
  if (!first) return { key: '.chart', cells: {} };
  const { language } = facts.plan;
  const chosen = (at: CellAddresses, column: string): string => {
    const names = charted(measured);
    return names.reduceRight(
      (rest, { kpi }) =>
        when(
          `${at.cell('score', '.chart', 'week')}=${quoted(kpiTitle(kpi, language))}`,
          column === 'code' ? quoted(kpi.name) : at.cell('calc', kpi.name, column),
          rest,
        ),
      column === 'code' ? quoted(first.kpi.name) : at.cell('calc', first.kpi.name, column),
    );
  };
  const columns = ['code', 'kind', 'target', 'baseline', 'through'];
  return {
    key: '.chart',
    cells: Object.fromEntries(columns.map((each) => [each, hidden((at) => chosen(at, each))])),
  };
}

/** A point of the chart; `NA()` where there is none, which charts leave out. */
export function chartCells(
  key: string,
  measured: readonly MeasuredKpi[],
  facts: SheetInput,
): BlockRow['cells'] {
  const weeks = weekKeys(facts);
  if (!firstCharted(measured)) return {};
  if (key === monthKeys[2]) return chartHead(facts);
  if (!weeks.includes(key)) return {};
  return {
    'chart:week': { value: weeks.indexOf(key) + 1, style: 'hidden' },
    'chart:value': hidden((at) => value(at, key, measured)),
    'chart:actual': hidden((at) => actual(at, key, weeks[0] ?? key)),
    'chart:path': hidden((at) => path(at, key)),
  };
}

function value(at: CellAddresses, key: string, measured: readonly MeasuredKpi[]): string {
  const chosen = at.cell('calc', '.chart', 'code');
  return charted(measured).reduceRight((rest, { kpi }) => {
    const cell = at.here('calc', key, kpi.name);
    return when(`${chosen}=${quoted(kpi.name)}`, when(isNumber(cell), cell, emptyText), rest);
  }, emptyText);
}

/** Totals pile up, as far as every week is known; everything else is shown week by week. */
function actual(at: CellAddresses, key: string, first: string): string {
  const own = at.here('calc', key, 'chart:value');
  const settled = at.cell('calc', '.chart', 'through');
  const to = at.here('calc', key, 'to');
  const before = `${at.cell('calc', first, 'chart:value')}:${own}`;
  const known = when(
    numbers(own, settled),
    when(`${to}<=${settled}`, `SUM(${before})`, 'NA()'),
    'NA()',
  );
  const single = when(isNumber(own), own, 'NA()');
  return when(`${at.cell('calc', '.chart', 'kind')}="sum"`, known, single);
}

function path(at: CellAddresses, key: string): string {
  const [kind, target, baseline, share] = [
    at.cell('calc', '.chart', 'kind'),
    at.cell('calc', '.chart', 'target'),
    at.cell('calc', '.chart', 'baseline'),
    at.here('calc', key, 'share'),
  ];
  const piles = when(numbers(target, share), `${target}*${share}`, 'NA()');
  const level = `${baseline}*(1-${share})+${target}*${share}`;
  const moves = when(numbers(target, share, baseline), level, 'NA()');
  const flat = when(isNumber(target), target, 'NA()');
  return when(`${kind}="ratio"`, flat, when(`${kind}="sum"`, piles, moves));
}

/** The words over the chart's lines, in the row above the first week. */
function chartHead(facts: SheetInput): BlockRow['cells'] {
  const words = sheetWords(facts.plan.language);
  return {
    'chart:week': { value: words.chartWeek, style: 'hidden' },
    'chart:actual': { value: words.chartActual, style: 'hidden' },
    'chart:path': { value: words.chartPath, style: 'hidden' },
  };
}

/** Beside what is to do: the chosen KPI week by week, against the path to its target. */
export function charts(addresses: Positions<BlockName>, facts: SheetInput): readonly Chart[] {
  if (!firstCharted(measuredKpis(facts))) return [];
  const words = sheetWords(facts.plan.language);
  const weeks = weekKeys(facts);
  const last = addresses.position('calc', weeks[weeks.length - 1] ?? '', 'chart:path');
  const head = addresses.position('calc', weeks[0] ?? '', 'chart:week');
  const under = addresses.position('score', '.chart', 'week');
  if (!last || !head || !under) return [];
  // What the lines are called stands in the row above the first week.
  const data = {
    row: head.row - 1,
    column: head.column,
    rows: last.row - head.row + 2,
    columns: last.column - head.column + 1,
  };
  return [
    {
      title: words.chartTitle,
      data,
      at: { row: under.row + 1, column: under.column },
      width: 640,
      height: 210,
      colours: ['#1a73e8', '#9aa0a6'],
    },
  ];
}
