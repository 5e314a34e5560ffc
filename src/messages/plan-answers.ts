import type { Language } from '../kpi/define.ts';
import { planAnswersEn } from './en/plan-answers.ts';
import { planAnswersVi } from './vi/plan-answers.ts';

/** Whether a tab is called as one that was kept when another took its place, in any language. */
export const isKeptTitle = (title: string): boolean =>
  [planAnswersEn, planAnswersVi].some(({ kept }) =>
    title.replace(/ \(\d+\)$/, '').endsWith(kept('')),
  );

export const planAnswers = (language: Language): typeof planAnswersEn =>
  language === 'vi' ? planAnswersVi : planAnswersEn;
