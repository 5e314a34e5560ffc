import { beforeEach, describe, expect, it } from 'vitest';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import { branchesOf } from '../../../src/derive/formula.ts';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { twin } from '../../../src/native/twin.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { dayHeads } from '../../../src/sources/data-rows.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import {
  covered,
  dataRows,
  day,
  fedDesk,
  fedPlan,
  feed,
  hour,
  noon,
  refreshed,
  settle,
} from '../../kit/desk/fed-desk.ts';
import { error, scriptedGa4, shop } from '../../kit/desk/scripted-ga4.ts';
import { tableOf } from '../../kit/plans/feeds.ts';
import { lan } from '../../kit/plans/plans.ts';

beforeEach(() => {
  unforeseen.length = 0;
});

const yesterday = dayOf(2027, 2, 13);
const partsOf = ({ host, book, outside }: FakeDesk) => ({
  host,
  spreadsheet: book,
  services: outside,
  catalogue,
  table: {},
  native: ((kpi, inputs, language) =>
    twin(kpi, branchesOf(kpi), inputs, { language, separator: ';' })) as Parameters<
    typeof runSchedule
  >[0]['native'],
});
const hourly = { every: 'hour', hour: 0, weekday: 1, mail: true } as const;

/** A plan that is typed by hand, in a spreadsheet where Google Analytics answers. */
function typedDesk(): FakeDesk {
  const desk = openFakeDesk();
  settle(desk);
  desk.outside.answer = scriptedGa4({});
  ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
  return desk;
}
const save = (desk: FakeDesk, given: object = {}) =>
  desk.panel.saveFeeds({
    plan: 'abc123',
    revision: ok(desk.panel.openPlan('abc123')).revision,
    who: 'Lan',
    feeds: [feed('LEADS')],
    accounts: [shop],
    ...given,
  });

describe('what flows in', () => {
  it('is saved after the property was asked, makes the sheet anew, and can be taken back', () => {
    const desk = typedDesk();
    const saved = ok(save(desk));
    expect(saved.view.plan.feeds).toEqual([feed('LEADS')]);
    expect(saved.start.plans[0]?.feeds[0]).toMatchObject({
      where: 'Google Analytics · Shop VN',
      what: 'sự kiện chính',
      through: '',
    });
    expect(desk.book.named.has('KPI_data_abc123')).toBe(true);
    refreshed(desk);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday);
    ok(desk.panel.undo());
    expect(ok(desk.panel.openPlan('abc123')).plan.feeds).toEqual([]);
    expect(unforeseen).toEqual([]);
  });

  it('is refused where the property has no such field, named at its input', () => {
    const desk = typedDesk();
    const answer = save(desk, { feeds: [feed('LEADS', { metric: 'conversionz' })] });
    expect(answer).toMatchObject({ field: 'feeds.LEADS' });
    expect(problem(answer)).toContain('“conversionz”');
    desk.outside.answer = () => ({ status: 0, headers: {}, body: '' });
    expect(problem(save(desk))).toContain('không nhận được câu trả lời');
    expect(ok(desk.panel.openPlan('abc123')).plan.feeds).toEqual([]);
  });

  it('is not saved over what somebody changed meanwhile', () => {
    const desk = typedDesk();
    expect(problem(save(desk, { revision: 0 }))).toContain('Chưa có gì bị ghi đè');
  });

  it('keeps what another panel connected since to another input, and asks where it is the same one', () => {
    const desk = typedDesk();
    const base = { feeds: [], accounts: [] };
    const cost = feed('CPL.cost', { metric: 'advertiserAdCost' });
    ok(save(desk, { base }));
    const both = ok(save(desk, { base, revision: 1, feeds: [cost] }));
    expect(both.view.plan.feeds).toEqual([cost, feed('LEADS')]);
    expect(both.view.plan.accounts).toEqual([{ ...shop, by: 'lan@shop.vn' }]);
    const other = save(desk, { base, feeds: [feed('LEADS', { metric: 'sessions' })] });
    expect(other).toMatchObject({ field: 'revision' });
    expect(ok(desk.panel.openPlan('abc123')).plan.feeds).toEqual([cost, feed('LEADS')]);
    expect(unforeseen).toEqual([]);
  });

  it('shows nothing of what flowed in before as something else, until it is fetched', () => {
    const desk = typedDesk();
    ok(save(desk));
    refreshed(desk);
    ok(save(desk, { feeds: [feed('LEADS', { metric: 'sessions' })] }));
    expect(covered(desk.book, 'LEADS', 'through')).toBe('');
    refreshed(desk);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday);
    desk.outside.now += 3 * day;
    ok(desk.panel.undo());
    expect(covered(desk.book, 'LEADS', 'through')).toBe('');
  });

  it('moves along to a sheet that is built anew for another reason', () => {
    const desk = fedDesk();
    refreshed(desk);
    const { plan, revision } = ok(desk.panel.openPlan('abc123'));
    ok(
      desk.panel.changePlan({ plan: { ...plan, kpis: plan.kpis.slice(0, 2) }, revision, who: '' }),
    );
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday);
    desk.outside.now += day;
    refreshed(desk);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday + 1);
    expect(unforeseen).toEqual([]);
  });

  it('says which rate is missing where money flows in that is another currency', () => {
    const accounts = [{ ...shop, currency: 'EUR' }];
    expect(ok(save(typedDesk(), { accounts })).note).toBe('');
    const feeds = [feed('CPL.cost', { metric: 'advertiserAdCost' })];
    expect(ok(save(typedDesk(), { accounts, feeds })).note).toContain('1 EUR = ? VND');
  });
});

describe('rows of the data sheet', () => {
  it('of each plan stand by themselves', () => {
    const desk = fedDesk();
    ok(desk.panel.buildPlan({ plan: fedPlan({ id: 'other1', name: 'Minh' }), sample: false }));
    refreshed(desk, null);
    const [one, other] = [dataRows(desk.book), dataRows(desk.book, 'other1')];
    expect(one).toEqual(other);
    desk.outside.now += day;
    refreshed(desk, 'other1');
    expect(dataRows(desk.book)).toEqual(one);
    expect(dataRows(desk.book, 'other1').length).toBeGreaterThan(one.length);
  });

  it('are there for the next quarter and for a copy, which read rows of their own', () => {
    const desk = fedDesk();
    refreshed(desk);
    const sheet = desk.book.named.get('KPI_abc123_card')?.sheet ?? 0;
    const copy = desk.book.copyTab(sheet, 'Bản sao');
    const { plan } = ok(desk.panel.adoptCopy({ sheet: copy, name: 'Minh' }));
    expect(covered(desk.book, 'LEADS', 'through', plan)).toBe('');
    const cells = [...(desk.book.tabs.find(({ id }) => id === copy)?.cells.values() ?? [])];
    const formulas = cells.map(String).filter((text) => text.startsWith('='));
    expect(formulas.filter((text) => text.includes('KPI_data_abc123'))).toEqual([]);
    expect(formulas.some((text) => text.includes(`KPI_data_${plan}`))).toBe(true);
    refreshed(desk, plan);
    expect(dataRows(desk.book, plan)).toEqual(dataRows(desk.book));
    const { plan: next } = ok(desk.panel.draftNext('abc123'));
    ok(desk.panel.buildPlan({ plan: { ...next, id: 'next01' }, sample: false }));
    expect(dataRows(desk.book, 'next01')).toEqual([]);
    expect(unforeseen).toEqual([]);
  });

  it('go with the plan', () => {
    const desk = fedDesk();
    refreshed(desk);
    ok(desk.panel.setSchedule(hourly));
    ok(desk.panel.undo());
    expect([...desk.book.named.keys()].filter((name) => name.startsWith('KPI_data_a'))).toEqual([]);
    ok(desk.panel.buildPlan({ plan: fedPlan({ id: 'other1' }), sample: false }));
    ok(desk.panel.removeEverything({ sheets: false }));
    expect([...desk.book.named.keys()]).toEqual([]);
    expect([...desk.book.properties.keys()]).toEqual([]);
    expect(desk.outside.stood).toBe(false);
  });
});

describe('a table of the spreadsheet', () => {
  const account = tableOf({ name: 'Facebook ads', sheet: 0 });
  const withTable = (): { desk: FakeDesk; sheet: number } => {
    const desk = typedDesk();
    const sheet = desk.book.addTab('Facebook ads');
    const lines = [
      ['Ngày', 'Số tiền đã chi tiêu (VND)', 'Chiến dịch'],
      ...Array.from({ length: 44 }, (_, at) => [
        dayOf(2027, 1, 1) + at,
        100_000 + at,
        '=HYPERLINK("x")',
      ]),
    ];
    for (const [row, line] of lines.entries()) {
      for (const [column, value] of line.entries()) {
        desk.book.type(sheet, row + 1, column + 1, value);
      }
    }
    // No engine computes here: such a text stands as it is.
    for (let row = 2; row <= 45; row += 1) desk.book.shows.set(`Facebook ads!${row}:3`, 'Sale');
    return { desk, sheet };
  };
  const cost = feed('CPL.cost', { account: account.id, metric: 'Số tiền đã chi tiêu (VND)' });

  it('is offered, previewed, saved, read again at each refresh, and only what changed is written', () => {
    const { desk, sheet } = withTable();
    const [offered] = ok(desk.panel.listTables()).filter(({ name }) => name === 'Facebook ads');
    expect(offered).toMatchObject({ sheet, rows: 44 });
    expect(ok(desk.panel.listTables()).map(({ name }) => name)).not.toContain('KPI · Nhật ký');
    const request = { plan: 'abc123', account: { ...account, sheet }, feeds: [cost] };
    const preview = ok(desk.panel.previewTable(request));
    expect(preview).toMatchObject({ from: '01/01/2027', through: '13/02/2027', problems: [] });
    ok(save(desk, { feeds: [feed('LEADS'), cost], accounts: [shop, request.account] }));
    refreshed(desk);
    const costs = () => dataRows(desk.book).filter((row) => row?.input === 'CPL.cost');
    expect(costs()).toHaveLength(44);
    expect(covered(desk.book, 'CPL.cost', 'through')).toBe(yesterday);
    desk.book.type(sheet, 45, 2, 7);
    desk.outside.now += hour;
    const days = desk.book.named.get('KPI_days_abc123');
    const written: number[] = [];
    const { write } = desk.book;
    desk.book.write = (on, area, ...rest) => {
      if ((typeof on === 'number' ? on : on.sheet) === days?.sheet) written.push(area.column);
      write(on, area, ...rest);
    };
    refreshed(desk);
    desk.book.write = write;
    // The property’s last three days and the table’s last one, in one piece.
    expect(written).toEqual([dayHeads.length + 1 + 41]);
    const values = Array.from({ length: 44 }, (_, at) => (at === 43 ? 7 : 100_000 + at));
    expect(costs().map((row) => row?.value)).toEqual(values);
    desk.book.type(sheet, 1, 2, 'Khác');
    desk.outside.now += hour;
    expect(refreshed(desk).join()).toContain('không còn cột');
    expect(costs()).toHaveLength(44);
    desk.book.dropTab(sheet);
    desk.outside.now += hour;
    expect(refreshed(desk).join()).toContain('không còn nữa');
    expect(unforeseen).toEqual([]);
  });
});

describe('connecting', () => {
  it('finds properties whatever the accents, and tells what one can be asked for', () => {
    const desk = typedDesk();
    const source = shop.source;
    const { accounts } = ok(desk.panel.listAccounts({ source, search: 'shop vn', page: null }));
    expect(accounts.map(({ account }) => account)).toEqual([shop.id]);
    const asked = { plan: 'abc123', source, id: shop.id, known: null, fields: {} };
    const facts = ok(desk.panel.openAccount(asked));
    expect(facts).toMatchObject({ account: shop, known: [{ values: ['generate_lead'] }] });
    expect(problem(desk.panel.openAccount({ ...asked, id: 'properties/../x' }))).toContain(
      'không còn nữa',
    );
    desk.outside.answer = () => error(401, 'UNAUTHENTICATED', 'no');
    expect(problem(desk.panel.listAccounts({ source, search: '', page: null }))).toContain(
      'cấp quyền lại',
    );
  });
});

describe('the clock', () => {
  it('costs two calls where nothing is due, and fetches when it is', () => {
    const desk = fedDesk();
    ok(desk.panel.setSchedule(hourly));
    expect(desk.outside.stood).toBe(true);
    desk.book.calls.length = 0;
    runSchedule(partsOf(desk));
    expect(desk.book.calls).toEqual(['notes', 'keepNote']);
    expect(desk.outside.sent).toEqual([]);
    desk.outside.now += hour;
    runSchedule(partsOf(desk));
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday);
    const start = ok(desk.panel.dataStart());
    expect(start).toMatchObject({ clockStands: true, lastTick: '06:00 ngày 14/02' });
    expect(start.nextRun).toBe('07:00 ngày 14/02');
    expect(unforeseen).toEqual([]);
  });

  it('is known to have stopped when nobody’s has come by for hours', () => {
    const desk = fedDesk();
    ok(desk.panel.setSchedule(hourly));
    runSchedule(partsOf(desk));
    desk.outside.now += 3 * hour;
    expect(ok(desk.panel.dataStart()).clockStands).toBe(false);
    ok(desk.panel.setSchedule(null));
    expect(desk.outside.stood).toBe(false);
    desk.outside.full = true;
    expect(problem(desk.panel.setSchedule(hourly))).toContain('20 lịch');
  });

  it('tells by mail what needs somebody, once, and nothing of what goes away by itself', () => {
    const desk = fedDesk();
    ok(desk.panel.setSchedule(hourly));
    desk.outside.answer = () => error(503, 'UNAVAILABLE', 'busy');
    desk.outside.now += hour;
    runSchedule(partsOf(desk));
    expect(desk.outside.mails).toEqual([]);
    desk.outside.answer = () =>
      error(403, 'PERMISSION_DENIED', 'The caller does not have permission');
    for (let times = 0; times < 4; times += 1) {
      desk.outside.now += 2 * hour;
      runSchedule(partsOf(desk));
    }
    expect(desk.outside.mails).toHaveLength(1);
    expect(desk.outside.mails[0]?.text).toContain('chưa có quyền xem');
    desk.outside.now += day;
    runSchedule(partsOf(desk));
    expect(desk.outside.mails).toHaveLength(1);
  });

  it('without permission for the spreadsheet asks nothing, gives no sign of life, and says so once', () => {
    const desk = fedDesk();
    ok(desk.panel.setSchedule(hourly));
    desk.outside.unticked.add('sheet');
    for (let times = 0; times < 3; times += 1) {
      desk.outside.now += hour;
      runSchedule(partsOf(desk));
    }
    expect(desk.outside.sent).toEqual([]);
    expect(desk.outside.mails).toHaveLength(1);
    expect(ok(desk.panel.dataStart())).toMatchObject({ clockStands: false, lastTick: '' });
  });

  it('comes at the hour that is meant, also on days with an hour more or less', () => {
    const desk = fedDesk();
    const zone = 'Europe/Berlin';
    const format = (ms: number) =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        weekday: 'short',
        hourCycle: 'h23',
      }).formatToParts(ms);
    const part = (ms: number, type: string) =>
      format(ms).find((each) => each.type === type)?.value ?? '';
    const days = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    Object.assign(desk.outside, {
      hourIn: (_: string, ms: number) => ({
        hour: Number(part(ms, 'hour')),
        weekday: days.indexOf(part(ms, 'weekday')),
      }),
      momentIn: (_: string, ms: number) => `2027-01-01 ${part(ms, 'hour')}:${part(ms, 'minute')}`,
    });
    const due = () => JSON.parse(desk.book.properties.get('tick') ?? '{}').dueMs as number;
    for (const start of [Date.UTC(2027, 2, 27, 6, 20), Date.UTC(2027, 9, 30, 6, 20), noon]) {
      desk.outside.now = start;
      ok(desk.panel.setSchedule({ every: 'day', hour: 7, weekday: 1, mail: false }));
      for (let days = 0; days < 4; days += 1) {
        const next = due();
        expect(part(next, 'hour') + part(next, 'minute')).toBe('0700');
        expect(next - desk.outside.now).toBeLessThanOrEqual(25 * hour);
        expect(next).toBeGreaterThan(desk.outside.now);
        desk.outside.now = next;
        ok(desk.panel.setSchedule({ every: 'day', hour: 7, weekday: 1, mail: false }));
      }
      ok(desk.panel.setSchedule({ every: 'week', hour: 22, weekday: 3, mail: false }));
      expect(part(due(), 'weekday') + part(due(), 'hour')).toBe('Wed22');
    }
  });
});
