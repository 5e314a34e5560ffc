import { dayOfText } from '../days.ts';
import type { OrderBy } from './asked.ts';
import { type CountedRow, count } from './events/count.ts';
import { rangeDimension } from './events/dimensions.ts';
import { smallestUnits } from './events/site.ts';
import { invalid } from './failure.ts';
import type { Metric } from './metrics.ts';
import { keptFrom } from './properties.ts';
import type { ReportPlan } from './report-plan.ts';

/** A row of an answer before it is put into words. */
interface Line {
  readonly values: readonly string[];
  readonly numbers: readonly number[];
}

/** Groups of fewer people are not shown where a dimension says who they are. */
const fewestPeople = 10;
const sampledShare = 0.43;

/** Runs a report: JSON as Google writes it, where zeros, `false` and empty lists are left out. */
export function runReport(plan: ReportPlan): object {
  const { dimensions, metrics, ranges, asked, limit, offset } = plan;
  const names = dimensions.map(([name]) => name);
  if (ranges.length > 1) names.push(rangeDimension);
  const lines = inOrder(plan, names, linesOf(plan));
  const page = lines.slice(offset, offset + limit);
  const totals = (asked.metricAggregations ?? []).map((kind) => aggregated(plan, kind, lines));
  return {
    ...some(
      'dimensionHeaders',
      names.map((name) => ({ name })),
    ),
    ...some(
      'metricHeaders',
      metrics.map(([name, { type }]) => ({ name, type })),
    ),
    ...some('rows', page.map(rowOf)),
    ...Object.assign({}, ...totals),
    ...(lines.length === 0 ? {} : { rowCount: lines.length }),
    metadata: metadataOf(plan),
    kind: 'analyticsData#runReport',
  };
}

const some = (name: string, items: readonly object[]): object =>
  items.length === 0 ? {} : { [name]: items };

const rowOf = ({ values, numbers }: Line): object => ({
  ...some(
    'dimensionValues',
    values.map((value) => ({ value })),
  ),
  ...some(
    'metricValues',
    numbers.map((number) => ({ value: String(number) })),
  ),
});

function linesOf(plan: ReportPlan): Line[] {
  const { personal, asked } = plan;
  const lines: Line[] = [];
  if (isEmptied(plan)) return lines;
  for (const counted of count(plan, true)) {
    if (personal && counted.tally.users.size < fewestPeople) continue;
    const line = lineOf(plan, counted);
    const empty = line.numbers.length > 0 && line.numbers.every((number) => number === 0);
    if (!empty || asked.keepEmptyRows === true) lines.push(line);
  }
  return lines;
}

const lineOf = ({ property, metrics }: ReportPlan, { values, tally }: CountedRow): Line => ({
  values,
  numbers: metrics.map(([, metric]) =>
    isHidden(property.oddity, metric) ? 0 : metric.read(tally, smallestUnits(property)),
  ),
});

const isHidden = (oddity: ReportPlan['property']['oddity'], { restricted }: Metric): boolean =>
  oddity === 'noRevenue' && restricted === 'NO_REVENUE_METRICS';

/** Why a report is empty that is; Google documents no values of it. */
const emptyReason = 'The requested data is not available for this property.';

const isEmptied = ({ property, metrics }: ReportPlan): boolean =>
  property.oddity === 'emptyRevenue' &&
  metrics.some(([, { restricted }]) => restricted === 'NO_REVENUE_METRICS');

type Compare = (one: Line, other: Line) => number;

/** As asked; what that leaves open goes by the first metric, the largest first, and by the values. */
function inOrder({ metrics, asked }: ReportPlan, names: readonly string[], lines: Line[]): Line[] {
  const orders = (asked.orderBys ?? []).map((order) => comparison(order, names, metrics));
  if (orders.length === 0)
    orders.push((one, other) => (other.numbers[0] ?? 0) - (one.numbers[0] ?? 0));
  for (const at of names.keys())
    orders.push((one, other) => byText(one.values[at], other.values[at]));
  return lines.sort((one, other) => {
    for (const compare of orders) {
      const difference = compare(one, other);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function comparison(
  { dimension, metric, desc }: OrderBy,
  names: readonly string[],
  metrics: ReportPlan['metrics'],
): Compare {
  const sign = desc === true ? -1 : 1;
  if (metric !== undefined) {
    const at = metrics.findIndex(([name]) => name === metric.metricName);
    return (one, other) => sign * ((one.numbers[at] ?? 0) - (other.numbers[at] ?? 0));
  }
  const at = names.indexOf(dimension?.dimensionName ?? '');
  const compare = comparers[dimension?.orderType ?? ''] ?? byText;
  return (one, other) => sign * compare(one.values[at], other.values[at]);
}

function byText(one = '', other = ''): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const comparers: Readonly<Record<string, typeof byText>> = {
  CASE_INSENSITIVE_ALPHANUMERIC: (one = '', other = '') =>
    byText(one.toLowerCase(), other.toLowerCase()),
  NUMERIC: (one, other) => (Number(one) || 0) - (Number(other) || 0),
};

const aggregations: Readonly<Record<string, string>> = {
  TOTAL: 'totals',
  MINIMUM: 'minimums',
  MAXIMUM: 'maximums',
};

/** A total counts anew: people of two rows may be the same. */
function aggregated(plan: ReportPlan, kind: string, lines: readonly Line[]): object {
  const field = aggregations[kind];
  if (field === undefined) throw invalid(`The metric aggregation ${kind} is not supported.`);
  const several = plan.ranges.length > 1;
  const reserved = (values: readonly string[]): string[] => [
    ...plan.dimensions.map(() => `RESERVED_${kind}`),
    ...(several ? values.slice(-1) : []),
  ];
  if (kind === 'TOTAL') {
    const totals = count(plan, false).map((one) => lineOf(plan, one));
    return some(
      field,
      totals.map((line) => rowOf({ ...line, values: reserved(line.values) })),
    );
  }
  const found = kind === 'MINIMUM' ? Math.min : Math.max;
  const groups = plan.ranges
    .map(({ name }) => lines.filter(({ values }) => !several || values.at(-1) === name))
    .filter((group) => group.length > 0);
  return some(
    field,
    groups.map((group) =>
      rowOf({
        values: reserved(group[0]?.values ?? []),
        numbers: plan.metrics.map((_, at) =>
          group.map(({ numbers }) => numbers[at] ?? 0).reduce((one, other) => found(one, other)),
        ),
      }),
    ),
  );
}

/** What is cut off; Google says it of the ranges that reach before it. */
function truncated({ property, ranges }: ReportPlan): object {
  const first = dayOfText(keptFrom) ?? 0;
  if (property.oddity !== 'cutOff' || ranges.every(({ from }) => from >= first)) return {};
  return {
    dataTruncationReasons: [
      {
        dataTruncationType: 'DATA_TRUNCATION_TYPE_PROPERTY',
        dataTruncationMessage: 'Data before the retention date of the property is not included.',
        dataTruncationDate: keptFrom,
      },
    ],
  };
}

function metadataOf(plan: ReportPlan): object {
  const { property, metrics, ranges, personal } = plan;
  const { currency, zone, oddity } = property;
  const hidden = metrics.filter(([, metric]) => isHidden(oddity, metric));
  return {
    ...(oddity === 'otherRow' || oddity === 'otherDates' ? { dataLossFromOtherRow: true } : {}),
    ...truncated(plan),
    ...(isEmptied(plan) ? { emptyReason } : {}),
    ...(hidden.length === 0
      ? {}
      : {
          schemaRestrictionResponse: {
            activeMetricRestrictions: hidden.map(([metricName]) => ({
              metricName,
              restrictedMetricTypes: ['REVENUE_DATA'],
            })),
          },
        }),
    currencyCode: currency,
    timeZone: zone,
    ...(personal ? { subjectToThresholding: true } : {}),
    ...(oddity === 'sampled' ? { samplingMetadatas: ranges.map(sampled) } : {}),
  };
}

function sampled({ from, to }: ReportPlan['ranges'][number]): object {
  const space = (to - from + 1) * 1_000_000;
  return {
    samplesReadCount: String(Math.round(space * sampledShare)),
    samplingSpaceSize: String(space),
  };
}
