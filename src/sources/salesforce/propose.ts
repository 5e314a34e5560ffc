import type { Feed } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import { isOfEarlierTime } from '../earlier-time.ts';
import { hasCurrencies, type SalesforceField } from './fields.ts';
import {
  currencyField,
  type MetricName,
  metricNamed,
  metrics,
  type ObjectName,
  objectOf,
} from './metrics.ts';

/** What the catalogue names beside a metric: fields whose values only the user knows. */
const asked: Readonly<Record<string, { readonly metric: MetricName; readonly dimension: string }>> =
  {
    leadsByStatus: { metric: 'leads', dimension: 'Status' },
    wonAmountBySource: { metric: 'wonAmount', dimension: 'LeadSource' },
  };

type Proposed = Pick<Feed, 'only'> & { readonly metric: MetricName };

/** What an input can be read from, before anything is known of the account. */
export function proposed(input: Pick<PlanInput, 'sources' | 'usedBy' | 'over'>): Proposed | null {
  const named = input.sources?.salesforce;
  if (!named || isOfEarlierTime(input) || input.over !== 'sum') return null;
  const metric = metricNamed(named);
  if (metric) return { metric, only: [] };
  const ask = Object.keys(asked).includes(named) ? asked[named] : undefined;
  return ask ? { metric: ask.metric, only: [{ dimension: ask.dimension, is: [] }] } : null;
}

/** The same by the fields there are, and of one currency where there are several. */
export function proposedFeed(
  input: PlanInput,
  fields: Readonly<Record<ObjectName, readonly SalesforceField[]>>,
  currency: string,
): Omit<Feed, 'account'> | null {
  const found = proposed(input);
  if (!found) return null;
  const { metric, only } = found;
  const own = fields[objectOf(metric)];
  if (!only.every(({ dimension }) => own.some(({ name }) => name === dimension))) return null;
  const money =
    metrics[metric].sums && hasCurrencies(own)
      ? [{ dimension: currencyField, is: [currency] }]
      : [];
  return { input: input.key, metric, only: [...only, ...money], split: null };
}
