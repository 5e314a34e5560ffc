import type { googleAnalyticsWords } from '../../messages/google-analytics.ts';
import { isJson, type Json, objectsOf, readJson, textOf } from '../json.ts';
import { nextHour } from '../quota.ts';
import type { Classification, CommonTrouble, HttpResponse } from '../source.ts';
import { nextPacificDay } from './quota-time.ts';

type TroubleKind = CommonTrouble | keyof ReturnType<typeof googleAnalyticsWords>['troubles'];

const longestDetail = 200;

/** What an answer of Google's APIs means; by its `status` word first, the sentence only tells kinds apart. */
export function classify(response: HttpResponse, nowMs: number): Classification {
  const { status, body } = response;
  if (status === 0) return again('noAnswer', '', response, nowMs);
  if (status === 200) {
    return readJson(body) ? { is: 'ok' } : again('halfAnswer', '', response, nowMs);
  }
  const failure = failureIn(body);
  const { word, message, reason } = failure;
  const detail = message.slice(0, longestDetail);
  if (status === 429 || word === 'RESOURCE_EXHAUSTED' || reason === 'RATE_LIMIT_EXCEEDED') {
    return spent(failure, response, nowMs);
  }
  if (status === 401 || word === 'UNAUTHENTICATED' || scopes.test(`${reason} ${message}`)) {
    return stop('signedOut', detail);
  }
  if (status === 403) return stop(forbidden(failure), detail);
  if (status === 404 || word === 'NOT_FOUND') return stop('propertyGone', detail);
  if (status === 400) return invalid(message);
  if (status === 408 || word === 'DEADLINE_EXCEEDED') {
    return again('noAnswer', detail, response, nowMs);
  }
  if (status >= 500) return again('busy', detail, response, nowMs);
  return stop('halfAnswer', detail || String(status));
}

const scopes = /ACCESS_TOKEN_SCOPE_INSUFFICIENT|insufficient authentication scopes/i;

interface Failure {
  /** `PERMISSION_DENIED` */
  readonly word: string;
  readonly message: string;
  /** `SERVICE_DISABLED` */
  readonly reason: string;
}

function failureIn(body: string): Failure {
  const read = readJson(body)?.error;
  const error: Json = isJson(read) ? read : {};
  const details = objectsOf(error.details) ?? [];
  const reasons = details.map(({ reason }) => textOf(reason)).filter((reason) => reason !== '');
  return {
    word: textOf(error.status),
    message: textOf(error.message),
    reason: reasons[0] ?? '',
  };
}

const stop = (kind: TroubleKind, detail: string): Classification => ({
  is: 'stop',
  trouble: { kind, detail },
});

const again = (
  kind: TroubleKind,
  detail: string,
  { headers }: HttpResponse,
  nowMs: number,
): Classification => ({
  is: 'retry',
  afterMs: retryAfter(headers['retry-after'], nowMs),
  trouble: { kind, detail },
});

/** `Retry-After` is seconds or a date. */
function retryAfter(header: string | undefined, nowMs: number): number | null {
  if (!header) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** Which quota is spent; one that is shared by all who use the add-on in the same minute comes back soon. */
function spent({ message }: Failure, response: HttpResponse, nowMs: number): Classification {
  const until = (kind: TroubleKind, untilMs: number): Classification => ({
    is: 'wait',
    untilMs: Math.max(untilMs, nowMs + (retryAfter(response.headers['retry-after'], nowMs) ?? 0)),
    trouble: { kind, detail: message.slice(0, longestDetail) },
  });
  if (/concurrent/i.test(message)) return again('quotaAtOnce', '', response, nowMs);
  if (/threshold/i.test(message)) return until('quotaSmallGroups', nextHour(nowMs));
  if (/server error/i.test(message)) return until('quotaHour', nextHour(nowMs));
  if (/per hour|an hour/i.test(message)) return until('quotaHour', nextHour(nowMs));
  if (/per day|24 hours|daily/i.test(message)) return until('quotaDay', nextPacificDay(nowMs));
  if (/per minute|per 100 seconds/i.test(message)) {
    const verdict = again('quotaAtOnce', '', response, nowMs);
    return verdict.is === 'retry' ? { ...verdict, afterMs: verdict.afterMs ?? 60_000 } : verdict;
  }
  return until('quotaHour', nextHour(nowMs));
}

function forbidden({ reason, message }: Failure): TroubleKind {
  const off = /has not been used in project|it is disabled/i;
  if (reason === 'SERVICE_DISABLED' || off.test(message)) return 'apiOff';
  if (/has been deleted|is in the trash|no longer exists/i.test(message)) return 'propertyGone';
  return 'noPermission';
}

/** What is wrong with a request: a field that there is not, fields that do not go together. */
function invalid(message: string): Classification {
  const unknown = /Field (\S+) is not a valid (?:metric|dimension)/i.exec(message)?.[1];
  if (unknown) return stop('badField', unknown);
  if (/incompatible|compatible/i.test(message)) {
    const field = /remove (.+?) to make/i.exec(message)?.[1];
    return stop('mixedFields', field ?? message.slice(0, longestDetail));
  }
  if (/propert(?:y|ies)\S* .*(?:not (?:found|exist|a Google Analytics)|invalid)/i.test(message)) {
    return stop('propertyGone', message.slice(0, longestDetail));
  }
  return stop('badField', message.slice(0, longestDetail));
}
