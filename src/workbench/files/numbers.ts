/** A decimal mark. */
export type Mark = '.' | ',';

/** A text that has the shape of a number, before it is known which mark is the decimal one. */
export interface NumberShape {
  /** Digits and marks only. */
  readonly core: string;
  readonly negative: boolean;
  readonly percent: boolean;
  /** `₫`, `$` …; empty when none stands there. */
  readonly currency: string;
  /** The decimal mark this text gives away; `either` when it could be both; `none` without marks. */
  readonly mark: Mark | 'either' | 'none';
  readonly exponent: string;
}

const signs: Readonly<Record<string, string>> = {
  '₫': '₫',
  đ: '₫',
  vnđ: '₫',
  vnd: '₫',
  $: '$',
  us$: '$',
  usd: '$',
  '€': '€',
  eur: '€',
  '£': '£',
  gbp: '£',
  '¥': '¥',
  jpy: '¥',
  '฿': '฿',
  thb: '฿',
  '₩': '₩',
  krw: '₩',
};
const sign = '₫|đ|vnđ|vnd|us\\$|\\$|usd|€|eur|£|gbp|¥|jpy|฿|thb|₩|krw';
const whole = new RegExp(
  `^(\\()?([-−+]?)\\s*(${sign})?\\s*([-−]?)([\\d.,][\\d.,\\s'’]*?)(e[+-]\\d{1,3})?\\s*(%|${sign})?(\\))?$`,
  'iu',
);
const maximumDigits = 15;
const maximumLength = 60;

/**
 * The shape of a number in a text; `id` for digits that are a name rather than a number (leading
 * zeros, more digits than a number can hold, a telephone number); `null` for any other text.
 */
export function numberShape(text: string): NumberShape | 'id' | null {
  const parts = text.length > maximumLength ? null : whole.exec(text.trim());
  if (parts === null) return null;
  const [, opened, before = '', currency = '', inner = '', digits = '', exponent = ''] = parts;
  const behind = parts[7] ?? '';
  if ((opened === undefined) !== (parts[8] === undefined)) return null;
  if ((before !== '' && inner !== '') || (currency !== '' && behind !== '')) return null;
  const core = withoutSpaces(digits);
  if (core === null) return null;
  const mark = markOf(core);
  if (mark === null) return null;
  if (mark === 'none' && currency === '' && behind === '') {
    if (/^0\d/.test(core) || core.length > maximumDigits) return 'id';
    if (before === '+' && core.length > 7) return 'id';
  }
  return {
    core,
    negative: opened !== undefined || /[-−]/.test(before + inner),
    percent: behind === '%',
    currency: signs[(currency || (behind === '%' ? '' : behind)).toLowerCase()] ?? '',
    mark,
    exponent,
  };
}

function withoutSpaces(digits: string): string | null {
  if (!/[\s'’]/.test(digits)) return digits;
  return /^\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/u.test(digits)
    ? digits.replace(/[\s'’]/gu, '')
    : null;
}

const shapes = (['.', ','] as const).map((mark) => {
  const group = mark === '.' ? ',' : '\\.';
  const decimal = mark === '.' ? '\\.' : ',';
  return {
    mark,
    once: new RegExp(`^(\\d*)${decimal}(\\d*)$`),
    both: new RegExp(`^\\d{1,3}(?:${group}\\d{3})+${decimal}\\d+$`),
    grouped: new RegExp(`^\\d{1,3}(?:${group}\\d{3}){2,}$`),
  };
});

function markOf(core: string): NumberShape['mark'] | null {
  if (/^\d+$/.test(core)) return 'none';
  for (const { mark, once, both, grouped } of shapes) {
    const halves = once.exec(core);
    if (halves !== null) {
      const [, left = '', right = ''] = halves;
      if (left + right === '' || /^0\d/.test(left)) return null;
      return right.length === 3 && /^[1-9]\d{0,2}$/.test(left) ? 'either' : mark;
    }
    if (both.test(core) || grouped.test(core)) return mark;
  }
  return null;
}

/** The number a shape stands for, once the decimal mark is known. Percent is a fraction. */
export function toNumber(shape: NumberShape, decimal: Mark): number {
  const plain = shape.core.replaceAll(decimal === '.' ? ',' : '.', '').replace(',', '.');
  const digits = `${shape.negative ? '-' : ''}${plain}`;
  // Moving the point in the text keeps 12.3 % the number that 0.123 is.
  if (shape.percent) return Number(`${digits}e-2`);
  return Number(`${digits}${shape.exponent}`);
}

/** How many digits stand behind the decimal mark. */
export function decimalsOf(shape: NumberShape, decimal: Mark): number {
  const at = shape.core.indexOf(decimal);
  return at < 0 ? 0 : shape.core.length - at - 1;
}
