import { describe, expect, it } from 'vitest';
import { legalArguments } from '../../../src/workbench/google/services/legal.ts';

describe('what travels through google.script.run', () => {
  it('is copied, with undefined in lists become null', () => {
    expect(legalArguments([[1, undefined, 'x'], { a: undefined, b: null }])).toEqual({
      args: [[1, null, 'x'], { b: null }],
    });
  });

  it.each([
    [[new Date(0)], 'arguments[0]', 'Date'],
    [[{ at: [new Date(0)] }], 'arguments[0].at[0]', 'Date'],
    [[1, () => 1], 'arguments[1]', 'function'],
    [[new Map()], 'arguments[0]', 'Map'],
  ])('is refused where it may not travel: %#', (args, illegal, what) => {
    expect(legalArguments(args)).toEqual({ illegal, what });
  });

  it('is refused when it goes round in a circle', () => {
    const round: { self?: unknown } = {};
    round.self = round;
    expect(legalArguments([round])).toEqual({ illegal: 'arguments[0].self', what: 'circle' });
  });
});
