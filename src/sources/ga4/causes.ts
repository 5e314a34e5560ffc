import type { googleAnalyticsWords } from '../../messages/compiled/sources/google-analytics.ts';
import type { Failure } from '../google/failure.ts';
import type { CommonTrouble } from '../source.ts';

export type TroubleKind = CommonTrouble | keyof ReturnType<typeof googleAnalyticsWords>['troubles'];

/**
 * What helps: trying again `soon`, after a `minute`, with the next full `hour`, on the next `day` of
 * Google's, or only somebody who `acts`.
 */
type CauseWait = 'soon' | 'minute' | 'hour' | 'day' | 'act';

/** An error of Google's that is known. All that a row says of it has to be so. */
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
  /** What is said of it: which API, or which field, by the pattern's first group; left out, nothing. */
  readonly detail?: 'api' | 'group';
}

const rates = ['RATE_LIMIT_EXCEEDED', 'rateLimitExceeded', 'userRateLimitExceeded'];
const spent = [...rates, 'RESOURCE_QUOTA_EXCEEDED', 'quotaExceeded'];

/**
 * Every cause that is told by its name, the first that fits; `status` alone never stands before a
 * reason or a sentence that says more. Reasons are those of Google's `ErrorReason` and, in small
 * letters, of its older APIs. What fits none is quoted, and nothing is claimed about it.
 */
export const causes: readonly Cause[] = [
  // Google Analytics' own quotas of a property say what is exhausted.
  { kind: 'quotaAtOnce', wait: 'soon', says: /exhausted concurrent|concurrent requests? quota/i },
  { kind: 'quotaSmallGroups', wait: 'hour', says: /potentially thresholded/i },
  { kind: 'quotaErrors', wait: 'hour', says: /exhausted server errors? quota/i },
  { kind: 'quotaOwnHour', wait: 'hour', says: /tokens for a project per hour/i },
  { kind: 'quotaHour', wait: 'hour', says: /tokens .{0,60}per hour|return in under an hour/i },
  { kind: 'quotaDay', wait: 'day', says: /tokens .{0,60}per day|return in under 24 hours/i },
  // Limits of the Cloud project that asks, which all users of the add-on share, or of one user of it.
  { kind: 'projectDay', wait: 'day', reasons: spent, says: /per ?day|daily/i },
  {
    kind: 'projectDay',
    wait: 'day',
    reasons: ['dailyLimitExceeded', 'dailyLimitExceededUnreg', 'variableTermLimitExceeded'],
  },
  {
    kind: 'userRate',
    wait: 'minute',
    reasons: ['userRateLimitExceeded', 'userRateLimitExceededUnreg'],
  },
  { kind: 'userRate', wait: 'minute', reasons: rates, says: /per ?user|user.?rate limit/i },
  { kind: 'projectRate', wait: 'minute', reasons: ['RATE_LIMIT_EXCEEDED', 'rateLimitExceeded'] },
  { kind: 'projectDay', wait: 'day', status: [429], says: /per ?day|daily limit/i },
  { kind: 'userRate', wait: 'minute', status: [429], says: /per ?minute ?per ?user/i },
  { kind: 'projectRate', wait: 'minute', status: [429], says: /per ?minute|per 100 ?seconds/i },
  // The Cloud project.
  {
    kind: 'projectSuspended',
    wait: 'act',
    reasons: ['CONSUMER_SUSPENDED'],
  },
  {
    kind: 'projectSuspended',
    wait: 'act',
    status: [403],
    says: /(?:consumer|project)\b.{0,120}\bsuspended/i,
  },
  { kind: 'projectGone', wait: 'act', reasons: ['CONSUMER_INVALID', 'USER_PROJECT_DENIED'] },
  {
    kind: 'projectGone',
    wait: 'act',
    status: [400, 403],
    says: /project\b.{0,120}\b(?:has been|is|was|scheduled to be) deleted|project \S+ is not found|denied on resource project/i,
  },
  { kind: 'billingOff', wait: 'act', reasons: ['BILLING_DISABLED'] },
  {
    kind: 'apiOff',
    wait: 'act',
    reasons: ['SERVICE_DISABLED', 'accessNotConfigured'],
    detail: 'api',
  },
  {
    kind: 'apiOff',
    wait: 'act',
    status: [403],
    says: /has not been used in project|it is disabled|is not enabled for (?:your|the) project/i,
    detail: 'api',
  },
  // What the user's organisation forbids.
  {
    kind: 'orgPolicy',
    wait: 'act',
    reasons: [
      'domainPolicy',
      'domainCannotUseApis',
      'ORG_RESTRICTION_VIOLATION',
      'ORG_RESTRICTION_HEADER_INVALID',
      'SECURITY_POLICY_VIOLATED',
      'LOCATION_ORG_POLICY_VIOLATED',
      'LOCATION_POLICY_VIOLATED',
      'LOCATION_TAX_POLICY_VIOLATED',
    ],
  },
  {
    kind: 'orgPolicy',
    wait: 'act',
    status: [400, 403],
    says: /domain (?:policy|administrators?) ha(?:s|ve) disabled|admin_policy_enforced/i,
  },
  // Who asks.
  { kind: 'scopeMissing', wait: 'act', reasons: ['ACCESS_TOKEN_SCOPE_INSUFFICIENT'] },
  { kind: 'scopeMissing', wait: 'act', says: /insufficient authentication scopes/i },
  {
    kind: 'signedOut',
    wait: 'act',
    reasons: ['ACCESS_TOKEN_EXPIRED', 'ACCOUNT_STATE_INVALID', 'CREDENTIALS_MISSING', 'authError'],
  },
  { kind: 'signedOut', wait: 'act', status: [401] },
  { kind: 'signedOut', wait: 'act', word: 'UNAUTHENTICATED' },
  // The property.
  {
    kind: 'propertyInBin',
    wait: 'act',
    status: [400, 403, 404],
    says: /propert\w+.{0,80}(?:in the (?:trash|bin)|trashed|soft.?deleted)/i,
  },
  {
    kind: 'propertyGone',
    wait: 'act',
    status: [400, 403, 404],
    says: /propert\w+.{0,80}(?:been deleted|no longer exists|not found|does not exist)/i,
  },
  {
    kind: 'noPermission',
    wait: 'act',
    status: [403],
    says: /does not have sufficient permissions?|caller does not have permission/i,
  },
  {
    kind: 'noPermission',
    wait: 'act',
    reasons: ['insufficientPermissions', 'IAM_PERMISSION_DENIED'],
  },
  // What is asked.
  {
    kind: 'badField',
    wait: 'act',
    status: [400],
    says: /Field (\S+) is not a valid (?:metric|dimension)/i,
    detail: 'group',
  },
  {
    kind: 'mixedFields',
    wait: 'act',
    status: [400],
    says: /remove (.+?) to make/i,
    detail: 'group',
  },
  { kind: 'mixedFields', wait: 'act', status: [400], says: /\bincompatible\b/i },
  {
    kind: 'propertyGone',
    wait: 'act',
    status: [400],
    says: /propert(?:y|ies)\S* .*(?:a Google Analytics|invalid)/i,
  },
  // Nobody stands at the address, which says nothing about the property.
  { kind: 'noAddress', wait: 'act', status: [404], page: true },
  { kind: 'propertyGone', wait: 'act', status: [404], word: 'NOT_FOUND' },
  // Google's servers.
  { kind: 'quotaUnknown', wait: 'hour', status: [429] },
  { kind: 'quotaUnknown', wait: 'hour', word: 'RESOURCE_EXHAUSTED' },
  { kind: 'quotaUnknown', wait: 'hour', reasons: spent },
  { kind: 'tooLong', wait: 'soon', status: [408, 504] },
  { kind: 'tooLong', wait: 'soon', word: 'DEADLINE_EXCEEDED' },
  { kind: 'busy', wait: 'soon', status: [503] },
  { kind: 'busy', wait: 'soon', word: 'UNAVAILABLE' },
  { kind: 'serverError', wait: 'soon', status: [500, 502] },
  { kind: 'serverError', wait: 'soon', word: 'INTERNAL' },
];

/** The cause of a failure, where it is one of those known. */
export const causeOf = (failure: Failure): Cause | null =>
  causes.find((cause) => fits(cause, failure)) ?? null;

function fits(cause: Cause, failure: Failure): boolean {
  const { status, word, reasons, says, page } = cause;
  const said = `${failure.message} ${failure.limit}`;
  return (
    (status?.includes(failure.status) ?? true) &&
    (word === undefined || word === failure.word) &&
    (reasons?.some((reason) => failure.reasons.includes(reason)) ?? true) &&
    (says?.test(said) ?? true) &&
    (page === undefined || failure.page !== null)
  );
}

/** What is said of a cause beside its name. */
export function detailOf({ detail, says }: Cause, { api, message }: Failure): string {
  if (detail === 'api') return api;
  if (detail === 'group') return says?.exec(message)?.[1] ?? '';
  return '';
}
