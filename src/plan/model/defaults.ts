import type { Language } from '../../kpi/define.ts';
import type { BusinessProfile } from './plan.ts';

/** The currency of a country, where a locale names one that is not the dollar's. */
const currencies: Readonly<Record<string, string>> = {
  VN: 'VND',
  GB: 'GBP',
  JP: 'JPY',
  KR: 'KRW',
  CN: 'CNY',
  TW: 'TWD',
  HK: 'HKD',
  SG: 'SGD',
  TH: 'THB',
  MY: 'MYR',
  ID: 'IDR',
  PH: 'PHP',
  IN: 'INR',
  AU: 'AUD',
  NZ: 'NZD',
  CA: 'CAD',
  CH: 'CHF',
};
const euro = 'AT BE DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');
/** Where calendars begin weeks on Sunday. */
const sunday = 'US CA MX BR JP KR TW HK PH IN ID TH SG IL'.split(' ');

/** What is assumed of a business before it has said anything. */
export function defaultBusinessProfile(language: Language, locale: string): BusinessProfile {
  const country = /[-_]([A-Za-z]{2})\b/.exec(locale)?.[1]?.toUpperCase() ?? '';
  const lives = language === 'vi' ? 'VN' : country || (/^vi\b/i.test(locale) ? 'VN' : 'US');
  return {
    business: null,
    stage: null,
    sales: 'sales',
    margin: null,
    currency: currencies[lives] ?? (euro.includes(lives) ? 'EUR' : 'USD'),
    firstMonth: 1,
    weekStart: sunday.includes(lives) ? 'sunday' : 'monday',
  };
}
