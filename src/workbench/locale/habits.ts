import { decimalOf } from '../formula/translate.ts';

/** How numbers and dates are written in a spreadsheet's locale. */
export interface LocaleConventions {
  readonly decimal: '.' | ',';
  readonly group: '.' | ',';
  /** In which order a short date names its parts. */
  readonly dates: 'dmy' | 'mdy';
  /** The number format a typed date gets. */
  readonly dateFormat: string;
  /** What the number formatter calls this locale. */
  readonly formatter: string;
}

/** The habits of a spreadsheet locale such as `vi_VN`. */
export function conventionsOf(locale: string): LocaleConventions {
  const decimal = decimalOf(locale);
  const american = locale === 'en_US';
  return {
    decimal,
    group: decimal === ',' ? '.' : ',',
    dates: american ? 'mdy' : 'dmy',
    dateFormat: american ? 'm/d/yyyy' : 'dd/mm/yyyy',
    formatter: locale.startsWith('vi') ? 'vi' : 'en',
  };
}
