import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSegments, withinLimit } from '../../../src/app/data-sheet/fold-segments.ts';
import type { Row } from '../../../src/sources/source.ts';

const anyRows = fc.array(
  fc.record({
    from: fc.integer({ min: 1, max: 4 }),
    input: fc.constantFrom('A', 'B', 'C'),
    segment: fc.constantFrom('', 'x', 'y', 'z'),
    value: fc.integer({ min: -5, max: 50 }),
  }),
  { maxLength: 40 },
);
const rowsOf = (given: readonly Omit<Row, 'to'>[]): Row[] =>
  given.map((row) => ({ ...row, to: row.from }));
const totals = (rows: readonly Row[]) => {
  const found: Record<string, number> = {};
  for (const { from, input, value } of rows) {
    found[`${from} ${input}`] = (found[`${from} ${input}`] ?? 0) + value;
  }
  return found;
};

describe('segments that are too many', () => {
  it('are put together without changing any total, and what is few enough stays told apart', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 12, max: 40 }), (given, most) => {
        const rows = rowsOf(given);
        const { rows: within, untold } = withinLimit(rows, [], most);
        expect(totals(within)).toEqual(totals(rows));
        if (rows.length <= most) expect(within).toEqual(rows);
        else expect(untold.length).toBeGreaterThan(0);
        const told = (all: readonly Row[]) => all.filter(({ input }) => !untold.includes(input));
        expect(told(within)).toEqual(told(rows));
        const apart = within.filter(
          ({ input, segment }) => segment !== '' && untold.includes(input),
        );
        expect(apart).toEqual([]);
      }),
    );
  });

  it('go from the input that has the most of them first', () => {
    const many = Array.from({ length: 30 }, (_, at) => ['A', String(at)] as const);
    const few = Array.from({ length: 10 }, (_, at) => ['B', String(at)] as const);
    const rows = rowsOf(
      [...many, ...few].map(([input, segment]) => ({ from: 1, input, segment, value: 1 })),
    );
    expect(withinLimit(rows, [], 20)).toMatchObject({ untold: ['A'] });
    expect(withinLimit(rows, ['B'], 40)).toMatchObject({ untold: ['B'] });
    expect(foldSegments(rows, new Set(['A', 'B'])).map(({ value }) => value)).toEqual([30, 10]);
  });
});
