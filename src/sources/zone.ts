import type { Day } from '../plan/calendar/calendar.ts';
import { dayOf, startOfDay } from '../plan/calendar/day.ts';

/** The day on which a moment falls in a zone; in UTC where nobody knows the zone. */
export function dayInZone(ms: number, zone: string): Day {
  const known = dateFormat(zone) ?? dateFormat('UTC');
  const parts = new Map(known?.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return dayOf(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0);
}

/** Whether it is a zone whose days can be told. */
export const isZone = (zone: string): boolean => zone !== '' && dateFormat(zone) !== null;

const hourMs = 3_600_000;

/** The first moment of a day in a zone, which `isZone` knows: clocks that are put forward or back move it. */
export function dayStart(day: Day, zone: string): number {
  // No zone is further from UTC than this; a day begins on a minute.
  let [before, at] = [startOfDay(day) - 15 * hourMs, startOfDay(day) + 15 * hourMs];
  while (at - before > minuteMs) {
    const middle = Math.floor((before + at) / 2 / minuteMs) * minuteMs;
    if (dayInZone(middle, zone) < day) before = middle;
    else at = middle;
  }
  return at;
}

const minuteMs = 60_000;

/** To make one takes longer than all it is asked afterwards. */
const formats = new Map<string, Intl.DateTimeFormat | null>();

/** How days are told in a zone; `null` where nobody knows it. */
function dateFormat(timeZone: string): Intl.DateTimeFormat | null {
  let format = formats.get(timeZone);
  if (format === undefined) {
    try {
      const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
      format = new Intl.DateTimeFormat('en-US', { timeZone, ...numeric });
    } catch {
      format = null;
    }
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * A time zone by one of its names, always the same one: Google's services do not all say
 * `Asia/Ho_Chi_Minh` where others say `Asia/Saigon`. A name nobody knows stays as it is.
 */
export const zoneName = (zone: string): string =>
  dateFormat(zone)?.resolvedOptions().timeZone ?? zone;
