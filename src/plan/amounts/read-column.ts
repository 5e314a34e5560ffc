import type { Unit } from '../../kpi/units.ts';
import { biggest, cleanText, unsigned } from '../validation/field-reader.ts';
import { centsOf, currencyBeside, groupsByLakh } from './currency-marks.ts';
import { numberFormat } from './number-format.ts';
import { parseValue } from './parse-amount.ts';
import { typedAmount } from './parse-number.ts';

/** The sign between whole and fraction. */
export type DecimalSign = '.' | ',';

/** What is known of numbers besides what is written. */
export interface NumberStyle {
  readonly unit: Unit;
  /** ISO 4217, of amounts of money: what carries the mark of another currency is refused. */
  readonly currency: string;
  /** The sign between whole and fraction, where the column or somebody has told; else `null`. */
  readonly decimal: DecimalSign | null;
  /** What one stands for: a million under «(triệu đồng)». What names a scale of its own is not scaled. */
  readonly scale: number;
}

/**
 * The number in a text; `null` where nothing stands, which counts as nothing. Else why there is
 * none: `twoWays`: 1500 or 1.5; `otherCurrency`: the mark of a currency that is not the column’s.
 */
export type TextNumber =
  | { readonly value: number | null }
  | { readonly no: 'notNumber' | 'twoWays' | 'otherCurrency' | 'outOfRange' };

export interface ColumnRead {
  /** One for each text. */
  readonly numbers: readonly TextNumber[];
  /** How fractions are written; `null` where the column does not tell. */
  readonly decimal: DecimalSign | null;
}

/** The numbers of a column, each read as all of them together say it has to be. */
export function readColumn(
  texts: readonly string[],
  style: NumberStyle,
  locale: string | null = null,
): ColumnRead {
  const decimal = decimalOf(texts, style, locale) ?? style.decimal;
  const known = { ...style, decimal };
  return { numbers: texts.map((text) => readNumber(text, known)), decimal };
}

const longest = 60;
const nothing = /^[-–—\s]*$/;

export const isMoney = (unit: Unit): boolean =>
  unit === 'money' || unit === 'moneyEach' || unit === 'same';

/** The number of a text by itself: where it can be read in two ways, `decimal` decides or nobody. */
export function readNumber(text: string, style: NumberStyle): TextNumber {
  if (text.length > longest) return { no: 'notNumber' };
  const clean = cleanText(text);
  if (nothing.test(clean)) return { value: null };
  const { unit, scale, currency } = style;
  const { rest: marked, of, mark } = currencyBeside(clean);
  if (mark !== '' && !isMoney(unit)) return { no: 'notNumber' };
  if (mark !== '' && !of.includes(currency)) return { no: 'otherCurrency' };
  const rest = isMoney(unit) && groupsByLakh(currency) ? withoutLakhs(marked) : marked;
  const dotted = parseValue(rest, unit, 'en');
  const comma = parseValue(rest, unit, 'vi');
  if ('problem' in dotted || 'problem' in comma) {
    const problem = 'problem' in dotted ? dotted.problem : 'twoWays';
    const open = problem === 'twoWays' || problem === 'percentOrFraction';
    return { no: open ? 'twoWays' : 'notNumber' };
  }
  const times = scale !== 1 && !isScaled(rest) ? scale : 1;
  if (dotted.value === comma.value) return inRange(dotted.value * times);
  const unitSays = scale === 1 ? byUnit(rest, style) : null;
  const decimal = style.decimal ?? unitSays;
  // A column of đồng that writes parts elsewhere contradicts its unit: 80.000 beside 1.5.
  if (decimal === null || (unitSays !== null && unitSays !== decimal)) return { no: 'twoWays' };
  return inRange((decimal === '.' ? dotted : comma).value * times);
}

export const inRange = (value: number): TextNumber =>
  Number.isFinite(value) && Math.abs(value) <= biggest
    ? { value: unsigned(value) }
    : { no: 'outOfRange' };

const isScaled = (text: string): boolean => {
  const typed = typedAmount(text, 'en');
  return typeof typed !== 'string' && typed.scaled;
};

/** As people of India write: only the last group has three digits, 1,25,000.50. */
const withoutLakhs = (text: string): string =>
  text.replace(/(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])/, (all) => all.replace(/,/g, ''));

/** What the unit alone says of `1.500`: nobody writes parts of a đồng, or a thousand percent. */
function byUnit(text: string, { unit, currency }: NumberStyle): DecimalSign | null {
  const sign = /[.,]/.exec(text)?.[0];
  if (sign !== '.' && sign !== ',') return null;
  if (unit === 'fraction') return sign;
  return isMoney(unit) && centsOf(currency) === 0 ? other(sign) : null;
}

const other = (sign: DecimalSign): DecimalSign => (sign === '.' ? ',' : '.');

/** Digits and signs of a number, its decorations taken off; `null` of what is none. */
function bodyOf(text: string): string | null {
  if (text.length > longest) return null;
  const { rest } = currencyBeside(cleanText(text));
  if (typeof typedAmount(rest, 'en') === 'string') return null;
  const bodies = rest.match(/\d(?:[\d., ]*\d)?/g) ?? [];
  return bodies.length === 1 ? (bodies[0] ?? '').replace(/ /g, '') : null;
}

const sureComma =
  /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$|^(?:\d{4,},\d+|\d+,(?:\d{1,2}|\d{4,})|0,\d+)$/;
const surePoint =
  /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$|^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$|^(?:\d{4,}\.\d+|\d+\.(?:\d{1,2}|\d{4,})|0\.\d+)$/;
const eitherWay = /^[1-9]\d{0,2}([.,])\d{3}$/;
const plain = /^[1-9]\d*$/;

/** So many numbers that all look grouped are grouped: of parts some would have other lengths. */
const telling = 3;

/**
 * How the numbers of a column write fractions. One that can be read in one way only tells it for
 * all; two that contradict each other tell nothing. Where each could be read either way, counts and
 * money are told by their company: beside 987 and 12.000 stands a thousand in 1.500, because what
 * is grouped from a thousand on is not grouped below. Of `locale`, the spreadsheet’s, the sign that
 * groups is believed: there nobody writes parts with it. Its decimal sign is not, as a text from
 * elsewhere may group with it.
 */
export function decimalOf(
  texts: readonly string[],
  { unit, currency }: Pick<NumberStyle, 'unit' | 'currency'>,
  locale: string | null = null,
): DecimalSign | null {
  const bodies = texts
    .filter((text) => /\d[.,]\d/.test(text))
    .flatMap((text) => bodyOf(text) ?? []);
  const comma = bodies.some((body) => sureComma.test(body));
  const point = bodies.some((body) => surePoint.test(body));
  if (comma || point) return comma === point ? null : comma ? ',' : '.';
  const open = new Set(bodies.filter((body) => eitherWay.test(body)));
  const signs = new Set([...open].map((body) => eitherWay.exec(body)?.[1]));
  const [sign] = signs;
  if (signs.size !== 1 || (sign !== '.' && sign !== ',')) return null;
  if (locale !== null && sign === groupSign(locale)) return other(sign);
  const isGrouping = unit === 'count' || (unit === 'money' && centsOf(currency) === 2);
  if (!isGrouping) return null;
  const whole = new Set(
    texts.flatMap((text) => bodyOf(text) ?? []).filter((body) => plain.test(body)),
  );
  if ([...whole].some((body) => body.length > 3)) return null;
  const enough = open.size + whole.size >= telling || (unit === 'count' && whole.size > 0);
  return enough ? other(sign) : null;
}

/** The sign by which people of a locale part thousands; `null` where it is neither of the two. */
function groupSign(locale: string): DecimalSign | null {
  try {
    const parts = numberFormat(locale.replace('_', '-'), {}).formatToParts(12_345);
    const sign = parts.find(({ type }) => type === 'group')?.value;
    return sign === '.' || sign === ',' ? sign : null;
  } catch {
    return null;
  }
}
