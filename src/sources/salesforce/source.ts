import type { Source } from '../source.ts';
import type { SalesforceAccount } from './account.ts';
import { readAnswer } from './answer.ts';
import { classify } from './classify.ts';
import { questionsOf, type SalesforceQuestion, smaller } from './question.ts';
import { requestFor } from './soql.ts';

/** Salesforce, asked by SOQL. */
export const salesforce: Source<SalesforceQuestion, SalesforceAccount> = {
  // Salespeople mark leads and opportunities weeks later; as much as one question brings is asked again.
  settleDays: 30,
  // What takes longer than 20 seconds counts against a limit of five in the smallest organisations.
  pace: { atOnce: 3, perSecond: null },
  plan: questionsOf,
  request: requestFor,
  classify,
  parse: readAnswer,
  apart: smaller,
};
