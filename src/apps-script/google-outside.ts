import type { Services, SignedRequest } from '../app/ports/services.ts';
import type { HttpResponse } from '../sources/source.ts';
import { googleClock } from './google-clock.ts';
import { hourOf, momentOf, serialOfInstant } from './google-days.ts';
import { consentUrl, lacks } from './google-permissions.ts';
import { book, zone } from './google-run.ts';

type Fetched = GoogleAppsScript.URL_Fetch.HTTPResponse;
type ToFetch = GoogleAppsScript.URL_Fetch.URLFetchRequest;

const nothing = 0;

/** The services beside the spreadsheet, as Google has them. */
export const googleServices: Services = {
  send: (requests) => {
    if (requests.length === 0) return [];
    return answersTo(requests);
  },
  nowMs: () => Date.now(),
  wait: (ms) => Utilities.sleep(ms),
  file: () => {
    const spreadsheet = book();
    return { id: spreadsheet.getId(), title: spreadsheet.getName(), link: spreadsheet.getUrl() };
  },
  zone,
  dayIn: (zone, ms) => Math.floor(serialOfInstant(new Date(ms), zone)),
  momentIn: (zone, ms) => momentOf(new Date(ms), zone),
  hourIn: (zone, ms) => hourOf(new Date(ms), zone),
  lacks,
  consentUrl,
  mail: (subject, text) => {
    try {
      const address = Session.getEffectiveUser().getEmail();
      if (address === '' || MailApp.getRemainingDailyQuota() < 1) return false;
      MailApp.sendEmail(address, subject, text);
      return true;
    } catch {
      // Not allowed, or the quota went while we looked: what was to be said stands in the log.
      return false;
    }
  },
  clock: googleClock,
};

function answersTo(requests: readonly SignedRequest[]): readonly HttpResponse[] {
  try {
    const token = requests.some(isGoogles) ? ScriptApp.getOAuthToken() : '';
    return sent(requests.map((request) => toFetch(request, token)));
  } catch (error) {
    return requests.map(() => nothingFor(error));
  }
}

/** Google's token is for Google's own hosts, whatever else is asked of us: a second wall behind the first. */
const isGoogles = ({ google, url }: SignedRequest): boolean =>
  google && /^https:\/\/[a-z0-9.-]+\.googleapis\.com\//.test(url);

/** Google throws for all of them where one connection breaks: each is then sent by itself. */
function sent(requests: readonly ToFetch[]): HttpResponse[] {
  try {
    return UrlFetchApp.fetchAll([...requests]).map(answerOf);
  } catch (error) {
    if (requests.length === 1) return [nothingFor(error)];
    return requests.flatMap((request) => sent([request]));
  }
}

const toFetch = (request: SignedRequest, token: string): ToFetch => ({
  url: request.url,
  method: request.method,
  headers: {
    ...request.headers,
    ...(isGoogles(request) ? { Authorization: `Bearer ${token}` } : {}),
  },
  muteHttpExceptions: true,
  // What signs in stays with the host it is meant for.
  followRedirects: false,
  ...(request.method === 'post' && payloadOf(request)),
});

const payloadOf = ({ form, body }: SignedRequest): Pick<ToFetch, 'contentType' | 'payload'> =>
  form
    ? { contentType: 'application/x-www-form-urlencoded', payload: formText(form) }
    : { contentType: 'application/json', payload: JSON.stringify(body) };

const formText = (form: Readonly<Record<string, string>>): string =>
  Object.entries(form)
    .map((entry) => entry.map(encodeURIComponent).join('='))
    .join('&');

const answerOf = (response: Fetched): HttpResponse => ({
  status: response.getResponseCode(),
  // What is wanted of them is only how long to wait, and that only where the answer is none.
  get headers() {
    return headersOf(response);
  },
  body: response.getContentText(),
});

function headersOf(response: Fetched): HttpResponse['headers'] {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getAllHeaders())) {
    headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  return headers;
}

/** No answer came; what Google said instead stands where the answer would. */
const nothingFor = (error: unknown): HttpResponse => ({
  status: nothing,
  headers: {},
  body: error instanceof Error ? error.message : String(error),
});
