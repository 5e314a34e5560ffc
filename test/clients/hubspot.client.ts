import { Client } from '@hubspot/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/sources/source.ts';
import { playedHubSpot, playedKey } from '../../src/workbench/vendors/hubspot/hubspot.ts';
import { all, behind, fetched, noon, november } from '../sources/hubspot/played-portal.ts';
import { differences, misread, told } from './compared.ts';
import { type Heard, heard } from './heard.ts';
import { totalsBy } from './totals.ts';

/** A search as the client takes it. */
type Asked = Parameters<Client['crm']['contacts']['searchApi']['doSearch']>[0];
type Answer = Awaited<ReturnType<Client['crm']['contacts']['searchApi']['doSearch']>>;
type Filter = NonNullable<NonNullable<Asked['filterGroups']>[number]['filters']>[number];

describe('HubSpot’s own client', () => {
  const ours = fetched(all, november, behind(playedHubSpot()));
  const requests = ours.sent.map(({ request }) => request);
  const searches = requests.filter(({ url }) => url.endsWith('/search'));
  let hub: Heard;
  let client: Client;
  const clientWith = (accessToken: string) =>
    new Client({ accessToken, basePath: hub.at('api.hubapi.com') });
  beforeAll(async () => {
    hub = await heard(playedHubSpot(), noon);
    client = clientWith(playedKey);
  });
  afterAll(() => hub.close());

  const searchOf = (object: string) =>
    object === 'deals' ? client.crm.deals.searchApi : client.crm.contacts.searchApi;
  const objectIn = ({ url }: HttpRequest): string =>
    url.includes('/deals/') ? 'deals' : 'contacts';

  it('sends each of our searches as we do, but to the version before, and reads all of the answer', async () => {
    expect(searches.length).toBe(9);
    for (const [at, request] of searches.entries()) {
      const object = objectIn(request);
      const answer = await searchOf(object).doSearch(request.body as Asked);
      const call = hub.last();
      const found = told(
        `HubSpot, search ${at + 1} of ${object}`,
        differences(request, call.request),
      );
      expect(found).toEqual([
        `path: /crm/objects/2026-09/${object}/search | /crm/v3/objects/${object}/search`,
      ]);
      expect(answer.total).toBeGreaterThan(0);
      expect(answer.results[0]?.createdAt).toBeInstanceOf(Date);
      expect(misread(call.response, answer)).toEqual([]);
    }
  });

  it('asks for the pipelines of deals as we do, but in the version before', async () => {
    const request = requests.find(({ url }) => url.includes('/pipelines/'));
    if (!request) throw new Error('We asked for none.');
    const answer = await client.crm.pipelines.pipelinesApi.getAll('deals');
    const call = hub.last();
    expect(told('HubSpot, pipelines', differences(request, call.request))).toEqual([
      'path: /crm/pipelines/2026-09/deals | /crm/v3/pipelines/deals',
    ]);
    expect(answer.results.map(({ id }) => id)).toEqual(['default', '75300114']);
    expect(misread(call.response, answer)).toEqual([]);
  });

  it('comes to our totals, by its own pages and by what HubSpot says of a deal', async () => {
    // November in Hanoi begins at 17:00 UTC the day before, and is asked for up to the 21st.
    const between = (propertyName: string): Filter => ({
      propertyName,
      operator: 'BETWEEN' as Filter['operator'],
      value: String(Date.UTC(2026, 9, 31, 17)),
      highValue: String(Date.UTC(2026, 10, 21, 17) - 1),
    });
    const is = (propertyName: string, value: string): Filter => ({
      propertyName,
      operator: 'EQ' as Filter['operator'],
      value,
    });
    const won = is('hs_is_closed_won', 'true');
    const lost = [is('hs_is_closed', 'true'), is('hs_is_closed_won', 'false')];
    const asked: Readonly<Record<string, readonly [string, readonly Filter[]]>> = {
      LEADS: ['contacts', [between('createdate')]],
      MQL: ['contacts', [between('hs_v2_date_entered_marketingqualifiedlead')]],
      SQL: ['contacts', [between('hs_v2_date_entered_salesqualifiedlead')]],
      OPPORTUNITIES: ['contacts', [between('hs_v2_date_entered_opportunity')]],
      CUSTOMERS: ['contacts', [between('hs_v2_date_entered_customer')]],
      DEALSCREATED: ['deals', [between('createdate')]],
      DEALSWON: ['deals', [between('closedate'), won]],
      DEALSLOST: ['deals', [between('closedate'), ...lost]],
    };
    const totals: Record<string, number> = {};
    for (const [input, [object, filters]] of Object.entries(asked)) {
      let after: string | undefined = '0';
      let count = 0;
      let amount = 0;
      while (after !== undefined) {
        const properties = ['amount_in_home_currency'];
        const answer: Answer = await searchOf(object).doSearch({
          filterGroups: [{ filters: [...filters] }],
          ...{ properties, sorts: [], limit: 7, after },
        });
        count += answer.results.length;
        for (const each of answer.results) amount += Number(each.properties[properties[0]!] ?? 0);
        after = answer.paging?.next?.after;
        if (after === undefined) expect(count).toBe(answer.total);
      }
      totals[input] = count;
      if (input === 'DEALSWON') totals.REVENUE = amount;
    }
    expect(totals).toEqual(totalsBy(ours.outcome, ({ input }) => input));
    console.log('HubSpot, totals: equal', JSON.stringify(totals));
  });

  it('reads refusals', async () => {
    const refused = clientWith('pat-na1-0').crm.contacts.searchApi.doSearch(
      searches[0]?.body as Asked,
    );
    await expect(refused).rejects.toMatchObject({
      code: 401,
      body: { category: 'INVALID_AUTHENTICATION' },
    });
    const unknown = [{ filters: [{ ...filterOf('nothing') }] }];
    const asked = client.crm.contacts.searchApi.doSearch({
      filterGroups: unknown,
      ...{ properties: [], sorts: [], limit: 1, after: '0' },
    });
    await expect(asked).rejects.toMatchObject({
      code: 400,
      body: { category: 'VALIDATION_ERROR' },
    });
  });
});

const filterOf = (propertyName: string): Filter => ({
  propertyName,
  operator: 'HAS_PROPERTY' as Filter['operator'],
});
