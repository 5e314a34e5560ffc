import { isSpace, type Piece, parseFormula, type RangePiece } from '../formula/parse.ts';
import type { OwnFunctions } from '../formula/replace-calls.ts';
import { columnIndex, toEngine } from '../formula/translate.ts';
import type { CellRange, Sheet } from '../model/book.ts';

const corner = /^\$?([A-Z]{1,3})\$?(\d+)$/i;

/**
 * How many rows and columns one of our functions answers when it stands alone in a formula, however
 * few of them have an answer yet: those of its ranges. `null` for any other formula, and where a
 * range has no end.
 */
function answerShape(formula: string, own: OwnFunctions): { rows: number; columns: number } | null {
  const [call, ...more] = (parseFormula(formula) ?? []).filter((piece) => !isSpace(piece));
  if (call?.kind !== 'call' || more.length > 0 || !own.each.has(call.name.toUpperCase())) {
    return null;
  }
  let [rows, columns] = [1, 1];
  for (const piece of call.args.flat()) {
    if (piece.kind !== 'range') continue;
    const size = sizeOf(piece);
    if (!size) return null;
    rows = Math.max(rows, size.rows);
    columns = Math.max(columns, size.columns);
  }
  return rows * columns > 1 ? { rows, columns } : null;
}

function sizeOf({ start, end }: RangePiece): { rows: number; columns: number } | null {
  const [from, to] = [corner.exec(start), corner.exec(end)];
  if (!from || !to) return null;
  return {
    rows: Math.abs(Number(to[2]) - Number(from[2])) + 1,
    columns: Math.abs(columnIndex(to[1] ?? '') - columnIndex(from[1] ?? '')) + 1,
  };
}

/**
 * Whether every range of a formula begins with a label: then the first cell of its answer stands
 * beside a header. `termValue` has what a cell of a sheet came to; `''` is the formula's own sheet.
 */
export function beginsWithLabels(
  formula: string,
  valueAt: (sheet: string, row: number, column: number) => unknown,
): boolean {
  return rangesOf(parseFormula(toEngine(formula, 'en_US')) ?? []).every(({ sheet, start }) => {
    const [, letters = '', digits = ''] = /^\$?([A-Z]*)\$?(\d*)$/i.exec(start) ?? [];
    const column = letters === '' ? 0 : columnIndex(letters);
    const first = valueAt(plainName(sheet), Number(digits || 1) - 1, column);
    return typeof first === 'string' && first !== '';
  });
}

const rangesOf = (pieces: readonly Piece[]): RangePiece[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'call') return piece.args.flatMap(rangesOf);
    if (piece.kind === 'group') return rangesOf(piece.pieces);
    return piece.kind === 'range' ? [piece] : [];
  });

/** `'Lan''s'!` as the sheet is called; `''` for the formula's own. */
const plainName = (written: string): string =>
  written
    .replace(/^'(.*)'!$/, '$1')
    .replace(/!$/, '')
    .replaceAll("''", "'");

/**
 * The areas that answers fill, each as large as it can become: a file has no answers that grow, so
 * that rows still blank need their formulas as well. What stands in the way ends an area.
 */
export function fullAreas(
  sheet: Sheet,
  spills: readonly CellRange[],
  own: OwnFunctions,
): CellRange[] {
  const areas = spills.map((spill) => grown(sheet, spill, own));
  sheet.rows.forEach((line, row) => {
    line.forEach((_, column) => {
      if (formulaAt(sheet, row, column) === undefined) return;
      if (spills.some((spill) => spill.row === row && spill.column === column)) return;
      const area = grown(sheet, { row, column, rows: 1, columns: 1 }, own);
      if (area.rows * area.columns > 1) areas.push(area);
    });
  });
  return areas;
}

function grown(sheet: Sheet, spill: CellRange, own: OwnFunctions): CellRange {
  const formula = formulaAt(sheet, spill.row, spill.column);
  const shape = formula === undefined ? null : answerShape(formula, own);
  if (!shape) return spill;
  const { row, column } = spill;
  const columns = Math.max(spill.columns, shape.columns);
  let rows = spill.rows;
  while (rows < shape.rows && isFree(sheet, row + rows, column, columns)) rows += 1;
  return { row, column, rows, columns: rows > spill.rows ? columns : spill.columns };
}

const isFree = (sheet: Sheet, row: number, column: number, columns: number): boolean =>
  Array.from({ length: columns }, (_, i) => sheet.rows[row]?.[column + i]).every((entry) =>
    entry !== null && typeof entry === 'object'
      ? entry.formula === undefined && (entry.value ?? '') === ''
      : (entry ?? '') === '',
  );

function formulaAt(sheet: Sheet, row: number, column: number): string | undefined {
  const entry = sheet.rows[row]?.[column];
  return entry !== null && typeof entry === 'object' ? entry.formula : undefined;
}
