import type { Unit } from '../../kpi/units.ts';
import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';

/** What stands behind a number of a unit, where anything does. */
export type UnitWords = Readonly<Partial<Record<Unit, string>>>;

/** A number as readers of the language write it, with at most `decimals` decimals. */
export const number = (value: number, language: Language, decimals = 4): string =>
  new Intl.NumberFormat(languageWords(language).numbersAs, { maximumFractionDigits: decimals })
    .format(value)
    .replace(/^-/, '−');

/** A number with its unit: 0.25 of a fraction is `25%`. */
export function formatWithUnit(
  value: number,
  unit: Unit,
  language: Language,
  after: UnitWords = {},
): string {
  if (unit === 'fraction') return `${number(value * 100, language, 2)}%`;
  const plus = unit === 'percentagePoints' && value > 0 ? '+' : '';
  return `${plus}${number(value, language)}${after[unit] ?? ''}`;
}
