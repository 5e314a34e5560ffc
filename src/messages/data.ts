import type { Language } from '../kpi/define.ts';
import { dataEn } from './en/data.ts';
import { dataVi } from './vi/data.ts';

export const dataWords = (language: Language): typeof dataEn =>
  language === 'vi' ? dataVi : dataEn;
