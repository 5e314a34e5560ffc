import type { TableCell, TableCells, TableLook } from './cells.ts';
import { isBlankCell, isBlankRow } from './find-table.ts';

/**
 * The cells with what joined ones show in each of their rows: a day above three campaigns, a
 * channel beside five. A blank cell that is not joined stays blank: what stands above it may not be
 * meant for it. The tab is asked only about columns in which something is blank.
 */
export function carriedDown(
  cells: TableCells,
  columns: readonly number[],
  firstRow: number,
  look: Pick<TableLook, 'joined'>,
): TableCells {
  const filled = new Map<number, Map<number, TableCell>>();
  for (const column of new Set(columns)) {
    const isOpen = cells.some(
      (row, at) => at >= firstRow && isBlankCell(row[column]) && !isBlankRow(row),
    );
    if (column < 0 || !isOpen) continue;
    for (const { row: first, rows } of look.joined(column)) {
      const value = cells[first]?.[column];
      if (value === undefined || isBlankCell(value)) continue;
      for (let at = Math.max(first + 1, firstRow); at < first + rows; at += 1) {
        const line = filled.get(at) ?? new Map<number, TableCell>();
        filled.set(at, line.set(column, value));
      }
    }
  }
  if (filled.size === 0) return cells;
  return cells.map((row, at) => {
    const line = filled.get(at);
    if (!line || isBlankRow(row)) return row;
    const width = Math.max(row.length, ...[...line.keys()].map((column) => column + 1));
    return Array.from({ length: width }, (_, column) => {
      const own = row[column] ?? '';
      return isBlankCell(own) ? (line.get(column) ?? own) : own;
    });
  });
}
