import type { Language } from '../kpi/define.ts';
import { type SheetWords, sheetEn } from './en/sheet.ts';
import { sheetVi } from './vi/sheet.ts';

export type { SheetWords };

export const sheetWords = (language: Language): SheetWords =>
  language === 'vi' ? sheetVi : sheetEn;
