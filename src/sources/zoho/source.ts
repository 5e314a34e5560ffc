import type { Source } from '../source.ts';
import type { ZohoAccount } from './account.ts';
import { readAnswer } from './answer.ts';
import { classify } from './classify.ts';
import { requestFor } from './coql.ts';
import { questionsOf, type ZohoQuestion } from './question.ts';

/** Zoho CRM, asked by COQL. */
export const zoho: Source<ZohoQuestion, ZohoAccount> = {
  // Salespeople mark deals and leads weeks later; as much as one question brings is asked again.
  settleDays: 30,
  // The smallest edition answers five calls at once, of everybody in the organisation.
  pace: { atOnce: 2, perSecond: null },
  plan: questionsOf,
  request: requestFor,
  classify,
  parse: readAnswer,
  apart: () => [],
};
