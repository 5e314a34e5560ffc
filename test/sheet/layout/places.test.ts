import { describe, expect, it } from 'vitest';
import { arrange, type Finish } from '../../../src/sheet/layout/arrange.ts';
import type { Block } from '../../../src/sheet/layout/block.ts';
import {
  addressesFrom,
  columnLetters,
  NotFound,
} from '../../../src/sheet/layout/cell-addresses.ts';

const found = [
  {
    block: 'one',
    area: { row: 5, column: 2, rows: 6, columns: 3 },
    columnKeys: ['title', 'key', 'x'],
    rowKeys: ['key', '.head', 'A', '', 'B', '.foot'],
  },
  {
    block: 'two',
    area: { row: 20, column: 27, rows: 3, columns: 2 },
    columnKeys: ['key', 'y'],
    rowKeys: ['key', 'B', 'A'],
  },
] as const;

describe('where blocks stand', () => {
  const places = addressesFrom(found);

  it('is said in the words of formulas, by keys', () => {
    expect(places.cell('one', 'A', 'x')).toBe('$D$7');
    expect(places.here('one', 'B', 'x')).toBe('$D9');
    expect(places.cell('two', 'A', 'y')).toBe('$AB$22');
    expect(places.rows('one')).toEqual(['.head', 'A', 'B', '.foot']);
  });

  it('a column reaches over its table, not over the rows beside it', () => {
    expect(places.column('one', 'x')).toBe('$D$7:$D$9');
    expect(places.columnWithHead('one', 'x')).toBe('$D$6:$D$9');
  });

  it('another block is looked up by the key of a row', () => {
    expect(places.lookup('two', 'y', 'one', 'A')).toBe(
      'INDEX($AB$21:$AB$22;MATCH($C7;$AA$21:$AA$22;0))',
    );
  });

  it('what is gone has no place', () => {
    expect(places.position('one', 'C', 'x')).toBeNull();
    expect(places.position('one', '', 'x')).toBeNull();
    expect(() => places.cell('one', 'A', 'z')).toThrow(NotFound);
    expect(() => places.column('three' as 'one', 'x')).toThrow(NotFound);
  });

  it('columns are lettered as spreadsheets do', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

describe('blocks stacked on a sheet', () => {
  const blocks: readonly Block<'one' | 'two'>[] = [
    {
      name: 'one',
      columns: ['title', 'key', 'x'],
      folds: true,
      space: 2,
      rows: [
        { key: '', cells: { title: { value: 'Heading', style: 'heading' } } },
        { key: 'A', cells: { x: { style: 'number', formula: (at) => at.cell('two', 'A', 'y') } } },
        { key: 'B', cells: {}, pixels: 30 },
      ],
    },
    {
      name: 'two',
      columns: ['title', 'key', 'y', 'z'],
      hidden: true,
      rows: [{ key: 'A', cells: { y: { value: 1, style: 'plain' } } }],
    },
  ];
  const finish: Finish<'one' | 'two'> = {
    nameOf: (block) => `n_${block}`,
    widths: [200, 10, 50],
    tab: '#000000',
    frozen: (places) => ({ rows: places.position('one', 'A', 'x')?.row ?? 0, columns: 1 }),
    rules: () => [],
    lines: () => [],
    charts: () => [],
  };
  const { drawing } = arrange(blocks, finish);

  it('carry their keys in a hidden row and a hidden column', () => {
    expect(drawing.cells[0]?.map(({ value }) => value)).toEqual(['title', 'key', 'x', undefined]);
    expect(drawing.cells[2]?.[1]?.value).toBe('A');
    expect(drawing.hiddenRows).toEqual([
      { from: 1, count: 1 },
      { from: 7, count: 2 },
    ]);
    expect(drawing.hiddenColumns).toEqual([
      { from: 2, count: 1 },
      { from: 4, count: 1 },
    ]);
  });

  it('have their formulas written once everything has its place', () => {
    expect(drawing.cells[2]?.[2]?.formula).toBe('=$C$8');
    expect(drawing.frozen).toEqual({ rows: 3, columns: 1 });
  });

  it('fold under their heading, and are named down to their last row', () => {
    expect(drawing.groups).toEqual([{ from: 3, count: 2, folded: true }]);
    expect(drawing.names).toEqual([
      { name: 'n_one', row: 1, column: 1, rows: 4, columns: 3 },
      { name: 'n_two', row: 7, column: 1, rows: 2, columns: 4 },
    ]);
    expect(drawing.heights).toEqual([{ from: 4, count: 1, pixels: 30 }]);
    expect([drawing.rows, drawing.columns, drawing.widths]).toEqual([8, 4, [200, 10, 50, 50]]);
  });
});
