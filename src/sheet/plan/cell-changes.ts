import type { Block, BlockName } from '../layout/block.ts';
import { addressesFrom, isAside } from '../layout/cell-addresses.ts';
import type { SheetBlock } from '../layout/found-blocks.ts';
import { plainValue, type ReadValue } from '../layout/read-cells.ts';
import type { Difference } from './diff-plans.ts';
import { marginAt } from './input-block.ts';

/** A cell of a plan's sheet that is to hold something else, by its keys. */
export interface CellChange {
  readonly block: BlockName;
  readonly row: string;
  readonly column: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
  /** How the cell is to show numbers from then on; left out: as before. */
  readonly format?: string;
}

/** Whether a plan's cells can all be found that changes speak of. */
export function findable(
  blocks: readonly SheetBlock[],
  changes: readonly Pick<CellChange, 'block' | 'row' | 'column'>[],
): boolean {
  const addresses = addressesFrom(blocks);
  return changes.every(({ block, row, column }) => addresses.position(block, row, column) !== null);
}

/** What stands in a cell; '' where it cannot be found. */
function cellOf(
  blocks: readonly SheetBlock[],
  { block, row, column }: Pick<CellChange, 'block' | 'row' | 'column'>,
): ReadValue {
  const stands = blocks.find((each) => each.block === block);
  const at = addressesFrom(blocks).position(block, row, column);
  return stands && at ? valueAt(stands, at) : '';
}

/** Whether a cell holds a value, as far as a spreadsheet can tell: a blank is a blank. */
export const same = (holds: ReadValue, value: CellChange['before']): boolean =>
  value === null || value === '' ? holds === '' : plainValue(holds) === value;

/** What stands in a block at a place. */
export const valueAt = (
  { area, values }: SheetBlock,
  { row, column }: { row: number; column: number },
): ReadValue => values[row - area.row]?.[column - area.column] ?? '';

/** What a cell holds before is what stands in it, which may be a text where a number belongs. */
export function changeOf({ cell, after }: Difference, blocks: readonly SheetBlock[]): CellChange[] {
  return cell ? [{ ...cell, before: heldBy(blocks, cell), after }] : [];
}

function heldBy(
  blocks: readonly SheetBlock[],
  at: Pick<CellChange, 'block' | 'row' | 'column'>,
): CellChange['before'] {
  const holds = cellOf(blocks, at);
  return typeof holds === 'number' ? holds : String(holds) || null;
}

/**
 * Cells beside the tables in which the sheet itself says something of its plan, such as whose it
 * is and who agreed to it, and that say something else once the plan is another.
 */
export function labelChanges(
  blocks: readonly SheetBlock[],
  before: readonly Block[],
  after: readonly Block[],
): CellChange[] {
  const addresses = addressesFrom(blocks);
  return after.flatMap(({ name: block, rows }) => {
    const earlier = before.find(({ name }) => name === block)?.rows ?? [];
    return rows
      .filter(({ key }) => isAside(key))
      .flatMap(({ key: row, cells }): CellChange[] => {
        const was = earlier.find(({ key }) => key === row)?.cells ?? {};
        const columns = [...new Set([...Object.keys(was), ...Object.keys(cells)])];
        return columns.flatMap((column) => {
          const [from, to] = [was[column], cells[column]].map((cell) => cell?.text ?? cell?.value);
          // Fields of the plan stand beside its inputs, and are people's own.
          const field = block === marginAt.block && column === marginAt.column;
          if (
            field ||
            from === to ||
            typeof to === 'boolean' ||
            !addresses.position(block, row, column)
          ) {
            return [];
          }
          const at = { block, row, column };
          return [{ ...at, before: heldBy(blocks, at), after: to ?? null }];
        });
      });
  });
}

/** Whether two sheets have the same blocks, rows and columns. */
export const sameShape = (one: readonly Block[], other: readonly Block[]): boolean =>
  sameList(one, other, (block, like) => {
    const { name, columns, rows } = like;
    return (
      block.name === name &&
      sameList(block.columns, columns, (column, to) => column === to) &&
      sameList(block.rows, rows, (row, to) => row.key === to.key)
    );
  });

function sameList<T>(
  one: readonly T[],
  other: readonly T[],
  alike: (each: T, to: T) => boolean,
): boolean {
  return (
    one.length === other.length &&
    one.every((each, at) => {
      const to = other[at];
      return to !== undefined && alike(each, to);
    })
  );
}
