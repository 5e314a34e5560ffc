import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayOf,
  financialYear,
  firstDay,
  lastDay,
  monthsOf,
  nextQuarter,
  previousQuarter,
  type QuarterName,
  quarterNumber,
  quarterOf,
  quarterTitle,
  sameQuarterLastYear,
  suggestedQuarter,
  type WeekStart,
  weekParts,
} from '../../../src/plan/calendar/calendar.ts';

const aMonth = fc.integer({ min: 1, max: 12 });
const aQuarter = fc.record({ year: fc.integer({ min: 2000, max: 2100 }), month: aMonth });
const aDay = fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2100, 12, 31) });
const aWeekStart = fc.constantFrom<WeekStart>('monday', 'sunday');

describe('a day', () => {
  it('is counted as spreadsheets do', () => {
    expect(dayOf(1899, 12, 31)).toBe(1);
    expect(dayOf(2026, 11, 22)).toBe(46348);
    expect(dateOf(46348)).toEqual({ year: 2026, month: 11, day: 22, weekday: 7 });
    expect(dateOf(dayOf(2024, 2, 29))).toEqual({ year: 2024, month: 2, day: 29, weekday: 4 });
  });

  it('comes back from its date', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const { year, month, day: dayOfMonth, weekday } = dateOf(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
        expect(dateOf(day + 7).weekday).toBe(weekday);
      }),
    );
  });
});

describe('a quarter', () => {
  const q1: QuarterName = { year: 2027, month: 1 };

  it('has three months, one after the other', () => {
    expect(monthsOf({ year: 2027, month: 12 })).toEqual([
      { year: 2027, month: 12, first: dayOf(2027, 12, 1), last: dayOf(2027, 12, 31) },
      { year: 2028, month: 1, first: dayOf(2028, 1, 1), last: dayOf(2028, 1, 31) },
      { year: 2028, month: 2, first: dayOf(2028, 2, 1), last: dayOf(2028, 2, 29) },
    ]);
  });

  it('is found from any of its days, whatever month the financial year begins with', () => {
    fc.assert(
      fc.property(aDay, aMonth, (day, firstMonth) => {
        const quarter = quarterOf(day, firstMonth);
        expect(firstDay(quarter)).toBeLessThanOrEqual(day);
        expect(lastDay(quarter)).toBeGreaterThanOrEqual(day);
        expect((quarter.month - firstMonth + 12) % 3).toBe(0);
      }),
    );
  });

  it('is followed by the next without a gap, and the way back leads back', () => {
    fc.assert(
      fc.property(aQuarter, (quarter) => {
        expect(firstDay(nextQuarter(quarter))).toBe(lastDay(quarter) + 1);
        expect(previousQuarter(nextQuarter(quarter))).toEqual(quarter);
        const back = [1, 2, 3, 4].reduce(previousQuarter, quarter);
        expect(sameQuarterLastYear(quarter)).toEqual(back);
      }),
    );
  });

  it('is numbered in its financial year, which is called by the year it begins in', () => {
    expect([1, 4, 7, 10].map((month) => quarterNumber({ year: 2027, month }, 1))).toEqual([
      1, 2, 3, 4,
    ]);
    expect([4, 7, 10, 1].map((month) => quarterNumber({ year: 2027, month }, 4))).toEqual([
      1, 2, 3, 4,
    ]);
    expect(financialYear({ year: 2028, month: 1 }, 4)).toBe(2027);
    expect(financialYear({ year: 2027, month: 12 }, 12)).toBe(2027);
    expect(financialYear({ year: 2028, month: 9 }, 12)).toBe(2027);
    expect(financialYear(q1, 1)).toBe(2027);
  });

  it('has a name in both languages, with its months where they could be mistaken', () => {
    expect(quarterTitle(q1, 1, 'vi')).toBe('Quý 1/2027');
    expect(quarterTitle(q1, 1, 'en')).toBe('Q1 2027');
    const april: QuarterName = { year: 2027, month: 4 };
    expect(quarterTitle(april, 4, 'vi')).toBe('Quý 1 năm tài chính 2027 (04–06/2027)');
    expect(quarterTitle(april, 4, 'en')).toBe('Q1 FY2027/28 (Apr–Jun 2027)');
    const december: QuarterName = { year: 2099, month: 12 };
    expect(quarterTitle(december, 12, 'vi')).toBe('Quý 1 năm tài chính 2099 (12/2099–02/2100)');
    expect(quarterTitle(december, 12, 'en')).toBe('Q1 FY2099/00 (Dec 2099–Feb 2100)');
  });

  it('is suggested while it is young; later the next one is', () => {
    expect(suggestedQuarter(dayOf(2027, 1, 1), 1)).toEqual(q1);
    expect(suggestedQuarter(dayOf(2027, 1, 21), 1)).toEqual(q1);
    expect(suggestedQuarter(dayOf(2027, 1, 22), 1)).toEqual({ year: 2027, month: 4 });
    expect(suggestedQuarter(dayOf(2026, 12, 31), 1)).toEqual(q1);
    expect(suggestedQuarter(dayOf(2026, 12, 3), 12)).toEqual({ year: 2026, month: 12 });
  });
});

describe('the weeks of a quarter', () => {
  it('are cut where a month ends', () => {
    const parts = weekParts({ year: 2026, month: 1 }, 'monday');
    expect(parts.slice(0, 6).map(({ from, to, week }) => [from, to, week])).toEqual([
      [dayOf(2026, 1, 1), dayOf(2026, 1, 4), 1],
      [dayOf(2026, 1, 5), dayOf(2026, 1, 11), 2],
      [dayOf(2026, 1, 12), dayOf(2026, 1, 18), 3],
      [dayOf(2026, 1, 19), dayOf(2026, 1, 25), 4],
      [dayOf(2026, 1, 26), dayOf(2026, 1, 31), 5],
      [dayOf(2026, 2, 1), dayOf(2026, 2, 1), 5],
    ]);
    expect(parts[4]).toMatchObject({ month: 1, endsWeek: false, endsMonth: true });
    expect(parts[5]).toMatchObject({ month: 2, endsWeek: true, endsMonth: false });
    expect(parts.filter((part) => part.tet).map((part) => part.week)).toEqual([8]);
  });

  it('marks the weeks of Tết, two where it lies across them', () => {
    const weeks = weekParts({ year: 2025, month: 1 }, 'monday').filter((part) => part.tet);
    expect(weeks.map(({ from, to }) => [dateOf(from).day, dateOf(to).day])).toEqual([
      [27, 31],
      [1, 2],
    ]);
    const two = weekParts({ year: 2027, month: 1 }, 'monday').filter((part) => part.tet);
    expect(two.map(({ from }) => dateOf(from))).toMatchObject([
      { day: 1, month: 2 },
      { day: 8, month: 2 },
    ]);
  });

  it('cover every day once and keep to their week, month and number', () => {
    fc.assert(
      fc.property(aQuarter, aWeekStart, (quarter, weekStart) => {
        const parts = weekParts(quarter, weekStart);
        const months = monthsOf(quarter);
        let expected = firstDay(quarter);
        for (const [at, part] of parts.entries()) {
          expect(part.from).toBe(expected);
          expect(part.to).toBeGreaterThanOrEqual(part.from);
          expected = part.to + 1;
          const month = months[part.month - 1];
          expect(part.from).toBeGreaterThanOrEqual(month?.first ?? Number.NaN);
          expect(part.to).toBeLessThanOrEqual(month?.last ?? Number.NaN);
          expect(part.endsMonth).toBe(part.to === month?.last);
          const next = parts[at + 1];
          expect(part.endsWeek).toBe(next?.week !== part.week);
          expect(part.endsQuarter).toBe(next === undefined);
          if (next) {
            const begins = dateOf(next.from).weekday === (weekStart === 'monday' ? 1 : 7);
            expect(next.week - part.week).toBe(begins ? 1 : 0);
          }
        }
        expect(expected).toBe(lastDay(quarter) + 1);
        const weeks = parts.at(-1)?.week ?? 0;
        expect(parts[0]?.week).toBe(1);
        expect(weeks === 13 || weeks === 14).toBe(true);
      }),
    );
  });
});
