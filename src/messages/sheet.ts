import type { Language } from './compiled/languages.ts';
import { type SheetWords as Texts, sheetWords as texts } from './compiled/sheet.ts';

/** What a plan's sheet says, and in which language. */
export type SheetWords = Texts & { readonly language: Language };

/** Made once a language: sheets ask at every cell. */
const made: { [language in Language]?: SheetWords } = {};

export function sheetWords(language: Language): SheetWords {
  made[language] ??= { ...texts(language), language };
  return made[language];
}
