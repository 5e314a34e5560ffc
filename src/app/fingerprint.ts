import type { Rectangle } from '../templates/drawing.ts';
import type { Book } from './book.ts';
import { cut } from './plan-blocks.ts';

/** The row of the input block in which formulas stand that fill their columns. */
export const spillRow = '.marks';

/**
 * What stands on a sheet in short, to see later whether anybody has typed into it. What formulas
 * show is left out, also where it fills the cells below them: it changes by itself. `input` is where
 * the input block stands.
 */
export function fingerprint(sheet: number, input: Rectangle | undefined, book: Book): string {
  const used = book.used(sheet);
  const values = book.values(sheet, used);
  const formulas = book.formulas(sheet, used);
  const filled = input ? filledCells(values, formulas, used, input) : () => false;
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
  input: Rectangle,
): (row: number, column: number) => boolean {
  const rows = cut(values, used, { ...used, row: input.row, rows: input.rows });
  const marks = rows.findIndex((line) => line.includes(spillRow));
  if (marks < 0) return () => false;
  const at = input.row + marks;
  const heads = formulas[at - used.row] ?? [];
  return (row, column) =>
    row > at &&
    row < input.row + input.rows &&
    (heads[column - used.column] ?? '') !== '' &&
    rows[marks]?.[column - used.column] !== '#REF!';
}
