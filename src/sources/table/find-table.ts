import { cleanText } from '../../plan/validation/field-reader.ts';
import { cellText, type TableCell, type TableCells } from './cells.ts';
import { readDay } from './read-day.ts';

/** Where a table stands on its tab. Rows and columns are counted from 0. */
export interface FoundTable {
  readonly headerRow: number;
  /** One per column of the tab, each once; `''` above a column that nobody named. */
  readonly headers: readonly string[];
  /** The first row below the headers that holds anything. */
  readonly firstRow: number;
}

/** Titles, filters and what an export says of itself stand above headers. */
const searched = 200;
/** So many rows below tell how wide a table is. */
const looked = 20;
const longestHeader = 200;

export const isBlankCell = (cell: TableCell | undefined): boolean =>
  cell === undefined || cell === '' || (typeof cell === 'string' && cleanText(cell) === '');

export const isBlankRow = (row: readonly TableCell[] | undefined): boolean =>
  row === undefined || row.every(isBlankCell);

/** The first table from the top of a tab; `null` where there is none. */
export function findTable(cells: TableCells): FoundTable | null {
  const top = cells.slice(0, searched + looked).map((row) => row.map(isHeading));
  for (const [at, row] of top.slice(0, searched).entries()) {
    const { named, filled } = measured(row);
    if (named < 2 || named * 5 < filled * 4) continue;
    const rows = below(top, at);
    const [next, later] = rows;
    const widest = Math.max(...rows.map((each) => each.filled));
    if (!next || widest < 2 || named * 3 < widest * 2) continue;
    // A line of titles: the headers follow at once.
    const heads = next.named === next.filled && later !== undefined && later.named < later.filled;
    if (heads && next.named >= named) continue;
    const firstRow = cells.findIndex((each, index) => index > at && !isBlankRow(each));
    return { headerRow: at, headers: headersIn(cells[at] ?? []), firstRow };
  }
  return null;
}

const measured = (row: readonly (boolean | null)[]) => ({
  named: row.filter((cell) => cell === true).length,
  filled: row.filter((cell) => cell !== null).length,
});

const below = (top: readonly (readonly (boolean | null)[])[], at: number) =>
  top
    .slice(at + 1, at + 1 + looked)
    .map(measured)
    .filter(({ filled }) => filled > 0);

/** Whether a cell could be a header; `null` where it is blank. */
function isHeading(cell: TableCell): boolean | null {
  if (isBlankCell(cell)) return null;
  if (typeof cell !== 'string') return false;
  return /\p{L}|#/u.test(cell) && !('day' in readDay(cell, 'dayFirst'));
}

/** The headers of a row on one line; of equal ones the later are numbered. */
export function headersIn(row: readonly TableCell[]): readonly string[] {
  const seen = new Set<string>();
  return row.map((cell) => {
    const header = cleanText(cleanText(cellText(cell)).slice(0, longestHeader));
    if (header === '') return '';
    let name = header;
    for (let count = 2; seen.has(name.toLowerCase()); count += 1) name = `${header} (${count})`;
    seen.add(name.toLowerCase());
    return name;
  });
}
