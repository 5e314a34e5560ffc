import type { Feed } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import { competitorsMetric, ownMetric } from './question.ts';

/** What the catalogue says an input is here; `null`: Semrush does not know it. */
export function proposedFor(
  input: Pick<PlanInput, 'key' | 'sources' | 'over'>,
): Omit<Feed, 'account'> | null {
  const metric = input.sources?.semrush;
  if (input.over !== 'sum' || (metric !== ownMetric && metric !== competitorsMetric)) return null;
  return { input: input.key, metric, only: [], split: null };
}
