import type { Language } from '../kpi/define.ts';
import { selfCheckEn } from './en/self-check.ts';
import { selfCheckVi } from './vi/self-check.ts';

export type SelfCheckWords = typeof selfCheckEn;

export const selfCheckWords = (language: Language): SelfCheckWords =>
  language === 'vi' ? selfCheckVi : selfCheckEn;
