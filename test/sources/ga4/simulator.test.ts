import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { ga4 } from '../../../src/sources/ga4/source.ts';
import type { FetchOutcome } from '../../../src/sources/run.ts';
import { begin, due, ended, outcomeOf, takeResponses } from '../../../src/sources/run.ts';
import type { HttpRequest, HttpResponse } from '../../../src/sources/source.ts';
import { assignmentOf } from '../../../src/sources/window.ts';
import { playedGoogleAnalytics } from '../../../src/workbench/vendors/ga4/google-analytics.ts';
import type { FaultName } from '../../../src/workbench/vendors/vendor.ts';
import { proposedFeeds } from '../../kit/plans/feeds.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { truth, truthBy } from '../../kit/vendors/ga4-truth.ts';
import { allInputs, shop } from './property.ts';

/** The shop in Berlin, over the days on which its clocks go back. */
const berlin = {
  ...shop,
  id: 'properties/311000002',
  name: 'Shop EU',
  currency: 'EUR',
  zone: 'Europe/Berlin',
};
const quarter = { year: 2026, month: 10 };
const now = Date.UTC(2026, 11, 20, 12);
const slice = { from: 46_296 + 21, to: 46_296 + 27 };

const kpis = [...new Set(allInputs.flatMap(({ usedBy }) => usedBy.map(({ kpi }) => kpi)))];
const everything = planOf(
  kpis.map((kpi) => planned(kpi)),
  { quarter },
);
const plan: Plan = {
  ...everything,
  accounts: [berlin],
  feeds: proposedFeeds(everything, berlin.id).map(({ feed }) => ({
    ...feed,
    split: feed.input === 'TRAFFIC' ? 'sessionCampaignName' : null,
  })),
};

function fetchFrom(faults: readonly FaultName[] = []): FetchOutcome {
  const vendor = playedGoogleAnalytics();
  for (const fault of faults) vendor.faults.set(fault, true);
  const send = ({ method, url, body }: HttpRequest): HttpResponse => {
    const headers = { authorization: 'Bearer ya29.test' };
    const answer = vendor.answer({ method, url, headers, body: JSON.stringify(body) }, clock);
    return answer.broken ? { status: 0, headers: {}, body: '' } : answer;
  };
  const assignment = assignmentOf({ plan, account: berlin, slice, window: slice });
  let clock = now;
  let run = begin(assignment ? ga4.plan(assignment) : []);
  while (!ended(run)) {
    const next = due(run, ga4.pace, clock);
    const responses = next.send.map(({ question }) => send(ga4.request(question)));
    if (next.send.length > 0)
      run = takeResponses(ga4, run, { send: next.send, leftMs: clock }, responses, clock);
    else clock = next.untilMs;
  }
  return outcomeOf(run);
}

describe('a plan of everything, fetched from a property that is played', () => {
  const outcome = fetchFrom();
  const rows = outcome.is === 'done' ? outcome.rows : [];

  it('arrives', () => {
    expect(outcome).toMatchObject({ is: 'done', trust: { currency: 'EUR', zone: berlin.zone } });
    expect(new Set(rows.map(({ input }) => input)).size).toBeGreaterThan(20);
  });

  it('is, input by input, what happened', () => {
    for (const { input, metric, only } of plan.feeds) {
      const own = rows.filter((row) => row.input === input);
      const readings = own.some(({ from, to }) => from !== to);
      const asked = { property: berlin.id, metric: metric ?? '', only, nowMs: now };
      if (!readings) {
        const total = own.reduce((sum, { value }) => sum + value, 0);
        expect([input, total]).toEqual([input, expect.closeTo(truth({ ...asked, ...slice }), 2)]);
      }
      for (const { from, to, value } of readings ? own : []) {
        expect([input, value]).toEqual([input, expect.closeTo(truth({ ...asked, from, to }), 4)]);
      }
    }
  });

  it('is told apart by campaign as it happened, capitals aside', () => {
    const found = new Map<string, number>();
    for (const { input, segment, value } of rows) {
      if (input !== 'TRAFFIC') continue;
      found.set(segment.toLowerCase(), (found.get(segment.toLowerCase()) ?? 0) + value);
    }
    const expected = new Map<string, number>();
    const asked = { property: berlin.id, metric: 'sessions', ...slice, nowMs: now };
    for (const [segment, value] of truthBy(asked, 'sessionCampaignName')) {
      const folded = segment.replace(/\s+/g, ' ').trim().toLowerCase();
      expected.set(folded, (expected.get(folded) ?? 0) + value);
    }
    expect(found.size).toBeGreaterThan(3);
    expect(found).toEqual(expected);
  });

  it.each([
    ['busy', 'busy'],
    ['broken', 'noAnswer'],
    ['halfAnswer', 'halfAnswer'],
    ['quotaHour', 'quotaOwnHour'],
    ['quotaDay', 'quotaDay'],
    ['noPermission', 'noPermission'],
    ['signedOut', 'signedOut'],
    ['apiOff', 'apiOff'],
    ['propertyGone', 'propertyGone'],
    ['rateLimit', 'projectRate'],
    ['suspended', 'projectSuspended'],
    ['orgPolicy', 'orgPolicy'],
    ['webPage', 'noAddress'],
  ] as const)('brings no wrong number when it is %s, but says why', (fault, kind) => {
    const broken = fetchFrom([fault]);
    if (broken.is === 'done') expect(broken.rows).toEqual(rows);
    else expect(broken.trouble.kind).toBe(kind);
  });
});
