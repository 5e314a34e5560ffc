import type { Language } from '../kpi/define.ts';
import { tablesEn } from './en/sources/tables.ts';
import { tablesVi } from './vi/sources/tables.ts';

/** What is said about people's tables. */
export const tableWords = (language: Language): typeof tablesEn =>
  language === 'vi' ? tablesVi : tablesEn;
