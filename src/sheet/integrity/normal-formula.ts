import { columnLetters, columnNumber } from '../layout/cell-addresses.ts';
import type { SheetBlock } from '../layout/found-blocks.ts';

/** Where a formula stands. */
interface Place {
  readonly row: number;
  readonly column: number;
}

type Found = Pick<SheetBlock, 'block' | 'area' | 'rowKeys' | 'columnKeys'>;

/** Names for the cells of a sheet that stay the same wherever people move them. */
export interface CellNames {
  /** `score.LEADS.target`; how far away it is, where it stands in no block. */
  one(row: number, column: number, from: Place): string;
  /** An end of a range: by how many rows of the block have a key above it, which sorting leaves. */
  end(row: number, column: number, from: Place): string;
}

export function cellNames(blocks: readonly Found[]): CellNames {
  const rows = new Map<number, { block: Found; key: string; ordinal: string }>();
  for (const block of blocks) {
    let keyed = 0;
    for (const [down, key] of block.rowKeys.entries()) {
      if (key !== '') keyed += 1;
      const ordinal = key === '' ? `${keyed}+` : String(keyed);
      rows.set(block.area.row + down, { block, key, ordinal });
    }
  }
  const named = (row: number, column: number, from: Place, as: 'key' | 'ordinal'): string => {
    const here = rows.get(row);
    if (!here) return `${row - from.row}:${column - from.column}`;
    const { block, key, ordinal } = here;
    const across = block.columnKeys[column - block.area.column] || columnLetters(column);
    return `${block.block}.${as === 'key' && key !== '' ? key : `#${ordinal}`}.${across}`;
  };
  return {
    one: (row, column, from) => named(row, column, from, 'key'),
    end: (row, column, from) => named(row, column, from, 'ordinal'),
  };
}

/** Texts; other sheets’ cells; cells and ranges; everything else with a name; separators, spaces. */
const token =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[A-Za-z_][\w.]*)!|\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\w(.])|[A-Za-z_][\w.]*|[,;\\]|\s+/g;

/**
 * A formula as it means the same cells, whatever rows and columns people have inserted, moved or
 * sorted since, and however their spreadsheet separates arguments: never to be written, only compared.
 */
export function normalFormula(formula: string, at: Place, names: CellNames): string {
  let elsewhere = false;
  return formula.replace(
    token,
    (whole: string, left?: string, top?: string, right?: string, bottom?: string) => {
      const foreign = elsewhere;
      elsewhere = whole.endsWith('!') && !whole.startsWith('"');
      if (left === undefined || top === undefined) {
        if (whole === ';' || whole === ',' || whole === '\\') return ';';
        if (whole.trimStart() !== whole) return '';
        // A copy of a sheet reads rows of its own.
        return whole.replace(/^(KPI_(?:data|days))_[a-z0-9]+$/, '$1');
      }
      if (foreign) return whole.replace(/\$/g, '');
      if (right === undefined || bottom === undefined) {
        return `[${names.one(Number(top), columnNumber(left), at)}]`;
      }
      const from = names.end(Number(top), columnNumber(left), at);
      return `[${from}:${names.end(Number(bottom), columnNumber(right), at)}]`;
    },
  );
}
