import { type Day, dateOf } from '../../plan/calendar/calendar.ts';
import type { Block, BlockName, BlockRow, Content } from './block.ts';
import { addressesFrom, type FoundBlock, isAside } from './cell-addresses.ts';
import { isDayFormat } from './formats.ts';
import type { TypedValue, TypedValues } from './sheet-input.ts';

/** What a cell is read as; where it shows a date, a spreadsheet may hand out a `Date`. */
export type ReadValue = string | number | boolean | Date;

/** A block as it stands on a sheet, with what its cells show. */
export interface ReadBlock extends FoundBlock<BlockName> {
  readonly values: readonly (readonly ReadValue[])[];
}

/** Cells by the keys of their blocks, rows and columns; `undefined` where there is no such cell. */
export type CellAt = (block: BlockName, row: string, column: string) => TypedValue | undefined;

export function cellLookup(found: readonly ReadBlock[]): CellAt {
  const addresses = addressesFrom(found);
  const blocks = new Map(found.map((each) => [each.block, each]));
  return (block, row, column) => {
    const at = addresses.position(block, row, column);
    const stands = blocks.get(block);
    if (!at || !stands) return undefined;
    const value = stands.values[at.row - stands.area.row]?.[at.column - stands.area.column];
    return value === undefined ? undefined : plainValue(value);
  };
}

/** A date as its day. It is midnight in the spreadsheet's time zone, which may not be the script's. */
export function plainValue(value: ReadValue): TypedValue {
  if (!(value instanceof Date)) return value;
  const [year, month, day] = [value.getFullYear(), value.getMonth(), value.getDate()];
  const time = Date.UTC(year, month, day, value.getHours(), value.getMinutes());
  return Math.round(time / 86_400_000) + 25569;
}

/**
 * What stood in a cell, to be put back. A day where no day belongs stays the text it reads as: as its
 * number it would be counted from then on.
 */
const keptValue = (value: ReadValue, isDay: boolean): TypedValue =>
  value instanceof Date && !isDay ? dateWritten(Number(plainValue(value))) : plainValue(value);

/** `09/02/2027` */
export function dateWritten(on: Day): string {
  const { day, month, year } = dateOf(on);
  return [day, month, year].map((part) => String(part).padStart(2, '0')).join('/');
}

/** Whether a column of a block holds days. */
const holdsDays = (
  rows: readonly { readonly cells: Readonly<Record<string, { readonly format?: string }>> }[],
  column: string,
): boolean => rows.some(({ cells }) => isDayFormat(cells[column]?.format));

/**
 * What people typed into a sheet. `blocks` say which cells are typed in, closed ones among them:
 * what stands there by mistake must not be lost. Rows nobody built, such as further items to do,
 * are read in the columns that their block has for typing.
 */
export function readTypedValues(
  found: readonly ReadBlock[],
  blocks: readonly Block[],
): TypedValues {
  const typed: Partial<Record<BlockName, Record<string, Record<string, TypedValue>>>> = {};
  for (const { name, rows, growing } of blocks) {
    const stands = found.find(({ block }) => block === name);
    if (!stands) continue;
    const built = new Map(rows.map((row) => [row.key, typedColumns(row)]));
    const anywhere = [...new Set([...built.values()].flat())];
    const days = anywhere.filter((column) => holdsDays(rows, column));
    const first = stands.rowKeys.findIndex((key, at) => at > 0 && key !== '' && !isAside(key));
    const cells: Record<string, Record<string, TypedValue>> = {};
    for (const [down, own] of stands.rowKeys.entries()) {
      const added = growing === true && down >= first && first > 0;
      const known = own !== '' && !Object.keys(cells).includes(own);
      if (down === 0 || (!known && !added)) continue;
      const columns = built.get(own) ?? (isAside(own) ? [] : anywhere);
      const line = typedIn(stands, down, own === '' ? anywhere : columns, days);
      const key = known ? own : addedKey(down, [...stands.rowKeys, ...Object.keys(cells)]);
      if (Object.keys(line).length > 0) cells[key] = line;
    }
    if (Object.keys(cells).length > 0) typed[name] = cells;
  }
  return typed;
}

/** What a line is called that nobody built; a sheet may hold such a key from an earlier time. */
export function addedKey(down: number, taken: readonly string[]): string {
  let key = `added${down}`;
  while (taken.includes(key)) key += 'x';
  return key;
}

function typedIn(
  { columnKeys, values }: ReadBlock,
  down: number,
  columns: readonly string[],
  days: readonly string[],
): Record<string, TypedValue> {
  const cells = columns.flatMap((column): [string, TypedValue][] => {
    const value = values[down]?.[columnKeys.indexOf(column)];
    return value === undefined || value === ''
      ? []
      : [[column, keptValue(value, days.includes(column))]];
  });
  return Object.fromEntries(cells);
}

const typedColumns = ({ cells, kept = [] }: BlockRow): readonly string[] => [
  ...Object.entries(cells).flatMap(([column, content]) => (isTyped(content) ? [column] : [])),
  ...kept,
];

/** Whether people type into a cell; into a closed one by mistake. */
export const isTyped = ({ style, formula }: Content<string>): boolean =>
  !formula && (style.startsWith('typed') || style === 'closed');
