import { nothingCame } from '../fetch-failure.ts';
import { type Failure, failureOf } from '../google/failure.ts';
import { nextPacificDay } from '../google/quota-time.ts';
import { readJson } from '../json.ts';
import { nextHour } from '../quota.ts';
import { pageTitle, quoted } from '../quote.ts';
import { retryAfter } from '../retry-after.ts';
import type { Classification, HttpResponse, SourceError } from '../source.ts';
import { causeOf, detailOf, type TroubleKind } from './causes.ts';

const minuteMs = 60_000;

/** What an answer of Google's APIs means, and what helps where it is none; see the table in `causes.ts`. */
export function classify(response: HttpResponse, nowMs: number): Classification {
  const { status, body } = response;
  if (status === 0) return nothingCame(body, nowMs);
  if (status === 200 && readJson(body)) return { is: 'ok' };
  // Headers cost a call of their own: an answer needs none.
  const askedMs = retryAfter(response, nowMs);
  if (status === 200) return half(body, askedMs);
  const failure = failureOf(response);
  const cause = causeOf(failure);
  if (!cause) return { is: 'stop', trouble: unknown(failure) };
  const trouble = {
    kind: cause.kind,
    detail: quoted(detailOf(cause, failure) || said(cause.kind, failure)),
  };
  if (cause.wait === 'act') return { is: 'stop', trouble };
  if (cause.wait === 'soon') return { is: 'retry', afterMs: askedMs, trouble };
  if (cause.wait === 'minute') return { is: 'retry', afterMs: askedMs ?? minuteMs, trouble };
  const untilMs = cause.wait === 'hour' ? nextHour(nowMs) : nextPacificDay(nowMs);
  return { is: 'wait', untilMs: Math.max(untilMs, nowMs + (askedMs ?? 0)), trouble };
}

/** A text that breaks off, or a page where JSON was to come: one that asks to sign in, say. */
function half(body: string, afterMs: number | null): Classification {
  const page = pageTitle(body);
  const trouble: SourceError =
    page === null ? { kind: 'halfAnswer', detail: '' } : { kind: 'webPage', detail: page };
  return { is: 'retry', afterMs, trouble };
}

/** Which limit it was Google alone may have said; its word for it is all that is known. */
const said = (kind: TroubleKind, { message }: Failure): string =>
  kind === 'quotaUnknown' ? message : '';

/** Nothing is claimed of what is not known: what Google said is all there is. */
function unknown({ status, message, word, reasons, page }: Failure): SourceError {
  const text = message || page || [word, ...reasons].filter((each) => each !== '').join(', ');
  return { kind: 'unknown', detail: quoted(text === '' ? String(status) : `${status}: ${text}`) };
}
