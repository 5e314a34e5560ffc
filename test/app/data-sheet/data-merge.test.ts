import { expect, it } from 'vitest';
import { findRestatements, rowOfCells } from '../../../src/app/data-sheet/merge-rows.ts';

const row = (from: number, to: number) =>
  rowOfCells([from, to, 'ga4', 'properties/1', 'LEADS', '', 5, '2026-11-22 12:00']);

it('reads days as days where clocks change at midnight, and nothing else as a day', () => {
  expect(row(46310 + 1 / 24, 46310)).toMatchObject({ from: 46310, to: 46310, value: 5 });
  expect(row(46310, 46311 - 1 / 24)).toMatchObject({ from: 46310, to: 46311 });
  expect(row(46310.5, 46311)).toBeNull();
  expect(row(46311, 46310)).toBeNull();
});

it('does not call a week restated that had only one of its days by then', () => {
  const rows = (from: number, to: number) => {
    const read = row(from, to);
    return read ? [read] : [];
  };
  const batches = [{ account: 'properties/1', source: 'ga4', from: 46_300, rows: [] }];
  const restated = (before: readonly [number, number], now: readonly [number, number]) =>
    findRestatements(rows(...before), rows(...now), batches, () => ({
      from: 46_300,
      to: before[1],
    }));
  expect(restated([46_310, 46_310], [46_310, 46_311])).toEqual([]);
  expect(restated([46_310, 46_311], [46_310, 46_316])).toEqual([]);
  expect(restated([46_310, 46_310], [46_311, 46_311])).toHaveLength(1);
});
