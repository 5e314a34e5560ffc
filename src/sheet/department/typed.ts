import { isAside } from '../layout/cell-addresses.ts';
import { addedKey, plainValue, type ReadValue } from '../layout/read-cells.ts';
import type { TypedValue } from '../layout/sheet-input.ts';
import { departmentBlockNamed } from './blocks.ts';
import type { DepartmentBlock, DepartmentBlockName, DepartmentTyped } from './department-input.ts';

/** A block as it stands on the sheet: the values of its named range, its key row first. */
export interface DepartmentValues {
  readonly block: DepartmentBlockName;
  /** `''` where a cell is blank. */
  readonly values: readonly (readonly ReadValue[])[];
}

/**
 * What people typed into a department's sheet, to be put back when it is built anew. Which cells
 * those are follows from `blocks`, the blocks it would be built from now.
 */
export const departmentTyped = (
  found: readonly DepartmentValues[],
  blocks: readonly DepartmentBlock[],
): DepartmentTyped =>
  departmentTypedIn(found, (block) => typedColumns(blocks.find(({ name }) => name === block)));

/** The same where it is known which columns of a block are for typing. */
export function departmentTypedIn(
  found: readonly DepartmentValues[],
  columnsOf: (block: DepartmentBlockName) => readonly string[],
): DepartmentTyped {
  const typed = found.flatMap(({ block, values }) => {
    const columns = columnsOf(block);
    return columns.length === 0 ? [] : [[block, rowsOf(block, values, columns)] as const];
  });
  return Object.fromEntries(typed);
}

/** Columns of a block with cells to type in, the rows beside its table left out. */
function typedColumns(block: DepartmentBlock | undefined): readonly string[] {
  const rows = block?.rows.filter(({ key }) => key !== '' && !isAside(key)) ?? [];
  const columns = rows.flatMap(({ cells }) =>
    Object.keys(cells).filter((column) => cells[column]?.style.startsWith('typed')),
  );
  return [...new Set(columns)];
}

function rowsOf(
  block: DepartmentBlockName,
  values: readonly (readonly ReadValue[])[],
  columns: readonly string[],
): Readonly<Record<string, Readonly<Record<string, TypedValue>>>> {
  const keys = values[0] ?? [];
  const keyAt = keys.indexOf('key');
  const keyOf = (line: readonly ReadValue[]) => String(line[keyAt] ?? '');
  const first = values.findIndex(
    (line, at) => at > 0 && keyOf(line) !== '' && !isAside(keyOf(line)),
  );
  if (keyAt < 0 || first < 0) return {};
  const all = new Map<string, Readonly<Record<string, TypedValue>>>();
  for (const [at, line] of values.entries()) {
    if (at < first) continue;
    const own = keyOf(line);
    if (isAside(own) || (own === '' && !departmentBlockNamed(block)?.growing)) continue;
    const cells = columns.flatMap((column): [string, TypedValue][] => {
      const value = line[keys.indexOf(column)];
      return value === undefined || value === '' ? [] : [[column, plainValue(value)]];
    });
    // A line that somebody inserted, or copied together with its key.
    const taken = [...values.map(keyOf), ...all.keys()];
    const key = own === '' || all.has(own) ? addedKey(at, taken) : own;
    if (cells.length > 0) all.set(key, Object.fromEntries(cells));
  }
  return Object.fromEntries(all);
}
