import type { Unit } from '../../kpi/units.ts';
import { centsOf, currencyBeside } from '../amounts/currency-marks.ts';
import { parseTarget } from '../amounts/parse-amount.ts';
import { type DecimalSign, isMoney } from '../amounts/read-column.ts';
import type { Measure } from '../custom-kpi/reading.ts';
import { biggest, cleanText } from '../validation/field-reader.ts';

const blanks = /^(?:[-–—.…/]+|n\/?a|x|chưa có|chưa xác định|tbd|none)?$/iu;
const bound =
  /^(?:[≥≤<>=~]+|tối thiểu|tối đa|ít nhất|không quá|trên|dưới|đạt|khoảng|tăng lên|giảm (?:xuống )?còn|giảm xuống|at least|at most|over|under|up to|min\.?|max\.?)\s*/iu;
const otherPeriod =
  /(?:\/|mỗi|hằng|hàng|per|a|each)\s*(?:tháng|tuần|ngày|năm|month|week|day|year|tháng|th)\b|\b(?:monthly|weekly|daily|yearly)\b/iu;
const wholeQuarter = /\s*(?:\/|mỗi|per|a)?\s*(?:quý|quarter)(?!\p{L}).*$/iu;
const more = /^(?:tăng(?: trưởng)?(?: thêm)?|increase(?: by)?|up(?: by)?|grow(?: by)?)\s+(?=\d)/iu;
const less = /^(?:giảm|decrease(?: by)?|down(?: by)?|reduce(?: by)?|cut(?: by)?)\s+(?=\d)/iu;
const comparison = /\s*(?:so với|vs\.?|compared (?:to|with)|against)\s.*$/iu;

/** Longer texts tell stories. */
const longestNumber = 80;

type NumberProblem = 'notNumber' | 'twoWays' | 'otherCurrency' | 'period' | 'relative' | 'percent';

/** A number by the sign that parts its fraction. */
export type TwoWays = Readonly<Record<DecimalSign, number>>;

export type PastedNumber =
  | { readonly value: number | null }
  | {
      readonly problem: NumberProblem;
      /** What it may be, where it can be read in two ways. */
      readonly readings?: TwoWays;
      /** What money it is in, where that is not the plan's. */
      readonly currencies?: readonly string[];
    };

/** What else is known of a cell's number. */
export interface NumberAround {
  readonly unit: Unit;
  readonly measure: Measure | null;
  /** What `+20 %` is on top of. */
  readonly baseline: number | null;
  /** How the column writes fractions; `null` where nothing tells. */
  readonly decimal: DecimalSign | null;
  /** The plan's money. */
  readonly currency: string;
}

/** A number of a KPI as a table writes it: `≥ 1.000 lead`, `12 triệu`, `tăng 20%`, `2,5` under `%`. */
export function parsePastedNumber(cell: string, around: NumberAround): PastedNumber {
  const text = cleanText(cell);
  if (blanks.test(text)) return { value: null };
  if (text.length > longestNumber) return { problem: 'notNumber' };
  if (otherPeriod.test(text)) return { problem: 'period' };
  const told = comparison.exec(text)?.[0] ?? '';
  if (/năm|cùng kỳ|year/iu.test(told)) return { problem: 'relative' };
  const message = text
    .replace(comparison, '')
    .replace(wholeQuarter, '')
    .replace(bound, '')
    .replace(more, '+')
    .replace(less, '-')
    .trim();
  return unfolded(message, around) ?? { problem: 'notNumber' };
}

/** Reads a text, and without its last words while it is none: `500 khách hàng`. */
function unfolded(message: string, around: NumberAround): PastedNumber | null {
  let text = message;
  let first: PastedNumber | null = null;
  for (let words = 0; words < 4 && text !== ''; words += 1) {
    const read = measured(text, around);
    if ('value' in read || read.problem !== 'notNumber') return read;
    first ??= read;
    const shorter = text.replace(/\s*[\p{L}/().]+$/u, '').trim();
    if (shorter === text) return first;
    text = shorter;
  }
  return first;
}

function measured(text: string, around: NumberAround): PastedNumber {
  const { unit, measure, currency } = around;
  const { rest, mark, of } = currencyBeside(text);
  if (mark !== '' && !isMoney(unit)) return { problem: 'notNumber' };
  const named = mark === '' ? (measure?.currencies ?? []) : of;
  const foreign = isMoney(unit) && (mark !== '' || named.length > 0) && !named.includes(currency);
  const [point, comma] = [readWith('.', rest, around), readWith(',', rest, around)];
  const either = 'problem' in point ? comma : point;
  if (foreign && !('problem' in either)) return { problem: 'otherCurrency', currencies: named };
  if ('problem' in point || 'problem' in comma || point.value === comma.value) return point;
  return oneOf({ '.': point.value, ',': comma.value }, rest, around);
}

interface ReadNumber {
  readonly value: number;
}

function readWith(
  decimal: DecimalSign,
  text: string,
  { unit, measure, baseline }: NumberAround,
): ReadNumber | { readonly problem: NumberProblem } {
  const bare = /^[\d.,\s]+$/.test(text);
  const percent = bare && measure?.is === 'percent' && unit === 'fraction';
  const multiple = unit === 'times' && /^[\d.,\s]+%$/.test(text);
  const typed = percent ? `${text}%` : multiple ? text.replace('%', '') : text;
  const read = parseTarget(typed, baseline, unit, decimal === '.' ? 'en' : 'vi');
  if ('problem' in read) return { problem: problems[read.problem] };
  const scale = bare && isMoney(unit) && measure?.is === 'money' ? measure.scale : 1;
  const value = tidy((multiple ? read.value / 100 : read.value) * scale);
  return Math.abs(value) > biggest ? { problem: 'notNumber' } : { value };
}

/**
 * One of two readings. Nobody writes parts of a đồng, nor a thousand percent; and where a thousandth
 * of a lead or of a dollar would be left, the column's own sign is no proof.
 */
function oneOf(
  readings: TwoWays,
  text: string,
  { unit, measure, ...around }: NumberAround,
): PastedNumber {
  const sign = text.includes(',') ? ',' : '.';
  const grouped = sign === ',' ? '.' : ',';
  const whole = isMoney(unit) && centsOf(around.currency) === 0 && (measure?.scale ?? 1) === 1;
  const known = around.decimal ?? (unit === 'fraction' ? sign : whole ? grouped : null);
  const inParts =
    known === sign && (unit === 'count' || (isMoney(unit) && (measure?.scale ?? 1) === 1));
  if (known === null || inParts) return { problem: 'twoWays', readings };
  return { value: readings[known] };
}

/** The digits of a cell with one number in it, by which a column is told; `''` of others. */
export function digitsIn(cell: string): string {
  if (cell.length > longestNumber) return '';
  const found = cleanText(cell).match(/\d(?:[\d.,]*\d)?/g) ?? [];
  return found.length === 1 ? (found[0] ?? '') : '';
}

/** Without the dust of binary arithmetic. */
const tidy = (value: number): number => Number(value.toPrecision(12));

const problems = {
  empty: 'notNumber',
  text: 'notNumber',
  plusOrMinus: 'notNumber',
  twoWays: 'twoWays',
  percentOrFraction: 'percent',
  noBaseline: 'relative',
  notFromZero: 'relative',
} as const satisfies Record<string, NumberProblem>;
