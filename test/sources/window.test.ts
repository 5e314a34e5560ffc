import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '../../src/plan/calendar/calendar.ts';
import type { Feed } from '../../src/plan/model/feeds.ts';
import { inputsOfPlan } from '../../src/plan/model/inputs.ts';
import { ga4 } from '../../src/sources/ga4/source.ts';
import type { Period } from '../../src/sources/source.ts';
import {
  assignmentOf,
  fewerDays,
  mostSliceDays,
  periodsOf,
  settledDay,
  slicesOf,
  windowOf,
} from '../../src/sources/window.ts';
import { planned, planOf } from '../kit/plans/plans.ts';
import { feedOf, shop } from './ga4/property.ts';

const quarter = { year: 2027, month: 1 };
const [first, last] = [firstDay(quarter), lastDay(quarter)];
const settleDays = 3;
const cadences = ['week', 'month', 'quarter'] as const;

/** A plan whose every input flows in, with readings by the week, the month and the quarter. */
const kpis = [
  planned('TRAFFIC'),
  planned('VISITORS', { cadence: 'week' }),
  planned('REPEATRATE', { cadence: 'month' }),
  planned('SEARCHRANK', { cadence: 'quarter' }),
];
const feeds: readonly Feed[] = inputsOfPlan({ kpis, own: [], feeds: [] }).map(({ key }) =>
  feedOf(key, 'sessions'),
);
const plan = planOf(kpis, { quarter, feeds, accounts: [shop] });

/** What a refresh remembers of an account. */
interface Known {
  readonly through: number | null;
  readonly settled: number | null;
}
const nothing: Known = { through: null, settled: null };
const windowFor = (known: Known, yesterday: number, anew = false) =>
  windowOf({ first, last, ...known, yesterday, anew });

/** Days on which somebody refreshes, how large the slices are, and how many are got before it breaks off. */
const visits = fc
  .array(
    fc.record({
      after: fc.integer({ min: 0, max: 20 }),
      days: fc.integer({ min: 1, max: 31 }),
      slices: fc.integer({ min: 1, max: 9 }),
      anew: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    let yesterday = first - 5;
    return steps.map((step) => {
      yesterday += step.after;
      return { ...step, yesterday };
    });
  });

describe('the days to ask for', () => {
  it('are the quarter so far the first time, later what may still change', () => {
    expect(windowFor(nothing, first - 1)).toBeNull();
    expect(windowFor(nothing, first)).toEqual({ from: first, to: first });
    expect(windowFor(nothing, last + 40)).toEqual({ from: first, to: last });
    const known = { through: first + 40, settled: first + 37 };
    expect(windowFor(known, first + 40)).toEqual({ from: first + 38, to: first + 40 });
    expect(windowFor(known, first + 41)).toEqual({ from: first + 38, to: first + 41 });
    expect(windowFor(known, first + 41, true)).toEqual({ from: first, to: first + 41 });
    expect(windowFor({ through: last, settled: last }, last + 9)).toBeNull();
  });

  it('come again until they have settled, and then never; none is left out', () => {
    fc.assert(
      fc.property(visits, (all) => {
        let known = nothing;
        const fetched = new Map<number, number>();
        for (const { yesterday } of all) {
          const window = windowFor(known, yesterday);
          if (!window) continue;
          for (let day = window.from; day <= window.to; day += 1) {
            const before = fetched.get(day);
            if (before !== undefined) expect(before - day).toBeLessThan(settleDays);
            fetched.set(day, yesterday);
          }
          const through = window.to;
          known = { through, settled: settledDay({ first, through, yesterday, settleDays }) };
          for (let day = first; day <= through; day += 1) expect(fetched.has(day)).toBe(true);
          expect(through).toBe(Math.min(yesterday, last));
        }
      }),
    );
  });
});

describe('slices', () => {
  it('are the window, in order, without a gap, none too long', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 60 }),
        (long, most) => {
          const window = { from: first, to: first + long - 1 };
          const slices = slicesOf(window, most);
          expect(slices[0]?.from).toBe(window.from);
          expect(slices[slices.length - 1]?.to).toBe(window.to);
          for (const [at, { from, to }] of slices.entries()) {
            expect(to - from + 1).toBeLessThanOrEqual(Math.max(1, Math.min(most, mostSliceDays)));
            if (at > 0) expect(from).toBe((slices[at - 1]?.to ?? 0) + 1);
          }
        },
      ),
    );
  });

  it('become smaller down to one day', () => {
    expect(fewerDays({ from: 1, to: 31 })).toBe(15);
    expect(fewerDays({ from: 1, to: 1 })).toBe(1);
  });
});

describe('periods of readings', () => {
  it('are whole weeks though a month ends in them, months, the quarter; each tiles the quarter', () => {
    expect(periodsOf('week', quarter, 'monday')[0]).toEqual({ from: first, to: first + 2 });
    expect(periodsOf('week', quarter, 'monday')).toHaveLength(14);
    for (const cadence of cadences) {
      for (const start of ['monday', 'sunday'] as const) {
        const periods = periodsOf(cadence, quarter, start);
        expect(periods[0]?.from).toBe(first);
        expect(periods[periods.length - 1]?.to).toBe(last);
        for (const [at, { from }] of periods.entries()) {
          if (at > 0) expect(from).toBe((periods[at - 1]?.to ?? 0) + 1);
        }
        if (cadence !== 'week') continue;
        expect(periods.slice(1, -1).every(({ from, to }) => to - from === 6)).toBe(true);
      }
    }
  });

  it('stand once each after any row of refreshes, broken off or not, and end where the days end', () => {
    const readings = inputsOfPlan(plan).filter(({ over }) => over === 'whole');
    expect(new Set(readings.map(({ cadence }) => cadence)).size).toBe(3);
    fc.assert(
      fc.property(visits, (all) => {
        let known = nothing;
        let rows: (Period & { input: string })[] = [];
        for (const { yesterday, days, slices, anew } of all) {
          const window = windowFor(known, yesterday, anew);
          if (!window) continue;
          for (const slice of slicesOf(window, days).slice(0, slices)) {
            const assignment = assignmentOf({ plan, account: shop, slice, window });
            if (!assignment) throw new Error('nothing flows in');
            const fetched = ga4
              .plan(assignment)
              .flatMap((question) => question.reports)
              .filter(({ byDay }) => !byDay)
              .flatMap(({ inputs, ranges }) =>
                inputs.flatMap(({ input }) => ranges.map((range) => ({ ...range, input }))),
              );
            rows = [...rows.filter(({ to }) => to < slice.from), ...fetched];
            const through = slice.to;
            known = { through, settled: settledDay({ first, through, yesterday, settleDays }) };
          }
          const { through } = known;
          if (through === null) continue;
          const whole = through === Math.min(yesterday, last);
          for (const { key, cadence } of readings) {
            const standing = rows
              .filter(({ input }) => input === key)
              .map(({ from, to }) => ({ from, to }));
            const periods = periodsOf(cadence, quarter, 'monday');
            const over = periods.filter(({ to }) => to <= through);
            const open = periods
              .filter(({ from, to }) => whole && from <= through && to > through)
              .map(({ from }) => ({ from, to: through }));
            expect(standing).toEqual([...over, ...open]);
          }
        }
      }),
    );
  });
});

describe('what a slice asks of an account', () => {
  const window = { from: first, to: first + 9 };
  it('is what flows in from there, as the plan reads it', () => {
    const wanted = assignmentOf({ plan, account: shop, slice: window, window })?.wanted ?? [];
    expect(wanted.map(({ feed }) => feed.input)).toEqual(feeds.map(({ input }) => input));
  });

  it('is nothing where nothing flows in from there', () => {
    const other = { ...shop, id: 'properties/9' };
    expect(assignmentOf({ plan, account: other, slice: window, window })).toBeNull();
  });
});
