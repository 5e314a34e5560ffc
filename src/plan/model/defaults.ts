import countryToCurrency from 'country-to-currency';
import { getWeekStartByRegion } from 'weekstart';
import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { languageOf } from '../../messages/language-of.ts';
import { filled } from './field.ts';
import { type BusinessProfile, profileFields } from './plan.ts';

const currencies: Readonly<Record<string, string>> = countryToCurrency;

/**
 * What is assumed of a business before it has said anything: the currency and the week of the country
 * its spreadsheet's locale names. A week that begins on Saturday, as in Egypt, begins on Sunday here:
 * plans know no third way, and its working days stay together.
 */
export function defaultBusinessProfile(language: Language, locale: string): BusinessProfile {
  const country = /[-_]([A-Za-z]{2})\b/.exec(locale)?.[1]?.toUpperCase() ?? '';
  const lives =
    languageWords(language).country || country || languageWords(languageOf(locale)).country || 'US';
  const monday = 1;
  return filled(profileFields, {
    sales: 'sales',
    currency: currencies[lives] ?? 'USD',
    firstMonth: 1,
    weekStart: getWeekStartByRegion(lives) === monday ? 'monday' : 'sunday',
  });
}
