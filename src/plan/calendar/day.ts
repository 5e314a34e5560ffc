import type { Day } from './calendar.ts';

export interface CalendarDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

const unixEpoch = 25569;
const dayLength = 86_400_000;

/** Months beyond 12 and below 1 count on into the years around. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  Date.UTC(year, month - 1, dayOfMonth) / dayLength + unixEpoch;

/** When a day begins in UTC, as computers count: in milliseconds since 1970. */
export const startOfDay = (day: Day): number => (day - unixEpoch) * dayLength;

export function dateOf(day: Day): CalendarDate {
  const date = new Date(startOfDay(day));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  };
}
