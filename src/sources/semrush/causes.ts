import type { semrushWords } from '../../messages/compiled/sources/semrush.ts';
import type { CommonTrouble } from '../source.ts';

type TroubleKind = CommonTrouble | keyof ReturnType<typeof semrushWords>['troubles'];

/** An error of Semrush’s: a line of text, with status 200 as a rule. */
export interface Failure {
  readonly status: number;
  /** `120`; `null` where no such line came. */
  readonly code: number | null;
  readonly says: string;
  /** A web page came; what it calls itself. */
  readonly page: string | null;
}

/** What helps: trying again soon, with the next hour, or only somebody who acts. */
interface Cause {
  readonly kind: TroubleKind;
  readonly wait: 'soon' | 'hour' | 'act';
  readonly code?: readonly number[];
  readonly says?: RegExp;
  readonly status?: readonly number[];
  readonly page?: boolean;
}

/**
 * The first that fits counts; a number says more than a status, which is 200 for nearly all. What fits
 * none is quoted, and nothing is claimed about it.
 */
const causes: readonly Cause[] = [
  { kind: 'keyRefused', wait: 'act', code: [70, 120, 121, 122] },
  { kind: 'noUnits', wait: 'act', code: [132] },
  { kind: 'apiOff', wait: 'act', code: [130, 135] },
  { kind: 'noDatabase', wait: 'act', code: [133] },
  // Which limit it is, and when it ends, is not said.
  { kind: 'limit', wait: 'hour', code: [131, 134] },
  { kind: 'keyRefused', wait: 'act', says: /wrong key|empty (?:key|hash)/i },
  { kind: 'noUnits', wait: 'act', says: /units? balance is zero|not enough (?:api )?units/i },
  { kind: 'noDatabase', wait: 'act', says: /db access denied/i },
  { kind: 'quotaAtOnce', wait: 'soon', status: [429] },
  { kind: 'webPage', wait: 'soon', page: true },
  { kind: 'busy', wait: 'soon', status: [408, 502, 503, 504, 520, 521, 522, 523, 524] },
  { kind: 'serverError', wait: 'soon', status: [500] },
];

export const causeOf = ({ status, code, says, page }: Failure): Cause | null =>
  causes.find(
    (cause) =>
      (cause.code === undefined || (code !== null && cause.code.includes(code))) &&
      (cause.says?.test(says) ?? true) &&
      (cause.status?.includes(status) ?? true) &&
      (cause.page === undefined || cause.page === (page !== null)),
  ) ?? null;
