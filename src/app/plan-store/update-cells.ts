import type { BlockName } from '../../sheet/layout/block.ts';
import { placesFrom } from '../../sheet/layout/cell-addresses.ts';
import type { CellValue } from '../ports/host.ts';
import type { Book, NamedArea } from '../ports/spreadsheet.ts';
import type { StandingBlock } from './read-blocks.ts';

/** A cell of a plan's sheet that is to hold something else, by its keys. */
export interface CellChange {
  readonly block: BlockName;
  readonly row: string;
  readonly column: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
}

/**
 * Writes changes into a plan's cells, found by their keys. A cell that holds neither what was there
 * nor what is to be there was changed by somebody meanwhile, and stays. Says how many stayed.
 */
export function writeChanges(
  blocks: readonly StandingBlock[],
  changes: readonly CellChange[],
  book: Book,
): number {
  const places = placesFrom(blocks);
  let stayed = 0;
  for (const { block, row, column, before, after } of changes) {
    const stands = blocks.find((each) => each.block === block);
    const at = places.position(block, row, column);
    if (!stands || !at) {
      stayed += 1;
      continue;
    }
    const holds = valueAt(stands, at);
    if (same(holds, after)) continue;
    if (!same(holds, before)) {
      stayed += 1;
      continue;
    }
    book.write(stands.sheet, { ...at, rows: 1, columns: 1 }, [[after]]);
  }
  return stayed;
}

/** Whether a plan's cells can all be found that changes speak of. */
export function findable(
  blocks: readonly StandingBlock[],
  changes: readonly Pick<CellChange, 'block' | 'row' | 'column'>[],
): boolean {
  const places = placesFrom(blocks);
  return changes.every(({ block, row, column }) => places.position(block, row, column) !== null);
}

/** What stands in a cell; '' where it cannot be found. */
export function cellOf(
  blocks: readonly StandingBlock[],
  { block, row, column }: Pick<CellChange, 'block' | 'row' | 'column'>,
): CellValue {
  const stands = blocks.find((each) => each.block === block);
  const at = placesFrom(blocks).position(block, row, column);
  return stands && at ? valueAt(stands, at) : '';
}

/** Writes the text of a plan's card into the cell that holds it. */
export function writeCard(
  areas: ReadonlyMap<BlockName, NamedArea>,
  text: string,
  book: Book,
): void {
  const area = areas.get('card');
  if (!area) return;
  for (const [down, line] of book.values(area.sheet, area).entries()) {
    for (const [across, value] of line.entries()) {
      if (typeof value !== 'string' || !value.startsWith('{')) continue;
      const at = { row: area.row + down, column: area.column + across, rows: 1, columns: 1 };
      book.write(area.sheet, at, [[text]]);
      return;
    }
  }
}

const valueAt = (
  { area, values }: StandingBlock,
  { row, column }: { row: number; column: number },
): CellValue => values[row - area.row]?.[column - area.column] ?? '';

const same = (holds: CellValue, value: CellChange['before']): boolean =>
  value === null || value === '' ? holds === '' : holds === value;
