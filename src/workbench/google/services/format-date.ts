/**
 * Google's `Utilities.formatDate` for the letters in common use: `yyyy yy MM M dd d HH H mm ss`
 * and text in single quotes. Other letters are refused, not guessed.
 */
export function formatDate(instant: number, timeZone: string, format: string): string {
  const parts: Record<string, string> = {};
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  for (const { type, value } of formatter.formatToParts(instant)) parts[type] = value;
  const letters: Record<string, string | undefined> = {
    yyyy: parts.year,
    yy: parts.year?.slice(-2),
    MM: parts.month,
    M: String(Number(parts.month)),
    dd: parts.day,
    d: String(Number(parts.day)),
    HH: parts.hour,
    H: String(Number(parts.hour)),
    mm: parts.minute,
    ss: parts.second,
  };
  return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (piece, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted || "'";
    const text = letters[piece];
    if (text === undefined) throw new Error(`The workbench does not format dates by “${piece}”.`);
    return text;
  });
}
