import type { Language } from '../kpi/define.ts';
import { type SheetWords, sheetEn } from './sheet.en.ts';
import { sheetVi } from './sheet.vi.ts';

export type { SheetWords };

export const sheetWords = (language: Language): SheetWords =>
  language === 'vi' ? sheetVi : sheetEn;
