import { nothingCame } from '../fetch-failure.ts';
import { readJson } from '../json.ts';
import { pageTitle, quoted } from '../quote.ts';
import { retryAfter } from '../retry-after.ts';
import type { Classification, HttpResponse, SourceError } from '../source.ts';
import { dayInZone, dayStart, isZone } from '../zone.ts';
import { causeOf, detailOf } from './causes.ts';
import { type Failure, failureOf } from './failure.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What an answer of HubSpot’s means, and what helps where it is none; see the table in `causes.ts`. */
export function classify(response: HttpResponse, nowMs: number, zone: string): Classification {
  const { status, body } = response;
  if (status === 0) return nothingCame(body, nowMs);
  const askedMs = retryAfter(response, nowMs);
  const said = readJson(body);
  if (status === 200 && said?.status !== 'error') {
    return said ? { is: 'ok' } : { is: 'retry', afterMs: askedMs, trouble: halfOf(body) };
  }
  const failure = failureOf(response);
  const cause = causeOf(failure);
  if (!cause) {
    // Nothing at all, where records were to come, is not that there are none.
    const isEmpty = status >= 200 && status < 300 && failure.message + failure.category === '';
    return isEmpty
      ? { is: 'retry', afterMs: askedMs, trouble: halfOf(body) }
      : { is: 'stop', trouble: unknown(failure) };
  }
  const trouble = { kind: cause.kind, detail: quoted(detailOf(cause, failure)) };
  const { wait } = cause;
  if (wait === 'act') return { is: 'stop', trouble };
  if (wait === 'soon') return { is: 'retry', afterMs: askedMs, trouble };
  if (wait === 'day') return { is: 'wait', untilMs: nextDay(nowMs, zone), trouble };
  if (wait === 'moved') return { is: 'wait', untilMs: nowMs + (askedMs ?? hourMs), trouble };
  return { is: 'retry', afterMs: Math.max(askedMs ?? 0, wait.ms), trouble };
}

/** When a day’s calls are back: at midnight where the account is, and a minute for clocks that differ. */
function nextDay(nowMs: number, zone: string): number {
  const known = isZone(zone) ? zone : 'UTC';
  return dayStart(dayInZone(nowMs, known) + 1, known) + minuteMs;
}

/** A text that breaks off, or a page where JSON was to come. */
function halfOf(body: string): SourceError {
  const page = pageTitle(body);
  return page === null ? { kind: 'halfAnswer', detail: '' } : { kind: 'webPage', detail: page };
}

function unknown({ status, message, category }: Failure): SourceError {
  const text = message || category;
  return { kind: 'unknown', detail: quoted(text === '' ? String(status) : `${status}: ${text}`) };
}
