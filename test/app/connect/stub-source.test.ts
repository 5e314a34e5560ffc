import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import type { Account, Feed } from '../../../src/plan/model/feeds.ts';
import { shippedSources, sourcesOf } from '../../../src/sources/registry.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import { fakeBook } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { fakeHost } from '../../kit/desk/fake-host.ts';
import {
  covered,
  dataRows,
  day,
  fedPlan,
  feed,
  hour,
  logLines,
  refreshed,
  settle,
} from '../../kit/desk/fed-desk.ts';
import { scriptedGa4, shop } from '../../kit/desk/scripted-ga4.ts';
import { stubSource, tillHost } from '../../sources/stub-source/entry.ts';
import { canary, orders, tillAnswers } from '../../sources/stub-source/host.ts';
import { stubWords } from '../../sources/stub-source/words.ts';

const sources = sourcesOf([...shippedSources.all, stubSource]);
const hourly = { every: 'hour', hour: 0, weekday: 1, mail: true } as const;
const lan = 'lan@example.com';
const fields = { shop: 'lan', region: 'vn', key: `  ${canary}\n` };

interface TillDesk extends FakeDesk {
  closed: boolean;
  /** Everything the panel was told. */
  readonly told: unknown[];
}

/** A plan into which Google Analytics flows, beside a till that is not connected yet. */
function tillDesk(language: Language = 'vi'): TillDesk {
  const desk = openFakeDesk(fakeBook(), fakeHost({ Notes: [] }), sources);
  settle(desk);
  desk.book.person = lan;
  const { outside } = desk;
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
  const till: TillDesk = { ...desk, panel, told, closed: false };
  const yesterday = () => outside.dayIn('', outside.now) - 1;
  const tillSays = tillAnswers({ yesterday, closed: () => till.closed });
  const google = scriptedGa4({});
  outside.answer = (request) => tillSays(request) ?? google(request);
  if (language === 'en') desk.host.user = 'en';
  const plan = fedPlan({ language, feeds: [feed('TRAFFIC', { metric: 'sessions' })] });
  ok(panel.buildPlan({ plan, sample: false }));
  return till;
}

const open = (desk: FakeDesk, given: Readonly<Record<string, string>> = fields) =>
  desk.panel.openAccount({ plan: 'abc123', source: 'till', id: '', known: null, fields: given });

function save(desk: FakeDesk, accounts: readonly Account[], feeds: readonly Feed[]) {
  const { revision } = ok(desk.panel.openPlan('abc123'));
  return desk.panel.saveFeeds({ plan: 'abc123', revision, accounts, feeds, who: 'Lan' });
}

const traffic = feed('TRAFFIC', { metric: 'sessions' });

/** Connects the till as the panel does, with all that is proposed. */
function connect(desk: FakeDesk): Account {
  const { account, proposals } = ok(open(desk));
  const feeds = proposals.map((each) => ({ ...each, account: account.id }));
  ok(save(desk, [shop, account], [traffic, ...feeds]));
  return account;
}

const yesterdayAt = ({ outside }: FakeDesk): number => outside.dayIn('', outside.now) - 1;
const secrets = ({ host }: FakeDesk) =>
  [...host.notes].filter(([key]) => key.startsWith('secret.'));
const hostOf = (url: string) => new URL(url).host;

beforeEach(() => {
  // Test files that ran before this one share it.
  unforeseen.length = 0;
});

afterEach(() => {
  expect(unforeseen.splice(0)).toEqual([]);
});

describe('a system that is one folder', () => {
  it.each(['vi', 'en'] as const)('is offered with its own form in %s', (language) => {
    const offered = ok(tillDesk(language).panel.dataStart()).sources;
    expect(offered.map(({ id }) => id)).toEqual([
      ...shippedSources.all.map(({ id }) => id),
      'till',
    ]);
    const { connect: title, fields: asked } = stubWords(language);
    expect(offered[offered.length - 1]).toMatchObject({
      form: 'fields',
      connect: title,
      fields: asked,
    });
  });

  it('keeps its key among the user’s properties, once it is known to work', () => {
    const desk = tillDesk();
    expect(problem(open(desk, { ...fields, key: 'k-wrong' }))).toBe(
      'Till: khóa không được chấp nhận. Bạn hãy sao chép lại khóa từ nguồn này rồi kết nối lại ở trang Dữ liệu.',
    );
    expect(problem(open(desk, { ...fields, key: '  ' }))).toContain('không có khóa');
    expect(secrets(desk)).toEqual([]);
    const { account, proposals } = ok(open(desk));
    expect(account).toEqual({
      source: 'till',
      id: expect.stringMatching(/^till-[a-z0-9]{6}$/),
      name: 'Quán Lan',
      currency: 'VND',
      shop: 'lan',
      region: 'vn',
    });
    expect(proposals.map(({ input }) => input)).toEqual(['LEADS']);
    expect(secrets(desk)).toEqual([[`secret.${account.id}`, JSON.stringify({ key: canary })]]);
  });

  it('is mapped, refreshed by the clock, and what came before it is unknown, not 0', () => {
    const desk = tillDesk();
    const { id } = connect(desk);
    const first = yesterdayAt(desk);
    refreshed(desk);
    const numbers = () =>
      dataRows(desk.book).flatMap((row) =>
        row?.account === id ? [[row.to, row.input, row.value]] : [],
      );
    expect(numbers()).toEqual([[first, 'LEADS', orders(first)]]);
    expect(covered(desk.book, 'LEADS', 'from')).toBe(first);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(first);

    ok(desk.panel.setSchedule(hourly));
    desk.outside.now += day;
    runSchedule(desk.parts);
    expect(numbers()).toEqual([first, first + 1].map((on) => [on, 'LEADS', orders(on)]));
    expect(covered(desk.book, 'LEADS', 'from')).toBe(first);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(first + 1);
    // The whole again takes nothing away that nobody would give a second time.
    refreshed(desk, 'abc123', true);
    expect(numbers()).toHaveLength(2);
    expect(covered(desk.book, 'LEADS', 'from')).toBe(first);
    // Days on which nobody asked are gone for good: what is known begins anew behind them.
    desk.outside.now += 3 * day;
    runSchedule(desk.parts);
    expect(covered(desk.book, 'LEADS', 'from')).toBe(first + 4);
    expect(covered(desk.book, 'TRAFFIC', 'through')).toBe(first + 4);
    expect(desk.outside.sent.filter(({ url }) => url.includes('/orders'))).toHaveLength(3);
  });

  it.each(['vi', 'en'] as const)(
    'says its own trouble in the panel, log and mail, in %s',
    (language) => {
      const desk = tillDesk(language);
      connect(desk);
      refreshed(desk);
      const { what, way } = stubWords(language).troubles.closed ?? { what: () => '', way: '' };
      desk.closed = true;
      ok(desk.panel.setSchedule(hourly));
      desk.outside.now += day;
      runSchedule(desk.parts);
      const sentence = `${what({ where: 'Till · Quán Lan', detail: 'until May, says •••' })} ${way}`;
      const { plans } = ok(desk.panel.dataStart());
      const leads = plans[0]?.feeds.find(({ input }) => input === 'LEADS');
      expect(leads?.trouble).toContain(sentence);
      expect(logLines(desk.book).join('\n')).toContain(sentence);
      expect(desk.outside.mails.map(({ text }) => text).join()).toContain(sentence);
      expect(refreshed(desk).join()).toContain(sentence);
      // What others bring goes on.
      expect(covered(desk.book, 'TRAFFIC', 'through')).toBe(yesterdayAt(desk));
      desk.closed = false;
      desk.outside.now += hour;
      runSchedule(desk.parts);
      expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterdayAt(desk));
    },
  );

  it('is said to fill what is typed and it knows, and is listed with whose it is', () => {
    const desk = tillDesk('en');
    const start = () => ok(desk.panel.dataStart());
    expect(start().plans[0]?.fills.till).toEqual(['leads']);
    const { id } = connect(desk);
    expect(start().plans[0]?.fills.till).toEqual([]);
    refreshed(desk);
    const known = start().connections.find(({ account }) => account === id);
    expect(known).toMatchObject({ source: 'till', where: 'Till · Quán Lan', by: lan });
    expect(known?.plans).toMatchObject([{ id: 'abc123', numbers: 1, trouble: '' }]);
    expect(known?.plans[0]?.updated).not.toBe('');
  });

  it.each(['vi', 'en'] as const)(
    'leaves a colleague the last numbers, says whose it is, and notes nothing, in %s',
    (language) => {
      const desk = tillDesk(language);
      const account = connect(desk);
      refreshed(desk);
      const through = covered(desk.book, 'LEADS', 'through');
      const key = `secret.${account.id}`;
      const kept = desk.host.notes.get(key) ?? '';
      desk.host.notes.delete(key);
      desk.book.person = 'minh@example.com';
      desk.outside.now += day;
      const asked = desk.outside.sent.length;
      const said = refreshed(desk).join(' ');
      expect(said).toContain(lan);
      expect(said).toContain('Till · Quán Lan');
      expect(desk.outside.sent.slice(asked).filter(({ url }) => url.startsWith(tillHost))).toEqual(
        [],
      );
      const feeds = ok(desk.panel.dataStart()).plans[0]?.feeds ?? [];
      expect(feeds.find(({ input }) => input === 'LEADS')?.trouble).toBe('');
      expect(covered(desk.book, 'LEADS', 'through')).toBe(through);
      expect(covered(desk.book, 'TRAFFIC', 'through')).toBe(yesterdayAt(desk));
      // A colleague’s clock does not keep Lan’s from fetching.
      ok(desk.panel.setSchedule(hourly));
      desk.outside.now += hour;
      runSchedule(desk.parts);
      expect(covered(desk.book, 'LEADS', 'through')).toBe(through);
      desk.book.person = lan;
      desk.host.notes.set(key, kept);
      runSchedule(desk.parts);
      expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterdayAt(desk));
    },
  );

  it('says to somebody without the key that it is another’s, and lets them paste their own', () => {
    const desk = tillDesk();
    const account = connect(desk);
    refreshed(desk);
    desk.host.forget(`secret.${account.id}`);
    desk.outside.now += day;
    const asked = desk.outside.sent.length;
    expect(refreshed(desk).join()).toContain('Till · Quán Lan: không có khóa');
    expect(desk.outside.sent.slice(asked).filter(({ url }) => url.startsWith(tillHost))).toEqual(
      [],
    );
    const again = { plan: 'abc123', source: 'till', id: account.id, known: account };
    expect(ok(desk.panel.openAccount({ ...again, fields: { key: canary } })).account).toEqual(
      account,
    );
    expect(refreshed(desk).join()).toContain('đã có đến');
  });

  it('takes its key along when it is disconnected, forgotten or all is removed', () => {
    const desk = tillDesk();
    connect(desk);
    refreshed(desk);
    ok(save(desk, [shop], [traffic]));
    expect(secrets(desk)).toEqual([]);
    connect(desk);
    expect(secrets(desk)).toHaveLength(1);
    ok(desk.panel.removeEverything({ sheets: true }));
    expect(secrets(desk)).toEqual([]);
  });

  it('meets Google’s token at none of its hosts, and Google its key at none of theirs', () => {
    const desk = tillDesk();
    connect(desk);
    refreshed(desk);
    ok(desk.panel.listAccounts({ source: shop.source, search: '', page: null }));
    desk.outside.now += day;
    refreshed(desk);
    const signed = new Map<string, Set<string>>();
    for (const { url, google, headers } of desk.outside.sent) {
      const known = signed.get(hostOf(url)) ?? new Set();
      signed.set(hostOf(url), known.add(JSON.stringify({ google, headers })));
    }
    const asGoogle = [JSON.stringify({ google: true, headers: {} })];
    const withKey = [
      JSON.stringify({ google: false, headers: { 'X-Till-Key': `Bearer ${canary}` } }),
    ];
    expect(Object.fromEntries([...signed].map(([host, ways]) => [host, [...ways]]))).toEqual({
      'analyticsadmin.googleapis.com': asGoogle,
      'analyticsdata.googleapis.com': asGoogle,
      'api.till.test': withKey,
    });
    const elsewhere = desk.outside.sent.filter(({ url }) => !url.startsWith(tillHost));
    expect(JSON.stringify(elsewhere)).not.toContain(canary);
  });

  it('leaves its key in no cell, note, log, mail, answer or report', () => {
    const desk = tillDesk();
    connect(desk);
    refreshed(desk);
    desk.closed = true;
    desk.outside.now += day;
    refreshed(desk);
    ok(desk.panel.dataStart());
    const { book, host, outside, told } = desk;
    const cells = book.tabs.map((tab) => [...tab.cells]);
    const seen = JSON.stringify([cells, [...book.properties], host.reported, outside.mails, told]);
    expect(seen).toContain('till-');
    expect(seen).not.toContain(canary);
    expect([...host.notes].filter(([, text]) => text.includes(canary))).toHaveLength(1);
  });
});
