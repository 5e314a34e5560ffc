import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../src/sheet/layout/bands.ts';
import type { Cell } from '../../../src/sheet/layout/drawing.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { planOfSize } from '../../kit/plans/plan-of-size.ts';
import { factsOf } from '../../kit/sheet/plan-facts.ts';

const isPlain = ({ style, ...rest }: Cell) =>
  style === 'plain' && Object.values(rest).every((each) => each === undefined);
const quarter = { year: 2027, month: 1 };

describe.each([1, 3, 10, 30])('what is written of a sheet of %i KPIs', (kpis) => {
  const drawing = planDrawing(factsOf(planOfSize(kpis, 'abc123', quarter)), '{}');
  const bands = bandsOf(drawing);

  it('leaves out no cell of which anything is to be said', () => {
    for (const [down, line] of drawing.cells.entries()) {
      for (const [across, cell] of line.entries()) {
        if (isPlain(cell)) continue;
        const inside = bands.some(
          ({ row, column, rows, columns }) =>
            down + 1 >= row &&
            down + 1 < row + rows &&
            across + 1 >= column &&
            across + 1 < column + columns,
        );
        expect(inside, `${down + 1}:${across + 1}`).toBe(true);
      }
    }
  });

  it('is at most three times the cells that hold something, four times where there are few', () => {
    const held = drawing.cells
      .flat()
      .filter(({ value, text, formula }) => value ?? text ?? formula ?? null);
    const written = bands.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    expect(written).toBeLessThanOrEqual((kpis < 10 ? 4 : 3) * held.length);
  });

  it('is one band after the other, few of them', () => {
    expect(bands.length).toBeLessThanOrEqual(6);
    for (const [at, { row }] of bands.entries()) {
      const before = bands[at - 1];
      expect(row).toBeGreaterThanOrEqual(before ? before.row + before.rows : 1);
    }
  });
});
