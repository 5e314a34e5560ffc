import type { Language } from '../../kpi/define.ts';
import { type WorkbenchWords, workbenchEn } from '../../words/workbench.en.ts';
import { workbenchVi } from '../../words/workbench.vi.ts';

/** The page's sentences in a language. */
export const pageWords = (language: Language): WorkbenchWords =>
  language === 'vi' ? workbenchVi : workbenchEn;

/** The page's sentences in the language it is shown in now. */
export const shownWords = (): WorkbenchWords =>
  pageWords(document.documentElement.lang === 'vi' ? 'vi' : 'en');
