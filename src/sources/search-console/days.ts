import type { Day } from '../../plan/calendar/calendar.ts';
import { dateOf, dayOf } from '../../plan/calendar/day.ts';

/** `2026-11-22`. */
export function isoDate(day: Day): string {
  const { year, month, day: date } = dateOf(day);
  return `${year}-${two(month)}-${two(date)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day of `2026-11-22`; `null` for what is none. */
export function isoDay(text: unknown): Day | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(text)) ?? [];
  if (year === undefined) return null;
  const day = dayOf(Number(year), Number(month), Number(date));
  return isoDate(day) === text ? day : null;
}
