import { inputTitle } from '../../messages/catalogue.ts';
import { zohoWords } from '../../messages/compiled/sources/zoho.ts';
import type { Feed } from '../../plan/model/feeds.ts';
import type { Asker, Checking, MappingProblem } from '../define-source.ts';
import { isOfEarlierTime } from '../earlier-time.ts';
import type { ZohoAccount } from './account.ts';
import {
  fieldsLookup,
  hasCurrencies,
  saysHowStagesEnd,
  unknownIn,
  type ZohoField,
} from './fields.ts';
import { currencyField, type MetricName, type Module, metricNamed, moduleOf } from './metrics.ts';
import { takesStageKinds } from './question.ts';

type Words = ReturnType<typeof zohoWords>;

/** The first feed that cannot work: of an earlier time, a reading, a field or a value that is not there. */
export function checkFeeds(of: Checking<ZohoAccount>, asker: Asker): MappingProblem | null {
  const { account, feeds, inputs, language } = of;
  const say = zohoWords(language);
  const known = new Map<Module, readonly ZohoField[]>();
  for (const feed of feeds) {
    const input = inputs.find(({ key }) => key === feed.input);
    const title = (input && inputTitle(input, language)) ?? feed.input;
    const wrong = (sentence: string) => ({ input: feed.input, sentence });
    const metric = metricNamed(feed.metric);
    if (!metric) return wrong(say.notFound({ title, field: feed.metric ?? '' }));
    if (input && isOfEarlierTime(input)) return wrong(say.ofEarlierTime({ title }));
    if (input && input.over !== 'sum') return wrong(say.notSummed({ title }));
    const module = moduleOf(metric);
    let fields = known.get(module);
    if (!fields) {
      const found = asker.attempt(fieldsLookup(account.dc, module));
      if ('trouble' in found) return { trouble: found.trouble };
      fields = found.value;
      known.set(module, fields);
    }
    const sentence = wrongWith(feed, fields, title, say);
    if (sentence !== null) return wrong(sentence);
  }
  return null;
}

function wrongWith(
  feed: Feed,
  fields: readonly ZohoField[],
  title: string,
  say: Words,
): string | null {
  const metric = metricNamed(feed.metric);
  const unknown = unknownIn(feed, fields);
  if (unknown?.value === null) return say.notFound({ title, field: unknown.field });
  if (unknown) return say.valueGone({ title, ...unknown, value: unknown.value });
  const kinds =
    metric?.stage != null &&
    takesStageKinds({ metric: feed.metric as MetricName, only: feed.only });
  if (kinds && !saysHowStagesEnd(fields)) return say.chooseStages({ title });
  const told = feed.only.some(({ dimension }) => dimension === currencyField);
  return metric?.sums != null && hasCurrencies(fields) && !told
    ? say.chooseCurrency({ title })
    : null;
}
