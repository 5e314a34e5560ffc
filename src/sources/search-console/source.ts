import type { Source } from '../source.ts';
import type { SiteAccount } from './account.ts';
import { readAnswer } from './answer.ts';
import { classify } from './classify.ts';
import { questionsOf, type SiteQuestion } from './question.ts';
import { requestFor } from './request.ts';

/** Google says two to three days; another one is for what comes late. */
const settleDays = 4;

export const searchAnalytics: Source<SiteQuestion, SiteAccount> = {
  settleDays,
  // Google takes 20 a second, and counts besides how much work they make.
  pace: { atOnce: 3, perSecond: 5 },
  plan: (assignment) => questionsOf(assignment, settleDays),
  request: requestFor,
  classify,
  parse: readAnswer,
  apart: () => [],
};
