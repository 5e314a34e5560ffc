import { inputTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { sheetFeedsWords } from '../../messages/compiled/sheet-feeds.ts';
import type { BlockRow, Content, DrawnBlock } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import { isAside } from '../layout/cell-addresses.ts';
import { dayFormat } from '../layout/formats.ts';
import { capital } from '../layout/message-formula.ts';
import { carried, type SheetInput, typedAt } from '../layout/sheet-input.ts';
import {
  type ConnectedInput,
  connectedInputs,
  coverageMark,
  foreignCurrencies,
} from './connected-input.ts';
import {
  type CoverageColumn,
  coverageColumns,
  feedColumns,
  rateAt,
  refreshedColumns,
  sealColumn,
  sealOf,
} from './feed-columns.ts';
import { whatCounts, whereFrom } from './feed-words.ts';

/** Beside what was covered, of which feed that was; it is never drawn. */
export const markKey = 'mark';

/**
 * «Data that flows in»: one row per input with its place, what counts of it and how far it came,
 * which every refresh writes; below, the rate of each currency that is not the plan's.
 */
export const feedsBlock: PlanBlock<'feeds'> = {
  name: 'feeds',
  draw,
  brought: 2,
  has: ({ feeds }) => feeds.length > 0,
  lined: true,
  refreshed: { columns: refreshedColumns, isRow: (key) => key !== '' && !isAside(key) },
  inputs: 'rows',
};

function draw(facts: SheetInput): DrawnBlock {
  const { language } = facts.plan;
  const words = sheetFeedsWords(language);
  const heads: Readonly<Record<string, string>> = {
    title: words.feedInput,
    where: words.feedWhere,
    what: words.feedWhat,
    from: words.feedFrom,
    through: words.feedThrough,
    settled: words.feedSettled,
    updated: words.feedUpdated,
    trust: words.feedTrust,
  };
  const notes: Readonly<Record<string, string>> = words.feedNotes;
  const head = Object.entries(heads).map(([column, value]): [string, Content] => [
    column,
    {
      value,
      style: rightHeads.includes(column) ? 'columnHeadRight' : 'columnHead',
      ...(Object.keys(notes).includes(column) ? { note: notes[column] ?? '' } : {}),
    },
  ]);
  return {
    columns: feedColumns,
    rows: [
      {
        key: '.heading',
        cells: {
          title: { value: words.feeds, style: 'heading' },
          where: { value: words.feedsHint, style: 'unit' },
        },
      },
      { key: '', cells: Object.fromEntries(head) },
      ...connectedInputs(facts).map((connected) => feedRow(connected, facts)),
      ...foreignCurrencies(facts).map((currency) => rateRow(currency, facts)),
    ],
    folds: false,
    space: 1,
  };
}

const rightHeads: readonly string[] = ['from', 'through', 'settled', 'updated'];

/** So many letters fit into a line of a column. */
const lineLetters = 21;

/** As high as its longest words need, two lines at least. */
const rowPixels = (...words: readonly string[]): number =>
  12 + 17 * Math.max(2, ...words.map((each) => Math.ceil(each.length / lineLetters)));

/** A number format that shows nothing of what stands in a cell. */
const nothingShown = ';;;';

const momentFormat = (language: Language): string => `${dayFormat(language)} hh:mm`;

function feedRow(connected: ConnectedInput, facts: SheetInput): BlockRow {
  const { input, feed, account } = connected;
  const { sources } = facts;
  const { language } = facts.plan;
  const what = whatCounts(feed, account, language, sources);
  const where = whereFrom(account, language, sources);
  const cells: [string, Content][] = [
    ['title', { text: capital(inputTitle(input, language)), style: 'tracked' }],
    ['where', { text: where, style: 'faintWords' }],
    ['what', { text: what, style: 'faintWords' }],
    ...coverageColumns.map((column): [string, Content] => [
      column,
      coverage(column, connected, facts),
    ]),
    [sealColumn, seal(connected, facts)],
  ];
  return {
    key: input.key,
    cells: Object.fromEntries(cells),
    pixels: rowPixels(where, what),
  };
}

/** Whether what a refresh wrote is of this feed still. */
const isOfThisFeed = (connected: ConnectedInput, facts: SheetInput): boolean =>
  typedAt(facts, 'feeds', connected.input.key, markKey) === coverageMark(connected, facts);

/** What a refresh wrote moves along to a sheet that is built anew, as long as it is of this feed. */
function coverage(column: CoverageColumn, connected: ConnectedInput, facts: SheetInput): Content {
  const { key } = connected.input;
  const same = isOfThisFeed(connected, facts);
  const before = same ? carried(typedAt(facts, 'feeds', key, column)) : {};
  if (column === 'trust') return { ...before, style: 'unit' };
  const format = (column === 'updated' ? momentFormat : dayFormat)(facts.plan.language);
  return { ...before, format, style: 'faint' };
}

/** The seal moves along as well; sheets of older layouts have none, and their days are taken as they are. */
function seal(connected: ConnectedInput, facts: SheetInput): Content {
  const { key } = connected.input;
  const look = { format: nothingShown, style: 'hidden' } as const;
  if (!isOfThisFeed(connected, facts)) return look;
  const before = carried(typedAt(facts, 'feeds', key, sealColumn));
  if (before.value !== undefined) return { ...before, ...look };
  const day = (column: CoverageColumn) => {
    const value = typedAt(facts, 'feeds', key, column);
    return typeof value === 'number' ? value : null;
  };
  const value = sealOf({ from: day('from'), through: day('through'), settled: day('settled') });
  return { ...(value === null ? {} : { value }), ...look };
}

function rateRow(currency: string, facts: SheetInput): BlockRow {
  const words = sheetFeedsWords(facts.plan.language);
  const { row, column } = rateAt(currency);
  const said = { from: currency, to: facts.plan.circumstances.currency };
  return {
    key: row,
    cells: {
      title: { text: words.rate(said), style: 'plain' },
      [column]: {
        ...carried(typedAt(facts, 'feeds', row, column)),
        format: '#,##0.00####',
        style: 'typedNumber',
        note: words.rateNote(said),
        allows: { is: 'number', min: 0, help: words.rateHelp },
      },
      through: { text: words.rateNote(said), style: 'unit' },
    },
  };
}
