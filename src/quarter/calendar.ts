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
