import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as sdk from '@zohocrm/typescript-sdk-8.0';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/sources/source.ts';
import { orgRequest } from '../../src/sources/zoho/coql.ts';
import { metricNames } from '../../src/sources/zoho/metrics.ts';
import { zohoAccess } from '../../src/sources/zoho/sign-in.ts';
import { client } from '../../src/workbench/vendors/zoho/tokens.ts';
import { playedZohoCrm } from '../../src/workbench/vendors/zoho/zoho-crm.ts';
import { january, noon, played, summed } from '../sources/zoho/played.ts';
import { differences, misread, told } from './compared.ts';
import { type Heard, heard } from './heard.ts';
import { totalsBy } from './totals.ts';

/** What our connector asks for, and what it makes of it. */
function ours() {
  const desk = played();
  const requests: HttpRequest[] = [];
  const { send } = desk;
  desk.send = (request) => {
    requests.push(request);
    return send(request);
  };
  const outcome = desk.fetch({ wanted: metricNames.map((metric) => summed(metric)), ...january });
  return { requests, outcome };
}

describe('Zoho’s own client', () => {
  const { requests, outcome } = ours();
  const folder = mkdtempSync(path.join(tmpdir(), 'zoho-client-'));
  let zoho: Heard;
  beforeAll(async () => {
    zoho = await heard(playedZohoCrm(), noon);
    const tokens = `${zoho.at('accounts.zoho.com')}/oauth/v2/token`;
    const store = {
      findToken: async () => null,
      findTokenById: async () => null,
      saveToken: async () => {},
      deleteToken: async () => {},
      getTokens: async () => null,
      deleteTokens: async () => {},
    };
    const token = new sdk.OAuthBuilder()
      .clientId(client.clientId)
      .clientSecret(client.clientSecret)
      .grantToken(client.code)
      .build();
    const api = zoho.at('www.zohoapis.com');
    const builder = await new sdk.InitializeBuilder();
    await builder
      .environment(sdk.DataCenter.setEnvironment(api, tokens, api))
      .token(token)
      .store(store)
      .resourcePath(folder)
      .logger(new sdk.LogBuilder().level(sdk.Levels.OFF).build())
      .initialize();
  });
  afterAll(async () => {
    await zoho.close();
    rmSync(folder, { recursive: true });
  });

  const last = (end: string) =>
    zoho.calls.findLast(({ request }) => new URL(request.url).pathname.endsWith(end)) ??
    zoho.last();

  async function queried(query: string) {
    const body = new sdk.Coql.BodyWrapper();
    body.setSelectQuery(query);
    const answer = (await new sdk.Coql.CoqlOperations().getRecords(body))?.getObject();
    if (!(answer instanceof sdk.Coql.ResponseWrapper)) throw answer;
    const data = answer.getData().map((record) => Object.fromEntries(record.getKeyValues()));
    return data;
  }

  const queryIn = ({ body }: HttpRequest): string =>
    (body as { readonly select_query?: string } | null)?.select_query ?? '';
  const queries = requests.filter(({ url }) => url.endsWith('/coql'));

  async function stagesOf(type: string): Promise<readonly string[]> {
    const asked = new sdk.ParameterMap();
    await asked.add(sdk.Fields.GetFieldsParam.MODULE, 'Deals');
    const answer = (await new sdk.Fields.FieldsOperations().getFields(asked))?.getObject();
    if (!(answer instanceof sdk.Fields.ResponseWrapper)) throw answer;
    const stage = answer.getFields().find((field) => field.getAPIName() === 'Stage');
    return (stage?.getPickListValues() ?? []).flatMap((value) =>
      value.getForecastType() === type ? [value.getActualValue()] : [],
    );
  }

  it('sends each of our queries as we do, and reads all records of the answer', async () => {
    expect(queries.length).toBe(6);
    for (const [at, request] of queries.entries()) {
      const data = await queried(queryIn(request));
      const { request: theirs, response } = last('/coql');
      expect(told(`Zoho, query ${at + 1}`, differences(request, theirs))).toEqual([
        // It does not say that what it sends is JSON.
        'type: application/json | (absent)',
      ]);
      const sent = JSON.stringify({ data: JSON.parse(response.body).data });
      expect(misread({ ...response, body: sent }, { data })).toEqual([]);
    }
  });

  it('asks for the fields of deals and for the organisation as we do', async () => {
    const fields = requests.find(({ url }) => url.includes('/settings/fields'));
    if (!fields) throw new Error('We asked for none.');
    expect(await stagesOf('Closed Won')).not.toEqual([]);
    expect(told('Zoho, fields', differences(fields, last('/fields').request))).toEqual([]);
    const answer = (await new sdk.Org.OrgOperations().getOrganization())?.getObject();
    if (!(answer instanceof sdk.Org.ResponseWrapper)) throw answer;
    expect(told('Zoho, org', differences(orgRequest('com'), last('/org').request))).toEqual([]);
    const [org] = answer.getOrg();
    expect([org?.getTimeZone(), org?.getIsoCode()]).toEqual(['Asia/Ho_Chi_Minh', 'VND']);
  });

  it('comes to our totals, asked for in the days of the organisation', async () => {
    const within = (field: string) =>
      `${field} >= '2027-01-01T00:00:00+07:00' and ${field} < '2027-02-01T00:00:00+07:00'`;
    const rows = async (of: string, where: string) => {
      return queried(`select ${of} where ${where} limit 2000`);
    };
    const closed = async (type: string) =>
      rows(
        'id, Amount from Deals',
        `((Closing_Date >= '2027-01-01' and Closing_Date <= '2027-01-31') and Stage in (${(
          await stagesOf(type)
        )
          .map((name) => `'${name}'`)
          .join(', ')}))`,
      );
    const converted = async (field: string, is: boolean) =>
      (await rows(`id, ${field} from Leads`, `((${within(field)}) and Converted__s = ${is})`))
        .length;
    const won = await closed('Closed Won');
    const totals = {
      LEADS: (await converted('Created_Time', true)) + (await converted('Created_Time', false)),
      CONVERTEDLEADS: await converted('Converted_Date_Time', true),
      DEALSCREATED: (await rows('id from Deals', `(${within('Created_Time')})`)).length,
      DEALSWON: won.length,
      DEALSLOST: (await closed('Closed Lost')).length,
      WONAMOUNT: won.reduce((sum, { Amount }) => sum + Number(Amount ?? 0), 0),
    };
    expect(totals).toEqual(totalsBy(outcome, ({ input }) => input));
    console.log('Zoho, totals: equal', JSON.stringify(totals));
  });

  it('exchanges a code for a token as we do, but in parts instead of a form', async () => {
    if (zohoAccess.is !== 'token') throw new Error('It gives tokens.');
    const request = zohoAccess.exchange.request(client, { dc: 'com' });
    if ('trouble' in request) throw new Error(request.trouble.kind);
    const theirs = zoho.calls[0]?.request;
    if (!theirs) throw new Error('It asked for none.');
    expect(told('Zoho, token', differences(request, theirs))).toEqual([
      'type: application/x-www-form-urlencoded | multipart/form-data',
    ]);
    expect(theirs.headers.authorization).toBeUndefined();
    expect(last('/coql').request.headers.authorization).toMatch(/^Zoho-oauthtoken 1000\./);
  });

  it('reads refusals', async () => {
    const refused: unknown = await queried('select id from Leads where Nothing = 1').catch(
      (error: unknown) => error,
    );
    if (!(refused instanceof sdk.Coql.APIException)) throw refused;
    expect(refused.getCode().getValue()).toBe('INVALID_QUERY');
  });
});
