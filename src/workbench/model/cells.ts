import type { ICellData, Nullable, Workbook, Worksheet } from '@univerjs/core';
import { SetRangeValuesMutation, SetStyleCommand } from '@univerjs/sheets';
import type { Scalar } from '../book.ts';
import { fromEngine } from '../formula-text.ts';
import { show } from '../locale/show.ts';
import type { Rectangle } from './address.ts';
import type { Engine } from './univer.ts';
import { WORKBOOK_ID } from './workbook-id.ts';

const BOOLEAN = 3;

/** Reads and writes cells; rows and columns counted from 0. */
export interface Cells {
  workbook(): Workbook;
  sheet(id: string): Worksheet | null;
  /** The cell as it stands, its spilled value included. */
  raw(sheetId: string, row: number, column: number): Nullable<ICellData>;
  /** The plain value: `null` for blank, an error as its text. */
  value(sheetId: string, row: number, column: number): Scalar;
  format(sheetId: string, row: number, column: number): string;
  display(sheetId: string, row: number, column: number, locale: string): string;
  /** The formula as a person of this locale reads it, or `''`. */
  formula(sheetId: string, row: number, column: number, locale: string): string;
  /** The last row and column that hold anything, counted from 1; 0 for an empty sheet. */
  extent(sheetId: string): { rows: number; columns: number };
  /** Writes many cells of a sheet in one go: what they held before, formulas too, is gone. */
  write(sheetId: string, cells: Record<number, Record<number, ICellData | null>>): void;
  /** Changes how cells look, number formats too, and nothing of what they hold. */
  writeStyles(sheetId: string, cells: Record<number, Record<number, Pick<ICellData, 's'>>>): void;
}

/** The cells of the engine's workbook. */
export function cellsOf(engine: Engine): Cells {
  const sheetOf = (id: string): Worksheet | null =>
    engine.workbook().getSheetBySheetId(id) as Worksheet | null;
  const spilled = (sheetId: string) =>
    engine.formulas.getArrayFormulaCellData()?.[WORKBOOK_ID]?.[sheetId] ?? {};

  const raw = (sheetId: string, row: number, column: number): Nullable<ICellData> => {
    const own = sheetOf(sheetId)?.getCellRaw(row, column);
    const answer = spilled(sheetId)?.[row]?.[column];
    if (!answer) return own;
    return { ...own, v: answer.v ?? null, t: answer.t ?? null } as ICellData;
  };
  const value = (sheetId: string, row: number, column: number): Scalar => {
    const cell = raw(sheetId, row, column);
    const plain = cell?.v;
    if (plain === null || plain === undefined || plain === '') return null;
    if (cell?.t === BOOLEAN) return plain === 1 || plain === true || plain === 'TRUE';
    // A spill that is blocked has another name in Sheets.
    return plain === '#SPILL!' ? '#REF!' : plain;
  };
  const format = (sheetId: string, row: number, column: number): string => {
    const style = sheetOf(sheetId)?.getCellRaw(row, column)?.s;
    const data = typeof style === 'string' ? engine.workbook().getStyles().get(style) : style;
    return data?.n?.pattern ?? '';
  };

  const set = (subUnitId: string, what: object) => {
    const where = { unitId: WORKBOOK_ID, subUnitId };
    engine.commands.syncExecuteCommand(SetRangeValuesMutation.id, { ...where, ...what });
  };

  return {
    workbook: engine.workbook,
    sheet: sheetOf,
    raw,
    value,
    format,
    display: (sheetId, row, column, locale) =>
      show(value(sheetId, row, column), format(sheetId, row, column), locale),
    formula: (sheetId, row, column, locale) => {
      const text = engine.formulas.getFormulaStringByCell(row, column, sheetId, WORKBOOK_ID);
      return text ? fromEngine(text, locale) : '';
    },
    extent: (sheetId) => {
      let rows = 0;
      let columns = 0;
      const see = (row: number, column: number) => {
        rows = Math.max(rows, row + 1);
        columns = Math.max(columns, column + 1);
      };
      sheetOf(sheetId)
        ?.getCellMatrix()
        .forValue((row, column, cell) => {
          const held =
            cell?.f || cell?.si || (cell?.v !== undefined && cell.v !== null && cell.v !== '');
          if (held || cell?.p) see(row, column);
        });
      for (const [row, cells] of Object.entries(spilled(sheetId) ?? {})) {
        for (const [column, cell] of Object.entries<Nullable<ICellData>>(cells ?? {})) {
          if (cell?.v !== '' && cell?.v !== null) see(Number(row), Number(column));
        }
      }
      return { rows, columns };
    },
    write: (sheetId, cellValue) => set(sheetId, { cellValue }),
    // Without its cause the engine takes a cell in which no formula is named for one that has lost it.
    writeStyles: (sheetId, cellValue) => set(sheetId, { cellValue, trigger: SetStyleCommand.id }),
  };
}

/** Calls `each` for every cell of a rectangle, row by row. */
export function mapRectangle<T>(
  { startRow, startColumn, endRow, endColumn }: Rectangle,
  each: (row: number, column: number) => T,
): T[][] {
  return Array.from({ length: endRow - startRow + 1 }, (_, r) =>
    Array.from({ length: endColumn - startColumn + 1 }, (_, c) =>
      each(startRow + r, startColumn + c),
    ),
  );
}
