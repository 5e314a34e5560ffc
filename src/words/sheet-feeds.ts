import type { Language } from '../kpi/define.ts';
import { type SheetFeedsWords, sheetFeedsEn } from './sheet-feeds.en.ts';
import { sheetFeedsVi } from './sheet-feeds.vi.ts';

export type { SheetFeedsWords };

/** What sheets say about data that flows in, in the sheet's language. */
export const sheetFeedsWords = (language: Language): SheetFeedsWords =>
  language === 'vi' ? sheetFeedsVi : sheetFeedsEn;
