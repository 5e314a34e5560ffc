import { contentOf } from '../../kpi/cell-value.ts';
import type { SheetBlock } from './found-blocks.ts';

/**
 * What a cell's value says:
 *
 * | meaning | |
 * |---|---|
 * | `number` | a number, a day among them |
 * | `blank` | nothing is known |
 * | `words` | a text: typed, or a sentence of our own functions that says why there is no number |
 * | `truth` | a box that is ticked or not |
 * | `pending` | the spreadsheet is still computing it: by and by it holds something else |
 * | `failing` | its formula has no answer |
 */
export type CellMeaning = 'number' | 'blank' | 'words' | 'truth' | 'pending' | 'failing';

/** What Google writes while it computes, in the languages its users have. */
const computing = /^(?:loading|đang tải)\s*(?:\.{3}|…)$/i;

/**
 * The one place that decides what a cell's value means to whoever reads, copies or judges it. What it
 * holds, cells of ours and tables ask the same gate.
 */
export function meaningOf(value: unknown): CellMeaning {
  const found = contentOf(typeof value === 'string' ? value.trim() : value);
  switch (found.is) {
    case 'truth':
    case 'blank':
      return found.is;
    case 'number':
    case 'date':
      return 'number';
    case 'error':
      return 'failing';
    case 'text':
      return computing.test(found.text) ? 'pending' : 'words';
  }
}

/** Whether a cell shows no value but that there is none: never copied, judged or shown as one. */
export const isUnanswered = (value: unknown): boolean => {
  const meaning = meaningOf(value);
  return meaning === 'pending' || meaning === 'failing';
};

/**
 * Whether waiting may help: it is being computed, or it is a custom function of which too many were
 * asked at once.
 */
export const mayStillAnswer = (value: unknown): boolean =>
  meaningOf(value) === 'pending' || value === '#ERROR!';

/** A cell of a block of ours that is unanswered, by its keys and where it stands. */
export interface UnansweredCell {
  readonly block: SheetBlock['block'];
  readonly sheet: number;
  readonly rowKey: string;
  readonly columnKey: string;
  readonly row: number;
  readonly column: number;
  readonly shows: string;
}

/** The cells of blocks that are unanswered. Columns and rows that somebody has put in between are not ours. */
export const unansweredCells = (blocks: readonly SheetBlock[]): readonly UnansweredCell[] =>
  blocks.flatMap(({ block, sheet, area, columnKeys, rowKeys, values }) =>
    values.flatMap((line, down) =>
      line.flatMap((value, across): UnansweredCell[] => {
        const [rowKey = '', columnKey = ''] = [rowKeys[down], columnKeys[across]];
        if (rowKey === '' || columnKey === '' || !isUnanswered(value)) return [];
        // A line has no point there.
        if (value === '#N/A' && columnKey.startsWith('chart:')) return [];
        const at = { row: area.row + down, column: area.column + across };
        return [{ block, sheet, rowKey, columnKey, ...at, shows: String(value).trim() }];
      }),
    ),
  );

/** Whether a cell is one of a KPI's: in its row, or in a column of its values. */
export const isOf = (kpi: string, { rowKey, columnKey }: UnansweredCell): boolean =>
  rowKey === kpi || columnKey === kpi || columnKey.startsWith(`${kpi}:`);
