import { type Language, languages } from './compiled/languages.ts';

export type Text = Readonly<Record<Language, string>>;

/**
 * What is said, in every language; each is put together when it is read for the first time. The panel
 * has the texts of the language that it speaks, and reads no other.
 */
export function inEveryLanguage<Said = string>(
  say: (language: Language) => Said,
): Readonly<Record<Language, Said>> {
  const said = {} as Record<Language, Said>;
  for (const language of languages) {
    const read = () => {
      const value = say(language);
      Object.defineProperty(said, language, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(said, language, { get: read, enumerable: true, configurable: true });
  }
  return said;
}
