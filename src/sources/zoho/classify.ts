import { nothingCame } from '../fetch-failure.ts';
import { isJson, type Json, readJson, textOf } from '../json.ts';
import { nextHour } from '../quota.ts';
import { pageTitle, quoted } from '../quote.ts';
import { retryAfter } from '../retry-after.ts';
import type { Classification, HttpResponse, SourceError } from '../source.ts';
import { causeOf, type Failure } from './causes.ts';

const minuteMs = 60_000;

/** What an answer of Zoho CRM means, and what helps where it is none; see the table in `causes.ts`. */
export function classify(response: HttpResponse, nowMs: number): Classification {
  const { status, body } = response;
  if (status === 0) return nothingCame(body, nowMs);
  // Nothing fits what was asked for: there is no body at all.
  if (status === 204) return { is: 'ok' };
  const askedMs = retryAfter(response, nowMs);
  const answer = readJson(body);
  const page = pageTitle(body);
  if (page !== null) {
    return { is: 'retry', afterMs: askedMs, trouble: { kind: 'webPage', detail: page } };
  }
  if (status === 200 && !answer) return half(askedMs);
  if (status === 200 && answer && !isError(answer)) return { is: 'ok' };
  const failure = failureOf(status, answer);
  const cause = causeOf(failure);
  if (!cause) return { is: 'stop', trouble: unknown(failure, body) };
  const detail = cause.detail === undefined ? '' : failure[cause.detail];
  const trouble: SourceError = { kind: cause.kind, detail: quoted(detail) };
  if (cause.wait === 'act') return { is: 'stop', trouble };
  if (cause.wait === 'soon') return { is: 'retry', afterMs: askedMs, trouble };
  if (cause.wait === 'minute') return { is: 'retry', afterMs: askedMs ?? minuteMs, trouble };
  const untilMs = Math.max(nextHour(nowMs), nowMs + (askedMs ?? 0));
  return { is: 'wait', untilMs, trouble };
}

const half = (afterMs: number | null): Classification => ({
  is: 'retry',
  afterMs,
  trouble: { kind: 'halfAnswer', detail: '' },
});

/** Zoho may say with any status that something is an error. */
const isError = ({ status, code, data }: Json): boolean =>
  status === 'error' || (typeof code === 'string' && code !== 'SUCCESS' && data === undefined);

function failureOf(status: number, answer: Json | null): Failure {
  const { code, message, details } = answer ?? {};
  return { status, code: textOf(code), message: textOf(message), about: aboutOf(details) };
}

/** What the details of an error name, whichever way they name it. */
function aboutOf(details: unknown): string {
  if (!isJson(details)) return '';
  const { column_name, api_name, module, permissions, near } = details;
  if (Array.isArray(permissions)) return permissions.map(textOf).join(', ');
  return [column_name, api_name, module, near].map(textOf).find((text) => text !== '') ?? '';
}

/** Nothing is claimed of what is not known: what Zoho said is all there is. */
function unknown({ status, code, message }: Failure, body: string): SourceError {
  const said = [code, message].filter((text) => text !== '').join(', ') || body;
  return { kind: 'unknown', detail: quoted(said === '' ? String(status) : `${status}: ${said}`) };
}

/** Whether an answer says that the token counts no more; one with too few scopes counts as before. */
export const tokenSpent = ({ status, body }: HttpResponse): boolean =>
  status === 401 && causeOf(failureOf(status, readJson(body)))?.kind === 'signedOut';
