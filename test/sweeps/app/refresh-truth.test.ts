import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Day,
  dateOf,
  firstDay,
  lastDay,
  type QuarterName,
} from '../../../src/plan/calendar/calendar.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { playedGoogleAnalytics } from '../../../src/workbench/vendors/ga4/google-analytics.ts';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import { type FakeBook, fakeBook } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import {
  covered,
  dataRows,
  dayLines,
  refreshed,
  type StandingRow,
} from '../../kit/desk/fed-desk.ts';
import { played, playedProperty } from '../../kit/desk/played-ga4.ts';
import { ga4Kpis, ga4Plan } from '../../kit/plans/ga4-plans.ts';
import { sweep } from '../../kit/run/sweep.ts';
import { truth, truthBy } from '../../kit/vendors/ga4-truth.ts';

const dayMs = 86_400_000;
const viet = playedProperty('properties/322000001');
const europe = playedProperty('properties/311000002');
const america = playedProperty('properties/311000003');

/** One zone for each change of the clock; both in both in a sweep. */
const every = sweep(false, true);
console.info(`places and quarters: ${every ? 'all 5' : '3 of 5'}`);

/** Noon in Greenwich on a day. */
const noonOf = (day: Day): number => Date.UTC(1899, 11, 30, 12) + day * dayMs;

/** The days of a quarter in groups, counted by hand: whole weeks from Monday on, cut by months or not. */
function groups(quarter: QuarterName, by: 'part' | 'week' | 'month' | 'quarter') {
  const found: { from: Day; to: Day }[] = [];
  let last = '';
  for (let day = firstDay(quarter); day <= lastDay(quarter); day += 1) {
    const week = Math.floor((day - 2) / 7);
    const { month } = dateOf(day);
    const key = { part: `${week} ${month}`, week: `${week}`, month: `${month}`, quarter: '' }[by];
    const open = found[found.length - 1];
    if (open && key === last) open.to = day;
    else found.push({ from: day, to: day });
    last = key;
  }
  return found;
}

interface World extends FakeDesk {
  readonly quarter: QuarterName;
  readonly account: typeof viet;
  readonly plans: readonly Plan[];
}

/** Three plans: one with all that Google Analytics knows, readings by week; two with readings by month and quarter. */
function world(account: typeof viet, quarter: QuarterName): World {
  const desk = openFakeDesk(fakeBook());
  played(desk.outside, playedGoogleAnalytics());
  const plan = (id: string, which: 'all' | 'whole', cadence: 'week' | 'month' | 'quarter') =>
    ga4Plan(account, quarter, ga4Kpis(which, cadence), { id, name: id });
  const plans = [
    plan('weekly', 'all', 'week'),
    plan('months', 'whole', 'month'),
    plan('quarts', 'whole', 'quarter'),
  ];
  at(desk, firstDay(quarter) + 2);
  for (const each of plans) ok(desk.panel.buildPlan({ plan: each, sample: false }));
  return { ...desk, quarter, account, plans };
}

function at({ outside, book }: FakeDesk, day: Day): void {
  outside.now = noonOf(day);
  book.day = outside.dayIn('Etc/UTC', outside.now);
}

const rowsOf = (book: FakeBook, plan: Plan): readonly StandingRow[] =>
  dataRows(book, plan.id).map((row) => {
    if (!row) throw new Error('A blank row.');
    return row;
  });

/** The channels that stand by themselves of an input; all that there are, up to ten. */
function shownOf(book: FakeBook, plan: Plan, input: string): readonly string[] {
  const lines = dayLines(book, plan.id).filter(({ key }) => key.startsWith(`${input}|`));
  return lines.flatMap(({ segment }) => (segment === '' ? [] : [segment]));
}

/** What was counted, with everything that is not shown put together. */
function foldedTo(
  shown: readonly string[],
  counted: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [segment, value] of counted) {
    const name = shown.includes(segment) ? segment : '';
    found.set(name, (found.get(name) ?? 0) + value);
  }
  return found;
}

/** Numbers of days, by week part and channel, against what was counted apart. */
function checkSums({ book, account, quarter }: World, plan: Plan, nowMs: number): number {
  let checked = 0;
  const rows = rowsOf(book, plan);
  const sums = inputsOfPlan(plan).filter(({ over }) => over === 'sum');
  for (const { key } of sums) {
    const feed = plan.feeds.find(({ input }) => input === key);
    if (!feed) continue;
    const through = Number(covered(book, key, 'through', plan.id));
    const own = rows.filter(({ input }) => input === key);
    expect(own.every(({ from, to }) => from === to)).toBe(true);
    for (const part of groups(quarter, 'part')) {
      const { from, to } = { from: part.from, to: Math.min(part.to, through) };
      const { metric, only, split } = feed;
      const asked = { property: account.id, metric: metric ?? '', only, from, to, nowMs };
      const counted =
        from > to
          ? new Map<string, number>()
          : split === null
            ? new Map([['', truth(asked)]].filter(([, value]) => value !== 0) as [string, number][])
            : foldedTo(shownOf(book, plan, key), truthBy(asked, split));
      const stands = new Map<string, number>();
      for (const row of own) {
        if (row.to < part.from || row.to > part.to) continue;
        stands.set(row.segment, (stands.get(row.segment) ?? 0) + row.value);
      }
      const told = `${plan.id} ${key} ${dateOf(from).day}.${dateOf(from).month}.`;
      expect([...stands.keys()].sort(), told).toEqual([...counted.keys()].sort());
      for (const [segment, value] of counted) {
        expect(stands.get(segment), `${told} ${segment}`).toBeCloseTo(value, 4);
        checked += 1;
      }
    }
  }
  return checked;
}

/** Readings of whole periods: one for each that has begun, of exactly its days as far as they are over. */
function checkWholes({ book, account, quarter }: World, plan: Plan, nowMs: number): number {
  let checked = 0;
  const rows = rowsOf(book, plan);
  for (const { key, over, unit, cadence } of inputsOfPlan(plan)) {
    const feed = plan.feeds.find(({ input }) => input === key);
    if (over !== 'whole' || !feed) continue;
    const through = Number(covered(book, key, 'through', plan.id));
    const own = rows.filter(({ input }) => input === key);
    const expected = groups(quarter, cadence).flatMap(({ from, to: end }) => {
      const to = Math.min(end, through);
      if (from > to) return [];
      const { metric, only } = feed;
      const value = truth({ property: account.id, metric: metric ?? '', only, from, to, nowMs });
      return value === 0 && unit !== 'count' ? [] : [{ from, to, value }];
    });
    const told = `${plan.id} ${key}`;
    expect(
      own.map(({ from, to }) => [from, to]),
      told,
    ).toEqual(expected.map(({ from, to }) => [from, to]));
    for (const [index, { value }] of expected.entries()) {
      expect(own[index]?.value, `${told} ${index}`).toBeCloseTo(value, 6);
      checked += 1;
    }
  }
  return checked;
}

beforeEach(() => {
  unforeseen.length = 0;
});

describe('what flows in, for every quantity of the catalogue that Google Analytics knows,', () => {
  it.each([
    ['in Vietnam, over the end of the year', viet, { year: 2026, month: 12 }],
    ['in Berlin, where summer time ends', europe, { year: 2026, month: 10 }],
    ['in California, where it begins', america, { year: 2027, month: 3 }],
    ...(every
      ? ([
          ['in Berlin, where it begins', europe, { year: 2027, month: 1 }],
          ['in California, where summer time ends', america, { year: 2026, month: 10 }],
        ] as const)
      : []),
  ] as const)('is what was counted apart, %s', (where, account, quarter) => {
    const desk = world(account, quarter);
    const [first, last] = [firstDay(quarter), lastDay(quarter)];
    let checked = 0;
    for (const day of [first + 2, first + 40, last + 5]) {
      at(desk, day);
      refreshed(desk, null);
      const yesterday = desk.outside.dayIn(account.zone, desk.outside.now) - 1;
      for (const plan of desk.plans) {
        for (const { input } of plan.feeds) {
          const through = covered(desk.book, input, 'through', plan.id);
          expect(through, `${plan.id} ${input}`).toBe(Math.min(last, yesterday));
        }
        checked += checkWholes(desk, plan, desk.outside.now);
        if (day > last) checked += checkSums(desk, plan, desk.outside.now);
      }
    }
    expect(unforeseen).toEqual([]);
    console.info(`${where}: ${checked} numbers are what was counted apart`);
  });
});
