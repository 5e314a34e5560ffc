import { currencyAlone, currencyNamed } from '../../plan/amounts/currency-marks.ts';

/** What stands in a number format beside its digits: `"₫"`, `[$R$-416]`, `\€`, `$`. */
const literals = /"([^"]*)"|\[\$([^\]-]*)(?:-[^\]]*)?\]|\\(.)|([$€£¥₫₹฿₩₱₺₽₴₪₦])/gu;

/** The currencies that a number format shows amounts in; `null` where it shows none. */
export function currencyInFormat(format: string): readonly string[] | null {
  for (const [, quoted, local, escaped, bare] of format.matchAll(literals)) {
    const found = currencyNamed(quoted ?? local ?? escaped ?? bare ?? '');
    if (found) return found.of;
  }
  return null;
}

export const isPercentFormat = (format: string): boolean =>
  format.replace(/"[^"]*"|\\./g, '').includes('%');

/** The currency that a header names in brackets: `Amount spent (PEN)`, `Chi phí (triệu đồng)`. */
export function currencyInHeader(header: string): string | null {
  for (const [, inside = ''] of header.matchAll(/[([]([^()[\]]+)[)\]]/g)) {
    const found = [inside, ...inside.trim().split(' ').slice(-1)].map(currencyAlone).find(Boolean);
    if (found) return found;
  }
  return null;
}
