import { searchconsole, type searchconsole_v1 } from '@googleapis/searchconsole';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitesRequest } from '../../src/sources/search-console/methods.ts';
import { periodsOf } from '../../src/sources/window.ts';
import { playedSearchConsole } from '../../src/workbench/vendors/search-console/search-console.ts';
import {
  answerOf,
  assignmentOf,
  blog,
  fetched,
  now,
  shop,
  wanted,
} from '../sources/search-console/played.ts';
import { differences, misread, told } from './compared.ts';
import { type Heard, heard } from './heard.ts';
import { totalsBy } from './totals.ts';

type Report = searchconsole_v1.Schema$SearchAnalyticsQueryRequest;

const october = { from: 46_296, to: 46_296 + 30 };
const sent = { startDate: '2026-10-01', endDate: '2026-10-31' };
const onMobile = { only: [{ dimension: 'device', is: ['MOBILE'] }] };
const inputs = [
  wanted('CLICKS', 'clicks'),
  wanted('IMPRESSIONS', 'impressions'),
  wanted('BY_DEVICE', 'clicks', { feed: { split: 'device' } }),
  wanted('ON_MOBILE', 'clicks', { feed: onMobile }),
  wanted('POSITION', 'position', {
    periods: periodsOf('month', { year: 2026, month: 10 }, 'monday'),
  }),
];

describe('Google’s own client of Search Console', () => {
  const vendor = playedSearchConsole();
  const ours = fetched(assignmentOf(shop, inputs, october), (request, ms) =>
    answerOf(vendor, request, ms),
  );
  let google: Heard;
  let client: searchconsole_v1.Searchconsole;
  beforeAll(async () => {
    google = await heard(playedSearchConsole(), now);
    client = searchconsole({
      version: 'v1',
      rootUrl: `${google.at('searchconsole.googleapis.com')}/`,
      headers: { authorization: 'Bearer ya29.test' },
      retry: false,
    });
  });
  afterAll(() => google.close());

  const otherHost = 'host: www.googleapis.com | searchconsole.googleapis.com';

  it('sends each of our reports as we do, to Search Console’s newer address', async () => {
    expect(ours.asked.length).toBeGreaterThan(3);
    for (const [at, request] of ours.asked.entries()) {
      const requestBody = request.body as Report;
      const { data } = await client.searchanalytics.query({ siteUrl: shop.site, requestBody });
      const call = google.last();
      const found = told(
        `Search Console, report ${at + 1} by ${requestBody.dimensions ?? 'nothing'}`,
        differences(request, call.request),
      );
      expect(found).toEqual([otherHost]);
      expect(data.rows?.length).toBeGreaterThan(0);
      expect(misread(call.response, data)).toEqual([]);
    }
  });

  it('lists sites as we do', async () => {
    const { data } = await client.sites.list();
    expect(told('Search Console, sites', differences(sitesRequest, google.last().request))).toEqual(
      [otherHost],
    );
    expect(data.siteEntry?.map(({ siteUrl }) => siteUrl)).toContain(shop.site);
  });

  it('writes the site of a prefix into its path as we do', async () => {
    const [request] = fetched(assignmentOf(blog, inputs.slice(0, 1), october), (asked, ms) =>
      answerOf(vendor, asked, ms),
    ).asked;
    if (!request) throw new Error('We asked for nothing.');
    await client.searchanalytics.query({
      siteUrl: blog.site,
      requestBody: request.body as Report,
    });
    const theirs = new URL(google.last().request.url).pathname;
    expect(theirs).toBe(new URL(request.url).pathname);
    expect(theirs).toContain('https%3A%2F%2F');
  });

  it('comes to our totals, asked for without days', async () => {
    const query = async (more: Report) => {
      const { data } = await client.searchanalytics.query({
        siteUrl: shop.site,
        requestBody: { ...sent, ...more },
      });
      return data.rows ?? [];
    };
    const [whole] = await query({});
    const devices = await query({ dimensions: ['device'] });
    const totals: Record<string, number> = {
      CLICKS: whole?.clicks ?? 0,
      IMPRESSIONS: whole?.impressions ?? 0,
      POSITION: whole?.position ?? 0,
      ON_MOBILE: devices.find(({ keys }) => keys?.[0] === 'MOBILE')?.clicks ?? 0,
    };
    for (const { keys, clicks } of devices) totals[`BY_DEVICE ${keys?.[0]}`] = clicks ?? 0;
    expect(totals).toEqual(
      totalsBy(ours.outcome, ({ input, segment }) => `${input} ${segment}`.trim()),
    );
    console.log('Search Console, totals: equal', JSON.stringify(totals));
  });

  it('reads refusals', async () => {
    const other = client.searchanalytics.query({
      siteUrl: 'sc-domain:other.example',
      requestBody: sent,
    });
    await expect(other).rejects.toMatchObject({
      status: 403,
      response: { data: { error: { code: 403, errors: [{ reason: 'forbidden' }] } } },
    });
  });
});
