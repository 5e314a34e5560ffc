import type { hubspotWords } from '../../messages/compiled/sources/hubspot.ts';
import type { CommonTrouble } from '../source.ts';
import type { Failure } from './failure.ts';

export type TroubleKind = CommonTrouble | keyof ReturnType<typeof hubspotWords>['troubles'];

/**
 * What helps: trying again after so many `ms`, `soon`, on the account’s next `day`, when it has been
 * `moved`, or only somebody who `acts`.
 */
type CauseWait = { readonly ms: number } | 'soon' | 'day' | 'moved' | 'act';

/** An error of HubSpot’s that is known. All that a row says of it has to be so. */
interface Cause {
  readonly kind: TroubleKind;
  readonly wait: CauseWait;
  readonly status?: readonly number[];
  readonly category?: RegExp;
  readonly policy?: RegExp;
  readonly says?: RegExp;
  /** A web page came instead of JSON; or none did. */
  readonly page?: boolean;
  /** What is said of it: the scopes it names, the pattern’s first group, what the page calls itself; left out, nothing. */
  readonly detail?: 'scopes' | 'group' | 'page';
}

const second = { ms: 1_000 } as const;
const tenSeconds = { ms: 10_000 } as const;
const rate = /RATE_LIMITS?$/i;

/**
 * Every cause that is told by what HubSpot says, the first that fits; a status alone never stands
 * before a word that says more, since limits have come with other ones too. What fits none is quoted,
 * and nothing is claimed about it.
 */
const causes: readonly Cause[] = [
  // Limits: of a day, of ten seconds, and of a second, which searches have. None says when it ends.
  { kind: 'quotaDay', wait: 'day', policy: /DAILY/i },
  { kind: 'quotaDay', wait: 'day', category: rate, says: /\bdaily\b/i },
  { kind: 'quotaDay', wait: 'day', status: [429], says: /\bdaily\b/i },
  { kind: 'quotaAtOnce', wait: tenSeconds, policy: /TEN_?SECONDLY/i },
  { kind: 'quotaAtOnce', wait: tenSeconds, category: rate, says: /ten.?secondly/i },
  { kind: 'quotaAtOnce', wait: second, policy: /SECONDLY/i },
  { kind: 'quotaAtOnce', wait: second, category: rate, says: /secondly/i },
  { kind: 'quotaAtOnce', wait: tenSeconds, category: rate },
  { kind: 'quotaAtOnce', wait: tenSeconds, status: [429] },
  // The key works, and one permission lacks: whoever takes this for a dead key disconnects everything.
  { kind: 'scopeLacks', wait: 'act', category: /^MISSING_SCOPES$/, detail: 'scopes' },
  { kind: 'scopeLacks', wait: 'act', says: /granted all required scopes/i, detail: 'scopes' },
  { kind: 'keyRefused', wait: 'act', category: /^(?:INVALID|EXPIRED)_AUTHENTICATION$/ },
  { kind: 'keyRefused', wait: 'act', status: [401], page: false },
  // What is asked.
  {
    kind: 'propertyGone',
    wait: 'act',
    status: [400],
    says: /propert(?:y|ies)(?: named| with name)? ["'“[]?(\w{1,100})["'”\]]? (?:does not|doesn['’]t) exist/i,
    detail: 'group',
  },
  { kind: 'noAddress', wait: 'act', status: [404, 405, 410] },
  // HubSpot’s servers: a record that another call holds, an account that is being moved, a busy day.
  { kind: 'busy', wait: { ms: 2_000 }, status: [423] },
  { kind: 'moving', wait: 'moved', status: [477] },
  { kind: 'webPage', wait: 'soon', page: true, detail: 'page' },
  { kind: 'busy', wait: 'soon', status: [408, 502, 503, 504, 521, 522, 523, 524] },
  { kind: 'serverError', wait: 'soon', status: [500, 520, 525, 526] },
  { kind: 'serverError', wait: 'soon', category: /^INTERNAL/ },
];

/** The cause of a failure, where it is one of those known. */
export const causeOf = (failure: Failure): Cause | null =>
  causes.find((cause) => fits(cause, failure)) ?? null;

const fits = (cause: Cause, failure: Failure): boolean =>
  (cause.status?.includes(failure.status) ?? true) &&
  (cause.category?.test(failure.category) ?? true) &&
  (cause.policy?.test(failure.policy) ?? true) &&
  (cause.says?.test(failure.message) ?? true) &&
  (cause.page === undefined || cause.page === (failure.page !== null));

/** What is said of a cause beside its name. */
export function detailOf({ detail, says }: Cause, { scopes, message, page }: Failure): string {
  if (detail === 'scopes') return scopes.join(', ');
  if (detail === 'page') return page ?? '';
  if (detail === 'group') return says?.exec(message)?.[1] ?? '';
  return '';
}
