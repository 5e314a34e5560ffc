import { dateOf, dayOf } from '../../../src/plan/calendar/day.ts';
import type { PropertyAccount } from '../../../src/sources/ga4/account.ts';
import type { HttpRequest, HttpResponse } from '../../../src/sources/source.ts';
import { propertyOf } from '../plans/feeds.ts';

export const shop = propertyOf('properties/123', 'Shop VN');
export const euro = propertyOf('properties/456', 'Shop EU', { zone: 'Europe/Berlin' });

/** What a property counts: by metric, day and segment. 0 is left out of the answer. */
export type Counts = (metric: string, day: number, segment: string) => number;

export const usual: Counts = (metric, day, segment) =>
  (((day * 7 + metric.length * 13 + segment.length * 5) % 23) + (day % 11)) % 29;

export interface Report {
  readonly dateRanges: readonly {
    readonly startDate: string;
    readonly endDate: string;
    readonly name?: string;
  }[];
  readonly dimensions?: readonly { readonly name: string }[];
  readonly metrics: readonly { readonly name: string }[];
}

/** A report as it is answered, before it goes out. */
export interface ScriptedReport {
  rows?: { dimensionValues: { value: string }[]; metricValues: { value: string }[] }[];
  rowCount?: number;
  metricHeaders: { name: string }[];
  metadata: Record<string, unknown>;
  [more: string]: unknown;
}

/** A tiny Google Analytics: answers reports day by day or of whole periods from `counts`. */
export function scriptedGa4(of: {
  counts?: Counts;
  segments?: readonly string[];
  properties?: readonly PropertyAccount[];
  metadata?: object;
  /** When its properties were made. */
  created?: string;
  /** Spoils a report that answers what is asked. */
  spoil?: (report: ScriptedReport, asked: Report) => void;
  /** Stands in the place of an answer. */
  fails?: (request: HttpRequest) => HttpResponse | null;
}) {
  const { segments = ['Organic Search', 'Paid Social'], properties = [shop, euro] } = of;
  return (request: HttpRequest): HttpResponse => {
    const failed = of.fails?.(request);
    if (failed) return failed;
    const counts = of.counts ?? usual;
    const property = properties.find(({ id }) => request.url.includes(id));
    if (request.url.includes('accountSummaries')) {
      const propertySummaries = properties.map(({ id, name }) => ({
        property: id,
        displayName: name,
      }));
      return ok({ accountSummaries: [{ displayName: 'Lan’s shops', propertySummaries }] });
    }
    if (!property) return error(404, 'NOT_FOUND', 'No such property.');
    if (request.url.endsWith('/metadata')) {
      const named = (names: readonly string[]) =>
        names.map((apiName) => ({ apiName, uiName: apiName }));
      return ok({
        metrics: named(['keyEvents', 'sessions', 'totalUsers', 'advertiserAdCost']),
        dimensions: named(['date', 'eventName', 'sessionDefaultChannelGroup']),
      });
    }
    if (request.url.endsWith(':checkCompatibility')) {
      return ok({ metricCompatibilities: [], dimensionCompatibilities: [] });
    }
    if (request.url.includes('/keyEvents'))
      return ok({ keyEvents: [{ eventName: 'generate_lead' }] });
    if (!request.url.endsWith(':batchRunReports')) {
      return ok({
        name: property.id,
        displayName: property.name,
        timeZone: property.zone,
        currencyCode: property.currency,
        createTime: of.created ?? '2024-01-02T03:04:05Z',
      });
    }
    const { requests } = request.body as { requests: readonly Report[] };
    const { currency: currencyCode, zone: timeZone } = property;
    const metadata = { currencyCode, timeZone, ...of.metadata };
    const reports = requests.map((report) => {
      const answer = answerTo(report, counts, segments, metadata);
      of.spoil?.(answer, report);
      return answer;
    });
    return ok({ reports });
  };
}

function answerTo(
  report: Report,
  counts: Counts,
  segments: readonly string[],
  metadata: object,
): ScriptedReport {
  const asked = (report.dimensions ?? []).map(({ name }) => name);
  const split = asked.find((name) => name !== 'date') !== undefined;
  const several = report.dateRanges.length > 1;
  const metrics = report.metrics.map(({ name }) => name);
  const parts = split ? segments : [''];
  const rows = report.dateRanges.flatMap(({ startDate, endDate, name = '' }) => {
    const days = Array.from(
      { length: serial(endDate) - serial(startDate) + 1 },
      (_, at) => serial(startDate) + at,
    );
    const groups = asked.includes('date') ? days.map((day) => [day]) : [days];
    return groups.flatMap((group) =>
      parts.flatMap((segment) => {
        const values = metrics.map((metric) =>
          group.reduce((sum, day) => sum + counts(metric, day, segment), 0),
        );
        if (values.every((value) => value === 0)) return [];
        const dimensionValues = [
          ...asked.map((each) => (each === 'date' ? compact(group[0] ?? 0) : segment)),
          ...(several ? [name] : []),
        ];
        return [
          {
            dimensionValues: dimensionValues.map((value) => ({ value })),
            metricValues: values.map((value) => ({ value: String(value) })),
          },
        ];
      }),
    );
  });
  return {
    ...(asked.length > 0 || several
      ? {
          dimensionHeaders: [...asked, ...(several ? ['dateRange'] : [])].map((name) => ({ name })),
        }
      : {}),
    metricHeaders: metrics.map((name) => ({ name, type: 'TYPE_INTEGER' })),
    ...(rows.length > 0 ? { rows, rowCount: rows.length } : {}),
    metadata: { ...metadata },
    propertyQuota: {
      tokensPerHour: { consumed: 2, remaining: 30_000 },
      tokensPerProjectPerHour: { consumed: 2, remaining: 12_000 },
      tokensPerDay: { consumed: 2, remaining: 190_000 },
    },
    kind: 'analyticsData#runReport',
  };
}

function serial(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return dayOf(year, month, day);
}

const compact = (on: number): string => {
  const { year, month, day } = dateOf(on);
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
};

const ok = (body: object): HttpResponse => ({
  status: 200,
  headers: {},
  body: JSON.stringify(body),
});

export const error = (code: number, status: string, message: string): HttpResponse => ({
  status: code,
  headers: {},
  body: JSON.stringify({ error: { code, status, message } }),
});
