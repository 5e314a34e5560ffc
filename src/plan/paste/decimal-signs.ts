import { centsOf, currencyBeside } from '../amounts/currency-marks.ts';
import { type DecimalSign, decimalOf } from '../amounts/read-column.ts';
import type { Measure } from '../custom-kpi/reading.ts';
import { digitsIn } from './pasted-number.ts';

/** A cell with a number, and what its row is measured in. */
export interface NumberCell {
  readonly column: number;
  readonly text: string;
  readonly measure: Measure | null;
}

/** What tells nothing but by its own digits. */
const byDigits = { unit: 'times', currency: '' } as const;
const either = /^[1-9]\d{0,2}([.,])\d{3}$/;

/**
 * How each column of a table writes fractions: told by its numbers that can be read in one way only,
 * by amounts of a money without parts, then by the other columns of the table, then by counts that
 * keep them company and by the sign with which people of `locale` part thousands. `null`: nothing
 * tells, or what tells contradicts itself.
 */
export function decimalSigns(
  cells: readonly NumberCell[],
  locale: string,
): (column: number) => DecimalSign | null {
  const known = new Map<number, DecimalSign | null>();
  const inTable = signOf(cells);
  const counts = cells.filter(({ measure }) => measure === null || measure.is === 'count');
  const company =
    inTable ??
    decimalOf(digitsOf(counts), { unit: 'count', currency: '' }, locale) ??
    decimalOf(digitsOf(cells), byDigits, locale);
  return (column) => {
    const found = known.get(column);
    if (found !== undefined) return found;
    const sign = signOf(cells.filter((cell) => cell.column === column)) ?? company;
    known.set(column, sign);
    return sign;
  };
}

const digitsOf = (cells: readonly NumberCell[]): readonly string[] =>
  cells.map(({ text }) => digitsIn(text)).filter((digits) => digits !== '');

/** What cells tell by themselves. */
function signOf(cells: readonly NumberCell[]): DecimalSign | null {
  const told = decimalOf(digitsOf(cells), byDigits);
  const groups = new Set(
    cells.filter(isWhole).flatMap(({ text }) => either.exec(digitsIn(text))?.[1] ?? []),
  );
  if (groups.size !== 1) return told;
  const decimal = groups.has('.') ? ',' : '.';
  return told === null || told === decimal ? decimal : null;
}

/** An amount of a money of which nobody writes parts. */
function isWhole({ text, measure }: NumberCell): boolean {
  const { mark, of } = currencyBeside(text);
  const currencies = mark === '' ? (measure?.currencies ?? []) : of;
  const scaled = mark === '' && (measure?.scale ?? 1) !== 1;
  return !scaled && currencies.length > 0 && currencies.every((each) => centsOf(each) === 0);
}
