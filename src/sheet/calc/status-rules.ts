import { columnLetters } from '../layout/cell-addresses.ts';
import type { FormatRule, Rectangle } from '../layout/drawing.ts';
import { isLight } from './status-formulas.ts';

const lights = ['good', 'watch', 'bad'] as const;

/**
 * The colours of statuses: those of the codes they follow from. `code` is where the code of the
 * area's first row stands, as a text of a formula that moves along with the row.
 */
export const lightRules = (
  { row, column, rows, columns }: Rectangle,
  code: string,
): readonly FormatRule[] =>
  lights.map((light) => ({
    row,
    column,
    rows,
    columns,
    when: isLight(code, light),
    style: light,
  }));

/** Cells that hold a warning or nothing. */
export const warningRule = (area: Rectangle): FormatRule => ({
  ...area,
  when: `LEN(${columnLetters(area.column)}${area.row})>0`,
  style: 'watch',
});
