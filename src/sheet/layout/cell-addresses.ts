import type { CellAddresses } from './block.ts';
import type { Rectangle } from './drawing.ts';

/** A block as it stands on a sheet: where, and the keys read from its first row and key column. */
export interface FoundBlock<Name extends string> {
  readonly block: Name;
  readonly area: Rectangle;
  /** Of its first row, from left to right; `''` where a cell holds no key. */
  readonly columnKeys: readonly string[];
  /** Of its key column, from top to bottom; the first is that of the key row itself. */
  readonly rowKeys: readonly string[];
}

interface Position {
  readonly row: number;
  readonly column: number;
}

/** Places that also say where a single cell is, for whoever reads or rewrites it. */
export interface Positions<Name extends string> extends CellAddresses<Name> {
  /** `null` where the block, the row or the column is gone. */
  position(block: Name, row: string, column: string): Position | null;
  /** The keys of a block's rows as they stand now, from top to bottom. */
  rows(block: Name): readonly string[];
}

/** A block, row or column that formulas speak of is no longer on the sheet. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/**
 * Rows beside the table a block is: a heading with a formula, a single setting. They have a key, so
 * that they are found again, but columns neither begin nor end with them.
 */
export const isAside = (key: string): boolean => key.startsWith('.');

/**
 * The places of blocks that stand somewhere: as just arranged, or as people have left them after
 * sorting, inserting and moving. Asking for what is gone throws `NotFound`.
 */
export function addressesFrom<Name extends string>(
  found: readonly FoundBlock<Name>[],
): Positions<Name> {
  const blocks = new Map(found.map((each) => [each.block, each]));

  const position = (block: Name, row: string, column: string): Position | null => {
    const stands = blocks.get(block);
    if (!stands) return null;
    const down = stands.rowKeys.indexOf(row, 1);
    const across = stands.columnKeys.indexOf(column);
    if (down < 0 || across < 0 || row === '' || column === '') return null;
    return { row: stands.area.row + down, column: stands.area.column + across };
  };

  const at = (block: Name, row: string, column: string): Position => {
    const place = position(block, row, column);
    if (!place) throw new NotFound(`${block}: ${row} ${column}`);
    return place;
  };

  /** The rows of a block's table, the columns they are asked for in. */
  const span = (block: Name, column: string, above: 0 | 1): string => {
    const rows = keysOf(block).filter((key) => !isAside(key));
    const [first] = rows;
    const last = rows[rows.length - 1];
    if (first === undefined || last === undefined) throw new NotFound(`${block}: rows`);
    const { row: from, column: across } = at(block, first, column);
    const { row: to } = at(block, last, column);
    const letters = columnLetters(across);
    return `$${letters}$${from - above}:$${letters}$${to}`;
  };

  const keysOf = (block: Name): readonly string[] =>
    (blocks.get(block)?.rowKeys.slice(1) ?? []).filter((key) => key !== '');

  const here = (block: Name, row: string, column: string): string => {
    const { row: down, column: across } = at(block, row, column);
    return `$${columnLetters(across)}${down}`;
  };

  return {
    position,
    rows: keysOf,
    here,
    cell: (block, row, column) => {
      const { row: down, column: across } = at(block, row, column);
      return `$${columnLetters(across)}$${down}`;
    },
    column: (block, column) => span(block, column, 0),
    columnWithHead: (block, column) => span(block, column, 1),
    find: (block, row, column) => {
      at(block, row, column);
      return `INDEX(${span(block, column, 0)};MATCH(${quotedText(row)};${span(block, 'key', 0)};0))`;
    },
    downFrom: (block, row, column) => {
      const { row: from, column: across } = at(block, row, column);
      const [, last = ''] = span(block, column, 0).split(':');
      return `$${columnLetters(across)}$${from}:${last}`;
    },
    lookup: (block, column, from, row) =>
      `INDEX(${span(block, column, 0)};MATCH(${here(from, row, 'key')};${span(block, 'key', 0)};0))`,
  };
}

const quotedText = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** A block's table from one column to another, and the key of its first row. */
export function tableArea<Name extends string>(
  addresses: Positions<Name>,
  block: Name,
  from: string,
  to: string,
  isRow: (key: string) => boolean = () => true,
): (Rectangle & { readonly first: string }) | null {
  const keys = addresses.rows(block).filter((key) => !isAside(key) && isRow(key));
  const [first = ''] = keys;
  const top = addresses.position(block, first, from);
  const bottom = addresses.position(block, keys[keys.length - 1] ?? '', to);
  if (!top || !bottom) return null;
  const [rows, columns] = [bottom.row - top.row + 1, bottom.column - top.column + 1];
  return { ...top, rows, columns, first };
}

/** `28` is `AB`. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + letter : letter;
}

/** Its inverse: `AA` is 27. */
export function columnNumber(letters: string): number {
  let sum = 0;
  for (let at = 0; at < letters.length; at += 1) sum = sum * 26 + letters.charCodeAt(at) - 64;
  return sum;
}
