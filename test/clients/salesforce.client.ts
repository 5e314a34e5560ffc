import jsforce, { type Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricNames } from '../../src/sources/salesforce/metrics.ts';
import { salesforceAccess } from '../../src/sources/salesforce/sign-in.ts';
import { fieldsRequest } from '../../src/sources/salesforce/soql.ts';
import type { HttpRequest } from '../../src/sources/source.ts';
import { playedSalesforce } from '../../src/workbench/vendors/salesforce/salesforce-crm.ts';
import { client } from '../../src/workbench/vendors/salesforce/tokens.ts';
import { domain, january, noon, played, summed } from '../sources/salesforce/played.ts';
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

describe('jsforce, the client that Salesforce’s own tools use', () => {
  const { requests, outcome } = ours();
  const queries = requests.filter(({ url }) => new URL(url).searchParams.has('q'));
  const [, version = ''] = /\/data\/v([\d.]+)\//.exec(queries[0]?.url ?? '') ?? [];
  let salesforce: Heard;
  let connection: Connection;
  beforeAll(async () => {
    // Few records come at once, so that the client has to ask for more of them.
    salesforce = await heard(playedSalesforce({ batch: 25 }), noon);
    const address = salesforce.at(domain);
    connection = new jsforce.Connection({
      instanceUrl: address,
      version,
      oauth2: {
        loginUrl: address,
        clientId: client.consumerKey,
        clientSecret: client.consumerSecret,
      },
    });
    await connection.authorize({ grant_type: 'client_credentials' });
  });
  afterAll(() => salesforce.close());

  it('signs in as we do', () => {
    if (salesforceAccess.is !== 'token') throw new Error('It gives tokens.');
    const request = salesforceAccess.exchange.request(client, { domain });
    if ('trouble' in request) throw new Error(request.trouble.kind);
    const theirs = salesforce.calls[0]?.request;
    if (!theirs) throw new Error('It asked for nothing.');
    expect(told('Salesforce, token', differences(request, theirs))).toEqual([]);
  });

  it('sends each of our queries as we do, and reads all of the answer', async () => {
    expect(queries.length).toBe(4);
    for (const [at, request] of queries.entries()) {
      const answer = await connection.query(new URL(request.url).searchParams.get('q') ?? '');
      const call = salesforce.last();
      expect(told(`Salesforce, query ${at + 1}`, differences(request, call.request))).toEqual([]);
      expect(answer.totalSize).toBeGreaterThan(0);
      expect(misread(call.response, answer)).toEqual([]);
    }
  });

  it('asks what an object has as we do', async () => {
    const answer = await connection.describe('Opportunity');
    const { request } = salesforce.last();
    const found = differences(fieldsRequest(domain, 'Opportunity'), request);
    expect(told('Salesforce, fields', found)).toEqual([]);
    expect(answer.fields.map(({ name }) => name)).toContain('CloseDate');
  });

  it('comes to our totals, record by record and over several pages', async () => {
    const within = (field: string) =>
      `${field} >= 2026-12-31T17:00:00Z AND ${field} < 2027-01-31T17:00:00Z`;
    const on = (field: string) => `${field} >= 2027-01-01 AND ${field} <= 2027-01-31`;
    const records = async (of: string, where: string) => {
      const text = `SELECT ${of} WHERE ${where}`;
      return (await connection.query<{ Amount?: number | null }>(text, { autoFetch: true }))
        .records;
    };
    const before = salesforce.calls.length;
    const won = await records('Id, Amount FROM Opportunity', `IsWon = true AND ${on('CloseDate')}`);
    const lost = `IsClosed = true AND IsWon = false AND ${on('CloseDate')}`;
    const converted = `IsConverted = true AND ${on('ConvertedDate')}`;
    const totals = {
      LEADS: (await records('Id FROM Lead', within('CreatedDate'))).length,
      CONVERTEDLEADS: (await records('Id FROM Lead', converted)).length,
      DEALSCREATED: (await records('Id FROM Opportunity', within('CreatedDate'))).length,
      DEALSWON: won.length,
      DEALSLOST: (await records('Id FROM Opportunity', lost)).length,
      WONAMOUNT: won.reduce((sum, { Amount }) => sum + (Amount ?? 0), 0),
    };
    expect(totals).toEqual(totalsBy(outcome, ({ input }) => input));
    expect(salesforce.calls.length - before).toBeGreaterThan(12);
    console.log('Salesforce, totals: equal', JSON.stringify(totals));
  });

  it('reads refusals', async () => {
    const refused = connection.query('SELECT Id FROM Nothing');
    await expect(refused).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
  });
});
