import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import type { Account, Feed } from '../../../src/plan/model/feeds.ts';
import {
  type PlayedSalesforce,
  playedSalesforce,
  type SalesforceOptions,
} from '../../../src/workbench/vendors/salesforce/salesforce-crm.ts';
import { client } from '../../../src/workbench/vendors/salesforce/tokens.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import { fakeBook } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import {
  covered,
  dataRows,
  day,
  hour,
  logLines,
  refreshed,
  settle,
} from '../../kit/desk/fed-desk.ts';
import { played as inZones } from '../../kit/desk/played-ga4.ts';
import { lan, planned } from '../../kit/plans/plans.ts';
import { answered, domain } from '../../sources/salesforce/played.ts';
import { happened } from '../../sources/salesforce/truth.ts';

interface SalesforceDesk extends FakeDesk {
  readonly vendor: PlayedSalesforce;
  /** Everything the panel was told. */
  readonly told: unknown[];
}

const fields = {
  domain: `https://${domain}/lightning`,
  currency: 'vnd',
  ...client,
  consumerSecret: `  ${client.consumerSecret}\n`,
};

/** A plan whose KPIs Salesforce knows, and a Salesforce that is not connected yet. */
function salesforceDesk(options: SalesforceOptions = {}): SalesforceDesk {
  const desk = openFakeDesk(fakeBook());
  settle(desk);
  const vendor = playedSalesforce(options);
  inZones(desk.outside, vendor);
  desk.outside.answer = (request) => answered(vendor, request, desk.outside.now);
  const told: unknown[] = [];
  const panel = Object.fromEntries(
    Object.entries(desk.panel).map(([name, call]) => [
      name,
      (...request: readonly unknown[]) => {
        const answer = (call as (...given: readonly unknown[]) => unknown)(...request);
        told.push(answer);
        return answer;
      },
    ]),
  ) as unknown as FakeDesk['panel'];
  const plan = lan({ feeds: [], accounts: [] }, [
    planned('LEADS', { target: 900 }),
    planned('MQLS', { target: 400 }),
    planned('SQLS', { target: 200 }),
    planned('WINRATE', { target: 0.4 }),
    planned('SALES', { target: 2_000_000_000 }),
  ]);
  ok(panel.buildPlan({ plan, sample: false }));
  return { ...desk, panel, vendor, told };
}

const open = (desk: FakeDesk, given: Readonly<Record<string, string>> = fields) =>
  desk.panel.openAccount({
    plan: 'abc123',
    source: 'salesforce',
    id: '',
    known: null,
    fields: given,
  });

function save(desk: FakeDesk, accounts: readonly Account[], feeds: readonly Feed[]) {
  const { revision } = ok(desk.panel.openPlan('abc123'));
  return desk.panel.saveFeeds({ plan: 'abc123', revision, accounts, feeds, who: 'Lan' });
}

/** Connects as the panel does, with all that is proposed; statuses of MQLs are chosen. */
function connect(desk: FakeDesk): Account {
  const { account, proposals } = ok(open(desk));
  const feeds = proposals.map((each) => ({
    ...each,
    account: account.id,
    only: each.only.map(({ dimension }) => ({ dimension, is: ['MQL', 'Closed - Converted'] })),
  }));
  ok(save(desk, [account], feeds));
  return account;
}

const totalOf = (desk: FakeDesk, input: string): number =>
  dataRows(desk.book).reduce((sum, row) => (row?.input === input ? sum + row.value : sum), 0);
const keptKeys = ({ host }: FakeDesk) =>
  [...host.notes.keys()].filter((key) => /^(?:secret|token)\./.test(key));
const secretsOf = ({ host }: FakeDesk): readonly string[] => [
  ...[...host.notes].flatMap(([key, text]) =>
    /^(?:secret|token)\./.test(key)
      ? Object.values(JSON.parse(text)).filter((each): each is string => typeof each === 'string')
      : [],
  ),
  ...Object.values(client),
];

beforeEach(() => {
  // Test files that ran before this one share it.
  unforeseen.length = 0;
});

afterEach(() => {
  expect(unforeseen.splice(0)).toEqual([]);
});

describe('Salesforce, from its key to the inputs of a plan', () => {
  it('is named by its own answer, and proposes what it knows of the plan', () => {
    const desk = salesforceDesk();
    const opened = ok(open(desk));
    expect(opened.account).toEqual({
      source: 'salesforce',
      id: expect.stringMatching(/^salesforce-[a-z0-9]{6}$/),
      name: 'Nội thất Lan',
      currency: 'VND',
      domain,
      zone: 'Asia/Ho_Chi_Minh',
    });
    expect(opened.proposals.map(({ input, metric, only }) => [input, metric, only])).toEqual([
      ['LEADS', 'leads', []],
      ['MQLS', 'leads', [{ dimension: 'Status', is: [] }]],
      ['SQLS', 'convertedLeads', []],
      ['WINRATE.won', 'dealsWon', []],
      ['WINRATE.lost', 'dealsLost', []],
      ['SALES', 'wonAmount', []],
    ]);
    expect(opened.splits).toEqual(['LeadSource', 'Status', 'StageName', 'Type']);
    expect(
      opened.known.find(({ metric, dimension }) => metric === 'leads' && dimension === 'Status')
        ?.values,
    ).toEqual(['Open - Not Contacted', 'Working', 'MQL', 'Closed - Converted', '--None--']);
  });

  it('asks who it is where the API does not say so, and never guesses a zone', () => {
    const desk = salesforceDesk();
    const { vendor, outside } = desk;
    let knows = true;
    outside.answer = (request) => {
      const { body, ...answer } = answered(vendor, request, outside.now);
      const without = body.replace('"identity"', '"elsewhere"');
      return { ...answer, body: knows ? without : without.replace('"zoneinfo"', '"zone"') };
    };
    expect(ok(open(desk)).account).toMatchObject({ zone: 'Asia/Ho_Chi_Minh' });
    expect(outside.sent.some(({ url }) => url.endsWith('/services/oauth2/userinfo'))).toBe(true);
    knows = false;
    expect(problem(open(desk))).toContain('múi giờ');
  });

  it('brings the numbers of the business, and goes on by the clock', () => {
    const desk = salesforceDesk();
    connect(desk);
    refreshed(desk);
    const yesterday = () => desk.outside.dayIn('Asia/Ho_Chi_Minh', desk.outside.now) - 1;
    const check = (upTo: string) => {
      const past = happened(desk.outside.now).filter(
        ({ date }) => date >= '2027-01-01' && date <= upTo,
      );
      const sum = (metric: string) =>
        past.reduce((all, each) => (each.metric === metric ? all + each.value : all), 0);
      expect(totalOf(desk, 'LEADS')).toBe(sum('leads'));
      expect(totalOf(desk, 'SQLS')).toBe(sum('convertedLeads'));
      expect(totalOf(desk, 'WINRATE.won')).toBe(sum('dealsWon'));
      expect(totalOf(desk, 'WINRATE.lost')).toBe(sum('dealsLost'));
      expect(totalOf(desk, 'SALES')).toBe(sum('wonAmount'));
      expect(covered(desk.book, 'SALES', 'through')).toBe(yesterday());
    };
    check('2027-02-13');
    ok(desk.panel.setSchedule({ every: 'hour', hour: 0, weekday: 1, mail: true }));
    desk.outside.now += 3 * day;
    runSchedule(desk.parts);
    check('2027-02-16');
    // A month of days may change still.
    expect(covered(desk.book, 'LEADS', 'settled')).toBe(yesterday() - 30);
  });

  it('has one token for as long as it counts, however long, and another when an answer says that it does not', () => {
    const desk = salesforceDesk();
    connect(desk);
    for (const _ of [1, 2, 3]) refreshed(desk, 'abc123', true);
    expect(desk.vendor.tokens.given).toBe(1);
    desk.vendor.tokens.forget();
    for (const _ of [1, 2, 3]) refreshed(desk, 'abc123', true);
    expect(desk.vendor.tokens.given).toBe(2);
    // It ended by itself, of which nothing told beforehand.
    desk.outside.now += 3 * hour;
    refreshed(desk, 'abc123', true);
    expect(desk.vendor.tokens.given).toBe(3);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(
      desk.outside.dayIn('Asia/Ho_Chi_Minh', desk.outside.now) - 1,
    );
  });

  it.each([
    ['an address of all organisations', { domain: 'login.salesforce.com' }, {}, 'My Domain'],
    ['a secret that is none', { consumerSecret: '0'.repeat(64) }, {}, 'Consumer Secret này'],
    ['no user to run as', {}, { runAs: false }, 'Run As'],
    ['an app that may not use the API', {}, { api: false }, 'Manage user data via APIs (api)'],
    ['no currency', { currency: '' }, {}, 'ba chữ cái'],
    ['a currency that is none', { currency: 'đồng' }, {}, 'ba chữ cái'],
    ['a key of Zoho’s', { consumerKey: '1000.GMB0YULZHJK411248S8I5GZ4CHUEX0' }, {}, 'Consumer Key'],
    ['a header', { consumerKey: `Bearer ${client.consumerKey}` }, {}, 'Bearer'],
  ])('says what is wrong with %s, and keeps nothing', (_, given, options, sentence) => {
    const desk = salesforceDesk(options);
    const sent = desk.outside.sent.length;
    expect(problem(open(desk, { ...fields, ...given }))).toContain(sentence);
    expect(keptKeys(desk)).toEqual([]);
    // What cannot be a key of Salesforce's is said before anything is sent, and so is a wrong address.
    const early = Object.keys(given).some((name) => name === 'domain' || name === 'consumerKey');
    if (early) expect(desk.outside.sent).toHaveLength(sent);
  });

  it('says so where the zone of its user is another one, and goes on once it is connected again', () => {
    let zone = 'Asia/Ho_Chi_Minh';
    const desk = salesforceDesk({ zone: () => zone });
    const account = connect(desk);
    refreshed(desk);
    const stood = totalOf(desk, 'LEADS');
    zone = 'America/Los_Angeles';
    desk.outside.now += day;
    expect(refreshed(desk).join()).toContain('múi giờ của người dùng Run As đã đổi');
    expect(totalOf(desk, 'LEADS')).toBe(stood);
    const again = { plan: 'abc123', source: 'salesforce', id: account.id, known: account };
    const opened = ok(desk.panel.openAccount({ ...again, fields: {} })).account;
    expect(opened).toEqual({ ...account, zone });
  });

  it('waits until calls are back, and leaves what stands', () => {
    const desk = salesforceDesk();
    connect(desk);
    refreshed(desk);
    const stood = totalOf(desk, 'LEADS');
    desk.vendor.faults.set('quotaDay', true);
    desk.outside.now += day;
    expect(refreshed(desk).join()).toContain('hạn mức');
    expect(totalOf(desk, 'LEADS')).toBe(stood);
    const sent = desk.outside.sent.length;
    desk.outside.now += 60_000;
    refreshed(desk);
    expect(desk.outside.sent).toHaveLength(sent);
  });

  it('ends in the same numbers however a refresh is cut off, and asks no token twice for it', () => {
    const ready = salesforceDesk();
    connect(ready);
    const fresh = (): FakeDesk => {
      const copy = openFakeDesk(ready.book.copy());
      settle(copy);
      inZones(copy.outside, ready.vendor);
      copy.outside.answer = (request) => answered(ready.vendor, request, copy.outside.now);
      copy.outside.now = ready.outside.now;
      for (const [key, text] of ready.host.notes) copy.host.notes.set(key, text);
      return copy;
    };
    const numbers = (desk: FakeDesk) => [
      dataRows(desk.book).map((row) => row && { ...row, freshness: '' }),
      ...['from', 'through', 'settled'].map((what) =>
        covered(desk.book, 'SALES', what as 'from' | 'through' | 'settled'),
      ),
    ];
    const whole = fresh();
    refreshed(whole);
    const expected = numbers(whole);
    const calls = whole.book.calls.length;
    for (let at = 1; at <= calls; at += Math.ceil(calls / 3)) {
      for (const when of ['before', 'after'] as const) {
        const desk = fresh();
        desk.book.killAt(at, when);
        desk.panel.refresh({ plan: 'abc123', anew: false });
        desk.book.revive();
        desk.outside.now += 7 * 60_000;
        refreshed(desk);
        expect(numbers(desk), `${when} call ${at} of ${calls}`).toEqual(expected);
      }
    }
    expect(ready.vendor.tokens.given).toBe(1);
  });

  it('refuses what cannot work before it is saved', () => {
    const desk = salesforceDesk();
    const { account } = ok(open(desk));
    const feed = (given: Partial<Feed>): Feed => ({
      input: 'LEADS',
      account: account.id,
      metric: 'leads',
      only: [],
      split: null,
      ...given,
    });
    const refused = (given: Partial<Feed>) => problem(save(desk, [account], [feed(given)]));
    expect(refused({ split: 'LeadSorce' })).toContain('LeadSorce');
    expect(refused({ split: 'Description' })).toContain('Description');
    expect(refused({ only: [{ dimension: 'Status', is: ['Hot'] }] })).toContain('“Hot”');
    expect(refused({ only: [{ dimension: 'Status', is: [] }] })).not.toBe('no problem');
    expect(refused({ metric: 'visits' })).not.toBe('no problem');
    expect(refused({ split: 'Id FROM User' })).not.toBe('no problem');
    const several = salesforceDesk({ severalCurrencies: true });
    const opened = ok(open(several, { ...fields, currency: '' }));
    expect(opened.account.currency).toBe('VND');
    const amount = {
      input: 'SALES',
      account: opened.account.id,
      metric: 'wonAmount',
      only: [],
      split: null,
    };
    expect(problem(save(several, [opened.account], [amount]))).toContain('chỉ chọn VND');
    expect(opened.proposals.find(({ input }) => input === 'SALES')?.only).toEqual([
      { dimension: 'CurrencyIsoCode', is: ['VND'] },
    ]);
  });

  it('sends its keys to the place of tokens alone, and its token to its API alone', () => {
    const desk = salesforceDesk();
    connect(desk);
    refreshed(desk);
    const ways = new Map<string, Set<string>>();
    for (const { url, google, headers } of desk.outside.sent) {
      const { host, pathname } = new URL(url);
      const place = `${host} ${pathname.split('/').slice(0, 3).join('/')}`;
      ways.set(place, (ways.get(place) ?? new Set()).add(JSON.stringify({ google, headers })));
    }
    const { token } = JSON.parse(
      [...desk.host.notes].find(([key]) => key.startsWith('token.'))?.[1] ?? '',
    );
    expect(Object.fromEntries([...ways].map(([place, how]) => [place, [...how]]))).toEqual({
      [`${domain} /services/oauth2`]: [JSON.stringify({ google: false, headers: {} })],
      [`${domain} /services/data`]: [
        JSON.stringify({ google: false, headers: { Authorization: `Bearer ${token}` } }),
      ],
    });
    const toApi = desk.outside.sent.filter(({ url }) => url.includes('/services/data/'));
    for (const secret of Object.values(client)) expect(JSON.stringify(toApi)).not.toContain(secret);
  });

  it('leaves keys and tokens in no cell, note, log, mail, answer or report, and none once it is disconnected', () => {
    const desk = salesforceDesk();
    connect(desk);
    refreshed(desk);
    const secrets = secretsOf(desk);
    expect(secrets).toHaveLength(5);
    // The host repeats what it was sent, and refuses.
    desk.outside.answer = ({ headers, form }) => ({
      status: 400,
      headers: {},
      body: JSON.stringify([{ errorCode: 'X', message: JSON.stringify({ headers, form }) }]),
    });
    desk.outside.now += day;
    ok(desk.panel.setSchedule({ every: 'hour', hour: 0, weekday: 1, mail: true }));
    refreshed(desk);
    runSchedule(desk.parts);
    problem(open(desk));
    ok(desk.panel.dataStart());
    expect(logLines(desk.book).join()).toContain('•••');
    const { book, host, outside, told } = desk;
    const others = [...host.notes].filter(([key]) => !/^(?:secret|token)\./.test(key));
    const seen = JSON.stringify([
      book.tabs.map((tab) => [...tab.cells]),
      [...book.properties],
      others,
      host.reported,
      outside.mails,
      told,
    ]);
    expect(seen).toContain('salesforce-');
    for (const secret of secrets) expect(seen).not.toContain(secret);
    ok(save(desk, [], []));
    expect(keptKeys(desk)).toEqual([]);
  });
});
