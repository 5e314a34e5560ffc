import type { Feed } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import { isOfEarlierTime } from '../earlier-time.ts';
import { metricOf } from './metrics.ts';

/** What the catalogue says an input is here; `null`: HubSpot does not know it. */
export function proposedFor(
  input: Pick<PlanInput, 'key' | 'sources' | 'usedBy' | 'over'>,
): Omit<Feed, 'account'> | null {
  const metric = input.sources?.hubspot ?? null;
  if (input.over !== 'sum' || isOfEarlierTime(input) || !metricOf(metric)) return null;
  return { input: input.key, metric, only: [], split: null };
}
