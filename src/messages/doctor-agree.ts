import type { Language } from '../kpi/define.ts';
import { agreeEn } from './en/doctor-agree.ts';
import { agreeVi } from './vi/doctor-agree.ts';

export const agreeWords = (language: Language): typeof agreeEn =>
  language === 'vi' ? agreeVi : agreeEn;
