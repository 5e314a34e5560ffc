import type { Language } from '../../kpi/define.ts';
import { type WorkbenchWords, workbenchEn } from '../../words/workbench.en.ts';
import { workbenchVi } from '../../words/workbench.vi.ts';

/** The page's sentences in a language. */
export const pageWords = (language: Language): WorkbenchWords =>
  language === 'vi' ? workbenchVi : workbenchEn;
