import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { Day } from '../../../src/plan/calendar/calendar.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import type { HttpRequest, HttpResponse, InputRequest } from '../../../src/sources/source.ts';
import { feedOf as feedFrom, propertyOf } from '../../kit/plans/feeds.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';

export const shop = propertyOf('properties/311', 'Shop');

export const feedOf = (input: string, metric: string, more: Partial<Feed> = {}): Feed =>
  feedFrom(input, { account: shop.id, metric, ...more });

export const wantedSum = (
  input: string,
  metric: string,
  more: Partial<Feed> = {},
): InputRequest => ({
  feed: feedOf(input, metric, more),
  over: 'sum',
  unit: 'count',
  periods: [],
});

/** Every input that the catalogue's KPIs have, as a plan of all of them shows it. */
export const allInputs = inputsOfPlan(planOf(catalogue.map(({ name }) => planned(name))));

interface Report {
  readonly dateRanges: readonly { startDate: string; endDate: string; name?: string }[];
  readonly dimensions?: readonly { name: string }[];
  readonly metrics: readonly { name: string }[];
  readonly dimensionFilter?: unknown;
  readonly limit: string;
  readonly orderBys?: readonly { readonly dimension: { readonly dimensionName: string } }[];
}

/** A property that answers as Google Analytics does, from a rule for its numbers. */
export interface Property {
  /** What a metric is over days, for one value of the dimension it is told apart by. */
  readonly value: (metric: string, from: Day, to: Day, segment: string, filter: string) => number;
  readonly segments: readonly string[];
  /** The most rows of an answer, where it is fewer than were asked for. */
  readonly page?: number;
  readonly metadata?: object;
  readonly quota?: object;
}

export function answerOf(property: Property, request: HttpRequest): HttpResponse {
  const { requests } = request.body as { readonly requests: readonly Report[] };
  const reports = requests.map((report) => reportOf(property, report));
  return okay({ kind: 'analyticsData#batchRunReports', reports });
}

export const okay = (body: unknown): HttpResponse => ({
  status: 200,
  headers: {},
  body: JSON.stringify(body),
});

function reportOf(property: Property, report: Report): object {
  const filter = JSON.stringify(report.dimensionFilter ?? null);
  const names = (report.dimensions ?? []).map(({ name }) => name);
  const metrics = report.metrics.map(({ name }) => name);
  const several = report.dateRanges.length > 1;
  const split = names.find((name) => name !== 'date');
  const lines = report.dateRanges.flatMap((range) => {
    const [from, to] = [serial(range.startDate), serial(range.endDate)];
    const days = names.includes('date')
      ? Array.from({ length: to - from + 1 }, (_, at) => [from + at, from + at] as const)
      : [[from, to] as const];
    return days.flatMap(([first, last]) =>
      (split === undefined ? [''] : property.segments).map((segment) => ({
        dimensions: [
          ...(names.includes('date') ? [compact(first)] : []),
          ...(split === undefined ? [] : [segment]),
          ...(several ? [range.name ?? 'date_range_0'] : []),
        ],
        values: metrics.map((metric) => property.value(metric, first, last, segment, filter)),
      })),
    );
  });
  const full = lines.filter(({ values }) => values.some((value) => value !== 0));
  const page = full.slice(0, Math.min(property.page ?? 1e6, Number(report.limit)));
  const headers = [...names, ...(several ? ['dateRange'] : [])];
  return {
    ...(headers.length > 0 ? { dimensionHeaders: headers.map((name) => ({ name })) } : {}),
    metricHeaders: metrics.map((name) => ({ name, type: 'TYPE_INTEGER' })),
    ...(page.length > 0
      ? {
          rows: page.map(({ dimensions, values }) => ({
            ...(dimensions.length > 0
              ? { dimensionValues: dimensions.map((value) => ({ value })) }
              : {}),
            metricValues: values.map((value) => ({ value: String(value) })),
          })),
        }
      : {}),
    ...(full.length > 0 ? { rowCount: full.length } : {}),
    metadata: { currencyCode: shop.currency, timeZone: shop.zone, ...property.metadata },
    ...(property.quota ? { propertyQuota: property.quota } : {}),
    kind: 'analyticsData#runReport',
  };
}

const dayZero = Date.UTC(1899, 11, 30);
const serial = (date: string): Day => (Date.parse(date) - dayZero) / 86_400_000;
const compact = (day: Day): string =>
  new Date(dayZero + day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
