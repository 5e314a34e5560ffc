import type { Language } from '../kpi/define.ts';
import { type WorkbenchWords, workbenchEn } from './workbench.en.ts';
import { workbenchVi } from './workbench.vi.ts';

/** The workbench's own sentences in a language. */
export const workbenchWords = (language: Language): WorkbenchWords =>
  language === 'vi' ? workbenchVi : workbenchEn;
