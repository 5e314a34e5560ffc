import { doNotGoTogether, noSuchField } from '../failure.ts';
import { type FactTable, type Metric, metrics } from '../metrics.ts';
import { dimensions } from './dimensions.ts';

/** Whether a dimension tells anything of what a metric is counted from. */
function goesWithDimension(facts: FactTable, name: string): boolean {
  const dimension = dimensions.get(name);
  if (facts === 'ads') return dimension?.ofAds === true;
  if (facts === 'search') return dimension?.ofSearch === true;
  // Items have no page and no event of their own.
  return facts !== 'items' || dimension?.reach !== 'event';
}

/** Items are counted apart from visits; ads and search results apart from each other and from items. */
function goesWithFacts(one: FactTable, other: FactTable): boolean {
  const both = [one, other];
  return one === other || (both.includes('visits') && !both.includes('items'));
}

/** Whether fields can stand in one report. */
export const goTogether = (
  dimensionNames: readonly string[],
  facts: readonly FactTable[],
): boolean =>
  facts.every((one) => dimensionNames.every((name) => goesWithDimension(one, name))) &&
  facts.every((one) => facts.every((other) => goesWithFacts(one, other)));

export function metricOf(name: string): Metric {
  const metric = metrics.get(name);
  if (metric === undefined) throw noSuchField(name, 'metric');
  return metric;
}

/** Refuses fields that cannot stand in one report, and names one that is in the way. */
export function refuseMixed(
  dimensionNames: readonly string[],
  metricNames: readonly string[],
): void {
  const named = metricNames.map((name) => [name, metricOf(name).facts] as const);
  if (
    goTogether(
      dimensionNames,
      named.map(([, facts]) => facts),
    )
  )
    return;
  const alone = (left: string): boolean =>
    goTogether(
      dimensionNames.filter((name) => name !== left),
      named.filter(([name]) => name !== left).map(([, facts]) => facts),
    );
  const inTheWay = [...metricNames, ...dimensionNames].find(alone);
  throw doNotGoTogether(inTheWay ?? metricNames.at(-1) ?? '');
}
