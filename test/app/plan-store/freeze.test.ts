import { describe, expect, it } from 'vitest';
import { freezeFormulas } from '../../../src/app/plan-store/rewrite-formulas.ts';
import type { SheetBlock } from '../../../src/sheet/layout/found-blocks.ts';
import { fakeBook } from '../../kit/desk/fake-book.ts';

/** A scorecard that shows what hidden cells below it compute, one formula filling a column there. */
function closing() {
  const blocks: SheetBlock[] = [
    {
      block: 'calc',
      sheet: 1,
      area: { row: 5, column: 1, rows: 3, columns: 3 },
      columnKeys: ['title', 'key', 'CPL'],
      rowKeys: ['key', '.spans', '.q'],
      values: [
        ['title', 'key', 'CPL'],
        ['', '.spans', ''],
        ['', '.q', 97_400],
      ],
    },
    {
      block: 'score',
      sheet: 1,
      area: { row: 1, column: 1, rows: 3, columns: 3 },
      columnKeys: ['title', 'key', 'actual'],
      rowKeys: ['key', 'CPL', ''],
      values: [
        ['title', 'key', 'actual'],
        ['Cost per lead', 'CPL', 97_400],
        ['mine', '', 194_800],
      ],
    },
  ];
  const formulas: Readonly<Record<number, string[][]>> = {
    5: [
      ['', '', ''],
      ['', '', '=CPL(A1:A2;B1:B2)'],
      ['', '', ''],
    ],
    1: [
      ['', '', ''],
      ['', '', '=C7'],
      ['', '', '=C2*2'],
    ],
  };
  const steps: string[] = [];
  const written = new Map<string, unknown>();
  const book = {
    ...fakeBook(),
    formulas: (_: number, { row }: { row: number }) => {
      steps.push('look');
      return formulas[row] ?? [];
    },
    write: (
      _: number,
      { row, column }: { row: number; column: number },
      values: readonly (readonly unknown[])[],
    ) => {
      steps.push('write');
      for (const [down, line] of values.entries()) {
        for (const [across, value] of line.entries()) {
          written.set(`${row + down}:${column + across}`, value);
        }
      }
    },
  };
  freezeFormulas(blocks, book);
  return { steps, written };
}

describe('closing a quarter', () => {
  it('keeps what a formula has filled in below it, in hidden cells as well', () => {
    const { written } = closing();
    expect(written.get('7:3')).toBe(97_400);
    expect(written.get('2:3')).toBe(97_400);
  });

  it('leaves the formula of a row that somebody has put in between', () => {
    expect(closing().written.has('3:3')).toBe(false);
  });

  it('looks at everything before it writes anything, so that a cut leaves no cell without its source', () => {
    const { steps } = closing();
    expect(steps.lastIndexOf('look')).toBeLessThan(steps.indexOf('write'));
  });
});
