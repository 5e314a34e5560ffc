import type { Language } from '../kpi/define.ts';
import { type WorkbenchServerWords, workbenchServerEn } from './en/workbench-server.ts';
import { workbenchServerVi } from './vi/workbench-server.ts';

export type { WorkbenchServerWords } from './en/workbench-server.ts';

/** What the workbench's server says where it was started, in a language. */
export const workbenchServerWords = (language: Language): WorkbenchServerWords =>
  language === 'vi' ? workbenchServerVi : workbenchServerEn;
