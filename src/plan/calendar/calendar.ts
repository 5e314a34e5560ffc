import type { Language } from '../../messages/compiled/languages.ts';
import { quarterWords } from '../../messages/compiled/quarter.ts';
import { dateOf, dayOf } from './day.ts';
import { fallsIntoTet } from './tet.ts';

export { dateOf, dayOf } from './day.ts';

/** A day as spreadsheets count them: whole days since 30 December 1899. */
export type Day = number;
export type WeekStart = 'monday' | 'sunday';

/** A quarter of the financial year: `year` is the calendar year in which the quarter begins. */
export interface QuarterName {
  readonly year: number;
  /** The month (1–12) it begins with; with a financial year from January: 1, 4, 7 or 10. */
  readonly month: number;
}

/** A piece of a week inside one month: a week that crosses a month's end is two of them. */
export interface WeekPart {
  /** Which week of the quarter, from 1; the first and last may be short. */
  readonly week: number;
  readonly from: Day;
  readonly to: Day;
  /** Which month of the quarter: 1, 2 or 3. */
  readonly month: 1 | 2 | 3;
  /** The last part of its week, month, quarter. */
  readonly endsWeek: boolean;
  readonly endsMonth: boolean;
  readonly endsQuarter: boolean;
  /** Days around Tết fall into it. */
  readonly tet: boolean;
}

export interface Month {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly first: Day;
  readonly last: Day;
}

/** For so many days of a quarter that has begun it is still worth planning. */
const stillWorthPlanning = 21;

export const firstDay = (quarter: QuarterName): Day => dayOf(quarter.year, quarter.month, 1);
export const lastDay = (quarter: QuarterName): Day => dayOf(quarter.year, quarter.month + 3, 1) - 1;

/** The three months of a quarter. */
export const monthsOf = (quarter: QuarterName): readonly Month[] =>
  [0, 1, 2].map((later) => {
    const first = dayOf(quarter.year, quarter.month + later, 1);
    const { year, month } = dateOf(first);
    return { year, month, first, last: dayOf(year, month + 1, 1) - 1 };
  });

/** The quarter a day falls into, in a financial year that begins with `firstMonth`. */
export function quarterOf(day: Day, firstMonth: number): QuarterName {
  const { year, month } = dateOf(day);
  return monthsAfter({ year, month }, -((month - firstMonth + 12) % 3));
}

export const nextQuarter = (quarter: QuarterName): QuarterName => monthsAfter(quarter, 3);
export const previousQuarter = (quarter: QuarterName): QuarterName => monthsAfter(quarter, -3);
export const sameQuarterLastYear = (quarter: QuarterName): QuarterName => monthsAfter(quarter, -12);

export const quarterNumber = (quarter: QuarterName, firstMonth: number): number =>
  Math.floor(((quarter.month - firstMonth + 12) % 12) / 3) + 1;

/** The financial year of a quarter, called by the calendar year in which it begins. */
export const financialYear = (quarter: QuarterName, firstMonth: number): number =>
  quarter.month < firstMonth ? quarter.year - 1 : quarter.year;

/** `Quý 1/2027`; where the financial year is not the calendar year, with the months it spans. */
export function quarterTitle(quarter: QuarterName, firstMonth: number, language: Language): string {
  const words = quarterWords(language);
  const number = quarterNumber(quarter, firstMonth);
  const year = financialYear(quarter, firstMonth);
  if (firstMonth === 1) return words.quarter({ number, year });
  const end = monthsAfter(quarter, 2);
  const [from = '', to = ''] = [quarter, end].map(({ month }) => words.monthNames[month - 1] ?? '');
  const { sameYear, overYears } = words.months;
  const months =
    quarter.year === end.year
      ? sameYear({ from, to, toYear: end.year })
      : overYears({ from, fromYear: quarter.year, to, toYear: end.year });
  const next = String((year + 1) % 100).padStart(2, '0');
  return words.financialQuarter({ number, year, next, months });
}

/** The quarter somebody most likely wants to plan: the next one, or this one while it is young. */
export function suggestedQuarter(today: Day, firstMonth: number): QuarterName {
  const current = quarterOf(today, firstMonth);
  return today - firstDay(current) < stillWorthPlanning ? current : nextQuarter(current);
}

/** The weeks of a quarter, cut at the ends of its months, in order. */
export function weekParts(quarter: QuarterName, weekStart: WeekStart): readonly WeekPart[] {
  const lastWeekday = weekStart === 'monday' ? 7 : 6;
  const parts: WeekPart[] = [];
  let week = 1;
  for (const [at, month] of monthsOf(quarter).entries()) {
    for (let from = month.first; from <= month.last; ) {
      const weekEnd = from + ((lastWeekday - dateOf(from).weekday + 7) % 7);
      const to = Math.min(weekEnd, month.last);
      const endsMonth = to === month.last;
      const endsQuarter = endsMonth && at === 2;
      const endsWeek = to === weekEnd || endsQuarter;
      const tet = fallsIntoTet(from, to);
      parts.push({ week, from, to, month: thirds[at] ?? 3, endsWeek, endsMonth, endsQuarter, tet });
      if (endsWeek) week += 1;
      from = to + 1;
    }
  }
  return parts;
}

const thirds = [1, 2, 3] as const;

function monthsAfter({ year, month }: QuarterName, months: number): QuarterName {
  const index = year * 12 + month - 1 + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

export const sameQuarter = (one: QuarterName, other: QuarterName): boolean =>
  one.year === other.year && one.month === other.month;
