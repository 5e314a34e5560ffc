import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentOf, sortRows } from '../../src/sources/segment.ts';

const row = (segment: string, value: number, day = 1) => ({
  from: day,
  to: day,
  input: 'A',
  segment,
  value,
});

describe('names of segments', () => {
  it('stand on one line, are never empty, and stay what they are otherwise', () => {
    expect(segmentOf(' a\r\n\tb\u0000 ')).toBe('a b');
    expect(segmentOf(' \t')).toBe('(not set)');
    expect(segmentOf('(other)')).toBe('(other)');
    expect(segmentOf('=1+1')).toBe('=1+1');
  });

  it('are cut between characters where they are very long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (name) => {
        const cut = Array.from(segmentOf(name));
        expect(cut.length).toBeLessThanOrEqual(200);
        expect(cut.every((character) => !/^[\ud800-\udfff]$/.test(character))).toBe(true);
      }),
    );
  });
});

describe('rows in order', () => {
  it('add up segments that differ only in capitals, under one spelling on all days', () => {
    expect(sortRows([row('sale', 1, 2), row('SALE', 2, 2), row('Sale', 4, 1)])).toEqual([
      row('Sale', 4, 1),
      row('Sale', 3, 2),
    ]);
  });

  it('never add a reading to itself', () => {
    expect(sortRows([row('', 5), row('', 5)])).toEqual([row('', 5)]);
  });

  it('are the same whatever order they came in', () => {
    const rows = fc.array(
      fc.record({
        from: fc.nat(3),
        to: fc.nat(3),
        input: fc.constantFrom('A', 'B'),
        segment: fc.constantFrom('', 'x', 'X', 'é', 'É'),
        value: fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      }),
    );
    fc.assert(
      fc.property(rows, (some) => {
        expect(sortRows([...some].reverse())).toEqual(sortRows(some));
        expect(sortRows(sortRows(some))).toEqual(sortRows(some));
      }),
    );
  });
});
