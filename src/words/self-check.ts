import type { Language } from '../kpi/define.ts';
import { selfCheckEn } from './self-check.en.ts';
import { selfCheckVi } from './self-check.vi.ts';

export type SelfCheckWords = typeof selfCheckEn;

export const selfCheckWords = (language: Language): SelfCheckWords =>
  language === 'vi' ? selfCheckVi : selfCheckEn;
