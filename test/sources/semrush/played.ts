import {
  begin,
  due,
  ended,
  type FetchOutcome,
  outcomeOf,
  takeResponses,
} from '../../../src/sources/run.ts';
import type { SiteAccount } from '../../../src/sources/semrush/account.ts';
import { semrush } from '../../../src/sources/semrush/entry.ts';
import type { SemrushQuestion } from '../../../src/sources/semrush/question.ts';
import type {
  Assignment,
  HttpRequest,
  HttpResponse,
  InputRequest,
  Source,
} from '../../../src/sources/source.ts';
import { dayNumber } from '../../../src/workbench/vendors/days.ts';
import { type PlayedSemrush, playedKey } from '../../../src/workbench/vendors/semrush/semrush.ts';
import { feedOf } from '../../kit/plans/feeds.ts';

export const account: SiteAccount = {
  source: 'semrush',
  id: 'semrush-abc123',
  name: 'shop.example (vn)',
  currency: 'VND',
  domain: 'shop.example',
  database: 'vn',
  competitors: ['rival.example', 'other.example'],
};

/** Noon in Hanoi on 14 February 2027. */
export const noon = Date.UTC(2027, 1, 14, 5);
export const sofar = { from: dayNumber(2027, 1, 1), to: dayNumber(2027, 2, 13) };

export const wanted = (input: string, metric: string): InputRequest => ({
  feed: feedOf(input, { account: account.id, metric }),
  over: 'sum',
  unit: 'same',
  periods: [],
});
export const both: readonly InputRequest[] = [
  wanted('SOV.own', 'Ot'),
  wanted('SOV.competitors', 'competitorsOt'),
];

const source = (): Source<SemrushQuestion, SiteAccount> => {
  if (semrush.delivers.by !== 'requests') throw new Error('Semrush is asked.');
  return semrush.delivers.source as unknown as Source<SemrushQuestion, SiteAccount>;
};

/** How a request comes to the vendor once it is signed, and its answer to the add-on. */
export function answered(vendor: PlayedSemrush, { url, method }: HttpRequest, nowMs: number) {
  const signed = url.includes('key=')
    ? url
    : `${url}${url.includes('?') ? '&' : '?'}key=${playedKey}`;
  const answer = vendor.answer({ method, url: signed, headers: {}, body: '' }, nowMs);
  const response: HttpResponse = answer.broken
    ? { status: 0, headers: {}, body: '' }
    : { status: answer.status, headers: answer.headers, body: answer.body };
  return response;
}

/** A whole run of an assignment, as a refresh does it. */
export function fetched(
  of: Partial<Assignment<SiteAccount>>,
  answer: (request: HttpRequest, nowMs: number) => HttpResponse,
): { readonly outcome: FetchOutcome; readonly requests: readonly string[] } {
  const asked = source();
  const requests: string[] = [];
  let nowMs = noon;
  let run = begin(asked.plan({ account, wanted: both, ...sofar, ...of }));
  while (!ended(run)) {
    const { send, untilMs } = due(run, asked.pace, nowMs);
    if (send.length === 0) {
      nowMs = Math.max(untilMs, nowMs + 1);
      continue;
    }
    const responses = send.map(({ question }) => {
      const request = asked.request(question);
      requests.push(request.url);
      return answer(request, nowMs);
    });
    run = takeResponses(asked, run, { send, leftMs: nowMs }, responses, nowMs);
    nowMs += 200;
  }
  return { outcome: outcomeOf(run), requests };
}
