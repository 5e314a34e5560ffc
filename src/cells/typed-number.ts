import { tooManyDigits, ungrouped } from '../kpi/cell-value.ts';

const decorated =
  /^([-+−])?\s*(?:[₫$€£]\s*)?(\d[\d.,\s]*)(?<!\s)\s*(%|[₫$€£]|đ|vnđ|vnd|usd|eur)?$/iu;

/** Two readings of one text; nobody but its writer knows which. */
export const ambiguous = Symbol('ambiguous');

/**
 * A number that somebody typed as text, read by Vietnamese and English habits: `1.234,5`, `12 %`,
 * `$1,200`, `1 234`. `ambiguous` where both habits read it, differently (`1.234`); `null` where it
 * is no number, or may be something else than one: a code with leading zeros, more digits than a
 * spreadsheet keeps.
 */
export function typedNumber(text: string): number | typeof ambiguous | null {
  const parts = decorated.exec(text.trim());
  if (!parts) return null;
  const [, sign, body = '', unit] = parts;
  const size = magnitude(body.replace(/\s/g, ' '));
  if (typeof size !== 'number') return size;
  const signed = sign === '-' || sign === '−' ? -size : size;
  return unit === '%' ? signed / 100 : signed;
}

function magnitude(body: string): number | typeof ambiguous | null {
  if (tooManyDigits(body) || /^0\d/.test(body)) return null;
  if (/^\d+$/.test(body)) return Number(body);
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(body)) return ambiguous;
  const digits = ungrouped(body) ?? (/^\d+[.,]\d+$/.test(body) ? body.replace(',', '.') : null);
  return digits === null ? null : Number(digits);
}
