import type { Feed } from '../../../src/plan/model/feeds.ts';
import {
  begin,
  due,
  ended,
  type FetchOutcome,
  outcomeOf,
  takeResponses,
} from '../../../src/sources/run.ts';
import type { SalesforceAccount } from '../../../src/sources/salesforce/account.ts';
import { salesforceAccess } from '../../../src/sources/salesforce/sign-in.ts';
import { salesforce } from '../../../src/sources/salesforce/source.ts';
import type {
  Assignment,
  HttpRequest,
  HttpResponse,
  InputRequest,
} from '../../../src/sources/source.ts';
import { dayNumber, startOf } from '../../../src/workbench/vendors/days.ts';
import {
  type PlayedSalesforce,
  playedSalesforce,
  type SalesforceOptions,
} from '../../../src/workbench/vendors/salesforce/salesforce-crm.ts';
import { client } from '../../../src/workbench/vendors/salesforce/tokens.ts';
import type { Vendor } from '../../../src/workbench/vendors/vendor.ts';
import { feedOf } from '../../kit/plans/feeds.ts';

export const hanoi = 'Asia/Ho_Chi_Minh';
export const domain = 'example.my.salesforce.com';
export const account: SalesforceAccount = {
  source: 'salesforce',
  id: 'salesforce-abc123',
  name: 'Nội thất Lan',
  currency: 'VND',
  zone: hanoi,
  domain,
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

/** How a request comes to the vendor, and its answer to the add-on. */
export function answered(
  vendor: Vendor,
  request: HttpRequest & { readonly headers?: Readonly<Record<string, string>> },
  nowMs: number,
): HttpResponse {
  const { method, url, form, body } = request;
  const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  const sent = form
    ? new URLSearchParams({ ...form }).toString()
    : body === null
      ? ''
      : JSON.stringify(body);
  const response = vendor.answer(
    { method, url, headers: Object.fromEntries(headers), body: sent },
    nowMs,
  );
  if (response.broken || (response.ms ?? 0) > 60_000) return { status: 0, headers: {}, body: '' };
  return { status: response.status, headers: response.headers, body: response.body };
}

export interface Played {
  readonly vendor: PlayedSalesforce;
  /** Every question that was sent: its query, or its path. */
  readonly asked: string[];
  now: number;
  /** What becomes of an answer under way. */
  spoil: (response: HttpResponse, request: HttpRequest) => HttpResponse;
  send(request: HttpRequest): HttpResponse;
  fetch(
    assignment: Partial<Assignment<SalesforceAccount>> & Pick<Assignment, 'wanted'>,
  ): FetchOutcome;
}

function signIn(vendor: Vendor, nowMs: number): HttpResponse {
  if (salesforceAccess.is !== 'token') throw new Error('It gives tokens.');
  const request = salesforceAccess.exchange.request(client, { domain });
  if ('trouble' in request) throw new Error(request.trouble.kind);
  return answered(vendor, request, nowMs);
}

/** Salesforce, signed in to, and the loop that asks it. */
export function played(options: SalesforceOptions = {}, now = noon): Played {
  const vendor = playedSalesforce(options);
  const asked: string[] = [];
  const token: string = JSON.parse(signIn(vendor, now).body).access_token;
  const desk: Played = {
    vendor,
    asked,
    now,
    spoil: (response) => response,
    send(request) {
      const url = new URL(request.url);
      asked.push(url.searchParams.get('q') ?? url.pathname);
      const headers = { authorization: `Bearer ${token}` };
      return desk.spoil(answered(vendor, { ...request, headers }, desk.now), request);
    },
    fetch({ wanted, ...given }) {
      let run = begin(salesforce.plan({ account, ...january, wanted, ...given }));
      for (let rounds = 0; !ended(run); rounds += 1) {
        if (rounds > 500) throw new Error('It never ends.');
        const { send, untilMs } = due(run, salesforce.pace, desk.now);
        if (send.length === 0) {
          desk.now = untilMs;
          continue;
        }
        // A question is JSON that may be kept, and so is the whole of a run.
        run = JSON.parse(JSON.stringify(run));
        const responses = send.map(({ question }) => desk.send(salesforce.request(question)));
        run = takeResponses(salesforce, run, { send, leftMs: desk.now }, responses, desk.now);
        desk.now += 400;
      }
      return outcomeOf(run);
    },
  };
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
