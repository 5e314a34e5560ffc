import { nothingCame } from '../fetch-failure.ts';
import { nextHour } from '../quota.ts';
import { pageTitle, quoted } from '../quote.ts';
import { retryAfter } from '../retry-after.ts';
import type { Classification, HttpResponse } from '../source.ts';
import { causeOf, type Failure } from './causes.ts';

/** The code that says that Semrush has nothing of what was asked: an answer, and not the number 0. */
const nothingFound = 50;

/** What an answer of Semrush’s means; see the table in `causes.ts`. */
export function classify(response: HttpResponse, nowMs: number): Classification {
  const { status, body } = response;
  if (status === 0) return nothingCame(body, nowMs);
  if (isNothingFound(response)) return { is: 'ok' };
  const failure = failureOf(response);
  const isText = failure.code === null && failure.page === null;
  if (status === 200 && isText && !saysError.test(body)) {
    const half = { kind: 'halfAnswer', detail: '' };
    return body.trim() === '' ? { is: 'retry', afterMs: null, trouble: half } : { is: 'ok' };
  }
  const cause = causeOf(failure);
  if (!cause) return { is: 'stop', trouble: { kind: 'unknown', detail: saidBy(failure) } };
  const trouble = { kind: cause.kind, detail: quoted(failure.page ?? '') };
  if (cause.wait === 'act') return { is: 'stop', trouble };
  const askedMs = retryAfter(response, nowMs);
  if (cause.wait === 'soon') return { is: 'retry', afterMs: askedMs, trouble };
  return { is: 'wait', untilMs: nextHour(nowMs), trouble };
}

export const isNothingFound = (response: HttpResponse): boolean =>
  failureOf(response).code === nothingFound;

const saysError = /^[\uFEFF\s"]*ERROR\b/i;
const errorLine = /^[\uFEFF\s"]*ERROR\s+(\d{1,4})\s*(?:::|:|-)?\s*([^\r\n]{0,300})/i;

function failureOf({ status, body }: HttpResponse): Failure {
  const [, code, says = ''] = errorLine.exec(body) ?? [];
  return {
    status,
    code: code === undefined ? null : Number(code),
    says: code === undefined ? body.slice(0, 300) : says.replace(/"\s*$/, ''),
    page: pageTitle(body),
  };
}

function saidBy({ status, code, says }: Failure): string {
  const number = code ?? status;
  return quoted(says.trim() === '' ? String(number) : `${number}: ${says}`);
}
