import { cleanText } from '../../plan/validation/field-reader.ts';
import { cellText, type TableCells } from './cells.ts';
import type { FoundTable } from './find-table.ts';
import { readDay } from './read-day.ts';

/** More texts than these tell rows apart; they are no kinds of something. */
const mostKinds = 40;
const longestKind = 200;

/** What the rows that are looked at hold, beyond the few that are shown. */
export interface SeenValues {
  /** By column, what its texts say, each once; empty where they are numbers, or too many to be kinds. */
  readonly values: readonly (readonly string[])[];
  /** By column, whether what it holds are days to the spreadsheet itself, not texts or numbers. */
  readonly dated: readonly boolean[];
}

export function seenValues(cells: TableCells, { headers, firstRow }: FoundTable): SeenValues {
  const rows = firstRow < 0 ? [] : cells.slice(firstRow);
  const below = headers.map((_, column) =>
    rows.flatMap((row) => {
      const cell = row[column];
      return cell === undefined || cell === '' ? [] : [cell];
    }),
  );
  return {
    values: below.map((column) => {
      const texts = column.filter((cell) => typeof cell === 'string');
      const kinds = new Set(texts.map((text) => cleanText(cellText(text)).slice(0, longestKind)));
      kinds.delete('');
      return kinds.size > mostKinds ? [] : [...kinds];
    }),
    dated: below.map(
      (column) =>
        column.length > 0 &&
        column.every((cell) => typeof cell === 'object' && 'day' in readDay(cell, 'dayFirst')),
    ),
  };
}
