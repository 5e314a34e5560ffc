import { nothingCame } from '../fetch-failure.ts';
import { type Failure, failureOf } from '../google/failure.ts';
import { nextPacificDay } from '../google/quota-time.ts';
import { readJson } from '../json.ts';
import { pageTitle, quoted } from '../quote.ts';
import { retryAfter } from '../retry-after.ts';
import type { Classification, HttpResponse, SourceError } from '../source.ts';
import { causeOf } from './causes.ts';

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

/** What an answer of Search Console means, and what helps where it is none; see `causes.ts`. */
export function classify(response: HttpResponse, nowMs: number): Classification {
  const { status, body } = response;
  if (status === 0) return nothingCame(body, nowMs);
  const askedMs = retryAfter(response, nowMs);
  const answer = readJson(body);
  if (status === 200 && !(answer && 'error' in answer)) {
    return answer ? { is: 'ok' } : half(body, askedMs);
  }
  const failure = failureOf(response);
  const cause = causeOf(failure);
  if (!cause) return { is: 'stop', trouble: unknown(failure) };
  const { kind, wait, detail, says } = cause;
  const said = detail === 'group' ? (says?.exec(failure.message)?.[1] ?? '') : '';
  const trouble = { kind, detail: quoted(said) };
  if (wait === 'act') return { is: 'stop', trouble };
  if (wait === 'soon') return { is: 'retry', afterMs: askedMs, trouble };
  if (wait === 'minute') return { is: 'retry', afterMs: askedMs ?? minuteMs, trouble };
  const dayMs = Math.max(nextPacificDay(nowMs), nowMs + (askedMs ?? 0));
  if (wait === 'day') return { is: 'wait', untilMs: dayMs, trouble };
  // Ten minutes are soon over; if it is the day's work that is used up, only the next day helps.
  const soonMs = nowMs + Math.max(quarterMs, askedMs ?? 0);
  return { is: 'wait', untilMs: soonMs, againMs: Math.max(dayMs, soonMs), trouble };
}

/** A text that breaks off, or a page where JSON was to come. */
function half(body: string, afterMs: number | null): Classification {
  const page = pageTitle(body);
  const trouble: SourceError =
    page === null ? { kind: 'halfAnswer', detail: '' } : { kind: 'webPage', detail: page };
  return { is: 'retry', afterMs, trouble };
}

/** Nothing is claimed of what is not known: what Google said is all there is. */
function unknown({ status, message, word, reasons, page }: Failure): SourceError {
  const text = message || page || [word, ...reasons].filter((each) => each !== '').join(', ');
  return { kind: 'unknown', detail: quoted(text === '' ? String(status) : `${status}: ${text}`) };
}
