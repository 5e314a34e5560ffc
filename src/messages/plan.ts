import type { Language } from '../kpi/define.ts';
import { type PlanWords, planEn } from './en/plan.ts';
import { type PlanPasteWords, planPasteEn } from './en/plan-paste.ts';
import { planWhyEn } from './en/plan-why.ts';
import { planVi } from './vi/plan.ts';
import { planPasteVi } from './vi/plan-paste.ts';
import { planWhyVi } from './vi/plan-why.ts';

export const planWords = (language: Language): PlanWords => (language === 'vi' ? planVi : planEn);

export const planWhy = (language: Language): typeof planWhyEn =>
  language === 'vi' ? planWhyVi : planWhyEn;

export const planPasteWords = (language: Language): PlanPasteWords =>
  language === 'vi' ? planPasteVi : planPasteEn;
