const dayMs = 86_400_000;
/** Serial numbers count days from here. */
const dayZero = Date.UTC(1899, 11, 30);
/** The first Monday that serial numbers know. */
const aMonday = 2;

const clocks: Record<string, Intl.DateTimeFormat> = {};

/** What a clock in a time zone shows at an instant: year, month (1–12), day, hour, minute, second. */
function clockAt(
  instant: Date,
  timeZone: string,
): [number, number, number, number, number, number] {
  clocks[timeZone] ??= new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const shown: Record<string, number> = {};
  for (const { type, value } of clocks[timeZone].formatToParts(instant))
    shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return [year, month, day, hour, minute, second];
}

/** An instant as spreadsheets count days, in a time zone: the whole part is the day. */
export function serialOfInstant(instant: Date, timeZone: string): number {
  const [year, month, day, hour, minute, second] = clockAt(instant, timeZone);
  return (Date.UTC(year, month - 1, day, hour, minute, second) - dayZero) / dayMs;
}

/** `2026-11-22 14:05` */
export function momentOf(instant: Date, timeZone: string): string {
  const [year, ...rest] = clockAt(instant, timeZone);
  const [month, day, hour, minute] = rest.map((part) => String(part).padStart(2, '0'));
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** What hour a clock in a time zone shows at an instant, 0–23, and on which weekday; 1 is Monday. */
export function hourOf(instant: Date, timeZone: string): { hour: number; weekday: number } {
  const [, , , hour] = clockAt(instant, timeZone);
  const day = Math.floor(serialOfInstant(instant, timeZone));
  return { hour, weekday: ((day - aMonday) % 7) + 1 };
}
