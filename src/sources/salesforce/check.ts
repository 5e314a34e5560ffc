import { inputTitle } from '../../messages/catalogue.ts';
import { salesforceWords } from '../../messages/compiled/sources/salesforce.ts';
import type { Asker, Checking, MappingProblem } from '../define-source.ts';
import { isOfEarlierTime } from '../earlier-time.ts';
import type { SalesforceAccount } from './account.ts';
import {
  fieldsLookup,
  hasCurrencies,
  isOfOneCurrency,
  type SalesforceField,
  unknownIn,
} from './fields.ts';
import { metricNamed, type ObjectName, objectOf } from './metrics.ts';

/** The first feed that cannot work: of an earlier time, a reading, a field or a value that is not there. */
export function checkFeeds(of: Checking<SalesforceAccount>, asker: Asker): MappingProblem | null {
  const { account, feeds, inputs, language } = of;
  const say = salesforceWords(language);
  const known = new Map<ObjectName, readonly SalesforceField[]>();
  for (const feed of feeds) {
    const input = inputs.find(({ key }) => key === feed.input);
    const title = (input && inputTitle(input, language)) ?? feed.input;
    const wrong = (sentence: string) => ({ input: feed.input, sentence });
    const metric = metricNamed(feed.metric);
    if (!metric) return wrong(say.notFound({ title, field: feed.metric ?? '' }));
    if (input && isOfEarlierTime(input)) return wrong(say.ofEarlierTime({ title }));
    if (input && input.over !== 'sum') return wrong(say.notSummed({ title }));
    const object = objectOf(metric);
    let fields = known.get(object);
    if (!fields) {
      const found = asker.attempt(fieldsLookup(account.domain, object));
      if ('trouble' in found) return { trouble: found.trouble };
      fields = found.value;
      known.set(object, fields);
    }
    const unknown = unknownIn(feed, fields);
    if (unknown?.value === null) return wrong(say.notFound({ title, field: unknown.field }));
    if (unknown) return wrong(say.valueGone({ title, ...unknown, value: unknown.value }));
    const { currency } = account;
    if (hasCurrencies(fields) && !isOfOneCurrency({ metric, only: feed.only }, currency)) {
      return wrong(say.chooseCurrency({ title, currency }));
    }
  }
  return null;
}
