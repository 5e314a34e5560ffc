import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { business } from '../../../src/workbench/vendors/business/people.ts';
import { playedHubSpot, playedKey } from '../../../src/workbench/vendors/hubspot/hubspot.ts';
import { type ServedVendors, serveVendors } from '../../../src/workbench/vendors/serve.ts';
import type { VendorResponse } from '../../../src/workbench/vendors/vendor.ts';

const now = Date.UTC(2026, 10, 22, 5);
const api = 'https://api.hubapi.com';
const search = '/crm/objects/2026-09/contacts/search';
const whole = {
  filterGroups: [],
  sorts: ['hs_object_id'],
  properties: ['createdate'],
  limit: 1,
  after: '0',
};

const opened = (of: Parameters<typeof playedHubSpot>[0] = {}) => {
  const vendor = playedHubSpot(of);
  return (path: string, body: unknown = null, more: { key?: string; ms?: number } = {}) =>
    vendor.answer(
      {
        method: body === null ? 'get' : 'post',
        url: api + path,
        headers: {
          authorization: `Bearer ${more.key ?? playedKey}`,
          'content-type': 'application/json',
        },
        body: body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body),
      },
      more.ms ?? now,
    );
};
const read = ({ body }: VendorResponse) => JSON.parse(body);

describe('the played HubSpot', () => {
  const filter = (given: object) => ({ ...whole, filterGroups: [{ filters: [given] }] });
  const one = { propertyName: 'createdate', operator: 'GT', value: '1' };
  const refused: Readonly<Record<string, unknown>> = {
    'no JSON': '{"limit":',
    'a field it does not know': { ...whole, fields: [] },
    'no list of groups': { ...whole, filterGroups: undefined },
    'six groups': { ...whole, filterGroups: Array(6).fill({ filters: [one] }) },
    'seven filters': { ...whole, filterGroups: [{ filters: Array(7).fill(one) }] },
    'nineteen filters': {
      ...whole,
      filterGroups: [...Array(3).fill({ filters: Array(6).fill(one) }), { filters: [one] }],
    },
    'an empty group': { ...whole, filterGroups: [{ filters: [] }] },
    'more than a page': { ...whole, limit: 201 },
    'a page beyond 10,000': { ...whole, limit: 200, after: '9900' },
    'two rules of order': { ...whole, sorts: ['createdate', 'hs_object_id'] },
    'a property it does not have': filter({ ...one, propertyName: 'hs_v2_date_entered_77' }),
    'an operator it does not have': filter({ ...one, operator: 'AFTER' }),
    'half a range': filter({ ...one, operator: 'BETWEEN' }),
    'a list without values': filter({ propertyName: 'lifecyclestage', operator: 'IN' }),
    'one value for a list': filter({ ...one, operator: 'IN', values: ['1'] }),
    'a day in words': filter({ ...one, value: '2026-11-01' }),
    'a number for a text': filter({ ...one, value: 1 }),
  };
  it.each(Object.entries(refused))('takes no search with %s', (_, body) => {
    const { status, body: said } = opened()(search, body);
    expect(status).toBe(400);
    expect(JSON.parse(said)).toMatchObject({ status: 'error', category: 'VALIDATION_ERROR' });
  });

  it('knows one key, its own addresses and how they are asked', () => {
    const ask = opened();
    expect(ask(search, whole, { key: `${playedKey}1` }).status).toBe(401);
    expect(ask(search, whole, { key: '' }).status).toBe(401);
    expect(ask('/crm/objects/2026-09/contacts/find', whole).status).toBe(405);
    expect(ask('/crm/objects/2030-03/contacts/search', whole).status).toBe(404);
    expect(ask('/crm/v3/nothing').status).toBe(404);
    expect(ask(search).status).toBe(405);
    expect(ask('/crm/pipelines/2026-09/deals', whole).status).toBe(405);
    expect(ask(search, whole).status).toBe(200);
  });

  it('answers the same under the addresses of the versions before', () => {
    const twins: readonly (readonly [string, string, unknown])[] = [
      [search, '/crm/v3/objects/contacts/search', whole],
      [search, '/crm/v3/objects/0-1/search', whole],
      ['/crm/objects/2026-09/deals/search', '/crm/v3/objects/0-3/search', whole],
      ['/crm/pipelines/2026-09/deals', '/crm/v3/pipelines/deals', null],
      ['/crm/properties/2026-09/contacts', '/crm/v3/properties/contacts', null],
      ['/crm/objects/2026-09/deals?limit=3', '/crm/v3/objects/deals?limit=3', null],
    ];
    const ask = opened();
    for (const [at, [newest, before, body]] of twins.entries()) {
      const [one, other] = [newest, before].map((path) => ask(path, body, { ms: now + 5000 * at }));
      expect(one?.status).toBe(200);
      expect(other?.body).toBe(one?.body);
    }
    const details = read(ask('/account-info/v3/details'));
    expect(details).toMatchObject({ portalId: 147893286, timeZone: 'Asia/Ho_Chi_Minh' });
    expect(details).not.toHaveProperty('portalName');
    expect(read(ask('/account-info/2026-09/details'))).toMatchObject({
      portalName: 'Nội thất Lan',
    });
  });

  it('answers five searches a second, and tells only other calls how many are left', () => {
    const ask = opened();
    const answers = Array.from({ length: 6 }, () => ask(search, whole));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(read(answers[5] ?? (answers[0] as VendorResponse))).toMatchObject({
      policyName: 'SECONDLY',
    });
    for (const { headers } of answers) expect(Object.keys(headers)).toEqual(['content-type']);
    expect(ask(search, whole, { ms: now + 1000 }).status).toBe(200);
    const { headers } = ask('/account-info/2026-09/details');
    expect(headers).toMatchObject({ 'x-hubspot-ratelimit-max': '100' });
  });

  it('answers so many calls a day, the day being the account’s', () => {
    const ask = opened({ limits: { day: 2 } });
    const details = '/account-info/2026-09/details';
    expect([1, 2, 3].map(() => ask(details).status)).toEqual([200, 200, 429]);
    expect(read(ask(details))).toMatchObject({ policyName: 'DAILY' });
    expect(ask(details, null, { ms: Date.UTC(2026, 10, 22, 17) }).status).toBe(200);
  });

  it('knows nothing of what is still to come, and finds what is new a little later', () => {
    const { leads, deals } = business();
    const [lead] = leads.filter(({ createdMs }) => createdMs > now);
    const ms = lead?.createdMs ?? 0;
    const count = (at: number) => read(opened()(search, whole, { ms: at })).total;
    expect(count(ms - 1)).toBe(leads.filter(({ createdMs }) => createdMs <= ms - 20_001).length);
    expect(count(ms + 20_000)).toBeGreaterThan(count(ms));
    const won = { propertyName: 'hs_is_closed_won', operator: 'EQ', value: 'true' };
    const body = { ...whole, filterGroups: [{ filters: [won] }] };
    expect(read(opened()('/crm/objects/2026-09/deals/search', body)).total).toBe(
      deals.filter(({ ends, closeMs }) => ends === 'won' && closeMs <= now).length,
    );
  });
});

describe('HubSpot’s own client', () => {
  let served: ServedVendors;
  beforeAll(async () => {
    served = await serveVendors(0, [playedHubSpot()], () => now);
  });
  afterAll(() => served.close());

  it('asks for these, and is answered over HTTP', async () => {
    const [{ address } = { address: '' }] = served.served;
    const key = served.keys[0]?.[1].key ?? '';
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
    // As its search sends it: no rules left out, numbers as numbers.
    const body = JSON.stringify({
      ...whole,
      filterGroups: [
        {
          filters: [
            {
              propertyName: 'createdate',
              operator: 'BETWEEN',
              value: '1767571200000',
              highValue: '1768175999999',
            },
          ],
        },
      ],
    });
    const found = await fetch(`${address}/crm/v3/objects/contacts/search`, {
      method: 'POST',
      headers,
      body,
    });
    expect(await found.json()).toMatchObject({
      results: [{ archived: false }],
      paging: { next: { after: '1' } },
    });
    const pipelines = await fetch(`${address}/crm/v3/pipelines/deals`, { headers });
    expect(await pipelines.json()).toMatchObject({
      results: [{ id: 'default' }, { id: '75300114' }],
    });
    expect((await fetch(`${address}/crm/v3/pipelines/deals`)).status).toBe(401);
  });
});
