import type { Language } from '../kpi/define.ts';
import { agreeEn } from './doctor-agree.en.ts';
import { agreeVi } from './doctor-agree.vi.ts';

export const agreeWords = (language: Language): typeof agreeEn =>
  language === 'vi' ? agreeVi : agreeEn;
