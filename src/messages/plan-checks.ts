import type { Language } from './compiled/languages.ts';
import { type PlanWords, planWords } from './compiled/plan.ts';
import { type PlanChecksWords, planChecksWords } from './compiled/plan-checks.ts';

/** What a plan is made of, and what can be wrong with one: the panel has the first alone. */
export type PlanCheckWords = PlanWords & PlanChecksWords;

export const planCheckWords = (language: Language): PlanCheckWords => ({
  ...planWords(language),
  ...planChecksWords(language),
});
