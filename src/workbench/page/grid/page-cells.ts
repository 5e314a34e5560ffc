import type { ICellData, Nullable, Univer, Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import { show } from '../../locale/show.ts';
import type { Scalar } from '../../model/book.ts';
import type { Cells } from '../../model/cells.ts';
import type { NameReader } from '../../model/names.ts';
import { activeWorkbook } from './grid.ts';

const BOOLEAN = 3;

/** What a page reads of cells: as the server's model does, from what the grid shows. */
export function pageCells(univer: Univer): Pick<Cells, 'value' | 'display' | 'format' | 'sheet'> {
  const formulas = univer.__getInjector().get(FormulaDataModel);
  const sheet = (id: string): Worksheet | null =>
    activeWorkbook(univer)?.getSheetBySheetId(id) ?? null;
  const format = (id: string, row: number, column: number): string =>
    sheet(id)?.getComposedCellStyle(row, column)?.n?.pattern ?? '';
  const value = (id: string, row: number, column: number): Scalar => {
    const spilled: Nullable<ICellData> =
      formulas.getArrayFormulaCellData()?.[WORKBOOK_ID]?.[id]?.[row]?.[column];
    const cell = spilled ?? sheet(id)?.getCellRaw(row, column);
    const held = cell?.v;
    if (held === undefined || held === null || held === '') return null;
    return cell?.t === BOOLEAN ? Number(held) === 1 : held;
  };
  return {
    sheet,
    format,
    value,
    display: (id, row, column, locale) =>
      show(value(id, row, column), format(id, row, column), locale),
  };
}

/** What a page reads of names. */
export const pageNames = (univer: Univer): NameReader => ({
  univer,
  workbook: () => activeWorkbook(univer)!,
});
