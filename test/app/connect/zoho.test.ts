import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { credentialsOf } from '../../../src/app/connect/credentials.ts';
import { sendSigned } from '../../../src/app/connect/send-signed.ts';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import type { Account, Feed } from '../../../src/plan/model/feeds.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { zohoCrm } from '../../../src/sources/zoho/entry.ts';
import { client } from '../../../src/workbench/vendors/zoho/tokens.ts';
import type { ZohoOptions } from '../../../src/workbench/vendors/zoho/zoho-crm.ts';
import { type PlayedZoho, playedZohoCrm } from '../../../src/workbench/vendors/zoho/zoho-crm.ts';
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
import { answered } from '../../sources/zoho/played.ts';
import { happened } from '../../sources/zoho/truth.ts';

interface ZohoDesk extends FakeDesk {
  readonly vendor: PlayedZoho;
  /** Everything the panel was told. */
  readonly told: unknown[];
}

const fields = { dc: 'com', ...client, code: `  ${client.code}\n` };

/** A plan whose KPIs Zoho knows, and a Zoho that is not connected yet. */
function zohoDesk(options: ZohoOptions = {}, book = fakeBook()): ZohoDesk {
  const desk = openFakeDesk(book);
  settle(desk);
  const vendor = playedZohoCrm(options);
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
  desk.panel.openAccount({ plan: 'abc123', source: 'zoho', id: '', known: null, fields: given });

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
    only: each.only.map(({ dimension }) => ({ dimension, is: ['MQL', 'SQL'] })),
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

describe('Zoho CRM, from its key to the inputs of a plan', () => {
  it('is named by its own answer, and proposes what it knows of the plan', () => {
    const desk = zohoDesk();
    const opened = ok(open(desk));
    expect(opened.account).toEqual({
      source: 'zoho',
      id: expect.stringMatching(/^zoho-[a-z0-9]{6}$/),
      name: 'Nội thất Lan',
      currency: 'VND',
      zone: 'Asia/Ho_Chi_Minh',
      dc: 'com',
    });
    expect(opened.proposals.map(({ input, metric, only }) => [input, metric, only])).toEqual([
      ['LEADS', 'leads', []],
      ['MQLS', 'leads', [{ dimension: 'Lead_Status', is: [] }]],
      ['SQLS', 'convertedLeads', []],
      ['WINRATE.won', 'dealsWon', []],
      ['WINRATE.lost', 'dealsLost', []],
      ['SALES', 'wonAmount', []],
    ]);
    expect(opened.splits).toEqual(['Lead_Source', 'Lead_Status', 'Stage', 'Pipeline']);
    expect(
      opened.known.find(
        ({ metric, dimension }) => metric === 'leads' && dimension === 'Lead_Status',
      )?.values,
    ).toEqual(['New', 'Contacted', 'MQL', 'SQL', 'Junk Lead', '-None-']);
  });

  it('brings the numbers of the business, and goes on by the clock', () => {
    const desk = zohoDesk();
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

  it('is asked once for a token that serves three runs at once, and the runs after', () => {
    const desk = zohoDesk();
    const account = connect(desk);
    expect(desk.vendor.tokens.given).toBe(1);
    for (const _ of [1, 2, 3]) refreshed(desk, 'abc123', true);
    expect(desk.vendor.tokens.given).toBe(1);
    // Three runs have read what stands before any of them hears that it counts no more.
    const { host, outside } = desk;
    const runs = [1, 2, 3].map(() => credentialsOf(account, { host, sources: shippedSources }));
    desk.vendor.tokens.forget();
    const url = 'https://www.zohoapis.com/crm/v8/org';
    const request = { method: 'get' as const, url, body: null };
    for (const credentials of runs) {
      const one = { source: zohoCrm, credentials, place: { ...account }, request };
      const sent = sendSigned([one, one], { host, services: outside });
      expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    }
    expect(desk.vendor.tokens.given).toBe(2);
    // The token ends early: all of a run say so, and one other is had.
    desk.vendor.tokens.forget();
    for (const _ of [1, 2, 3]) refreshed(desk, 'abc123', true);
    expect(desk.vendor.tokens.given).toBe(3);
    desk.outside.now += 2 * hour;
    refreshed(desk, 'abc123', true);
    expect(desk.vendor.tokens.given).toBe(4);
  });

  it.each([
    ['another data centre', { dc: 'eu' }, 'clientRefused', 'không biết client ID'],
    ['a code that is used', {}, 'codeRefused', 'Mỗi mã chỉ dùng một lần'],
    ['no code', { code: '' }, 'codeMissing', 'chưa có mã'],
    ['a secret in the place of the ID', { clientId: client.clientSecret }, '', 'Client ID'],
    ['a header', { code: `Zoho-oauthtoken ${client.code}` }, '', 'Zoho-oauthtoken'],
  ])('says what is wrong with %s, and keeps nothing', (_, given, kind, sentence) => {
    const desk = zohoDesk();
    if (kind === 'codeRefused') ok(open(desk));
    for (const key of keptKeys(desk)) desk.host.forget(key);
    const sent = desk.outside.sent.length;
    expect(problem(open(desk, { ...fields, ...given }))).toContain(sentence);
    expect(keptKeys(desk)).toEqual([]);
    // What cannot be a key of Zoho's is said before anything is sent.
    if (kind === '' || kind === 'codeMissing') expect(desk.outside.sent).toHaveLength(sent);
  });

  it('names the scopes where the code was made without one, and gets no other token for that', () => {
    const desk = zohoDesk({ scopes: ['ZohoCRM.coql.READ', 'ZohoCRM.org.READ'] });
    expect(problem(open(desk))).toContain('ZohoCRM.modules.deals.READ');
    expect(desk.vendor.tokens.given).toBe(1);
  });

  it('says so where the permission is taken back, and goes on with a new code', () => {
    const desk = zohoDesk({ codeAgain: true });
    const account = connect(desk);
    refreshed(desk);
    desk.vendor.tokens.revoke();
    desk.outside.now += day;
    expect(refreshed(desk).join()).toContain('Zoho không chấp nhận mã này');
    const again = { plan: 'abc123', source: 'zoho', id: account.id, known: account };
    expect(ok(desk.panel.openAccount({ ...again, fields: { code: client.code } })).account).toEqual(
      account,
    );
    expect(refreshed(desk).join()).toContain('đã có đến');
  });

  it('waits until credits are back, and leaves what stands', () => {
    const desk = zohoDesk();
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

  it('refuses what cannot work before it is saved', () => {
    const desk = zohoDesk();
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
    expect(refused({ split: 'Lead_Sorce' })).toContain('Lead_Sorce');
    expect(refused({ only: [{ dimension: 'Lead_Status', is: ['Hot'] }] })).toContain('“Hot”');
    expect(refused({ only: [{ dimension: 'Lead_Status', is: [] }] })).not.toBe('no problem');
    expect(refused({ metric: 'visits' })).not.toBe('no problem');
    const mixed = zohoDesk({ manyCurrencies: true });
    const opened = ok(open(mixed));
    const amount = {
      input: 'SALES',
      account: opened.account.id,
      metric: 'wonAmount',
      only: [],
      split: null,
    };
    expect(problem(save(mixed, [opened.account], [amount]))).toContain('nhiều loại tiền');
    expect(opened.proposals.find(({ input }) => input === 'SALES')?.only).toEqual([
      { dimension: 'Currency', is: ['VND'] },
    ]);
  });

  it('sends its keys to its accounts server alone, and its token to its API alone', () => {
    const desk = zohoDesk();
    connect(desk);
    refreshed(desk);
    const hosts = new Map<string, Set<string>>();
    for (const { url, google, headers } of desk.outside.sent) {
      const { host } = new URL(url);
      hosts.set(host, (hosts.get(host) ?? new Set()).add(JSON.stringify({ google, headers })));
    }
    const token = JSON.parse(
      [...desk.host.notes].find(([key]) => key.startsWith('token.'))?.[1] ?? '',
    );
    expect(Object.fromEntries([...hosts].map(([host, ways]) => [host, [...ways]]))).toEqual({
      'accounts.zoho.com': [JSON.stringify({ google: false, headers: {} })],
      'www.zohoapis.com': [
        JSON.stringify({
          google: false,
          headers: { Authorization: `Zoho-oauthtoken ${token.token}` },
        }),
      ],
    });
    const toApi = desk.outside.sent.filter(({ url }) => url.includes('zohoapis'));
    for (const secret of Object.values(client)) expect(JSON.stringify(toApi)).not.toContain(secret);
  });

  it('leaves keys and tokens in no cell, note, log, mail, answer or report, and none once it is disconnected', () => {
    const desk = zohoDesk({ codeAgain: true });
    connect(desk);
    refreshed(desk);
    const secrets = secretsOf(desk);
    expect(secrets).toHaveLength(7);
    // The host repeats what it was sent, and refuses.
    desk.outside.answer = ({ headers, form }) => ({
      status: 400,
      headers: {},
      body: JSON.stringify({ code: 'X', message: JSON.stringify({ headers, form }) }),
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
    expect(seen).toContain('zoho-');
    for (const secret of secrets) expect(seen).not.toContain(secret);
    // The code is not kept at all.
    expect(JSON.stringify([...host.notes])).not.toContain(client.code);
    ok(save(desk, [], []));
    expect(keptKeys(desk)).toEqual([]);
  });
});
