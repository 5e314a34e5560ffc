import { describe, expect, it } from 'vitest';
import { ga4 } from '../../../src/sources/ga4/source.ts';
import { begin, due, ended, outcomeOf, takeResponses } from '../../../src/sources/run.ts';
import type { Assignment, InputRequest } from '../../../src/sources/source.ts';
import { dayNumber } from '../../../src/workbench/vendors/days.ts';
import { feedOf, propertyOf } from '../../kit/plans/feeds.ts';
import { truth } from '../../kit/vendors/ga4-truth.ts';
import { analytics, column, fields, later } from './analytics.ts';

const shopNumber = (number: number) => `properties/${322_000_000 + number}`;
const young = shopNumber(11);
const kept = shopNumber(12);
const emptied = shopNumber(13);
const gathered = shopNumber(14);
const service = analytics();

const from = dayNumber(2026, 10, 1);
const to = dayNumber(2026, 11, 20);
const made = dayNumber(2026, 11, 10);
const cut = dayNumber(2026, 10, 20);
const days = Array.from({ length: to - from + 1 }, (_, at) => from + at);

const wanted = (
  property: string,
  metric: string,
  given: { readonly split?: string; readonly over?: InputRequest['over'] } = {},
): InputRequest => ({
  feed: feedOf(metric, { account: property, metric, split: given.split ?? null }),
  over: given.over ?? 'sum',
  unit: 'count',
  periods: [],
});

/** All that a property says, every request and answer held against Google's own description. */
function fetched(property: string, inputs: readonly InputRequest[]) {
  const assignment: Assignment<ReturnType<typeof propertyOf>> = {
    account: propertyOf(property, 'Shop'),
    wanted: inputs,
    from,
    to,
    opening: true,
  };
  let run = begin(ga4.plan(assignment));
  while (!ended(run)) {
    const { send } = due(run, ga4.pace, later);
    const responses = send.map(({ question }) => {
      const { method, url, body } = ga4.request(question);
      return service.send({ method, url, body: body === null ? '' : JSON.stringify(body) });
    });
    run = takeResponses(ga4, run, { send, leftMs: later }, responses, later);
  }
  const outcome = outcomeOf(run);
  if (outcome.is === 'failed') throw new Error(JSON.stringify(outcome.trouble));
  return outcome;
}

const totalOn = (rows: ReturnType<typeof fetched>['rows'], day: number) =>
  rows.filter((row) => row.from === day).reduce((sum, { value }) => sum + value, 0);
const truthOn = (property: string, metric: string, day: number) =>
  truth({ property, metric, from: day, to: day });

describe('what odd properties say', () => {
  const report = (property: string, metric: string, ...dimensions: string[]) =>
    service.report(property, {
      dateRanges: [{ startDate: '2026-10-01', endDate: '2026-11-20' }],
      metrics: fields(metric),
      dimensions: fields(...dimensions),
    });

  it('is that days before some date are cut off, where a report reaches before it', () => {
    const { metadata, rows = [] } = report(kept, 'sessions', 'date');
    expect(metadata?.dataTruncationReasons).toMatchObject([
      {
        dataTruncationType: 'DATA_TRUNCATION_TYPE_PROPERTY',
        dataTruncationDate: '2026-10-20',
      },
    ]);
    expect(rows.map(({ dimensionValues }) => dimensionValues?.[0]?.value).sort()[0]).toBe(
      '20261020',
    );
    const after = service.report(kept, {
      dateRanges: [{ startDate: '2026-10-20', endDate: '2026-11-20' }],
      metrics: fields('sessions'),
    });
    expect(after.metadata).not.toHaveProperty('dataTruncationReasons');
  });

  it('is why a report is empty', () => {
    const { metadata, rows } = report(emptied, 'totalRevenue', 'date');
    expect([rows, metadata?.emptyReason]).toEqual([undefined, expect.stringContaining('not')]);
    expect(report(emptied, 'sessions', 'date').metadata).not.toHaveProperty('emptyReason');
  });

  it('is numbers of rare values without their day', () => {
    const told = report(gathered, 'sessions', 'date', 'sessionCampaignName');
    expect(told.metadata).toHaveProperty('dataLossFromOtherRow', true);
    expect(column(told).get('(other) | (other)')).toBeGreaterThan(0);
  });
});

describe('what flows in of them', () => {
  it('is unknown before the property was made, and that day, and true after', () => {
    const { rows, lost } = fetched(young, [wanted(young, 'sessions')]);
    expect(lost).toMatchObject([{ input: 'sessions', from, to: made, why: 'notYet' }]);
    for (const day of days) {
      expect(totalOn(rows, day)).toBe(day <= made ? 0 : truthOn(young, 'sessions', day));
    }
    expect(truthOn(young, 'sessions', made + 1)).toBeGreaterThan(0);
  });

  it('is unknown as far as it is cut off, and true after', () => {
    const { rows, lost } = fetched(kept, [wanted(kept, 'sessions')]);
    expect(lost).toMatchObject([{ from, to: cut - 1, why: 'cutOff' }]);
    for (const day of days) {
      expect(totalOn(rows, day)).toBe(day < cut ? 0 : truthOn(kept, 'sessions', day));
    }
  });

  it('is unknown where a report comes empty, and true in the reports beside it', () => {
    const { rows, lost } = fetched(emptied, [
      wanted(emptied, 'totalRevenue', { split: 'sessionCampaignName' }),
      wanted(emptied, 'sessions'),
    ]);
    expect(lost).toMatchObject([{ input: 'totalRevenue', from, to, why: 'empty' }]);
    expect(rows.some(({ input }) => input === 'totalRevenue')).toBe(false);
    for (const day of days) expect(totalOn(rows, day)).toBe(truthOn(emptied, 'sessions', day));
  });

  it('is whole, day by day, where rare values came without their day', () => {
    const { rows, lost, trust } = fetched(gathered, [
      wanted(gathered, 'sessions', { split: 'sessionCampaignName' }),
    ]);
    expect([lost, trust.otherRow]).toEqual([[], true]);
    for (const day of days) expect(totalOn(rows, day)).toBe(truthOn(gathered, 'sessions', day));
    expect(rows.some(({ segment }) => segment === '(other)')).toBe(true);
  });
});
