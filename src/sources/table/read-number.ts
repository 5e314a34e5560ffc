import { contentOf } from '../../kpi/cell-value.ts';
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
import type { TableCell } from './cells.ts';

/** `dateCell`: it shows a date or a time, whose serial number is no amount. */
export type CellNumber = TextNumber | { readonly no: 'dateCell' };

/** The number in a cell; `null` where it is blank, which counts as nothing. */
export function parseCellNumber(cell: TableCell | undefined, style: NumberStyle): CellNumber {
  const found = contentOf(cell);
  switch (found.is) {
    case 'blank':
      return { value: null };
    case 'number':
      return inRange(found.value * style.scale);
    case 'date':
      return { no: 'dateCell' };
    case 'text':
      return readNumber(found.text, style);
    default:
      return { no: 'notNumber' };
  }
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
 * into the spreadsheet: 1.234 and 987 among counts, 1.5 and 250 among sums of đồng. Parts of counts
 * below one, or several that need hundredths and no thousandths, show that parts are meant.
 */
export function looksDivided(
  values: readonly number[],
  { unit, currency, decimal, scale }: NumberStyle,
): boolean {
  if (scale !== 1 || decimal === '.' || values.some((value) => Math.abs(value) >= 1000))
    return false;
  const parts = [...new Set(values.filter((value) => !Number.isInteger(value)))];
  if (parts.length === 0) return false;
  if (isMoney(unit)) return centsOf(currency) === 0;
  if (unit !== 'count' || parts.some((value) => Math.abs(value) < 1)) return false;
  const isExact = (value: number, times: number) =>
    Number.isInteger(Number((value * times).toFixed(6)));
  if (!values.every((value) => isExact(value, 1000))) return false;
  const hundredths = parts.filter((value) => !isExact(value, 10));
  return hundredths.some((value) => !isExact(value, 100)) || hundredths.length < 2;
}
