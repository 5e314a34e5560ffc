import type { Language } from '../kpi/define.ts';
import { sheetMoreEn } from './en/sheet-more.ts';
import { sheetMoreVi } from './vi/sheet-more.ts';

export type SheetMoreWords = typeof sheetMoreEn;

/** What sheets say outside the scorecard, in the sheet's language. */
export const sheetMoreWords = (language: Language): SheetMoreWords =>
  language === 'vi' ? sheetMoreVi : sheetMoreEn;
