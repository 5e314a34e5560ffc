import { expect, it } from 'vitest';
import { rowOfCells } from '../../../src/app/data-sheet/merge-rows.ts';

const row = (from: number, to: number) =>
  rowOfCells([from, to, 'ga4', 'properties/1', 'LEADS', '', 5, '2026-11-22 12:00']);

it('reads days as days where clocks change at midnight, and nothing else as a day', () => {
  expect(row(46310 + 1 / 24, 46310)).toMatchObject({ from: 46310, to: 46310, value: 5 });
  expect(row(46310, 46311 - 1 / 24)).toMatchObject({ from: 46310, to: 46311 });
  expect(row(46310.5, 46311)).toBeNull();
  expect(row(46311, 46310)).toBeNull();
});
