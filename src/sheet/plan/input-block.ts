import { isCalculated } from '../../kpi/catalogue.ts';
import { inputTitle, kpiTitle } from '../../messages/catalogue.ts';
import { type SheetWords, sheetWords } from '../../messages/sheet.ts';
import type { WeekPart } from '../../plan/calendar/calendar.ts';
import { isOpen, type PlanInput } from '../../plan/model/inputs.ts';
import {
  computed,
  type MeasuredKpi,
  measuredKpis,
  sharesRows,
  spills,
} from '../calc/kpi-inputs.ts';
import { connectedInput } from '../data/connected-input.ts';
import { connectedCell, connectedMark, connectedNote } from '../data/connected-input-formulas.ts';
import type { BlockRow, CellAddresses, Content, DrawnBlock } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import { partTitle } from '../layout/day-words.ts';
import { dayFormat, formatOf, shareFormat } from '../layout/formats.ts';
import { leftHead, rightHead } from '../layout/looks.ts';
import { capital } from '../layout/message-formula.ts';
import { carried, type SheetInput, type TypedValue, typedAt } from '../layout/sheet-input.ts';
import { besideRows, fieldAt } from './cell-fields.ts';
import { inputWarning, weightWarning } from './input-warnings.ts';
import { cumulated, weightCell } from './week-weights.ts';

/** The cell with the gross margin, for KPIs that reckon with it. */
export const marginAt = fieldAt('input', 'margin');

export const marginCell = (at: CellAddresses): string =>
  at.cell('input', marginAt.row, marginAt.column);

/** The key of a week part's row. */
export const partKey = ({ from }: WeekPart): string => String(from);

/**
 * «Nhập liệu»: one row per week part, one column per input, typed where it is open and closed where
 * its cadence leaves it out; then one column per KPI that each row can compute by itself.
 */
export const inputBlock: PlanBlock<'input'> = {
  name: 'input',
  draw,
  lined: true,
  warned: [{ row: '.warnings', column: 'weight', onwards: true }],
  fills: '.marks',
  days: ['from', 'to'],
  inputs: 'columns',
};

function draw(facts: SheetInput): DrawnBlock {
  const { plan, inputs, parts } = facts;
  const words = sheetWords(plan.language);
  const measured = measuredKpis(facts);
  const shown = measured.filter((each) => isCalculated(each.kpi) && sharesRows(each, facts));
  return {
    columns: [
      'title',
      'key',
      'from',
      'to',
      'weight',
      'cumulated',
      ...inputs.map(({ key }) => key),
      ...shown.map(({ kpi }) => kpi.name),
    ],
    rows: [
      { key: '.heading', cells: headingCells(words) },
      ...besideRows(facts).flatMap((row) => {
        if (row.key !== marginAt.row) return [row];
        return measured.some(({ margin }) => margin) ? [marginRow(row, words)] : [];
      }),
      { key: '.warnings', cells: warnings(inputs, facts, words), pixels: warningPixels },
      { key: '.head', cells: head(inputs, shown, facts, words), pixels: headPixels },
      { key: '.marks', cells: marks(inputs, shown, facts, words), ...marksHeight(inputs, facts) },
      ...parts.map((part) => partRow(part, inputs, shown, facts, words)),
    ],
    space: 1,
  };
}

/** Two lines of what is wrong below. */
const warningPixels = 34;
/** Three lines of a column's head. */
const headPixels = 48;

/** Where numbers come from takes more than the one line of what is typed. */
function marksHeight(inputs: readonly PlanInput[], facts: SheetInput): { pixels?: number } {
  const marked = inputs.flatMap((input) => connectedInput(input, facts) ?? []);
  if (marked.length === 0) return {};
  const longest = Math.max(...marked.map((connected) => connectedMark(connected, facts).length));
  return { pixels: longest > twoLines ? headPixels : 34 };
}

/** So many letters fit into two lines of a column's head. */
const twoLines = 36;

const headingCells = (words: SheetWords): BlockRow['cells'] => ({
  title: { value: words.input, style: 'heading' },
  from: { value: words.inputHint, style: 'unit' },
});

function marginRow({ key, cells }: BlockRow, words: SheetWords): BlockRow {
  return {
    key,
    cells: {
      title: { value: words.margin, style: 'plain' },
      [marginAt.column]: {
        style: 'typedNumber',
        ...cells[marginAt.column],
        format: shareFormat,
        note: words.marginNote,
      },
      cumulated: { value: words.marginNote, style: 'unit' },
    },
  };
}

/** Above each input, what is wrong with what was typed below it. */
function warnings(
  inputs: readonly PlanInput[],
  facts: SheetInput,
  words: SheetWords,
): BlockRow['cells'] {
  const cells = inputs.map((input): [string, Content] => [
    input.key,
    { formula: (at) => inputWarning(input, facts, at, words), style: 'faintWords' },
  ]);
  const weights: Content = { formula: (at) => weightWarning(at, words), style: 'unit' };
  return { weight: weights, ...Object.fromEntries(cells) };
}

function head(
  inputs: readonly PlanInput[],
  shown: readonly MeasuredKpi[],
  facts: SheetInput,
  words: SheetWords,
): BlockRow['cells'] {
  const { plan } = facts;
  const right = (value: string, note?: string): Content => ({
    value,
    style: 'columnHeadRight',
    ...(note ? { note } : {}),
  });
  const cells: [string, Content][] = [
    ['title', leftHead(words.weekColumn)],
    ['from', right(words.from)],
    ['to', right(words.to)],
    ['weight', right(words.weight, words.weightNote)],
    ['cumulated', right(words.cumulated)],
    ...inputs.map((input): [string, Content] => [
      input.key,
      {
        text: capital(inputTitle(input, plan.language)),
        style: 'columnHeadRight',
        note: inputNote(input, facts, words),
      },
    ]),
    ...shown.map(({ kpi }): [string, Content] => [
      kpi.name,
      {
        text: words.computed({
          kpi: ownName(kpi.name) ? kpiTitle(kpi, plan.language) : kpi.name,
        }),
        style: 'columnHeadRight',
        note: kpiTitle(kpi, plan.language),
      },
    ]),
  ];
  return Object.fromEntries(cells);
}

/** Nobody has said yet how the weeks of this KPI add up. */
const isUnsaid = (kpi: string, { own }: SheetInput['plan']): boolean =>
  own.some(({ name, unsaid }) => name === kpi && unsaid.includes('totalling'));

const ownName = (name: string): boolean => name.includes('_');

function inputNote(input: PlanInput, facts: SheetInput, words: SheetWords): string {
  const connected = connectedInput(input, facts);
  const unsaid = input.usedBy.some(({ kpi }) => isUnsaid(kpi, facts.plan));
  return [
    words.over[unsaid ? 'unsaid' : input.over],
    words.usedBy({
      kpis: [...new Set(input.usedBy.map(({ kpi }) => kpi))].join(', '),
    }),
    ...(connected ? [connectedNote(connected, facts)] : []),
  ].join(' ');
}

/** How each column is filled; the functions take this row for their header and spill from it. */
function marks(
  inputs: readonly PlanInput[],
  shown: readonly MeasuredKpi[],
  facts: SheetInput,
  words: SheetWords,
): BlockRow['cells'] {
  const filledHow = inputs.map((input): [string, Content] => {
    const { key, cadence } = input;
    const connected = connectedInput(input, facts);
    if (connected)
      return [key, { text: connectedMark(connected, facts), style: 'columnHeadRight' }];
    const byHand =
      cadence === 'week' ? words.byHand : `${words.byHand} · ${words.perPeriod[cadence]}`;
    return [key, rightHead(byHand)];
  });
  const spilled = shown
    .filter((each) => spills(each, facts))
    .map((each): [string, Content] => [
      each.kpi.name,
      {
        formula: (at) =>
          computed(
            each,
            (input) => withMark(input, at),
            () => marginCell(at),
            facts,
          ),
        style: 'number',
      },
    ]);
  return Object.fromEntries([...filledHow, ...spilled]);
}

/** A column from its mark down, also where somebody has inserted a row in between. */
const withMark = (input: string, at: CellAddresses): string =>
  at.downFrom('input', '.marks', input);

function partRow(
  part: WeekPart,
  inputs: readonly PlanInput[],
  shown: readonly MeasuredKpi[],
  facts: SheetInput,
  words: SheetWords,
): BlockRow {
  const key = partKey(part);
  const { currency } = facts.plan.circumstances;
  const cells: [string, Content][] = [
    ['title', { value: partTitle(part, words), style: part.tet ? 'warning' : 'plain' }],
    ['from', { value: part.from, format: dayFormat(facts.plan.language), style: 'faint' }],
    ['to', { value: part.to, format: dayFormat(facts.plan.language), style: 'faint' }],
    ['weight', weightCell(part, facts, words)],
    ['cumulated', { formula: (at) => cumulated(at, key), format: shareFormat, style: 'faint' }],
    ...inputs.map((input): [string, Content] => [input.key, valueCell(input, part, facts, words)]),
    ...shown.map((each): [string, Content] => [
      each.kpi.name,
      {
        style: 'number',
        format: formatOf(each.kpi.unit, currency),
        ...(spills(each, facts)
          ? {}
          : {
              formula: (at: CellAddresses) =>
                computed(
                  each,
                  (input) => at.here('input', key, input),
                  () => marginCell(at),
                  facts,
                ),
            }),
      },
    ]),
  ];
  return { key, cells: Object.fromEntries(cells) };
}

/** A number flows in, is typed, or has no place in this row. */
function valueCell(
  input: PlanInput,
  part: WeekPart,
  facts: SheetInput,
  words: SheetWords,
): Content {
  const key = partKey(part);
  const connected = connectedInput(input, facts);
  if (connected)
    return isOpen(input, part) ? connectedCell(connected, part, key, facts) : { style: 'faint' };
  const before = typedAt(facts, 'input', key, input.key);
  return isOpen(input, part)
    ? inputCell(input, before, facts.plan.circumstances.currency, words)
    : { style: 'closed', ...carried(before) };
}

function inputCell(
  input: PlanInput,
  before: TypedValue | undefined,
  currency: string,
  words: SheetWords,
): Content {
  const { min, max } = input;
  return {
    ...carried(before),
    format: formatOf(input.unit, currency),
    style: 'typedNumber',
    allows: {
      is: 'number',
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      help: words.numberHelp,
    },
  };
}
