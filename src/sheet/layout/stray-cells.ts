import type { Block, BlockRow, Content } from './block.ts';
import { type FoundBlock, isAside } from './cell-addresses.ts';
import type { Rectangle } from './drawing.ts';
import { isTyped, type ReadValue } from './read-cells.ts';

/** Everything on a sheet, from A1. */
export interface SheetCells {
  readonly values: readonly (readonly ReadValue[])[];
  readonly formulas: readonly (readonly string[])[];
}

export interface StrayCells {
  readonly cells: SheetCells;
  readonly found: readonly FoundBlock<string>[];
  /** The blocks of the sheet as they are drawn with nothing typed in. */
  readonly drawn: readonly Block<string>[];
  /** Whether `drawn` is what the sheet was drawn from; else its words may have been others. */
  readonly exact: boolean;
  /** Blocks to which people may add lines. */
  readonly growing: readonly string[];
  /** Whether formulas stand in a row that fill the cells below them. */
  readonly isFilling: (row: string) => boolean;
  /** Words of ours, where it is not known what was drawn. */
  readonly words: readonly string[];
}

interface At {
  readonly row: number;
  readonly column: number;
}

/**
 * Cells of ours and cells to type in are found by their keys; these are the others that hold
 * something: beside the blocks, in rows and columns that somebody put in, over our words and
 * formulas. Rows and columns count from 1.
 */
export function strayCells(sheet: StrayCells): At[] {
  const { values } = sheet.cells;
  return values.flatMap((line, down) =>
    line.flatMap((_, across) => {
      const at = { row: down + 1, column: across + 1 };
      return isStray(at, sheet) ? [at] : [];
    }),
  );
}

function isStray(at: At, sheet: StrayCells): boolean {
  const { values, formulas } = sheet.cells;
  const value = values[at.row - 1]?.[at.column - 1] ?? '';
  const formula = formulas[at.row - 1]?.[at.column - 1] ?? '';
  if (value === '' && formula === '') return false;
  const block = sheet.found.find(({ area }) => isIn(at, area));
  if (!block) return !isOfLost(value, formula, sheet);
  const drawn = sheet.drawn.find(({ name }) => name === block.block);
  const [down, across] = [at.row - block.area.row, at.column - block.area.column];
  const [row, column] = [block.rowKeys[down] ?? '', block.columnKeys[across] ?? ''];
  // Nobody writes into hidden rows; what they say of a plan changes with its form.
  if (down === 0 || column === 'key' || drawn?.hidden) return false;
  if (column === '') return true;
  if (!drawn) return row === '' && formula === '' && !sheet.words.includes(String(value));
  // A row that was copied together with its key is somebody's own.
  const known = row !== '' && block.rowKeys.indexOf(row) === down;
  const like = known ? drawn.rows.find(({ key }) => key === row) : undefined;
  if (like)
    return isOver(value, formula, like, column, isFilled(down, across, block, sheet), sheet);
  if (row !== '' && known) return sheet.exact && !isAdded(block.block, sheet);
  if (isAdded(block.block, sheet) && isTypedIn(drawn, column) && formula === '') return false;
  const copied = rowOfOurs(row, values[at.row - 1] ?? [], block, drawn);
  if (copied) return isOwn(value, formula, copied, column);
  // A head of an older layout has words of ours in its place, which may have been others.
  const place = drawn.rows[down - 1];
  if (!sheet.exact && place?.key === '' && shownBy(place.cells[column]) !== '') return false;
  return formula === '' ? !isWord(value, drawn, sheet) : !isComputed(column, drawn);
}

/** The row of ours that one without its key was, or is a copy of: by its key, else by its first words. */
function rowOfOurs(
  row: string,
  line: readonly ReadValue[],
  { area, columnKeys }: FoundBlock<string>,
  { rows }: Block<string>,
): BlockRow<string> | undefined {
  if (row !== '') return rows.find(({ key }) => key === row);
  const title = line[area.column + columnKeys.indexOf('title') - 1] ?? '';
  return rows.find(
    ({ key, cells }) => key !== '' && title !== '' && shownBy(cells.title) === title,
  );
}

const shownBy = (content: Content<string> | undefined): ReadValue =>
  content?.text ?? content?.value ?? '';

/** Whether a cell of such a row holds anything but what ours does. */
function isOwn(
  value: ReadValue,
  formula: string,
  { cells }: BlockRow<string>,
  column: string,
): boolean {
  const content = Object.keys(cells).includes(column) ? cells[column] : undefined;
  if (formula !== '') return content?.formula === undefined;
  return content?.formula !== undefined || shownBy(content) !== value;
}

const isIn = ({ row, column }: At, area: Rectangle): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

/** Whether it may be ours all the same: of a block that is no longer found. */
function isOfLost(value: ReadValue, formula: string, { drawn, found }: StrayCells): boolean {
  const lost = drawn.filter(({ name }) => !found.some(({ block }) => block === name));
  if (lost.length === 0) return false;
  const own = (content: Content<string>) => (content.text ?? content.value ?? '') === value;
  return (
    formula !== '' ||
    lost.some(
      ({ columns, rows }) =>
        columns.includes(String(value)) ||
        rows.some(({ key, cells }) => key === String(value) || Object.values(cells).some(own)),
    )
  );
}

const isAdded = (block: string, { growing }: StrayCells): boolean => growing.includes(block);

/** Whether somebody put something over what a cell of ours holds. */
function isOver(
  value: ReadValue,
  formula: string,
  { cells, kept = [] }: BlockRow<string>,
  column: string,
  filled: boolean,
  { exact }: StrayCells,
): boolean {
  const content: Content<string> | undefined = Object.keys(cells).includes(column)
    ? cells[column]
    : undefined;
  if (content?.formula) return formula === '' && !filled;
  if (kept.includes(column) || filled) return false;
  // A number comes along; how somebody had it computed does not.
  if (content && isTyped(content)) return formula !== '';
  const ours = content?.text ?? content?.value ?? '';
  if (!exact && ours === '') return false;
  if (formula !== '') return exact;
  // The spreadsheet may have taken a word of ours for a number or a day.
  if (typeof ours === 'string' && ours !== '' && typeof value !== 'string') return false;
  return exact && String(value).trim() !== String(ours).trim();
}

const isTypedIn = ({ rows }: Block<string>, column: string): boolean =>
  rows.some(({ key, cells }) => {
    const content = Object.keys(cells).includes(column) ? cells[column] : undefined;
    return content !== undefined && !isAside(key) && isTyped(content);
  });

/** Whether a cell shows the answers of a formula above it that fills its column. */
function isFilled(
  down: number,
  across: number,
  { rowKeys, area }: FoundBlock<string>,
  { cells: { formulas }, isFilling }: StrayCells,
): boolean {
  const head = rowKeys.findIndex(isFilling);
  if (head < 0 || down <= head) return false;
  return (formulas[area.row + head - 1]?.[area.column + across - 1] ?? '') !== '';
}

/** Whether a row without a key holds a word of ours: headings have none. */
function isWord(value: ReadValue, { rows }: Block<string>, { exact }: StrayCells): boolean {
  const headings = rows.filter(({ key, unkeyed }) => !exact || key === '' || unkeyed);
  return headings.some(({ cells }) =>
    Object.values(cells).some(({ text, value: own }) => (text ?? own ?? '') === value),
  );
}

/** Whether a row without a key computes something of ours in a column. */
const isComputed = (column: string, { rows }: Block<string>): boolean =>
  rows.some(
    ({ key, cells }) =>
      key === '' && Object.keys(cells).includes(column) && cells[column]?.formula !== undefined,
  );
