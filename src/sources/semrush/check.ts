import { inputTitle } from '../../messages/catalogue.ts';
import { semrushWords } from '../../messages/compiled/sources/semrush.ts';
import type { Checking, MappingProblem } from '../define-source.ts';
import type { SiteAccount } from './account.ts';
import { competitorsMetric, ownMetric } from './question.ts';

/** The first feed that cannot work. Nothing is asked for that: each line would cost units. */
export function checkFeeds(of: Checking<SiteAccount>): MappingProblem | null {
  const { account, feeds, inputs, language } = of;
  const say = semrushWords(language);
  for (const { input: key, metric } of feeds) {
    const input = inputs.find((each) => each.key === key);
    const title = input ? inputTitle(input, language) : key;
    const wrong = (sentence: string) => ({ input: key, sentence });
    if (metric !== ownMetric && metric !== competitorsMetric) return wrong(say.notFound({ title }));
    if (input && input.over !== 'sum') return wrong(say.notByDay({ title }));
    if (input && isCounted(input.unit)) return wrong(say.notCounted({ title }));
    if (metric === competitorsMetric && account.competitors.length === 0) {
      return wrong(say.noCompetitors({ title }));
    }
  }
  return null;
}

/** Estimates are neither money nor a count of anything. */
const isCounted = (unit: string): boolean => unit !== 'same';
