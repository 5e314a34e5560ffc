import type { Language } from '../kpi/define.ts';
import { tablesEn } from './tables.en.ts';
import { tablesVi } from './tables.vi.ts';

/** What is said about people's tables. */
export const tableWords = (language: Language): typeof tablesEn =>
  language === 'vi' ? tablesVi : tablesEn;
