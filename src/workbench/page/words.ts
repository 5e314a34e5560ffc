import { type WorkbenchWords, workbenchWords } from '../../messages/compiled/workbench.ts';
import { languageOf } from '../../messages/language-of.ts';

/** The page's sentences in a language. */
export { workbenchWords as pageWords };

/** The page's sentences in the language it is shown in now. */
export const shownWords = (): WorkbenchWords =>
  workbenchWords(languageOf(document.documentElement.lang));
