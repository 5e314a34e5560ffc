import type { DateCell } from '../../kpi/cell-value.ts';
import { dateOf } from '../../plan/calendar/day.ts';

/**
 * A cell of somebody's table: `''` is blank. Days are serial numbers, texts, or cells that show a
 * date; only the last of them say of themselves that they are no amount.
 */
export type TableCell = string | number | boolean | DateCell;

/** The cells of a tab from A1 on. */
export type TableCells = readonly (readonly TableCell[])[];

/** Cells of a column that are one for the eye: only the first of them holds what all show. Rows from 0. */
export interface JoinedRows {
  readonly row: number;
  readonly rows: number;
}

/** What else a tab tells of its cells, by column from 0; asked for only where it is needed. */
export interface TableLook {
  /** What the tab is called now. */
  readonly tab: string;
  joined(column: number): readonly JoinedRows[];
  /** The number formats of a column, from its first row on; `''` where nobody chose one. */
  formats(column: number): readonly string[];
}

/** What a cell holds as a text: compared with others, or quoted. A date as people here write it. */
export function cellText(cell: TableCell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? dateText(cell.serial) : String(cell);
}

const minutesOfDay = 1440;

function dateText(serial: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.round((serial - Math.floor(serial)) * minutesOfDay) % minutesOfDay;
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  if (serial < 1) return clock;
  const { year, month, day } = dateOf(Math.floor(serial));
  const date = `${two(day)}/${two(month)}/${year}`;
  return minutes === 0 ? date : `${date} ${clock}`;
}
