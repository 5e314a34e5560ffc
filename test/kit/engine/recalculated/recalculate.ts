import { parseFormula } from '../../../../src/workbench/formula/parse.ts';
import { address, type Found, Model } from '../ironcalc.ts';
import { helperSheet, Lift } from './lift.ts';
import { type File, type FileCell, readFile } from './read-file.ts';

/** A formula of a file, and what it comes to. Rows and columns are counted from 0. */
interface RecalculatedFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** As the file has it. */
  readonly formula: string;
  /** The functions that the engine did not take over a range, and computed cell by cell. */
  readonly over: readonly string[];
  readonly found: Found;
}

export interface Recalculated {
  /** Every formula of the file. */
  readonly formulas: readonly RecalculatedFormula[];
  /** What every cell comes to, sheet by sheet; blank is `''`. */
  readonly sheets: ReadonlyMap<string, readonly (readonly Found[])[]>;
}

/**
 * Opens a workbook file without the program that wrote it: an npm library reads it, another engine
 * computes every formula anew as Excel would. Values that stand beside formulas are not read.
 * `today` is the day of `TODAY()`.
 */
export async function recalculated(bytes: Uint8Array, today: number): Promise<Recalculated> {
  const file = await readFile(bytes);
  const areas = file.names.map(({ name, area }) => [name.toUpperCase(), rangeOf(area)] as const);
  const lift = new Lift(new Map(areas), today);
  const model = modelOf(file);
  const formulas = file.sheets.flatMap(({ name, cells }, sheet) =>
    cells.flatMap(({ row, column, formula, isArray, value }) => {
      if (formula === null) {
        model.setUserInput(sheet, row, column, typed(value));
        return [];
      }
      const lifted = lift.lift(formula, name, isArray);
      // As an array formula of one cell: else the engine would spill what INDEX answers. That Excel
      // takes it for one value in either way has been seen to.
      model.setUserArrayFormula(sheet, row, column, 1, 1, `=${lifted.formula}`);
      return [{ sheet, row, column, formula, over: lifted.over }];
    }),
  );
  const [helpers, digits] = [file.sheets.length, file.sheets.length + 1];
  for (const { row, column, formula } of lift.helpers) {
    model.setUserInput(helpers, row + 1, column + 1, `=${formula}`);
  }
  // A number is shown with nine digits; joined to a text, it keeps all it has.
  for (const { sheet, row, column } of formulas) {
    const name = file.sheets[sheet]?.name.replaceAll("'", "''");
    const cell = `'${name}'!${address(row - 1, column - 1)}`;
    model.setUserInput(digits + sheet, row, column, `=${cell}&""`);
  }
  model.evaluate();
  const found = formulas.map(({ sheet, row, column, ...rest }) => ({
    ...rest,
    row: row - 1,
    column: column - 1,
    sheet: file.sheets[sheet]?.name ?? '',
    found: read(model, sheet, digits + sheet, row, column),
  }));
  model.free();
  return { formulas: found, sheets: sheetsOf(file, found) };
}

/** An empty workbook with the file's sheets, one to compute on and one for each to read from. */
function modelOf(file: File): Model {
  const model = new Model('file', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  const names = file.sheets.map(({ name }) => name);
  [...names, helperSheet, ...names.map((_, at) => `_digits${at}`)].forEach((name, sheet) => {
    if (sheet > 0) model.newSheet();
    model.renameSheet(sheet, name);
  });
  for (const { name, area } of file.names) model.newDefinedName(name, null, area);
  return model;
}

function rangeOf(area: string) {
  const [range] = parseFormula(`=${area}`) ?? [];
  if (range?.kind === 'range') return range;
  if (range?.kind === 'cell') {
    return { ...range, kind: 'range', start: range.text, end: range.text } as const;
  }
  throw new Error(`No area: ${area}`);
}

/** A value as somebody would type it. */
function typed(value: Found): string {
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' ? `'${value}` : String(value).toUpperCase();
}

const types = { number: 1, text: 2, truth: 4, error: 16 };

function read(model: Model, sheet: number, digits: number, row: number, column: number): Found {
  const type = model.getCellType(sheet, row, column);
  if (type === types.number) return Number(model.getFormattedCellValue(digits, row, column));
  const text = model.getFormattedCellValue(sheet, row, column);
  if (type === types.truth) return text === 'TRUE';
  if (type === types.text) return text;
  if (type === types.error) return { error: text };
  throw new Error(`${address(row - 1, column - 1)} holds ${text}, which is no value.`);
}

/** Rows and columns, at least one of each. */
function sizeOf(cells: readonly FileCell[]): readonly [number, number] {
  const most = (of: (cell: FileCell) => number) =>
    cells.reduce((all, each) => Math.max(all, of(each)), 1);
  return [most(({ row }) => row), most(({ column }) => column)];
}

function sheetsOf(file: File, formulas: readonly RecalculatedFormula[]) {
  return new Map(
    file.sheets.map(({ name, cells }) => {
      const [rows, columns] = sizeOf(cells);
      const lines = Array.from({ length: rows }, () => Array<Found>(columns).fill(''));
      const put = (row: number, column: number, value: Found) => {
        const line = lines[row];
        if (line) line[column] = value;
      };
      for (const { row, column, value } of cells) put(row - 1, column - 1, value);
      for (const each of formulas) {
        if (each.sheet === name) put(each.row, each.column, each.found);
      }
      return [name, lines] as const;
    }),
  );
}
