import type { Block, BlockName } from './block.ts';
import type { FoundBlock } from './cell-addresses.ts';
import type { Rectangle } from './drawing.ts';
import type { ReadValue } from './read-cells.ts';

/** An area of a sheet that has a name. */
export interface BlockArea extends Rectangle {
  readonly name: string;
  readonly sheet: number;
}

/** A block as it stands on a sheet, with what its cells show. */
export interface SheetBlock extends FoundBlock<BlockName> {
  readonly sheet: number;
  readonly values: readonly (readonly ReadValue[])[];
}

/** The sheet on which most of a plan's blocks stand. */
export function sheetOfBlocks(areas: ReadonlyMap<BlockName, BlockArea>): number | null {
  const counts = new Map<number, number>();
  for (const { sheet } of areas.values()) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}

/** A block from what its area holds. */
export function standing<Name extends string>(
  block: Name,
  on: BlockArea,
  values: readonly (readonly ReadValue[])[],
) {
  const { row, column, rows, columns } = on;
  const columnKeys = (values[0] ?? []).map(String);
  const keys = columnKeys.indexOf('key');
  return {
    block,
    // Asked for only by whoever wants it.
    get sheet() {
      return on.sheet;
    },
    area: { row, column, rows, columns },
    columnKeys,
    values,
    rowKeys: values.map((line) => String(line[keys] ?? '')),
  };
}

/**
 * Rows whose keys are not written are known by where they stand: as drawn, as long as the next row
 * with a key has not moved within its block. Else they are not known, and stay as they are.
 */
export function withUnkeyed(
  found: readonly SheetBlock[],
  drawn: readonly Block[],
): readonly SheetBlock[] {
  return found.map((block) => {
    const rows = drawn.find(({ name }) => name === block.block)?.rows ?? [];
    // The first row of a block as it stands is that of its columns' keys.
    if (!rows.some(({ unkeyed }) => unkeyed)) return block;
    const rowKeys = block.rowKeys.map((key, down) => {
      const row = rows[down - 1];
      if (!row?.unkeyed || key !== '') return key;
      const next = rows.findIndex((each, index) => index >= down && !each.unkeyed);
      const known = next >= 0 && block.rowKeys[next + 1] === rows[next]?.key;
      return known ? row.key : key;
    });
    return { ...block, rowKeys };
  });
}

/** A part of what was read around it. */
export const cut = <T>(
  values: readonly (readonly T[])[],
  around: Rectangle,
  area: Rectangle,
): readonly (readonly T[])[] =>
  values
    .slice(area.row - around.row, area.row - around.row + area.rows)
    .map((line) =>
      line.slice(area.column - around.column, area.column - around.column + area.columns),
    );

/** The smallest rectangle around several. */
export function hull(areas: readonly Rectangle[]): Rectangle {
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  return {
    row,
    column,
    rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
  };
}
