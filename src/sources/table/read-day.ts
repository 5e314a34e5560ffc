import { fold } from '../../messages/fold.ts';
import { type Day, dateOf, dayOf } from '../../plan/calendar/calendar.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import type { TableAccount } from './account.ts';
import type { TableCell } from './cells.ts';

export type DayOrder = TableAccount['order'];

/** A cell of a column of days. `order`: a text that fits only another order than the one given. */
export type DayRead =
  | { readonly day: Day; readonly time: number }
  | { readonly no: 'blank' | 'bad' | 'order' };

/** 2000 … 2100: what lies outside is a count or an id, not a day. */
const [oldest, newest] = [dayOf(2000, 1, 1), dayOf(2101, 1, 1) - 1];
const longest = 60;

const clock =
  '(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([AP]M|SA|CH)?\\s*(?:Z|UTC|GMT)?(?:[+-]\\d{2}:?\\d{2})?)?$';
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${clock}`, 'i');
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${clock}`, 'i');
const compact = /^(20\d{2})(\d{2})(\d{2})$/;
const named = new RegExp(
  `^(?:[a-z]{3,9}, )?(?:([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2})[- ]([a-z]{3,9})\\.?,?[- ](\\d{4}))${clock}`,
  'i',
);
const vietnamese = new RegExp(
  `^(?:ngay )?(\\d{1,2}) (?:thang|thg) (\\d{1,2}),?(?: nam)? (\\d{4})${clock}`,
  'i',
);
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day in a cell: a serial number, `20260105`, or a text. The clock of a text stays as written:
 * whose clock it is no table says.
 */
export function readDay(cell: TableCell | undefined, order: DayOrder): DayRead {
  if (cell === undefined || cell === '') return { no: 'blank' };
  if (typeof cell === 'boolean') return { no: 'bad' };
  if (typeof cell === 'object') return dayAt(cell.serial);
  if (typeof cell === 'number') return serial(cell);
  if (cell.length > longest) return { no: 'bad' };
  const text = fold(cleanText(cell));
  if (text === '') return { no: 'blank' };
  const shape = shapeOf(text);
  if (!shape) return { no: 'bad' };
  const { first, second, year } = shape;
  const inOrder = {
    dayFirst: () => checked(year, second, first, shape.time),
    monthFirst: () => checked(year, first, second, shape.time),
  };
  if (order === 'yearFirst' || shape.sure) {
    const only = checked(year, first, second, shape.time);
    if (shape.sure || !only) return only ?? { no: 'bad' };
    return { no: 'order' };
  }
  const read = inOrder[order]();
  if (read) return read;
  return inOrder[order === 'dayFirst' ? 'monthFirst' : 'dayFirst']()
    ? { no: 'order' }
    : { no: 'bad' };
}

/** In which orders a text is a day: none, all (`2026-01-05`), or some of the two. */
export function ordersOf(cell: TableCell | undefined): readonly DayOrder[] {
  if (typeof cell !== 'string') return [];
  return (['dayFirst', 'monthFirst', 'yearFirst'] as const).filter(
    (order) => 'day' in readDay(cell, order),
  );
}

function serial(value: number): DayRead {
  const written = compact.exec(String(value));
  if (written) {
    return checked(Number(written[1]), Number(written[2]), Number(written[3]), 0) ?? { no: 'bad' };
  }
  return dayAt(value);
}

function dayAt(value: number): DayRead {
  const day = Math.floor(value);
  if (!(day >= oldest && day <= newest)) return { no: 'bad' };
  return { day, time: value - day };
}

interface Shape {
  /** Month and day where `sure`; else as they stand. */
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly sure: boolean;
  readonly time: number;
}

function shapeOf(text: string): Shape | null {
  const shape = (
    sure: boolean,
    year: string | undefined,
    first: string | number | undefined,
    second: string | undefined,
    clockParts: readonly (string | undefined)[] = [],
  ): Shape | null => {
    const time = timeOf(clockParts);
    const written = Number(year);
    const full = written < 100 ? written + 2000 : written;
    return time === null
      ? null
      : { first: Number(first), second: Number(second), year: full, sure, time };
  };
  const plain = compact.exec(text);
  if (plain) return shape(true, plain[1], plain[2], plain[3]);
  const iso = yearFirst.exec(text);
  if (iso) return shape(true, iso[1], iso[3], iso[4], iso.slice(5));
  const numbers = yearLast.exec(text);
  if (numbers) return shape(false, numbers[4], numbers[1], numbers[3], numbers.slice(5));
  const local = vietnamese.exec(text);
  if (local) return shape(true, local[3], local[2], local[1], local.slice(4));
  const english = named.exec(text);
  if (!english) return null;
  const month = months.indexOf((english[1] ?? english[5] ?? '').slice(0, 3)) + 1;
  return shape(true, english[3] ?? english[6], month, english[2] ?? english[4], english.slice(7));
}

/** A fraction of a day; `null` for a clock there is not. */
function timeOf([hours, minutes, seconds, half]: readonly (string | undefined)[]): number | null {
  if (hours === undefined) return 0;
  const afternoon = /^(?:pm|ch)$/i.test(half ?? '');
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (afternoon ? 12 : 0);
  const [minute, second] = [Number(minutes), Number(seconds ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

function checked(year: number, month: number, day: number, time: number): DayRead | null {
  const found = dayOf(year, month, day);
  if (!(found >= oldest && found <= newest)) return null;
  const back = dateOf(found);
  return back.month === month && back.day === day ? { day: found, time } : null;
}
