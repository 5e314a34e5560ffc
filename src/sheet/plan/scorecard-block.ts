import { kpiSummary, kpiTitle } from '../../messages/catalogue.ts';
import { planWords } from '../../messages/compiled/plan.ts';
import { type SheetWords, sheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import { lastDay, quarterTitle } from '../../plan/calendar/calendar.ts';
import { moves } from '../../plan/model/status.ts';
import { charted, charts, firstCharted } from '../calc/chart.ts';
import { type MeasuredKpi, measuredKpis, titledRow } from '../calc/kpi-inputs.ts';
import { attainmentOf, expectedOf, type Judged } from '../calc/status-formulas.ts';
import { statusIn } from '../calc/status-rules.ts';
import { thresholdLineCount, thresholdLines } from '../calc/threshold-line.ts';
import { connectedInputs } from '../data/connected-input.ts';
import { provisionalDays } from '../data/provisional.ts';
import type { BlockRow, CellAddresses, Content, DrawnBlock } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import { dayText } from '../layout/day-words.ts';
import { attainmentFormat, dayFormat, formatOf, unitWords } from '../layout/formats.ts';
import { emptyText, isNumber, known, numbers, shownOrBlank, when } from '../layout/formula-text.ts';
import { rightHead } from '../layout/looks.ts';
import { carried, type SheetInput, typedAt } from '../layout/sheet-input.ts';
import { fieldHeads, kpiFieldCells, otherFields } from './cell-fields.ts';
import { marginCell } from './input-block.ts';
import { liveLine } from './status-line.ts';

const columns = [
  'title',
  'key',
  'unit',
  'baseline',
  'target',
  'actual',
  'attainment',
  'expected',
  'status',
  'week',
  'lastWeek',
  'remaining',
  'perWeek',
  'trend',
  'owner',
  'through',
] as const;
type Column = Exclude<(typeof columns)[number], 'key' | 'title'>;
/** Fields of a KPI that stand here besides, each in a column behind these. */
const others = otherFields('score', columns);
const all = [...columns, ...others.map(([, name]) => name)];

/** The scorecard: where every KPI stands, those with weight first. */
export const scoreBlock: PlanBlock<'score'> = {
  name: 'score',
  draw,
  statuses: { status: statusIn('score', 'code') },
  lined: true,
  charts,
};

function draw(facts: SheetInput): DrawnBlock {
  const { plan } = facts;
  const words = sheetWords(plan.language);
  const measured = measuredKpis(facts);
  const weighted = measured.filter(({ planned }) => planned.weight !== null);
  const tracked = measured.filter(({ planned }) => planned.weight === null);
  const pixels = titledRow(measured, plan.language);
  const row = (each: MeasuredKpi) => kpiRow(each, pixels, facts, words);
  return {
    columns: [...all, ...(flows(facts) ? [provisional] : [])],
    rows: [
      { key: '.title', cells: titleCells(facts), pixels: 34, unkeyed: true },
      { key: '.live', cells: liveCells(measured, facts), unkeyed: true },
      noteRow(facts, words),
      { key: '.head', cells: head(words), pixels: 34 },
      ...weighted.map(row),
      ...(tracked.length > 0 ? [band(words, pixels), ...tracked.map(row)] : []),
      ...chartRow(measured, facts, words),
    ],
    space: 1,
  };
}

/** Beside the last day, only where something flows in: how many of the days may still change. */
const provisional = 'provisional';
const flows = (facts: SheetInput): boolean => connectedInputs(facts).length > 0;

/** «Quý 1/2027 · Chuyên viên digital marketing · Lan». */
function titleCells({ plan }: SheetInput): BlockRow['cells'] {
  const { language, role, name, quarter, circumstances } = plan;
  const roleName = role === 'other' ? [] : [planWords(language).roles[role]];
  const title = quarterTitle(quarter, circumstances.firstMonth, language);
  return { title: { text: [title, ...roleName, name].join(' · '), style: 'title' } };
}

const liveCells = (measured: readonly MeasuredKpi[], facts: SheetInput): BlockRow['cells'] => ({
  title: { formula: (at) => liveLine(measured, facts, at), style: 'subtitle' },
});

/** Who agreed to the targets, and that the numbers are made up; blank where neither is to be said. */
function noteRow({ plan, sample }: SheetInput, words: SheetWords): BlockRow {
  const { agreed } = plan;
  const said = agreed && {
    day: dayText(agreed.on, words),
    given: agreed.givenBy,
    accepted: agreed.acceptedBy,
  };
  const cells: Record<string, Content> = {
    ...(said ? { unit: { text: words.agreed(said), style: 'unit' } } : {}),
    ...(sample ? { status: { value: words.sample, style: 'watch' } } : {}),
  };
  return { key: '.note', cells };
}

const leftHeads: readonly string[] = ['unit', 'status', 'trend', 'owner'];

function head(words: SheetWords): BlockRow['cells'] {
  const notes: Readonly<Record<string, string>> = words.notes;
  const cells = columns.flatMap((column): [string, Content][] => {
    if (column === 'key') return [];
    const note = Object.keys(notes).includes(column) ? notes[column] : undefined;
    const left = column === 'title' || leftHeads.includes(column);
    const value = column === 'title' ? words.kpi : words[column];
    const look = left ? 'columnHead' : 'columnHeadRight';
    return [[column, { value, style: look, ...(note ? { note } : {}) }]];
  });
  return { ...Object.fromEntries(cells), ...fieldHeads(others, words.language) };
}

function band(words: SheetWords, pixels: number): BlockRow {
  const cells = all.map((column): [string, Content] => [
    column,
    { style: 'band', ...(column === 'title' ? { value: words.tracked } : {}) },
  ]);
  const { key: _, ...shown } = Object.fromEntries(cells);
  return { key: '.band', cells: shown, pixels };
}

function kpiRow(
  measured: MeasuredKpi,
  pixels: number,
  facts: SheetInput,
  words: SheetWords,
): BlockRow {
  const { kpi, kind, planned } = measured;
  const { plan } = facts;
  const key = kpi.name;
  const { currency } = plan.circumstances;
  const format = formatOf(kpi.unit, currency);
  const cell = (at: CellAddresses, column: Column) => at.here('score', key, column);
  const calc = (at: CellAddresses, column: string) => at.lookup('calc', column, 'score', key);
  const judged = (at: CellAddresses): Judged => ({
    baseline: cell(at, 'baseline'),
    target: cell(at, 'target'),
    actual: cell(at, 'actual'),
    expected: cell(at, 'expected'),
  });
  const weekly = measured.period === 'week';
  const none: Content = { value: words.nothingToDo, style: 'faint' };
  const cells: Readonly<
    Record<Exclude<'title' | Column, 'baseline' | 'target' | 'owner'>, Content>
  > = {
    title: {
      text: kpiTitle(kpi, plan.language),
      style: planned.weight === null ? 'tracked' : 'kpi',
      note: kpiNote(measured, facts),
    },
    unit: unitCell(measured, facts, words),
    actual: { formula: (at) => calc(at, 'actual'), format, style: 'strong' },
    attainment: {
      formula: (at) => attainmentOf(kind, kpi.better, judged(at)),
      format: attainmentFormat(kind, kpi.better, words),
      style: 'number',
    },
    expected: {
      formula: (at) => expectedOf(kind, judged(at), calc(at, 'paced')),
      format,
      style: 'number',
    },
    status: { formula: (at) => calc(at, 'words'), style: 'status' },
    week: weekly ? { formula: (at) => calc(at, 'w'), format, style: 'number' } : none,
    lastWeek: weekly ? { formula: (at) => calc(at, 'v'), format, style: 'number' } : none,
    remaining: toGo(measured)
      ? { formula: (at) => remaining(measured, judged(at)), format, style: 'number' }
      : none,
    perWeek:
      toGo(measured) && kind !== 'points' && kind !== 'whole'
        ? {
            formula: (at) => perWeek(cell(at, 'remaining'), cell(at, 'through'), facts),
            format,
            style: 'number',
          }
        : none,
    trend: { formula: (at) => shownOrBlank(calc(at, 'trend')), style: 'trend' },
    through: {
      formula: (at) => calc(at, 'through'),
      format: dayFormat(words.language),
      style: 'faint',
    },
  };
  const days: Content = {
    formula: (at) => provisionalDays(calc(at, 'through'), calc(at, 'to'), facts),
    style: 'unit',
  };
  return {
    key,
    cells: {
      ...kpiFieldCells('score', planned, format, plan.language),
      ...cells,
      ...(flows(facts) ? { [provisional]: days } : {}),
    },
    pixels,
  };
}

const kpiNote = ({ kpi }: MeasuredKpi, { plan }: SheetInput): string =>
  kpiSummary(kpi, plan.language) === kpiTitle(kpi, plan.language)
    ? kpi.name
    : `${kpi.name}: ${kpiSummary(kpi, plan.language)}`;

/** The unit; where the margin decides, what the KPI is reckoned on. */
function unitCell({ kpi, margin }: MeasuredKpi, { plan }: SheetInput, words: SheetWords): Content {
  const unit = unitWords(kpi, plan.circumstances.currency, words);
  if (!margin) return { text: unit, style: 'unit' };
  const on = (what: string) => quoted(`${unit} (${what})`);
  return {
    formula: (at) => when(isNumber(marginCell(at)), on(words.onProfit), on(words.onRevenue)),
    style: 'unit',
  };
}

/** Whether something is still to be reached or spent, rather than to be kept. */
const toGo = ({ kind, kpi }: MeasuredKpi): boolean =>
  kind !== 'unsaid' &&
  kpi.better !== null &&
  kind !== 'ratio' &&
  (moves({ kind }) || kpi.better !== 'lower');

function remaining({ kpi }: MeasuredKpi, { target, actual }: Judged): string {
  if (kpi.better === 'on plan') return known([target, actual], `${target}-${actual}`);
  const left = kpi.better === 'lower' ? `${actual}-${target}` : `${target}-${actual}`;
  return known([target, actual], `MAX(0;${left})`);
}

/** What is needed in each week after the last settled day. */
function perWeek(left: string, through: string, { plan }: SheetInput): string {
  const days = `(${lastDay(plan.quarter)}-${through})`;
  const open = when(`${days}>0`, when(`${left}>0`, `${left}/(${days}/7)`, emptyText), emptyText);
  return when(numbers(left, through), open, emptyText);
}

/** Where the lines about thresholds stand: beside the choice of the chart, if there is one, and below. */
export const thresholdRows = ['.chart', '.thresholds', '.plans'] as const;
export const thresholdColumn = 'unit';

/** Under the scorecard, above the chart: from where on a KPI is judged how, and what the chart shows. */
function chartRow(
  measured: readonly MeasuredKpi[],
  facts: SheetInput,
  words: SheetWords,
): readonly BlockRow[] {
  const { plan } = facts;
  const kept = typedAt(facts, 'score', '.chart', 'week');
  const first = firstCharted(measured);
  if (measured.length === 0) return [];
  const keys = first ? thresholdRows : thresholdRows.slice(1);
  const lines = thresholdLineCount(measured);
  const thresholds = keys.slice(0, lines).map((key, line): BlockRow => {
    const formula = (at: CellAddresses) => thresholdLines(measured, words, at)[line] ?? emptyText;
    return { key, cells: { [thresholdColumn]: { formula, style: 'unit' } } };
  });
  const [beside, ...below] = thresholds;
  if (!first) return thresholds;
  const titles = charted(measured).map(({ kpi }) => kpiTitle(kpi, plan.language));
  return [
    {
      key: thresholdRows[0],
      cells: {
        ...beside?.cells,
        status: rightHead(words.chart),
        week: {
          ...(kept === undefined ? { text: kpiTitle(first.kpi, plan.language) } : carried(kept)),
          style: 'typedLine',
          note: words.chartHelp,
          allows: { is: 'list', items: [...new Set(titles)], strict: false },
        },
      },
    },
    ...below,
  ];
}
