import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import {
  keyEventsLookup,
  propertiesLookup,
  propertyLookup,
} from '../../../src/sources/ga4/admin.ts';
import { fieldsOf, fitOf, missingField } from '../../../src/sources/ga4/metadata.ts';
import { ga4 } from '../../../src/sources/ga4/source.ts';
import { topValues } from '../../../src/sources/ga4/values.ts';
import type {
  HttpRequest,
  HttpResponse,
  InputRequest,
  Lookup,
} from '../../../src/sources/source.ts';
import { dayNumber } from '../../../src/workbench/vendors/days.ts';
import { feedOf } from '../../kit/plans/feeds.ts';
import { truth, truthBy } from '../../kit/vendors/ga4-truth.ts';
import { analytics, europe, later, viet } from './analytics.ts';

const service = analytics();

function send({ method, url, body }: HttpRequest): HttpResponse {
  const text = body === null ? '' : JSON.stringify(body);
  return service.send({ method, url, body: text });
}

function found<T>({ request, read }: Lookup<T>): T {
  const result = read(send(request), later);
  if (result.is !== 'ok') throw new Error(JSON.stringify(result));
  return result.value;
}

const feed = (metric: string, more: Partial<Feed> = {}): Feed =>
  feedOf(metric, { account: viet, metric, ...more });

describe('the add-on’s own source, connected to the Google Analytics of the workbench', () => {
  it('finds all properties, on more than one page', () => {
    const first = found(propertiesLookup(null));
    expect(first.properties.slice(0, 3).map(({ name }) => name)).toEqual([
      'Shop Việt',
      'Shop EU',
      'Shop US',
    ]);
    const second = found(propertiesLookup(first.page));
    expect(second.page).toBeNull();
    const all = [...first.properties, ...second.properties].map(({ account }) => account);
    expect(all.length).toBe(513);
    expect(new Set(all).size).toBe(513);
  });

  it('knows a property’s zone and currency, its key events and its fields', () => {
    expect(found(propertyLookup(europe))).toEqual({
      source: 'ga4',
      id: europe,
      name: 'Shop EU',
      currency: 'EUR',
      zone: 'Europe/Berlin',
    });
    expect(found(keyEventsLookup(viet, null)).names).toEqual([
      'generate_lead',
      'sign_up',
      'purchase',
    ]);
    expect(missingField(feed('keyEvents'), found(fieldsOf(viet)))).toBeNull();
    expect(missingField(feed('conversions'), found(fieldsOf(viet)))).toBe('conversions');
    expect(found(topValues(viet, 'sessionDefaultChannelGroup'))[0]).toBe('Organic Search');
  });

  it('learns which fields go together', () => {
    expect(found(fitOf(feed('sessions', { split: 'sessionCampaignName' })))).toEqual([]);
    const mixed = fitOf(feed('advertiserAdCost', { split: 'pagePath' }));
    expect(mixed.read(send(mixed.request), later)).toMatchObject({
      is: 'stop',
      trouble: { kind: 'mixedFields', detail: 'advertiserAdCost' },
    });
  });

  it('reads what happened', () => {
    const [from, to] = [dayNumber(2026, 11, 2), dayNumber(2026, 11, 8)];
    const wanted: readonly InputRequest[] = [
      {
        feed: feed('sessions', { split: 'sessionDefaultChannelGroup' }),
        over: 'sum',
        unit: 'count',
        periods: [],
      },
      { feed: feed('totalRevenue'), over: 'sum', unit: 'money', periods: [] },
      { feed: feed('activeUsers'), over: 'whole', unit: 'count', periods: [{ from, to }] },
    ];
    const account = found(propertyLookup(viet));
    const [question, ...others] = ga4.plan({ account, wanted, from, to });
    if (!question) throw new Error('nothing is asked');
    expect(others).toEqual([]);
    const page = ga4.parse(question, send(ga4.request(question)));
    if ('trouble' in page) throw new Error(JSON.stringify(page.trouble));
    const sum = (input: string, segment = '') =>
      page.rows
        .filter((row) => row.input === input && row.segment === segment)
        .reduce((total, { value }) => total + value, 0);
    const asked = { property: viet, from, to };
    expect(sum('totalRevenue')).toBeCloseTo(truth({ ...asked, metric: 'totalRevenue' }), 5);
    expect(sum('activeUsers')).toBe(truth({ ...asked, metric: 'activeUsers' }));
    const channels = truthBy({ ...asked, metric: 'sessions' }, 'sessionDefaultChannelGroup');
    for (const [channel, sessions] of channels) expect(sum('sessions', channel)).toBe(sessions);
    expect(page.quota?.projectHour?.left).toBeGreaterThan(13_000);
  });
});
