import type {
  ICellData,
  IColumnData,
  IObjectMatrixPrimitiveType,
  IRowData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from '@univerjs/core';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import { engineRange } from './address.ts';
import type { Book, ColumnProperties, Entry, Sheet, Style, WorkbookCell } from './book.ts';
import { conditionalRules } from './conditional.ts';

const aligns = { left: 1, center: 2, right: 3 } as const;
const verticals = { top: 1, middle: 2, bottom: 3 } as const;
const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const THIN = 1;
const WRAP = 3;
const spareRows = 200;
const spareColumns = 6;

/** A plain workbook in the engine's form. Sheets get ids `sheet-1`, `sheet-2`, … from `firstId` on. */
export function fromBook(book: Book, firstId = 1): Partial<IWorkbookData> {
  const sheets = book.sheets.map((sheet, i) => sheetData(sheet, `sheet-${firstId + i}`));
  const rules = Object.fromEntries(
    book.sheets.map((sheet, i) => [
      `sheet-${firstId + i}`,
      conditionalRules(sheet.conditionalFormats ?? []),
    ]),
  );
  return {
    id: WORKBOOK_ID,
    name: '',
    sheetOrder: sheets.map((sheet) => sheet.id!),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    styles: {},
    resources: [{ name: 'SHEET_CONDITIONAL_FORMATTING_PLUGIN', data: JSON.stringify(rules) }],
  };
}

/** One sheet of a plain workbook in the engine's form. */
export function sheetData(sheet: Sheet, id: string): Partial<IWorksheetData> {
  const columns = sheet.columns ?? [];
  const width = Math.max(columns.length, ...sheet.rows.map((row) => row.length));
  const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
  sheet.rows.forEach((row, r) => {
    const cells: Record<number, ICellData> = {};
    row.forEach((entry, c) => {
      const cell = oneCell(entry, columns[c]);
      if (cell) cells[c] = cell;
    });
    cellData[r] = cells;
  });
  return {
    id,
    name: sheet.name,
    rowCount: Math.max(1000, sheet.rows.length + spareRows),
    columnCount: Math.max(26, width + spareColumns),
    cellData,
    columnData: columnData(columns),
    rowData: rowData(sheet.heights ?? {}),
    mergeData: (sheet.merges ?? []).map(engineRange),
    showGridlines: sheet.hideGridlines ? 0 : 1,
    defaultColumnWidth: 100,
    defaultRowHeight: 24,
    freeze: {
      xSplit: sheet.frozenColumns ?? 0,
      ySplit: sheet.frozenRows ?? 0,
      startRow: sheet.frozenRows ?? -1,
      startColumn: sheet.frozenColumns ?? -1,
    },
  };
}

function columnData(columns: readonly ColumnProperties[]): Record<number, Partial<IColumnData>> {
  const data: Record<number, Partial<IColumnData>> = {};
  columns.forEach((column, c) => {
    const s = styleOf(column.style, column.format);
    data[c] = { ...(column.width ? { w: column.width } : {}), ...(s ? { s } : {}) };
  });
  return data;
}

const rowData = (heights: Readonly<Record<number, number>>): Record<number, Partial<IRowData>> =>
  Object.fromEntries(Object.entries(heights).map(([row, h]) => [row, { h, ia: 0 }]));

function oneCell(entry: Entry, column: ColumnProperties | undefined): ICellData | null {
  const cell: WorkbookCell = entry !== null && typeof entry === 'object' ? entry : { value: entry };
  const s = styleOf(cell.style ?? column?.style, cell.format ?? column?.format);
  const data: ICellData = {};
  if (cell.formula) data.f = cell.formula;
  else if (cell.value !== undefined && cell.value !== null)
    Object.assign(data, plainCell(cell.value));
  if (s) data.s = s;
  if (cell.note) data.custom = { note: cell.note };
  return Object.keys(data).length === 0 ? null : data;
}

/** A value with the type that keeps text text, whatever it looks like. */
function plainCell(value: string | number | boolean): ICellData {
  if (typeof value === 'number') return { v: value, t: NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: value, t: STRING };
}

function styleOf(style: Style | undefined, format: string | undefined): IStyleData | null {
  const data: IStyleData = {};
  if (format) data.n = { pattern: format };
  if (style?.bold) data.bl = 1;
  if (style?.italic) data.it = 1;
  if (style?.size) data.fs = style.size;
  if (style?.color) data.cl = { rgb: style.color };
  if (style?.background) data.bg = { rgb: style.background };
  if (style?.align) data.ht = aligns[style.align];
  if (style?.vertical) data.vt = verticals[style.vertical];
  if (style?.wrap) data.tb = WRAP;
  if (style?.lineBelow || style?.lineAbove) {
    const line = (rgb: string) => ({ s: THIN, cl: { rgb } });
    data.bd = {
      ...(style.lineBelow ? { b: line(style.lineBelow) } : {}),
      ...(style.lineAbove ? { t: line(style.lineAbove) } : {}),
    };
  }
  return Object.keys(data).length === 0 ? null : data;
}
