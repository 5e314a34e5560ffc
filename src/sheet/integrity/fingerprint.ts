import { hashText } from '../../messages/hash-text.ts';
import type { BlockName } from '../layout/block.ts';
import { isAside } from '../layout/cell-addresses.ts';
import type { Drawing } from '../layout/drawing.ts';
import { type SheetBlock, standing } from '../layout/found-blocks.ts';
import { plainValue } from '../layout/read-cells.ts';
import { blockNamed, blockOf } from '../plan/blocks.ts';
import { type CellNames, cellNames, normalFormula } from './normal-formula.ts';
import { dayColumns } from './own-days.ts';

/** A block as it stands, with the formulas of its cells; `''` where there is none. */
export interface FormulaBlock extends SheetBlock {
  readonly formulas: readonly (readonly string[])[];
}

/** What a block was right after it had been written. */
interface BlockFingerprint {
  /** Of its keys, its formulas as the spreadsheet gave them back, and its days. */
  readonly hash: string;
  /** Of the same as it stood, letter by letter: where that is the same still, nothing else is looked at. */
  readonly exact: string;
  /**
   * What people or refreshes write in it: a whole column, its cells in the rows of the table as
   * `column@*`, or one cell as `column@row`. A formula of somebody's own there is no damage.
   */
  readonly free: readonly string[];
}

export type Fingerprints = Readonly<Partial<Record<BlockName, BlockFingerprint>>>;

/** Fingerprints read back; `null` for what is none. */
export function readFingerprints(found: unknown): Fingerprints | null {
  if (typeof found !== 'object' || found === null) return null;
  const entries = Object.entries(found).filter(
    ([name, print]) =>
      blockNamed(name) !== undefined &&
      typeof print?.hash === 'string' &&
      typeof print.exact === 'string' &&
      Array.isArray(print.free),
  );
  return Object.fromEntries(entries);
}

const inTable = '@*';

/** The blocks of a drawing, with the formulas that the spreadsheet gave back for it. */
const drawnBlocks = (
  { names, cells }: Drawing,
  sheet: number,
  formulas: readonly (readonly string[])[],
): readonly FormulaBlock[] =>
  names.flatMap((area) => {
    const name = blockOf(area.name)?.block;
    if (!name) return [];
    const part = <T>(lines: readonly (readonly T[])[]) =>
      lines
        .slice(area.row - 1, area.row - 1 + area.rows)
        .map((line) => line.slice(area.column - 1, area.column - 1 + area.columns));
    const values = part(cells).map((line) => line.map(({ text, value }) => text ?? value ?? ''));
    return [{ ...standing(name, { ...area, sheet }, values), formulas: part(formulas) }];
  });

/** The fingerprints of a sheet that has just been drawn. */
export function fingerprintsOfDrawing(
  drawing: Drawing,
  formulas: readonly (readonly string[])[],
): Fingerprints {
  const blocks = drawnBlocks(drawing, 0, formulas);
  return fingerprintsOf(blocks, (name, row, column) => {
    const block = blocks.find((each) => each.block === name);
    const down = block?.rowKeys.indexOf(row, 1) ?? -1;
    const across = block?.columnKeys.indexOf(column) ?? -1;
    if (!block || down < 0 || across < 0) return false;
    const { style } = drawing.cells[block.area.row - 1 + down]?.[
      block.area.column - 1 + across
    ] ?? {
      style: 'plain',
    };
    return style.startsWith('typed') || style === 'closed';
  });
}

/**
 * The fingerprints of blocks that have just been drawn; `typed` says which of their cells are for
 * somebody else to write.
 */
function fingerprintsOf(
  blocks: readonly FormulaBlock[],
  typed: (block: BlockName, row: string, column: string) => boolean,
): Fingerprints {
  const names = cellNames(blocks);
  const entries = watched(blocks).map((block) => {
    const free = freeCells(block, typed);
    return [block.block, printOf(block, free, names)] as const;
  });
  return Object.fromEntries(entries);
}

const printOf = (
  block: FormulaBlock,
  free: readonly string[],
  names: CellNames,
): BlockFingerprint => ({ hash: hashOf(block, free, names), exact: exactHash(block), free });

/** The same blocks after formulas of ours were written in another form. */
export function renewedFingerprints(
  before: Fingerprints,
  blocks: readonly FormulaBlock[],
): Fingerprints {
  const names = cellNames(blocks);
  const entries = watched(blocks).flatMap((block) => {
    const free = before[block.block]?.free;
    return free ? [[block.block, printOf(block, free, names)] as const] : [];
  });
  return { ...before, ...Object.fromEntries(entries) };
}

/** The blocks that are not what they were any more, those that are gone among them. */
export function changedBlocks(
  before: Fingerprints,
  blocks: readonly FormulaBlock[],
): readonly BlockName[] {
  let names: CellNames | undefined;
  const found = new Map(blocks.map((block) => [block.block, block]));
  const known = Object.entries(before) as [BlockName, BlockFingerprint][];
  return known.flatMap(([name, { hash, exact, free }]) => {
    const block = found.get(name);
    if (!block) return [name];
    if (exactHash(block) === exact) return [];
    names ??= cellNames(blocks);
    return hashOf(block, free, names) === hash ? [] : [name];
  });
}

/** Keys, formulas and days where and as they stand. A formula of people's own makes it another. */
function exactHash({ block, area, rowKeys, columnKeys, values, formulas }: FormulaBlock): string {
  const days = dayColumns(block);
  let hash = hashText([area.row, area.column, ...columnKeys].join(' '));
  for (const [down, row] of rowKeys.entries()) {
    hash = hashText(row, hash);
    for (const [across, formula] of (formulas[down] ?? []).entries()) {
      if (formula !== '') hash = hashText(`${across}${formula}`, hash);
      else if (down > 0 && days.includes(columnKeys[across] ?? '')) {
        const value = values[down]?.[across];
        const day = value === undefined ? '' : plainValue(value);
        if (typeof day === 'number') hash = hashText(`${across}:${day}`, hash);
      }
    }
  }
  return hash.toString(36);
}

const watched = (blocks: readonly FormulaBlock[]): readonly FormulaBlock[] =>
  blocks.filter(({ block }) => !blockNamed(block)?.loose);

function freeCells(
  block: FormulaBlock,
  typed: (block: BlockName, row: string, column: string) => boolean,
): readonly string[] {
  return block.columnKeys.flatMap((column, across) => {
    if (column === '' || column === 'key') return [];
    const rows = block.rowKeys.flatMap((row, down) =>
      down > 0 && row !== '' ? [{ row, down }] : [],
    );
    const ours = ({ row, down }: (typeof rows)[number]) =>
      oursAt(block, { row, column, down, across }) !== '';
    if (!rows.some(ours)) return [column];
    const others = rows.filter(({ row }) => typed(block.block, row, column));
    const table = rows.filter(({ row }) => !isAside(row));
    // A head with a formula over a column that is typed, as every input has one.
    const whole = !table.some(ours) && table.some((each) => others.includes(each));
    const single = whole ? others.filter(({ row }) => isAside(row)) : others;
    return [
      ...(whole ? [`${column}${inTable}`] : []),
      ...single.map(({ row }) => `${column}@${row}`),
    ];
  });
}

/** Adds up over cells, so that their order does not matter where it may not. */
function hashOf(block: FormulaBlock, free: readonly string[], names: CellNames): string {
  const not = new Set(free);
  const ordered = blockNamed(block.block)?.ordered;
  let sum = 0;
  let count = 0;
  const add = (text: string) => {
    sum = (sum + hashText(text)) >>> 0;
    count += 1;
  };
  for (const column of block.columnKeys) if (column !== '') add(`column ${column}`);
  let ordinal = 0;
  for (const [down, row] of block.rowKeys.entries()) {
    if (down === 0 || row === '') continue;
    ordinal += 1;
    const fixed = isAside(row) || ordered;
    add(fixed ? `row ${row} ${ordinal}` : `row ${row}`);
    for (const [across, column] of block.columnKeys.entries()) {
      if (column === '' || column === 'key' || isFree(row, column, not)) continue;
      const ours = oursAt(block, { row, column, down, across });
      if (ours === '') continue;
      const at = { row: block.area.row + down, column: block.area.column + across };
      const text = ours.startsWith('=') ? normalFormula(ours, at, names) : ours;
      add(`${row} ${column} ${text}`);
    }
  }
  return `${count}.${sum.toString(36)}`;
}

const isFree = (row: string, column: string, free: ReadonlySet<string>): boolean =>
  free.has(column) ||
  free.has(`${column}@${row}`) ||
  (!isAside(row) && free.has(`${column}${inTable}`));

/** What stands in a cell that only we write: its formula, or its day. */
function oursAt(
  { block, values, formulas }: FormulaBlock,
  at: {
    readonly row: string;
    readonly column: string;
    readonly down: number;
    readonly across: number;
  },
): string {
  const formula = formulas[at.down]?.[at.across] ?? '';
  if (formula !== '') return formula;
  if (!dayColumns(block).includes(at.column)) return '';
  const value = values[at.down]?.[at.across];
  const day = value === undefined ? '' : plainValue(value);
  return typeof day === 'number' ? String(day) : '';
}
