import type { Language } from '../../messages/compiled/languages.ts';

/** What marketers of the neighbourhood plan in, the likeliest first. */
const usual = 'VND USD EUR GBP JPY SGD THB IDR MYR PHP KRW CNY TWD HKD INR AUD NZD CAD CHF'.split(
  ' ',
);

/** The currencies to choose from; the one chosen is among them. */
export function currencyOptions(
  chosen: string,
  language: Language,
): readonly (readonly [string, string])[] {
  const codes = usual.includes(chosen) ? usual : [chosen, ...usual];
  return codes.map((code) => [code, nameOf(code, language)]);
}

/** Not every browser knows the names, and not every code has one. */
function nameOf(code: string, language: Language): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'currency' }).of(code);
    return name && name !== code ? `${code} · ${name}` : code;
  } catch {
    return code;
  }
}
