import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import type { Account, Feed } from '../../../src/plan/model/feeds.ts';
import type { HttpResponse } from '../../../src/sources/source.ts';
import { dayNumber } from '../../../src/workbench/vendors/days.ts';
import {
  type PlayedSemrush,
  playedKey,
  playedSemrush,
} from '../../../src/workbench/vendors/semrush/semrush.ts';
import { siteMonth } from '../../../src/workbench/vendors/semrush/sites.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import { cellAt } from '../../kit/desk/blocks.ts';
import { fakeBook } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import {
  covered,
  dataRows,
  day,
  dayLines,
  hour,
  logLines,
  refreshed,
  settle,
} from '../../kit/desk/fed-desk.ts';
import { answerOf, played as inZones } from '../../kit/desk/played-ga4.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

interface SemrushDesk extends FakeDesk {
  readonly vendor: PlayedSemrush;
  /** Everything the panel was told. */
  readonly told: unknown[];
}

const fields = {
  domain: 'https://www.Shop.example/',
  database: 'VN',
  competitors: 'rival.example, other.example',
  key: `  ${playedKey}\n`,
};
const hourly = { every: 'hour', hour: 0, weekday: 1, mail: true } as const;

/** A plan with a share of voice, and a Semrush that is not connected yet. */
function semrushDesk(units = 50_000): SemrushDesk {
  const desk = openFakeDesk(fakeBook());
  settle(desk);
  const vendor = playedSemrush({ units });
  inZones(desk.outside, vendor);
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
    planned('SOV', { target: 0.4 }),
    planned('TRAFFIC', { target: 9000 }),
  ]);
  ok(panel.buildPlan({ plan, sample: false }));
  return { ...desk, panel, vendor, told };
}

const open = (desk: FakeDesk, given: Readonly<Record<string, string>> = fields) =>
  desk.panel.openAccount({ plan: 'abc123', source: 'semrush', id: '', known: null, fields: given });

function save(desk: FakeDesk, accounts: readonly Account[], feeds: readonly Feed[]) {
  const { revision } = ok(desk.panel.openPlan('abc123'));
  return desk.panel.saveFeeds({ plan: 'abc123', revision, accounts, feeds, who: 'Lan' });
}

/** Connects as the panel does, with all that is proposed. */
function connect(desk: FakeDesk): Account {
  const { account, proposals } = ok(open(desk));
  ok(
    save(
      desk,
      [account],
      proposals.map((each) => ({ ...each, account: account.id })),
    ),
  );
  return account;
}

/** Semrush refuses, or does not answer: what it or Google says. */
const fails = (desk: FakeDesk, said: (url: string) => Partial<HttpResponse>): void => {
  desk.outside.answer = ({ url }) => ({ status: 200, headers: {}, body: '', ...said(url) });
};
const again = (desk: SemrushDesk): void => {
  desk.outside.answer = (request) => answerOf(desk.vendor, request, desk.outside.now);
};

/** What a cell of the score shows, where nothing computes. */
function show(desk: FakeDesk, kpi: string, column: string, value: number): void {
  const { sheet, row, column: at } = cellAt(desk.book, 'abc123', 'score', kpi, column);
  const tab = desk.book.tabs.find(({ id }) => id === sheet)?.name;
  desk.book.shows.set(`${tab}!${row}:${at}`, value);
}

const totalOf = (desk: FakeDesk, input: string): number =>
  dataRows(desk.book).reduce((sum, row) => (row?.input === input ? sum + row.value : sum), 0);
const visits = (domain: string, month: string) =>
  siteMonth(domain, 'vn', month)?.visits ?? Number.NaN;
const asked = (desk: FakeDesk): number => desk.outside.sent.length;
/** Every number above 0 that stands on a sheet of days or rows. */
const standing = (desk: FakeDesk) =>
  dayLines(desk.book).flatMap(({ days }) => [...days.values()].filter((each) => each !== ''));

beforeEach(() => {
  // Test files that ran before this one share it.
  unforeseen.length = 0;
});

afterEach(() => {
  expect(unforeseen.splice(0)).toEqual([]);
});

describe('Semrush, from its key to a share of voice', () => {
  it('says before anything is run what is left, what a refresh costs and what may be kept', () => {
    const desk = semrushDesk(1000);
    const opened = ok(open(desk));
    expect(opened.account).toEqual({
      source: 'semrush',
      id: expect.stringMatching(/^semrush-[a-z0-9]{6}$/),
      name: 'shop.example (vn)',
      currency: 'VND',
      domain: 'shop.example',
      database: 'vn',
      competitors: ['rival.example', 'other.example'],
    });
    const said = JSON.stringify([opened.details, opened.notices]);
    expect(said).toContain('1.000');
    expect(said).toContain('tối đa 150 API units');
    expect(said).toContain('30 ngày');
    expect(opened.proposals.map(({ input, metric }) => [input, metric])).toEqual([
      ['SOV.own', 'Ot'],
      ['SOV.competitors', 'competitorsOt'],
    ]);
    expect(desk.vendor.unitsLeft()).toBe(1000);
    expect(desk.outside.sent.map(({ url }) => new URL(url).host)).toEqual(['www.semrush.com']);
    const offered = ok(desk.panel.dataStart()).sources.find(({ id }) => id === 'semrush');
    expect(offered?.needs).toContain('30 ngày');
  });

  it.each([
    ['a wrong key', { key: '0'.repeat(32) }, 'không chấp nhận API key'],
    ['another system’s key', { key: 'pat-na1-5eed0000-1111-4222' }, 'API key'],
    ['no key', { key: '' }, 'không có khóa'],
    ['no domain', { domain: 'shop' }, '“shop” không phải là tên miền'],
    ['a database that is none', { database: 'Vietnam' }, '“Vietnam”'],
    ['a competitor that is none', { competitors: 'rival' }, '“rival”'],
    ['oneself among them', { competitors: 'www.shop.example' }, 'tính hai lần'],
    ['too many', { competitors: 'a.vn b.vn c.vn d.vn e.vn' }, '5 đối thủ'],
  ])('refuses %s, and keeps nothing', (_, given, sentence) => {
    const desk = semrushDesk();
    expect(problem(open(desk, { ...fields, ...given }))).toContain(sentence);
    expect([...desk.host.notes.keys()].filter((key) => key.startsWith('secret.'))).toEqual([]);
  });

  it('goes on, and says so, where the balance cannot be had', () => {
    const desk = semrushDesk();
    desk.outside.answer = (request) =>
      request.url.includes('countapiunits')
        ? { status: 404, headers: {}, body: '<html><title>404</title>' }
        : answerOf(desk.vendor, request, desk.outside.now);
    const { notices, details } = ok(open(desk));
    expect(notices.join()).toContain('key chưa được thử');
    expect(JSON.stringify(details)).toContain('chưa biết');
    connect(desk);
    refreshed(desk);
    expect(totalOf(desk, 'SOV.own')).toBeGreaterThan(0);
  });

  it('fills both inputs with what Semrush estimates, month by month', () => {
    const desk = semrushDesk();
    connect(desk);
    refreshed(desk);
    const share = (domain: string) =>
      visits(domain, '2027-01') + (visits(domain, '2027-02') * 13) / 28;
    expect(totalOf(desk, 'SOV.own')).toBeCloseTo(share('shop.example'), 6);
    expect(totalOf(desk, 'SOV.competitors')).toBeCloseTo(
      share('rival.example') + share('other.example'),
      6,
    );
    expect(covered(desk.book, 'SOV.own', 'through')).toBe(dayNumber(2027, 2, 13));
    expect(covered(desk.book, 'SOV.own', 'settled')).toBe(dayNumber(2027, 1, 13));
  });

  it('is asked once a day, however often the clock comes by, and for all of it each time', () => {
    const desk = semrushDesk();
    connect(desk);
    refreshed(desk);
    const units = desk.vendor.unitsLeft();
    ok(desk.panel.setSchedule(hourly));
    const sent = asked(desk);
    for (const _ of [1, 2, 3]) {
      desk.outside.now += hour;
      runSchedule(desk.parts);
      refreshed(desk);
    }
    expect(asked(desk)).toBe(sent);
    desk.outside.now += day;
    runSchedule(desk.parts);
    expect(asked(desk)).toBe(sent + 6);
    expect(units - desk.vendor.unitsLeft()).toBeLessThanOrEqual(150);
    expect(covered(desk.book, 'SOV.own', 'through')).toBe(dayNumber(2027, 2, 14));
  });
});

describe('numbers that Semrush allows to be kept for 30 days', () => {
  it('stay for 30 days where nothing new comes, and are gone after them, with the reason', () => {
    const desk = semrushDesk();
    connect(desk);
    refreshed(desk);
    ok(desk.panel.setSchedule({ ...hourly, every: 'week' }));
    fails(desk, () => ({ body: 'ERROR 132 :: API UNITS BALANCE IS ZERO' }));
    const stood = totalOf(desk, 'SOV.own');
    for (let days = 1; days <= 29; days += 1) {
      desk.outside.now += day;
      runSchedule(desk.parts);
      expect(totalOf(desk, 'SOV.own')).toBe(stood);
    }
    desk.outside.now += day + hour;
    runSchedule(desk.parts);
    expect(standing(desk)).toEqual([]);
    expect(totalOf(desk, 'SOV.competitors')).toBe(0);
    for (const input of ['SOV.own', 'SOV.competitors']) {
      for (const column of ['from', 'through', 'settled']) {
        expect(covered(desk.book, input, column)).toBe('');
      }
      expect(covered(desk.book, input, 'trust')).toBe('Semrush chỉ cho giữ số liệu 30 ngày');
    }
    // And are there anew once units are.
    again(desk);
    refreshed(desk);
    expect(totalOf(desk, 'SOV.own')).toBeGreaterThan(stood);
    expect(covered(desk.book, 'SOV.own', 'trust')).toBe('');
  });

  it('go also where another’s key is needed to ask for them', () => {
    const desk = semrushDesk();
    connect(desk);
    refreshed(desk);
    desk.host.notes.clear();
    desk.book.person = 'minh@example.com';
    desk.outside.now += 31 * day;
    refreshed(desk);
    expect(standing(desk)).toEqual([]);
  });

  it('go when other sites are asked for, also where these do not come', () => {
    const desk = semrushDesk();
    const account = connect(desk);
    refreshed(desk);
    const given = { ...fields, competitors: 'third.example' };
    const again = { plan: 'abc123', source: 'semrush', id: account.id, known: account };
    const { account: other, proposals } = ok(desk.panel.openAccount({ ...again, fields: given }));
    fails(desk, () => ({ body: 'ERROR 132 :: API UNITS BALANCE IS ZERO' }));
    const feeds = proposals.map((each) => ({ ...each, account: other.id }));
    ok(save(desk, [other], feeds));
    expect(standing(desk)).toEqual([]);
    expect(refreshed(desk).join()).toContain('đã hết API units');
    expect(standing(desk)).toEqual([]);
  });

  it('are said in no line of the log when they change', () => {
    const desk = semrushDesk();
    connect(desk);
    refreshed(desk);
    desk.outside.answer = (request) => {
      const answer = answerOf(desk.vendor, request, desk.outside.now);
      const body = answer.body.replace(/^"?(\d+)"?;/gm, (_, number) => `${Number(number) * 2};`);
      return { ...answer, body };
    };
    const stood = totalOf(desk, 'SOV.own');
    desk.outside.now += day;
    refreshed(desk);
    expect(totalOf(desk, 'SOV.own')).toBeGreaterThan(1.9 * stood);
    const log = logLines(desk.book).join('\n');
    expect(log).toContain('Semrush');
    expect(log).not.toContain('đã báo');
  });

  it('are taken off before a quarter is closed, and asked for again where it is opened again', () => {
    const desk = semrushDesk();
    connect(desk);
    desk.outside.now = Date.UTC(2027, 3, 2, 5);
    desk.book.day = dayNumber(2027, 4, 2);
    refreshed(desk);
    expect(covered(desk.book, 'SOV.own', 'through')).toBe(dayNumber(2027, 3, 31));
    expect(ok(desk.panel.closePlan('abc123')).card.state).toBe('frozen');
    expect(standing(desk)).toEqual([]);
    expect(dataRows(desk.book).filter((row) => row !== null)).toEqual([]);
    expect(covered(desk.book, 'SOV.own', 'trust')).toBe('Semrush chỉ cho giữ số liệu 30 ngày');
    const shown = JSON.stringify(desk.book.tabs.map((tab) => [...tab.cells]));
    expect(shown).not.toContain(String(visits('shop.example', '2027-01') / 31));
    ok(desk.panel.undo());
    refreshed(desk);
    expect(totalOf(desk, 'SOV.own')).toBeGreaterThan(0);
  });

  it('keep a quarter open that they cannot be taken off', () => {
    const desk = semrushDesk();
    connect(desk);
    desk.outside.now = Date.UTC(2027, 3, 2, 5);
    desk.book.day = dayNumber(2027, 4, 2);
    refreshed(desk);
    const data = desk.book.named.get('KPI_days_abc123');
    if (!data) throw new Error('No days.');
    desk.book.closed.add(data.sheet);
    expect(problem(desk.panel.closePlan('abc123'))).not.toBe('no problem');
    desk.book.closed.clear();
    expect(ok(desk.panel.openPlan('abc123')).card.state).toBe('open');
  });

  it('are no baseline of the next quarter, and those of others are', () => {
    const desk = semrushDesk();
    connect(desk);
    desk.outside.now = Date.UTC(2027, 3, 2, 5);
    desk.book.day = dayNumber(2027, 4, 2);
    refreshed(desk);
    const end = dayNumber(2027, 3, 31);
    for (const kpi of ['SOV', 'TRAFFIC']) {
      show(desk, kpi, 'actual', 0.31);
      show(desk, kpi, 'through', end);
    }
    const quarter = { year: 2027, month: 4 };
    const { actuals, notes } = ok(
      desk.panel.lastActuals({ name: 'Lan', role: 'digital', quarter, kpis: ['SOV', 'TRAFFIC'] }),
    );
    expect(actuals).toEqual({ TRAFFIC: 0.31 });
    expect(notes.SOV).toContain('30 ngày');
    const { plan } = ok(desk.panel.draftNext('abc123'));
    const baselines = plan.kpis.map(({ kpi, baseline }) => [kpi, baseline]);
    expect(baselines).toContainEqual(['TRAFFIC', 0.31]);
    expect(baselines).not.toContainEqual(['SOV', 0.31]);
  });
});

describe('the key of Semrush', () => {
  it('goes to its two hosts alone, in the address, and nothing else signs in there', () => {
    const desk = semrushDesk();
    connect(desk);
    refreshed(desk);
    for (const { url, google, headers } of desk.outside.sent) {
      const { host, searchParams } = new URL(url);
      expect(['api.semrush.com', 'www.semrush.com']).toContain(host);
      expect(searchParams.getAll('key')).toEqual([playedKey]);
      expect([google, headers]).toEqual([false, {}]);
    }
  });

  it('is in no cell, note, log, mail, answer or report, where the address is quoted whole or in part', () => {
    const desk = semrushDesk();
    connect(desk);
    refreshed(desk);
    const says: readonly ((url: string) => Partial<HttpResponse>)[] = [
      (url) => ({ status: 0, body: `Exception: Address unavailable: ${url}` }),
      (url) => ({ status: 0, body: `Exception: Bad request ${url.slice(0, -9)}` }),
      () => ({ status: 0, body: `key=${playedKey} ?key=${playedKey.slice(0, 20)}` }),
      (url) => ({ status: 500, body: `${url}` }),
      (url) => ({ body: `ERROR 977 :: ${url.replace('https://', '')}` }),
      () => ({ body: `ERROR 977 :: NO SUCH KEY ${playedKey}` }),
      (url) => ({ body: `<html><title>${encodeURIComponent(url)}</title></html>` }),
      (url) => ({ status: 403, body: `see ?url=${encodeURIComponent(url.slice(0, -5))}` }),
    ];
    ok(desk.panel.setSchedule(hourly));
    for (const said of says) {
      fails(desk, said);
      desk.outside.now += day;
      refreshed(desk);
      runSchedule(desk.parts);
      problem(open(desk));
      ok(desk.panel.dataStart());
    }
    const { book, host, outside, told } = desk;
    const others = [...host.notes].filter(([key]) => !key.startsWith('secret.'));
    const seen = JSON.stringify([
      book.tabs.map((tab) => [...tab.cells]),
      [...book.properties],
      others,
      host.reported,
      outside.mails,
      told,
    ]);
    expect(seen).toContain('semrush-');
    expect(seen).toContain('•••');
    expect(seen).not.toContain(playedKey);
    expect(seen).not.toContain(playedKey.slice(0, 16));
  });

  it('is forgotten when the plan lets go of it, and so are its numbers', () => {
    const desk = semrushDesk();
    connect(desk);
    refreshed(desk);
    ok(save(desk, [], []));
    expect([...desk.host.notes.keys()].filter((key) => key.startsWith('secret.'))).toEqual([]);
    expect(standing(desk)).toEqual([]);
  });
});
