import type { salesforceWords } from '../../messages/compiled/sources/salesforce.ts';
import type { CommonTrouble } from '../source.ts';

export type TroubleKind = CommonTrouble | keyof ReturnType<typeof salesforceWords>['troubles'];

/** What helps: trying again `soon`, after a `minute`, with the next full `hour`, fewer days, or who `acts`. */
type CauseWait = 'soon' | 'minute' | 'hour' | 'fewer' | 'act';

/** What Salesforce said instead of an answer. */
export interface Failure {
  readonly status: number;
  /** `INVALID_SESSION_ID`; `''` where it names none. */
  readonly code: string;
  readonly message: string;
  /** The field or the object that it names; `''` for none. */
  readonly about: string;
}

/** An error of Salesforce's that is known. All that a row says of it has to be so. */
interface Cause {
  readonly kind: TroubleKind;
  readonly wait: CauseWait;
  readonly code?: readonly string[];
  readonly status?: readonly number[];
  readonly says?: RegExp;
  /** It is said which field or object it is about, or what Salesforce's own sentence is. */
  readonly detail?: 'about' | 'message';
}

/**
 * Every cause that is told by its name, the first that fits; a status alone never stands before a code
 * that says more. What fits none is quoted, and nothing is claimed about it.
 */
const causes: readonly Cause[] = [
  // The token is fine, and another one may as little: it is not had anew for this.
  {
    kind: 'scopesLack',
    wait: 'act',
    code: ['INVALID_SESSION_ID'],
    says: /not valid for use with the (?:rest )?api/i,
  },
  {
    kind: 'signedOut',
    wait: 'act',
    code: ['INVALID_SESSION_ID', 'INVALID_AUTH_HEADER', 'INACTIVE_USER'],
  },
  // Limits are refused with 403, as what nobody may see is.
  {
    kind: 'quotaAtOnce',
    wait: 'minute',
    code: ['REQUEST_LIMIT_EXCEEDED'],
    says: /concurren/i,
  },
  { kind: 'quotaDay', wait: 'hour', code: ['REQUEST_LIMIT_EXCEEDED'] },
  { kind: 'quotaAtOnce', wait: 'minute', status: [429] },
  {
    kind: 'apiOff',
    wait: 'act',
    code: ['API_DISABLED_FOR_ORG', 'API_CURRENTLY_DISABLED', 'FUNCTIONALITY_NOT_ENABLED'],
  },
  { kind: 'orgClosed', wait: 'act', code: ['ORG_LOCKED', 'ORG_ADMIN_LOCKED', 'TRIAL_EXPIRED'] },
  {
    kind: 'noPermission',
    wait: 'act',
    code: [
      'INSUFFICIENT_ACCESS',
      'INSUFFICIENT_ACCESS_OR_READONLY',
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      'FORBIDDEN',
    ],
  },
  // What is asked.
  { kind: 'objectHidden', wait: 'act', code: ['INVALID_TYPE'], detail: 'about' },
  { kind: 'badField', wait: 'act', code: ['INVALID_FIELD'], detail: 'about' },
  { kind: 'badField', wait: 'act', says: /can ?not be grouped/i, detail: 'about' },
  // «Aggregate query does not support queryMore(), use LIMIT …»: more groups than one answer holds.
  { kind: 'dayTooLong', wait: 'fewer', code: ['EXCEEDED_ID_LIMIT', 'OPERATION_TOO_LARGE'] },
  { kind: 'tooSlow', wait: 'fewer', code: ['QUERY_TIMEOUT'] },
  { kind: 'readBroken', wait: 'act', code: ['INVALID_QUERY_LOCATOR'] },
  {
    kind: 'queryRefused',
    wait: 'act',
    code: ['MALFORMED_QUERY', 'INVALID_QUERY_FILTER_OPERATOR'],
    detail: 'message',
  },
  { kind: 'versionGone', wait: 'act', code: ['UNSUPPORTED_API_VERSION'] },
  // Salesforce's servers.
  { kind: 'busy', wait: 'soon', code: ['SERVER_UNAVAILABLE'] },
  { kind: 'busy', wait: 'soon', status: [502, 503, 504] },
  { kind: 'serverError', wait: 'soon', status: [500] },
  { kind: 'signedOut', wait: 'act', status: [401] },
  { kind: 'versionGone', wait: 'act', status: [410] },
];

export const causeOf = (failure: Failure): Cause | null =>
  causes.find(({ code, status, says }) => {
    const named = code === undefined || code.includes(failure.code);
    const numbered = status === undefined || status.includes(failure.status);
    return named && numbered && (says?.test(failure.message) ?? true);
  }) ?? null;
