import { describe, expect, it } from 'vitest';
import { secretFields } from '../../../src/sources/access.ts';
import { hubspotCrm } from '../../../src/sources/hubspot/entry.ts';
import { hubspot } from '../../../src/sources/hubspot/source.ts';
import { playedHubSpot, playedKey } from '../../../src/workbench/vendors/hubspot/hubspot.ts';
import { all, behind, fetched, noon, october, portal, wanted } from './played-portal.ts';

const only = [
  { dimension: 'pipeline', is: ['Đại lý', 'Bán lẻ'] },
  { dimension: 'source', is: ['Paid social', 'Offline sources'] },
];
const inputs = [...all, wanted('revenue', { input: 'OWN_A', only, split: 'pipeline' })];

/** A search as HubSpot documents it, field by field, written down here by hand. */
const filter = {
  BETWEEN: ['highValue', 'operator', 'propertyName', 'value'],
  GT: ['operator', 'propertyName', 'value'],
  IN: ['operator', 'propertyName', 'values'],
} as const;

interface Body {
  readonly filterGroups: readonly { readonly filters: readonly Record<string, unknown>[] }[];
  readonly sorts: readonly unknown[];
  readonly properties: readonly unknown[];
  readonly limit: number;
  readonly after: unknown;
}

describe('a request to HubSpot', () => {
  const { sent } = fetched(inputs, october, behind(playedHubSpot({ people: 120 })));

  it('goes to a known address of one version', () => {
    const paths = new Set(sent.map(({ request }) => `${request.method} ${request.url}`));
    expect([...paths].sort()).toEqual([
      'get https://api.hubapi.com/account-info/2026-09/details',
      'get https://api.hubapi.com/crm/pipelines/2026-09/deals',
      'post https://api.hubapi.com/crm/objects/2026-09/contacts/search',
      'post https://api.hubapi.com/crm/objects/2026-09/deals/search',
    ]);
  });

  it('has the fields of a search and no others, within its limits', () => {
    const bodies = sent.flatMap(({ request }) => (request.body ? [request.body as Body] : []));
    expect(bodies.length).toBeGreaterThan(20);
    for (const body of bodies) {
      expect(Object.keys(body).sort()).toEqual([
        'after',
        'filterGroups',
        'limit',
        'properties',
        'sorts',
      ]);
      expect(body).toMatchObject({ sorts: ['hs_object_id'], after: '0' });
      expect(body.limit === 1 || body.limit === 200).toBe(true);
      expect(body.properties.every((name) => typeof name === 'string')).toBe(true);
      expect(body.filterGroups).toHaveLength(1);
      const filters = body.filterGroups[0]?.filters ?? [];
      expect(filters.length).toBeLessThanOrEqual(6);
      for (const each of filters) {
        const fields = filter[each.operator as keyof typeof filter];
        expect(Object.keys(each).sort()).toEqual(fields);
        const values = [each.value, each.highValue, each.values].flat();
        expect(values.every((value) => value === undefined || typeof value === 'string')).toBe(
          true,
        );
      }
    }
    const most = bodies.map(({ filterGroups }) => filterGroups[0]?.filters.length ?? 0);
    expect(Math.max(...most)).toBeGreaterThanOrEqual(4);
  });

  it('asks for no name, address or number of a person', () => {
    const names = sent.flatMap(({ request }) => (request.body as Body | null)?.properties ?? []);
    expect([...new Set(names)].sort()).toEqual([
      'amount',
      'amount_in_home_currency',
      'closedate',
      'createdate',
      'deal_currency_code',
      'dealstage',
      'hs_v2_date_entered_customer',
      'hs_v2_date_entered_marketingqualifiedlead',
      'hs_v2_date_entered_opportunity',
      'hs_v2_date_entered_salesqualifiedlead',
      'pipeline',
    ]);
  });

  it('comes of a question that is JSON and holds no key', () => {
    const questions = hubspot.plan({ account: portal, wanted: inputs, ...october });
    expect(JSON.parse(JSON.stringify(questions))).toEqual(questions);
    expect(JSON.stringify(questions)).not.toContain('pat-');
    expect(noon).toBeGreaterThan(0);
  });
});

describe('a key of HubSpot', () => {
  const [key] = secretFields(hubspotCrm.access);
  const looks = (text: string) => key?.looks.test(text);

  it('is told from those of other systems', () => {
    expect(looks(playedKey)).toBe(true);
    for (const region of ['na1', 'na2', 'na3', 'eu1', 'ap1']) {
      expect(looks(`pat-${region}-00000000-0000-4000-8000-000000000000`)).toBe(true);
    }
    const others = [
      'f'.repeat(32),
      `1000.${'A'.repeat(32)}.${'b'.repeat(32)}`,
      `3MVG9${'x'.repeat(80)}`,
      'pat-na1',
      '00000000-0000-4000-8000-000000000000',
    ];
    expect(others.filter(looks)).toEqual([]);
  });
});
