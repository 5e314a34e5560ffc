import type { Feed } from '../../../src/plan/model/feeds.ts';
import { begin, due, ended, outcomeOf, takeResponses } from '../../../src/sources/run.ts';
import { siteAccount } from '../../../src/sources/search-console/account.ts';
import { searchAnalytics } from '../../../src/sources/search-console/source.ts';
import type {
  Assignment,
  HttpRequest,
  HttpResponse,
  InputRequest,
} from '../../../src/sources/source.ts';
import { type DayNumber, dayIn } from '../../../src/workbench/vendors/days.ts';
import {
  type PlayedSite,
  playedSites,
  type Seen,
  seenOn,
} from '../../../src/workbench/vendors/search-console/searches.ts';
import type { Vendor } from '../../../src/workbench/vendors/vendor.ts';
import { feedOf } from '../../kit/plans/feeds.ts';

/** Midday in California on 20 December 2026, whose yesterday is half counted. */
export const now = Date.UTC(2026, 11, 20, 20);
const pacific = 'America/Los_Angeles';
export const yesterday = dayIn(pacific, now) - 1;

function playedSite(name: string): PlayedSite {
  const found = playedSites.find(({ site }) => site.includes(name));
  if (!found) throw new Error(`No ${name}.`);
  return found;
}

export const shop = playedSite('sc-domain:noithat');
export const blog = playedSite('blog');
export const young = playedSite('moi.example');

export const wanted = (
  input: string,
  metric: string,
  more: Omit<Partial<InputRequest>, 'feed'> & { readonly feed?: Partial<Feed> } = {},
): InputRequest => {
  const { feed, ...rest } = more;
  return {
    over: metric === 'position' ? 'whole' : 'sum',
    unit: metric === 'position' ? 'rank' : 'count',
    periods: [],
    ...rest,
    feed: feedOf(input, { account: 'searchConsole-000000', metric, ...feed }),
  };
};

export const assignmentOf = (
  site: PlayedSite,
  inputs: readonly InputRequest[],
  days: { readonly from: DayNumber; readonly to: DayNumber },
  more: Partial<Assignment> = {},
) => ({
  wanted: inputs,
  ...days,
  yesterday,
  ...more,
  account: siteAccount(site.site),
});

/** What a vendor answers to a request of the product. */
export function answerOf(vendor: Vendor, request: HttpRequest, nowMs = now): HttpResponse {
  const { method, url, body } = request;
  const headers = { authorization: 'Bearer ya29.test' };
  const sent = { method, url, headers, body: method === 'get' ? '' : JSON.stringify(body) };
  const answer = vendor.answer(sent, nowMs);
  return answer.broken ? { status: 0, headers: {}, body: '' } : answer;
}

/** A run to its end; what was asked, and what came of it. */
export function fetched(
  assignment: ReturnType<typeof assignmentOf>,
  answer: (request: HttpRequest, nowMs: number) => HttpResponse,
  start = now,
) {
  const asked: HttpRequest[] = [];
  let clock = start;
  let run = begin(searchAnalytics.plan(assignment));
  while (!ended(run)) {
    const next = due(run, searchAnalytics.pace, clock);
    const requests = next.send.map(({ question }) =>
      searchAnalytics.request(JSON.parse(JSON.stringify(question))),
    );
    asked.push(...requests);
    const responses = requests.map((request) => answer(request, clock));
    if (next.send.length === 0) clock = next.untilMs;
    else
      run = takeResponses(
        searchAnalytics,
        run,
        { send: next.send, leftMs: clock },
        responses,
        clock,
      );
  }
  return { asked, outcome: outcomeOf(run) };
}

/** What was seen of a site in some days, counted one by one. */
export function counted(
  site: PlayedSite,
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
  passes: (seen: Seen) => boolean = () => true,
) {
  const total = { clicks: 0, impressions: 0, positions: 0 };
  for (let day = from; day <= to; day += 1) {
    for (const each of seenOn(site, day)) {
      if (!passes(each)) continue;
      total.clicks += each.clicks;
      total.impressions += each.impressions;
      total.positions += each.positions;
    }
  }
  return { ...total, position: total.positions / total.impressions };
}
