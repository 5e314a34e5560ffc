import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askAgainFrom,
  type InputLoss,
  knownDays,
  lossAfter,
} from '../../../src/app/data-sheet/known-days.ts';
import type { Loss, LossReason } from '../../../src/sources/source.ts';

const first = 100;
const lostOn = (from: number, to: number, why: LossReason = 'unreadable', detail = ''): Loss => ({
  input: 'A',
  from,
  to,
  why,
  detail,
});
const lossOf = (
  asked: readonly [number, number],
  lost: readonly Loss[],
  before: InputLoss | null = null,
) =>
  lossAfter({
    first,
    asked: { from: asked[0], to: asked[1] },
    before,
    lost,
    yesterday: asked[1],
  });

/** What was asked for from some day on, and which of it was lost; each goes on where days are known. */
const anyRuns = fc.array(
  fc.record({
    back: fc.nat(6),
    further: fc.nat(5),
    lost: fc.array(fc.record({ at: fc.nat(12), days: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 3,
    }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('the days of an input that are known', () => {
  it('are the first ones without a gap, however often some were asked for again', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const known = new Set<number>();
        let loss: InputLoss | null = null;
        let end = first - 1;
        for (const { back, further, lost } of runs) {
          const from = Math.max(first, end + 1 - back);
          const to = Math.max(end, from) + further;
          const losses = lost.flatMap(({ at, days }) => {
            const [one, other] = [from + at, Math.min(to, from + at + days - 1)];
            return one <= to ? [lostOn(one, other)] : [];
          });
          for (let day = from; day <= to; day += 1) {
            if (losses.some((each) => each.from <= day && each.to >= day)) known.delete(day);
            else known.add(day);
          }
          loss = lossOf([from, to], losses, loss);
          end = to;
          let begin = first;
          while (begin <= end && !known.has(begin)) begin += 1;
          let stop = begin;
          while (known.has(stop + 1)) stop += 1;
          const expected = begin <= end ? { from: begin, to: stop } : null;
          expect(knownDays({ from: first, to: end }, loss)).toEqual(expected);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('begin after all that is cut off, also where that reaches beyond what was asked for', () => {
    const loss = lossOf([100, 130], [lostOn(100, 150, 'notYet')]);
    expect(loss?.since).toEqual({ day: 151, why: 'notYet', detail: '' });
    expect(knownDays({ from: 100, to: 130 }, loss)).toBeNull();
    const next = lossOf([131, 140], [], loss);
    expect(next?.since).toEqual(loss?.since);
    expect(knownDays({ from: 100, to: 160 }, lossOf([141, 160], [], next))).toEqual({
      from: 151,
      to: 160,
    });
  });

  it('keep why they end as long as they end there', () => {
    const loss = lossOf([100, 110], [lostOn(105, 105, 'other', 'x')]);
    expect(loss).toEqual({
      since: null,
      until: { day: 104, why: 'other', detail: 'x' },
      asked: 110,
    });
    expect(lossOf([108, 111], [], loss)).toEqual(loss);
    expect(lossOf([105, 112], [], loss)).toBeNull();
  });

  it('are asked for again after a week, where what was lost may have come', () => {
    const again = (why: LossReason, days: number) => {
      const loss = lossOf([100, 110], [lostOn(105, 105, why)]);
      return loss && askAgainFrom([loss], first, 110 + days);
    };
    expect(again('unreadable', 6)).toBeNull();
    for (const why of ['unreadable', 'twice', 'empty'] as const) expect(again(why, 7)).toBe(105);
    for (const why of ['other', 'cutOff', 'notYet'] as const) expect(again(why, 70)).toBeNull();
    const whole = lossOf([100, 110], [lostOn(100, 110, 'empty')]);
    expect(whole && askAgainFrom([whole], first, 117)).toBe(100);
    const late = whole && lossOf([108, 117], [lostOn(108, 117, 'empty')], whole);
    expect(late && askAgainFrom([late], first, 118)).toBeNull();
  });
});
