import { inputTitle } from '../../messages/catalogue.ts';
import { hubspotWords } from '../../messages/compiled/sources/hubspot.ts';
import type { Feed } from '../../plan/model/feeds.ts';
import type { Asker, Checking, MappingProblem } from '../define-source.ts';
import { isOfEarlierTime } from '../earlier-time.ts';
import type { Lookup, SourceError } from '../source.ts';
import type { PortalAccount } from './account.ts';
import { type HubObject, scopes } from './api.ts';
import { mayRead, pipelinesLookup, stagesLookup } from './lookup.ts';
import { metricOf, stageOf } from './metrics.ts';
import { needsPipelines, questionsOf, type Report } from './question.ts';
import { inPipelines } from './report-pipelines.ts';

type Says = (gaps: { readonly title: string; readonly field: string }) => string;

/** The first feed that cannot work: what HubSpot has not, what does not add up, what the key may not read. */
export function checkFeeds(of: Checking<PortalAccount>, asker: Asker): MappingProblem | null {
  const { account, feeds, inputs, language } = of;
  const say = hubspotWords(language);
  const wrong = (feed: Feed, says: Says, field = '') => {
    const input = inputs.find(({ key }) => key === feed.input);
    const title = input ? inputTitle(input, language) : feed.input;
    return { input: feed.input, sentence: says({ title, field }) };
  };
  const once = <T>(lookup: Lookup<T>) => {
    let found: { readonly value: T } | { readonly trouble: SourceError } | null = null;
    return () => {
      found ??= asker.attempt(lookup);
      return found;
    };
  };
  const readable = { contacts: once(mayRead('contacts')), deals: once(mayRead('deals')) };
  const stages = once(stagesLookup());
  const pipelines = once(pipelinesLookup());
  for (const feed of feeds) {
    const input = inputs.find(({ key }) => key === feed.input);
    const metric = metricOf(feed.metric);
    if (!metric) return wrong(feed, say.notFound, feed.metric ?? '');
    if (input && isOfEarlierTime(input)) return wrong(feed, say.ofEarlierTime);
    if (input && input.over !== 'sum') return wrong(feed, say.notByDay);
    const { object } = metric;
    if (object === 'contacts' && isTold(feed, 'pipeline')) return wrong(feed, say.noPipeline);
    const may = readable[object]();
    if ('trouble' in may) return lacksScope(may.trouble, object);
    const stage = stageOf(feed.metric ?? '');
    const known = stage === null ? null : stages();
    if (known && 'trouble' in known) return { trouble: known.trouble };
    if (known && !known.value.some(({ id }) => id === stage)) {
      return wrong(feed, say.notFound, stage ?? '');
    }
    const [report] = input ? reportsFor(feed, account) : [];
    if (!report || !needsPipelines(report)) continue;
    const found = pipelines();
    if ('trouble' in found) return lacksScope(found.trouble, object);
    const fits = inPipelines(report, found.value);
    if ('trouble' in fits) return fits;
  }
  return null;
}

const isTold = ({ split, only }: Feed, dimension: string): boolean =>
  split === dimension || only.some((test) => test.dimension === dimension);

/** HubSpot may name several permissions of which one is enough; the one that reads records always is. */
const lacksScope = (trouble: SourceError, object: HubObject): MappingProblem => ({
  trouble: trouble.kind === 'scopeLacks' ? { ...trouble, detail: scopes[object] } : trouble,
});

const reportsFor = (feed: Feed, account: PortalAccount): readonly Report[] =>
  questionsOf({
    account,
    wanted: [{ feed, over: 'sum', unit: 'count', periods: [] }],
    from: 1,
    to: 1,
  }).flatMap(({ ask }) => ('reports' in ask ? ask.reports : []));
