import { quoted } from '../../native/twin.ts';
import { type BlockName, blockRange } from '../layout/block.ts';
import { when } from '../layout/formula-text.ts';

/**
 * How the department's sheet reads a plan's sheet: by the names of its blocks and the keys of rows
 * and columns, so that moving, sorting, inserting and renaming over there change nothing here.
 */
export const planBlock = (plan: string, block: BlockName): string => blockRange(plan, block);

const columnIn = (range: string, column: string): string =>
  `MATCH(${quoted(column)};INDEX(${range};1;0);0)`;

const matchIn = (range: string, key: string): string =>
  `MATCH(${quoted(key)};INDEX(${range};0;${columnIn(range, 'key')});0)`;

/** A single cell of a plan's block; an error where it is gone. */
export const cellIn = (range: string, row: string, column: string): string =>
  `INDEX(${range};${matchIn(range, row)};${columnIn(range, column)})`;

/** Which row of a plan's block has a key; words instead where the plan or the row is gone. */
export function rowIn(range: string, key: string, gone: string, missing: string): string {
  const row = matchIn(range, key);
  return when(
    `ISERROR(ROWS(${range}))`,
    quoted(gone),
    when(`ISERROR(${row})`, quoted(missing), row),
  );
}

/**
 * What stands in a column of a plan's block, in the row that `row` (a cell) has found: blank where
 * it is blank there, words where it is an error there.
 */
export function readAt(range: string, row: string, column: string, cannotTell: string): string {
  const cell = `INDEX(${range};${row};${columnIn(range, column)})`;
  const shown = when(`ISERROR(${cell})`, quoted(cannotTell), when(`LEN(${cell})=0`, '""', cell));
  return when(`ISNUMBER(${row})`, shown, '""');
}
