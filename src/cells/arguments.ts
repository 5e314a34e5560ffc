import type { CellKpi } from './cell-kpi.ts';
import type { GridSize, Refusal } from './refusal.ts';

export type Grid = readonly (readonly unknown[])[];

/** The arguments of a function, sorted into ranges and single values. */
export interface Arguments {
  /** Per input: its range, or `undefined` where it is a single value. */
  readonly grids: readonly (Grid | undefined)[];
  /** Per input: its single value; `undefined` where it is a range, or left out for good. */
  readonly singles: readonly unknown[];
  /** The shape all ranges share; `null` without a range. */
  readonly size: GridSize | null;
}

/**
 * Sorts and checks arguments: the required ones are there, ranges have one shape, what was left
 * out takes its default. An argument that points at a blank cell (`''`) was not left out.
 */
export function sortArguments(kpi: CellKpi, given: readonly unknown[]): Arguments | Refusal {
  if (given.slice(kpi.inputs.length).some((extra) => extra !== undefined)) {
    return { why: 'tooMany', most: kpi.inputs.length };
  }
  const grids: (Grid | undefined)[] = [];
  const singles: unknown[] = [];
  let first: { index: number; size: GridSize } | null = null;
  for (const [index, input] of kpi.inputs.entries()) {
    const value = given[index];
    if (value === undefined && !input.optional) return { why: 'missing', input: input.title };
    const grid = asGrid(value);
    grids.push(grid);
    singles.push(grid ? undefined : single(value === undefined ? input.default : value));
    if (!grid) continue;
    const size = { rows: grid.length, columns: grid[0]?.length ?? 0 };
    if (!first) first = { index, size };
    else if (size.rows !== first.size.rows || size.columns !== first.size.columns) {
      const other = kpi.inputs[first.index]?.title ?? input.title;
      return { why: 'shapes', input: input.title, size, other, otherSize: first.size };
    }
  }
  return { grids, singles, size: first?.size ?? null };
}

/** A range of one cell is that cell. */
const asGrid = (value: unknown): Grid | undefined =>
  Array.isArray(value) && !(value.length === 1 && value[0]?.length === 1) ? value : undefined;

const single = (value: unknown): unknown => (Array.isArray(value) ? value[0]?.[0] : value);

/** The values of all inputs at one place of the ranges. */
export const valuesAt = ({ grids, singles }: Arguments, row: number, column: number): unknown[] =>
  grids.map((grid, index) => (grid ? (grid[row]?.[column] ?? '') : singles[index]));
