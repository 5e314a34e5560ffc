import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstDay,
  lastDay,
  type QuarterName,
  weekParts,
} from '../../../src/plan/calendar/calendar.ts';
import { evenWeight, shareAt } from '../../../src/plan/model/week-share.ts';
import { tetWeightsOpen } from '../../kit/plans/standing.ts';

const q1: QuarterName = { year: 2026, month: 1 };
const parts = weekParts(q1, 'monday');
const none = parts.map(() => null);
const tet = parts.findIndex((part) => part.tet);

describe('the share of the quarter', () => {
  it('goes day by day unless somebody weighs the weeks', () => {
    const days = lastDay(q1) - firstDay(q1) + 1;
    for (let day = firstDay(q1); day <= lastDay(q1); day += 1) {
      expect(shareAt(parts, none, day)).toBeCloseTo((day - firstDay(q1) + 1) / days, 12);
    }
  });

  it('follows the weights, day by day inside a week', () => {
    const weights = parts.map((_, at) => (at === 1 ? 7 : at === 2 ? 3 : 0));
    const week = parts[1]?.from ?? Number.NaN;
    expect(shareAt(parts, weights, week - 1)).toBe(0);
    expect(shareAt(parts, weights, week)).toBeCloseTo(0.1, 12);
    expect(shareAt(parts, weights, week + 6)).toBeCloseTo(0.7, 12);
    expect(shareAt(parts, weights, week + 13)).toBeCloseTo(1, 12);
  });

  it('is unknown without a settled day, and where all weights are zero', () => {
    expect(shareAt(parts, none, null)).toBeNull();
    expect(
      shareAt(
        parts,
        parts.map(() => 0),
        lastDay(q1),
      ),
    ).toBeNull();
  });

  it('only grows, from nothing to all of it', () => {
    const weight = fc.option(fc.double({ min: 0, max: 5, noNaN: true }));
    const all = fc.array(weight, { minLength: parts.length, maxLength: parts.length });
    const day = fc.integer({ min: firstDay(q1) - 10, max: lastDay(q1) + 10 });
    fc.assert(
      fc.property(all, day, (weights, at) => {
        const now = shareAt(parts, weights, at);
        fc.pre(now !== null);
        expect(shareAt(parts, weights, at + 1)).toBeGreaterThanOrEqual((now ?? 0) - 1e-12);
        expect(shareAt(parts, weights, firstDay(q1) - 1)).toBe(0);
        expect(shareAt(parts, weights, lastDay(q1))).toBeCloseTo(1, 12);
      }),
    );
  });

  it('weighs a whole week as 1', () => {
    expect(parts.slice(0, 2).map(evenWeight)).toEqual([4 / 7, 1]);
  });
});

describe('the weights of Tết', () => {
  const begins = parts[tet]?.from ?? Number.NaN;

  it('are open from the first day of its first week until all of them are set', () => {
    expect(tetWeightsOpen(parts, none, begins - 1)).toBe(false);
    expect(tetWeightsOpen(parts, none, begins)).toBe(true);
    expect(tetWeightsOpen(parts, none, lastDay(q1))).toBe(true);
    expect(tetWeightsOpen(parts, none, null)).toBe(false);
    const set = parts.map((part) => (part.tet ? 0 : null));
    expect(tetWeightsOpen(parts, set, lastDay(q1))).toBe(false);
    const two = weekParts({ year: 2027, month: 1 }, 'monday');
    const first = two.findIndex((part) => part.tet);
    const oneSet = two.map((_, at) => (at === first ? 0.2 : null));
    expect(tetWeightsOpen(two, oneSet, lastDay({ year: 2027, month: 1 }))).toBe(true);
  });

  it('are nothing to ask about in a quarter without Tết', () => {
    const summer = weekParts({ year: 2026, month: 7 }, 'monday');
    expect(tetWeightsOpen(summer, [], lastDay({ year: 2026, month: 7 }))).toBe(false);
  });
});
