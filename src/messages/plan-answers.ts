import type { Language } from '../kpi/define.ts';
import { planAnswersEn } from './en/plan-answers.ts';
import { planAnswersVi } from './vi/plan-answers.ts';

export const planAnswers = (language: Language): typeof planAnswersEn =>
  language === 'vi' ? planAnswersVi : planAnswersEn;
