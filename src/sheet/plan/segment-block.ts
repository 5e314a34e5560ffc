import { sheetFeedsWords } from '../../messages/sheet-feeds.ts';
import { computed, type Measured } from '../calc/kpi-inputs.ts';
import type { Fed } from '../data/connected-input.ts';
import { inputRowKey } from '../data/connected-input-formulas.ts';
import { segmentKeys } from '../data/feed-columns.ts';
import type { Block, BlockRow, Content, Places } from '../layout/block.ts';
import { capital, filled } from '../layout/fill-message.ts';
import { dayFormat, formatOf } from '../layout/formats.ts';
import { blank, when } from '../layout/formula-text.ts';
import { carried, type SheetFacts, typedAt } from '../layout/sheet-input.ts';
import { marginCell } from './input-block.ts';
import {
  restKey,
  splitColumn,
  splitInputs,
  splitKpis,
  splitRowKey,
  splitTotal,
  totalKey,
} from './segment-formulas.ts';

/** A column: an input's totals or a KPI of totals, by row. */
interface Column {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly format: string;
  readonly through: (at: Places) => string;
  readonly value: (row: string, at: Places) => string;
}

/** The same name may be one system's dimension and another's column: who has words of its own for it names it. */
function titleOf(name: string, split: readonly Fed[], { plan, sources }: SheetFacts): string {
  const titles = split.map(({ account }) =>
    sources.of(account).words(plan.language).dimension(name),
  );
  return titles.find((title) => title !== name) ?? name;
}

/**
 * «By channel group»: the largest segments, whose names each refresh writes, everything else, and
 * the total, which is the scorecard's. Always native: its rows may be sorted.
 */
export function splitBlock(facts: SheetFacts): Block {
  const { language } = facts.plan;
  const words = sheetFeedsWords(language);
  const columns = columnsOf(facts);
  const split = splitInputs(facts);
  const by = new Set(split.map(({ feed }) => feed.split ?? ''));
  const [what = ''] = by;
  const title =
    by.size === 1
      ? filled(words.split, { what: titleOf(what, split, facts) })
      : words.splitBySegment;
  const head = columns.map(({ key, title: text, note }): [string, Content] => [
    key,
    { text: capital(text), look: 'columnHeadRight', note },
  ]);
  const days = columns.map(({ key, format: _, through }): [string, Content] => [
    key,
    { formula: through, format: dayFormat, look: 'faint' },
  ]);
  const row = (key: string, shown: Content, kept: BlockRow['kept'] = []): BlockRow => ({
    key,
    cells: {
      title: shown,
      ...Object.fromEntries(
        columns.map(({ key: column, format, value }): [string, Content] => [
          column,
          {
            formula: (at) => shownOrBlank(value(key, at)),
            format,
            look: key === totalKey ? 'strong' : 'number',
          },
        ]),
      ),
    },
    kept,
  });
  return {
    name: 'split',
    columns: ['title', 'key', ...columns.map(({ key }) => key)],
    rows: [
      { key: '.heading', cells: { title: { text: title, look: 'heading' } } },
      { key: '.hint', cells: { title: { value: words.splitHint, look: 'unit' } }, unkeyed: true },
      {
        key: '.head',
        cells: {
          title: { value: words.splitHead, look: 'columnHead' },
          ...Object.fromEntries(head),
        },
        pixels: 54,
      },
      {
        key: '.through',
        cells: {
          title: { value: words.splitThrough, look: 'unit' },
          ...Object.fromEntries(days),
        },
      },
      ...segmentKeys.map((key) => {
        const before = carried(typedAt(facts, 'split', key, 'title'));
        const { value, ...text } = before;
        const name = value === undefined ? text : { text: String(value) };
        return row(key, { ...name, look: 'plain' }, ['title']);
      }),
      row(restKey, { value: words.splitRest, look: 'unit' }),
      row(totalKey, { value: words.splitTotal, look: 'kpi' }),
    ],
    folds: false,
    space: 1,
  };
}

const shownOrBlank = (cell: string): string =>
  /^\$[A-Z]+\$\d+$/.test(cell) ? when(`LEN(${cell})=0`, blank, cell) : cell;

function columnsOf(facts: SheetFacts): readonly Column[] {
  const { language, circumstances } = facts.plan;
  const totals = splitInputs(facts).map((fed): Column => {
    const { key, title, unit } = fed.input;
    return {
      key: splitColumn(fed),
      title: title[language],
      note: key,
      format: formatOf(unit, circumstances.currency),
      through: (at) => shownOrBlank(at.cell('calc', inputRowKey(key), 'through')),
      value: (row, at) => at.cell('calc', splitRowKey(row), splitColumn(fed)),
    };
  });
  const kpis = splitKpis(facts).map((measured): Column => {
    const { kpi } = measured;
    return {
      key: kpi.name,
      title: kpi.title[language],
      note: kpi.name,
      format: formatOf(kpi.unit, circumstances.currency),
      through: (at) => shownOrBlank(at.cell('calc', kpi.name, 'through')),
      value: (row, at) =>
        row === totalKey ? at.cell('calc', kpi.name, 'actual') : ofTotals(measured, row, facts, at),
    };
  });
  return [...totals, ...kpis];
}

const ofTotals = (measured: Measured, row: string, facts: SheetFacts, at: Places): string =>
  computed(
    measured,
    (input) => splitTotal(measured, input, row, at),
    () => marginCell(at),
    { ...facts, portable: true },
  );
