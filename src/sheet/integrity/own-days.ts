import type { BlockName, Content } from '../layout/block.ts';

/** Columns in which numbers of ours stand for days that formulas count on, and their blocks. */
const columns: readonly string[] = ['from', 'to'];
const blocks: readonly BlockName[] = ['input', 'calc'];

export const holdsDays = (block: BlockName, column: string): boolean =>
  columns.includes(column) && blocks.includes(block);

/** The day that a cell of ours is drawn with; `null` for every other cell. */
export const ownDay = (
  block: BlockName,
  column: string,
  { value, formula }: Pick<Content, 'value' | 'formula'>,
): number | null =>
  holdsDays(block, column) && !formula && typeof value === 'number' ? value : null;
