import { beforeEach, describe, expect, it } from 'vitest';
import { LastingError } from '../../../src/app/ports/lasting-cause.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import { fakeBook } from '../../kit/desk/fake-book.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import {
  covered,
  dataRows,
  day,
  dayLines,
  fedDesk,
  fedPlan,
  feed,
  logLines,
  refreshed,
} from '../../kit/desk/fed-desk.ts';
import { type ScriptedReport, scriptedGa4, usual } from '../../kit/desk/scripted-ga4.ts';
import { tableOf } from '../../kit/plans/feeds.ts';

const first = dayOf(2027, 1, 1);
const yesterday = dayOf(2027, 2, 13);
const january = (date: number) => dayOf(2027, 1, date);

beforeEach(() => {
  unforeseen.length = 0;
});

const daysOf = ({ book }: FakeDesk, input: string) => [
  ...new Set(dataRows(book).flatMap((row) => (row?.input === input ? [row.from] : []))),
];
const feedsIn = (desk: FakeDesk) => {
  const [plan] = ok(desk.panel.dataStart()).plans;
  return Object.fromEntries((plan?.feeds ?? []).map((each) => [each.input, each]));
};
const stands = (desk: FakeDesk, input: string) =>
  ['from', 'through', 'settled'].map((column) => covered(desk.book, input, column));
const has = (report: ScriptedReport, metric: string) =>
  report.metricHeaders.some(({ name }) => name === metric);
const nextDay = (desk: FakeDesk, days = 1) => {
  desk.outside.now += days * day;
  desk.book.day += days;
};
const said = (desk: FakeDesk, text: string) =>
  logLines(desk.book).filter((line) => line.includes(text));

describe('days that Google Analytics cuts off', () => {
  const cut = () =>
    scriptedGa4({
      counts: (metric, on, segment) => (on < january(12) ? 0 : usual(metric, on, segment)),
      metadata: {
        dataTruncationReasons: [
          {
            dataTruncationType: 'DATA_TRUNCATION_TYPE_PROPERTY',
            dataTruncationDate: '2027-01-12',
          },
        ],
      },
    });

  it('are unknown on the sheet, in the panel and in the log, and stay so', () => {
    const desk = fedDesk();
    desk.outside.answer = cut();
    const [through, ...notes] = refreshed(desk);
    expect(through).toContain('đã có đến 13/02/2027');
    expect(notes.join(' ')).toContain('chưa biết số liệu đến hết 11/01/2027: nguồn');
    for (let days = 0; days < 3; days += 1) {
      expect(stands(desk, 'TRAFFIC')).toEqual([
        january(12),
        yesterday + days,
        yesterday + days - 3,
      ]);
      expect(covered(desk.book, 'TRAFFIC', 'trust')).toContain(
        'chưa biết số liệu đến hết 11/01/2027',
      );
      expect(feedsIn(desk).TRAFFIC).toMatchObject({ from: '12/01/2027', trouble: '' });
      expect(feedsIn(desk).TRAFFIC?.trust[0]).toContain('nguồn không còn đưa đủ');
      expect(Math.min(...daysOf(desk, 'TRAFFIC'))).toBe(january(12));
      expect(said(desk, 'chưa biết số liệu đến hết 11/01/2027')).toHaveLength(1);
      nextDay(desk);
      refreshed(desk);
    }
    // A reading of a week of which days are cut off is none of that week.
    expect(daysOf(desk, 'VISITORS').every((from) => from >= january(12))).toBe(true);
  });

  it('are not called restated where they had been fetched before', () => {
    const desk = fedDesk();
    refreshed(desk);
    desk.outside.answer = cut();
    nextDay(desk);
    refreshed(desk, 'abc123', true);
    expect(covered(desk.book, 'TRAFFIC', 'from')).toBe(january(12));
    expect(said(desk, 'đã báo')).toEqual([]);
  });

  it('are known again once all of the quarter is fetched anew', () => {
    const desk = fedDesk();
    desk.outside.answer = cut();
    refreshed(desk);
    desk.outside.answer = scriptedGa4({});
    nextDay(desk);
    refreshed(desk, 'abc123', true);
    expect(stands(desk, 'TRAFFIC')).toEqual([first, yesterday + 1, yesterday - 2]);
    expect(covered(desk.book, 'TRAFFIC', 'trust')).toBe('');
  });
});

describe('days before a property was made', () => {
  it.each([
    ['in the first slice', '2027-01-20T05:00:00Z', january(21)],
    ['in the second', '2027-02-08T05:00:00Z', dayOf(2027, 2, 9)],
  ])('are unknown, however the days are fetched: %s', (_, created, from) => {
    const desk = fedDesk();
    const counts: typeof usual = (metric, on, segment) =>
      on < from - 1 ? 0 : usual(metric, on, segment);
    desk.outside.answer = scriptedGa4({ created, counts });
    refreshed(desk);
    nextDay(desk);
    refreshed(desk);
    for (const input of ['LEADS', 'TRAFFIC', 'VISITORS']) {
      expect(stands(desk, input).slice(0, 2)).toEqual([from, yesterday + 1]);
      expect(covered(desk.book, input, 'trust')).toContain('đến ngày này nguồn mới được tạo');
      expect(daysOf(desk, input).every((on) => on >= from)).toBe(true);
    }
    const asked = desk.outside.sent.filter(({ method }) => method === 'get').length;
    nextDay(desk);
    refreshed(desk);
    expect(desk.outside.sent.filter(({ method }) => method === 'get')).toHaveLength(asked);
  });

  it('may be all of the quarter so far: then nothing is known, and it is said why', () => {
    const desk = fedDesk();
    desk.outside.answer = scriptedGa4({ created: '2027-02-13T20:00:00Z', counts: () => 0 });
    refreshed(desk);
    expect(stands(desk, 'LEADS')).toEqual(['', '', '']);
    expect(covered(desk.book, 'LEADS', 'trust')).toContain('đến ngày này nguồn mới được tạo');
    expect(feedsIn(desk).LEADS?.trust[0]).toContain('đến hết 14/02/2027');
  });
});

describe('a report that comes empty for a reason', () => {
  const emptied = () =>
    scriptedGa4({
      spoil: (report) => {
        if (!has(report, 'sessions')) return;
        delete report.rows;
        delete report.rowCount;
        report.metadata.emptyReason = 'SOME_REASON';
      },
    });

  it('leaves its input blank and says so, brings all others, and is asked for again each week', () => {
    const desk = fedDesk(
      fedPlan({
        feeds: [
          feed('LEADS', { only: [{ dimension: 'eventName', is: ['generate_lead'] }] }),
          feed('TRAFFIC', { metric: 'sessions' }),
        ],
      }),
    );
    desk.outside.answer = emptied();
    refreshed(desk);
    expect(stands(desk, 'TRAFFIC')).toEqual(['', '', '']);
    expect(covered(desk.book, 'TRAFFIC', 'trust')).toContain('SOME_REASON');
    expect(stands(desk, 'LEADS').slice(0, 2)).toEqual([first, yesterday]);
    expect(feedsIn(desk).TRAFFIC?.trouble).toContain('không có số cho');
    expect(said(desk, 'không có số cho')).toHaveLength(1);
    desk.outside.answer = scriptedGa4({});
    nextDay(desk, 6);
    refreshed(desk);
    expect(stands(desk, 'TRAFFIC')[0]).toBeGreaterThan(dayOf(2027, 2, 1));
    expect(covered(desk.book, 'TRAFFIC', 'trust')).toContain('chưa biết');
    nextDay(desk, 7);
    refreshed(desk);
    expect(stands(desk, 'TRAFFIC').slice(0, 2)).toEqual([first, yesterday + 13]);
    expect(feedsIn(desk).TRAFFIC).toMatchObject({ trouble: '', trust: [] });
    expect(said(desk, 'đã hoạt động lại')).toHaveLength(1);
  });
});

describe('one number that cannot be read', () => {
  const spoilt = (on: string) =>
    scriptedGa4({
      spoil: (report) => {
        if (!has(report, 'sessions')) return;
        const row = report.rows?.find(({ dimensionValues }) => dimensionValues[0]?.value === on);
        if (row?.metricValues[0]) row.metricValues[0].value = '?';
      },
    });

  it('stops its own input before its day, tells of it once, and heals', () => {
    const desk = fedDesk();
    desk.outside.answer = spoilt('20270115');
    refreshed(desk);
    for (let days = 0; days < 3; days += 1) {
      expect(stands(desk, 'TRAFFIC')).toEqual([first, january(14), january(14)]);
      expect(stands(desk, 'LEADS').slice(0, 2)).toEqual([first, yesterday + days]);
      expect(covered(desk.book, 'TRAFFIC', 'trust')).toContain('chưa biết số liệu từ 15/01/2027');
      expect(feedsIn(desk).TRAFFIC?.trouble).toContain('15/01/2027');
      expect(daysOf(desk, 'TRAFFIC')).not.toContain(january(15));
      expect(said(desk, 'chưa biết số liệu từ 15/01/2027')).toHaveLength(1);
      nextDay(desk);
      refreshed(desk);
    }
    desk.outside.answer = scriptedGa4({});
    nextDay(desk, 5);
    refreshed(desk);
    expect(stands(desk, 'TRAFFIC').slice(0, 2)).toEqual([first, yesterday + 8]);
    expect(covered(desk.book, 'TRAFFIC', 'trust')).toBe('');
    expect(said(desk, 'đã báo')).toEqual([]);
  });

  it('makes a day that was reported unknown, and does not call it 0 now', () => {
    const desk = fedDesk();
    refreshed(desk);
    desk.outside.answer = spoilt('20270212');
    nextDay(desk);
    refreshed(desk);
    expect(covered(desk.book, 'TRAFFIC', 'through')).toBe(dayOf(2027, 2, 11));
    expect(said(desk, 'đã báo')).toEqual([]);
  });
});

describe('what a condition may have left out', () => {
  it('makes its input unknown from that day on, says what to do, and stays whole elsewhere', () => {
    const desk = fedDesk(
      fedPlan({
        feeds: [
          feed('LEADS', { only: [{ dimension: 'eventName', is: ['generate_lead'] }] }),
          feed('TRAFFIC', { metric: 'sessions' }),
        ],
      }),
    );
    desk.outside.answer = scriptedGa4({
      spoil: (report, { dateRanges: [range] }) => {
        if (!has(report, 'keyEvents') || !range) return;
        if (range.startDate <= '2027-01-20' && range.endDate >= '2027-01-20') {
          report.metadata.dataLossFromOtherRow = true;
        }
      },
    });
    refreshed(desk);
    expect(stands(desk, 'LEADS')).toEqual([first, january(19), january(19)]);
    expect(stands(desk, 'TRAFFIC').slice(0, 2)).toEqual([first, yesterday]);
    expect(feedsIn(desk).LEADS?.trouble).toContain('Bạn hãy chọn điều kiện có ít giá trị hơn');
  });
});

describe('a quarter that an older version has fetched', () => {
  it('is fetched again, since that took days that are unknown for 0', () => {
    const desk = fedDesk();
    refreshed(desk);
    const note = JSON.parse(desk.book.properties.get('feed.abc123') ?? '');
    for (const account of Object.values<Record<string, unknown>>(note.accounts)) {
      delete account.lost;
      delete account.untold;
    }
    desk.book.properties.set('feed.abc123', JSON.stringify(note));
    desk.outside.answer = scriptedGa4({ created: '2027-01-20T05:00:00Z' });
    nextDay(desk);
    refreshed(desk);
    expect(stands(desk, 'TRAFFIC').slice(0, 2)).toEqual([january(21), yesterday + 1]);
  });
});

describe('more segments than are shown', () => {
  const segments = Array.from({ length: 1300 }, (_, at) => `Kênh ${at}`);
  /** The last ones are the largest. */
  const counts: typeof usual = (_, on, segment) =>
    1 + (on % 3) + (segments.indexOf(segment) >= 1290 ? 5 : 0);
  const shown = (desk: ReturnType<typeof fedDesk>, on: number) =>
    dataRows(desk.book)
      .filter((row) => row?.input === 'LEADS' && row.from === on)
      .map((row) => [row?.segment, row?.value]);

  it('are put together with the rest, the largest of all days stand by themselves', () => {
    const desk = fedDesk();
    desk.outside.answer = scriptedGa4({ segments, counts });
    refreshed(desk);
    for (const on of [first, january(20), yesterday]) {
      const each = 1 + (on % 3);
      const largest = segments.slice(1290).map((name) => [name, each + 5]);
      expect(shown(desk, on)).toEqual([['', 1290 * each], ...largest]);
    }
    expect(stands(desk, 'LEADS').slice(0, 2)).toEqual([first, yesterday]);
    expect(covered(desk.book, 'LEADS', 'trust')).toBe('');
    expect(feedsIn(desk).LEADS).toMatchObject({ trouble: '', trust: [] });
    expect(dayLines(desk.book)).toHaveLength(12);
    // Who is new has no place, until all that there is has come again.
    desk.outside.answer = scriptedGa4({ segments: ['Mới', 'Kênh 1299'], counts: () => 9 });
    nextDay(desk);
    refreshed(desk);
    expect(shown(desk, yesterday + 1)).toEqual([
      ['', 9],
      ['Kênh 1299', 9],
    ]);
    expect(shown(desk, january(20))).toHaveLength(11);
    expect(unforeseen).toEqual([]);
  });
});

describe('more segments than a run can carry', () => {
  const segments = Array.from({ length: 3500 }, (_, at) => `Kênh ${at}`);
  const counts: typeof usual = (_, on) => 1 + (on % 3);

  it('leave the totals whole, say what there is too much of, and are no full spreadsheet', () => {
    const desk = fedDesk();
    desk.outside.answer = scriptedGa4({ segments, counts });
    refreshed(desk);
    const total = (on: number) =>
      dataRows(desk.book)
        .filter((row) => row?.input === 'LEADS' && row.from === on)
        .map((row) => [row?.segment, row?.value]);
    const right = (on: number) => [['', segments.length * (1 + (on % 3))]];
    for (const on of [first, january(20), yesterday]) expect(total(on)).toEqual(right(on));
    expect(stands(desk, 'LEADS').slice(0, 2)).toEqual([first, yesterday]);
    expect(covered(desk.book, 'LEADS', 'trust')).toContain('không chia được');
    expect(covered(desk.book, 'TRAFFIC', 'trust')).toBe('');
    const { trouble = '', trust = [] } = feedsIn(desk).LEADS ?? {};
    expect(trouble).toContain('cả quý có quá nhiều hàng');
    expect(trouble).toContain('kênh thay cho chiến dịch');
    expect(trouble).not.toContain('10 triệu');
    expect(trust).toContain('không chia được: có quá nhiều giá trị');
    expect(said(desk, 'quá nhiều hàng')).toHaveLength(1);
    // Half of the days told apart would make every segment too small.
    desk.outside.answer = scriptedGa4({ segments: segments.slice(0, 2), counts: () => 1 });
    nextDay(desk);
    refreshed(desk);
    expect(total(yesterday)).toEqual([['', 2]]);
    expect(total(january(20))).toEqual(right(january(20)));
    // All of it again, with few enough: told apart as before.
    nextDay(desk);
    refreshed(desk, 'abc123', true);
    expect(total(first)).toHaveLength(2);
    expect(feedsIn(desk).LEADS).toMatchObject({ trouble: '', trust: [] });
    expect(unforeseen).toEqual([]);
  });
});

describe('a table of 100,000 rows by ad', () => {
  it('brings its totals and its largest ads, today and tomorrow', () => {
    const book = fakeBook();
    const sheet = book.addTab('Ads', 110_000, 3);
    const put = (row: number, cells: readonly (string | number)[]) => {
      for (const [at, cell] of cells.entries()) book.type(sheet, row, at + 1, cell);
    };
    put(1, ['Ngày', 'Chi tiêu', 'Chiến dịch']);
    const perDay = 2275;
    const days = yesterday - first + 1;
    const rows = perDay * days;
    expect(rows).toBeGreaterThan(100_000);
    const cost = (row: number) => 1 + (row % 7) + (row % perDay < 10 ? 100 : 0);
    for (let at = 0; at < rows; at += 1) {
      put(at + 2, [first + Math.floor(at / perDay), cost(at), `Ad ${at % perDay}`]);
    }
    const table = tableOf({ sheet });
    const spent = feed('CPL.cost', { account: table.id, metric: 'Chi tiêu', split: 'Chiến dịch' });
    const desk = fedDesk(fedPlan({ feeds: [spent], accounts: [table] }), book);
    const onDay = (on: number) =>
      Array.from({ length: perDay }, (_, at) => cost((on - first) * perDay + at));
    const rest = (on: number) =>
      onDay(on)
        .slice(10)
        .reduce((sum, each) => sum + each, 0);
    const spentOn = (on: number) =>
      dataRows(book)
        .filter((row) => row?.from === on)
        .map((row) => [row?.segment, row?.value]);
    for (let later = 0; later < 2; later += 1) {
      refreshed(desk);
      for (const on of [first, january(20), yesterday]) {
        const ads = onDay(on)
          .slice(0, 10)
          .map((value, at) => [`Ad ${at}`, value]);
        expect(spentOn(on)).toEqual([['', rest(on)], ...ads]);
      }
      if (later > 0) expect(spentOn(yesterday + 1)).toEqual([['Ad 1', 5]]);
      expect(covered(book, 'CPL.cost', 'through')).toBe(yesterday + later);
      expect(feedsIn(desk)['CPL.cost']).toMatchObject({ trouble: '', trust: [] });
      nextDay(desk);
      put(rows + 2, [yesterday + 1, 5, 'Ad 1']);
    }
    expect(dayLines(book)).toHaveLength(11);
    expect(unforeseen).toEqual([]);
  });
});

describe('numbers that came and cannot be written', () => {
  const refused = (error: Error) => {
    const desk = fedDesk();
    desk.book.insertRows = () => {
      throw error;
    };
    refreshed(desk);
    unforeseen.length = 0;
    return feedsIn(desk).LEADS?.trouble;
  };

  it('are too many for the spreadsheet where Google says so', () => {
    const full = new LastingError('tooManyCells', 'above the limit of 10000000 cells');
    expect(refused(full)).toContain('10 triệu ô');
  });

  it('are called so without a cause where Google names another', () => {
    const said = 'Service Spreadsheets failed while accessing document.';
    expect(refused(new Error(said))).not.toContain('10 triệu');
    expect(refused(new Error(said))).toContain(`Google báo: “${said}”`);
  });
});
