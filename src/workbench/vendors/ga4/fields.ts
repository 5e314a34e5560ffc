import type { CompatibilityRequest } from './asked.ts';
import { dimensions } from './events/dimensions.ts';
import { goTogether, metricOf, refuseMixed } from './events/together.ts';
import { noSuchField } from './failure.ts';
import { testOf } from './filter.ts';
import { metrics } from './metrics.ts';
import type { Property } from './properties.ts';

/** What there is to ask for, described as Google Analytics describes it. */
const describedDimensions = new Map(
  [...dimensions].map(([apiName, { title, category }]) => [
    apiName,
    { apiName, uiName: title, description: `${title}.`, category },
  ]),
);

const describedMetrics = ({ oddity }: Property): Map<string, object> =>
  new Map(
    [...metrics].map(([apiName, { title, category, type, restricted }]) => [
      apiName,
      {
        apiName,
        uiName: title,
        description: `${title}.`,
        type,
        category,
        ...(oddity === 'noRevenue' && restricted === 'NO_REVENUE_METRICS'
          ? { blockedReasons: [restricted] }
          : {}),
      },
    ]),
  );

export const metadataOf = (property: Property): object => ({
  dimensions: [...describedDimensions.values()],
  metrics: [...describedMetrics(property).values()],
  name: `${property.name}/metadata`,
});

/** Which fields may join those that are asked for. */
export function compatibility(property: Property, asked: CompatibilityRequest): object {
  const test = testOf(asked.dimensionFilter);
  const names = [...(asked.dimensions ?? []).map(({ name = '' }) => name), ...test.fields];
  const metricNames = (asked.metrics ?? []).map(({ name = '' }) => name);
  for (const name of names) if (!dimensions.has(name)) throw noSuchField(name, 'dimension');
  const facts = metricNames.map((name) => metricOf(name).facts);
  refuseMixed(names, metricNames);
  const { compatibilityFilter = 'COMPATIBILITY_UNSPECIFIED' } = asked;
  const isWanted = ({ compatibility: found }: { compatibility: string }): boolean =>
    compatibilityFilter === 'COMPATIBILITY_UNSPECIFIED' || found === compatibilityFilter;
  const word = (fits: boolean): string => (fits ? 'COMPATIBLE' : 'INCOMPATIBLE');
  return {
    dimensionCompatibilities: [...describedDimensions]
      .map(([name, dimensionMetadata]) => ({
        dimensionMetadata,
        compatibility: word(goTogether([...names, name], facts)),
      }))
      .filter(isWanted),
    metricCompatibilities: [...describedMetrics(property)]
      .map(([name, metricMetadata]) => ({
        metricMetadata,
        compatibility: word(goTogether(names, [...facts, metricOf(name).facts])),
      }))
      .filter(isWanted),
  };
}
