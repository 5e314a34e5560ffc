import { inputTitle } from '../../messages/catalogue.ts';
import { googleAnalyticsWords } from '../../messages/compiled/sources/google-analytics.ts';
import type { Feed } from '../../plan/model/feeds.ts';
import type { Asker, Checking, MappingProblem } from '../define-source.ts';
import { isOfEarlierTime } from '../earlier-time.ts';
import type { PropertyAccount } from './account.ts';
import { fieldsOf, fitOf, missingField } from './metadata.ts';

/** The first feed that cannot work: of an earlier time, a field that is not there, fields that do not fit. */
export function checkFeeds(of: Checking<PropertyAccount>, asker: Asker): MappingProblem | null {
  const { account, feeds, inputs, language } = of;
  const say = googleAnalyticsWords(language);
  const fields = asker.ask(fieldsOf(account.id));
  const wrong = (
    feed: Feed,
    sentence: (gaps: { title: string; field: string }) => string,
    field: string,
  ) => {
    const input = inputs.find(({ key }) => key === feed.input);
    const title = input && inputTitle(input, language);
    return { input: feed.input, sentence: sentence({ title: title ?? feed.input, field }) };
  };
  for (const feed of feeds) {
    const input = inputs.find(({ key }) => key === feed.input);
    if (input && isOfEarlierTime(input)) return wrong(feed, say.ofEarlierTime, '');
    const missing = missingField(feed, fields);
    if (missing !== null) return wrong(feed, say.notFound, missing);
    const metric = fields.metrics.find(({ name }) => name === feed.metric);
    if (metric && metric.blocked.length > 0) return wrong(feed, say.mayNotSee, metric.name);
  }
  for (const feed of unlike(feeds)) {
    const found = asker.attempt(fitOf(feed));
    if ('value' in found) {
      const [field] = found.value;
      if (field !== undefined) return wrong(feed, say.notTogether, field);
      continue;
    }
    const { trouble } = found;
    const about = trouble.detail || (feed.metric ?? '');
    if (trouble.kind === 'badField') return wrong(feed, say.notFound, about);
    if (trouble.kind === 'mixedFields') return wrong(feed, say.notTogether, about);
    return { trouble };
  }
  return null;
}

/** Feeds that ask for the same fields need one look. */
function unlike(feeds: readonly Feed[]): Feed[] {
  const fields = ({ metric, only, split }: Feed) =>
    JSON.stringify([metric, only.map(({ dimension }) => dimension), split]);
  return [...new Map(feeds.map((feed) => [fields(feed), feed])).values()];
}
