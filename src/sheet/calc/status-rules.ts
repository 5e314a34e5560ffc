import type { StatusLight } from '../../plan/model/status.ts';
import type { Block, BlockName } from '../layout/block.ts';
import type { BlockDefinition, StatusTest } from '../layout/block-definition.ts';
import { columnLetters, type Positions, type tableArea } from '../layout/cell-addresses.ts';
import type { FormatRule, Rectangle } from '../layout/drawing.ts';
import { isLightAt } from './status-formulas.ts';

const lights = ['good', 'watch', 'bad'] as const;

/** The test of a status in a block, whose code stands in a column of the hidden calculations. */
export const statusIn =
  (block: BlockName, column: string): StatusTest =>
  (at, row, light) =>
    isLightAt(
      { keys: at.column('calc', 'key'), codes: at.column('calc', column) },
      at.here(block, row, 'key'),
      light,
    );

/** A status is a shape, words and a colour, wherever on the sheet it stands. */
export const statusRules = <Name extends string>(
  blocks: readonly BlockDefinition<Name, Name>[],
  at: Positions<Name>,
  tableOf: typeof tableArea<Name>,
): readonly FormatRule[] =>
  blocks.flatMap(({ name, statuses = {} }) =>
    Object.entries(statuses).flatMap(([column, isLit]) => {
      const table = tableOf(at, name, column, column);
      return table ? lightRules(table, (light) => isLit(at, table.first, light)) : [];
    }),
  );

/** What is wrong with what was typed, above it. */
export const warningRules = <Name extends string>(
  blocks: readonly BlockDefinition<Name, Name>[],
  drawn: readonly Block<Name>[],
  at: Positions<Name>,
): readonly FormatRule[] =>
  blocks.flatMap(({ name, warned = [] }) => {
    const last = drawn.find((block) => block.name === name)?.columns.length ?? 0;
    return warned.flatMap(({ row, column, onwards }) => {
      const cell = at.position(name, row, column);
      const columns = onwards && cell ? last - cell.column + 1 : 1;
      return cell ? [warningRule({ ...cell, rows: 1, columns })] : [];
    });
  });

/**
 * The colours of statuses: those of the codes they follow from. `test` says of the area's first row
 * whether its status is as good as this, as a formula that moves along with the row.
 */
const lightRules = (
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
const warningRule = (area: Rectangle): FormatRule => ({
  ...area,
  when: `LEN(${columnLetters(area.column)}${area.row})>0`,
  style: 'watch',
});
