import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../src/sources/history.ts';
import { mostSearched } from '../../../src/sources/hubspot/api.ts';
import { hubspotCrm } from '../../../src/sources/hubspot/entry.ts';
import type { HttpRequest } from '../../../src/sources/source.ts';
import { business } from '../../../src/workbench/vendors/business/people.ts';
import { dayNumber } from '../../../src/workbench/vendors/days.ts';
import { playedHubSpot } from '../../../src/workbench/vendors/hubspot/hubspot.ts';
import { ownStage, pipelines } from '../../../src/workbench/vendors/hubspot/portal.ts';
import { ownStageMs } from '../../../src/workbench/vendors/hubspot/records.ts';
import {
  all,
  behind,
  byWeek,
  fetched,
  noon,
  november,
  numbersOf,
  october,
  portal,
  truth,
  wanted,
} from './played-portal.ts';

const splitAll = all.map((each) => ({ ...each, feed: { ...each.feed, split: 'source' } }));
const searches = (sent: ReturnType<typeof fetched>['sent']) =>
  sent.filter(({ request }) => request.url.endsWith('/search'));

describe('numbers of HubSpot', () => {
  it.each([12, 120])(
    'are those of the business day by day and week by week, %i people a day',
    (people) => {
      const { outcome } = fetched(all, november, behind(playedHubSpot({ people })));
      const real = truth(business(people), november);
      const came = numbersOf(outcome);
      expect(byWeek(came)).toEqual(byWeek(real));
      expect(new Map([...came].filter(([, value]) => value !== 0).sort())).toEqual(
        new Map([...real].filter(([, value]) => value !== 0).sort()),
      );
      expect(outcome).toMatchObject({ is: 'done', lost: [] });
    },
  );

  it('are those of the business by channel, and the channels come to the whole', () => {
    const { outcome } = fetched(splitAll, october, behind(playedHubSpot()));
    const came = byWeek(numbersOf(outcome));
    expect(came).toEqual(byWeek(truth(business(), october, { split: true })));
    const whole = byWeek(numbersOf(fetched(all, october, behind(playedHubSpot())).outcome));
    const sums: Record<string, number> = {};
    for (const [key, value] of Object.entries(came)) {
      const week = key.split(' ').slice(0, 2).join(' ');
      sums[week] = (sums[week] ?? 0) + value;
    }
    expect(sums).toEqual(whole);
  });

  it('belong to the days of the account, wherever that is, also where the clocks change', () => {
    const zone = 'US/Eastern';
    const days = { from: dayNumber(2026, 10, 25), to: dayNumber(2026, 11, 7) };
    const vendor = behind(playedHubSpot());
    const there = (request: Parameters<typeof vendor>[0], nowMs: number) => {
      const answer = vendor(request, nowMs);
      return { ...answer, body: answer.body.replace(portal.zone, zone) };
    };
    const { outcome } = fetched(all, days, there, { account: { ...portal, zone } });
    expect(byWeek(numbersOf(outcome))).toEqual(byWeek(truth(business(), days, { zone })));
    expect(byWeek(truth(business(), days, { zone }))).not.toEqual(byWeek(truth(business(), days)));
  });

  it('come of a stage of the account’s own, of a pipeline and of a source, by their names', () => {
    const [, dealers] = pipelines;
    const inputs = [
      wanted(`stage:${ownStage.id}`, { input: 'OWN_A.top' }),
      wanted('dealsWon', { only: [{ dimension: 'pipeline', is: [dealers.label] }] }),
      wanted('leads', { only: [{ dimension: 'source', is: ['Paid social', 'Paid search'] }] }),
      wanted('revenue', { split: 'pipeline' }),
    ];
    const came = numbersOf(fetched(inputs, november, behind(playedHubSpot())).outcome);
    const sum = (input: string, segment = '') =>
      [...came]
        .filter(([key]) => key.startsWith(`${input} `) && key.endsWith(segment))
        .reduce((total, [, value]) => total + value, 0);
    const { leads, deals } = business();
    const startMs = Date.UTC(2026, 9, 31, 17);
    const endMs = Date.UTC(2026, 10, 21, 17);
    const isIn = (ms: number | null) => ms !== null && ms >= startMs && ms < endMs && ms <= noon;
    expect(sum('OWN_A.top')).toBe(leads.filter((lead) => isIn(ownStageMs(lead))).length);
    const won = deals.filter(({ ends, closeMs }) => ends === 'won' && isIn(closeMs));
    expect(sum('DEALSWON')).toBe(won.filter(({ pipeline }) => pipeline === 'partners').length);
    expect(sum('LEADS')).toBe(
      leads.filter(({ channel, createdMs }) => /^paid/.test(channel) && isIn(createdMs)).length,
    );
    for (const [kind, { label }] of [
      ['sales', pipelines[0]],
      ['partners', dealers],
    ] as const) {
      const amounts = won.flatMap(({ pipeline, amount }) =>
        pipeline === kind ? [amount ?? 0] : [],
      );
      expect(sum('REVENUE', label)).toBe(amounts.reduce((total, each) => total + each, 0));
      expect(amounts.length).toBeGreaterThan(0);
    }
  });

  it('are asked for past days slice by slice, and come to the same', () => {
    const leads = wanted('leads');
    const days = { from: dayNumber(2026, 4, 1), to: dayNumber(2026, 6, 30) };
    const slices = historyOf(hubspotCrm, portal, leads, { ...days, yesterday: november.to }) ?? [];
    expect(slices).toHaveLength(3);
    const found = slices.flatMap(({ wanted: inputs, from, to }) => [
      ...numbersOf(fetched(inputs, { from, to }, behind(playedHubSpot())).outcome),
    ]);
    const real = [...truth(business(), days)].filter(([key]) => key.startsWith('LEADS '));
    expect(new Map(found)).toEqual(new Map(real));
  });

  it('are not known before the account was there, nor what cannot be added up by days', () => {
    const first = { from: dayNumber(2024, 12, 20), to: dayNumber(2025, 1, 9) };
    const inputs = [wanted('leads'), wanted('customers', { over: 'last' })];
    const { outcome } = fetched(inputs, first, behind(playedHubSpot()), { opening: true });
    expect(outcome).toMatchObject({
      lost: [
        { input: 'CUSTOMERS', ...first, why: 'empty' },
        { input: 'LEADS', from: first.from, to: dayNumber(2024, 12, 31), why: 'notYet' },
        { input: 'CUSTOMERS', from: first.from, to: dayNumber(2024, 12, 31), why: 'notYet' },
      ],
    });
    expect(outcome.is === 'done' && outcome.rows.map(({ input }) => input)).not.toContain(
      'CUSTOMERS',
    );
  });
});

describe('requests to HubSpot', () => {
  /** Searches for a month, and what one for each day and number (or channel) would have been. */
  const counts = (people: number, inputs: typeof all, days = october) => {
    const { sent, outcome } = fetched(inputs, days, behind(playedHubSpot({ people })));
    expect(outcome.is).toBe('done');
    return searches(sent).length;
  };

  it('are as few as reading records or counting days takes, whichever is less', () => {
    const week = { from: november.to - 7, to: november.to };
    expect({
      // Were days always counted: 31 × 9, and ten times that told apart by source.
      month: counts(12, all),
      monthBySource: counts(12, splitAll),
      morning: counts(12, all, week),
      busyMonth: counts(120, all),
      busyMonthBySource: counts(120, splitAll),
      // 8,000 leads in a month: 31 days are counted, in the place of 40 pages.
      crowdedLeads: counts(300, [wanted('leads')]),
    }).toEqual({
      month: 9,
      monthBySource: 9,
      morning: 8,
      busyMonth: 44,
      busyMonthBySource: 44,
      crowdedLeads: 32,
    });
  });

  it('never leave faster than five searches a second, and all come', () => {
    const { sent, outcome } = fetched(splitAll, october, behind(playedHubSpot({ people: 120 })));
    expect(outcome.is).toBe('done');
    const left = searches(sent).map(({ ms }) => ms);
    for (const ms of left) {
      expect(left.filter((each) => each >= ms && each < ms + 1000).length).toBeLessThanOrEqual(5);
    }
  });

  it('reach everything where a search pages no further than 10,000, and says no more', () => {
    const day = { from: november.to, to: november.to };
    const many = 10_450;
    const ms = Date.UTC(2026, 10, 21, 3);
    const ids = Array.from({ length: many }, (_, at) => 900_000_000 + 7 * at);
    const crowd = (request: HttpRequest, nowMs: number) => {
      if (!request.url.endsWith('/search')) return behind(playedHubSpot())(request, nowMs);
      const { limit, filterGroups } = request.body as Search;
      const after = filterGroups[0]?.filters.find(({ operator }) => operator === 'GT')?.value ?? 0;
      const left = ids.filter((id) => id > Number(after));
      const properties = { createdate: new Date(ms).toISOString(), hs_analytics_source: null };
      const results = left.slice(0, limit).map((id) => ({ id: String(id), properties }));
      const total = Math.min(left.length, mostSearched);
      return { status: 200, headers: {}, body: JSON.stringify({ total, results }) };
    };
    for (const split of ['source', null]) {
      const { outcome, sent } = fetched([wanted('leads', { split })], day, crowd);
      const segment = split === null ? '' : ' (not set)';
      expect(numbersOf(outcome)).toEqual(new Map([[`LEADS ${day.from}${segment}`, many]]));
      expect(searches(sent).length).toBeGreaterThanOrEqual(Math.ceil(many / 200));
    }
  });
});

interface Search {
  readonly limit: number;
  readonly filterGroups: readonly {
    readonly filters: readonly { operator: string; value?: string }[];
  }[];
}
