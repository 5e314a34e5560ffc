import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSite, siteAccount } from '../../../src/sources/search-console/account.ts';
import { searchConsole } from '../../../src/sources/search-console/entry.ts';
import { sitesLookup, valuesLookup } from '../../../src/sources/search-console/lookup.ts';
import { metricFor } from '../../../src/sources/search-console/propose.ts';
import type { HttpRequest } from '../../../src/sources/source.ts';
import { playedSearchConsole } from '../../../src/workbench/vendors/search-console/search-console.ts';
import { allInputs } from '../ga4/property.ts';
import { answerOf, assignmentOf, fetched, now, shop, wanted, yesterday } from './played.ts';

interface Field {
  readonly type: string;
  readonly repeated?: true;
}
/** From Google’s own client (`test/contracts/make-search-console.mjs`); names of enums are ours. */
const { methods, types } = JSON.parse(
  readFileSync(new URL('../../contracts/search-console.json', import.meta.url), 'utf8'),
) as {
  readonly methods: Readonly<Record<'query' | 'sites', { verb: string; path: string }>>;
  readonly types: Readonly<Record<string, { readonly fields: Readonly<Record<string, Field>> }>>;
};
const enums: Readonly<Record<string, readonly string[]>> = {
  type: ['WEB'],
  dataState: ['ALL'],
  aggregationType: ['BY_PROPERTY'],
  dimensions: ['DATE', 'COUNTRY', 'DEVICE'],
  groupType: ['AND'],
  dimension: ['COUNTRY', 'DEVICE'],
  operator: ['EQUALS', 'INCLUDING_REGEX'],
};

/** What a message breaks of its type: fields there are not, values of another type, unknown names. */
function violations(type: string, json: unknown, at = ''): string[] {
  if (['string', 'number', 'boolean'].includes(type)) {
    return typeof json === type ? [] : [`${at}: ${JSON.stringify(json)}`];
  }
  if (typeof json !== 'object' || json === null) return [`${at}: no ${type}`];
  return Object.entries(json).flatMap(([name, value]: [string, unknown]) => {
    const field = types[type]?.fields[name];
    const here = `${at}.${name}`;
    if (!field) return [`${here}: unknown`];
    if (Array.isArray(value) !== (field.repeated === true)) return [`${here}: list`];
    const each: readonly unknown[] = Array.isArray(value) ? value : [value];
    const names = enums[name];
    return each.flatMap((one) => [
      ...violations(field.type, one, here),
      ...(names && !names.includes(String(one)) ? [`${here}: ${String(one)}`] : []),
    ]);
  });
}

function check({ method, url, body }: HttpRequest): void {
  const { host, pathname, search } = new URL(url);
  const isQuery = method === methods.query.verb;
  const { path, verb } = isQuery ? methods.query : methods.sites;
  expect({ host, search, method }).toEqual({
    host: 'www.googleapis.com',
    search: '',
    method: verb,
  });
  expect(pathname).toMatch(new RegExp(`^${path.replace('{siteUrl}', '[^/]+')}$`));
  if (!isQuery) {
    expect(body).toBeNull();
    return;
  }
  const json = JSON.parse(JSON.stringify(body));
  expect(violations('SearchAnalyticsQueryRequest', json)).toEqual([]);
  expect(json).toMatchObject({
    startDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    endDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  expect(json.startDate <= json.endDate).toBe(true);
  expect(json.rowLimit).toBeGreaterThanOrEqual(1);
  expect(json.rowLimit).toBeLessThanOrEqual(25_000);
  // Totals come of no search and no page: rare searches are left out, pages counted twice.
  expect(JSON.stringify(json)).not.toMatch(/QUERY|PAGE/);
}

const tests = fc.constantFrom(
  [],
  [{ dimension: 'country', is: ['vnm'] }],
  [
    { dimension: 'country', is: ['vnm', 'u.*'] },
    { dimension: 'device', is: ['MOBILE'] },
  ],
);
const input = fc.record({
  at: fc.constantFrom('CTR.clicks', 'IMPRESSIONS', 'SEARCHRANK', 'OWN_A.top', 'OWN_B.top'),
  metric: fc.constantFrom('clicks', 'impressions', 'position'),
  only: tests,
  split: fc.constantFrom(null, 'country', 'device'),
});

describe('what Search Console is asked', () => {
  it("keeps to the description of Google's own client, whatever flows in", () => {
    const asks = fc.record({
      inputs: fc.uniqueArray(input, { selector: ({ at }) => at, minLength: 1 }),
      back: fc.nat(90),
      days: fc.nat(30),
      opening: fc.boolean(),
    });
    fc.assert(
      fc.property(asks, ({ inputs, back, days, opening }) => {
        const from = yesterday - back;
        const to = Math.min(yesterday, from + days);
        const periods = [
          { from: from - 3, to: to - 1 },
          { from, to },
        ];
        const all = inputs.map(({ at, metric, only, split }) =>
          wanted(at, metric, { periods, feed: { only, split } }),
        );
        const vendor = playedSearchConsole();
        const { asked, outcome } = fetched(
          assignmentOf(shop, all, { from, to }, { opening }),
          (request, nowMs) => answerOf(vendor, request, nowMs),
        );
        expect(outcome.is).toBe('done');
        for (const request of asked) check(request);
      }),
      { numRuns: 60 },
    );
  });

  it('beside the refreshing is the list of sites, and what a dimension held', () => {
    check(sitesLookup.request);
    check(valuesLookup(shop.site, 'country', { from: 46_000, to: 46_090 }).request);
    const vendor = playedSearchConsole();
    const read = valuesLookup(shop.site, 'country', { from: 46_000, to: 46_090 });
    expect(read.read(answerOf(vendor, read.request), now)).toMatchObject({
      is: 'ok',
      value: ['vnm', 'usa', 'sgp', 'deu', 'zzz'],
    });
  });

  it.each([
    ['sc-domain:shop.example', 'sc-domain%3Ashop.example'],
    ['https://shop.example/', 'https%3A%2F%2Fshop.example%2F'],
  ])('names %s as one part of the address', (site, part) => {
    const { request } = valuesLookup(site, 'device', { from: 46_000, to: 46_001 });
    expect(request.url).toBe(
      `https://www.googleapis.com/webmasters/v3/sites/${part}/searchAnalytics/query`,
    );
  });

  it('writes several values so that each stands for itself', () => {
    const only = [{ dimension: 'country', is: ['vnm', 'u.*'] }];
    const vendor = playedSearchConsole();
    const { asked, outcome } = fetched(
      assignmentOf(shop, [wanted('CTR.clicks', 'clicks', { feed: { only } })], {
        from: yesterday - 9,
        to: yesterday - 4,
      }),
      (request, nowMs) => answerOf(vendor, request, nowMs),
    );
    expect(JSON.stringify(asked[1]?.body)).toContain('(?i)^(vnm|u\\\\.\\\\*)$');
    expect(outcome.is).toBe('done');
  });
});

describe('a list of sites', () => {
  const read = (body: unknown) =>
    sitesLookup.read({ status: 200, headers: {}, body: JSON.stringify(body) }, now);

  it('has those first that can be read, spelled either way, and may be empty in every way', () => {
    const siteEntry = [
      { siteUrl: 'https://b.example/', permissionLevel: 'siteUnverifiedUser' },
      { siteUrl: 'sc-domain:a.example', permissionLevel: 'siteOwner' },
      { siteUrl: 'https://c.example/', permissionLevel: 'SITE_UNVERIFIED_USER' },
    ];
    expect(read({ siteEntry })).toEqual({
      is: 'ok',
      value: [
        { site: 'sc-domain:a.example', unverified: false },
        { site: 'https://b.example/', unverified: true },
        { site: 'https://c.example/', unverified: true },
      ],
    });
    for (const none of [{}, { siteEntry: [] }, { siteEntry: null }]) {
      expect(read(none)).toEqual({ is: 'ok', value: [] });
    }
    for (const half of [{ siteEntry: 'x' }, { siteEntry: [{}] }]) {
      expect(read(half)).toMatchObject({ is: 'retry', trouble: { kind: 'halfAnswer' } });
    }
  });

  it('gives accounts that are the same for everybody, and read back as they are', () => {
    const account = siteAccount('https://shop.example/');
    expect(readSite({ ...account })).toEqual(account);
    expect(account).toMatchObject({ zone: 'America/Los_Angeles', name: 'https://shop.example/' });
    for (const wrong of [
      { site: 'sc-domain:other.example' },
      { zone: 'Asia/Ho_Chi_Minh' },
      { site: 'ftp://shop.example/' },
      { source: 'ga4' },
      { id: 'searchConsole-1' },
    ]) {
      expect(readSite({ ...account, ...wrong })).toBeNull();
    }
  });
});

describe('what the catalogue takes from Search Console', () => {
  it('is what means exactly that: clicks, impressions, position; no session, nothing of earlier', () => {
    const found = allInputs.flatMap((each) => {
      const metric = metricFor(each);
      return metric ? [[each.key, metric]] : [];
    });
    expect(found.sort()).toEqual([
      ['CTR.clicks', 'clicks'],
      ['IMPRESSIONS', 'impressions'],
      ['SEARCHRANK', 'position'],
    ]);
    expect(allInputs.filter((each) => searchConsole.mayFill(each))).toHaveLength(3);
  });

  it('takes conditions and splits of countries and devices, and of nothing that leaves searches out', () => {
    const feed = { input: 'CTR.clicks', account: 'x', metric: 'clicks', only: [], split: null };
    const may = (more: object) => searchConsole.mayFeed({ ...feed, ...more });
    expect(may({})).toBe(true);
    expect(may({ split: 'country', only: [{ dimension: 'device', is: ['MOBILE'] }] })).toBe(true);
    for (const more of [
      { metric: 'ctr' },
      { metric: null },
      { split: 'query' },
      { split: 'page' },
      { only: [{ dimension: 'query', is: ['a'] }] },
      { only: [{ dimension: 'country', startsWith: ['v'] }] },
    ]) {
      expect([more, may(more)]).toEqual([more, false]);
    }
  });
});
