import type { Language } from '../../kpi/define.ts';
import { type SheetFeedsWords, sheetFeedsWords } from '../../messages/sheet-feeds.ts';
import type { Account, Feed, FeedTest } from '../../plan/model/feeds.ts';
import { filled } from '../layout/fill-message.ts';

/** So many values of a test are named; more would hide the rest. */
const mostNamed = 4;

/** «Google Analytics · Shop VN», «Tab “Facebook ads”». */
export function whereFrom({ source, name }: Pick<Account, 'source' | 'name'>, language: Language) {
  const words = sheetFeedsWords(language);
  return filled(source === 'ga4' ? words.property : words.table, { name });
}

/** «key events, only event = generate_lead», «column “Cost”, told apart by “Campaign”». */
export function whatCounts(
  { metric, only, split }: Pick<Feed, 'metric' | 'only' | 'split'>,
  { source }: Pick<Account, 'source'>,
  language: Language,
): string {
  const words = sheetFeedsWords(language);
  const counted = metric === null ? words.countRows : filled(words.column, { name: metric });
  const named = (name: string) => (source === 'ga4' ? dimensionSaid(name, language) : `“${name}”`);
  const tests = only.map((test) => testSaid(test, named(test.dimension), words)).join(words.and);
  return [
    source === 'ga4' && metric !== null ? metricSaid(metric, language) : counted,
    ...(tests ? [filled(words.only, { tests })] : []),
    ...(split === null ? [] : [filled(words.splitBy, { dimension: named(split) })]),
  ].join(', ');
}

function testSaid(test: FeedTest, dimension: string, words: SheetFeedsWords): string {
  const begins = 'startsWith' in test;
  const values = begins ? test.startsWith : test.is;
  const rest = values.length > mostNamed ? [`+${values.length - mostNamed}`] : [];
  const named = [...values.slice(0, mostNamed), ...rest].join(words.or);
  return filled(begins ? words.startsWith : words.is, { dimension, values: named });
}

/** What people call a metric of Google Analytics. */
export const metricSaid = (name: string, language: Language): string =>
  said(name, sheetFeedsWords(language).metrics);

/** What people call a dimension of Google Analytics; a column of a table is called by its header. */
export const dimensionSaid = (name: string, language: Language): string =>
  said(name, sheetFeedsWords(language).dimensions);

const said = (name: string, known: Readonly<Record<string, string>>): string =>
  Object.keys(known).includes(name) ? (known[name] ?? name) : name;
