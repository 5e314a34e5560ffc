import { sheetFeedsWords } from '../../messages/sheet-feeds.ts';
import type { Block, BlockRow, Content } from '../layout/block.ts';
import { capital, filled } from '../layout/fill-message.ts';
import { dayFormat } from '../layout/formats.ts';
import { carried, type SheetFacts, typedAt } from '../layout/sheet-input.ts';
import { coverageMark, type Fed, fedInputs, foreignCurrencies } from './connected-input.ts';
import { type CoverageColumn, coverageColumns, feedColumns, rateAt } from './feed-columns.ts';
import { whatCounts, whereFrom } from './feed-words.ts';

/** Beside what was covered, of which feed that was; it is never drawn. */
export const markKey = 'mark';

/**
 * «Data that flows in»: one row per input with its place, what counts of it and how far it came,
 * which every refresh writes; below, the rate of each currency that is not the plan's.
 */
export function feedsBlock(facts: SheetFacts): Block {
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
      look: rightHeads.includes(column) ? 'columnHeadRight' : 'columnHead',
      ...(Object.keys(notes).includes(column) ? { note: notes[column] ?? '' } : {}),
    },
  ]);
  return {
    name: 'feeds',
    columns: feedColumns,
    rows: [
      {
        key: '.heading',
        cells: {
          title: { value: words.feeds, look: 'heading' },
          where: { value: words.feedsHint, look: 'unit' },
        },
      },
      { key: '', cells: Object.fromEntries(head) },
      ...fedInputs(facts).map((fed) => feedRow(fed, facts)),
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

const momentFormat = 'dd/mm/yyyy hh:mm';

function feedRow(fed: Fed, facts: SheetFacts): BlockRow {
  const { input, feed, account } = fed;
  const { sources } = facts;
  const { language } = facts.plan;
  const what = whatCounts(feed, account, language, sources);
  const where = whereFrom(account, language, sources);
  const cells: [string, Content][] = [
    ['title', { text: capital(input.title[language]), look: 'tracked' }],
    ['where', { text: where, look: 'faintWords' }],
    ['what', { text: what, look: 'faintWords' }],
    ...coverageColumns.map((column): [string, Content] => [column, coverage(column, fed, facts)]),
  ];
  return {
    key: input.key,
    cells: Object.fromEntries(cells),
    pixels: rowPixels(where, what),
    kept: coverageColumns,
  };
}

/** What a refresh wrote moves along to a sheet that is built anew, as long as it is of this feed. */
function coverage(column: CoverageColumn, fed: Fed, facts: SheetFacts): Content {
  const { key } = fed.input;
  const same = typedAt(facts, 'feeds', key, markKey) === coverageMark(fed, facts);
  const before = same ? carried(typedAt(facts, 'feeds', key, column)) : {};
  if (column === 'trust') return { ...before, look: 'unit' };
  return { ...before, format: column === 'updated' ? momentFormat : dayFormat, look: 'faint' };
}

function rateRow(currency: string, facts: SheetFacts): BlockRow {
  const words = sheetFeedsWords(facts.plan.language);
  const { row, column } = rateAt(currency);
  const said = { from: currency, to: facts.plan.circumstances.currency };
  return {
    key: row,
    cells: {
      title: { text: filled(words.rate, said), look: 'plain' },
      [column]: {
        ...carried(typedAt(facts, 'feeds', row, column)),
        format: '#,##0.00####',
        look: 'typedNumber',
        note: filled(words.rateNote, said),
        allows: { is: 'number', min: 0, help: words.rateHelp },
      },
      through: { text: filled(words.rateNote, said), look: 'unit' },
    },
  };
}
