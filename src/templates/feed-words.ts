import type { Language } from '../kpi/define.ts';
import type { Account, Feed, FeedTest } from '../quarter/feeds.ts';
import { type SheetFeedsWords, sheetFeedsWords } from '../words/sheet-feeds.ts';
import { filled } from './said.ts';

/** «Google Analytics · Shop VN», «Tab “Facebook ads”». */
export function whereFrom({ source, name }: Pick<Account, 'source' | 'name'>, language: Language) {
  const words = sheetFeedsWords(language);
  return filled(source === 'ga4' ? words.property : words.table, { name });
}

/** «keyEvents, only eventName = generate_lead», «column “Cost”, told apart by Campaign». */
export function whatCounts(
  { metric, only, split }: Pick<Feed, 'metric' | 'only' | 'split'>,
  { source }: Pick<Account, 'source'>,
  language: Language,
): string {
  const words = sheetFeedsWords(language);
  const counted = metric === null ? words.countRows : filled(words.column, { name: metric });
  const named = (name: string) => (source === 'ga4' ? dimensionSaid(name, language) : name);
  const tests = only.map((test) => testSaid(test, named(test.dimension), words)).join(words.and);
  return [
    source === 'ga4' && metric !== null ? metric : counted,
    ...(tests ? [filled(words.only, { tests })] : []),
    ...(split === null ? [] : [filled(words.splitBy, { dimension: named(split) })]),
  ].join(', ');
}

function testSaid(test: FeedTest, dimension: string, words: SheetFeedsWords): string {
  const begins = 'startsWith' in test;
  const values = (begins ? test.startsWith : test.is).join(words.or);
  return filled(begins ? words.startsWith : words.is, { dimension, values });
}

/** What people call a dimension of Google Analytics; a column of a table is called by its header. */
export function dimensionSaid(name: string, language: Language): string {
  const known: Readonly<Record<string, string>> = sheetFeedsWords(language).dimensions;
  return Object.keys(known).includes(name) ? (known[name] ?? name) : name;
}
