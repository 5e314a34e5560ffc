import { beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import type { Drawn } from '../../kit/sheet/drawn.ts';
import { computed, factsOf, typedOf, valueAt } from '../../kit/sheet/plan-facts.ts';

/** The second quarter of 2027: April ends on a Friday, so its fifth week is two rows. */
const plan = planOf(
  [
    planned('LEADS', { target: 1300, weight: 0.5 }),
    planned('CPL', { target: 50 }),
    planned('CHURN', { target: 0.1 }),
    planned('FOLLOWERS', { baseline: 1000, target: 2000 }),
    planned('ENGRATE', { baseline: 0, target: 1 }),
    planned('VISITORS', { cadence: 'month', baseline: 0, target: 10 }),
  ],
  { quarter: { year: 2027, month: 4 }, language: 'en' },
);
const { parts } = factsOf(plan);
const day = (month: number, dayOfMonth: number) => dayOf(2027, month, dayOfMonth);
/** Up to 9 May: the first seven rows. */
const upTo = (values: readonly number[]) => parts.map((_, at) => values[at] ?? null);
const filled = {
  inputs: {
    LEADS: upTo([10, 20, 30, 40, 50, 6, 70]),
    'CPL.cost': upTo([100, 200, 300, 400, 500, 60, 700]),
    'ACQRATE.customersAtStart': upTo([1000, 900, 800, 700, 600, 500, 400]),
    'CHURN.customersLost': upTo([1, 2, 3, 4, 5, 6, 7]),
    FOLLOWERS: upTo([1010, 1020, 1030, 1040, 1050, 1060, 1070]),
    INTERACTIONS: upTo([1, 2, 3, 4, 5, 6, 7]),
    REACH: parts.map((part, at) => (part.endsWeek && at < 7 ? 100 : null)),
    VISITORS: parts.map((part) => (part.endsMonth && part.month === 1 ? 7 : null)),
  },
  weights: parts.map(() => null),
};
const facts = factsOf(plan, { typed: typedOf(parts, filled) });

describe('the spans of a sheet', () => {
  let sheet: Drawn;
  beforeAll(async () => {
    sheet = await computed(facts, undefined, day(5, 5));
  });
  const values = (kpi: string) =>
    ['q', 'v', 'w', 'm1', 'm2', 'm3'].map((span) => {
      const found = valueAt(sheet, 'calc', kpi, span);
      return typeof found === 'number' ? Math.round(found * 1e6) / 1e6 : found;
    });

  it('has the rows it is made for', () => {
    expect(Object.keys(filled.inputs).sort()).toEqual(facts.inputs.map(({ key }) => key).sort());
    expect(parts.slice(4, 6).map(({ week }) => week)).toEqual([5, 5]);
  });

  it('adds up counts: so far, last week in both its rows, this week, month by month', () => {
    expect(values('LEADS')).toEqual([226, 56, 70, 150, 76, '']);
  });

  it('divides totals, never averages quotients', () => {
    expect(values('CPL')).toEqual([10, 10, 10, 10, 10, '']);
  });

  it('takes customers at the start from where each span starts', () => {
    const share = (lost: number, start: number) => Math.round((lost / start) * 1e6) / 1e6;
    expect(values('CHURN')).toEqual([
      share(28, 1000),
      share(11, 600),
      share(7, 400),
      share(15, 1000),
      share(13, 500),
      '',
    ]);
  });

  it('takes followers as they stand at each span’s end', () => {
    expect(values('FOLLOWERS')).toEqual([1070, 1060, 1070, 1050, 1070, '']);
  });

  it('reads a rate of people for its own week alone, whole weeks only', () => {
    expect(values('ENGRATE')).toEqual([0.07, 0.11, 0.07, 0.04, 0.07, '']);
  });

  it('tells nothing of weeks where numbers come by the month', () => {
    expect(values('VISITORS')).toEqual([7, '', '', 7, '', '']);
    expect(valueAt(sheet, 'score', 'VISITORS', 'week')).toBe('–');
    expect(valueAt(sheet, 'score', 'VISITORS', 'trend')).toBe('▄');
  });

  it('draws the weeks between their least and their most', () => {
    expect(valueAt(sheet, 'score', 'LEADS', 'trend')).toBe('▁▂▃▅▆█');
  });

  it('says what is missing, and what each week after the last settled day has to bring', () => {
    const weeks = (day(6, 30) - day(5, 9)) / 7;
    expect(valueAt(sheet, 'score', 'LEADS', 'remaining')).toBe(1074);
    expect(valueAt(sheet, 'score', 'LEADS', 'perWeek')).toBeCloseTo(1074 / weeks, 9);
    expect(valueAt(sheet, 'score', 'CPL', 'perWeek')).toBe('–');
  });

  it('says how far the quarter and its numbers are', () => {
    const line = valueAt(sheet, 'score', '.live', 'title');
    expect(line).toBe('week 6/14 ▓▓▓▓▓▓░░░░░░░░ · data settled up to 9 May');
  });

  it('piles up the chart’s counts as far as they are settled, beside their path', () => {
    const points = [1, 6, 7].map((week) => valueAt(sheet, 'calc', `.w${week}`, 'chart:actual'));
    expect(points).toEqual([10, 226, { error: '#N/A' }]);
    expect(valueAt(sheet, 'calc', '.w14', 'chart:path')).toBeCloseTo(1300, 9);
    expect(valueAt(sheet, 'calc', '.m3', 'chart:actual')).toBe('Actual');
  });

  it('leaves a gap a gap: nothing after it counts towards the quarter, the week itself does', async () => {
    const gap = filled.inputs.LEADS.map((value, at) => (at === 2 ? null : value));
    const typed = typedOf(parts, { ...filled, inputs: { ...filled.inputs, LEADS: gap } });
    const other = await computed(factsOf(plan, { typed }), undefined, day(5, 5));
    const at = (column: string) => valueAt(other, 'calc', 'LEADS', column);
    expect(['q', 'v', 'w', 'm1', 'm2'].map(at)).toEqual([30, 56, 70, 30, '']);
    expect(valueAt(other, 'score', 'LEADS', 'trend')).toBe('▁▂·▅▆█');
    expect(valueAt(other, 'score', '.live', 'title')).toMatch(
      /settled up to 9 May · some KPIs are settled up to 11 Apr only$/,
    );
  });
});
