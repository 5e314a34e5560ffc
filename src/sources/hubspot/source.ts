import type { Source } from '../source.ts';
import type { PortalAccount } from './account.ts';
import { readAnswer } from './answer.ts';
import { classify } from './classify.ts';
import { type HubSpotQuestion, questionsOf } from './question.ts';
import { requestFor } from './request.ts';

/** The CRM API of HubSpot. */
export const hubspot: Source<HubSpotQuestion, PortalAccount> = {
  // What was sold on Friday is entered on Monday, or the day on which it was closed is put right.
  settleDays: 7,
  // Five searches a second for all of an account's tools; a search never says how many are left.
  pace: { atOnce: 4, perSecond: 4 },
  plan: questionsOf,
  request: requestFor,
  classify(response, nowMs, { zone, ask }) {
    const verdict = classify(response, nowMs, zone);
    // One permission that lacks is said of what needs it; all else comes.
    const lacks = verdict.is === 'stop' && verdict.trouble.kind === 'scopeLacks';
    return lacks && ask.is !== 'account' ? { is: 'ok' } : verdict;
  },
  parse: readAnswer,
  apart: () => [],
};
