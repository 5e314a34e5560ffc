import { columnLetters } from '../../sheet/layout/cell-addresses.ts';

/** The address of a cell, and what people see in it. */
export type NamedCell = readonly [address: string, shown: string];

/** So many cells are named one by one. */
const mostNamed = 5;
const mostLetters = 30;

/** The first cells of a list, to be named. */
export const namedCells = (
  cells: readonly { readonly row: number; readonly column: number; readonly shown: string }[],
): NamedCell[] =>
  cells
    .slice(0, mostNamed)
    .map(({ row, column, shown }) => [`${columnLetters(column)}${row}`, shortened(shown)]);

const shortened = (text: string): string =>
  text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;

/** `J7 (12), AA3 (mine) and 4 more`, of `count` cells. */
export function cellWords(
  first: readonly NamedCell[],
  count: number,
  andMore: (gaps: { readonly count: number }) => string,
): string {
  const names = first.map(([address, shown]) => `${address} (${shown})`).join(', ');
  const more = count - first.length;
  return more > 0 ? `${names} ${andMore({ count: more })}` : names;
}
