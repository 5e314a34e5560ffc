import { inputTitle, kpiTitle } from '../../messages/catalogue.ts';
import { sheetFeedsWords } from '../../messages/compiled/sheet-feeds.ts';
import { computed, type MeasuredKpi } from '../calc/kpi-inputs.ts';
import type { BlockRow, CellAddresses, Content, DrawnBlock } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import { dayFormat, formatOf } from '../layout/formats.ts';
import { shownOrBlank } from '../layout/formula-text.ts';
import { leftHead } from '../layout/looks.ts';
import { capital } from '../layout/message-formula.ts';
import { carried, type SheetInput, typedAt } from '../layout/sheet-input.ts';
import { marginCell } from '../plan/input-block.ts';
import type { ConnectedInput } from './connected-input.ts';
import { inputRowKey } from './day-formulas.ts';
import { segmentKeys } from './feed-columns.ts';
import {
  restKey,
  segmentColumn,
  segmentedInputs,
  segmentedKpis,
  segmentRowKey,
  segmentTotal,
  totalKey,
} from './segment-formulas.ts';

/** A column: an input's totals or a KPI of totals, by row. */
interface Column {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly format: string;
  readonly through: (at: CellAddresses) => string;
  readonly value: (row: string, at: CellAddresses) => string;
}

/** The same name may be one system's dimension and another's column: who has words of its own for it names it. */
function titleOf(
  name: string,
  split: readonly ConnectedInput[],
  { plan, sources }: SheetInput,
): string {
  const titles = split.map(({ account }) =>
    sources.of(account).words(plan.language).dimension(name),
  );
  return titles.find((title) => title !== name) ?? name;
}

/**
 * «By channel group»: the largest segments, whose names each refresh writes, everything else, and
 * the total, which is the scorecard's. Always native: its rows may be sorted.
 */
export const segmentBlock: PlanBlock<'split'> = {
  name: 'split',
  draw,
  brought: 2,
  has: ({ feeds }) => feeds.some(({ split }) => split !== null),
  lined: true,
  refreshed: { columns: ['title'], isRow: (key) => segmentKeys.includes(key) },
};

function draw(facts: SheetInput): DrawnBlock {
  const { language } = facts.plan;
  const words = sheetFeedsWords(language);
  const columns = columnsOf(facts);
  const split = segmentedInputs(facts);
  const by = new Set(split.map(({ feed }) => feed.split ?? ''));
  const [what = ''] = by;
  const title =
    by.size === 1 ? words.split({ what: titleOf(what, split, facts) }) : words.splitBySegment;
  const head = columns.map(({ key, title: text, note }): [string, Content] => [
    key,
    { text: capital(text), style: 'columnHeadRight', note },
  ]);
  const days = columns.map(({ key, format: _, through }): [string, Content] => [
    key,
    { formula: through, format: dayFormat(facts.plan.language), style: 'faint' },
  ]);
  const row = (key: string, shown: Content): BlockRow => ({
    key,
    cells: {
      title: shown,
      ...Object.fromEntries(
        columns.map(({ key: column, format, value }): [string, Content] => [
          column,
          {
            formula: (at) => cellShown(value(key, at)),
            format,
            style: key === totalKey ? 'strong' : 'number',
          },
        ]),
      ),
    },
  });
  return {
    columns: ['title', 'key', ...columns.map(({ key }) => key)],
    rows: [
      { key: '.heading', cells: { title: { text: title, style: 'heading' } } },
      { key: '.hint', cells: { title: { value: words.splitHint, style: 'unit' } }, unkeyed: true },
      {
        key: '.head',
        cells: {
          title: leftHead(words.splitHead),
          ...Object.fromEntries(head),
        },
        pixels: 54,
      },
      {
        key: '.through',
        cells: {
          title: { value: words.splitThrough, style: 'unit' },
          ...Object.fromEntries(days),
        },
      },
      ...segmentKeys.map((key) => {
        const before = carried(typedAt(facts, 'split', key, 'title'));
        const { value, ...text } = before;
        const name = value === undefined ? text : { text: String(value) };
        return row(key, { ...name, style: 'plain' });
      }),
      row(restKey, { value: words.splitRest, style: 'unit' }),
      row(totalKey, { value: words.splitTotal, style: 'kpi' }),
    ],
    folds: false,
    space: 1,
  };
}

/** A formula of its own is never blank. */
const cellShown = (cell: string): string =>
  /^\$[A-Z]+\$\d+$/.test(cell) ? shownOrBlank(cell) : cell;

function columnsOf(facts: SheetInput): readonly Column[] {
  const { language, circumstances } = facts.plan;
  const totals = segmentedInputs(facts).map((connected): Column => {
    const { key, unit } = connected.input;
    return {
      key: segmentColumn(connected),
      title: inputTitle(connected.input, language),
      note: key,
      format: formatOf(unit, circumstances.currency),
      through: (at) => shownOrBlank(at.cell('calc', inputRowKey(key), 'through')),
      value: (row, at) => at.cell('calc', segmentRowKey(row), segmentColumn(connected)),
    };
  });
  const kpis = segmentedKpis(facts).map((measured): Column => {
    const { kpi } = measured;
    return {
      key: kpi.name,
      title: kpiTitle(kpi, language),
      note: kpi.name,
      format: formatOf(kpi.unit, circumstances.currency),
      through: (at) => shownOrBlank(at.cell('calc', kpi.name, 'through')),
      value: (row, at) =>
        row === totalKey ? at.cell('calc', kpi.name, 'actual') : ofTotals(measured, row, facts, at),
    };
  });
  return [...totals, ...kpis];
}

const ofTotals = (
  measured: MeasuredKpi,
  row: string,
  facts: SheetInput,
  at: CellAddresses,
): string =>
  computed(
    measured,
    (input) => segmentTotal(measured, input, row, at),
    () => marginCell(at),
    { ...facts, portable: true },
  );
