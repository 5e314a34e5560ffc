import { fold } from '../../messages/fold.ts';
import { centsOf } from '../../plan/amounts/currency-marks.ts';
import {
  type DecimalSign,
  decimalOf,
  inRange,
  isMoney,
  type NumberStyle,
  readNumber,
  type TextNumber,
} from '../../plan/amounts/read-column.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import type { TableCell } from './cells.ts';

/** The number in a cell; `null` where it is blank, which counts as nothing. */
export function parseCellNumber(cell: TableCell | undefined, style: NumberStyle): TextNumber {
  if (cell === undefined || cell === '') return { value: null };
  if (typeof cell === 'boolean') return { no: 'notNumber' };
  return typeof cell === 'number' ? inRange(cell * style.scale) : readNumber(cell, style);
}

/** How the texts of a column write fractions; `null` where they do not tell. */
export const decimalIn = (
  cells: readonly (TableCell | undefined)[],
  style: Pick<NumberStyle, 'unit' | 'currency'>,
): DecimalSign | null =>
  decimalOf(
    cells.filter((cell): cell is string => typeof cell === 'string'),
    style,
  );

/** What the texts of a whole table give away: those alone that can be read in one way only. */
export const decimalInTable = (cells: readonly (TableCell | undefined)[]): DecimalSign | null =>
  decimalIn(cells, { unit: 'times', currency: '' });

/**
 * Whether these numbers look as if a thousands mark had been read as a decimal one when they came
 * into the spreadsheet: 1.234 and 987 among counts, 1.5 and 250 among sums of đồng.
 */
export function looksDivided(values: readonly number[], { unit, currency, scale }: NumberStyle) {
  if (scale !== 1 || values.some((value) => Math.abs(value) >= 1000)) return false;
  if (isMoney(unit)) {
    return centsOf(currency) === 0 && values.some((value) => !Number.isInteger(value));
  }
  const isExact = (value: number, times: number) =>
    Number.isInteger(Number((value * times).toFixed(6)));
  return (
    unit === 'count' &&
    values.every((value) => isExact(value, 1000)) &&
    values.some((value) => !isExact(value, 100))
  );
}

/** Whether a header or a text says `total`. */
const totals = /^(?:grand |sub ?)?(?:total|totals|tong|tong cong|tong so|tong ket|cong)$/;
export const isTotal = (text: string): boolean =>
  totals.test(fold(cleanText(text)).replace(/\s*:$/, ''));
export const beginsAsTotal = (text: string): boolean =>
  /^(?:grand |sub ?)?(?:totals?|tong(?: cong| so| ket)?|cong)\b|^results? from\b|^ket qua tu\b/.test(
    fold(cleanText(text)),
  );
