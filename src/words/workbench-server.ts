import type { Language } from '../kpi/define.ts';
import { type WorkbenchServerWords, workbenchServerEn } from './workbench-server.en.ts';
import { workbenchServerVi } from './workbench-server.vi.ts';

export type { WorkbenchServerWords } from './workbench-server.en.ts';

/** What the workbench's server says where it was started, in a language. */
export const workbenchServerWords = (language: Language): WorkbenchServerWords =>
  language === 'vi' ? workbenchServerVi : workbenchServerEn;
