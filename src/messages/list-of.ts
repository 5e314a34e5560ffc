import { languageWords } from './compiled/language.ts';
import type { Language } from './compiled/languages.ts';

/** Made once a language: making one costs as much as many lists. */
const formats: { [language in Language]?: Intl.ListFormat } = {};

/** `A, B and C`. */
export function listOf(parts: readonly string[], language: Language): string {
  formats[language] ??= new Intl.ListFormat(languageWords(language).listsAs);
  return formats[language].format(parts);
}
