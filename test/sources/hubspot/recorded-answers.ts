import type { HttpResponse } from '../../../src/sources/source.ts';

const json = (status: number, body: unknown, headers = {}): HttpResponse => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const correlationId = '00000000-0000-4000-8000-000000000001';
const error = (status: number, body: object, headers = {}): HttpResponse =>
  json(status, { status: 'error', correlationId, ...body }, headers);
const limit = (policyName: string, message: string, status = 429): HttpResponse =>
  error(status, { message, errorType: 'RATE_LIMIT', policyName });

const pageOf = (title: string): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body>…</body></html>`;

/** What HubSpot’s answers mean: the verdict, the kind of trouble, what is said with it, how long to wait. */
export interface Recorded {
  readonly response: HttpResponse;
  readonly is: 'ok' | 'retry' | 'wait' | 'stop';
  readonly kind?: string;
  readonly detail?: string;
  /** Of a pause that is told. */
  readonly afterMs?: number | null;
  /** Until midnight where the account is, and a minute. */
  readonly until?: 'midnight';
}

/**
 * Answers in the shape in which HubSpot documents them and in which they stand in public reports of
 * them; written anew here, none is a copy.
 */
export const recorded: Readonly<Record<string, Recorded>> = {
  'records, none of them': { response: json(200, { total: 0, results: [] }), is: 'ok' },
  'a limit of the second, as searches have it': {
    response: limit('SECONDLY', 'You have reached your secondly limit.'),
    ...{ is: 'retry', kind: 'quotaAtOnce', afterMs: 1_000 },
  },
  'a limit of ten seconds': {
    response: limit('TEN_SECONDLY_ROLLING', 'You have reached your ten_secondly_rolling limit.'),
    ...{ is: 'retry', kind: 'quotaAtOnce', afterMs: 10_000 },
  },
  'a limit of ten seconds in words alone': {
    response: error(429, {
      message: 'You have reached your ten_secondly_rolling limit.',
      errorType: 'RATE_LIMIT',
    }),
    ...{ is: 'retry', kind: 'quotaAtOnce', afterMs: 10_000 },
  },
  'a limit nobody names': {
    response: json(429, ''),
    ...{ is: 'retry', kind: 'quotaAtOnce', afterMs: 10_000 },
  },
  'a limit that says when it ends': {
    response: json(429, { status: 'error', message: 'Slow down.' }, { 'retry-after': '30' }),
    ...{ is: 'retry', kind: 'quotaAtOnce', afterMs: 30_000 },
  },
  'a limit of the day': {
    response: limit('DAILY', 'You have reached your daily limit.'),
    ...{ is: 'wait', kind: 'quotaDay', until: 'midnight' },
  },
  'a limit of the day in words alone': {
    response: json(429, { status: 'error', message: 'You have reached your daily limit.' }),
    ...{ is: 'wait', kind: 'quotaDay', until: 'midnight' },
  },
  'a limit of the day as a refusal': {
    response: limit('DAILY', 'You have reached your daily limit.', 403),
    ...{ is: 'wait', kind: 'quotaDay', until: 'midnight' },
  },
  'an error with the status of success': {
    response: limit('SECONDLY', 'You have reached your secondly limit.', 200),
    ...{ is: 'retry', kind: 'quotaAtOnce', afterMs: 1_000 },
  },
  'a key that is not known': {
    response: error(401, {
      message: 'Authentication credentials not found.',
      category: 'INVALID_AUTHENTICATION',
    }),
    ...{ is: 'stop', kind: 'keyRefused', detail: '' },
  },
  'a key that has ended': {
    response: error(401, { message: 'The token expired.', category: 'EXPIRED_AUTHENTICATION' }),
    ...{ is: 'stop', kind: 'keyRefused' },
  },
  'a refusal without words': { response: json(401, ''), is: 'stop', kind: 'keyRefused' },
  'a key that lacks a permission': {
    response: error(403, {
      message: 'This app hasn’t been granted all required scopes to make this call.',
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredScopes: ['crm.objects.deals.read'] },
        },
      ],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
      category: 'MISSING_SCOPES',
    }),
    ...{ is: 'stop', kind: 'scopeLacks', detail: 'crm.objects.deals.read' },
  },
  'a key that lacks permissions nobody names': {
    response: error(403, { message: 'Scopes.', category: 'MISSING_SCOPES', errors: null }),
    ...{ is: 'stop', kind: 'scopeLacks', detail: '' },
  },
  'a refusal that nobody knows': {
    response: error(403, { message: 'This portal is <b>not</b> eligible.', category: 'BANNED' }),
    ...{ is: 'stop', kind: 'unknown', detail: '403: This portal is not eligible.' },
  },
  'a property that is not there': {
    response: error(400, {
      message: 'There was a problem with the request.',
      errors: [{ message: "Property 'hs_v2_date_entered_77' does not exist" }],
      category: 'VALIDATION_ERROR',
    }),
    ...{ is: 'stop', kind: 'propertyGone', detail: 'hs_v2_date_entered_77' },
  },
  'a question that is wrong in some other way': {
    response: error(400, {
      message: 'Invalid input JSON on line 1, column 102',
      category: 'VALIDATION_ERROR',
    }),
    ...{ is: 'stop', kind: 'unknown', detail: '400: Invalid input JSON on line 1, column 102' },
  },
  'an address that is no more': {
    response: error(404, { message: 'resource not found' }),
    ...{ is: 'stop', kind: 'noAddress' },
  },
  'a page at an address that is no more': {
    response: json(404, pageOf('404')),
    ...{ is: 'stop', kind: 'noAddress' },
  },
  'a record that is held': {
    response: error(423, { message: 'Locked.' }),
    ...{ is: 'retry', kind: 'busy', afterMs: 2_000 },
  },
  'an account that is moved': {
    response: json(477, '', { 'retry-after': '7200' }),
    ...{ is: 'wait', kind: 'moving' },
  },
  'a page under load, as a refusal': {
    response: json(403, pageOf('Attention Required! | Cloudflare')),
    ...{ is: 'retry', kind: 'webPage', detail: 'Attention Required! | Cloudflare' },
  },
  'a page that asks to sign in': {
    response: json(401, pageOf('Sign in')),
    ...{ is: 'retry', kind: 'webPage', detail: 'Sign in' },
  },
  'a page with the status of success': {
    response: json(200, pageOf('Maintenance')),
    ...{ is: 'retry', kind: 'webPage', detail: 'Maintenance' },
  },
  'a gateway that waits in vain': { response: json(504, ''), is: 'retry', kind: 'busy' },
  'a server that fails': {
    response: error(500, { message: 'internal error' }),
    ...{ is: 'retry', kind: 'serverError' },
  },
  'nothing with the status of success': {
    response: json(200, ''),
    is: 'retry',
    kind: 'halfAnswer',
  },
  'no content': { response: json(204, ''), is: 'retry', kind: 'halfAnswer' },
  'a list in the place of an object': {
    response: json(200, []),
    ...{ is: 'retry', kind: 'halfAnswer' },
  },
  'a text that breaks off': {
    response: json(200, '{"total":57,"results":[{"id":"101","prop'),
    ...{ is: 'retry', kind: 'halfAnswer' },
  },
  nothing: { response: json(0, ''), is: 'retry', kind: 'noAnswer' },
};
