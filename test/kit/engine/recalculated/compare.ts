import type { Desk } from '../../../../src/workbench/desk/desk.ts';
import { columnIndex } from '../../../../src/workbench/formula/translate.ts';
import { address, type Found } from '../ironcalc.ts';
import type { Recalculated } from './recalculate.ts';

/** What became of a sheet's formulas in a file, computed there and here. */
export interface Comparison {
  /** How many formulas were computed in both places: every one that the file has. */
  readonly compared: number;
  /** How many of them needed cells of their own for a function over a range. */
  readonly inCells: number;
  /** Formulas over a range with a header: the cell beside the header is blank, and has none. */
  readonly overHeaders: number;
  /** Other formulas of which the file has only the value. */
  readonly onlyValues: readonly string[];
  /** Cells in which something else stands there than here, formulas or not. */
  readonly differing: readonly string[];
}

/** A sheet for the items of a list that may be chosen from; only files have it. */
const listSheet = '_lists';

/** Compares every cell of a workbook file with what the desk it comes from shows, sheet by sheet. */
export function compareWithDesk(
  file: Recalculated,
  { cells, engine }: Desk,
): Record<string, Comparison> {
  const sheets = engine.workbook().getSheets();
  const here = new Set([listSheet, ...sheets.map((sheet) => sheet.getName())]);
  const more = [...file.sheets.keys()].filter((name) => !here.has(name));
  if (more.length > 0) throw new Error(`Sheets that only the file has: ${more.join(', ')}`);
  return Object.fromEntries(
    sheets.map((sheet) => {
      const [name, id] = [sheet.getName(), sheet.getSheetId()];
      const seen: Seen = {
        ...cells.extent(id),
        value: (row, column) => cells.value(id, row, column),
        formula: (row, column) => cells.formula(id, row, column, 'en_US'),
      };
      return [name, compareSheet(file, name, seen)];
    }),
  );
}

/** A sheet as it is seen here; rows and columns counted from 0. */
export interface Seen {
  readonly rows: number;
  readonly columns: number;
  value(row: number, column: number): unknown;
  /** `''` without one. */
  formula(row: number, column: number): string;
}

export function compareSheet(file: Recalculated, sheet: string, here: Seen): Comparison {
  const there = file.sheets.get(sheet);
  if (!there) throw new Error(`The file has no sheet ${sheet}.`);
  const formulas = file.formulas.filter((each) => each.sheet === sheet);
  const computed = new Map(formulas.map((each) => [address(each.row, each.column), each.formula]));
  const rows = Math.max(here.rows, there.length);
  const columns = Math.max(here.columns, ...there.map((line) => line.length));
  const [differing, onlyValues]: [string[], string[]] = [[], []];
  let overHeaders = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = address(row, column);
      const [value, found] = [here.value(row, column) ?? '', there[row]?.[column] ?? ''];
      const formula = computed.get(at);
      if (!isSame(value, found)) {
        differing.push(`${at} ${JSON.stringify({ here: value, there: found, formula })}`);
      }
      const written = here.formula(row, column);
      if (written === '' || formula !== undefined) continue;
      if (value === '' && isOverHeader(written, here)) overHeaders += 1;
      else onlyValues.push(`${at} ${written}`);
    }
  }
  const inCells = formulas.filter(({ over }) => over.length > 0).length;
  return { compared: formulas.length, inCells, overHeaders, onlyValues, differing };
}

/** Whether every range of a formula begins with a label. */
function isOverHeader(formula: string, { value }: Seen): boolean {
  const starts = [...formula.matchAll(/\$?([A-Z]+)\$?(\d+):/g)];
  const first = starts.map(([, letters = '', digits]) =>
    value(Number(digits) - 1, columnIndex(letters)),
  );
  return first.length > 0 && first.every((each) => typeof each === 'string' && each !== '');
}

function isSame(here: unknown, there: Found): boolean {
  if (typeof there === 'object') return here === there.error;
  if (typeof here !== 'number' || typeof there !== 'number') return here === there;
  return Math.abs(here - there) <= 1e-9 * Math.max(1, Math.abs(here));
}
