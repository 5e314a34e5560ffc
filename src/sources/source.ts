import type { Over } from '../kpi/define.ts';
import type { Unit } from '../kpi/units.ts';
import type { Day } from '../plan/calendar/calendar.ts';
import type { Account, Feed } from '../plan/model/feeds.ts';

/**
 * What every outside system answers to: pure `plan / request / classify / parse`. Nothing here sends
 * anything: a request is data, an answer is data, and a question is JSON that may be kept.
 */
export interface Source<Q extends Question = Question, A extends Account = Account> {
  /** For so many days after a day has ended its numbers may still change; they are asked for again. */
  readonly settleDays: number;
  readonly pace: Pace;
  /** The questions that answer an assignment in full; each is one request, several may be sent at once. */
  plan(assignment: Assignment<A>): readonly Q[];
  request(question: Q): HttpRequest;
  /** What was asked tells of whose account it is: until when a quota of its day is spent, say. */
  classify(response: HttpResponse, nowMs: number, question: Q): Classification;
  /** Only for answers that were `ok`. Half an answer is `error`. */
  parse(question: Q, response: HttpResponse): ResultPage<Q> | { readonly trouble: SourceError };
  /** The same in smaller pieces, after its fields would not go together or it was too much; `[]`: it is one piece. */
  apart(question: Q): readonly Q[];
}

/** How fast a source may be asked in the name of one account. */
export interface Pace {
  readonly atOnce: number;
  /** Requests that may leave within any second; `null` where it does not count them. */
  readonly perSecond: number | null;
}

/** JSON that says what is asked; each source has its own. */
export type Question = object;

/** What is to be known of one account for some days, all of them over in the account's time zone. */
export interface Assignment<A extends Account = Account> {
  readonly account: A;
  readonly wanted: readonly InputRequest[];
  readonly from: Day;
  readonly to: Day;
  /** Nothing before these days is known: since when the account counts at all is asked as well. */
  readonly opening?: boolean;
  /** The last day that is over in the account's time zone; these days may end before it. */
  readonly yesterday?: Day;
}

/** An input that flows in, and how its numbers are asked for. */
export interface InputRequest {
  readonly feed: Feed;
  readonly over: Over;
  readonly unit: Unit;
  /**
   * For readings that are never combined: the periods (weeks, months, the quarter) in which they are
   * shown, oldest first; only those whose days, cut off at the assignment's last, end within it are asked for.
   */
  readonly periods: readonly Period[];
}

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** One number of the data sheet. A day's has `from` = `to`. */
export interface Row {
  readonly from: Day;
  readonly to: Day;
  readonly input: string;
  /** `''` where the input is not told apart. */
  readonly segment: string;
  readonly value: number;
}

/**
 * Days of an input of which what came is not the whole, or nothing: they are unknown, not 0. Rows of
 * the input that reach into them do not count.
 */
export interface Loss extends Period {
  readonly input: string;
  readonly why: LossReason;
  /** What the source itself says of it; `''` where nothing. */
  readonly detail: string;
}

/** Why days are unknown; `src/sources/loss.ts` has what becomes of each. */
export type LossReason =
  /** The account did not count yet; the last of these days it counted in part. */
  | 'notYet'
  /** The source does not give these days, or not all of them, any more. */
  | 'cutOff'
  /** The source has not counted these days yet: it is always some behind. */
  | 'later'
  /** Nothing came, and the source says that this is not because there was nothing. */
  | 'empty'
  /** A number, or the day it is for, could not be read. */
  | 'unreadable'
  /** The same row came twice. */
  | 'twice'
  /** Rare values were put together as «(other)», which a condition may have left out. */
  | 'other';

/** What may be wrong with numbers that came nonetheless. */
export interface Trust {
  /** Share of the data that was looked at, 0–1; `null` where all of it was. */
  readonly sampled: number | null;
  /** Small groups of people were left out to protect them. */
  readonly thresholded: boolean;
  /** Rare values were put together as «(other)». */
  readonly otherRow: boolean;
  /** Metrics this user may not see, which come as zeros; their rows are left out. */
  readonly blocked: readonly string[];
  /** As the source says it with its answer; `null` where it does not. */
  readonly currency: string | null;
  readonly zone: string | null;
}

/** What a source says with its answers about how much more it will answer. */
export interface Quota {
  readonly hour: Tokens | null;
  readonly projectHour: Tokens | null;
  readonly day: Tokens | null;
}

/** Tokens of a quota: used by this answer, left, and how many there are when it is fresh. */
export interface Tokens {
  readonly used: number;
  readonly left: number;
  readonly of: number;
}

export interface ResultPage<Q> {
  readonly rows: readonly Row[];
  /** Left out where nothing is lost. */
  readonly lost?: readonly Loss[];
  /** Inputs that had too many segments to be told apart: what comes of them are totals. */
  readonly untold?: readonly string[];
  /** What is still to be asked for this question to be answered. */
  readonly more: readonly Q[];
  readonly trust: Trust;
  readonly quota: Quota | null;
}

export interface HttpRequest {
  readonly method: 'get' | 'post';
  readonly url: string;
  /** Sent as JSON. */
  readonly body: unknown;
  /** Sent as a form, in the place of a body. */
  readonly form?: Readonly<Record<string, string>>;
  /** What the system wants to be told; nothing that signs in. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpResponse {
  /** 0 where nothing came back. */
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** It was not sent, because nothing signed it in: why. Whoever reads an answer looks here first. */
  readonly unsent?: Exclude<Classification, { readonly is: 'ok' }>;
}

export type Classification =
  | { readonly is: 'ok' }
  /** Try again; after so long, or as long as the loop thinks fit. */
  | { readonly is: 'retry'; readonly afterMs: number | null; readonly trouble: SourceError }
  /** Not before then: a quota is spent. Where the same was waited for before: not before `againMs`. */
  | {
      readonly is: 'wait';
      readonly untilMs: number;
      readonly againMs?: number;
      readonly trouble: SourceError;
    }
  /** Trying again will not help until somebody does something; unless less is asked for at a time. */
  | { readonly is: 'stop'; readonly trouble: SourceError; readonly smaller?: true };

/** A single request beside the refreshing: what there is, whether something fits. */
export interface Lookup<T> {
  readonly request: HttpRequest;
  /** Classifies and reads at once. */
  read(response: HttpResponse, nowMs: number): LookupResult<T>;
}

type LookupResult<T> =
  | { readonly is: 'ok'; readonly value: T }
  | Exclude<Classification, { readonly is: 'ok' }>;

/**
 * Why nothing came. These kinds may be of any source; a source has others of its own. Each has a
 * sentence and a way out in the words of both languages, and the sources say what becomes of theirs.
 */
export type CommonTrouble =
  | 'nearQuota'
  | 'noAnswer'
  /** Nothing came within the time that a script may wait for it. */
  | 'timedOut'
  /** Google's servers found no way to the system's. */
  | 'unreachable'
  /** The user's requests of a day, which scripts may send, are used up. */
  | 'fetchDay'
  /** Too much is sent in too short a time. */
  | 'bandwidth'
  /** The user has not allowed that anything is asked over the network. */
  | 'fetchNotAllowed'
  /** The user has not given the permission that this source alone needs. */
  | 'scopeMissing'
  /** A single day is more than a run can fetch. */
  | 'dayTooLong'
  | 'halfAnswer'
  /** Days of some inputs did not come: see `loss.ts`. */
  | 'lostEmpty'
  | 'lostUnreadable'
  | 'lostOther'
  /** More segments than are told apart; totals are there. */
  | 'tooManySegments'
  /** A cell of the spreadsheet has no value yet. */
  | 'computing'
  /** A web page came where data was to come. */
  | 'webPage'
  /** Refused, and nobody knows why: what the system said is all there is. */
  | 'unknown'
  | 'sheetGone'
  | 'tooMuch'
  /** The data sheet could not be written, for a reason that only Google knows. */
  | 'notWritten'
  /** The user has no key for the account. */
  | 'noKey'
  /** Another run is signing in, and has not come back. */
  | 'signingIn'
  | 'busy'
  | 'serverError'
  /** Too much in too short a time: asked again one by one. */
  | 'quotaAtOnce'
  | 'quotaDay'
  /** The system does not know the key. */
  | 'keyRefused';

export interface SourceError {
  readonly kind: string;
  /** The field, the column, the cell it is about, or what the system itself said; `''` where nothing. */
  readonly detail: string;
}
