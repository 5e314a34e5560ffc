import { type DayNumber, dayIn, dayOfText } from '../days.ts';
import type { DateRange, ReportRequest } from './asked.ts';
import { type Dimension, dimensions, rangeDimension } from './events/dimensions.ts';
import { metricOf, refuseMixed } from './events/together.ts';
import { invalid, noSuchField, notPlayed } from './failure.ts';
import { type Test, testOf } from './filter.ts';
import type { Metric } from './metrics.ts';
import type { Property } from './properties.ts';

/** A report that can be run: everything it names is there and goes together. */
export interface ReportPlan {
  readonly property: Property;
  readonly now: number;
  readonly dimensions: readonly (readonly [string, Dimension])[];
  readonly metrics: readonly (readonly [string, Metric])[];
  readonly ranges: readonly Range[];
  readonly test: Test;
  /** Groups may be too small to be shown. */
  readonly personal: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly asked: ReportRequest;
}

export interface Range {
  readonly name: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const mostDimensions = 9;
const mostMetrics = 10;
const mostRanges = 4;
const usualRows = 10_000;
const mostRows = 250_000;

export function planOf(property: Property, asked: ReportRequest, nowMs: number): ReportPlan {
  refuseUnplayed(property, asked);
  const names = (asked.dimensions ?? []).map(({ name = '' }) => name);
  const metricNames = (asked.metrics ?? []).map(({ name = '' }) => name);
  if (names.length + metricNames.length === 0) {
    throw invalid('A report must have at least one dimension or metric.');
  }
  refuseMany(names.length, mostDimensions, 'dimensions');
  refuseMany(metricNames.length, mostMetrics, 'metrics');
  const twice = [...names, ...metricNames].find((name, at, all) => all.indexOf(name) !== at);
  if (twice !== undefined) throw invalid(`Duplicate field ${twice} in the request.`);
  const test = testOf(asked.dimensionFilter);
  const plan: ReportPlan = {
    property,
    now: nowMs / 1000,
    dimensions: names.map((name) => [name, dimensionOf(name)]),
    metrics: metricNames.map((name) => [name, metricOf(name)]),
    ranges: rangesOf(property, asked.dateRanges ?? [], nowMs),
    test,
    personal: [...names, ...test.fields].some((name) => dimensions.get(name)?.personal === true),
    limit: Math.min(mostRows, whole(asked.limit, usualRows, 'limit', 1)),
    offset: whole(asked.offset, 0, 'offset', 0),
    asked,
  };
  refuseMixed([...names, ...test.fields], metricNames);
  refuseOrder(plan);
  return plan;
}

function refuseUnplayed({ name, currency }: Property, asked: ReportRequest): void {
  const { cohortSpec, comparisons, metricFilter, currencyCode = '' } = asked;
  if (asked.property !== undefined && asked.property !== '' && asked.property !== name) {
    throw invalid('All requests must be for the same property as the batch.');
  }
  if (cohortSpec !== undefined) throw notPlayed('cohorts');
  if ((comparisons ?? []).length > 0) throw notPlayed('comparisons');
  if (metricFilter !== undefined) throw notPlayed('metric filters');
  if (currencyCode !== '' && currencyCode !== currency) throw notPlayed('exchange rates');
  if ((asked.dimensions ?? []).some((one) => one.dimensionExpression !== undefined)) {
    throw notPlayed('dimension expressions');
  }
  if ((asked.metrics ?? []).some((one) => one.expression !== undefined || one.invisible === true)) {
    throw notPlayed('metric expressions');
  }
}

function refuseMany(count: number, most: number, what: string): void {
  if (count <= most) return;
  throw invalid(
    `Requests are limited to ${most} ${what} within a nested request. This request is for ${count} ${what}.`,
  );
}

function dimensionOf(name: string): Dimension {
  const dimension = dimensions.get(name);
  if (dimension === undefined) throw noSuchField(name, 'dimension');
  return dimension;
}

function whole(
  given: string | number | undefined,
  usual: number,
  what: string,
  least: number,
): number {
  const number = given === undefined ? usual : Number(given);
  if (number >= least) return number;
  throw invalid(`The ${what} must be ${least === 0 ? 'zero or greater' : 'positive'}.`);
}

function rangesOf(property: Property, asked: readonly DateRange[], nowMs: number): Range[] {
  if (asked.length === 0) throw invalid('The request must have a date range.');
  if (asked.length > mostRanges) refuseMany(asked.length, mostRanges, 'date ranges');
  const today = dayIn(property.zone, nowMs);
  const ranges = asked.map(({ startDate = '', endDate = '', name = '' }, index) => {
    if (/^(?:date_range_|RESERVED_)/.test(name)) {
      throw invalid(`The date range name ${name} is reserved.`);
    }
    const from = dayAsked(startDate, today);
    const to = dayAsked(endDate, today);
    if (from > to) {
      throw invalid(`Invalid date range: startDate ${startDate} is after endDate ${endDate}.`);
    }
    return { name: name || `date_range_${index}`, from, to };
  });
  if (new Set(ranges.map(({ name }) => name)).size < ranges.length) {
    throw invalid('The names of date ranges must be unique.');
  }
  return ranges;
}

function dayAsked(text: string, today: DayNumber): DayNumber {
  if (text === 'today') return today;
  if (text === 'yesterday') return today - 1;
  const [, ago] = /^(\d{1,6})daysAgo$/.exec(text) ?? [];
  const day = ago === undefined ? dayOfText(text) : today - Number(ago);
  if (day === null) throw invalid(`Invalid date: ${text}. Use YYYY-MM-DD, NdaysAgo or yesterday.`);
  return day;
}

function refuseOrder({ asked, ...plan }: ReportPlan): void {
  const shown = plan.dimensions.map(([name]) => name);
  if (plan.ranges.length > 1) shown.push(rangeDimension);
  for (const { dimension, metric, pivot } of asked.orderBys ?? []) {
    if (pivot !== undefined) throw notPlayed('orders by pivot');
    const name = dimension?.dimensionName ?? metric?.metricName ?? '';
    const among = dimension === undefined ? plan.metrics.map(([one]) => one) : shown;
    if (!among.includes(name)) {
      throw invalid(`Field ${name} in order_bys is not part of the request.`);
    }
  }
}
