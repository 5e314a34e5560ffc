import type { Block, BlockName } from '../layout/block.ts';
import { isAside } from '../layout/cell-addresses.ts';
import type { Rectangle } from '../layout/drawing.ts';
import type { SheetBlock } from '../layout/found-blocks.ts';
import { isTyped, plainValue, type ReadValue } from '../layout/read-cells.ts';

/**
 * The blocks of a damaged sheet, to read from them what people typed: wherever the keys of their
 * columns stand, whatever their names span; rows that have lost their keys are known by their days or
 * by the words in their first column; of rows that stand twice the first counts, and what only the
 * second one holds. `values` are the cells of the sheet from A1, `areas` where its names point.
 */
export function recoveredBlocks(
  values: readonly (readonly ReadValue[])[],
  sheet: number,
  drawn: readonly Block[],
  areas: ReadonlyMap<BlockName, Rectangle>,
): readonly SheetBlock[] {
  const heads = drawn.flatMap((block) => headOf(block, values, areas.get(block.name)));
  return heads.map((head) => {
    const next = Math.min(values.length, ...heads.map(({ at }) => at).filter((at) => at > head.at));
    const lines = [head.keys, ...values.slice(head.at + 1, next)] as ReadValue[][];
    const rowKeys = keysOf(head, lines);
    const merged = head.block.growing ? lines : merge(head, lines, rowKeys);
    const columns = head.keys.length;
    return {
      block: head.block.name,
      sheet,
      area: { row: head.at + 1, column: 1, rows: merged.length, columns },
      columnKeys: head.keys,
      rowKeys,
      values: merged,
    };
  });
}

/** Where the keys of a block's columns stand, or would stand: the row, from 0. */
interface Head {
  readonly block: Block;
  readonly at: number;
  readonly keys: readonly string[];
}

function headOf(
  block: Block,
  values: readonly (readonly ReadValue[])[],
  area: Rectangle | undefined,
): Head[] {
  const own = block.columns.filter((key) => key !== 'key');
  /** Both ways: hidden calculations have columns of the same names, and many more. */
  const share = (line: readonly ReadValue[]) => {
    const there = line.filter((key) => key !== '' && key !== 'key').length;
    return own.filter((key) => line.includes(key)).length / Math.max(own.length, there);
  };
  const lines = values.map((line, at) => ({ at, line, share: share(line) }));
  const named = lines.find(({ at, share: of }) => at + 1 === area?.row && of > 0.5);
  const best = named ?? [...lines].sort((one, other) => other.share - one.share)[0];
  if (best && best.share > 0.5) {
    return [{ block, at: best.at, keys: best.line.map((key) => knownKey(key, block)) }];
  }
  // Its own head is gone, which its name has spanned: the columns stand where they were drawn.
  return area && area.columns === block.columns.length && area.column === 1
    ? [{ block, at: area.row - 2, keys: block.columns }]
    : [];
}

const knownKey = (key: ReadValue, { columns }: Block): string =>
  columns.find((each) => each === key) ?? '';

function keysOf({ block, keys }: Head, lines: readonly (readonly ReadValue[])[]): string[] {
  const written = keys.indexOf('key');
  const rows = block.rows.filter(({ key, unkeyed }) => key !== '' && !unkeyed);
  const stands = lines.map((line, down) => {
    const key = down === 0 || written < 0 ? '' : String(line[written] ?? '');
    return rows.some((row) => row.key === key) || block.growing ? key : '';
  });
  const lost = rows.filter(({ key }) => !stands.includes(key));
  const valueIn = (line: readonly ReadValue[], column: string): ReadValue =>
    line[keys.indexOf(column)] ?? '';
  return stands.map((key, down) => {
    const line = lines[down];
    if (key !== '' || down === 0 || !line) return down === 0 ? 'key' : key;
    const found = lost.find(({ cells }) =>
      ['from', 'to', 'title'].some((column) => {
        const content = cells[column];
        const wanted = content?.text ?? content?.value;
        const holds = plainValue(valueIn(line, column));
        const tells = typeof wanted === 'number' || (column === 'title' && wanted !== '');
        return wanted !== undefined && tells && holds === wanted;
      }),
    );
    return found?.key ?? '';
  });
}

/** Of rows that stand twice the first one, with what it lacks of the others. */
function merge(
  { block, keys }: Head,
  lines: readonly (readonly ReadValue[])[],
  rowKeys: readonly string[],
): ReadValue[][] {
  const merged = lines.map((line) => [...line]);
  for (const row of block.rows) {
    if (row.key === '' || isAside(row.key)) continue;
    const [first, ...others] = rowKeys.flatMap((key, down) => (key === row.key ? [down] : []));
    const into = first === undefined ? undefined : merged[first];
    if (!into) continue;
    for (const down of others) {
      for (const [column, content] of Object.entries(row.cells)) {
        const across = keys.indexOf(column);
        const value = lines[down]?.[across] ?? '';
        // What both hold stays where it is, and is told of as what has no place on the new sheet.
        if (across >= 0 && isTyped(content) && into[across] === '') into[across] = value;
      }
    }
  }
  return merged;
}
