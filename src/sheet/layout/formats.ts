import type { Direction, Kpi, Quantity } from '../../kpi/define.ts';
import { type Unit, units } from '../../kpi/units.ts';
import { inputTitle, kpiTitle } from '../../messages/catalogue.ts';
import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { inEveryLanguage } from '../../messages/every-language.ts';
import type { SheetWords } from '../../messages/sheet.ts';
import type { Aggregation } from '../../plan/model/aggregation.ts';
import { moves } from '../../plan/model/status.ts';

/** Currencies that are written with a sign of their own, and where; the others with their code. */
const signs: Readonly<Record<string, { readonly before?: string; readonly after?: string }>> = {
  VND: { after: '₫' },
  USD: { before: '$' },
  EUR: { after: '€' },
  GBP: { before: '£' },
  JPY: { before: '¥' },
  KRW: { before: '₩' },
  THB: { before: '฿' },
  INR: { before: '₹' },
};

/** Nobody reckons these in hundredths. */
const whole = ['VND', 'JPY', 'KRW', 'IDR'];

/** Sums of money are read without hundredths; what a single thing costs, with them. */
function moneyFormat(currency: string, each: boolean): string {
  const digits = each && !whole.includes(currency) ? '#,##0.00' : '#,##0';
  const { before, after } = signs[currency] ?? { after: currency };
  return before ? `"${before}"${digits}` : `${digits} "${after}"`;
}

/** The spreadsheet number format of a unit, in the currency of the plan. */
export function formatOf(unit: Unit, currency: string): string {
  if (unit === 'money') return moneyFormat(currency, false);
  if (unit === 'moneyEach') return moneyFormat(currency, true);
  if (unit === 'fraction') return '0.0%';
  return units[unit].format || '#,##0.##';
}

export const shareFormat = '0.0%';

/** What a share of the target is of where that is not the target itself: the number says it. */
export function attainmentFormat(
  kind: Aggregation,
  better: Direction | null,
  { ofTheWay, soFar }: Pick<SheetWords, 'ofTheWay' | 'soFar'>,
): string {
  if (better !== 'on plan' && moves({ kind })) return `${shareFormat}" ${ofTheWay}"`;
  const byNow = better === 'on plan' || (better === 'lower' && kind === 'sum');
  return byNow ? `${shareFormat}" ${soFar}"` : shareFormat;
}

export const dayFormat = (language: Language): string => languageWords(language).dayFormat;

/** Whether a format is that of days, in whatever language a sheet was drawn. */
export const isDayFormat = (format: string | undefined): boolean =>
  Object.values(inEveryLanguage(dayFormat)).some((each) => each === format);

/** What stands in the column «Đơn vị»: what is counted, the currency, `%`. */
export function unitWords(kpi: Kpi, currency: string, words: SheetWords): string {
  if (kpi.unit === 'money' || kpi.unit === 'moneyEach') return currencySign(currency);
  // What a KPI of one's own counts is its title, which stands beside it.
  const named =
    'counts' in kpi && inputTitle(kpi.counts, words.language) !== kpiTitle(kpi, words.language);
  if (kpi.unit === 'count' && named) return thing(kpi.counts, words);
  return words.units[kpi.unit];
}

function currencySign(currency: string): string {
  const { before, after } = signs[currency] ?? { after: currency };
  return before ?? after ?? currency;
}

/** «số lượt nhấp» are «lượt nhấp». */
const thing = (quantity: Quantity, { language }: SheetWords): string =>
  inputTitle(quantity, language).replace(/^số (?:lượng )?|^number of /i, '');
