import type { Language } from '../kpi/define.ts';
import { appEn } from './en/app.ts';
import { appVi } from './vi/app.ts';

export const appWords = (language: Language): typeof appEn => (language === 'vi' ? appVi : appEn);

/** The language to speak to somebody with this locale: Vietnamese to Vietnamese, English to all others. */
export const languageOf = (locale: string): Language => (/^vi\b|^vi_/i.test(locale) ? 'vi' : 'en');
