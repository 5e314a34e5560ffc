import { isJson, type Json, objectsOf, readJson, textOf } from '../json.ts';
import { pageTitle } from '../quote.ts';
import type { HttpResponse } from '../source.ts';

/** An error of Google's servers, as far as it can be read. */
export interface Failure {
  readonly status: number;
  /** `PERMISSION_DENIED`; `''` where there is none. */
  readonly word: string;
  /** What a person is told, and after it the name of the limit where one is named. */
  readonly message: string;
  /** All reasons given: `SERVICE_DISABLED` of today's errors, `accessNotConfigured` of older ones. */
  readonly reasons: readonly string[];
  /** The API that it is about: «Google Analytics Data API»; `''` where it does not say. */
  readonly api: string;
  /** The name of a limit: `RequestsPerDayPerProject`. */
  readonly limit: string;
  /** What the page calls itself that came in the place of JSON; `null` for none. */
  readonly page: string | null;
}

/** The APIs that are asked, by their hosts. */
const apis: Readonly<Record<string, string>> = {
  'analyticsdata.googleapis.com': 'Google Analytics Data API',
  'analyticsadmin.googleapis.com': 'Google Analytics Admin API',
  'searchconsole.googleapis.com': 'Google Search Console API',
};

export function failureOf({ status, body }: HttpResponse): Failure {
  const read = readJson(body)?.error;
  const error: Json = isJson(read) ? read : {};
  const lists = [...(objectsOf(error.details) ?? []), ...(objectsOf(error.errors) ?? [])];
  const metadata = lists.flatMap((each) => (isJson(each.metadata) ? [each.metadata] : []));
  const named = (key: string) =>
    metadata.map((each) => textOf(each[key])).find((text) => text) ?? '';
  const message = textOf(error.message);
  return {
    status,
    word: textOf(error.status),
    message,
    reasons: lists.map(({ reason }) => textOf(reason)).filter((reason) => reason !== ''),
    api: named('serviceTitle') || apiNamed(named('service')) || apiIn(message),
    limit: named('quota_limit'),
    page: pageTitle(body),
  };
}

const apiNamed = (service: string): string =>
  Object.keys(apis).includes(service) ? (apis[service] ?? '') : service;

/** «Google Analytics Data API has not been used in project 1 before or it is disabled.» */
const apiIn = (message: string): string =>
  /^(?:Access Not Configured\. )?(?:The API \()?([\w ]{1,60}? API)\b/.exec(message)?.[1] ??
  Object.entries(apis).find(([host]) => message.includes(host))?.[1] ??
  '';
