import type { ICellData, IStyleData, Nullable, Workbook, Worksheet } from '@univerjs/core';
import { SetRangeValuesMutation, SetStyleCommand } from '@univerjs/sheets';
import type { Engine } from '../engine/univer.ts';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import { fromEngine } from '../formula/translate.ts';
import { show } from '../locale/show.ts';
import type { RangeBounds } from './address.ts';
import type { Scalar } from './book.ts';

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
  /** Makes one change of each sheet out of everything that `work` writes. */
  together(work: () => void): void;
  /** Writes many cells of a sheet in one go: what they held before, formulas too, is gone. */
  write(sheetId: string, cells: Record<number, Record<number, ICellData | null>>): void;
  /** Writes now what has been gathered so far. */
  commit(): void;
  /** Changes how cells look, number formats and notes too, and nothing of what they hold. */
  writeStyles(
    sheetId: string,
    cells: Record<number, Record<number, Pick<ICellData, 's' | 'custom'>>>,
  ): void;
}

/** What the engine calls otherwise than Sheets: a spill that is blocked, a function still computed. */
export const otherNames: Readonly<Record<string, string>> = {
  '#SPILL!': '#REF!',
  '#GETTING_DATA': 'Loading...',
};

type Matrix = Record<number, Record<number, ICellData | null>>;

/** The cells of the engine's workbook. */
export function engineCells(engine: Engine): Cells {
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
    return typeof plain === 'string' ? (otherNames[plain] ?? plain) : plain;
  };
  const styled = (style: ICellData['s']): Nullable<IStyleData> =>
    typeof style === 'string' ? engine.workbook().getStyles().get(style) : style;
  const format = (sheetId: string, row: number, column: number): string => {
    const waits = waiting?.get(sheetId);
    for (const matrix of waits ? [waits.looks, waits.contents] : []) {
      const style = styled(matrix[row]?.[column]?.s);
      if (style && 'n' in style) return style.n?.pattern ?? '';
    }
    return styled(sheetOf(sheetId)?.getCellRaw(row, column)?.s)?.n?.pattern ?? '';
  };

  const set = (subUnitId: string, what: object) => {
    const where = { unitId: WORKBOOK_ID, subUnitId };
    engine.commands.syncExecuteCommand(SetRangeValuesMutation.id, { ...where, ...what });
  };
  const setContents = (sheetId: string, cellValue: Matrix) => set(sheetId, { cellValue });
  // Without its cause the engine takes a cell in which no formula is named for one that has lost it.
  const setLooks = (sheetId: string, cellValue: Matrix) =>
    set(sheetId, { cellValue, trigger: SetStyleCommand.id });

  /** What is being gathered: a cell stands among those whose contents change, or among the others. */
  let waiting: Map<string, { contents: Matrix; looks: Matrix }> | null = null;
  const gather = (sheetId: string, cells: Matrix, kind: 'contents' | 'looks') => {
    const gathered = waiting?.get(sheetId) ?? { contents: {}, looks: {} };
    waiting?.set(sheetId, gathered);
    for (const [rowKey, line] of Object.entries(cells)) {
      const row = Number(rowKey);
      for (const [columnKey, cell] of Object.entries(line)) {
        const column = Number(columnKey);
        const known = gathered.contents[row]?.[column] ?? gathered.looks[row]?.[column];
        const into = gathered.contents[row]?.[column] ? 'contents' : kind;
        if (into === 'contents') delete gathered.looks[row]?.[column];
        gathered[into][row] ??= {};
        gathered[into][row]![column] = merged(known, cell);
      }
    }
  };
  const commit = () => {
    for (const [sheetId, { contents, looks }] of waiting ?? []) {
      if (!sheetOf(sheetId)) continue;
      if (Object.keys(contents).length > 0) setContents(sheetId, contents);
      if (Object.keys(looks).length > 0) setLooks(sheetId, looks);
    }
    waiting?.clear();
  };
  const write = (sheetId: string, cells: Matrix, kind: 'contents' | 'looks') => {
    if (!sheetOf(sheetId)) return;
    if (waiting) gather(sheetId, cells, kind);
    else if (kind === 'contents') setContents(sheetId, cells);
    else setLooks(sheetId, cells);
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
    together: (work) => {
      waiting = new Map();
      try {
        work();
      } finally {
        commit();
        waiting = null;
      }
    },
    write: (sheetId, cells) => write(sheetId, cells, 'contents'),
    commit,
    writeStyles: (sheetId, cells) => write(sheetId, cells, 'looks'),
  };
}

/** Two changes of a cell as one: the later wins, property by property of its looks. */
function merged(known: Nullable<ICellData>, next: ICellData | null): ICellData | null {
  if (!known || !next) return next;
  const one = { ...known, ...next };
  if (!known.s || !next.s || typeof known.s === 'string' || typeof next.s === 'string') return one;
  const lines = known.s.bd && next.s.bd ? { bd: { ...known.s.bd, ...next.s.bd } } : {};
  return { ...one, s: { ...known.s, ...next.s, ...lines } };
}

/** Calls `each` for every cell of a rectangle, row by row. */
export function mapRectangle<T>(
  { startRow, startColumn, endRow, endColumn }: RangeBounds,
  each: (row: number, column: number) => T,
): T[][] {
  return Array.from({ length: endRow - startRow + 1 }, (_, r) =>
    Array.from({ length: endColumn - startColumn + 1 }, (_, c) =>
      each(startRow + r, startColumn + c),
    ),
  );
}
