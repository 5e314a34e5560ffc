import fc from 'fast-check';
import { expect } from 'vitest';
import type { Shown } from '../../../src/cells/answer.ts';
import { typedNumber } from '../../../src/cells/typed-number.ts';
import type { Input } from '../../../src/kpi/define.ts';
import type { Found, Given } from './ironcalc.ts';

const oddCells: readonly Given[] = [
  null,
  ' ',
  'abc',
  '1.234,5',
  '1.234',
  '12 %',
  '=SUM(1)',
  'no leads',
  'CPL: leads is «x», which is not a number.',
  true,
  -3,
  { formula: 'NA()' },
  { formula: '1/0' },
];

/** Anything a cell may hold for an input: mostly numbers that can be right, some that cannot. */
export function cellFor(input: Input): fc.Arbitrary<Given> {
  const odd = fc.constantFrom(...oddCells);
  if ('options' in input) {
    const words = Object.values(input.options).flat();
    return fc.oneof({ arbitrary: fc.constantFrom<Given>(...words), weight: 6 }, odd);
  }
  const most = input.max ?? 5000;
  const number = fc.oneof(
    fc.constant<Given>(0),
    fc.integer({ min: 0, max: most }).map((value): Given => value),
    fc.integer({ min: 1, max: 4096 }).map((value): Given => (value / 4096) * most),
  );
  return fc.oneof({ arbitrary: number, weight: 9 }, { arbitrary: odd, weight: 1 });
}

/** A cell as a function is handed it. */
export function asSeen(cell: Given): unknown {
  if (cell === null) return '';
  if (typeof cell !== 'object') return cell;
  return cell.formula === 'NA()' ? '#N/A' : '#DIV/0!';
}

export const typedAsText = (cell: Given): boolean =>
  typeof cell === 'string' && typeof typedNumber(cell) === 'number';

/**
 * The contract between a function and its twin: the same number, blank or words; where the
 * function refuses, no number. On numbers typed as text a twin may err instead; on a sentence of
 * ours passed on it is any text or error.
 */
export function expectAgreement(
  ours: { shown: Shown } | { refused: string },
  found: Found,
  given: readonly Given[],
): void {
  const seen = JSON.stringify({ given, ours, found });
  if ('refused' in ours) {
    expect(typeof found, seen).not.toBe('number');
    return;
  }
  const erred = typeof found === 'object';
  if (erred && given.some((cell) => typeof cell === 'string' && !/^ *$/.test(cell))) {
    const passedOn = typeof ours.shown === 'string' && given.includes(ours.shown);
    if (passedOn || given.some(typedAsText)) return;
  }
  if (typeof ours.shown === 'number' && typeof found === 'number') {
    const scale = Math.max(1e-9, Math.abs(ours.shown));
    expect(Math.abs(found - ours.shown) / scale, seen).toBeLessThan(1e-9);
    return;
  }
  expect(found, seen).toBe(ours.shown);
}
