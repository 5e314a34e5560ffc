import { conventionsOf, type LocaleConventions } from './habits.ts';
import { serialOf } from './serial.ts';

/** What a typed text becomes in a cell. */
export type ParsedInput =
  | { readonly kind: 'blank' }
  /** Still as it was typed, in the locale's habits. */
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly forced: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `format` is what the typing implies: percent, money, a date. */
  | { readonly kind: 'number'; readonly value: number; readonly format: string | null };

/** Reads a text as a spreadsheet of this locale reads what is typed into a cell. */
export function parseTyped(text: string, locale: string): ParsedInput {
  if (text === '') return { kind: 'blank' };
  if (text.startsWith("'")) return { kind: 'text', text: text.slice(1), forced: true };
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', text };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) {
    return { kind: 'boolean', value: trimmed.toLowerCase() === 'true' };
  }
  const habits = conventionsOf(locale);
  return readNumber(trimmed, habits) ?? readDate(trimmed, habits) ?? plain(text);
}

const plain = (text: string): ParsedInput => ({ kind: 'text', text, forced: false });

const money = /^(?<sign>[-+]?)\s*(?<before>[$€₫đ]?)\s*(?<digits>[\d.,]+)\s*(?<after>[$€₫đ%]?)$/i;

function readNumber(text: string, habits: LocaleConventions): ParsedInput | null {
  const scientific = /^[-+]?\d+(?:[.,]\d+)?e[-+]?\d+$/i.exec(text);
  if (scientific) {
    return { kind: 'number', value: Number(text.replace(habits.decimal, '.')), format: '0.00E+00' };
  }
  const { sign, before, digits, after } = money.exec(text)?.groups ?? {};
  if (digits === undefined || (before && after)) return null;
  const size = readDigits(digits, habits);
  if (size === null) return null;
  const value = sign === '-' ? -size : size;
  const decimals = digits.split(habits.decimal)[1]?.length ?? 0;
  const grouped = digits.includes(habits.group);
  if (after === '%') {
    return { kind: 'number', value: percent(value), format: decimals > 0 ? '0.00%' : '0%' };
  }
  const currency = before || after;
  if (currency) return { kind: 'number', value, format: currencyFormat(currency, decimals > 0) };
  const format = grouped ? (decimals > 0 ? '#,##0.00' : '#,##0') : null;
  return { kind: 'number', value, format };
}

/** Divides without the noise of binary fractions: 12.3 % is 0.123. */
const percent = (value: number) => Number((value / 100).toPrecision(15));

function currencyFormat(sign: string, cents: boolean): string {
  const digits = cents ? '#,##0.00' : '#,##0';
  if (sign === '$' || sign === '€') return `"${sign}"${digits}`;
  return `${digits} "₫"`;
}

function readDigits(text: string, { decimal, group }: LocaleConventions): number | null {
  const [whole = '', fraction, ...more] = text.split(decimal);
  if (more.length > 0 || fraction?.includes(group)) return null;
  const groups = whole.split(group);
  const wellGrouped =
    groups.length === 1 ||
    (groups[0]!.length >= 1 &&
      groups[0]!.length <= 3 &&
      groups.slice(1).every((digits) => digits.length === 3));
  if (!wellGrouped || (whole === '' && !fraction)) return null;
  return Number(`${groups.join('') || '0'}.${fraction || '0'}`);
}

function readDate(text: string, habits: LocaleConventions): ParsedInput | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dated(serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), 'yyyy-mm-dd');
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (clock) {
    const [hours, minutes, seconds] = [clock[1], clock[2], clock[3] ?? '0'].map(Number);
    if (hours! > 23 || minutes! > 59 || seconds! > 59) return null;
    const value = (hours! * 3600 + minutes! * 60 + seconds!) / 86_400;
    return { kind: 'number', value, format: clock[3] ? 'h:mm:ss' : 'h:mm' };
  }
  const short = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!short) return null;
  const [first, second] = [Number(short[1]), Number(short[3])];
  const year = short[4]!.length === 2 ? 2000 + Number(short[4]) : Number(short[4]);
  const [day, month] = habits.dates === 'dmy' ? [first, second] : [second, first];
  return dated(serialOf(year, month, day), habits.dateFormat);
}

const dated = (value: number | null, format: string): ParsedInput | null =>
  value === null ? null : { kind: 'number', value, format };
