import { tooManyDigits, ungrouped } from '../../kpi/cell-value.ts';
import { fold, plain } from '../../messages/fold.ts';
import { numberFormat } from './number-format.ts';

/** What stands in a text beside its digits. */
export interface TypedAmount {
  readonly value: number;
  readonly sign: '+' | '-' | '';
  /** `%` stood behind it; `value` is still as written: 12.5 for 12,5 %. */
  readonly percent: boolean;
  readonly currency: boolean;
  /** Told in thousands, millions or billions. */
  readonly scaled: boolean;
}
export type NoAmount = 'empty' | 'text' | 'twoWays';

/** Words and letters for thousands, millions and billions, as people type them; powers of ten. */
const scales: readonly (readonly [power: number, words: readonly string[]])[] = [
  [12, ['nghìn tỷ', 'nghìn tỉ', 'ngàn tỷ', 'ngàn tỉ', 'trillion']],
  [9, ['tỷ', 'tỉ', 'ty', 'ti', 'billion', 'bil', 'bn', 'b']],
  [6, ['triệu', 'trieu', 'tr', 'million', 'mil', 'mln', 'mio', 'm']],
  [3, ['nghìn', 'nghin', 'ngàn', 'ngan', 'thousand', 'k']],
];
/**
 * The same in words that stand for themselves, as in «triệu đồng», folded: a single letter says so
 * beside a number only, but for `k`.
 */
export const scaleWords: readonly (readonly [RegExp, number])[] = scales.map(([power, words]) => {
  const alone = new Set(words.map(fold).filter((word) => word.length > 1 || word === 'k'));
  return [new RegExp(`\\b(?:${[...alone].join('|')})\\b`), 10 ** power];
});
const powers = new Map(scales.flatMap(([power, words]) => words.map((word) => [word, power])));
const byLength = [...powers.keys()].sort((one, other) => other.length - one.length);

const currencies = '₫|\\$|€|£|¥|đồng|dong|vnđ|vnd|đ|us\\$|usd|eur|gbp|jpy|sgd';
const before = new RegExp(`^(?:${currencies})\\s*`, 'u');
const behind = new RegExp(`\\s*(?:${currencies})$`, 'u');
const percentSign = /\s*(?:%|phần trăm|percent|pct)$/u;
const piece = new RegExp(
  `^([.,]?\\d[\\d., ]*?)\\s*(?:(${byLength.join('|')})(?![\\p{L}])|$)\\s*`,
  'u',
);

const signs = new Map<string, '.' | ','>();

/** The sign between whole and fraction that people of this locale write; asked for once. */
function decimalSign(locale: string): '.' | ',' {
  const sign = signs.get(locale) ?? signOf(locale);
  signs.set(locale, sign);
  return sign;
}

function signOf(locale: string): '.' | ',' {
  try {
    const parts = numberFormat(locale.replace('_', '-'), {}).formatToParts(1.5);
    return parts.some((part) => part.type === 'decimal' && part.value === ',') ? ',' : '.';
  } catch {
    return '.';
  }
}

/**
 * A number as somebody types it into a field: `85k`, `12tr`, `1,5 tỷ`, `1 tỷ 200 triệu`, `12tr5`,
 * `12,5 %`, `$1,200`, `(300)`. Separators that can be read only one way are read so whatever the
 * locale; else the locale decides.
 */
export function typedAmount(text: string, locale: string): TypedAmount | NoAmount {
  let rest = plain(text).replace(/\s+/gu, ' ').trim();
  if (rest === '') return 'empty';
  const take = (pattern: RegExp, found = pattern.exec(rest)?.[0]): string | undefined => {
    if (found !== undefined) rest = rest.replace(pattern, '').trim();
    return found;
  };
  const enclosed = /^\((.+)\)$/u.exec(rest)?.[1];
  rest = enclosed ?? rest;
  const lead = take(/^[-+−–]\s*/u)?.trim();
  const percent = take(percentSign) !== undefined;
  const currency = take(before) !== undefined || take(behind) !== undefined;
  const signInside = lead === undefined ? take(/^[-+−–]\s*/u)?.trim() : undefined;
  const mark = lead ?? signInside;
  const minus = enclosed !== undefined || (mark !== undefined && mark !== '+');
  if (enclosed !== undefined && mark !== undefined) return 'text';
  const size = magnitude(rest, decimalSign(locale));
  if (typeof size === 'string') return size;
  if (percent && (size.scaled || currency)) return 'text';
  const sign = minus ? '-' : mark === '+' ? '+' : '';
  const value = minus && size.value !== 0 ? -size.value : size.value;
  return { value, sign, percent, currency, scaled: size.scaled };
}

interface Magnitude {
  readonly value: number;
  readonly scaled: boolean;
}

/** One number, or several that are told in ever smaller scales: `1 tỷ 200 triệu`. */
function magnitude(text: string, decimal: '.' | ','): Magnitude | NoAmount {
  let rest = text;
  let value = 0;
  let last = Number.POSITIVE_INFINITY;
  while (rest !== '') {
    const found = piece.exec(rest);
    if (!found) return 'text';
    const [all, body = '', word] = found;
    const power = word === undefined ? 0 : (powers.get(word) ?? 0);
    const digits = digitsOf(body, decimal);
    if (digits === null) return last === Number.POSITIVE_INFINITY || word ? 'twoWays' : 'text';
    if (power >= last) return 'text';
    rest = rest.slice(all.length);
    const tail = word === undefined && last !== Number.POSITIVE_INFINITY;
    // `12tr5` is 12.5 million and `12tr500` too; `12tr50` is either 12.5 or 12.05 million.
    if (tail && !/^\d$|^\d{3}$/.test(body)) return 'twoWays';
    value += Number(`${digits}e${tail ? last - body.length : power}`);
    last = power;
  }
  if (last === Number.POSITIVE_INFINITY) return 'text';
  return Number.isFinite(value) ? { value, scaled: /\p{L}/u.test(text) } : 'text';
}

/** Digits with separators as a plain number with a point; `null` where they cannot be told apart. */
function digitsOf(body: string, decimal: '.' | ','): string | null {
  if (tooManyDigits(body)) return null;
  if (/^\d+$/.test(body)) return body;
  const group = decimal === ',' ? '\\.' : ',';
  const ownGroups = new RegExp(`^[1-9]\\d{0,2}(?:${group}\\d{3})+$`);
  if (ownGroups.test(body)) return body.replace(/\D/g, '');
  // One separator that cannot, or by this locale does not, part thousands.
  if (/^\d*[.,]\d+$/.test(body)) return `0${body.replace(',', '.')}`;
  return ungrouped(body);
}
