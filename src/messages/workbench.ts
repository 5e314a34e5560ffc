import type { Language } from '../kpi/define.ts';
import { type WorkbenchWords, workbenchEn } from './en/workbench.ts';
import { workbenchVi } from './vi/workbench.ts';

/** The workbench's own sentences in a language. */
export const workbenchWords = (language: Language): WorkbenchWords =>
  language === 'vi' ? workbenchVi : workbenchEn;
