import { nothingCame } from '../fetch-failure.ts';
import { isJson, textOf } from '../json.ts';
import { nextHour } from '../quota.ts';
import { pageTitle, quoted } from '../quote.ts';
import { retryAfter } from '../retry-after.ts';
import type { Classification, HttpResponse, SourceError } from '../source.ts';
import { causeOf, type Failure } from './causes.ts';

const minuteMs = 60_000;

/** What an answer of Salesforce means, and what helps where it is none; see the table in `causes.ts`. */
export function classify(response: HttpResponse, nowMs: number): Classification {
  const { status, body } = response;
  if (status === 0) return nothingCame(body, nowMs);
  const askedMs = retryAfter(response, nowMs);
  const page = pageTitle(body);
  if (page !== null) {
    return { is: 'retry', afterMs: askedMs, trouble: { kind: 'webPage', detail: page } };
  }
  const answer = jsonIn(body);
  const error = errorIn(answer);
  if (status === 200 && !error) {
    return isJson(answer)
      ? { is: 'ok' }
      : { is: 'retry', afterMs: askedMs, trouble: { kind: 'halfAnswer', detail: '' } };
  }
  const failure = { status, ...(error ?? nothingSaid) };
  const cause = causeOf(failure);
  if (!cause) return { is: 'stop', trouble: unknown(failure, body) };
  const detail = cause.detail === undefined ? '' : failure[cause.detail];
  const trouble: SourceError = { kind: cause.kind, detail: quoted(detail) };
  if (cause.wait === 'act') return { is: 'stop', trouble };
  if (cause.wait === 'fewer') return { is: 'stop', trouble, smaller: true };
  if (cause.wait === 'soon') return { is: 'retry', afterMs: askedMs, trouble };
  if (cause.wait === 'minute') return { is: 'retry', afterMs: askedMs ?? minuteMs, trouble };
  const untilMs = Math.max(nextHour(nowMs), nowMs + (askedMs ?? 0));
  return { is: 'wait', untilMs, trouble };
}

const nothingSaid = { code: '', message: '', about: '' };

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Errors come as a list, whatever the status; the first of them counts. */
function errorIn(answer: unknown): Omit<Failure, 'status'> | null {
  const first: unknown = Array.isArray(answer) ? answer[0] : answer;
  if (!isJson(first) || typeof first.errorCode !== 'string') return null;
  const message = textOf(first.message);
  return { code: first.errorCode, message, about: aboutOf(message) };
}

const named: readonly RegExp[] = [
  /no such column '([^']{1,100})'/i,
  /sobject type '([^']{1,100})'/i,
  /field '?([\w.]{1,100})'? can ?not be grouped/i,
];

/** The field or the object that a sentence is about. */
const aboutOf = (message: string): string =>
  named.map((pattern) => pattern.exec(message)?.[1] ?? '').find((name) => name !== '') ?? '';

/** Nothing is claimed of what is not known: what Salesforce said is all there is. */
function unknown({ status, code, message }: Failure, body: string): SourceError {
  const said = [code, message].filter((text) => text !== '').join(', ') || body;
  return { kind: 'unknown', detail: quoted(said === '' ? String(status) : `${status}: ${said}`) };
}

/** Whether an answer says that the token counts no more; one that may not ask the API counts as before. */
export const tokenSpent = ({ status, body }: HttpResponse): boolean => {
  const failure = { status, ...(errorIn(jsonIn(body)) ?? nothingSaid) };
  return status === 401 && causeOf(failure)?.kind === 'signedOut';
};
