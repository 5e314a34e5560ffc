import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { panelApi } from '../../../src/app/panel-api.ts';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import type { Account, Feed } from '../../../src/plan/model/feeds.ts';
import { absentSource } from '../../../src/sources/absent/entry.ts';
import type { SourceEntry } from '../../../src/sources/define-source.ts';
import { shippedSources, sourcesOf } from '../../../src/sources/registry.ts';
import { searchConsoleScope } from '../../../src/sources/search-console/methods.ts';
import { playedSearchConsole } from '../../../src/workbench/vendors/search-console/search-console.ts';
import type { Vendor } from '../../../src/workbench/vendors/vendor.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import { fakeBook } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { fakeHost } from '../../kit/desk/fake-host.ts';
import {
  covered,
  dataRows,
  day,
  feed,
  hour,
  logLines,
  refreshed,
  settle,
} from '../../kit/desk/fed-desk.ts';
import { answerOf, played } from '../../kit/desk/played-ga4.ts';
import { shop as property, scriptedGa4 } from '../../kit/desk/scripted-ga4.ts';
import { lan, planned } from '../../kit/plans/plans.ts';
import { counted, shop } from '../../sources/search-console/played.ts';

const hourly = { every: 'hour', hour: 0, weekday: 1, mail: true } as const;
const first = 46_388;
const traffic = feed('TRAFFIC', { metric: 'sessions' });
/** As a build without flavours has them. */
const baseSources = sourcesOf(shippedSources.all.filter(({ flavour }) => flavour === undefined));

function searchDesk(vendor: Vendor = playedSearchConsole()): FakeDesk {
  const desk = openFakeDesk(fakeBook(), fakeHost({ Notes: [] }));
  settle(desk);
  played(desk.outside, vendor);
  const google = scriptedGa4({});
  desk.outside.answer = (request) =>
    request.url.includes('/webmasters/')
      ? answerOf(vendor, request, desk.outside.nowMs())
      : google(request);
  const plan = lan({ feeds: [traffic], accounts: [property] }, [
    planned('TRAFFIC', { target: 9000 }),
    planned('CTR', { target: 0.04 }),
    planned('SEARCHRANK', { target: 8, cadence: 'week' }),
  ]);
  ok(desk.panel.buildPlan({ plan, sample: false }));
  return desk;
}

const listed = ({ panel }: FakeDesk) =>
  panel.listAccounts({ source: 'searchConsole', search: '', page: null });

const open = (desk: FakeDesk, site: string) => {
  const found = ok(listed(desk)).accounts.find(({ code }) => code.includes(site));
  return desk.panel.openAccount({
    plan: 'abc123',
    source: 'searchConsole',
    id: found?.account ?? '',
    known: null,
    fields: {},
  });
};

function save(desk: FakeDesk, accounts: readonly Account[], feeds: readonly Feed[]) {
  const { revision } = ok(desk.panel.openPlan('abc123'));
  return desk.panel.saveFeeds({ plan: 'abc123', revision, accounts, feeds, who: 'Lan' });
}

/** Connects the site as the panel does, impressions told apart by country. */
function connect(desk: FakeDesk): { readonly account: Account; readonly feeds: readonly Feed[] } {
  const { account, proposals } = ok(open(desk, 'sc-domain:noithat'));
  const feeds = proposals.map((each) => ({
    ...each,
    account: account.id,
    split: each.metric === 'impressions' ? 'country' : null,
  }));
  ok(save(desk, [property, account], [traffic, ...feeds]));
  return { account, feeds };
}

const statusOf = (desk: FakeDesk, input: string) =>
  ok(desk.panel.dataStart()).plans[0]?.feeds.find((each) => each.input === input);
/** The same spreadsheet, opened with another build. */
const withBuild = (desk: FakeDesk, sources: typeof shippedSources): FakeDesk => {
  const parts = { ...desk.parts, sources };
  return { ...desk, parts, panel: panelApi(parts) };
};

beforeEach(() => {
  // Test files that ran before this one share it.
  unforeseen.length = 0;
});

afterEach(() => {
  expect(unforeseen.splice(0)).toEqual([]);
});

describe('Search Console, from the list of sites to a refresh', () => {
  it('says before connecting what it needs, and offers the sites', () => {
    const desk = searchDesk();
    const offered = ok(desk.panel.dataStart()).sources.find(({ id }) => id === 'searchConsole');
    expect(offered?.needs).toContain('Google Cloud');
    expect(ok(listed(desk)).accounts.map(({ name, code }) => [name, code])).toEqual([
      ['noithat.example', 'sc-domain:noithat.example'],
      ['https://blog.noithat.example/', 'https://blog.noithat.example/'],
      ['moi.example', 'sc-domain:moi.example'],
      ['https://cu.noithat.example/', 'https://cu.noithat.example/'],
    ]);
  });

  it('opens a site with what is to be known of its days, and refuses one that cannot be read', () => {
    const desk = searchDesk();
    const { account, notices, proposals } = ok(open(desk, 'sc-domain:noithat'));
    expect(account).toEqual({
      source: 'searchConsole',
      id: expect.stringMatching(/^searchConsole-[a-z0-9]{6}$/),
      name: 'noithat.example',
      currency: 'XXX',
      zone: 'America/Los_Angeles',
      site: 'sc-domain:noithat.example',
    });
    expect(notices.join(' ')).toContain('California');
    expect(proposals.map(({ input, metric }) => [input, metric])).toEqual([
      ['CTR.clicks', 'clicks'],
      ['IMPRESSIONS', 'impressions'],
      ['SEARCHRANK', 'position'],
    ]);
    expect(problem(open(desk, 'cu.noithat'))).toContain('chưa xác minh');
  });

  it('says that no site was found where Google lists none', () => {
    const vendor = playedSearchConsole();
    vendor.faults.set('noPermission', true);
    const { accounts, none } = ok(listed(searchDesk(vendor)));
    expect(accounts).toEqual([]);
    expect(none[0]).toContain('Không tìm thấy');
  });

  it('fills the inputs with what was counted, week by week, and says how far', () => {
    const desk = searchDesk();
    const { account } = connect(desk);
    const said = refreshed(desk).join(' ');
    expect(said).not.toContain('chưa lấy được');
    const rows = dataRows(desk.book).flatMap((row) => (row?.account === account.id ? [row] : []));
    const through = Number(covered(desk.book, 'CTR.clicks', 'through'));
    // The last whole day is three days ago in California.
    const whole = { from: first, to: through - 2 };
    const sum = (input: string) =>
      rows
        .filter((row) => row.input === input && row.to <= whole.to)
        .reduce((total, { value }) => total + value, 0);
    const truth = counted(shop, whole);
    expect(sum('CTR.clicks')).toBe(truth.clicks);
    expect(sum('IMPRESSIONS')).toBe(truth.impressions);
    const positions = rows.filter(({ input }) => input === 'SEARCHRANK');
    expect(positions.length).toBeGreaterThan(4);
    for (const { from, to, value } of positions.filter((each) => each.to <= whole.to)) {
      expect(value).toBeCloseTo(counted(shop, { from, to }).position, 6);
    }
    expect(covered(desk.book, 'CTR.clicks', 'from')).toBe(first);
    expect(Number(covered(desk.book, 'CTR.clicks', 'settled'))).toBeLessThanOrEqual(through - 3);
    expect(String(covered(desk.book, 'CTR.clicks', 'trust'))).toContain('Los Angeles');
    const status = statusOf(desk, 'CTR.clicks');
    expect(status?.provisional).toBeGreaterThanOrEqual(3);
    expect(status?.trouble).toBe('');
    expect(ok(desk.panel.dataStart()).plans[0]?.stale).toBe(false);
  });

  it('brings days again until they have settled, and what is late without a word in the log', () => {
    const desk = searchDesk();
    connect(desk);
    ok(desk.panel.setSchedule(hourly));
    // In the morning of California nothing of yesterday is there.
    desk.outside.now = Date.UTC(2027, 1, 14, 9);
    runSchedule(desk.parts);
    const before = Number(covered(desk.book, 'CTR.clicks', 'through'));
    for (let at = 0; at < 6; at += 1) {
      desk.outside.now += day;
      runSchedule(desk.parts);
    }
    const through = Number(covered(desk.book, 'CTR.clicks', 'through'));
    expect(through).toBe(before + 6);
    const rows = dataRows(desk.book).filter((row) => row?.input === 'CTR.clicks');
    const settled = { from: first, to: through - 2 };
    const sum = rows
      .filter((row) => row && row.to <= settled.to)
      .reduce((total, row) => total + (row?.value ?? 0), 0);
    expect(sum).toBe(counted(shop, settled).clicks);
    expect(logLines(desk.book).join('\n')).not.toContain('nguồn chưa có số liệu');
    expect(desk.outside.mails).toEqual([]);
    expect(ok(desk.panel.dataStart()).plans[0]?.stale).toBe(false);
  });

  it('is not called older than it could be for the days that Google is always behind', () => {
    const desk = searchDesk();
    const answers = desk.outside.answer;
    const isLate = (date: string) => date > '2027-02-09';
    desk.outside.answer = (request) => {
      const answer = answers(request);
      if (!request.url.endsWith('/query')) return answer;
      const { rows = [], ...rest } = JSON.parse(answer.body);
      const counted = rows.filter(({ keys = [''] }: { keys?: string[] }) => !isLate(keys[0] ?? ''));
      return { ...answer, body: JSON.stringify({ ...rest, rows: counted, metadata: {} }) };
    };
    connect(desk);
    refreshed(desk);
    const start = ok(desk.panel.dataStart()).plans[0];
    expect(covered(desk.book, 'CTR.clicks', 'through')).toBe(first + 39);
    expect(start?.stale).toBe(false);
    expect(statusOf(desk, 'CTR.clicks')?.trust.join(' ')).toContain('nguồn chưa có số liệu');
  });

  it('ends in the same numbers wherever a refresh is ended and begun again', () => {
    const desk = searchDesk();
    connect(desk);
    const { answer, now } = desk.outside;
    const fresh = (): FakeDesk => {
      const copy = openFakeDesk(desk.book.copy());
      played(copy.outside, playedSearchConsole());
      Object.assign(copy.outside, { answer, now });
      return copy;
    };
    const whole = fresh();
    const before = whole.book.calls.length;
    refreshed(whole);
    const calls = whole.book.calls.length - before;
    expect(calls).toBeGreaterThan(40);
    for (let at = 1; at <= calls; at += Math.ceil(calls / 12)) {
      const cut = fresh();
      cut.book.killAt(cut.book.calls.length + at, 'before');
      cut.panel.refresh({ plan: 'abc123', anew: false });
      cut.book.revive();
      // What a killed run has taken it keeps for a while.
      cut.outside.now += 2 * 60_000;
      refreshed(cut);
      const numbers = ({ book }: FakeDesk) =>
        dataRows(book).map((row) => row && { ...row, freshness: '' });
      expect([at, numbers(cut)]).toEqual([at, numbers(whole)]);
    }
  });

  it('waits a quarter of an hour for the load quota once, then for the next day', () => {
    const vendor = playedSearchConsole();
    const desk = searchDesk(vendor);
    connect(desk);
    vendor.faults.set('quotaHour', true);
    expect(refreshed(desk).join(' ')).toContain('quá nhiều báo cáo');
    const asked = () => desk.outside.sent.filter(({ url }) => url.includes('query')).length;
    const once = asked();
    desk.outside.now += 10 * 60_000;
    refreshed(desk);
    expect(asked()).toBe(once);
    desk.outside.now += 6 * 60_000;
    refreshed(desk);
    expect(asked()).toBe(once + 1);
    desk.outside.now += hour;
    refreshed(desk);
    expect(asked()).toBe(once + 1);
    // Midnight in California is past.
    vendor.faults.set('quotaHour', false);
    desk.outside.now = Date.UTC(2027, 1, 14, 9);
    refreshed(desk);
    expect(asked()).toBeGreaterThan(once + 1);
    expect(statusOf(desk, 'CTR.clicks')?.trouble).toBe('');
  });

  it('does not save what cannot be: positions that would be added up, a site that is gone', () => {
    const vendor = playedSearchConsole();
    const desk = searchDesk(vendor);
    const { account, feeds } = connect(desk);
    const wrong = feeds.map((each) =>
      each.input === 'CTR.clicks' ? { ...each, metric: 'position' } : each,
    );
    expect(problem(save(desk, [property, account], [traffic, ...wrong]))).toContain(
      'thứ hạng không cộng lại được',
    );
    vendor.faults.set('propertyGone', true);
    const other = feeds.map((each) => ({ ...each, split: null }));
    expect(problem(save(desk, [property, account], [traffic, ...other]))).toContain(
      'không có trong những trang',
    );
  });

  it('is asked with Google’s token at its own address alone, and leaves nothing behind', () => {
    const desk = searchDesk();
    connect(desk);
    refreshed(desk);
    const sent = desk.outside.sent.filter(({ url }) => url.includes('webmasters'));
    expect(sent.length).toBeGreaterThan(3);
    for (const { url, google, headers } of sent) {
      expect(url.startsWith('https://www.googleapis.com/webmasters/v3/sites')).toBe(true);
      expect({ google, headers }).toEqual({ google: true, headers: {} });
    }
    expect([...desk.host.notes].filter(([key]) => /secret|token/.test(key))).toEqual([]);
    ok(save(desk, [property], [traffic]));
    desk.outside.now += day;
    refreshed(desk);
    expect(dataRows(desk.book).filter((row) => row?.account.startsWith('searchConsole'))).toEqual(
      [],
    );
    expect(JSON.stringify([...desk.book.properties])).not.toContain('sc-domain');
  });

  it('stops alone where its permission was left unticked', () => {
    const desk = searchDesk();
    connect(desk);
    desk.outside.unticked.add(searchConsoleScope);
    const said = refreshed(desk).join(' ');
    expect(said).toContain('chưa được cho phép xem dữ liệu Search Console');
    expect(covered(desk.book, 'TRAFFIC', 'through')).not.toBe('');
    expect(covered(desk.book, 'CTR.clicks', 'through')).toBe('');
    const { sentences } = ok(desk.panel.dataStart()).missing;
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain('Search Console');
    expect(desk.outside.sent.some(({ url }) => url.includes('/query'))).toBe(false);
  });
});

describe('a plan of a build that has Search Console, in one that has not', () => {
  /** Fetched by one build, then opened with the other. */
  function moved() {
    const full = searchDesk();
    const { account, feeds } = connect(full);
    refreshed(full);
    const before = JSON.stringify(dataRows(full.book));
    const through = covered(full.book, 'CTR.clicks', 'through');
    return { base: withBuild(full, baseSources), account, feeds, before, through };
  }

  it('keeps its last numbers, says so in one sentence, and the rest goes on', () => {
    const { base, before, through } = moved();
    base.outside.now += day;
    const sent = base.outside.sent.length;
    const said = refreshed(base);
    expect(said.join(' ')).toContain(
      'Search Console · noithat.example: phiên bản tiện ích này không lấy được số liệu từ Search Console',
    );
    const own = (text: string) =>
      (JSON.parse(text) as ({ input: string } | null)[]).filter((row) => row?.input !== 'TRAFFIC');
    expect(own(JSON.stringify(dataRows(base.book)))).toEqual(own(before));
    expect(covered(base.book, 'CTR.clicks', 'through')).toBe(through);
    expect(Number(covered(base.book, 'TRAFFIC', 'through'))).toBeGreaterThan(Number(through));
    expect(base.outside.sent.slice(sent).some(({ url }) => url.includes('webmasters'))).toBe(false);
    const start = ok(base.panel.dataStart());
    expect(start.sources.map(({ id }) => id)).toEqual(baseSources.all.map(({ id }) => id));
    expect(start.plans[0]?.feeds.find(({ input }) => input === 'SEARCHRANK')?.trouble).toContain(
      'vẫn giữ nguyên',
    );
    expect(start.missing.sentences).toEqual([]);
    // Back in the other build it goes on where it was.
    const again = withBuild(base, shippedSources);
    expect(refreshed(again).join(' ')).not.toContain('phiên bản');
    expect(Number(covered(again.book, 'CTR.clicks', 'through'))).toBeGreaterThan(Number(through));
  });

  it('is told of once by the clock, and whatever trouble the other build has noted says the same', () => {
    const vendor = playedSearchConsole();
    const full = searchDesk(vendor);
    connect(full);
    vendor.faults.set('apiOff', true);
    refreshed(full);
    const base = withBuild(full, baseSources);
    const trouble = statusOf(base, 'CTR.clicks')?.trouble;
    expect(trouble).toContain('không lấy được số liệu từ Search Console');
    ok(base.panel.setSchedule(hourly));
    for (let at = 0; at < 3; at += 1) {
      base.outside.now += hour;
      runSchedule(base.parts);
    }
    expect(base.outside.mails.length).toBeLessThanOrEqual(1);
  });

  it('can be changed, and lets go of the source or of an input, as any other', () => {
    const { base, account, feeds } = moved();
    const left = feeds.filter(({ input }) => input !== 'SEARCHRANK');
    ok(save(base, [property, account], [traffic, ...left]));
    expect(problem(save(base, [property, account], [traffic, ...feeds]))).toContain(
      'phiên bản tiện ích này không lấy được',
    );
    const looked = base.panel.openAccount({
      plan: 'abc123',
      source: 'searchConsole',
      id: account.id,
      known: account,
      fields: {},
    });
    expect(problem(looked)).toContain('phiên bản tiện ích này không lấy được');
    ok(save(base, [property], [traffic]));
    expect(ok(base.panel.openPlan('abc123')).plan.accounts).toEqual([property]);
  });

  it('has the same formulas whichever build writes them', () => {
    const { account } = moved();
    const flavoured = shippedSources.all.filter(({ flavour }) => flavour !== undefined);
    expect(flavoured.length).toBeGreaterThan(0);
    const seen = (source: SourceEntry | null) => [
      source?.daily(account),
      source?.decisive(account),
      source?.sharesDimensions,
      source?.answersPeriods,
    ];
    for (const source of flavoured) expect(seen(source)).toEqual(seen(absentSource(source.id)));
  });

  it('keeps of an account all that another build wrote, and takes nothing that is none', () => {
    const { account } = moved();
    expect(baseSources.readAccount({ ...account })).toEqual(account);
    expect(JSON.stringify(baseSources.readAccount({ ...account }))).toBe(JSON.stringify(account));
    const strange = { ...account, source: 'bigQuery', more: { deep: [1, 'a'] } };
    expect(baseSources.readAccount(strange)).toEqual(strange);
    for (const wrong of [
      { ...account, source: 'no such source' },
      { ...account, id: '=1+1' },
      { ...account, currency: 'đồng' },
      { ...account, zone: 7 },
      { ...account, more: 'x'.repeat(5000) },
    ]) {
      expect(baseSources.readAccount(wrong)).toBeNull();
    }
  });
});
