import type { Language } from '../kpi/define.ts';
import { quarterEn } from './en/quarter.ts';
import { quarterVi } from './vi/quarter.ts';

export const quarterWords = (language: Language): typeof quarterEn =>
  language === 'vi' ? quarterVi : quarterEn;
