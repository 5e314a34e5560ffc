import {
  Direction,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  mergeWorksheetSnapshotWithDefault,
  RANGE_TYPE,
  type Worksheet,
} from '@univerjs/core';
import {
  InsertColByRangeCommand,
  InsertColMutation,
  InsertRowByRangeCommand,
  InsertRowMutation,
  InsertSheetMutation,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveSheetCommand,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetRowHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { Engine } from '../engine/univer.ts';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';

const newSheet = { rowCount: 1000, columnCount: 26, defaultColumnWidth: 100, defaultRowHeight: 24 };

/** A chart on a sheet of its own is an `OBJECT`, connected data a `DATASOURCE`: they have no cells. */
export type SheetKind = 'GRID' | 'OBJECT' | 'DATASOURCE';

export const kindOfSheet = (sheet: Pick<Worksheet, 'getConfig'>): SheetKind =>
  (sheet.getConfig().custom?.kind as SheetKind | undefined) ?? 'GRID';

/** Rows or columns that stand side by side, counted from 0. */
export interface RowSpan {
  readonly from: number;
  readonly count: number;
}

/** Numbers are not given twice: who knows a sheet that is gone must not find another one. */
const lastNumbers = new WeakMap<Engine, number>();

/** The highest number that a sheet of the workbook has, or has ever had. */
export const lastSheetNumber = (engine: Engine): number =>
  Math.max(
    lastNumbers.get(engine) ?? 0,
    ...engine
      .workbook()
      .getSheetOrders()
      .map((id) => Number(/^sheet-(\d+)$/.exec(id)?.[1] ?? 0)),
  );

/** Takes note of the numbers that are given: those of the present sheets, and all up to `number`. */
export function noteSheetNumber(engine: Engine, number: number): void {
  lastNumbers.set(engine, Math.max(number, lastSheetNumber(engine)));
}

/** A sheet id that no sheet has had. */
export function newSheetId(engine: Engine): string {
  const number = lastSheetNumber(engine) + 1;
  lastNumbers.set(engine, number);
  return `sheet-${number}`;
}

/** The sheet that is seen where none is asked for. */
export function firstVisible({ workbook }: Engine): string {
  const sheets = workbook().getSheets();
  return (sheets.find((sheet) => !sheet.isSheetHidden()) ?? sheets[0])?.getSheetId() ?? '';
}

/** What can be done to sheets as wholes, to their rows and columns. */
export function sheetsOf(engine: Engine) {
  const { commands, workbook } = engine;
  const sheetAt = (id: string) => {
    const sheet = workbook().getSheetBySheetId(id);
    if (!sheet) throw new Error(`Sheet ${id} not found`);
    return sheet;
  };
  const at = (subUnitId: string) => ({ unitId: WORKBOOK_ID, subUnitId });
  const run = (id: string, params: object) => commands.syncExecuteCommand(id, params);
  const rows = (id: string, { from, count }: RowSpan) => ({
    startRow: from,
    endRow: from + count - 1,
    startColumn: 0,
    endColumn: sheetAt(id).getColumnCount() - 1,
    rangeType: RANGE_TYPE.ROW,
  });
  const columns = (id: string, { from, count }: RowSpan) => ({
    startRow: 0,
    endRow: sheetAt(id).getRowCount() - 1,
    startColumn: from,
    endColumn: from + count - 1,
    rangeType: RANGE_TYPE.COLUMN,
  });
  /** What follows deleted rows is found by the sheet that is active. */
  const withActive = (id: string, work: () => void) => {
    const before = workbook().getActiveSheet()?.getSheetId();
    run(SetWorksheetActiveOperation.id, at(id));
    work();
    if (before && before !== id && workbook().getSheetBySheetId(before)) {
      run(SetWorksheetActiveOperation.id, at(before));
    }
  };

  return {
    add(name: string, index: number, kind: SheetKind = 'GRID'): string {
      const id = newSheetId(engine);
      const custom = kind === 'GRID' ? {} : { custom: { kind } };
      const sheet = mergeWorksheetSnapshotWithDefault({ id, name, ...newSheet, ...custom });
      run(InsertSheetMutation.id, { unitId: WORKBOOK_ID, index, sheet });
      return id;
    },
    remove: (id: string) => run(RemoveSheetCommand.id, at(id)),
    rename: (id: string, name: string) => run(SetWorksheetNameCommand.id, { ...at(id), name }),
    hide: (id: string, hidden: boolean) =>
      run(SetWorksheetHideMutation.id, { ...at(id), hidden: hidden ? 1 : 0 }),
    tabColor: (id: string, color: string) => run(SetTabColorMutation.id, { ...at(id), color }),
    gridlines: (id: string, shown: boolean) =>
      run(ToggleGridlinesMutation.id, { ...at(id), showGridlines: shown ? 1 : 0 }),
    freeze: (id: string, frozenRows: number, frozenColumns: number) =>
      run(SetFrozenMutation.id, {
        ...at(id),
        ySplit: frozenRows,
        xSplit: frozenColumns,
        startRow: frozenRows || -1,
        startColumn: frozenColumns || -1,
      }),
    widths: (id: string, span: RowSpan, pixels: number) =>
      run(SetWorksheetColWidthMutation.id, {
        ...at(id),
        ranges: [columns(id, span)],
        colWidth: pixels,
      }),
    heights: (id: string, span: RowSpan, pixels: number) =>
      run(SetWorksheetRowHeightMutation.id, {
        ...at(id),
        ranges: [rows(id, span)],
        rowHeight: pixels,
      }),
    hideRows: (id: string, span: RowSpan, hidden: boolean) =>
      run(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, {
        ...at(id),
        ranges: [rows(id, span)],
      }),
    hideColumns: (id: string, span: RowSpan, hidden: boolean) =>
      run(hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, {
        ...at(id),
        ranges: [columns(id, span)],
      }),
    /** They look like the row before which they come. At the sheet's end nothing has to follow. */
    insertRows(id: string, span: RowSpan): void {
      const sheet = sheetAt(id);
      const range = rows(id, span);
      if (span.from >= sheet.getRowCount()) run(InsertRowMutation.id, { ...at(id), range });
      else {
        const cellValue = looksOf(sheet, span);
        const params = { ...at(id), range, direction: Direction.UP, cellValue };
        withActive(id, () => run(InsertRowByRangeCommand.id, params));
      }
    },
    insertColumns(id: string, span: RowSpan): void {
      const sheet = sheetAt(id);
      const range = columns(id, span);
      if (span.from >= sheet.getColumnCount()) run(InsertColMutation.id, { ...at(id), range });
      else {
        const params = { ...at(id), range, direction: Direction.LEFT };
        withActive(id, () => run(InsertColByRangeCommand.id, params));
      }
    },
    removeRows: (id: string, span: RowSpan) =>
      withActive(id, () => run(RemoveRowByRangeCommand.id, { ...at(id), range: rows(id, span) })),
    removeColumns: (id: string, span: RowSpan) =>
      withActive(id, () =>
        run(RemoveColByRangeCommand.id, { ...at(id), range: columns(id, span) }),
      ),
  };
}

/** How the cells of a row look, for as many new rows. */
function looksOf(
  sheet: Worksheet,
  { from, count }: RowSpan,
): IObjectMatrixPrimitiveType<ICellData> {
  const row: Record<number, ICellData> = {};
  for (let column = 0; column < sheet.getColumnCount(); column += 1) {
    const look = sheet.getCellRaw(from, column)?.s;
    if (look) row[column] = { s: look };
  }
  if (Object.keys(row).length === 0) return {};
  return Object.fromEntries(Array.from({ length: count }, (_, each) => [from + each, { ...row }]));
}
