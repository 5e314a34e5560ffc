import type { Feed } from '../../plan/model/feeds.ts';
import { cleanText } from '../../plan/validation/field-reader.ts';
import type { SourceError } from '../source.ts';
import type { TableAccount } from './account.ts';
import type { TableCells } from './cells.ts';
import { headersIn, isBlankRow } from './find-table.ts';

/** Where the columns of a mapping stand now: they, and the table, may have moved. */
export interface Located {
  /** From 0. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** The column below a header, from 0. */
  readonly columnOf: (header: string) => number;
}

const searched = 200;

/** The headers that a mapping needs. */
const neededBy = (account: TableAccount, feeds: readonly Feed[]): readonly string[] => [
  account.day,
  ...(account.lastDay === null ? [] : [account.lastDay]),
  ...feeds.flatMap(({ metric, split, only }) => [
    ...(metric === null ? [] : [metric]),
    ...only.map(({ dimension }) => dimension),
    ...(split === null ? [] : [split]),
  ]),
];

const alike = (header: string): string => cleanText(header).toLowerCase();

/** Finds the row of headers by the names the mapping knows, wherever it stands now. */
export function locateColumns(
  cells: TableCells,
  account: TableAccount,
  feeds: readonly Feed[],
): Located | { readonly trouble: SourceError } {
  if (cells.every(isBlankRow)) return { trouble: { kind: 'tableGone', detail: account.name } };
  const needed = neededBy(account, feeds);
  let best: { readonly located: Located; readonly missing: readonly string[] } | null = null;
  for (const [headerRow, row] of cells.slice(0, searched).entries()) {
    const headers = headersIn(row);
    const places = new Map(headers.map((header, at) => [alike(header), at]));
    if (!places.has(alike(account.day))) continue;
    const missing = needed.filter((header) => !places.has(alike(header)));
    if (best && missing.length >= best.missing.length) continue;
    const columnOf = (header: string) => places.get(alike(header)) ?? -1;
    best = { located: { headerRow, headers, columnOf }, missing };
  }
  const gone = best ? best.missing[0] : account.day;
  if (!best || gone !== undefined) {
    return { trouble: { kind: 'columnGone', detail: gone ?? account.day } };
  }
  return best.located;
}
