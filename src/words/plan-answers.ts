import type { Language } from '../kpi/define.ts';
import { planAnswersEn } from './plan-answers.en.ts';
import { planAnswersVi } from './plan-answers.vi.ts';

export const planAnswers = (language: Language): typeof planAnswersEn =>
  language === 'vi' ? planAnswersVi : planAnswersEn;
