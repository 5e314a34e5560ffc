import type { WeekPart } from '../../plan/calendar/calendar.ts';
import type { BlockRow, CellAddresses } from '../layout/block.ts';
import { all, call, emptyText, when } from '../layout/formula-text.ts';
import { hidden } from '../layout/looks.ts';
import type { SheetInput } from '../layout/sheet-input.ts';

/** The column in which a KPI's row says that something it rests on is not as it was built. */
export const damageColumn = 'damage';

const rowsKey = '.rows';

/** How many rows of weeks there are; blank where they are not those of the quarter. */
export const weekRows = (at: CellAddresses): string => at.cell('calc', rowsKey, 'week');

/** That a KPI's number is not to be judged: its cells were damaged, or rows of weeks are. */
export const isDamaged = (at: CellAddresses, kpi: string): string =>
  `LEN(${at.here('calc', kpi, damageColumn)})+1-ISNUMBER(${weekRows(at)})>0`;

/**
 * Whether the rows of weeks are those of the quarter, each once, in whatever order: told by the cells
 * themselves, so that a row that is deleted, copied or typed over counts from the very moment.
 */
export const weekRowsRow = ({ parts }: SheetInput): BlockRow => ({
  key: rowsKey,
  cells: { week: hidden((at) => wholeRows(parts, at)) },
});

function wholeRows(parts: readonly WeekPart[], at: CellAddresses): string {
  const [from, to] = [at.column('input', 'from'), at.column('input', 'to')];
  const sum = (of: (part: WeekPart) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  const tests = [
    `${call('COUNT', from)}=${parts.length}`,
    `${call('COUNT', to)}=${parts.length}`,
    `${call('SUM', from)}=${sum((part) => part.from)}`,
    `${call('SUM', to)}=${sum((part) => part.to)}`,
    // Days that changed places among each other add up to the same.
    `${call('SUMPRODUCT', from, to)}=${sum((part) => part.from * part.to)}`,
    `${call('SUMPRODUCT', from, from)}=${sum((part) => part.from ** 2)}`,
  ];
  return when(all(...tests), parts.length, emptyText);
}
