import type { Rectangle } from '../templates/drawing.ts';
import type { Book } from './book.ts';
import { cut } from './plan-blocks.ts';

/** The blocks with formulas that fill their columns, and the rows in which these stand. */
export const spillBlocks = ['input', 'calc'] as const;
export const spillRows: readonly string[] = ['.marks', '.spans'];

/**
 * What stands on a sheet in short, to see later whether anybody has typed into it. What formulas
 * show is left out, also where it fills the cells below them: it changes by itself. `spilling` is
 * where the blocks stand that have such formulas.
 */
export function fingerprint(sheet: number, spilling: readonly Rectangle[], book: Book): string {
  const used = book.used(sheet);
  const values = book.values(sheet, used);
  const formulas = book.formulas(sheet, used);
  const tests = spilling.map((block) => filledCells(values, formulas, used, block));
  const filled = (row: number, column: number) => tests.some((test) => test(row, column));
  let hash = 5381;
  const add = (text: string) => {
    for (let at = 0; at < text.length; at += 1) hash = (hash * 33 + text.charCodeAt(at)) | 0;
  };
  for (const [down, line] of values.entries()) {
    for (const [across, value] of line.entries()) {
      const [row, column] = [used.row + down, used.column + across];
      const computed = (formulas[down]?.[across] ?? '') !== '';
      if (!computed && (value === '' || filled(row, column))) continue;
      add(`${row}:${column}${computed ? 'f' : `=${String(value)}`};`);
    }
  }
  return String(hash);
}

/** Which cells show the answers of a formula above them. One that cannot fill its column has none. */
function filledCells(
  values: readonly (readonly unknown[])[],
  formulas: readonly (readonly string[])[],
  used: Rectangle,
  block: Rectangle,
): (row: number, column: number) => boolean {
  const rows = cut(values, used, { ...used, row: block.row, rows: block.rows });
  const marks = rows.findIndex((line) => line.some((key) => spillRows.includes(String(key))));
  if (marks < 0) return () => false;
  const at = block.row + marks;
  const heads = formulas[at - used.row] ?? [];
  return (row, column) =>
    row > at &&
    row < block.row + block.rows &&
    (heads[column - used.column] ?? '') !== '' &&
    rows[marks]?.[column - used.column] !== '#REF!';
}
