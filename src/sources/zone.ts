import type { Day } from '../plan/calendar/calendar.ts';
import { dayOf } from '../plan/calendar/day.ts';

/** The day on which a moment falls in a zone; in UTC where nobody knows the zone. */
export function dayInZone(ms: number, zone: string): Day {
  const known = (() => {
    try {
      return dateFormat(zone);
    } catch {
      return dateFormat('UTC');
    }
  })();
  const parts = new Map(known.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return dayOf(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0);
}

const dateFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });

/**
 * A time zone by one of its names, always the same one: Google's services do not all say
 * `Asia/Ho_Chi_Minh` where others say `Asia/Saigon`. A name nobody knows stays as it is.
 */
export function zoneName(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
