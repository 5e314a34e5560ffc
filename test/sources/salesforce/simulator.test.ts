import { describe, expect, it } from 'vitest';
import { playedSalesforce } from '../../../src/workbench/vendors/salesforce/salesforce-crm.ts';
import { client, refreshToken } from '../../../src/workbench/vendors/salesforce/tokens.ts';
import { serveVendors } from '../../../src/workbench/vendors/serve.ts';
import { domain, noon, played } from './played.ts';

const at = (path: string) => ({
  method: 'get' as const,
  url: `https://${domain}${path}`,
  body: null,
});
const query = (soql: string, version = '66.0') =>
  at(`/services/data/v${version}/query?q=${encodeURIComponent(soql)}`);

describe('the Salesforce of the workbench', () => {
  const desk = played();
  const ask = (request: ReturnType<typeof at>) => {
    const { status, headers, body } = desk.send(request);
    return { status, headers, answer: JSON.parse(body) };
  };
  const code = (soql: string) => {
    const { status, answer } = ask(query(soql));
    return `${status} ${answer[0]?.errorCode}`;
  };

  it('names totals by their aliases, or by its own names, and a group of nothing null', () => {
    const { answer } = ask(query('SELECT LeadSource, COUNT(Id) FROM Lead GROUP BY LeadSource'));
    const [first] = answer.records;
    expect(Object.keys(first)).toEqual(['attributes', 'LeadSource', 'expr0']);
    expect(first.attributes).toEqual({ type: 'AggregateResult' });
    expect(answer.records.some((each: typeof first) => each.LeadSource === null)).toBe(true);
    expect(answer).toMatchObject({ done: true, totalSize: answer.records.length });
  });

  it('has an empty list where there is nothing, and says how many calls were made', () => {
    const { answer, headers } = ask(
      query('SELECT Id FROM Opportunity WHERE CloseDate = 2020-01-01'),
    );
    expect(answer).toEqual({ totalSize: 0, done: true, records: [] });
    expect(headers['sforce-limit-info']).toMatch(/^api-usage=\d+\/15000$/);
  });

  it.each([
    ['a field that is not there', 'SELECT LeadSorce FROM Lead', '400 INVALID_FIELD'],
    [
      'a currency where there is one',
      'SELECT CurrencyIsoCode FROM Opportunity',
      '400 INVALID_FIELD',
    ],
    ['an object that is not there', 'SELECT Id FROM Visit', '400 INVALID_TYPE'],
    ['currencies where there is one', 'SELECT IsoCode FROM CurrencyType', '400 INVALID_TYPE'],
    [
      'a moment in quotes',
      "SELECT Id FROM Lead WHERE CreatedDate > '2027-01-01'",
      '400 INVALID_FIELD',
    ],
    [
      'a day for a moment',
      'SELECT Id FROM Lead WHERE CreatedDate > 2027-01-01',
      '400 INVALID_FIELD',
    ],
    [
      'a moment for a day',
      'SELECT Id FROM Opportunity WHERE CloseDate > 2027-01-01T00:00:00Z',
      '400 INVALID_FIELD',
    ],
    [
      'what is neither grouped nor totalled',
      'SELECT Status, COUNT(Id) n FROM Lead',
      '400 MALFORMED_QUERY',
    ],
    [
      'groups of long texts',
      'SELECT Description, COUNT(Id) n FROM Lead GROUP BY Description',
      '400 INVALID_FIELD',
    ],
    [
      'groups of moments',
      'SELECT CreatedDate, COUNT(Id) n FROM Lead GROUP BY CreatedDate',
      '400 INVALID_FIELD',
    ],
    ['a sum of names', 'SELECT SUM(Name) n FROM Lead', '400 MALFORMED_QUERY'],
    ['an alias of a plain question', 'SELECT Id i FROM Lead', '400 MALFORMED_QUERY'],
    [
      'an alias twice',
      'SELECT Status n, COUNT(Id) n FROM Lead GROUP BY Status',
      '400 MALFORMED_QUERY',
    ],
    ['a star', 'SELECT * FROM Lead', '400 MALFORMED_QUERY'],
    ['what follows no rule', 'SELECT Id FROM Lead GRUOP BY Id', '400 MALFORMED_QUERY'],
    [
      'more than 2,000 groups',
      'SELECT Id, COUNT(Name) n FROM Lead GROUP BY Id',
      '400 EXCEEDED_ID_LIMIT',
    ],
  ])('refuses %s', (_, soql, wanted) => {
    expect(code(soql)).toBe(wanted);
  });

  it('tells days by the zone of its user, or by UTC', () => {
    const days = (term: string) =>
      ask(query(`SELECT ${term} d, COUNT(Id) n FROM Lead GROUP BY ${term}`)).answer.records.length;
    expect(days('DAY_ONLY(convertTimezone(CreatedDate))')).toBeGreaterThan(700);
    expect(code('SELECT convertTimezone(CreatedDate) d, COUNT(Id) n FROM Lead GROUP BY Id')).toBe(
      '400 MALFORMED_QUERY',
    );
  });

  it.each([
    ['a version that is gone', at('/services/data/v30.0/query?q=x'), 410],
    ['a version that is not there yet', at('/services/data/v99.0/query?q=x'), 404],
    ['a resource that is not there', at('/services/data/v66.0/nothing'), 404],
    [
      'another organisation',
      { ...at(''), url: 'https://other.my.salesforce.com/services/data/v66.0/' },
      404,
    ],
  ])('does not know %s', (_, request, status) => {
    expect(desk.send(request).status).toBe(status);
  });

  it('lets nobody in without its own token, signed exactly so', () => {
    const vendor = playedSalesforce();
    const status = (authorization: string) =>
      vendor.answer({ ...at('/services/data/v66.0/'), headers: { authorization }, body: '' }, noon)
        .status;
    expect(['', 'Bearer x', 'Zoho-oauthtoken x', client.consumerKey].map(status)).toEqual([
      ...[401, 401, 401, 401],
    ]);
  });

  it('has so many calls in 24 hours, and then none', () => {
    const few = played({ calls: 3 });
    const statuses = [1, 2, 3, 4].map(() => few.send(at('/services/data/v66.0/limits')).status);
    expect(statuses).toEqual([200, 200, 200, 403]);
    few.now += 23 * 3_600_000;
    expect(few.send(at('/services/data/v66.0/limits')).status).toBe(401);
  });
});

describe('what Salesforce’s own client sends', () => {
  it('is answered over HTTP: a refresh, a question in its older version, and batch after batch', async () => {
    const vendor = playedSalesforce({ batch: 1000 });
    const { served, close } = await serveVendors(0, [vendor], () => noon);
    try {
      const [{ host = '', address = '' } = {}] = served;
      expect(host).toBe(domain);
      const given = await fetch(`${address}/services/oauth2/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
          client_id: client.consumerKey,
          client_secret: client.consumerSecret,
        }),
      });
      const token = (await given.json()) as { access_token: string; expires_in?: number };
      expect(token.expires_in).toBeUndefined();
      const ask = async (path: string, signedWith = token.access_token) =>
        (
          await fetch(address + path, {
            headers: {
              authorization: `Bearer ${signedWith}`,
              'content-type': 'application/json',
              accept: '*/*',
            },
          })
        ).json() as Promise<Record<string, unknown>>;
      const soql = encodeURIComponent("SELECT Id, Name FROM Lead WHERE LeadSource = 'referral'");
      expect(await ask(`/services/data/v50.0/query?q=${soql}`, 'old')).toMatchObject([
        { errorCode: 'INVALID_SESSION_ID' },
      ]);
      let page = await ask(`/services/data/v50.0/query?q=${soql}`);
      const sizes: number[] = [];
      for (;;) {
        sizes.push((page.records as readonly object[]).length);
        if (page.done === true) break;
        page = await ask(String(page.nextRecordsUrl));
      }
      expect(sizes.slice(0, -1).every((size) => size === 1000)).toBe(true);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(page.totalSize);
      expect(await ask('/services/data/v50.0/sobjects/Lead/describe')).toMatchObject({
        name: 'Lead',
      });
    } finally {
      await close();
    }
  });
});
