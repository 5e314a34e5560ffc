import type { Language } from '../kpi/define.ts';
import { dataEn } from './data.en.ts';
import { dataVi } from './data.vi.ts';

export const dataWords = (language: Language): typeof dataEn =>
  language === 'vi' ? dataVi : dataEn;
