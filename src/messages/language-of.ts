import type { Language } from '../kpi/define.ts';

/** The language to speak to somebody with this locale: Vietnamese to Vietnamese, English to all others. */
export const languageOf = (locale: string): Language => (/^vi\b|^vi_/i.test(locale) ? 'vi' : 'en');
