import type { Block } from './block.ts';
import type { Rectangle } from './drawing.ts';
import type { ReadValue } from './read-cells.ts';

/** A row of a sheet that holds the keys of columns. */
interface KeyRow {
  /** From 0, within what was read. */
  readonly at: number;
  readonly keys: readonly string[];
}

/**
 * Where blocks stand whose names are gone: by the row with the keys of their columns, which travels
 * with them. `values` are the cells of a sheet from A1, `wanted` the blocks as they are drawn, `taken`
 * the areas of those whose names stand. A block that is not there, or of which less than half of the
 * columns are, is left out.
 */
export function blocksByKeys<Name extends string>(
  values: readonly (readonly ReadValue[])[],
  wanted: readonly Block<Name>[],
  taken: readonly Rectangle[],
): ReadonlyMap<Name, Rectangle> {
  const heads = values.flatMap((line, at): KeyRow[] => {
    const keys = line.map(String);
    return keys.includes('title') && keys.includes('key') ? [{ at, keys }] : [];
  });
  const free = heads.filter(({ at }) => !taken.some(({ row }) => row === at + 1));
  const found = new Map<Name, Rectangle>();
  for (const block of wanted) {
    const [best] = free
      .map((head) => ({ head, alike: alike(head, block) }))
      .filter((each) => each.alike > 0.5)
      .sort((one, other) => other.alike - one.alike);
    if (!best) continue;
    const next = heads.find(({ at }) => at > best.head.at)?.at ?? values.length;
    found.set(block.name, areaOf(best.head, next, values));
  }
  return found;
}

/** Which share of the keys of a block's own columns a row holds, and of the row's the block; 0–1. */
function alike({ keys }: KeyRow, { columns }: Block<string>): number {
  const common: readonly string[] = ['', 'title', 'key'];
  const own = columns.filter((key) => !common.includes(key));
  const there = keys.filter((key) => !common.includes(key));
  const both = own.filter((key) => there.includes(key)).length;
  return both / Math.max(1, own.length, there.length);
}

/** From its keys down to its last row that has one. */
function areaOf(
  { at, keys }: KeyRow,
  next: number,
  values: readonly (readonly ReadValue[])[],
): Rectangle {
  const filled = keys.flatMap((key, column) => (key === '' ? [] : [column]));
  const [first = 0] = filled;
  const last = filled[filled.length - 1] ?? first;
  const keyColumn = keys.indexOf('key');
  let end = at;
  for (let row = at + 1; row < next; row += 1)
    if (String(values[row]?.[keyColumn] ?? '') !== '') end = row;
  return { row: at + 1, column: first + 1, rows: end - at + 1, columns: last - first + 1 };
}
