import type { Language } from './compiled/languages.ts';
import { languages } from './compiled/languages.ts';

/** Whether this is the code of a language that the product speaks. */
export const isLanguage = (code: unknown): code is Language =>
  languages.some((each) => each === code);

/** The language that all others are translated from. */
const original = languages[0] as Language;

/** Systems name their own things in it. */
export const isOriginal = (language: Language): boolean => language === original;

/** The language to speak to somebody with this locale: their own, else English. */
export const languageOf = (locale: string): Language =>
  languages.find((each) => each === locale.toLowerCase().split(/[^a-z]/, 1)[0]) ?? original;
