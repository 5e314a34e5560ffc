import type { Feed } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import { isOfEarlierTime } from '../earlier-time.ts';
import { type SiteMetric, siteMetrics } from './question.ts';

/** The metric that the catalogue takes an input from; `null`: Search Console does not know it. */
export function metricFor(input: Pick<PlanInput, 'sources' | 'usedBy'>): SiteMetric | null {
  if (isOfEarlierTime(input)) return null;
  return siteMetrics.find((each) => each === input.sources?.searchConsole) ?? null;
}

export function proposedFeed(input: PlanInput): Omit<Feed, 'account'> | null {
  const metric = metricFor(input);
  return metric && { input: input.key, metric, only: [], split: null };
}
