import type { Arguments } from './arguments.ts';
import type { CellTable } from './cell-kpi.ts';
import { isBlankValue, isLabel } from './read.ts';

/** How many rows are left when the trailing ones in which every range is blank are cut off. */
export function rowsInUse({ grids, size }: Arguments): number {
  let rows = size?.rows ?? 0;
  while (rows > 0 && grids.every((grid) => !grid || (grid[rows - 1] ?? []).every(isBlankValue)))
    rows--;
  return rows;
}

/** Whether the first of several rows is a header: every range holds nothing but labels there. */
export function hasHeader({ grids, size }: Arguments, table: CellTable): boolean {
  const label = (value: unknown) => isLabel(value, table);
  return (size?.rows ?? 0) > 1 && grids.every((grid) => !grid || (grid[0] ?? []).every(label));
}
