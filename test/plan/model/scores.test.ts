import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scores } from '../../../src/plan/model/plan.ts';
import { score, totalScore } from '../../kit/plans/scores.ts';

const linear: Scores = { way: 'linear', floor: 0, cap: 1.2, ladder: [] };
const ladder: Scores = {
  ...linear,
  way: 'ladder',
  ladder: [
    { from: 1, points: 100 },
    { from: 0.95, points: 60 },
    { from: 0.9, points: 30 },
  ],
};

describe('points', () => {
  it('follow attainment between floor and cap', () => {
    expect([-0.3, 0, 0.55, 0.29, 1, 1.2, 1.7].map((attained) => score(attained, linear))).toEqual([
      0, 0, 55, 29, 100, 120, 120,
    ]);
    expect(score(0.2, { ...linear, floor: 0.5 })).toBe(50);
  });

  it('climb a ladder, in whatever order its rungs stand', () => {
    const upsideDown = { ...ladder, ladder: [...ladder.ladder].reverse() };
    for (const scores of [ladder, upsideDown]) {
      expect([1.4, 1, 0.999, 0.95, 0.9499, 0.9, 0.89, -1].map((at) => score(at, scores))).toEqual([
        100, 100, 60, 60, 30, 30, 0, 0,
      ]);
    }
    expect(score(0.1 * 3 + 0.65, ladder)).toBe(60);
    expect(score(57 / 60, ladder)).toBe(60);
  });

  it('are not given where nothing is measured', () => {
    expect(score(null, linear)).toBeNull();
    expect(score(null, ladder)).toBeNull();
    expect(score(Number.NaN, linear)).toBeNull();
  });

  it('never fall when more is attained', () => {
    const attained = fc.double({ min: -2, max: 3, noNaN: true });
    fc.assert(
      fc.property(attained, attained, fc.constantFrom(linear, ladder), (one, other, scores) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(score(more, scores)).toBeGreaterThanOrEqual(score(less, scores) ?? Number.NaN);
      }),
    );
  });
});

describe('the total', () => {
  it('weighs what is measured and says how much that is', () => {
    const rows = [
      { weight: 0.5, points: 100 },
      { weight: 0.25, points: 60 },
      { weight: 0.25, points: null },
      { weight: null, points: 10 },
    ];
    expect(totalScore(rows)).toEqual({ points: 65 / 0.75, measured: 0.75 });
  });

  it('of nothing measured is no number, not zero', () => {
    expect(totalScore([{ weight: 1, points: null }])).toEqual({ points: null, measured: 0 });
    expect(totalScore([])).toEqual({ points: null, measured: 0 });
    expect(totalScore([{ weight: 1, points: 0 }])).toEqual({ points: 0, measured: 1 });
  });

  it('lies between the lowest and the highest points', () => {
    const row = fc.record({
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      points: fc.integer({ min: 0, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const points = rows.map((each) => each.points);
        const total = totalScore(rows).points ?? Number.NaN;
        expect(total).toBeGreaterThanOrEqual(Math.min(...points) - 1e-9);
        expect(total).toBeLessThanOrEqual(Math.max(...points) + 1e-9);
      }),
    );
  });
});
