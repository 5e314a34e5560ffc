import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../../../src/workbench/vendors/days.ts';
import { analytics, column, fields, later, type Report, sum, viet } from './analytics.ts';

const service = analytics();
const week = [{ startDate: '2026-11-02', endDate: '2026-11-08' }];

describe('a report', () => {
  it('has the dimensions and metrics asked for, all values as text, and says how many rows there are', () => {
    const report = service.report(viet, {
      dateRanges: week,
      dimensions: fields('date', 'sessionDefaultChannelGroup'),
      metrics: fields('sessions', 'advertiserAdCost'),
      limit: '5',
    });
    expect(report.dimensionHeaders).toEqual(fields('date', 'sessionDefaultChannelGroup'));
    expect(report.metricHeaders).toEqual([
      { name: 'sessions', type: 'TYPE_INTEGER' },
      { name: 'advertiserAdCost', type: 'TYPE_CURRENCY' },
    ]);
    expect(report.rows).toHaveLength(5);
    expect(report.rowCount).toBeGreaterThan(60);
    expect(report.metadata).toEqual({ currencyCode: 'VND', timeZone: 'Asia/Ho_Chi_Minh' });
    expect(report).toHaveProperty('kind', 'analyticsData#runReport');
  });

  it('leaves out what is empty: no rows, no count of them', () => {
    const none = { dimension: 'sessionCampaignName', value: 'No such campaign' };
    const report = service.report(viet, {
      dateRanges: week,
      dimensions: fields('date'),
      metrics: fields('sessions'),
      dimensionFilter: {
        filter: {
          fieldName: none.dimension,
          stringFilter: { matchType: 'EXACT', value: none.value },
        },
      },
    });
    expect(Object.keys(report).sort()).toEqual([
      'dimensionHeaders',
      'kind',
      'metadata',
      'metricHeaders',
    ]);
  });

  it('leaves out rows of zeros unless they are asked for', () => {
    const body = {
      dateRanges: week,
      dimensions: fields('eventName'),
      metrics: fields('keyEvents'),
    };
    expect([...column(service.report(viet, body)).keys()].sort()).toEqual([
      'generate_lead',
      'purchase',
      'sign_up',
    ]);
    const all = column(service.report(viet, { ...body, keepEmptyRows: true }));
    expect(all.get('page_view')).toBe(0);
  });

  it('comes in pages that together are the whole', () => {
    const body = {
      dateRanges: week,
      dimensions: fields('date', 'sessionCampaignName'),
      metrics: fields('sessions', 'totalUsers'),
      orderBys: [{ dimension: { dimensionName: 'date' } }],
    };
    const whole = service.report(viet, body);
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 200 }), (limit) => {
        const rows: Report['rows'][] = [];
        for (let offset = 0; offset < (whole.rowCount ?? 0); offset += limit) {
          const page = { ...body, limit: String(limit), offset: String(offset) };
          const { rows: some, rowCount } = service.report(viet, page);
          expect(rowCount).toBe(whole.rowCount);
          rows.push(some);
        }
        expect(rows.flat()).toEqual(whole.rows);
      }),
      { numRuns: 5 },
    );
  });

  it('has several ranges apart, each by its name, as its last dimension', () => {
    const dateRanges = [
      { startDate: '2026-11-02', endDate: '2026-11-08', name: 'week' },
      { startDate: '2026-11-01', endDate: '2026-11-30' },
    ];
    const report = service.report(viet, { dateRanges, metrics: fields('totalUsers') });
    expect(report.dimensionHeaders).toEqual(fields('dateRange'));
    const got = column(report);
    const alone = dateRanges.map((range) =>
      column(service.report(viet, { dateRanges: [range], metrics: fields('totalUsers') })).get(''),
    );
    expect([got.get('week'), got.get('date_range_1')]).toEqual(alone);
    const split = { dateRanges, metrics: fields('sessions'), dimensions: fields('deviceCategory') };
    expect(service.report(viet, split).dimensionHeaders).toEqual(
      fields('deviceCategory', 'dateRange'),
    );
  });

  it('has totals that count people once', () => {
    const report = service.report(viet, {
      dateRanges: week,
      dimensions: fields('date'),
      metrics: fields('totalUsers'),
      metricAggregations: ['TOTAL', 'MAXIMUM'],
    });
    const total = Number(report.totals?.[0]?.metricValues?.[0]?.value);
    expect(report.totals?.[0]?.dimensionValues).toEqual([{ value: 'RESERVED_TOTAL' }]);
    expect(total).toBeLessThan(sum(column(report).values()));
    expect(report).toHaveProperty('maximums');
  });

  it.each([
    ['EXACT', 'organic search', ['Organic Search']],
    ['BEGINS_WITH', 'ORGANIC', ['Organic Search', 'Organic Social', 'Organic Video']],
    ['ENDS_WITH', 'social', ['Organic Social', 'Paid Social']],
    ['CONTAINS', 'd s', ['Paid Search', 'Paid Social']],
    ['FULL_REGEXP', 'paid (search|social)', ['Paid Search', 'Paid Social']],
    ['PARTIAL_REGEXP', '^e', ['Email']],
  ])('filters text: %s', (matchType, value, expected) => {
    const stringFilter = { matchType, value };
    const filter = { fieldName: 'sessionDefaultChannelGroup', stringFilter };
    const body = {
      dateRanges: week,
      dimensions: fields('sessionDefaultChannelGroup'),
      metrics: fields('sessions'),
    };
    const passed = column(service.report(viet, { ...body, dimensionFilter: { filter } }));
    expect([...passed.keys()].sort()).toEqual(expected);
    const rest = { notExpression: { filter } };
    const left = column(service.report(viet, { ...body, dimensionFilter: rest }));
    const all = column(service.report(viet, body));
    expect(new Map([...passed, ...left])).toEqual(new Map([...passed, ...left, ...all]));
    expect(passed.size + left.size).toBe(all.size);
    const strict = { ...filter, stringFilter: { ...stringFilter, caseSensitive: true } };
    const exact = column(service.report(viet, { ...body, dimensionFilter: { filter: strict } }));
    expect(exact.size).toBeLessThan(Math.max(1, expected.length));
  });

  it('carries the names that people who mean harm put into links', () => {
    const names = column(
      service.report(viet, {
        dateRanges: [{ startDate: '2026-10-01', endDate: '2026-11-30' }],
        dimensions: fields('sessionCampaignName'),
        metrics: fields('sessions'),
      }),
    );
    for (const name of [
      '=IMPORTXML("http://evil","//a")',
      '＝1+1',
      '@SUM(A1)',
      '+cmd',
      '-2+3',
      '\tindented',
      '<img src=x onerror=alert(1)>',
      '2026-01-02',
      '(not set)',
      'spring_sale',
      'Spring_Sale',
    ]) {
      expect(names.get(name)).toBeGreaterThan(0);
    }
  });

  it('puts two years of days together at once', () => {
    const report = service.report(viet, {
      dateRanges: [
        { startDate: isoDate(dayNumber(2025, 1, 1)), endDate: isoDate(dayNumber(2026, 12, 31)) },
      ],
      dimensions: fields('date'),
      metrics: fields('sessions', 'keyEvents'),
    });
    expect(report.rowCount).toBe(730);
  });
});

describe('what an answer says about itself', () => {
  const of = (property: string, metric: string, dimension: string) =>
    service.report(property, {
      dateRanges: [{ startDate: '2026-09-01', endDate: '2026-11-30' }],
      dimensions: fields(dimension),
      metrics: fields(metric),
    });

  it('is that small groups of people are left out', () => {
    const report = of('properties/322000001', 'sessions', 'userAgeBracket');
    expect(report.metadata).toHaveProperty('subjectToThresholding', true);
    expect(column(report).has('65+')).toBe(false);
    expect(column(report).has('unknown')).toBe(true);
  });

  it('is that only a part was looked at, that rare values were put together, that revenue is hidden', () => {
    const sampled = of('properties/322000007', 'sessions', 'date');
    expect(sampled.metadata?.samplingMetadatas).toEqual([
      { samplesReadCount: '39130000', samplingSpaceSize: '91000000' },
    ]);
    const other = of('properties/322000009', 'sessions', 'sessionCampaignName');
    expect(other.metadata).toHaveProperty('dataLossFromOtherRow', true);
    expect(column(other).get('(other)')).toBeGreaterThan(0);
    const hidden = of('properties/322000008', 'purchaseRevenue', 'date');
    expect(hidden.rows).toBeUndefined();
    expect(hidden.metadata?.schemaRestrictionResponse).toEqual({
      activeMetricRestrictions: [
        { metricName: 'purchaseRevenue', restrictedMetricTypes: ['REVENUE_DATA'] },
      ],
    });
  });
});

describe('quotas', () => {
  const body = {
    dateRanges: week,
    dimensions: fields('date'),
    metrics: fields('sessions'),
    returnPropertyQuota: true,
  };

  it('are told with each answer, grow with what is asked, and are back with the next hour and day', () => {
    const fresh = analytics();
    const quota = (more: object = {}, nowMs = later) =>
      fresh.report(viet, { ...body, ...more }, nowMs).propertyQuota ?? {};
    const one = quota();
    expect(one.tokensPerHour).toEqual({ consumed: 1, remaining: 39_999 });
    expect(one.tokensPerProjectPerHour?.remaining).toBe(13_999);
    expect(one.concurrentRequests).toEqual({ remaining: 10 });
    const year = quota({ dateRanges: [{ startDate: '2026-01-01', endDate: '2026-12-31' }] });
    expect(year.tokensPerHour?.consumed).toBeGreaterThan(5);
    expect(year.tokensPerDay?.remaining).toBe(199_999 - (year.tokensPerDay?.consumed ?? 0));
    const after = quota({}, later + 3_600_000);
    expect(after.tokensPerHour?.remaining).toBe(39_999);
    expect(after.tokensPerDay?.remaining).toBeLessThan(199_990);
    expect(quota({}, later + 24 * 3_600_000).tokensPerDay?.remaining).toBe(199_999);
    expect(
      fresh.report(viet, { ...body, returnPropertyQuota: false }).propertyQuota,
    ).toBeUndefined();
  });

  it('refuse everything of a property once one is spent, and of no other', () => {
    const poor = analytics({ tokensPerProjectPerHour: 2 });
    const status = (property: string, nowMs = later) =>
      poor.post(`${property}:runReport`, body, nowMs).status;
    expect([status(viet), status(viet), status(viet)]).toEqual([200, 200, 429]);
    expect(
      poor.get('https://analyticsdata.googleapis.com/v1beta/properties/311000001/metadata').status,
    ).toBe(429);
    expect(status('properties/311000002')).toBe(200);
    expect(status(viet, later + 3_600_000)).toBe(200);
  });

  it('count requests about who people are', () => {
    const poor = analytics({ potentiallyThresholdedRequestsPerHour: 1 });
    const personal = { ...body, dimensions: fields('userAgeBracket') };
    expect(poor.post(`${viet}:runReport`, personal).status).toBe(200);
    expect(poor.post(`${viet}:runReport`, body).status).toBe(429);
  });
});
