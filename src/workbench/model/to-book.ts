import type { ICellData, IStyleData, IWorksheetData, Nullable } from '@univerjs/core';
import type { Engine } from '../engine/univer.ts';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import type {
  Book,
  CellError,
  CellRange,
  ColumnProperties,
  Computed,
  Entry,
  Scalar,
  Sheet,
  Style,
  WorkbookCell,
} from './book.ts';
import { type Cells, mapRectangle } from './cells.ts';
import { conditionalFormats } from './conditional.ts';
import type { Sentences } from './sentences.ts';

const aligns: Readonly<Record<number, Style['align']>> = { 1: 'left', 2: 'center', 3: 'right' };
const verticals: Readonly<Record<number, Style['vertical']>> = {
  1: 'top',
  2: 'middle',
  3: 'bottom',
};
const errorText = /^#(?:N\/A|DIV\/0!|NULL!|VALUE!|REF!|NAME\?|NUM!|ERROR!|CALC!|CYCLE!)$/;

/** The engine's workbook as plain data, and what its formulas came to, sheet by sheet. */
export function toBook(
  engine: Engine,
  cells: Cells,
  sentences: Sentences,
): { book: Book; computed: Computed[] } {
  const data = engine.snapshot();
  const rules = data.resources?.find(({ name }) => name.startsWith('SHEET_CONDITIONAL'))?.data;
  const rulesOf = JSON.parse(rules || '{}') as Record<string, unknown[]>;
  const styleOf = (style: ICellData['s']): IStyleData =>
    (typeof style === 'string' ? data.styles[style] : style) ?? {};
  const shown = data.sheetOrder.filter((id) => data.sheets[id]);
  return {
    book: {
      sheets: shown.map((id) => ({
        ...plainSheet(data.sheets[id]!, id, cells, styleOf),
        conditionalFormats: conditionalFormats(rulesOf[id] ?? []),
      })),
    },
    computed: shown.map((id) => computedSheet(id, engine, cells, sentences)),
  };
}

type StyleOf = (style: ICellData['s']) => IStyleData;

function plainSheet(
  data: Partial<IWorksheetData>,
  id: string,
  cells: Cells,
  styleOf: StyleOf,
): Sheet {
  const { rows, columns } = cells.extent(id);
  const columnData = data.columnData as Record<number, { w?: number; s?: ICellData['s'] }>;
  const rowData = data.rowData as Record<number, { h?: number; ah?: number; ia?: number }>;
  const heights: Record<number, number> = {};
  for (const [row, { h, ia }] of Object.entries(rowData ?? {})) {
    if (h && ia === 0) heights[Number(row)] = h;
  }
  const width = data.defaultColumnWidth;
  return {
    name: data.name ?? id,
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column): Entry => {
        const own = data.cellData?.[row]?.[column];
        return entryOf(own, cells.formula(id, row, column, 'en_US'), styleOf);
      }),
    ),
    columns: Array.from({ length: columns }, (_, column): ColumnProperties => {
      const w = columnData?.[column]?.w ?? width;
      const style = styleOf(columnData?.[column]?.s);
      return { ...(w ? { width: w } : {}), ...looks(style) };
    }),
    heights,
    frozenRows: Math.max(0, data.freeze?.ySplit ?? 0),
    frozenColumns: Math.max(0, data.freeze?.xSplit ?? 0),
    merges: (data.mergeData ?? []).map(blockOf),
    hideGridlines: data.showGridlines === 0,
  };
}

function entryOf(own: Nullable<ICellData>, formula: string, styleOf: StyleOf): Entry {
  if (!own && formula === '') return null;
  const { style, format } = looks(styleOf(own?.s));
  const note = (own?.custom as { note?: string } | undefined)?.note;
  const value = formula === '' ? heldBy(own) : null;
  if (formula === '' && !style && !format && !note) return value;
  const cell: WorkbookCell = {
    value,
    ...(formula === '' ? {} : { formula }),
    ...(format ? { format } : {}),
    ...(style ? { style } : {}),
    ...(note ? { note } : {}),
  };
  return cell;
}

function heldBy(cell: Nullable<ICellData>): Scalar {
  const text = cell?.p?.body?.dataStream.replace(/\r\n$/, '');
  const value = text ?? cell?.v;
  if (value === undefined || value === null || value === '') return null;
  return cell?.t === 3 ? Number(value) === 1 || value === 'TRUE' : value;
}

function looks(data: IStyleData): { style?: Style; format?: string } {
  const align = aligns[data.ht ?? 0];
  const vertical = verticals[data.vt ?? 0];
  const style: Style = {
    ...(data.bl ? { bold: true } : {}),
    ...(data.it ? { italic: true } : {}),
    ...(data.fs ? { size: data.fs } : {}),
    ...(data.cl?.rgb ? { color: data.cl.rgb } : {}),
    ...(data.bg?.rgb ? { background: data.bg.rgb } : {}),
    ...(align ? { align } : {}),
    ...(vertical ? { vertical } : {}),
    ...(data.tb === 3 ? { wrap: true } : {}),
    ...(data.bd?.b?.cl.rgb ? { lineBelow: data.bd.b.cl.rgb } : {}),
    ...(data.bd?.t?.cl.rgb ? { lineAbove: data.bd.t.cl.rgb } : {}),
  };
  return {
    ...(Object.keys(style).length > 0 ? { style } : {}),
    ...(data.n?.pattern ? { format: data.n.pattern } : {}),
  };
}

interface Range {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

const blockOf = ({ startRow, startColumn, endRow, endColumn }: Range): CellRange => ({
  row: startRow,
  column: startColumn,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});

function computedSheet(id: string, engine: Engine, cells: Cells, sentences: Sentences): Computed {
  const { rows, columns } = cells.extent(id);
  const area = { startRow: 0, startColumn: 0, endRow: rows - 1, endColumn: columns - 1 };
  const values = mapRectangle(area, (row, column): Scalar | CellError => {
    const value = cells.value(id, row, column);
    if (typeof value !== 'string' || !errorText.test(value)) return value;
    const sentence = sentences.get(id, row, column);
    return { error: value, ...(sentence ? { sentence } : {}) };
  });
  const spilled = engine.formulas.getArrayFormulaRange()?.[WORKBOOK_ID]?.[id] ?? {};
  const spills = Object.values(spilled).flatMap((row) =>
    Object.values((row ?? {}) as Record<string, Range | null>).flatMap((range) =>
      range && (range.endRow > range.startRow || range.endColumn > range.startColumn)
        ? [blockOf(range)]
        : [],
    ),
  );
  return { values, spills };
}
