import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedTest } from '../../../src/plan/model/feeds.ts';
import type { PropertyAccount } from '../../../src/sources/ga4/account.ts';
import {
  keyEventsLookup,
  propertiesLookup,
  propertyLookup,
} from '../../../src/sources/ga4/admin.ts';
import { googleAnalytics } from '../../../src/sources/ga4/entry.ts';
import { fieldsOf, fitOf } from '../../../src/sources/ga4/metadata.ts';
import { ga4Methods, ga4Scope } from '../../../src/sources/ga4/methods.ts';
import { ga4 } from '../../../src/sources/ga4/source.ts';
import { topValues } from '../../../src/sources/ga4/values.ts';
import { shippedManifest } from '../../../src/sources/registry.ts';
import type { Assignment, InputRequest } from '../../../src/sources/source.ts';
import { periodsOf } from '../../../src/sources/window.ts';
import { called, methods } from '../../contracts/walk.ts';
import { allInputs, feedOf, shop, wantedSum } from './property.ts';

const manifest = shippedManifest();
const quarter = { year: 2026, month: 10 };
const first = 46_296;

const testOf: fc.Arbitrary<FeedTest> = fc
  .record({
    dimension: fc.constantFrom('eventName', 'sessionCampaignName', 'landingPage'),
    values: fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
    begins: fc.boolean(),
  })
  .map(({ dimension, values, begins }) =>
    begins ? { dimension, startsWith: values } : { dimension, is: values },
  );

const wantedOf: fc.Arbitrary<InputRequest> = fc
  .record({
    input: fc.constantFrom(...allInputs),
    metric: fc.constantFrom('sessions', 'keyEvents', 'totalUsers', ...'abcdefghijklmno'),
    only: fc.oneof(fc.constant([]), fc.array(testOf, { maxLength: 3 })),
    split: fc.constantFrom(null, null, 'sessionDefaultChannelGroup'),
    cadence: fc.constantFrom('week', 'month', 'quarter'),
  })
  .map(({ input: { key, over, unit }, metric, only, split, cadence }) => ({
    feed: feedOf(key, metric, { only, split }),
    over,
    unit,
    periods: over === 'whole' ? periodsOf(cadence as 'week', quarter, 'monday') : [],
  }));

const assignmentOf: fc.Arbitrary<Assignment<PropertyAccount>> = fc
  .record({
    wanted: fc.uniqueArray(wantedOf, { selector: ({ feed }) => feed.input, maxLength: 40 }),
    from: fc.integer({ min: 0, max: 91 }),
    days: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ wanted, from, days }) => ({
    account: shop,
    wanted,
    from: first + from,
    to: first + Math.min(91, from + days - 1),
  }));

interface Body {
  readonly requests: readonly {
    readonly metrics: readonly { readonly name: string }[];
    readonly dimensions?: readonly { readonly name: string }[];
    readonly dateRanges: readonly { readonly startDate: string; readonly endDate: string }[];
  }[];
}

describe('what Google Analytics is asked', () => {
  it("keeps to Google's own description of the method, and to its limits, whatever flows in", () => {
    fc.assert(
      fc.property(assignmentOf, (assignment) => {
        for (const question of ga4.plan(assignment)) {
          expect(JSON.parse(JSON.stringify(question))).toEqual(question);
          const request = ga4.request(question);
          const call = called({ ...request, body: JSON.parse(JSON.stringify(request.body)) });
          expect(call?.name).toBe(ga4Methods.batchRunReports.service);
          expect(call?.violations).toEqual([]);
          const { requests } = request.body as Body;
          expect(requests.length).toBeLessThanOrEqual(5);
          for (const { metrics, dimensions = [], dateRanges } of requests) {
            expect(metrics.length).toBeLessThanOrEqual(10);
            expect(new Set(metrics.map(({ name }) => name)).size).toBe(metrics.length);
            expect(dimensions.length).toBeLessThanOrEqual(9);
            expect(dateRanges.length).toBeLessThanOrEqual(4);
          }
        }
      }),
    );
  });

  it('asks for every input once: by day, or for each of its periods', () => {
    fc.assert(
      fc.property(assignmentOf, (assignment) => {
        const { wanted, from, to } = assignment;
        const reports = ga4.plan(assignment).flatMap((question) => question.reports);
        for (const { feed, over, periods } of wanted) {
          const ranges = reports
            .filter(({ inputs }) => inputs.some(({ input }) => input === feed.input))
            .flatMap((report) => report.ranges.map((range) => ({ ...range, byDay: report.byDay })));
          const expected =
            over === 'whole'
              ? periods
                  .filter((period) => period.from <= to && Math.min(period.to, to) >= from)
                  .map((period) => ({ from: period.from, to: Math.min(period.to, to) }))
              : [{ from, to }];
          expect(ranges).toEqual(expected.map((range) => ({ ...range, byDay: over !== 'whole' })));
        }
      }),
    );
  });

  it('asks the same for the same, in whichever order tests name their values', () => {
    const only = [{ dimension: 'eventName', is: ['a', 'b'] }];
    const turned = [{ dimension: 'eventName', is: ['b', 'a'] }];
    fc.assert(
      fc.property(assignmentOf, (assignment) => {
        expect(ga4.plan(structuredClone(assignment))).toEqual(ga4.plan(assignment));
      }),
      { numRuns: 20 },
    );
    const reports = (tests: readonly FeedTest[]) =>
      ga4.plan({
        account: shop,
        wanted: [wantedSum('A', 'sessions', { only }), wantedSum('B', 'users', { only: tests })],
        from: first,
        to: first,
      })[0]?.reports;
    expect(reports(turned)).toHaveLength(1);
    expect(reports([{ dimension: 'eventName', startsWith: ['a', 'b'] }])).toHaveLength(2);
  });

  it('lets all inputs of the catalogue travel in three requests that can be sent at once', () => {
    const wanted = allInputs.flatMap(({ key, over, unit, sources }): InputRequest[] => {
      if (!sources?.ga4) return [];
      const only = (sources.ga4.only ?? []).flatMap((test) => ('asked' in test ? [] : [test]));
      const periods = over === 'whole' ? periodsOf('week', quarter, 'monday') : [];
      return [{ feed: feedOf(key, sources.ga4.metric, { only }), over, unit, periods }];
    });
    expect(wanted.length).toBeGreaterThan(20);
    const questions = ga4.plan({ account: shop, wanted, from: first + 40, to: first + 42 });
    expect(questions.length).toBeLessThanOrEqual(3);
  });

  it('writes tests as filters that must all hold, and dates as days', () => {
    const [question] = ga4.plan({
      account: shop,
      wanted: [
        wantedSum('A', 'keyEvents', {
          only: [
            { dimension: 'eventName', is: ['generate_lead'] },
            { dimension: 'landingPage', startsWith: ['/blog', '/tin'] },
          ],
        }),
      ],
      from: first,
      to: first + 30,
    });
    expect(question && ga4.request(question)).toMatchObject({
      url: 'https://analyticsdata.googleapis.com/v1beta/properties/311:batchRunReports',
      body: {
        requests: [
          {
            dateRanges: [{ startDate: '2026-10-01', endDate: '2026-10-31' }],
            dimensionFilter: {
              andGroup: {
                expressions: [
                  {
                    filter: {
                      fieldName: 'eventName',
                      inListFilter: { values: ['generate_lead'], caseSensitive: true },
                    },
                  },
                  {
                    orGroup: {
                      expressions: ['/blog', '/tin'].map((value) => ({
                        filter: {
                          fieldName: 'landingPage',
                          stringFilter: { matchType: 'BEGINS_WITH', value, caseSensitive: true },
                        },
                      })),
                    },
                  },
                ],
              },
            },
          },
        ],
      },
    });
  });

  it('asks in smaller pieces until a piece is one metric', () => {
    fc.assert(
      fc.property(assignmentOf, (assignment) => {
        const pieces = ga4.plan(assignment).flatMap(function apart(question): string[] {
          const smaller = ga4.apart(question);
          if (smaller.length > 0) return smaller.flatMap(apart);
          return question.reports.flatMap(({ inputs, ranges }) =>
            inputs.flatMap(({ input }) => ranges.map((range) => `${input} ${range.from}`)),
          );
        });
        const reports = ga4.plan(assignment).flatMap((question) => question.reports);
        const whole = reports.flatMap(({ inputs, ranges }) =>
          inputs.flatMap(({ input }) => ranges.map((range) => `${input} ${range.from}`)),
        );
        expect(pieces.sort()).toEqual(whole.sort());
      }),
      { numRuns: 30 },
    );
  });
});

describe('every request beside the refreshing', () => {
  const feed = feedOf('LEADS', 'keyEvents', {
    only: [{ dimension: 'eventName', is: ['generate_lead'] }],
    split: 'sessionDefaultChannelGroup',
  });
  it.each([
    ['listAccountSummaries', propertiesLookup(null)],
    ['listAccountSummaries', propertiesLookup('a+b/c&d')],
    ['getProperty', propertyLookup(shop.id)],
    ['listKeyEvents', keyEventsLookup(shop.id, null)],
    ['getMetadata', fieldsOf(shop.id)],
    ['checkCompatibility', fitOf(feed)],
    ['runReport', topValues(shop.id, 'eventName')],
  ] as const)("%s is called as Google's own clients do", (name, { request }) => {
    const call = called(request);
    expect(call?.name).toBe(ga4Methods[name].service);
    expect(call?.violations).toEqual([]);
  });
});

describe('the permissions', () => {
  const google = manifest.oauthScopes.filter((scope) => scope.includes('/analytics'));

  it('cover every method that is called, and are no more than that', () => {
    expect(google).toEqual([ga4Scope]);
    for (const { service } of Object.values(ga4Methods)) {
      expect(methods[service]?.scopes).toContain(ga4Scope);
    }
  });

  it('reach the hosts that the source declares, all of them, and no others', () => {
    const reached = Object.values(ga4Methods).map(({ url }) => new URL(url).host);
    const listed = googleAnalytics.access.hosts.map((prefix) => new URL(prefix).host);
    expect([...new Set(reached)].sort()).toEqual([...new Set(listed)].sort());
  });
});
