const dayMs = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

/** The serial number of a calendar day, or `null` where there is no such day. Months from 1. */
export function serialOf(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return (at.getTime() - dayZero) / dayMs;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** By how many milliseconds a zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = Number(value);
  const shown = Date.UTC(
    part.year!,
    part.month! - 1,
    part.day,
    part.hour,
    part.minute,
    part.second,
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

/** The instant a cell's date and time stand for in the spreadsheet's zone. */
export function instantOf(serial: number, timeZone: string): number {
  const wall = dayZero + Math.round(serial * dayMs);
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

/** The serial number a cell in the spreadsheet's zone shows an instant by. */
export function serialAt(instant: number, timeZone: string): number {
  return (instant + offsetAt(instant, timeZone) - dayZero) / dayMs;
}
