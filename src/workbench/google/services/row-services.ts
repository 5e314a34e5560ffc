import { assumed } from '../../../platform/index.ts';
import { recalculate } from '../../engine/recalculate.ts';
import type { RangeBounds } from '../../model/address.ts';
import { holds, isFolded, rowDepth, rowGroups } from '../../model/groups.ts';
import { namedCells, removeName } from '../../model/names.ts';
import { sheetsOf } from '../../model/sheets.ts';
import { sentences } from '../assumptions.ts';
import type { ServiceContext } from '../context.ts';
import type { GroupSent } from '../prelude/sheet-rows.ts';
import { areaOf, checkCellLimit, rangeAddressIn } from './book-services.ts';
import type { ServiceCalls } from './services.ts';

/** What `Sheet` calls out to about its rows and columns, counted from 1. */
export function rowServices(context: ServiceContext): ServiceCalls {
  const { cells, engine } = context;
  const sheets = sheetsOf(engine);
  const sheetOf = (id: string) => {
    const sheet = cells.sheet(id);
    if (!sheet) throw new Error(`Sheet ${id} not found`);
    return sheet;
  };
  const span = (id: string, first: number, count: number, by: 'rows' | 'columns') => {
    const sheet = sheetOf(id);
    const all = by === 'rows' ? sheet.getRowCount() : sheet.getColumnCount();
    if (first < 1 || count < 1 || first + count - 1 > all) {
      throw new Error(by === 'rows' ? sentences.noRows : sentences.noColumns);
    }
    return { from: first - 1, count };
  };
  const group = (id: string) => {
    const found = rowGroups(engine).find((one) => one.id === id);
    if (!found) throw new Error('The group is gone.');
    return found;
  };
  const rowsArea = (from: number, count: number): RangeBounds => areaOf(from + 1, 1, count, 1);

  return {
    // The grid needs rows that nobody has changed to be a little higher than Google's are.
    'Sheet.getRowHeight': (id: string, row: number) => {
      const sheet = sheetOf(id);
      const height = sheet.getRowHeight(row - 1);
      return height === sheet.getConfig().defaultRowHeight ? assumed('row-pixels') : height;
    },
    'Sheet.getColumnWidth': (id: string, column: number) => sheetOf(id).getColumnWidth(column - 1),
    'Sheet.getMaxRows': (id: string) => sheetOf(id).getRowCount(),
    'Sheet.getMaxColumns': (id: string) => sheetOf(id).getColumnCount(),
    'Sheet.insertRows': (id: string, before: number, count: number) => {
      const sheet = sheetOf(id);
      if (before < 1 || count < 1 || before > sheet.getRowCount() + 1) {
        throw new Error(sentences.noRows);
      }
      context.closed.check(id);
      checkCellLimit(context, count * sheet.getColumnCount());
      sheets.insertRows(id, { from: before - 1, count });
    },
    'Sheet.insertColumns': (id: string, before: number, count: number) => {
      const sheet = sheetOf(id);
      if (before < 1 || count < 1 || before > sheet.getColumnCount() + 1) {
        throw new Error(sentences.noColumns);
      }
      context.closed.check(id);
      checkCellLimit(context, count * sheet.getRowCount());
      sheets.insertColumns(id, { from: before - 1, count });
    },
    'Sheet.deleteRows': (id: string, first: number, count: number) => {
      const rows = span(id, first, count, 'rows');
      if (count === sheetOf(id).getRowCount()) throw new Error(sentences.everyRow);
      context.closed.check(id);
      const named = namedCells(engine);
      sheets.removeRows(id, rows);
      const left = new Set(namedCells(engine).map(({ name }) => name));
      const lost = named.map(({ name }) => name).filter((name) => !left.has(name));
      if (lost.length === 0) return;
      for (const name of lost) removeName(engine, name);
      recalculate(engine);
    },
    'Sheet.deleteColumns': (id: string, first: number, count: number) => {
      const columns = span(id, first, count, 'columns');
      if (count === sheetOf(id).getColumnCount()) throw new Error(sentences.everyRow);
      context.closed.check(id);
      sheets.removeColumns(id, columns);
    },
    'Sheet.hideRows': (id: string, first: number, count: number) =>
      sheets.hideRows(id, span(id, first, count, 'rows'), true),
    'Sheet.showRows': (id: string, first: number, count: number) =>
      sheets.hideRows(id, span(id, first, count, 'rows'), false),
    'Sheet.hideColumns': (id: string, first: number, count: number) =>
      sheets.hideColumns(id, span(id, first, count, 'columns'), true),
    'Sheet.showColumns': (id: string, first: number, count: number) =>
      sheets.hideColumns(id, span(id, first, count, 'columns'), false),
    'Sheet.setColumnWidths': (id: string, first: number, count: number, pixels: number) =>
      sheets.widths(id, span(id, first, count, 'columns'), pixels),
    'Sheet.setRowHeights': (id: string, first: number, count: number, pixels: number) =>
      sheets.heights(id, span(id, first, count, 'rows'), pixels),
    'Sheet.setFrozenRows': (id: string, rows: number) => {
      if (rows >= sheetOf(id).getRowCount()) throw new Error(sentences.noRows);
      sheets.freeze(id, rows, Math.max(0, sheetOf(id).getFreeze().xSplit));
    },
    'Sheet.setFrozenColumns': (id: string, columns: number) => {
      if (columns >= sheetOf(id).getColumnCount()) throw new Error(sentences.noColumns);
      sheets.freeze(id, Math.max(0, sheetOf(id).getFreeze().ySplit), columns);
    },
    // The workbench always shows the toggle above the rows that fold.
    'Sheet.setRowGroupControlPosition': (id: string) => void sheetOf(id),
    'Sheet.getRowGroupDepth': (id: string, row: number) => rowDepth(engine, id, row - 1),
    'Sheet.getRowGroup': (id: string, row: number, depth: number): GroupSent | null => {
      const found = rowGroups(engine).find(
        (one) => one.sheetId === id && one.depth === depth && holds(one, row - 1),
      );
      if (!found) return null;
      const { from, count } = found.rows;
      return { id: found.id, depth, place: rangeAddressIn(context, id, rowsArea(from, count)) };
    },
    'Sheet.foldRowGroup': (id: string, which: string, folded: boolean) =>
      sheets.hideRows(id, group(which).rows, folded),
    'Sheet.isRowGroupFolded': (id: string, which: string) => isFolded(group(which), sheetOf(id)),
  };
}
