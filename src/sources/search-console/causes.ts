import type { searchConsoleWords } from '../../messages/compiled/sources/search-console.ts';
import type { Failure } from '../google/failure.ts';
import type { CommonTrouble } from '../source.ts';

type TroubleKind = CommonTrouble | keyof ReturnType<typeof searchConsoleWords>['troubles'];

/**
 * What helps: trying again `soon`, after a `minute`, after a `quarter` of an hour and then on the next
 * day, on the next `day` in California, or only somebody who `acts`.
 */
type CauseWait = 'soon' | 'minute' | 'quarter' | 'day' | 'act';

/** An error that is known. All that a row says of it has to be so. */
interface Cause {
  readonly kind: TroubleKind;
  readonly wait: CauseWait;
  readonly status?: readonly number[];
  readonly word?: string;
  /** One of these is among the reasons given. */
  readonly reasons?: readonly string[];
  readonly says?: RegExp;
  /** A web page came instead of JSON. */
  readonly page?: true;
  /** What is said of it: the pattern's first group; left out, nothing. */
  readonly detail?: 'group';
}

const rates = ['rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED'];

/**
 * Every cause that is told by its name, the first that fits. Quotas come as 403 as often as 429, so
 * that reasons and sentences stand before a status. What fits none is quoted.
 */
export const causes: readonly Cause[] = [
  // So much work in ten minutes, or in a day; the same sentence says both.
  { kind: 'quotaLoad', wait: 'quarter', says: /load quota/i },
  { kind: 'quotaDay', wait: 'day', reasons: ['dailyLimitExceeded', 'dailyLimitExceededUnreg'] },
  { kind: 'quotaDay', wait: 'day', says: /quota.{0,80}per ?day|per ?day.{0,80}quota/i },
  { kind: 'quotaRate', wait: 'minute', reasons: rates },
  { kind: 'quotaRate', wait: 'minute', says: /QP[SM] quota|per ?minute/i },
  { kind: 'quotaLoad', wait: 'quarter', reasons: ['quotaExceeded'] },
  { kind: 'quotaLoad', wait: 'quarter', status: [429] },
  { kind: 'quotaLoad', wait: 'quarter', word: 'RESOURCE_EXHAUSTED' },
  // The Cloud project of the script.
  { kind: 'apiOff', wait: 'act', reasons: ['SERVICE_DISABLED', 'accessNotConfigured'] },
  {
    kind: 'apiOff',
    wait: 'act',
    status: [403],
    says: /has not been used in project|it is disabled|access not configured/i,
  },
  { kind: 'projectGone', wait: 'act', reasons: ['CONSUMER_SUSPENDED', 'CONSUMER_INVALID'] },
  {
    kind: 'projectGone',
    wait: 'act',
    status: [400, 403],
    says: /(?:consumer|project)\b.{0,120}\b(?:suspended|deleted|not found)/i,
  },
  // What the user's organisation forbids.
  {
    kind: 'orgPolicy',
    wait: 'act',
    reasons: ['domainPolicy', 'ORG_RESTRICTION_VIOLATION', 'SECURITY_POLICY_VIOLATED'],
  },
  { kind: 'orgPolicy', wait: 'act', status: [400, 403], says: /admin_policy_enforced/i },
  // Who asks.
  { kind: 'scopeMissing', wait: 'act', reasons: ['ACCESS_TOKEN_SCOPE_INSUFFICIENT'] },
  { kind: 'scopeMissing', wait: 'act', says: /insufficient authentication scopes/i },
  {
    kind: 'signedOut',
    wait: 'act',
    reasons: ['authError', 'ACCESS_TOKEN_EXPIRED', 'CREDENTIALS_MISSING', 'ACCOUNT_STATE_INVALID'],
  },
  { kind: 'signedOut', wait: 'act', status: [401] },
  // The site.
  { kind: 'noPermission', wait: 'act', status: [403], says: /sufficient permissions? for site/i },
  { kind: 'noPermission', wait: 'act', reasons: ['forbidden', 'insufficientPermissions'] },
  { kind: 'siteGone', wait: 'act', status: [400, 404], says: /verified Search Console site/i },
  { kind: 'noAddress', wait: 'act', status: [404], page: true },
  { kind: 'siteGone', wait: 'act', reasons: ['notFound'] },
  { kind: 'siteGone', wait: 'act', status: [404], word: 'NOT_FOUND' },
  // What is asked.
  {
    kind: 'badQuestion',
    wait: 'act',
    status: [400],
    says: /^(.{1,160})/,
    detail: 'group',
  },
  // Google's servers.
  { kind: 'busy', wait: 'soon', status: [408, 503, 504] },
  { kind: 'busy', wait: 'soon', word: 'UNAVAILABLE' },
  { kind: 'serverError', wait: 'soon', status: [500, 502] },
  { kind: 'serverError', wait: 'soon', reasons: ['backendError', 'internalError'] },
];

/** The cause of a failure, where it is one of those known. */
export const causeOf = (failure: Failure): Cause | null =>
  causes.find(
    ({ status, word, reasons, says, page }) =>
      (status?.includes(failure.status) ?? true) &&
      (word === undefined || word === failure.word) &&
      (reasons?.some((reason) => failure.reasons.includes(reason)) ?? true) &&
      (says?.test(`${failure.message} ${failure.limit}`) ?? true) &&
      (page === undefined || failure.page !== null),
  ) ?? null;
