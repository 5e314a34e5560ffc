import type { Feed } from '../../plan/model/feeds.ts';
import { type Json, objectsOf, textOf } from '../json.ts';
import type { Lookup } from '../source.ts';
import { dimensionFilter } from './filter.ts';
import { lookup } from './lookup.ts';
import { ga4Request } from './methods.ts';

/** A metric or a dimension of a property. */
export interface Ga4Field {
  /** `keyEvents` */
  readonly name: string;
  /** As Google Analytics itself calls it. */
  readonly title: string;
  /** Why this user may not read it, in the API's words; empty where they may. */
  readonly blocked: readonly string[];
}

export interface Ga4Fields {
  readonly metrics: readonly Ga4Field[];
  readonly dimensions: readonly Ga4Field[];
}

/** All that can be asked of a property. */
export const fieldsOf = (account: string): Lookup<Ga4Fields> =>
  lookup(ga4Request('getMetadata', account), (answer) => {
    const metrics = objectsOf(answer.metrics)?.map(metricField);
    const dimensions = objectsOf(answer.dimensions)?.map(dimensionField);
    if (!metrics || !dimensions) return null;
    // There is no property without a single metric: an answer without any is half an answer.
    const named = [...metrics, ...dimensions].every(({ name }) => name !== '');
    return named && metrics.length > 0 ? { metrics, dimensions } : null;
  });

const metricField = (json: Json): Ga4Field => ({
  ...dimensionField(json),
  blocked: Array.isArray(json.blockedReasons) ? json.blockedReasons.map(textOf) : [],
});

const dimensionField = ({ apiName, uiName }: Json): Ga4Field => ({
  name: textOf(apiName),
  title: textOf(uiName) || textOf(apiName),
  blocked: [],
});

/** The first field of a feed that the property does not have; `null` where it has them all. */
export function missingField(feed: Feed, { metrics, dimensions }: Ga4Fields): string | null {
  const has = (fields: readonly Ga4Field[], name: string) =>
    fields.some((field) => field.name === name);
  if (feed.metric === null || !has(metrics, feed.metric)) return feed.metric ?? '';
  return dimensionsOf(feed).find((name) => !has(dimensions, name)) ?? null;
}

/**
 * Whether a feed's metric goes together with its tests and its dimension, day by day: the fields that do
 * not fit, empty where all do. Google may also refuse the question, as the error `mixedFields`.
 */
export function fitOf(feed: Feed): Lookup<readonly string[]> {
  const shown = ['date', ...(feed.split === null ? [] : [feed.split])];
  const filter = dimensionFilter(feed.only);
  const metric = feed.metric ?? '';
  return lookup(
    ga4Request('checkCompatibility', feed.account, {
      dimensions: shown.map((name) => ({ name })),
      metrics: [{ name: metric }],
      ...(filter ? { dimensionFilter: filter } : {}),
    }),
    (answer) => {
      const metrics = objectsOf(answer.metricCompatibilities);
      const dimensions = objectsOf(answer.dimensionCompatibilities);
      if (!metrics || !dimensions) return null;
      const asked = [
        ...metrics.filter((each) => nameIn(each, 'metricMetadata') === metric),
        ...dimensions.filter((each) =>
          ['date', ...dimensionsOf(feed)].includes(nameIn(each, 'dimensionMetadata')),
        ),
      ];
      return asked
        .filter(({ compatibility }) => compatibility === 'INCOMPATIBLE')
        .map((each) => nameIn(each, 'metricMetadata') || nameIn(each, 'dimensionMetadata'));
    },
  );
}

const nameIn = (compatibility: Json, metadata: string): string =>
  textOf(objectsOf([compatibility[metadata]])?.[0]?.apiName);

/** The dimensions that a feed tests and is told apart by. */
const dimensionsOf = ({ only, split }: Feed): readonly string[] => [
  ...new Set([...only.map(({ dimension }) => dimension), ...(split === null ? [] : [split])]),
];
