import type { Language } from '../kpi/define.ts';
import { quarterEn } from './quarter.en.ts';
import { quarterVi } from './quarter.vi.ts';

export const quarterWords = (language: Language): typeof quarterEn =>
  language === 'vi' ? quarterVi : quarterEn;
