import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import type { DecimalSign } from '../../../src/plan/amounts/read-column.ts';
import { type Pasted, readPasted } from '../../../src/plan/paste/paste.ts';
import { chosenPlan } from '../../kit/plans/plans.ts';

interface Given {
  readonly currency?: string;
  readonly language?: Language;
  readonly decimal?: DecimalSign;
  readonly month?: number;
}

/** A table drawn with `|`, pasted into a plan of the fourth quarter. */
function paste(drawn: string, given: Given = {}): Pasted {
  const { currency = 'VND', language = 'en', decimal, month = 10 } = given;
  const rows = drawn
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ *\| */));
  const plan = chosenPlan([], { quarter: { year: 2026, month } });
  const circumstances = { ...plan.circumstances, currency };
  const around = { catalogue, language, locale: language, ...(decimal && { decimal }) };
  return readPasted(rows, { ...plan, circumstances }, around);
}

const numbers = ({ plan }: Pasted) =>
  plan.kpis.map(({ kpi, baseline, target }) => [kpi, baseline, target]);
const problems = ({ rows }: Pasted) =>
  rows.flatMap((row) => (row.is === 'other' ? [] : row.problems));

describe('tables of real teams', () => {
  /** A Vietnamese table in a spreadsheet of American habits. */
  const vietnamese = `
    Chỉ số KPI | ĐVT | Mục tiêu quý | Kết quả quý trước
    Số lead | lead | 1.500 | 1.200
    CPL | đồng | 80.000 | 85.000
    Lượt truy cập website | lượt | 30.000 | 28.000
    Doanh thu | đồng | 450.000.000 | 400.000.000`;

  it('are read by their own numbers, whatever the language of the panel', () => {
    for (const language of ['en', 'vi'] as const) {
      const read = paste(vietnamese, { language });
      expect(numbers(read)).toEqual([
        ['LEADS', 1200, 1500],
        ['CPL', 85_000, 80_000],
        ['TRAFFIC', 28_000, 30_000],
        ['REVENUE', 400e6, 450e6],
      ]);
      expect(read.twoWays).toBeNull();
      expect(problems(read).join()).not.toMatch(/two ways|hai cách|VND/);
    }
  });

  it('are not of the plan’s money where they say another: that is said, and nothing is taken', () => {
    const read = paste(vietnamese, { currency: 'USD' });
    expect(numbers(read)).toEqual([
      ['LEADS', 1200, 1500],
      ['CPL', null, null],
      ['TRAFFIC', 28_000, 30_000],
      ['REVENUE', null, null],
    ]);
    expect(read.currency).toBe('VND');
    expect(problems(read)[0]).toContain('“85.000” is in VND, the plan counts in USD.');
  });

  it('are read by English habits in a Vietnamese panel, too', () => {
    const read = paste(
      `KPI | Target | Actual
       Leads | 1,500 | 1,200
       Revenue | $12,500.50 | $11,000`,
      { language: 'vi', currency: 'USD' },
    );
    expect(numbers(read)).toEqual([
      ['LEADS', 1200, 1500],
      ['REVENUE', 11_000, 12_500.5],
    ]);
  });

  it('counts in every scale that an amount is typed in', () => {
    const revenue = (unit: string) =>
      numbers(
        paste(`
      KPI | Đơn vị | Chỉ tiêu
      Doanh thu | ${unit} | 2`),
      )[0]?.[2];
    expect(['tỷ đồng', 'nghìn tỷ đồng', 'ngàn đồng', 'triệu'].map(revenue)).toEqual([
      2e9, 2e12, 2e3, 2e6,
    ]);
  });

  it('may have quarters above their columns', () => {
    const read = paste(`
      STT | Chỉ tiêu | ĐVT | Quý III/2026 | | Quý IV/2026 | Trọng số
       | | | Kế hoạch | Thực hiện | Kế hoạch |
      1 | Số khách hàng tiềm năng | người | 1.200 | 1.150 | 1.500 | 40%
      2 | Doanh thu | triệu đồng | 1.000 | 980 | 1.300 | 60%`);
    expect(numbers(read)).toEqual(
      [
        ['REVENUE', 980e6, 1300e6],
        ['LEADS', 1150, 1500],
      ].sort(),
    );
    expect(read.notes.join()).not.toContain('may be last quarter’s');
  });

  it('may have a column for each quarter, or the months and their total', () => {
    const quarters = paste(`
      KPI | Đơn vị | Cả năm | Q1 | Q2 | Q3 | Q4
      Doanh thu | triệu đồng | 4.000 | 800 | 900 | 1.000 | 1.300
      Số lead | lead | 4.800 | 1.000 | 1.100 | 1.200 | 1.500`);
    const wanted = [
      ['REVENUE', null, 1300e6],
      ['LEADS', null, 1500],
    ];
    expect(numbers(quarters)).toEqual(wanted);
    const months = paste(`
      KPI | Đơn vị | T10 | T11 | T12 | Tổng quý
      Doanh thu | triệu đồng | 400 | 400 | 500 | 1.300
      Số lead | lead | 500 | 500 | 500 | 1.500`);
    expect(numbers(months)).toEqual(wanted);
  });

  it('may call last quarter «Current» and «Hiện tại»', () => {
    const english = `Metric | Current | Goal | Owner
      Sessions | 12,400 | 15,000 | Ann
      Cost per lead | $42.50 | $35 | Bob`;
    expect(numbers(paste(english, { currency: 'USD' }))).toEqual([
      ['TRAFFIC', 12_400, 15_000],
      ['CPL', 42.5, 35],
    ]);
    expect(numbers(paste('KPI | Hiện tại | Mục tiêu\nSố lead | 900 | 1000'))).toEqual([
      ['LEADS', 900, 1000],
    ]);
  });

  it('take what is completed for better when higher', () => {
    const read = paste(`KPI | Mục tiêu | Kết quả quý trước
      Tỷ lệ hoàn thành kế hoạch nội dung | 95% | 90%`);
    expect(numbers(read)).toEqual([['OWN_A', 0.9, 0.95]]);
    expect(read.plan.own[0]).toMatchObject({ better: 'higher', unsaid: [] });
  });
});

describe('a number that can be read in two ways', () => {
  const alone = 'KPI | Target\nLeads | 1.500';

  it('is not taken where nothing in the table tells; both readings are shown', () => {
    const read = paste(alone);
    expect(numbers(read)).toEqual([['LEADS', null, null]]);
    expect(read.twoWays).toEqual({
      header: 'Target',
      cell: '1.500',
      readings: { '.': '1.5', ',': '1,500' },
    });
    expect(problems(read)[0]).toContain('“1.500” can be read in two ways.');
  });

  it('is read as somebody says, in all columns at once', () => {
    const two = 'KPI | Target | Actual\nLeads | 1.500 | 1.200\nOrders | 2.500 | 2.100';
    expect(numbers(paste(two, { language: 'en' })).flat()).not.toContain(1.5);
    const alike = 'KPI | Target | Actual\nSessions per visitor | 1.500x | 1.200x';
    for (const [decimal, target] of [
      [',', 1500],
      ['.', 1.5],
    ] as const) {
      expect([decimal, numbers(paste(alone, { decimal }))]).toEqual([
        decimal,
        [['LEADS', null, target]],
      ]);
    }
    expect(paste(alike).plan.kpis).toHaveLength(1);
  });

  it.each([
    // Beside it stands what can be read in one way only, in its column or in another.
    ['KPI | Target\nLeads | 1.500\nRevenue | 450.000.000', 'LEADS', 1500],
    ['KPI | Target | Actual\nLeads | 1.500 | 12.345.678', 'LEADS', 1500],
    ['KPI | Target\nLeads | 1,500\nConversion rate | 2.5%', 'LEADS', 1500],
    // Nobody writes parts of a đồng.
    ['KPI | Target\nLeads | 1.500\nCPL | 80.000 đồng', 'LEADS', 1500],
    ['KPI | Target\nCPL | 80.000', 'CPL', 80_000],
    // A thousand beside 987.
    ['KPI | Target\nLeads | 1.500\nOrders | 987', 'LEADS', 1500],
    // What tells contradicts itself, or would leave a thousandth of a lead.
    ['KPI | Target\nLeads | 1.500\nOrders | 1,000,000\nTraffic | 2.000.000', 'LEADS', null],
    ['KPI | Target\nLeads | 1.500\nConversion rate | 2.5%', 'LEADS', null],
  ])('%j: %s is %s', (drawn, kpi, target) => {
    expect(paste(drawn).plan.kpis.find((each) => each.kpi === kpi)?.target).toBe(target);
  });

  it('is what the panel’s own people group by, where nothing else tells', () => {
    expect(numbers(paste(alone, { language: 'vi' }))).toEqual([['LEADS', null, 1500]]);
    expect(numbers(paste('KPI | Target\nLeads | 1,500', { language: 'vi' }))).toEqual([
      ['LEADS', null, null],
    ]);
  });
});

describe('money of another currency', () => {
  const plans = ['VND', 'USD', 'PEN', 'ZAR', 'INR', 'BRL'];
  const told: readonly (readonly [cell: string, unit: string, currency: string])[] = [
    ['150.50 PEN', '', 'PEN'],
    ['S/ 150.50', '', 'PEN'],
    ['150.50', 'PEN', 'PEN'],
    ['R 150.50', '', 'ZAR'],
    ['150.50', 'ZAR', 'ZAR'],
    ['R$ 150,50', '', 'BRL'],
    ['₹150.50', '', 'INR'],
    ['150', 'đ/lead', 'VND'],
    ['150 đồng', '', 'VND'],
    ['150', 'nghìn VND', 'VND'],
    ['$150.50', '', 'USD'],
  ];

  it.each(told)('«%s» in «%s» is %s, and never taken for the plan’s', (cell, unit, currency) => {
    for (const plan of plans) {
      const read = paste(`KPI | Unit | Target\nCPL | ${unit} | ${cell}`, { currency: plan });
      const [cpl] = read.plan.kpis;
      expect([plan, cpl?.target !== null]).toEqual([plan, plan === currency]);
      if (plan !== currency) expect(read.currency).toBe(currency);
    }
  });

  it('is none of a contract or a community', () => {
    const read = paste('KPI | ĐVT | Mục tiêu\nSố hợp đồng ký mới | hợp đồng | 40');
    expect(read.plan.own[0]).toMatchObject({ unit: 'count', unsaid: [] });
    expect(read.plan.kpis[0]?.target).toBe(40);
  });
});
