/** ISO 4217: the codes by which amounts of money, headers and columns name a currency. */
const codes = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN ' +
    'BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS ' +
    'GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW ' +
    'KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD ' +
    'NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD ' +
    'SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES ' +
    'VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL'
  ).split(' '),
);

/** Codes that are words as well: `Clicks (all)`, `Top`, `Cup`. They name a currency in capitals only. */
const words = new Set([
  'ALL',
  'TOP',
  'CUP',
  'GEL',
  'TRY',
  'MAD',
  'COP',
  'LAK',
  'SOS',
  'PEN',
  'ANG',
]);

const dollars = 'USD SGD AUD CAD HKD NZD TWD MXN ARS CLP COP BND FJD JMD TTD UYU'.split(' ');

/** Signs and short names beside digits, and the currencies that are written so; longer ones first. */
const marks: readonly (readonly [mark: string, of: readonly string[]])[] = [
  ['vnđ', ['VND']],
  ['đồng', ['VND']],
  ['dong', ['VND']],
  ['us$', ['USD']],
  ['hk$', ['HKD']],
  ['nt$', ['TWD']],
  ['mx$', ['MXN']],
  ['nz$', ['NZD']],
  ['a$', ['AUD']],
  ['c$', ['CAD']],
  ['s$', ['SGD']],
  ['r$', ['BRL']],
  ['s/.', ['PEN']],
  ['s/', ['PEN']],
  ['rs.', ['INR', 'PKR', 'LKR', 'NPR']],
  ['rs', ['INR', 'PKR', 'LKR', 'NPR']],
  ['rp', ['IDR']],
  ['rm', ['MYR']],
  ['zł', ['PLN']],
  ['kč', ['CZK']],
  ['kr.', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['fr.', ['CHF']],
  ['ft', ['HUF']],
  ['tl', ['TRY']],
  ['r', ['ZAR']],
  ['₫', ['VND']],
  ['đ', ['VND']],
  ['$', dollars],
  ['€', ['EUR']],
  ['£', ['GBP', 'EGP']],
  ['¥', ['JPY', 'CNY']],
  ['₹', ['INR']],
  ['฿', ['THB']],
  ['₩', ['KRW']],
  ['₱', ['PHP']],
  ['₺', ['TRY']],
  ['₽', ['RUB']],
  ['₴', ['UAH']],
  ['₪', ['ILS']],
  ['₦', ['NGN']],
  ['៛', ['KHR']],
  ['₭', ['LAK']],
];

/** Nobody writes fractions of these. */
const whole = new Set('VND JPY KRW IDR CLP PYG UGX LAK KHR MMK ISK RWF XAF XOF XPF'.split(' '));
/** Of these a thousandth has a name, and is written. */
const inThousandths = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many digits behind the decimal sign amounts in a currency are written with. */
export const centsOf = (currency: string): 0 | 2 | 3 =>
  whole.has(currency) ? 0 : inThousandths.has(currency) ? 3 : 2;

const byLakh = new Set('INR PKR NPR LKR BDT'.split(' '));
/** Whether people of a currency group its hundreds of thousands by two digits. */
export const groupsByLakh = (currency: string): boolean => byLakh.has(currency);

/** The currency that a text is the code of, as a column of currencies holds it; `null` for none. */
export function currencyCode(text: string): string | null {
  const trimmed = text.trim();
  const code = trimmed.toUpperCase();
  return codes.has(code) && (code === trimmed || !words.has(code)) ? code : null;
}

/** An amount and the currency that stands beside it. */
export interface MarkedAmount {
  /** Without its mark. */
  readonly rest: string;
  /** As it is written: `R$`, `PEN`; `''` where nothing stands. */
  readonly mark: string;
  /** The currencies it may be of; empty where it names none that anybody knows. */
  readonly of: readonly string[];
}

/** Parts an amount from the currency before or behind its digits: `R$ 1.250,50`, `150.50 PEN`. */
export function currencyBeside(text: string): MarkedAmount {
  const trimmed = text.trim();
  const parts = /^([-+−–(]?\s*)([^\d\s.,+−–(-][^\d]*?)?(\s*[-+−–]?\s*[.,]?\d(?:.*\d)?)(.*)$/su.exec(
    trimmed,
  );
  if (!parts) return { rest: trimmed, mark: '', of: [] };
  const [, sign = '', before = '', digits = '', behind = ''] = parts;
  // `Rs.500` and `S/.500` are five hundred: the point belongs to the name.
  const dotted = digits.startsWith('.') ? currencyNamed(`${before}.`) : null;
  if (dotted?.mark) return { rest: `${sign.trim()}${digits.slice(1).trim()}${behind}`, ...dotted };
  const first = currencyNamed(before);
  if (first) return { rest: `${sign.trim()}${digits.trim()}${behind}`, ...first };
  const closing = /\)\s*$/.exec(behind)?.[0] ?? '';
  const tail = behind.slice(0, behind.length - closing.length);
  // A scale may stand between: `12 tr đ`, `3k USD`.
  for (const at of wordStarts(tail)) {
    const last = currencyNamed(tail.slice(at));
    if (last)
      return { rest: `${sign}${before}${digits}${tail.slice(0, at).trimEnd()}${closing}`, ...last };
  }
  return { rest: trimmed, mark: '', of: [] };
}

/** Where a mark could begin: at the first sign, and behind spaces or letters before a sign. */
const wordStarts = (text: string): readonly number[] =>
  [...text].flatMap((_, at) =>
    at === 0 || /\s/.test(text[at - 1] ?? '') || !/\p{L}/u.test(text[at] ?? '') ? [at] : [],
  );

/** What a mark names: a sign or short name of the table, or a code in whatever case; `null` for none. */
export function currencyNamed(
  text: string,
): { readonly mark: string; readonly of: readonly string[] } | null {
  const mark = text.normalize('NFC').trim();
  if (mark === '') return null;
  const code = currencyCode(mark) ?? (codes.has(mark.toUpperCase()) ? mark.toUpperCase() : null);
  if (code) return { mark, of: [code] };
  const found = marks.find(([sign]) => sign === mark.toLowerCase());
  return found ? { mark, of: found[1] } : null;
}
