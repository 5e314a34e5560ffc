import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';

const wasm = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
initSync({ module: readFileSync(wasm) });

/** The engine, ready to be used. */
export { Model };

/** What a cell is given: a plain value, `null` for blank, or a formula beginning with `=`. */
export type Given = number | string | boolean | null | { readonly formula: string };
export type Found = number | string | boolean | { readonly error: string };

const types = { number: 1, text: 2, truth: 4, error: 16 };

/** Puts a rectangle of cells into a fresh workbook, calculates, and reads the cells back. */
export function calculate(cells: readonly (readonly Given[])[]): Found[][] {
  const model = new Model('test', 'en', 'UTC', 'en');
  const columns = Math.max(...cells.map((row) => row.length));
  // Or everything would be calculated again after each cell.
  model.pauseEvaluation();
  for (const [row, line] of cells.entries()) {
    for (const [column, given] of line.entries()) {
      if (given !== null) model.setUserInput(0, row + 1, column + 1, typed(given));
    }
  }
  // The engine shows nine digits; joined to a text, a number keeps all it has.
  for (const [row, line] of cells.entries()) {
    for (const [column, given] of line.entries()) {
      if (given === null) continue;
      model.setUserInput(0, row + 1, columns + column + 2, `=${address(row, column)}&""`);
    }
  }
  model.resumeEvaluation();
  model.evaluate();
  return cells.map((line, row) =>
    line.map((given, column) => {
      if (given === null) return '';
      const type = model.getCellType(0, row + 1, column + 1);
      if (type === types.error) {
        return { error: model.getFormattedCellValue(0, row + 1, column + 1) };
      }
      const text = model.getFormattedCellValue(0, row + 1, columns + column + 2);
      if (type === types.number) return Number(text);
      return type === types.truth ? text === 'TRUE' : text;
    }),
  );
}

function typed(given: Exclude<Given, null>): string {
  if (typeof given === 'object') return `=${given.formula}`;
  return typeof given === 'string' ? `'${given}` : String(given).toUpperCase();
}

/** `A1` from a row and a column counted from 0. */
export function address(row: number, column: number): string {
  const letter = (index: number): string =>
    (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') +
    String.fromCharCode(65 + (index % 26));
  return `${letter(column)}${row + 1}`;
}
