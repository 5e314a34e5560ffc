import { type WorkbenchWords, workbenchWords } from '../../messages/compiled/workbench.ts';

/** The page's sentences in a language. */
export { workbenchWords as pageWords };

/** The page's sentences in the language it is shown in now. */
export const shownWords = (): WorkbenchWords =>
  workbenchWords(document.documentElement.lang === 'vi' ? 'vi' : 'en');
