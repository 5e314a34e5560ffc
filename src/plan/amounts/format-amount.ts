import type { Unit } from '../../kpi/units.ts';
import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { quarterWords } from '../../messages/compiled/quarter.ts';
import { numberFormat } from './number-format.ts';

/** `short`: long money and counts in thousands, millions or billions. */
export type AmountFormat = 'full' | 'short';

const million = 1e6;
const billion = 1e9;
const shortDigits = 3;
/** What stands in a line with its number may not be torn off it. */
const space = '\u00a0';

/** A value as people of a language write it: `1.234.567 ₫`, `12,5%`, `4,2 lần`, `85 triệu ₫`. */
export function formatAmount(
  value: number,
  unit: Unit,
  currency: string,
  language: Language,
  form: AmountFormat = 'full',
): string {
  const words = quarterWords(language);
  const behind = (word: string, decimals: number) =>
    `${number(value, language, decimals)}${space}${word}`;
  switch (unit) {
    case 'money':
      return money(value, currency, language, form, false);
    case 'moneyEach':
      return money(value, currency, language, form, true);
    case 'fraction':
      return percent(value, language);
    case 'percentagePoints':
      return `${value > 0 ? '+' : ''}${behind(words.points, 2)}`;
    case 'years':
      return behind(words.years({ count: value }), 1);
    case 'hours':
      return behind(words.hours, 1);
    case 'seconds':
    case 'secondsEach':
      return behind(words.seconds, 1);
    case 'times':
      return words.times({ n: number(value, language, 2) });
    case 'count':
      return short(value, language, form) ?? number(value, language, Math.abs(value) < 100 ? 1 : 0);
    default:
      return number(value, language, 2);
  }
}

const localeOf = (language: Language): string => languageWords(language).numbersAs;

const number = (value: number, language: Language, decimals: number): string =>
  settled(numberFormat(localeOf(language), { maximumFractionDigits: decimals }).format(value));

/** No minus before what is rounded to nothing. */
const settled = (text: string): string => (/[1-9]/.test(text) ? text : text.replace('-', ''));

/** Two decimals of a percent; of very small rates two digits that say something. */
function percent(value: number, language: Language): string {
  const small = value !== 0 && Math.abs(value) < 0.001;
  const digits = small ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  const text = numberFormat(localeOf(language), { style: 'percent', ...digits });
  return settled(text.format(value));
}

/** In the decimals of its currency; whole amounts without them, and small unit costs with more. */
function money(
  value: number,
  currency: string,
  language: Language,
  form: AmountFormat,
  each: boolean,
): string {
  const short = form === 'short' ? shortened(value) : null;
  const shown = short?.value ?? value;
  const fine = each && value !== 0 && Math.abs(value) < 10;
  const format = currencyFormat(currency, language, short ? 2 : fine ? 2 : null, shown);
  if (!format) return `${number(value, language, 2)}${space}${currency}`;
  const text = format.formatToParts(shown).map(({ type, value: part }) => ({ type, part }));
  if (short) {
    const digits = text.map(({ type }) => type === 'integer' || type === 'fraction');
    const last = text[digits.lastIndexOf(true)];
    if (last) last.part = quarterWords(language)[short.scale]({ n: last.part });
  }
  return settled(text.map(({ part }) => part).join(''));
}

/** `null` where the currency is no code of three letters. */
function currencyFormat(
  currency: string,
  language: Language,
  decimals: number | null,
  shown: number,
): Intl.NumberFormat | null {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  try {
    const usual = numberFormat(localeOf(language), style).resolvedOptions();
    const most = decimals ?? usual.maximumFractionDigits ?? 2;
    const whole = Number(shown.toFixed(most)) === Math.round(shown);
    const least = decimals === null && !whole ? most : 0;
    const digits = { minimumFractionDigits: least, maximumFractionDigits: most };
    return numberFormat(localeOf(language), { ...style, ...digits });
  } catch {
    return null;
  }
}

interface Shortened {
  readonly value: number;
  readonly scale: 'millions' | 'billions';
}

/** Three digits that say something; `null` below a million. */
function shortened(value: number): Shortened | null {
  const rounded = Number(value.toPrecision(shortDigits));
  const size = Math.abs(rounded);
  if (size < million) return null;
  return size < billion
    ? { value: rounded / million, scale: 'millions' }
    : { value: rounded / billion, scale: 'billions' };
}

function short(value: number, language: Language, form: AmountFormat): string | null {
  const found = form === 'short' ? shortened(value) : null;
  return found && quarterWords(language)[found.scale]({ n: number(found.value, language, 2) });
}
