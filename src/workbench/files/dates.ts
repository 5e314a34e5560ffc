/** In which order a file writes day and month. */
export type DateOrder = 'year first' | 'day first' | 'month first';

/** A text of the shape of a date, before it is known which part is the day. */
export interface DateShape {
  readonly parts: readonly [number, number, number];
  /** What the text gives away; `either` when both parts could be the month. */
  readonly order: DateOrder | 'either';
  readonly separator: string;
  readonly shortYear: boolean;
  /** Fraction of a day; `null` without a time of day. */
  readonly time: number | null;
  readonly seconds: boolean;
}

const clock =
  '(?:[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*(AM|PM|SA|CH)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clock}$`, 'i');
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${clock}$`, 'i');

/** The shape of a date in a text, or `null`. A time zone is left aside: the clock stays as written. */
export function dateShape(text: string): DateShape | null {
  const trimmed = text.trim();
  const match = yearFirst.exec(trimmed) ?? yearLast.exec(trimmed);
  if (match === null) return null;
  const [, first = '', separator = '', second = '', third = ''] = match;
  const shortYear = first.length < 3 && third.length < 3;
  // `10-11-12` is as likely a code.
  if (shortYear && separator === '-') return null;
  const parts = [Number(first), Number(second), Number(third)] as const;
  const time = timeOf(match.slice(5));
  if (time === false) return null;
  const shape = { parts, separator, shortYear, time, seconds: match[7] !== undefined };
  const fits = (['year first', 'day first', 'month first'] as const).filter(
    (order) =>
      (order === 'year first') === (first.length === 4) && serialOfShape(shape, order) !== null,
  );
  if (fits[0] === undefined) return null;
  return { ...shape, order: fits.length > 1 ? 'either' : fits[0] };
}

function timeOf([hours, minutes, seconds, half]: (string | undefined)[]): number | null | false {
  if (hours === undefined) return null;
  const afternoon = /^(?:PM|CH)$/i.test(half ?? '');
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (afternoon ? 12 : 0);
  const [minute, second] = [Number(minutes), Number(seconds ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return false;
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

const serialOfUnixEpoch = 25_569;

/** The serial number (day 0 is 1899-12-30) of a date in an order, or `null` where there is no such day. */
export function serialOfShape(
  shape: Pick<DateShape, 'parts' | 'shortYear' | 'time'>,
  order: DateOrder,
): number | null {
  const [first, second, third] = shape.parts;
  const written = order === 'year first' ? first : third;
  const year = shape.shortYear ? written + (written < 70 ? 2000 : 1900) : written;
  const month = order === 'month first' ? first : second;
  const day = order === 'year first' ? third : order === 'day first' ? first : second;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1900 || year > 2200) return null;
  return date.getTime() / 86_400_000 + serialOfUnixEpoch + (shape.time ?? 0);
}

/** The number format that shows dates as the file wrote them. */
export function dateFormat(shape: DateShape, order: DateOrder, times: boolean): string {
  const year = shape.shortYear ? 'yy' : 'yyyy';
  const parts = {
    'year first': ['yyyy', 'mm', 'dd'],
    'day first': ['dd', 'mm', year],
    'month first': ['mm', 'dd', year],
  }[order];
  const clockFormat = times ? (shape.seconds ? ' hh:mm:ss' : ' hh:mm') : '';
  return parts.join(shape.separator) + clockFormat;
}
