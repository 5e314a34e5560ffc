/** A day as spreadsheets count them: 1 is 1899-12-31. */
export type DayNumber = number;

const dayMs = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);
const thursday = 4;

export const dayNumber = (year: number, month: number, date: number): DayNumber =>
  (Date.UTC(year, month - 1, date) - dayZero) / dayMs;

/** The day of `2026-11-22`; `null` where there is no such day. */
export function dayOfText(text: string): DayNumber | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return null;
  const day = dayNumber(Number(year), Number(month), Number(date));
  return isoDate(day) === text ? day : null;
}

const texts = new Map<DayNumber, string>();

/** `2026-11-22`. */
export function isoDate(day: DayNumber): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = new Date(dayZero + day * dayMs).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}

/** 1 is Monday. */
export const weekdayOf = (day: DayNumber): number => ((((day - 2) % 7) + 7) % 7) + 1;

/** `202647`: the week belongs to the year its Thursday is in. */
export function isoWeekOf(day: DayNumber): string {
  const middle = day - weekdayOf(day) + thursday;
  const year = Number(isoDate(middle).slice(0, 4));
  return `${year}${String(Math.floor((middle - dayNumber(year, 1, 1)) / 7) + 1).padStart(2, '0')}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
}

/** How far the clocks of a zone are ahead of UTC at a moment. */
function aheadMs(zone: string, ms: number): number {
  const part = (type: string): number =>
    Number(parts.find((found) => found.type === type)?.value ?? 0);
  const parts = clockOf(zone).formatToParts(ms);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(ms / 1000) * 1000;
}

const starts = new Map<string, number>();

/** The moment a day begins in a zone. */
export function startOf(zone: string, day: DayNumber): number {
  const key = `${zone} ${day}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const midnight = dayZero + day * dayMs;
  const near = midnight - aheadMs(zone, midnight);
  const start = midnight - aheadMs(zone, near);
  starts.set(key, start);
  return start;
}

/** Which day it is in a zone at a moment. */
export const dayIn = (zone: string, ms: number): DayNumber =>
  Math.floor((ms + aheadMs(zone, ms) - dayZero) / dayMs);
