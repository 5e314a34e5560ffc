import type { Language } from '../kpi/define.ts';
import { type PlanWords, planEn } from './plan.en.ts';
import { planVi } from './plan.vi.ts';
import { type PlanPasteWords, planPasteEn } from './plan-paste.en.ts';
import { planPasteVi } from './plan-paste.vi.ts';
import { planWhyEn } from './plan-why.en.ts';
import { planWhyVi } from './plan-why.vi.ts';

export const planWords = (language: Language): PlanWords => (language === 'vi' ? planVi : planEn);

export const planWhy = (language: Language): typeof planWhyEn =>
  language === 'vi' ? planWhyVi : planWhyEn;

export const planPasteWords = (language: Language): PlanPasteWords =>
  language === 'vi' ? planPasteVi : planPasteEn;
