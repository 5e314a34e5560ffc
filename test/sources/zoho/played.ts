import type { Feed } from '../../../src/plan/model/feeds.ts';
import {
  begin,
  due,
  ended,
  type FetchOutcome,
  outcomeOf,
  takeResponses,
} from '../../../src/sources/run.ts';
import type {
  Assignment,
  HttpRequest,
  HttpResponse,
  InputRequest,
} from '../../../src/sources/source.ts';
import type { ZohoAccount } from '../../../src/sources/zoho/account.ts';
import { zohoAccess } from '../../../src/sources/zoho/sign-in.ts';
import { zoho } from '../../../src/sources/zoho/source.ts';
import { dayNumber, startOf } from '../../../src/workbench/vendors/days.ts';
import type { VendorResponse } from '../../../src/workbench/vendors/vendor.ts';
import { client } from '../../../src/workbench/vendors/zoho/tokens.ts';
import {
  type PlayedZoho,
  playedZohoCrm,
  type ZohoOptions,
} from '../../../src/workbench/vendors/zoho/zoho-crm.ts';
import { feedOf } from '../../kit/plans/feeds.ts';

export const hanoi = 'Asia/Ho_Chi_Minh';
export const account: ZohoAccount = {
  source: 'zoho',
  id: 'zoho-abc123',
  name: 'Nội thất Lan',
  currency: 'VND',
  zone: hanoi,
  dc: 'com',
};
/** Noon in Hanoi on 14 February 2027. */
export const noon = startOf(hanoi, dayNumber(2027, 2, 14)) + 12 * 3_600_000;
export const january = { from: dayNumber(2027, 1, 1), to: dayNumber(2027, 1, 31) };

const feed = (metric: string, given: Partial<Feed> = {}): Feed =>
  feedOf(given.input ?? metric.toUpperCase(), { account: account.id, metric, ...given });

export const summed = (metric: string, given: Partial<Feed> = {}): InputRequest => ({
  feed: feed(metric, given),
  over: 'sum',
  unit: metric === 'wonAmount' ? 'money' : 'count',
  periods: [],
});

/** The form that `UrlFetchApp` makes of an object. */
const formBody = ({ form, body }: HttpRequest): string =>
  form ? new URLSearchParams({ ...form }).toString() : body === null ? '' : JSON.stringify(body);

/** How a request comes to the vendor, and its answer to the add-on. */
export function answered(
  vendor: PlayedZoho,
  request: HttpRequest & { readonly headers?: Readonly<Record<string, string>> },
  nowMs: number,
): HttpResponse {
  const type = request.form ? 'application/x-www-form-urlencoded' : 'application/json';
  const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  const { method, url } = request;
  const response: VendorResponse = vendor.answer(
    {
      method,
      url,
      headers: { 'content-type': type, ...Object.fromEntries(headers) },
      body: formBody(request),
    },
    nowMs,
  );
  if (response.broken || (response.ms ?? 0) > 60_000) return { status: 0, headers: {}, body: '' };
  const { status, body } = response;
  return { status, headers: response.headers, body };
}

export interface Played {
  readonly vendor: PlayedZoho;
  /** Every question that was sent, as text. */
  readonly asked: string[];
  now: number;
  send(request: HttpRequest): HttpResponse;
  fetch(assignment: Partial<Assignment<ZohoAccount>> & Pick<Assignment, 'wanted'>): FetchOutcome;
}

/** Zoho CRM, signed in to, and the loop that asks it. */
export function played(options: ZohoOptions = {}, now = noon): Played {
  const vendor = playedZohoCrm(options);
  const asked: string[] = [];
  let token = '';
  const signIn = (nowMs: number): void => {
    if (zohoAccess.is !== 'token') throw new Error('It gives tokens.');
    const request = zohoAccess.exchange.request(client, { dc: options.center ?? 'com' });
    if ('trouble' in request) throw new Error(request.trouble.kind);
    token = JSON.parse(answered(vendor, request, nowMs).body).access_token;
  };
  const desk: Played = {
    vendor,
    asked,
    now,
    send(request) {
      const query = (request.body as { readonly select_query?: string } | null)?.select_query;
      asked.push(query ?? new URL(request.url).pathname);
      const headers = { authorization: `Zoho-oauthtoken ${token}` };
      return answered(vendor, { ...request, headers }, desk.now);
    },
    fetch({ wanted, ...given }) {
      let run = begin(zoho.plan({ account, ...january, wanted, ...given }));
      for (let rounds = 0; !ended(run); rounds += 1) {
        if (rounds > 500) throw new Error('It never ends.');
        const { send, untilMs } = due(run, zoho.pace, desk.now);
        if (send.length === 0) {
          desk.now = untilMs;
          continue;
        }
        // A question is JSON that may be kept, and so is the whole of a run.
        run = JSON.parse(JSON.stringify(run));
        const responses = send.map(({ question }) => desk.send(zoho.request(question)));
        run = takeResponses(zoho, run, { send, leftMs: desk.now }, responses, desk.now);
        desk.now += 400;
      }
      return outcomeOf(run);
    },
  };
  signIn(now);
  return desk;
}

/** What came, totalled by whatever a row is told by. */
export function totals(
  outcome: FetchOutcome,
  of: (row: { input: string; from: number; segment: string }) => string,
): Readonly<Record<string, number>> {
  if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
  const found: Record<string, number> = {};
  for (const row of outcome.rows) found[of(row)] = (found[of(row)] ?? 0) + row.value;
  return found;
}
