import { expect, it } from 'vitest';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import { calculatedBook } from '../../kit/sheet/drawn.ts';

/** Days along row 1 and their numbers along row 2, the same down columns A and B from row 4 on. */
const days = 12;
const number = (at: number): number => (at % 5) * 10 + 1;

function drawingOf(formulas: readonly string[]): Drawing {
  const across = (of: (at: number) => number) =>
    Array.from({ length: days }, (_, at) => ({ value: of(at) }));
  return {
    rows: days + 4,
    columns: days,
    names: [],
    cells: [
      across((at) => at + 1),
      across(number),
      formulas.map((formula) => ({ formula: `=${formula}` })),
      ...Array.from({ length: days }, (_, at) => [{ value: at + 1 }, { value: number(at) }]),
      [{}],
    ],
  } as unknown as Drawing;
}

it('what stands in a row is compared like what stands in a column, also once it has changed', async () => {
  const both = (across: string, down: string) => (name: string, test: string) =>
    [across, down].map((range) => {
      const [keys = '', values = ''] = range.split(' ');
      return `${name}(${values};${keys};"${test}")`;
    });
  const pair = both('$A$1:$L$1 $A$2:$L$2', '$A$4:$A$15 $B$4:$B$15');
  const formulas = [
    ...pair('SUMIFS', '<=7'),
    ...pair('SUMIFS', '=3'),
    ...pair('MAXIFS', '>9'),
    // One cell of a column whose other cells are compared as well.
    'COUNTIFS($A$4:$A$4;"<=5")',
    'COUNTIFS($A$4:$A$15;"<=5")',
  ];
  const { engine, calculation } = await calculatedBook([
    { name: 'Lan', drawing: drawingOf(formulas) },
  ]);
  const shown = (): unknown[] =>
    formulas.map((_, at) => engine.workbook().getSheetBySheetId('s0')?.getCellRaw(2, at)?.v);
  const sum = (test: (day: number) => boolean, of = number): number =>
    Array.from({ length: days }, (_, at) => (test(at + 1) ? of(at) : 0)).reduce((a, b) => a + b);
  const upTo7 = sum((day) => day <= 7);
  expect(shown()).toEqual([upTo7, upTo7, number(2), number(2), 41, 41, 1, 5]);
  // The seventh day becomes the twentieth, in both.
  engine.commands.syncExecuteCommand('sheet.mutation.set-range-values', {
    unitId: engine.workbook().getUnitId(),
    subUnitId: 's0',
    cellValue: { 0: { 6: { v: 20, t: 2 } }, 9: { 0: { v: 20, t: 2 } } },
  });
  await calculation.settle();
  const without = upTo7 - number(6);
  expect(shown().slice(0, 2)).toEqual([without, without]);
  calculation.dispose();
  engine.univer.dispose();
});
