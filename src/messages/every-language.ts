import { type Language, languages } from './compiled/languages.ts';

export type Text = Readonly<Record<Language, string>>;

/** What is said, in every language. */
export const inEveryLanguage = <Said = string>(
  say: (language: Language) => Said,
): Readonly<Record<Language, Said>> =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Readonly<
    Record<Language, Said>
  >;
