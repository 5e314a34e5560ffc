import type { Feed } from '../../../src/plan/model/feeds.ts';
import type { PortalAccount } from '../../../src/sources/hubspot/account.ts';
import type { HubSpotQuestion } from '../../../src/sources/hubspot/question.ts';
import { hubspot } from '../../../src/sources/hubspot/source.ts';
import {
  begin,
  due,
  ended,
  type FetchOutcome,
  outcomeOf,
  takeResponses,
} from '../../../src/sources/run.ts';
import type {
  HttpRequest,
  HttpResponse,
  InputRequest,
  Period,
} from '../../../src/sources/source.ts';
import { type Business, businessZone } from '../../../src/workbench/vendors/business/people.ts';
import { dayIn, dayNumber } from '../../../src/workbench/vendors/days.ts';
import { playedKey } from '../../../src/workbench/vendors/hubspot/hubspot.ts';
import type { Vendor } from '../../../src/workbench/vendors/vendor.ts';

/** The played account, as a plan has it once it is connected. */
export const portal: PortalAccount = {
  source: 'hubspot',
  id: 'hubspot-abc123',
  name: 'Nội thất Lan',
  currency: 'VND',
  zone: businessZone,
  portal: '147893286',
};

/** Noon in Vietnam on 22 November 2026, and its fourth quarter so far. */
export const noon = Date.UTC(2026, 10, 22, 5);
export const november: Period = { from: dayNumber(2026, 11, 1), to: dayNumber(2026, 11, 21) };
export const october: Period = { from: dayNumber(2026, 10, 1), to: dayNumber(2026, 10, 31) };

export const wanted = (
  metric: string,
  more: Partial<Feed> & Partial<Omit<InputRequest, 'feed'>> = {},
): InputRequest => {
  const { over = 'sum', unit = 'count', periods = [], ...feed } = more;
  const input = metric.toUpperCase().replace(/\W/g, '_');
  return {
    feed: { input, account: portal.id, metric, only: [], split: null, ...feed },
    over,
    unit,
    periods,
  };
};

export const all = [
  'leads',
  ...['mql', 'sql', 'opportunities', 'customers'],
  ...['dealsCreated', 'dealsWon', 'dealsLost', 'revenue'],
].map((metric) => wanted(metric));

/** How something outside answers a request that has been signed. */
export type Outside = (request: HttpRequest, nowMs: number) => HttpResponse;

/** The played account behind the key that counts there, or another one. */
export const behind =
  (vendor: Vendor, key = playedKey): Outside =>
  ({ method, url, body }, nowMs) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const text = method === 'get' ? '' : JSON.stringify(body);
    const answer = vendor.answer({ method, url, headers, body: text }, nowMs);
    if (answer.broken || (answer.ms ?? 0) > 60_000) return { status: 0, headers: {}, body: '' };
    return { status: answer.status, headers: answer.headers, body: answer.body };
  };

export interface Fetched {
  readonly outcome: FetchOutcome;
  readonly sent: readonly { readonly request: HttpRequest; readonly ms: number }[];
  readonly tookMs: number;
}

/** Asks until all is here, as a run does: with its pauses, and answers that take their time. */
export function fetched(
  inputs: readonly InputRequest[],
  days: Period,
  outside: Outside,
  of: {
    readonly nowMs?: number;
    readonly opening?: boolean;
    readonly account?: PortalAccount;
  } = {},
): Fetched {
  const { nowMs = noon, opening = false, account = portal } = of;
  const questions = hubspot.plan({ account, wanted: inputs, ...days, opening });
  let run = begin<HubSpotQuestion>(JSON.parse(JSON.stringify(questions)));
  let now = nowMs;
  const sent: { request: HttpRequest; ms: number }[] = [];
  while (!ended(run)) {
    const { send, untilMs } = due(run, hubspot.pace, now);
    if (send.length === 0) {
      now = Math.max(now + 1, untilMs);
      continue;
    }
    const leftMs = now;
    const responses = send.map(({ question }) => {
      const request = hubspot.request(question);
      sent.push({ request, ms: leftMs });
      return outside(request, leftMs);
    });
    now += 250;
    run = takeResponses(hubspot, run, { send, leftMs }, responses, now);
  }
  return { outcome: outcomeOf(run), sent, tookMs: now - nowMs };
}

/** What came of it as numbers by day and segment: `LEADS 46327 Organic search`. */
export function numbersOf(outcome: FetchOutcome): ReadonlyMap<string, number> {
  if (outcome.is === 'failed') throw new Error(JSON.stringify(outcome.trouble));
  return new Map(
    outcome.rows.map(({ input, from, segment, value }) => [
      [input, from, segment].join(' ').trim(),
      value,
    ]),
  );
}

/**
 * What the business comes to by day, counted by plain loops over its people: everything that happened
 * until `nowMs`, in the days of a zone.
 */
export function truth(
  { leads, deals }: Business,
  { from, to }: Period,
  of: { readonly zone?: string; readonly nowMs?: number; readonly split?: boolean } = {},
): ReadonlyMap<string, number> {
  const { zone = businessZone, nowMs = noon, split = false } = of;
  const found = new Map<string, number>();
  const add = (input: string, ms: number | null, segment: string, value = 1) => {
    if (ms === null || ms > nowMs) return;
    const day = dayIn(zone, ms);
    if (day < from || day > to) return;
    const key = [input, day, split ? segment : ''].join(' ').trim();
    found.set(key, (found.get(key) ?? 0) + value);
  };
  for (const { channel, createdMs, mqlMs, sqlMs, customerMs, deal } of leads) {
    add('LEADS', createdMs, names[channel]);
    add('MQL', mqlMs, names[channel]);
    add('SQL', sqlMs, names[channel]);
    add('OPPORTUNITIES', deal?.createdMs ?? null, names[channel]);
    add('CUSTOMERS', customerMs, names[channel]);
  }
  for (const { channel, createdMs, closeMs, ends, amount } of deals) {
    add('DEALSCREATED', createdMs, names[channel]);
    if (ends === 'won') {
      add('DEALSWON', closeMs, names[channel]);
      add('REVENUE', closeMs, names[channel], amount ?? 0);
    }
    if (ends === 'lost') add('DEALSLOST', closeMs, names[channel]);
  }
  return found;
}

/** The same of some weeks: `LEADS 2026-W45`, by the Monday they begin on. */
export function byWeek(numbers: ReadonlyMap<string, number>): Record<string, number> {
  const weeks: Record<string, number> = {};
  for (const [key, value] of numbers) {
    const [input = '', day = '', ...segment] = key.split(' ');
    const monday = Number(day) - ((Number(day) - 2) % 7);
    const week = [input, monday, ...segment].join(' ');
    weeks[week] = Math.round(((weeks[week] ?? 0) + value) * 1e6) / 1e6;
  }
  return weeks;
}

const names = {
  'organic search': 'Organic search',
  'paid social': 'Paid social',
  'paid search': 'Paid search',
  referral: 'Referrals',
  'e-mail': 'Email marketing',
  direct: 'Direct traffic',
  offline: 'Offline sources',
} as const;
