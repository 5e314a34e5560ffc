import type { FetchAnswer, FetchSent } from '../fetch.ts';
import { callService, standIn } from './wire.ts';

type Fetch = GoogleAppsScript.URL_Fetch.UrlFetchApp;
type Request = GoogleAppsScript.URL_Fetch.URLFetchRequest;
type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

const known = new Set([
  'url',
  'method',
  'headers',
  'contentType',
  'payload',
  'muteHttpExceptions',
  // No system that is played here sends anybody elsewhere.
  'followRedirects',
]);

/** Google's `UrlFetchApp`, as much of it as sends JSON. */
export const urlFetchApp = standIn('UrlFetchApp', {
  fetch: (url: string, options?: Options) =>
    responseOf(callService('UrlFetchApp.fetch', sent(url, options))),
  fetchAll: (requests: readonly (Request | string)[]) =>
    callService<FetchAnswer[]>(
      'UrlFetchApp.fetchAll',
      requests.map((one) => (typeof one === 'string' ? sent(one) : sent(one.url, one))),
    ).map(responseOf),
} satisfies Partial<Record<keyof Fetch, unknown>>);

function sent(url: string, options: Options = {}): FetchSent {
  const other = Object.keys(options).find((name) => !known.has(name));
  if (other) throw new Error(`The workbench does not stand in for UrlFetchApp with ${other}.`);
  const { method = 'get', headers = {}, contentType, payload, muteHttpExceptions } = options;
  if (payload !== undefined && typeof payload !== 'string') {
    throw new Error('The workbench sends texts only.');
  }
  return {
    url: String(url),
    method,
    headers,
    mute: muteHttpExceptions === true,
    contentType: contentType ?? null,
    payload: payload ?? null,
  };
}

function responseOf({ status, headers, body }: FetchAnswer): Response {
  const response: Pick<
    Response,
    'getResponseCode' | 'getContentText' | 'getAllHeaders' | 'getHeaders'
  > = {
    getResponseCode: () => status,
    getContentText: () => body,
    getAllHeaders: () => ({ ...headers }),
    getHeaders: () => ({ ...headers }),
  };
  return standIn('HTTPResponse', response) as Response;
}
