import { describe, expect, it } from 'vitest';
import { readInput } from '../../src/cells/read.ts';
import { type CellContent, contentOf } from '../../src/kpi/cell-value.ts';
import { meaningOf } from '../../src/sheet/layout/computed-value.ts';
import { parseCellNumber } from '../../src/sources/table/read-number.ts';

const input = { name: 'cost', title: { en: 'cost', vi: 'chi phí' } };
const style = { unit: 'money', currency: 'USD', decimal: null, scale: 1 } as const;

/** Whether each reader of cells takes a value for a number: a function's, a table's. */
const readers = (value: unknown) => ({
  cell: readInput(value, input, {}).is === 'value',
  table: 'value' in parseCellNumber(value as never, style),
});

describe('what a cell holds is decided at one gate', () => {
  it.each<[unknown, CellContent['is'], string]>([
    [1200, 'number', 'number'],
    [0, 'number', 'number'],
    ['', 'blank', 'blank'],
    ['n/a', 'text', 'words'],
    ['#N/A', 'error', 'failing'],
    ['#DIV/0!', 'error', 'failing'],
    ['#NAME?', 'error', 'failing'],
    ['#TET2027', 'text', 'words'],
    [true, 'truth', 'truth'],
    [new Date(2026, 4, 12), 'date', 'number'],
    [{ serial: 46_154 }, 'date', 'number'],
    [{ serial: 0.75 }, 'date', 'number'],
  ])('%s', (value, is, meaning) => {
    expect(contentOf(value).is).toBe(is);
    expect(meaningOf(value)).toBe(meaning);
    // Nobody computes with what is no number; a blank is another thing to each of them.
    const taken = readers(value);
    if (is !== 'blank') expect(taken).toEqual({ cell: is === 'number', table: is === 'number' });
  });
});
