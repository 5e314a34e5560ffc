import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../src/sources/history.ts';
import { siteAccount } from '../../../src/sources/search-console/account.ts';
import { searchConsole } from '../../../src/sources/search-console/entry.ts';
import { searchAnalytics } from '../../../src/sources/search-console/source.ts';
import type { HttpRequest, Row } from '../../../src/sources/source.ts';
import { periodsOf } from '../../../src/sources/window.ts';
import { playedSearchConsole } from '../../../src/workbench/vendors/search-console/search-console.ts';
import { devices, seenOn } from '../../../src/workbench/vendors/search-console/searches.ts';
import type { FaultName } from '../../../src/workbench/vendors/vendor.ts';
import {
  answerOf,
  assignmentOf,
  blog,
  counted,
  fetched,
  now,
  shop,
  wanted,
  yesterday,
  young,
} from './played.ts';

const quarter = { year: 2026, month: 10 };
const first = 46_296;
const weeks = periodsOf('week', quarter, 'monday');
const months = periodsOf('month', quarter, 'monday');
const clicks = wanted('CTR.clicks', 'clicks');
const impressions = wanted('IMPRESSIONS', 'impressions');
const position = wanted('SEARCHRANK', 'position', { periods: weeks });
/** Yesterday is half counted at midday in California. */
const through = yesterday;
const settled = yesterday - 2;

const from =
  (vendor = playedSearchConsole()) =>
  (request: HttpRequest, nowMs: number) =>
    answerOf(vendor, request, nowMs);

function rowsFrom(assignment: Parameters<typeof fetched>[0], start = now) {
  const { outcome, asked } = fetched(assignment, from(), start);
  if (outcome.is !== 'done') throw new Error(outcome.trouble.kind);
  return { ...outcome, asked };
}

const of = (rows: readonly Row[], input: string, segment?: string) =>
  rows.filter((row) => row.input === input && (segment === undefined || row.segment === segment));
const sum = (rows: readonly Row[]) => rows.reduce((total, { value }) => total + value, 0);

describe('a site that is played, fetched as a refresh does', () => {
  const december = { from: 46_296 + 61, to: yesterday };

  it('brings the clicks and impressions of each week, as they were counted', () => {
    const { rows } = rowsFrom(
      assignmentOf(shop, [clicks, impressions], { from: first, to: first + 30 }),
    );
    for (const week of weeks.filter(({ to }) => to <= first + 30)) {
      const within = (row: Row) => row.from >= week.from && row.to <= week.to;
      const truth = counted(shop, week);
      expect(truth.clicks).toBeGreaterThan(100);
      expect(sum(of(rows, 'CTR.clicks').filter(within))).toBe(truth.clicks);
      expect(sum(of(rows, 'IMPRESSIONS').filter(within))).toBe(truth.impressions);
    }
  });

  it('reads the position of a whole period at once, weighted as Google weighs it', () => {
    const asked = [position, wanted('OWN_A.top', 'position', { periods: months })];
    const { rows } = rowsFrom(assignmentOf(shop, asked, { from: first, to: first + 30 }));
    const read = of(rows, 'SEARCHRANK');
    expect(read.map(({ from: start, to }) => ({ from: start, to }))).toEqual(
      weeks.filter(({ to }) => to <= first + 30),
    );
    for (const row of [...read, ...of(rows, 'OWN_A.top')]) {
      expect(row.value).toBeCloseTo(counted(shop, row).position, 6);
    }
    expect(of(rows, 'OWN_A.top')).toHaveLength(1);
    // The mean of days is another number: days on which more is seen count for more.
    const [week] = read;
    const days = Array.from({ length: 4 }, (_, at) =>
      counted(shop, { from: first + at, to: first + at }),
    );
    const mean = days.reduce((total, day) => total + day.position, 0) / days.length;
    expect(Math.abs(mean - (week?.value ?? 0))).toBeGreaterThan(1e-3);
  });

  it('reads no period that is not over, nor one whose last days are not there', () => {
    const { rows } = rowsFrom(assignmentOf(shop, [position], december));
    expect(Math.max(...of(rows, 'SEARCHRANK').map(({ to }) => to))).toBeLessThanOrEqual(through);
  });

  it.each(['country', 'device'] as const)(
    'is told apart by %s, and comes to the whole',
    (split) => {
      const inputs = [wanted('CTR.clicks', 'clicks', { feed: { split } }), impressions];
      const days = { from: first, to: first + 6 };
      const { rows, untold } = rowsFrom(assignmentOf(shop, inputs, days));
      expect(untold).toEqual([]);
      expect(sum(of(rows, 'CTR.clicks'))).toBe(counted(shop, days).clicks);
      const parts = new Set(of(rows, 'CTR.clicks').map(({ segment }) => segment));
      expect(parts.size).toBeGreaterThan(2);
      for (const part of parts) {
        const own = counted(shop, days, (seen) => seen[split] === part).clicks;
        expect([part, sum(of(rows, 'CTR.clicks', part))]).toEqual([part, own]);
      }
    },
  );

  it('keeps to conditions: of one value, of several, of two dimensions, and told apart besides', () => {
    const only = [
      { dimension: 'country', is: ['vnm', 'usa'] },
      { dimension: 'device', is: ['MOBILE'] },
    ];
    const days = { from: first, to: first + 6 };
    const inputs = [
      wanted('CTR.clicks', 'clicks', { feed: { only: only.slice(1) } }),
      wanted('IMPRESSIONS', 'impressions', { feed: { only } }),
      wanted('OWN_A.top', 'clicks', { feed: { only: only.slice(0, 1), split: 'device' } }),
      wanted('SEARCHRANK', 'position', { feed: { only: only.slice(1) }, periods: weeks }),
    ];
    const { rows } = rowsFrom(assignmentOf(shop, inputs, days));
    const mobile = counted(shop, days, ({ device }) => device === 'MOBILE');
    expect(sum(of(rows, 'CTR.clicks'))).toBe(mobile.clicks);
    const both = counted(
      shop,
      days,
      ({ device, country }) => device === 'MOBILE' && ['vnm', 'usa'].includes(country),
    );
    expect(sum(of(rows, 'IMPRESSIONS'))).toBe(both.impressions);
    for (const device of devices) {
      const own = counted(
        shop,
        days,
        (seen) => seen.device === device && ['vnm', 'usa'].includes(seen.country),
      );
      expect(sum(of(rows, 'OWN_A.top', device))).toBe(own.clicks);
    }
    const [week] = of(rows, 'SEARCHRANK');
    const seen = counted(shop, week ?? days, ({ device }) => device === 'MOBILE');
    expect(week?.value).toBeCloseTo(seen.position, 6);
  });

  it('shows days that are not whole yet, and says nothing of those that are not there', () => {
    const early = now - 11 * 3_600_000;
    const { rows, lost } = rowsFrom(assignmentOf(shop, [clicks], december), early);
    // Before six in the morning there is nothing of yesterday.
    expect(Math.max(...rows.map(({ to }) => to))).toBe(yesterday - 1);
    expect(lost).toEqual([
      { from: yesterday, to: yesterday, input: 'CTR.clicks', why: 'later', detail: '' },
    ]);
    const later = rowsFrom(assignmentOf(shop, [clicks], december));
    expect(later.lost).toEqual([]);
    const day = (row: Row) => row.from === yesterday;
    expect(sum(later.rows.filter(day))).toBeLessThan(
      counted(shop, { from: yesterday, to: yesterday }).clicks,
    );
    const whole = (row: Row) => row.to < settled;
    expect(sum(later.rows.filter(whole))).toBe(
      counted(shop, { from: december.from, to: settled - 1 }).clicks,
    );
  });

  it('takes days without a row for 0 only where Google has counted', () => {
    const quiet = Array.from({ length: 31 }, (_, at) => first + at).filter(
      (day) => seenOn(blog, day).length === 0,
    );
    expect(quiet.length).toBeGreaterThan(0);
    const { rows, lost } = rowsFrom(
      assignmentOf(blog, [impressions], { from: first, to: first + 30 }),
    );
    expect(lost).toEqual([]);
    expect(rows.some(({ from: day }) => quiet.includes(day))).toBe(false);
    expect(sum(rows)).toBe(counted(blog, { from: first, to: first + 30 }).impressions);
  });

  it('does not call 0 what was before a site was counted at all', () => {
    const days = { from: first + 31, to: first + 60 };
    const opening = rowsFrom(assignmentOf(young, [impressions, position], days, { opening: true }));
    expect(young.since).toBeGreaterThan(days.from);
    const before = { from: days.from, to: young.since - 1, why: 'notYet', detail: '' };
    expect(opening.lost).toEqual([
      { ...before, input: 'IMPRESSIONS' },
      { ...before, input: 'SEARCHRANK' },
    ]);
    // An old site whose quarter begins with quiet days has counted them.
    const quiet = Array.from({ length: 60 }, (_, at) => first + at).find(
      (day) => seenOn(blog, day).length === 0,
    );
    const quietly = { from: quiet ?? first, to: (quiet ?? first) + 10 };
    const old = rowsFrom(assignmentOf(blog, [impressions], quietly, { opening: true }));
    expect(old.lost).toEqual([]);
  });

  it('answers for days gone by as for those of today, and not for those that Google keeps no more', () => {
    const account = siteAccount(shop.site);
    const lastYear = { from: first - 365, to: first - 365 + 60, yesterday };
    const slices = historyOf(searchConsole, account, impressions, lastYear) ?? [];
    expect(slices).toHaveLength(2);
    const rows = slices.flatMap((slice) => rowsFrom({ ...slice, account, yesterday }).rows);
    expect(sum(rows)).toBe(counted(shop, lastYear).impressions);
    const older = { from: yesterday - 490, to: yesterday - 480 };
    const { lost, rows: left } = rowsFrom(assignmentOf(shop, [impressions], older));
    expect(lost).toMatchObject([{ from: older.from, to: yesterday - 485, why: 'cutOff' }]);
    expect(sum(left)).toBe(counted(shop, { from: yesterday - 484, to: older.to }).impressions);
    const gone = rowsFrom(
      assignmentOf(shop, [impressions], { from: first - 500, to: first - 480 }),
    );
    expect(gone.rows).toEqual([]);
    expect(gone.lost).toMatchObject([{ from: first - 500, to: first - 480, why: 'cutOff' }]);
  });

  it('asks for as little as it can', () => {
    const days = { from: yesterday - 3, to: yesterday };
    const count = (inputs: Parameters<typeof assignmentOf>[1]) =>
      rowsFrom(assignmentOf(shop, inputs, days)).asked.length;
    expect(count([clicks, impressions])).toBe(1);
    expect(count([clicks, impressions, position])).toBe(1);
    expect(
      count([clicks, wanted('IMPRESSIONS', 'impressions', { feed: { split: 'country' } })]),
    ).toBe(2);
  });
});

const faults: readonly FaultName[] = playedSearchConsole().faults.all;

describe('a site that is played, while something goes wrong', () => {
  const inputs = [
    clicks,
    wanted('IMPRESSIONS', 'impressions', { feed: { split: 'country' } }),
    position,
  ];
  const assignment = assignmentOf(shop, inputs, { from: first, to: first + 13 });
  const right = rowsFrom(assignment).rows;

  it.each([
    ['quotaHour', 'quotaLoad'],
    ['rateLimit', 'quotaRate'],
    ['noPermission', 'noPermission'],
    ['signedOut', 'signedOut'],
    ['apiOff', 'apiOff'],
    ['suspended', 'projectGone'],
    ['orgPolicy', 'orgPolicy'],
    ['propertyGone', 'siteGone'],
    ['webPage', 'noAddress'],
    ['broken', 'noAnswer'],
    ['halfAnswer', 'halfAnswer'],
  ] as const)('says why nothing comes when it is %s', (fault, kind) => {
    const vendor = playedSearchConsole();
    vendor.faults.set(fault, true);
    expect(fetched(assignment, from(vendor)).outcome).toMatchObject({
      is: 'failed',
      trouble: { kind },
    });
  });

  it('brings either the right numbers or none, whatever goes wrong and when', () => {
    const falls = fc.array(fc.tuple(fc.nat(8), fc.constantFrom(...faults)), { maxLength: 4 });
    fc.assert(
      fc.property(falls, (fallen) => {
        const vendor = playedSearchConsole();
        let requests = 0;
        const { outcome } = fetched(assignment, (request, nowMs) => {
          for (const fault of faults) vendor.faults.set(fault, false);
          for (const [at, fault] of fallen) if (at === requests) vendor.faults.set(fault, true);
          requests += 1;
          return answerOf(vendor, request, nowMs);
        });
        if (outcome.is === 'done') expect(outcome.rows).toEqual(right);
        else expect(outcome.trouble.kind).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it('stays within what Google takes in a minute and in ten', () => {
    const vendor = playedSearchConsole({ perMinute: 40 });
    const many = assignmentOf(
      shop,
      [clicks, wanted('OWN_A.top', 'position', { periods: [...weeks, ...months] })],
      { from: first, to: yesterday },
    );
    const { outcome, asked } = fetched(many, from(vendor));
    expect(outcome.is).toBe('done');
    expect(asked.length).toBeLessThan(20);
    const { atOnce, perSecond } = searchAnalytics.pace;
    expect(atOnce).toBeLessThanOrEqual(perSecond ?? 0);
  });
});
