import type { BlockName, Content } from '../layout/block.ts';
import { blockNamed } from '../plan/blocks.ts';

/** Columns in which numbers of ours stand for days that formulas count on. */
export const dayColumns = (block: BlockName): readonly string[] => blockNamed(block)?.days ?? [];

/** The day that a cell of ours is drawn with; `null` for every other cell. */
export const ownDay = (
  block: BlockName,
  column: string,
  { value, formula }: Pick<Content, 'value' | 'formula'>,
): number | null =>
  !formula && typeof value === 'number' && dayColumns(block).includes(column) ? value : null;
