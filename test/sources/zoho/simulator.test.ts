import { describe, expect, it } from 'vitest';
import { client } from '../../../src/workbench/vendors/zoho/tokens.ts';
import { playedZohoCrm } from '../../../src/workbench/vendors/zoho/zoho-crm.ts';
import { noon, played } from './played.ts';

const api = 'https://www.zohoapis.com/crm/v8/';
const coql = (select_query: string) => ({
  method: 'post' as const,
  url: `${api}coql`,
  body: { select_query },
});

describe('the Zoho CRM of the workbench', () => {
  const desk = played();
  const ask = (query: string) => {
    const { status, body } = desk.send(coql(query));
    return { status, answer: body === '' ? null : JSON.parse(body) };
  };
  const code = (query: string) => {
    const { status, answer } = ask(query);
    return `${status} ${answer?.code}`;
  };

  it('answers under keys exactly as they were written', () => {
    const { answer } = ask(
      "select COUNT(id), SUM(Amount), Stage from Deals where Closing_Date between '2027-01-04' and '2027-01-10' group by Stage",
    );
    for (const row of answer.data)
      expect(Object.keys(row)).toEqual(['COUNT(id)', 'SUM(Amount)', 'Stage']);
    expect(answer.info).toEqual({ count: answer.data.length, more_records: false });
    const { answer: named } = ask('select count(id) as n from Leads where id is not null');
    expect(Object.keys(named.data[0])).toEqual(['n']);
  });

  it('leaves out leads that were converted where the question does not name that', () => {
    const count = (where: string): number =>
      ask(`select COUNT(id) from Leads where ${where}`).answer.data[0]['COUNT(id)'];
    const [plain, open, converted] = [
      count('id is not null'),
      count('Converted__s = false'),
      count('Converted__s = true'),
    ];
    expect(plain).toBe(open);
    expect(converted).toBeGreaterThan(1000);
  });

  it('has no body where there is nothing, and shows 2,000 records of a question at most', () => {
    expect(ask("select id from Deals where Closing_Date = '2020-01-01'")).toEqual({
      status: 204,
      answer: null,
    });
    const { answer } = ask('select id from Leads where id is not null limit 0, 2000');
    expect(answer.info).toEqual({ count: 2000, more_records: true });
    expect(ask('select id from Leads where id is not null').answer.data).toHaveLength(200);
  });

  it.each([
    ['no where', 'select id from Leads', '400 INVALID_QUERY'],
    [
      'three conditions side by side',
      'select id from Leads where id is not null and id is not null and id is not null',
      '400 SYNTAX_ERROR',
    ],
    [
      'a field that is not there',
      'select Lead_Sorce from Leads where id is not null',
      '400 INVALID_QUERY',
    ],
    [
      'a module that is not there',
      'select id from Visits where id is not null',
      '401 OAUTH_SCOPE_MISMATCH',
    ],
    [
      'a day where a moment belongs',
      "select id from Leads where Created_Time >= '2027-01-01'",
      '400 INVALID_QUERY',
    ],
    [
      'a moment where a day belongs',
      "select id from Deals where Closing_Date >= '2027-01-01T00:00:00Z'",
      '400 INVALID_QUERY',
    ],
    [
      'a page too large',
      'select id from Leads where id is not null limit 2001',
      '400 LIMIT_EXCEEDED',
    ],
    [
      'a page too far',
      'select id from Leads where id is not null limit 99000, 2000',
      '400 LIMIT_EXCEEDED',
    ],
    [
      'five groups',
      'select id from Deals where id is not null group by id, Stage, Amount, Pipeline, Owner',
      '400 LIMIT_EXCEEDED',
    ],
    [
      'six totals',
      'select COUNT(id), SUM(Amount), MIN(Amount), MAX(Amount), AVG(Amount), COUNT(Stage) from Deals where id is not null',
      '400 LIMIT_EXCEEDED',
    ],
    [
      'what is neither grouped nor totalled',
      'select Stage, COUNT(id) from Deals where id is not null',
      '400 INVALID_QUERY',
    ],
    [
      'a field twice',
      'select id from Deals where id is not null order by id, id',
      '400 DUPLICATE_DATA',
    ],
    [
      '26 conditions',
      `select id from Leads where ${'('.repeat(25)}id is not null${' and id is not null)'.repeat(25)}`,
      '400 LIMIT_EXCEEDED',
    ],
    ['a star', 'select * from Leads where id is not null', '400 SYNTAX_ERROR'],
  ])('refuses %s', (_, query, wanted) => {
    expect(code(query)).toBe(wanted);
  });

  it('refuses another method, host, header, path and an old token', () => {
    const vendor = playedZohoCrm();
    const sent = (given: object) => {
      const whole = {
        method: 'post',
        url: `${api}coql`,
        headers: {},
        body: '{}',
        ...given,
      } as const;
      const { status, body } = vendor.answer(whole, noon);
      return `${status} ${JSON.parse(body).code}`;
    };
    const authorization = 'Zoho-oauthtoken x';
    expect(sent({})).toBe('401 AUTHENTICATION_FAILURE');
    expect(sent({ headers: { authorization: 'Bearer x' } })).toBe('401 AUTHENTICATION_FAILURE');
    expect(sent({ headers: { authorization } })).toBe('401 INVALID_TOKEN');
    expect(sent({ headers: { authorization }, method: 'get' })).toBe('400 INVALID_REQUEST_METHOD');
    expect(sent({ headers: { authorization }, url: `${api}leads` })).toBe(
      '400 INVALID_REQUEST_METHOD',
    );
    expect(sent({ url: 'https://www.zohoapis.com/crm/v2/coql' })).toBe('404 INVALID_URL_PATTERN');
    const old = played();
    old.send(coql('select id from Leads where id is not null limit 1'));
    old.now += 3_600_001;
    expect(old.send(coql('select id from Leads where id is not null limit 1')).status).toBe(401);
  });

  it('takes three credits for a large page, one for a small one, and none are left at the end', () => {
    const small = played({ credits: 5 });
    small.send(coql('select id from Leads where id is not null limit 2000'));
    small.send(coql('select id from Leads where id is not null limit 200'));
    expect(small.vendor.credits(noon)).toBe(4);
    small.send({ method: 'get', url: `${api}org`, body: null });
    expect(small.send({ method: 'get', url: `${api}org`, body: null }).status).toBe(429);
    small.now += 24 * 3_600_000;
    expect(small.vendor.credits(small.now)).toBe(0);
  });

  it('gives ten tokens in ten minutes for one permission, and a code is taken once, in its time', () => {
    const vendor = playedZohoCrm();
    const post = (form: Readonly<Record<string, string>>, nowMs: number) =>
      vendor.answer(
        {
          method: 'post',
          url: 'https://accounts.zoho.com/oauth/v2/token',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(form).toString(),
        },
        nowMs,
      );
    const { clientId: client_id, clientSecret: client_secret, code: own } = client;
    const asCode = { client_id, client_secret, grant_type: 'authorization_code', code: own };
    const { refresh_token } = JSON.parse(post(asCode, noon).body);
    expect(post(asCode, noon)).toMatchObject({ status: 200, body: '{"error":"invalid_code"}' });
    const refresh = { client_id, client_secret, grant_type: 'refresh_token', refresh_token };
    for (let times = 1; times < 10; times += 1)
      expect(post(refresh, noon).body).toContain('access_token');
    expect(post(refresh, noon)).toMatchObject({ status: 400 });
    expect(post(refresh, noon + 600_001).body).toContain('access_token');
  });

  it('answers what Zoho’s own client sends: a permission in parts, the user, the organisation', () => {
    const vendor = playedZohoCrm();
    const boundary = '----form-data-boundary-1';
    const part = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const { clientId, clientSecret, code: own } = client;
    const { body } = vendor.answer(
      {
        method: 'post',
        url: 'https://accounts.zoho.com/oauth/v2/token',
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        body: [
          part('client_id', clientId),
          part('client_secret', clientSecret),
          part('grant_type', 'authorization_code'),
          part('code', own),
          `--${boundary}--\r\n`,
        ].join(''),
      },
      noon,
    );
    const authorization = `Zoho-oauthtoken ${JSON.parse(body).access_token}`;
    const get = (path: string) =>
      JSON.parse(
        vendor.answer(
          { method: 'get', url: api + path, headers: { authorization }, body: '' },
          noon,
        ).body,
      );
    expect(get('users?type=CurrentUser').users[0].email).toBe('lan@shop.example');
    expect(get('org').org[0]).toMatchObject({ iso_code: 'VND', time_zone: 'Asia/Ho_Chi_Minh' });
  });
});
