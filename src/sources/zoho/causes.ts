import type { zohoWords } from '../../messages/compiled/sources/zoho.ts';
import type { CommonTrouble } from '../source.ts';

export type TroubleKind = CommonTrouble | keyof ReturnType<typeof zohoWords>['troubles'];

/** What helps: trying again `soon`, after a `minute`, with the next full `hour`, or who `acts`. */
type CauseWait = 'soon' | 'minute' | 'hour' | 'act';

/** What Zoho said instead of an answer. */
export interface Failure {
  readonly status: number;
  /** `OAUTH_SCOPE_MISMATCH`; `''` where it names none. */
  readonly code: string;
  readonly message: string;
  /** The field, the module or the permissions that it names; `''` for none. */
  readonly about: string;
}

/** An error of Zoho's that is known. All that a row says of it has to be so. */
interface Cause {
  readonly kind: TroubleKind;
  readonly wait: CauseWait;
  readonly code?: readonly string[];
  readonly status?: readonly number[];
  readonly says?: RegExp;
  /** It is said which field, module or permission it is about, or what Zoho's own sentence is. */
  readonly detail?: 'about' | 'message';
}

/**
 * Every cause that is told by its name, the first that fits; a status alone never stands before a code
 * that says more. What fits none is quoted, and nothing is claimed about it.
 */
const causes: readonly Cause[] = [
  // The token is fine, and another one would lack the same: it is not had anew for this.
  { kind: 'scopesLack', wait: 'act', code: ['OAUTH_SCOPE_MISMATCH'] },
  {
    kind: 'signedOut',
    wait: 'act',
    code: ['INVALID_TOKEN', 'INVALID_OAUTHTOKEN', 'AUTHENTICATION_FAILURE', 'OAUTH_TOKEN_EXPIRED'],
  },
  { kind: 'noPermission', wait: 'act', code: ['NO_PERMISSION'], detail: 'about' },
  // Limits: calls at once are over in seconds, the credits of 24 hours are not.
  { kind: 'quotaAtOnce', wait: 'soon', status: [429], says: /concurren|simultaneous/i },
  {
    kind: 'quotaDay',
    wait: 'hour',
    status: [403, 429],
    says: /credit|per day|24.?h|daily|api (?:call )?limit/i,
  },
  { kind: 'quotaAtOnce', wait: 'minute', status: [429] },
  { kind: 'quotaAtOnce', wait: 'minute', code: ['TOO_MANY_REQUESTS'] },
  // What is asked.
  { kind: 'moduleOff', wait: 'act', code: ['INVALID_MODULE'], detail: 'about' },
  {
    kind: 'badField',
    wait: 'act',
    code: ['INVALID_QUERY'],
    says: /column/i,
    detail: 'about',
  },
  {
    kind: 'queryRefused',
    wait: 'act',
    code: [
      ...['INVALID_QUERY', 'SYNTAX_ERROR', 'DUPLICATE_DATA', 'INVALID_ALIAS', 'DUPLICATE_ALIAS'],
      ...['LIMIT_EXCEEDED'],
    ],
    status: [400],
    detail: 'message',
  },
  // Zoho's servers.
  { kind: 'serverError', wait: 'soon', code: ['INTERNAL_ERROR', 'INTERNAL_SERVER_ERROR'] },
  { kind: 'busy', wait: 'soon', status: [502, 503, 504] },
  { kind: 'serverError', wait: 'soon', status: [500] },
  { kind: 'signedOut', wait: 'act', status: [401] },
];

export const causeOf = (failure: Failure): Cause | null =>
  causes.find(({ code, status, says }) => {
    const named = code === undefined || code.includes(failure.code);
    const numbered = status === undefined || status.includes(failure.status);
    return named && numbered && (says?.test(failure.message) ?? true);
  }) ?? null;
