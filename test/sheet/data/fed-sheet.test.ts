import { beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { segmentBlock } from '../../../src/sheet/data/segment-block.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { type Drawn, typedInto } from '../../kit/sheet/drawn.ts';
import {
  ads,
  computedFed,
  type DataRow,
  type Fetched,
  fedFacts,
  feedOf,
  shop,
  weekly,
} from '../../kit/sheet/fed-facts.ts';
import { factsOf, typedOf, valueAt } from '../../kit/sheet/plan-facts.ts';

const quarter = { year: 2027, month: 4 };
const day = (month: number, dayOfMonth: number) => dayOf(2027, month, dayOfMonth);
const first = day(4, 1);

const planWith = (feeds: readonly Feed[], given: Partial<Plan> = {}): Plan =>
  planOf(
    [
      planned('LEADS', { target: 900, weight: 0.5 }),
      planned('CPL', { target: 50, weight: 0.5 }),
      planned('VISITORS', { cadence: 'week', baseline: 0, target: 10 }),
    ],
    { quarter, feeds, accounts: [shop, ads, weekly], ...given },
  );
const feeds = [feedOf('LEADS', shop), feedOf('CPL.cost', ads), feedOf('VISITORS', shop)];
const plan = planWith(feeds);
const { parts } = factsOf(plan);

/** One row a day from the first day to another, every third day left out: nothing happened. */
const daily = (to: number, value: number): DataRow[] =>
  Array.from({ length: to - first + 1 }, (_, at) => ({
    from: first + at,
    to: first + at,
    value,
  })).filter(({ from }) => (from - first) % 3 < 2);
const counted = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(
    (each) => (each - first) % 3 < 2,
  ).length;

/** Through Wednesday 14 April; settled up to Sunday the 11th. */
const [wednesday, sunday] = [day(4, 14), day(4, 11)];
const leads: Fetched = {
  from: first,
  through: wednesday,
  settled: sunday,
  rows: daily(wednesday, 10),
};
const cost: Fetched = {
  from: first,
  through: wednesday,
  settled: wednesday,
  rows: daily(wednesday, 4),
};
const visitors: Fetched = {
  from: first,
  through: wednesday,
  settled: sunday,
  rows: [
    { from: first, to: day(4, 4), value: 300 },
    { from: day(4, 12), to: wednesday, value: 200 },
  ],
};
const fetched = { LEADS: leads, 'CPL.cost': cost, VISITORS: visitors };
const rates = { USD: 25_000 };
const row = (at: number) => String(parts[at]?.from);
const inputs = (sheet: Drawn, key: string, count: number) =>
  Array.from({ length: count }, (_, at) => valueAt(sheet, 'input', row(at), key));

describe('an input that flows in', () => {
  let sheet: Drawn;
  const facts = fedFacts(plan, fetched, { rates });
  beforeAll(async () => {
    sheet = await computedFed(facts, fetched, day(4, 15));
  });

  it('fills its weeks, the one that runs as far as it is covered; what is not covered is blank', () => {
    const weeks = [
      counted(first, day(4, 4)),
      counted(day(4, 5), sunday),
      counted(day(4, 12), wednesday),
    ].map((days) => days * 10);
    expect(inputs(sheet, 'LEADS', 4)).toEqual([...weeks, '']);
  });

  it('multiplies amounts by the one rate that stands on the sheet', () => {
    expect(valueAt(sheet, 'input', row(0), 'CPL.cost')).toBe(
      counted(first, day(4, 4)) * 4 * 25_000,
    );
  });

  it('shows a reading of people for whole weeks alone; nobody in a covered week is 0', () => {
    expect(inputs(sheet, 'VISITORS', 3)).toEqual([300, 0, '']);
  });

  it('says above its column where it comes from', () => {
    expect(valueAt(sheet, 'input', '.marks', 'LEADS')).toBe('⟳ Google Analytics · Shop VN');
    expect(valueAt(sheet, 'input', '.marks', 'CPL.cost')).toBe('⟳ Trang tính “Facebook ads”');
    expect(valueAt(sheet, 'input', '.warnings', 'CPL.cost')).toBe('');
    expect(valueAt(sheet, 'method', 'LEADS', 'source')).toBe('⟳ Google Analytics · Shop VN');
  });

  it('counts up to any day, and expects as much as by that day', () => {
    const all = counted(first, wednesday);
    expect(valueAt(sheet, 'score', 'LEADS', 'through')).toBe(wednesday);
    expect(valueAt(sheet, 'score', 'LEADS', 'actual')).toBe(all * 10);
    expect(valueAt(sheet, 'score', 'LEADS', 'expected')).toBeCloseTo((900 * 14) / 91, 6);
    expect(valueAt(sheet, 'score', 'CPL', 'actual')).toBe(10_000);
    expect(valueAt(sheet, 'score', 'VISITORS', 'through')).toBe(sunday);
    expect(valueAt(sheet, 'score', 'VISITORS', 'actual')).toBe(0);
    expect(valueAt(sheet, 'calc', 'LEADS', 'm1')).toBe(all * 10);
    expect(valueAt(sheet, 'calc', 'LEADS', 'w')).toBe(counted(day(4, 12), wednesday) * 10);
    expect(valueAt(sheet, 'month', 'LEADS', 'm1met')).toBe('○ chưa hết tháng');
  });

  it('says which days may still change', () => {
    expect(valueAt(sheet, 'score', 'LEADS', 'provisional')).toBe('3 ngày tạm tính');
    expect(valueAt(sheet, 'score', 'VISITORS', 'provisional')).toBe('');
    expect(valueAt(sheet, 'score', '.live', 'title')).toBe(
      'tuần 3/14 ▓▓▓░░░░░░░░░░░ · số liệu chốt đến 11/04, 3 ngày tạm tính',
    );
  });

  it('says where it is late, or has not come', async () => {
    const late = await computedFed(facts, fetched, day(4, 20));
    expect(valueAt(late, 'score', '.live', 'title')).toMatch(/tạm tính · ▲ dữ liệu cũ 5 ngày$/);
    const usual = await computedFed(facts, fetched, day(4, 17));
    expect(valueAt(usual, 'score', '.live', 'title')).toMatch(/tạm tính$/);
    const over = await computedFed(facts, fetched, day(8, 20));
    expect(valueAt(over, 'score', '.live', 'title')).toMatch(/thiếu dữ liệu 77 ngày cuối quý$/);
    const none = await computedFed(fedFacts(plan, {}, { rates }), {}, day(4, 20));
    expect(valueAt(none, 'score', '.live', 'title')).toMatch(
      /chưa có số liệu · ▲ có dữ liệu chưa về$/,
    );
    expect(valueAt(none, 'score', 'LEADS', 'status')).toBe('○ chưa có số liệu');
    expect(inputs(none, 'LEADS', 2)).toEqual(['', '']);
  });

  it('is unknown without its rate, and says so', async () => {
    for (const wrong of [{}, { USD: 0 }]) {
      const without = await computedFed(
        fedFacts(plan, fetched, { rates: wrong }),
        fetched,
        day(4, 15),
      );
      expect(inputs(without, 'CPL.cost', 3)).toEqual(['', '', '']);
      expect(valueAt(without, 'input', '.warnings', 'CPL.cost')).toBe('⚠ thiếu tỷ giá USD');
      expect(valueAt(without, 'score', 'CPL', 'actual')).toBe('');
      expect(valueAt(without, 'score', 'LEADS', 'actual')).toBe(counted(first, wednesday) * 10);
    }
  });

  it('is not counted by a day that somebody has typed over, and says so', async () => {
    const feedsName = 'KPI_abc123_feeds';
    const over: [string, number | string][] = [
      ['from', first + 1],
      ['from', first - 90],
      ['through', day(4, 20)],
      ['through', day(4, 13)],
      ['settled', wednesday],
      ['settled', ''],
      ['through', '14/04'],
      ['seal', 1],
    ];
    for (const [column, value] of over) {
      const shown = await computedFed(facts, fetched, day(4, 15), (drawing) =>
        typedInto(drawing, feedsName, 'LEADS', column, { value }),
      );
      const where = `${column}: ${value}`;
      expect(inputs(shown, 'LEADS', 3), where).toEqual(['', '', '']);
      expect(valueAt(shown, 'score', 'LEADS', 'actual'), where).toBe('');
      expect(valueAt(shown, 'score', 'CPL', 'actual'), where).toBe('');
      expect(valueAt(shown, 'input', '.warnings', 'LEADS'), where).toBe(
        '⚠ ngày bị gõ đè, hãy cập nhật',
      );
      expect(inputs(shown, 'VISITORS', 3), where).toEqual([300, 0, '']);
      expect(valueAt(shown, 'input', '.warnings', 'VISITORS'), where).toBe('');
    }
  });

  it('says nothing of the kind where nothing has flowed in yet', async () => {
    const none = await computedFed(fedFacts(plan, {}, { rates }), {}, day(4, 20));
    expect(valueAt(none, 'input', '.warnings', 'LEADS')).toBe('');
  });

  it('beside a typed one counts up to the end of a typed week', async () => {
    const half = planWith([feedOf('LEADS', shop)]);
    const typed = typedOf(parts, {
      inputs: { 'CPL.cost': parts.map((_, at) => (at < 3 ? 1000 : null)) },
      weights: [],
    });
    const mixed = await computedFed(
      fedFacts(half, { LEADS: leads }, { typed }),
      { LEADS: leads },
      day(4, 15),
    );
    expect(valueAt(mixed, 'score', 'CPL', 'through')).toBe(sunday);
    expect(valueAt(mixed, 'score', 'CPL', 'actual')).toBeCloseTo(
      2000 / (counted(first, sunday) * 10),
      9,
    );
    expect(valueAt(mixed, 'score', 'LEADS', 'through')).toBe(wednesday);
    expect(valueAt(mixed, 'method', 'CPL', 'source')).toBe(
      '⟳ Google Analytics · Shop VN · một phần nhập tay',
    );
  });

  it('counts rows of whole weeks as far as the weeks go', async () => {
    const table = planWith([feedOf('LEADS', shop), feedOf('CPL.cost', weekly)]);
    const weeks = parts.slice(0, 3).map(({ from, to }) => ({ from, to, value: 2 }));
    const spent = { from: first, through: day(4, 18), settled: day(4, 18), rows: weeks };
    const all = { LEADS: leads, 'CPL.cost': spent };
    const sheets = await computedFed(fedFacts(table, all, { rates }), all, day(4, 19));
    expect(valueAt(sheets, 'score', 'CPL', 'through')).toBe(sunday);
    expect(valueAt(sheets, 'score', 'CPL', 'actual')).toBeCloseTo(
      100_000 / (counted(first, sunday) * 10),
      6,
    );
  });

  it('says all this in English too', async () => {
    const english = planWith(feeds, { language: 'en' });
    const shown = await computedFed(fedFacts(english, fetched, { rates }), fetched, day(4, 20));
    expect(valueAt(shown, 'score', '.live', 'title')).toMatch(
      /data settled up to 11 Apr, provisional days after it: 3 · ▲ data that flows in is 5 days behind$/,
    );
    expect(valueAt(shown, 'feeds', 'CPL.cost', 'where')).toBe('Tab “Facebook ads”');
  });
});

describe('what is told apart', () => {
  const names = ['Email', 'a*b', '2026-01-02', '=IMPORTXML("x")', '~x?', '5', '', '', '', ''];
  const apart = planWith([
    feedOf('LEADS', shop, { split: 'sessionCampaignName' }),
    feedOf('CPL.cost', ads, { split: 'Tên chiến dịch' }),
  ]);
  /** Each name its own number; two more that nobody shows. */
  const segments = (value: number): DataRow[] =>
    ['EMAIL', ...names.slice(1, 6), 'aXb', 'other', ''].flatMap((segment, at) =>
      daily(wednesday, 1).map((each) => ({ ...each, segment, value: (at + 1) * value })),
    );
  const all = {
    LEADS: { ...leads, rows: segments(1) },
    'CPL.cost': { ...cost, rows: segments(2).filter(({ segment }) => segment !== '5') },
  };
  const typed = {
    split: Object.fromEntries(
      names.flatMap((title, at) => (title ? [[`s${at + 1}`, { title }] as const] : [])),
    ),
  };
  const facts = fedFacts(apart, all, { rates, typed });
  const days = counted(first, wednesday);

  it('adds up by name, whatever signs it is made of, and ends in the scorecard’s number', async () => {
    const sheet = await computedFed(facts, all, day(4, 15));
    const column = (key: string) =>
      ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 'rest', 'total'].map((each) =>
        valueAt(sheet, 'split', each, key),
      );
    const found = [1, 2, 3, 4, 5, 6].map((each) => each * days);
    expect(column('seg:LEADS')).toEqual([...found, '', 24 * days, 45 * days]);
    const costs = [1, 2, 3, 4, 5, 0].map((each) => each * days * 50_000);
    expect(column('seg:CPL.cost')).toEqual([...costs, '', 24 * days * 50_000, 39 * days * 50_000]);
    const perLead = column('CPL');
    expect(perLead.slice(0, 8)).toEqual([50_000, 50_000, 50_000, 50_000, 50_000, 0, '', 50_000]);
    expect(perLead[8]).toBe(valueAt(sheet, 'score', 'CPL', 'actual'));
    expect(valueAt(sheet, 'split', '.through', 'CPL')).toBe(wednesday);
  });

  it('shows the same when somebody has sorted it, the total among the names', async () => {
    const sorted = await computedFed(facts, all, day(4, 15), (drawing) => {
      const at = (key: string) => drawing.cells.findIndex((line) => line[1]?.value === key);
      const [one, two, last] = [at('s1'), at('s3'), at('total')];
      const moved = new Map([
        [one, last],
        [two, one],
        [last, two],
      ]);
      const cells = drawing.cells.map((line, row) => drawing.cells[moved.get(row) ?? row] ?? line);
      return { ...drawing, cells };
    });
    const shown = ['s1', 's2', 's3', 'rest', 'total'].map((key) =>
      valueAt(sorted, 'split', key, 'seg:LEADS'),
    );
    expect(shown).toEqual([1, 2, 3, 24, 45].map((each) => each * days));
    expect(valueAt(sorted, 'split', 's3', 'title')).toBe('2026-01-02');
  });

  it('shows names as texts, never as formulas', async () => {
    const sheet = await computedFed(facts, all, day(4, 15));
    expect(['s1', 's4'].map((each) => valueAt(sheet, 'split', each, 'title'))).toEqual([
      'Email',
      '=IMPORTXML("x")',
    ]);
  });

  it('shows no KPI of which an input is not told apart, or by another dimension', () => {
    const columns = (changed: readonly Feed[]) =>
      factsColumns(planWith(changed)).filter((key) => key === 'CPL');
    const both = [
      feedOf('LEADS', shop, { split: 'sessionCampaignName' }),
      feedOf('CPL.cost', shop, { split: 'sessionCampaignName' }),
    ];
    expect(columns(both)).toEqual(['CPL']);
    expect(columns([both[0] as Feed, feedOf('CPL.cost', shop)])).toEqual([]);
    expect(columns([both[0] as Feed])).toEqual([]);
    const other = feedOf('CPL.cost', shop, { split: 'sessionSource' });
    expect(columns([both[0] as Feed, other])).toEqual([]);
  });
});

const factsColumns = (changed: Plan): readonly string[] =>
  segmentBlock.draw(fedFacts(changed, {}), '')?.columns ?? [];
