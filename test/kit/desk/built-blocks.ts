import type { Plan } from '../../../src/plan/model/plan.ts';
import { type BlockName, blocksOf } from '../../../src/sheet/layout/block.ts';
import type { BuiltDesk } from './built-desk.ts';

/** What the cells of a block show, as the spreadsheet has computed it. */
export interface ShownBlock {
  /** Keys of its rows, from top to bottom. */
  readonly rows: readonly string[];
  readonly value: (row: string, column: string) => unknown;
  /** Where a cell stands, from 0. */
  readonly place: (
    row: string,
    column: string,
  ) => { readonly row: number; readonly column: number };
}

/** The blocks of a plan's sheet; each begins with the hidden row that holds the keys of its columns. */
export function shownBlocks(
  { desk, sheet }: BuiltDesk,
  name: string,
  plan: Plan,
): ReadonlyMap<BlockName, ShownBlock> {
  const id = sheet(name);
  const { rows: height, columns: width } = desk.cells.extent(id);
  const at = (row: number, column: number) => desk.cells.value(id, row, column);
  const heads = Array.from({ length: height }, (_, row) => row).filter(
    (row) => at(row, 1) === 'key',
  );
  return new Map(
    blocksOf(plan).flatMap((block, index): [BlockName, ShownBlock][] => {
      const head = heads[index];
      if (head === undefined) return [];
      const end = heads[index + 1] ?? height;
      const keys = Array.from({ length: width }, (_, column) => String(at(head, column) ?? ''));
      const rows = Array.from({ length: end - head - 1 }, (_, down) =>
        String(at(head + 1 + down, 1) ?? ''),
      );
      const place: ShownBlock['place'] = (row, column) => {
        const [down, across] = [rows.indexOf(row), keys.indexOf(column)];
        if (down < 0 || across < 0) throw new Error(`No ${row} ${column} in ${block}.`);
        return { row: head + 1 + down, column: across };
      };
      const value: ShownBlock['value'] = (row, column) => {
        const spot = place(row, column);
        return at(spot.row, spot.column);
      };
      return [[block, { rows, place, value }]];
    }),
  );
}
