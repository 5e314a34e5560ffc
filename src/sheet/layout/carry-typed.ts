import type { Block, BlockRow } from './block.ts';
import { isTyped } from './read-cells.ts';
import type { TypedValue } from './sheet-input.ts';

/** Values by block, row key and column key; a cell that holds nothing is left out. */
export type KeyedValues = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, TypedValue>>>> | undefined>
>;

/** A cell by its keys. */
export interface KeyedCell {
  readonly block: string;
  readonly row: string;
  readonly column: string;
  /** `null`: blank. */
  readonly value: TypedValue | null;
}

/** A cell that is to hold something else, as long as it holds `before`. */
export interface KeyedChange extends Omit<KeyedCell, 'value'> {
  readonly before: TypedValue | null;
  readonly after: TypedValue | null;
}

/** Where people type on a sheet: rows and columns of each block by their keys. */
export type TypedPlaces = Readonly<
  Record<string, { readonly rows: readonly string[]; readonly columns: readonly string[] }>
>;

/** Where people type on a sheet of these blocks; what a refresh writes is not theirs. */
export function typedPlaces(blocks: readonly Block<string>[]): TypedPlaces {
  const places = blocks.flatMap(({ name, rows }) => {
    const typed = rows
      .map((row) => ({ key: row.key, columns: placesOf(row) }))
      .filter(({ key, columns }) => key !== '' && columns.length > 0);
    const columns = [...new Set(typed.flatMap((row) => row.columns))];
    return columns.length === 0
      ? []
      : [[name, { rows: typed.map(({ key }) => key), columns }] as const];
  });
  return Object.fromEntries(places);
}

const placesOf = ({ cells, kept = [] }: BlockRow<string>): string[] =>
  Object.entries(cells).flatMap(([column, content]) =>
    isTyped(content) && !kept.includes(column) ? [column] : [],
  );

/** What people typed, without what a refresh wrote into the same blocks. */
export function typedByPeople(values: KeyedValues, blocks: readonly Block<string>[]): KeyedValues {
  const isTheirs = ({ block, row, column }: KeyedCell): boolean => {
    const rows = blocks.find(({ name }) => name === block)?.rows ?? [];
    const like = rows.find(({ key }) => key === row);
    return !like?.kept?.length || placesOf(like).includes(column);
  };
  return keyedValues(keyedCells(values).filter(isTheirs));
}

/** Cells as values by their keys; a blank one takes away what came before it. */
export function keyedValues(cells: readonly KeyedCell[]): KeyedValues {
  const values: Record<string, Record<string, Record<string, TypedValue>>> = {};
  for (const { block, row, column, value } of cells) {
    const rows = values[block] ?? {};
    const line = { ...rows[row] };
    if (value === null) delete line[column];
    else line[column] = value;
    values[block] = { ...rows, [row]: line };
  }
  return values;
}

export const valueIn = (
  values: KeyedValues,
  { block, row, column }: Pick<KeyedCell, 'block' | 'row' | 'column'>,
): TypedValue | null => {
  const cells = values[block]?.[row];
  return cells && Object.keys(cells).includes(column) ? (cells[column] ?? null) : null;
};

export const keyedCells = (values: KeyedValues): KeyedCell[] =>
  Object.entries(values).flatMap(([block, rows = {}]) =>
    Object.entries(rows).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, value]) => ({ block, row, column, value })),
    ),
  );

/** Whether two cells hold the same; a box without its tick is as good as blank. */
const alike = (one: TypedValue | null, other: TypedValue | null): boolean =>
  one === other || (isBlank(one) && isBlank(other));
const isBlank = (value: TypedValue | null): boolean =>
  value === null || value === '' || value === false;

/** What another version of some values holds instead, where it is not the same. */
export function unlikeCells(one: KeyedValues, other: KeyedValues): KeyedCell[] {
  const gone = keyedCells(one).flatMap((cell) =>
    valueIn(other, cell) === null && !isBlank(cell.value) ? [{ ...cell, value: null }] : [],
  );
  return [...gone, ...keyedCells(other).filter((cell) => !alike(valueIn(one, cell), cell.value))];
}

/** What becomes of all that stands on a sheet when another takes its place. */
export interface Carried {
  /** What was typed since it was read, for the cells of the new sheet. */
  readonly writes: readonly KeyedChange[];
  /** What has no place there, now or since the new sheet was drawn. */
  readonly left: readonly KeyedCell[];
}

export interface Carrying {
  /** What the old sheet held when it was read, and what it holds now. */
  readonly before: KeyedValues;
  readonly now: KeyedValues;
  /** Where the new one was drawn with something else than `before`. */
  readonly unlike: readonly KeyedCell[];
  /** Where people type on the new one. */
  readonly places: TypedPlaces;
  /** Blocks to which people may add lines. */
  readonly growing: readonly string[];
}

/**
 * Compares what a sheet holds now with what it held when another one was drawn from it. What was
 * asked to be another value stays asked for; a cell that somebody changed as well has no place then.
 */
export function carryTyped(carrying: Carrying): Carried {
  const { before, now, places, growing } = carrying;
  const drawn = drawnWith(carrying);
  const lists = growing.map((block) => carryLines(block, carrying));
  const isLine = ({ block, row }: KeyedCell) =>
    growing.includes(block) && !(places[block]?.rows.includes(row) && !isAdded(row));
  const writes: KeyedChange[] = [];
  const left: KeyedCell[] = [];
  const gone = keyedCells(before).filter((cell) => valueIn(now, cell) === null);
  for (const cell of [...keyedCells(now), ...gone.map((each) => ({ ...each, value: null }))]) {
    if (isLine(cell)) continue;
    const { value: is, ...at } = cell;
    const [was, on] = [valueIn(before, cell), valueIn(drawn, cell)];
    if (alike(is, on)) continue;
    const replaced = alike(was, is) && on !== null;
    if (hasPlace(cell, places) && alike(was, on)) {
      writes.push({ ...at, before: on, after: is });
    } else if (!replaced && !isBlank(is)) left.push(cell);
  }
  return {
    writes: [...writes, ...lists.flatMap((each) => each.writes)],
    left: [...left, ...lists.flatMap((each) => each.left)],
  };
}

const hasPlace = ({ block, row, column }: KeyedCell, places: TypedPlaces): boolean =>
  (places[block]?.rows.includes(row) && places[block].columns.includes(column)) ?? false;

/** What the new sheet was drawn with. */
const drawnWith = ({ before, unlike }: Carrying): KeyedValues =>
  keyedValues([...keyedCells(before), ...unlike]);

/** A line that somebody added is called by its place when it was read, and so not to be found by it. */
const isAdded = (row: string): boolean => /^added\d/.test(row);

interface Line {
  readonly row: string;
  readonly cells: Readonly<Record<string, TypedValue>>;
}

const sameLine = (one: Line, other: Line): boolean => textOf(one) === textOf(other);
const textOf = ({ cells }: Line): string =>
  JSON.stringify(
    Object.entries(cells)
      .filter(([, value]) => !isBlank(value))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Lines that were added to a list, taken out of it, or changed, known by what they say. */
function carryLines(block: string, carrying: Carrying): Carried {
  const { places, now, before } = carrying;
  const { rows = [], columns = [] } = places[block] ?? {};
  const linesOf = (values: KeyedValues): Line[] =>
    Object.entries(values[block] ?? {}).map(([row, cells]) => ({ row, cells }));
  const isOwn = ({ row }: Line) => isAdded(row) || !rows.includes(row);
  const [was, is] = [linesOf(before).filter(isOwn), linesOf(now).filter(isOwn)];
  const added = without(is, was);
  const removed = without(was, is).filter(({ row }) => rows.includes(row));
  const drawn = linesOf(drawnWith(carrying));
  const taken = [...drawn, ...linesOf(now).filter((line) => !isOwn(line))];
  const free = rows.filter((row) => !taken.some((line) => line.row === row && !isEmpty(line)));
  const changed = added.length === removed.length;
  const writes = added.flatMap((line, at): KeyedChange[] => {
    const to = changed ? removed[at]?.row : free[at];
    return to === undefined ? [] : written(block, to, columns, removedAt(to, removed), line.cells);
  });
  const blanked = changed
    ? []
    : removed.flatMap(({ row, cells }) => written(block, row, columns, cells, {}));
  const homeless = changed ? [] : added.slice(free.length);
  return {
    writes: [...blanked, ...writes],
    left: homeless.flatMap(({ row, cells }) =>
      Object.entries(cells).map(([column, value]) => ({ block, row, column, value })),
    ),
  };
}

const isEmpty = ({ cells }: Line): boolean => Object.values(cells).every(isBlank);
const removedAt = (row: string, removed: readonly Line[]): Line['cells'] =>
  removed.find((line) => line.row === row)?.cells ?? {};

/** The lines of one list that another does not have, each as often. */
function without(lines: readonly Line[], others: readonly Line[]): Line[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.findIndex((other) => sameLine(line, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0 && !isEmpty(line);
  });
}

const written = (
  block: string,
  row: string,
  columns: readonly string[],
  before: Line['cells'],
  after: Line['cells'],
): KeyedChange[] =>
  columns.flatMap((column) => {
    const [from, to] = [before[column] ?? null, after[column] ?? null];
    return alike(from, to) ? [] : [{ block, row, column, before: from, after: to }];
  });
