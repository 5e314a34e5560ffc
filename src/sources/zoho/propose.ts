import type { Feed, FeedTest } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import { isOfEarlierTime } from '../earlier-time.ts';
import { hasCurrencies, saysHowStagesEnd, type ZohoField } from './fields.ts';
import {
  currencyField,
  type MetricName,
  type Module,
  metricNames,
  metrics,
  moduleOf,
  stageField,
} from './metrics.ts';

/** What the catalogue names beside a metric: fields whose values only the user knows. */
const asked: Readonly<Record<string, { readonly metric: MetricName; readonly dimension: string }>> =
  {
    leadsByStatus: { metric: 'leads', dimension: 'Lead_Status' },
    wonAmountBySource: { metric: 'wonAmount', dimension: 'Lead_Source' },
  };

type Proposed = Pick<Feed, 'metric' | 'only'> & { readonly metric: MetricName };

/** What an input can be read from, before anything is known of the account. */
export function proposed(input: Pick<PlanInput, 'sources' | 'usedBy' | 'over'>): Proposed | null {
  const named = input.sources?.zoho;
  if (!named || isOfEarlierTime(input) || input.over !== 'sum') return null;
  const metric = metricNames.find((each) => each === named);
  if (metric) return { metric, only: [] };
  const ask = Object.keys(asked).includes(named) ? asked[named] : undefined;
  return ask ? { metric: ask.metric, only: [{ dimension: ask.dimension, is: [] }] } : null;
}

/** The same by the fields there are: what Zoho does not say itself is asked of the user. */
export function proposedFeed(
  input: PlanInput,
  fields: Readonly<Record<Module, readonly ZohoField[]>>,
  currency: string,
): Omit<Feed, 'account'> | null {
  const found = proposed(input);
  if (!found) return null;
  const metric = metrics[found.metric];
  const own = fields[moduleOf(metric)];
  const isThere = ({ dimension }: FeedTest) => own.some(({ name }) => name === dimension);
  if (!found.only.every(isThere)) return null;
  const stages: FeedTest[] =
    metric.stage !== null && !saysHowStagesEnd(own) ? [{ dimension: stageField, is: [] }] : [];
  const money: FeedTest[] =
    metric.sums !== null && hasCurrencies(own)
      ? [{ dimension: currencyField, is: [currency] }]
      : [];
  return {
    input: input.key,
    metric: found.metric,
    only: [...found.only, ...stages, ...money],
    split: null,
  };
}
