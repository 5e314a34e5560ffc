import type { Block } from './block.ts';
import { addressesFrom, type FoundBlock, NotFound, type Positions } from './cell-addresses.ts';
import type { Border, Cell, Chart, Drawing, FormatRule } from './drawing.ts';

/** What a sheet has besides its blocks. */
export interface Finish<Name extends string> {
  /** The named range of a block. */
  readonly nameOf: (block: Name) => string;
  /** Pixels of the columns from the left; those beyond have the last one's. */
  readonly widths: readonly number[];
  /** Down to which row the sheet's head stays in sight; 0 for none. */
  readonly frozen: (addresses: Positions<Name>) => {
    readonly rows: number;
    readonly columns: number;
  };
  readonly rules: (addresses: Positions<Name>) => readonly FormatRule[];
  readonly lines: (addresses: Positions<Name>) => readonly Border[];
  readonly charts: (addresses: Positions<Name>) => readonly Chart[];
  readonly tab: string;
}

/** Blocks stacked from row 1 in column A, and where everything came to stand. */
export interface Arranged<Name extends string> {
  readonly drawing: Drawing;
  readonly places: Positions<Name>;
}

export function arrange<Name extends string>(
  blocks: readonly Block<Name>[],
  finish: Finish<Name>,
): Arranged<Name> {
  const found = stacked(blocks);
  const addresses = addressesFrom(found);
  const columns = Math.max(...blocks.map((block) => block.columns.length));
  const end = found[found.length - 1];
  const rows = end ? end.area.row + end.area.rows - 1 : 1;
  const cells: Cell[][] = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => empty),
  );
  const hiddenRows: { from: number; count: number }[] = [];
  const groups: { from: number; count: number; folded: boolean }[] = [];
  const heights: { from: number; count: number; pixels: number }[] = [];
  for (const [index, block] of blocks.entries()) {
    const { row: top, rows: count } = found[index]?.area ?? { row: 1, rows: 1 };
    hiddenRows.push({ from: top, count: block.hidden ? count : 1 });
    if (block.folds !== undefined && count > 2) {
      groups.push({ from: top + 2, count: count - 2, folded: block.folds });
    }
    const head = cells[top - 1];
    for (const [column, key] of block.columns.entries()) {
      if (head) head[column] = { value: key, style: 'hidden' };
    }
    for (const [down, row] of block.rows.entries()) {
      const line = cells[top + down];
      if (!line) continue;
      if (row.pixels) heights.push({ from: top + 1 + down, count: 1, pixels: row.pixels });
      if (row.key && !row.unkeyed && line.length > 1) line[1] = { value: row.key, style: 'hidden' };
      for (const [column, key] of block.columns.entries()) {
        const content = row.cells[key];
        if (!content) continue;
        const { formula, ...cell } = content;
        line[column] = formula ? { ...cell, formula: `=${formula(addresses, row.key)}` } : cell;
      }
    }
  }
  const drawing: Drawing = {
    rows,
    columns,
    cells,
    widths: Array.from({ length: columns }, (_, column) => widthAt(finish.widths, column)),
    heights: joined(heights),
    frozen: finish.frozen(addresses),
    hiddenColumns: hiddenColumns(blocks),
    hiddenRows: joinedSpans(hiddenRows),
    groups,
    names: found.map(({ block, area }) => ({ ...area, name: finish.nameOf(block) })),
    rules: finish.rules(addresses),
    lines: finish.lines(addresses),
    charts: finish.charts(addresses),
    tab: finish.tab,
  };
  return { drawing, places: addresses };
}

const empty: Cell = { style: 'plain' };

const widthAt = (widths: readonly number[], column: number): number =>
  widths[Math.min(column, widths.length - 1)] ?? 96;

/** The column of the keys, and those that only hidden blocks fill. */
function hiddenColumns(blocks: readonly Block<string>[]): Drawing['hiddenColumns'] {
  const widest = (some: readonly Block<string>[]) =>
    Math.max(0, ...some.map(({ columns }) => columns.length));
  const seen = widest(blocks.filter(({ hidden }) => !hidden));
  const beyond = widest(blocks) - seen;
  const keys = { from: 2, count: 1 };
  return seen > 2 && beyond > 0 ? [keys, { from: seen + 1, count: beyond }] : [keys];
}

/** Where blocks come to stand when one follows the other from row 1. */
function stacked<Name extends string>(blocks: readonly Block<Name>[]): readonly FoundBlock<Name>[] {
  let row = 1;
  return blocks.map((block) => {
    const rows = block.rows.length + 1;
    const area = { row, column: 1, rows, columns: block.columns.length };
    row += rows + (block.space ?? 0);
    return {
      block: block.name,
      area,
      columnKeys: block.columns,
      rowKeys: ['key', ...block.rows.map((each) => each.key)],
    };
  });
}

/** Neighbours of one height are set together. */
function joined(heights: readonly { from: number; count: number; pixels: number }[]) {
  const runs: { from: number; count: number; pixels: number }[] = [];
  for (const height of heights) {
    const last = runs[runs.length - 1];
    if (last && last.pixels === height.pixels && last.from + last.count === height.from) {
      last.count += height.count;
    } else runs.push({ ...height });
  }
  return runs;
}

const joinedSpans = (spans: readonly { from: number; count: number }[]) =>
  joined(spans.map((span) => ({ ...span, pixels: 0 }))).map(({ from, count }) => ({ from, count }));

/** A formula of ours and where it stands. */
export interface OwnedFormula<Name extends string> {
  readonly block: Name;
  /** Keys of its row and column. */
  readonly row: string;
  readonly column: string;
  readonly at: { readonly row: number; readonly column: number };
  readonly formula: string;
}

/**
 * Every formula that blocks own, for a sheet as it stands. One whose own cell is gone, or a cell it
 * speaks of, is left out.
 */
export function formulasOf<Name extends string>(
  blocks: readonly Block<Name>[],
  addresses: Positions<Name>,
): readonly OwnedFormula<Name>[] {
  return blocks.flatMap(({ name: block, rows }) =>
    rows.flatMap((row) =>
      Object.entries(row.cells).flatMap(([column, { formula }]) => {
        const at = formula ? addresses.position(block, row.key, column) : null;
        const text = formula && at ? written(() => formula(addresses, row.key)) : null;
        return at && text ? [{ block, row: row.key, column, at, formula: `=${text}` }] : [];
      }),
    ),
  );
}

function written(formula: () => string): string | null {
  try {
    return formula();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
