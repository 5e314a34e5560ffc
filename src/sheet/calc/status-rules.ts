import type { StatusLight } from '../../plan/model/status.ts';
import { columnLetters } from '../layout/cell-addresses.ts';
import type { FormatRule, Rectangle } from '../layout/drawing.ts';

const lights = ['good', 'watch', 'bad'] as const;

/**
 * The colours of statuses: those of the codes they follow from. `test` says of the area's first row
 * whether its status is as good as this, as a formula that moves along with the row.
 */
export const lightRules = (
  { row, column, rows, columns }: Rectangle,
  test: (light: StatusLight) => string,
): readonly FormatRule[] =>
  lights.map((light) => ({
    row,
    column,
    rows,
    columns,
    when: test(light),
    style: light,
  }));

/** Cells that hold a warning or nothing. */
export const warningRule = (area: Rectangle): FormatRule => ({
  ...area,
  when: `LEN(${columnLetters(area.column)}${area.row})>0`,
  style: 'watch',
});
