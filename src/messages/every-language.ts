import type { Language } from '../kpi/define.ts';
import { languages } from './compiled/languages.ts';

/** What is said, in every language. */
export const inEveryLanguage = <Said = string>(
  say: (language: Language) => Said,
): Readonly<Record<Language, Said>> =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Readonly<
    Record<Language, Said>
  >;
