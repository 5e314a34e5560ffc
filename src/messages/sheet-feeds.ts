import type { Language } from '../kpi/define.ts';
import { type SheetFeedsWords, sheetFeedsEn } from './en/sheet-feeds.ts';
import { sheetFeedsVi } from './vi/sheet-feeds.ts';

export type { SheetFeedsWords };

/** What sheets say about data that flows in, in the sheet's language. */
export const sheetFeedsWords = (language: Language): SheetFeedsWords =>
  language === 'vi' ? sheetFeedsVi : sheetFeedsEn;
