import type { Unit } from '../../kpi/units.ts';
import { fold } from '../../messages/fold.ts';
import { parseValue } from '../../plan/amounts/parse-amount.ts';
import { typedAmount } from '../../plan/amounts/parse-number.ts';
import { biggest, cleanText, unsigned } from '../../plan/validation/field-reader.ts';
import type { TableCell } from './cells.ts';

/** How the numbers of a column are written. */
export interface NumberStyle {
  readonly unit: Unit;
  /** ISO 4217: of the table. */
  readonly currency: string;
  /** The sign between whole and fraction, where some text of the column gives it away. */
  readonly decimal: '.' | ',' | null;
  /** A million, where the header says «(triệu đồng)». */
  readonly scale: number;
}

/** `null`: blank, which counts as nothing. */
export type CellNumber =
  | { readonly value: number | null }
  | { readonly no: 'notNumber' | 'twoWays' | 'otherCurrency' | 'outOfRange' };

const longest = 60;
const nothing = /^[-–—\s]*$/;
/** Nobody writes fractions of these. */
const wholeCurrencies = ['VND', 'JPY', 'KRW', 'IDR', 'CLP', 'PYG', 'UGX'];
const dollars = 'USD SGD AUD CAD HKD NZD TWD MXN ARS CLP COP'.split(' ');
const marks: readonly (readonly [RegExp, readonly string[]])[] = [
  [/₫|đồng|vnđ|vnd|đ/u, ['VND']],
  [/€|eur/u, ['EUR']],
  [/£|gbp/u, ['GBP']],
  [/¥|jpy/u, ['JPY', 'CNY']],
  [/sgd/u, ['SGD']],
  [/us\$|usd/u, ['USD']],
  [/\$/u, dollars],
];

export const isMoney = (unit: Unit): boolean =>
  unit === 'money' || unit === 'moneyEach' || unit === 'same';

/** The number in a cell. A text is read only where it can be read in one way. */
export function parseCellNumber(cell: TableCell | undefined, style: NumberStyle): CellNumber {
  if (cell === undefined || cell === '') return { value: null };
  if (typeof cell === 'boolean') return { no: 'notNumber' };
  const { unit, scale } = style;
  if (typeof cell === 'number') return inRange(cell * scale);
  if (cell.length > longest) return { no: 'notNumber' };
  const text = cleanText(cell);
  if (nothing.test(text)) return { value: null };
  if (isMoney(unit) && isForeign(text, style.currency)) return { no: 'otherCurrency' };
  const dotted = parseValue(text, unit, 'en');
  const comma = parseValue(text, unit, 'vi');
  if ('problem' in dotted || 'problem' in comma) {
    const problem = 'problem' in dotted ? dotted.problem : 'twoWays';
    return {
      no: problem === 'twoWays' || problem === 'percentOrFraction' ? 'twoWays' : 'notNumber',
    };
  }
  const times = scale !== 1 && !isScaled(text) ? scale : 1;
  if (dotted.value === comma.value) return inRange(dotted.value * times);
  if (style.decimal) return inRange((style.decimal === '.' ? dotted : comma).value * times);
  const whole = isMoney(unit) && scale === 1 && wholeCurrencies.includes(style.currency);
  if (!whole) return { no: 'twoWays' };
  return inRange(Math.abs(dotted.value) > Math.abs(comma.value) ? dotted.value : comma.value);
}

const inRange = (value: number): CellNumber =>
  Number.isFinite(value) && Math.abs(value) <= biggest
    ? { value: unsigned(value) }
    : { no: 'outOfRange' };

const isScaled = (text: string): boolean => {
  const typed = typedAmount(text, 'en');
  return typeof typed !== 'string' && typed.scaled;
};

/** Whether a mark stands beside the digits that is not of this currency. */
function isForeign(text: string, currency: string): boolean {
  const lower = text.toLowerCase();
  const mark = marks.find(([sign]) => sign.test(lower));
  return mark !== undefined && !mark[1].includes(currency);
}

const decimalComma =
  /\d\.\d{3},\d|\d\.\d{3}\.\d{3}|^\D*(?:\d{4,},\d+|\d+,(?:\d{1,2}|\d{4,})|0,\d+)\D*$/;
const decimalPoint =
  /\d,\d{3}\.\d|\d,\d{3},\d{3}|^\D*(?:\d{4,}\.\d+|\d+\.(?:\d{1,2}|\d{4,})|0\.\d+)\D*$/;

/** What the texts of a column give away about its decimal sign; `null` where nothing, or both. */
export function decimalIn(cells: readonly (TableCell | undefined)[]): '.' | ',' | null {
  const short = cells.filter(
    (cell): cell is string =>
      typeof cell === 'string' &&
      cell.length <= longest &&
      /\d[.,]\d/.test(cell) &&
      typeof typedAmount(cell, 'en') !== 'string',
  );
  const comma = short.some((text) => decimalComma.test(text));
  const point = short.some((text) => decimalPoint.test(text));
  return comma === point ? null : comma ? ',' : '.';
}

/**
 * Whether these numbers look as if a thousands mark had been read as a decimal one when they came
 * into the spreadsheet: 1.234 and 987 among counts, 1.5 and 250 among sums of đồng.
 */
export function looksDivided(values: readonly number[], { unit, currency, scale }: NumberStyle) {
  if (scale !== 1 || values.some((value) => Math.abs(value) >= 1000)) return false;
  if (isMoney(unit)) {
    return wholeCurrencies.includes(currency) && values.some((value) => !Number.isInteger(value));
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
