import { BetaAnalyticsDataClient } from '@google-analytics/data';
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feed } from '../../src/plan/model/feeds.ts';
import { ga4Request } from '../../src/sources/ga4/methods.ts';
import { ga4 } from '../../src/sources/ga4/source.ts';
import { begin, due, ended, outcomeOf, takeResponses } from '../../src/sources/run.ts';
import type { HttpRequest, InputRequest } from '../../src/sources/source.ts';
import { periodsOf } from '../../src/sources/window.ts';
import { playedGoogleAnalytics } from '../../src/workbench/vendors/ga4/google-analytics.ts';
import { answerOf, playedProperty } from '../kit/desk/played-ga4.ts';
import { feedOf } from '../kit/plans/feeds.ts';
import { differences, misread, told } from './compared.ts';
import { type Heard, heard } from './heard.ts';
import { totalsBy } from './totals.ts';

type Asked = Parameters<BetaAnalyticsDataClient['batchRunReports']>[0];

/** Long after everything that is asked about has arrived. */
const later = Date.UTC(2027, 11, 31, 12);
const shop = playedProperty('properties/311000001');
const november = { from: 46_327, to: 46_327 + 29 };
const wanted = (
  input: string,
  metric: string,
  more: Partial<Feed> = {},
  of: Partial<InputRequest> = {},
): InputRequest => ({
  feed: feedOf(input, { account: shop.id, metric, ...more }),
  over: 'sum',
  unit: 'count',
  periods: [],
  ...of,
});
const inputs = [
  wanted('SESSIONS', 'sessions'),
  wanted('REVENUE', 'totalRevenue', {}, { unit: 'money' }),
  wanted('CHANNELS', 'sessions', { split: 'sessionDefaultChannelGroup' }),
  wanted('PURCHASES', 'eventCount', { only: [{ dimension: 'eventName', is: ['purchase'] }] }),
  wanted(
    'USERS',
    'totalUsers',
    {},
    {
      over: 'whole',
      periods: periodsOf('month', { year: 2026, month: 10 }, 'monday'),
    },
  ),
];

/** What our connector asks for, and what it makes of it. */
function ours() {
  const vendor = playedGoogleAnalytics();
  const requests: HttpRequest[] = [];
  let run = begin(ga4.plan({ account: shop, wanted: inputs, ...november }));
  while (!ended(run)) {
    const { send } = due(run, ga4.pace, later);
    const responses = send.map(({ question }) => {
      const request = ga4.request(question);
      requests.push(request);
      return answerOf(vendor, request, later);
    });
    run = takeResponses(ga4, run, { send, leftMs: later }, responses, later);
  }
  return { requests, outcome: outcomeOf(run) };
}

describe('Google’s own client of Google Analytics', () => {
  const { requests, outcome } = ours();
  let google: Heard;
  let client: BetaAnalyticsDataClient;
  beforeAll(async () => {
    google = await heard(playedGoogleAnalytics(), later);
    const { hostname, port } = new URL(google.at('analyticsdata.googleapis.com'));
    const authClient = new OAuth2Client();
    authClient.setCredentials({ access_token: 'ya29.test' });
    client = new BetaAnalyticsDataClient({
      fallback: true,
      apiEndpoint: hostname,
      port: Number(port),
      protocol: 'http',
      auth: new GoogleAuth({ authClient }) as never,
    });
  });
  afterAll(async () => {
    await client.close();
    await google.close();
  });

  const own = ['query.$alt: (absent) | json;enum-encoding=int'];

  it('sends our batches as we do, and reads all of the answers', async () => {
    expect(requests.length).toBe(1);
    for (const [at, request] of requests.entries()) {
      const [answer] = await client.batchRunReports({
        property: shop.id,
        ...(request.body as object),
      } as Asked);
      const call = google.last();
      expect(told(`GA4, batch ${at + 1}`, differences(request, call.request))).toEqual(own);
      expect(answer.reports?.length).toBe(4);
      // What an answer leaves out it reads as nothing, 0, or an empty list.
      const wrong = misread(call.response, answer).filter((line) => !line.includes(': (absent) |'));
      expect(wrong).toEqual([]);
    }
  });

  it('sends a single report as we would', async () => {
    const body = requests[0]?.body as { readonly requests: readonly object[] } | undefined;
    const report = body?.requests[0];
    const asked = ga4Request('runReport', shop.id, report);
    await client.runReport({ property: shop.id, ...report });
    expect(told('GA4, report', differences(asked, google.last().request))).toEqual(own);
  });

  it('asks what a property has as we do', async () => {
    const asked = ga4Request('getMetadata', `${shop.id}`);
    const [answer] = await client.getMetadata({ name: `${shop.id}/metadata` });
    expect(told('GA4, metadata', differences(asked, google.last().request))).toEqual(own);
    expect(answer.metrics?.map(({ apiName }) => apiName)).toContain('sessions');
  });

  it('comes to our totals, asked for without days', async () => {
    const report = async (metric: string, dimensions: readonly string[] = []) => {
      const [answer] = await client.runReport({
        property: shop.id,
        dateRanges: [{ startDate: '2026-11-01', endDate: '2026-11-30' }],
        metrics: [{ name: metric }],
        dimensions: dimensions.map((name) => ({ name })),
      });
      return (answer.rows ?? []).map(
        ({ dimensionValues, metricValues }) =>
          [dimensionValues?.[0]?.value ?? '', Number(metricValues?.[0]?.value)] as const,
      );
    };
    const whole = async (metric: string) => (await report(metric))[0]?.[1] ?? 0;
    const events = new Map(await report('eventCount', ['eventName']));
    const channels = await report('sessions', ['sessionDefaultChannelGroup']);
    const totals = {
      SESSIONS: await whole('sessions'),
      REVENUE: await whole('totalRevenue'),
      USERS: await whole('totalUsers'),
      PURCHASES: events.get('purchase') ?? 0,
      ...Object.fromEntries(channels.map(([name, count]) => [`CHANNELS ${name}`, count])),
    };
    expect(totals).toEqual(totalsBy(outcome, ({ input, segment }) => `${input} ${segment}`.trim()));
    console.log('GA4, totals: equal', JSON.stringify(totals));
  });

  it('reads refusals', async () => {
    const asked = client.runReport({ property: 'properties/999', metrics: [{ name: 'sessions' }] });
    await expect(asked).rejects.toMatchObject({ code: 403 });
  });
});
