import type { Language } from '../../messages/compiled/languages.ts';
import { type SheetFeedsWords, sheetFeedsWords } from '../../messages/compiled/sheet-feeds.ts';
import type { Account, Feed, FeedTest } from '../../plan/model/feeds.ts';
import type { Sources } from '../../sources/registry.ts';

/** So many values of a test are named; more would hide the rest. */
const mostNamed = 4;

/** «Google Analytics · Shop VN», «Tab “Facebook ads”». */
export const whereFrom = (
  account: Pick<Account, 'source' | 'name'>,
  language: Language,
  sources: Sources,
): string => sources.of(account).words(language).where(account.name);

/** «key events, only event = generate_lead», «column “Cost”, told apart by “Campaign”». */
export function whatCounts(
  { metric, only, split }: Pick<Feed, 'metric' | 'only' | 'split'>,
  account: Pick<Account, 'source'>,
  language: Language,
  sources: Sources,
): string {
  const words = sheetFeedsWords(language);
  const say = sources.of(account).words(language);
  const tests = only
    .map((test) => testSaid(test, say.named(test.dimension), words))
    .join(words.and);
  return [
    say.metric(metric),
    ...(tests ? [words.only({ tests })] : []),
    ...(split === null ? [] : [words.splitBy({ dimension: say.named(split) })]),
  ].join(', ');
}

function testSaid(test: FeedTest, dimension: string, words: SheetFeedsWords): string {
  const begins = 'startsWith' in test;
  const values = begins ? test.startsWith : test.is;
  const rest = values.length > mostNamed ? [`+${values.length - mostNamed}`] : [];
  const named = [...values.slice(0, mostNamed), ...rest].join(words.or);
  return (begins ? words.startsWith : words.is)({ dimension, values: named });
}
