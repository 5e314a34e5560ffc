import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { defaultBusinessProfile } from '../../../src/plan/model/defaults.ts';

const of = (locale: string, language: Language = 'en') => {
  const { currency, weekStart } = defaultBusinessProfile(language, locale);
  return [currency, weekStart];
};

describe('what is assumed of a business', () => {
  it.each([
    ['vi_VN', 'VND', 'monday'],
    ['en_US', 'USD', 'sunday'],
    ['en_GB', 'GBP', 'monday'],
    ['pt_BR', 'BRL', 'sunday'],
    ['pl_PL', 'PLN', 'monday'],
    ['tr_TR', 'TRY', 'monday'],
    ['sv_SE', 'SEK', 'monday'],
    ['en_ZA', 'ZAR', 'sunday'],
    ['en_NG', 'NGN', 'monday'],
    ['ar_EG', 'EGP', 'sunday'],
    ['ar_SA', 'SAR', 'sunday'],
    ['ja_JP', 'JPY', 'sunday'],
    ['de_DE', 'EUR', 'monday'],
    ['hr_HR', 'EUR', 'monday'],
  ])('of %s are its currency %s and a week from %s', (locale, currency, week) => {
    expect(of(locale)).toEqual([currency, week]);
  });

  it('of somebody who speaks Vietnamese is Vietnam, wherever the spreadsheet is from', () => {
    expect(of('en_US', 'vi')).toEqual(['VND', 'monday']);
    expect(of('vi')).toEqual(['VND', 'monday']);
  });

  it('where no country is named that anybody knows is the dollar', () => {
    expect(of('en')).toEqual(['USD', 'sunday']);
    expect(of('en_ZZ')).toEqual(['USD', 'monday']);
  });
});
