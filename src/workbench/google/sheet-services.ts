import type { Worksheet } from '@univerjs/core';
import { formatAddress, parseAddress, type Rectangle, splitSheet } from '../model/address.ts';
import { sentences } from './assumptions.ts';
import type { Place } from './prelude/range.ts';
import type { Services } from './services.ts';
import type { World } from './world.ts';

/** What `Spreadsheet` and `Sheet` call out to. */
export function sheetServices(world: World): Services {
  const { cells, view } = world;
  const sheetOf = (id: string): Worksheet => {
    const sheet = cells.sheet(id);
    if (!sheet) throw new Error(`Sheet ${id} not found`);
    return sheet;
  };
  const byName = (name: string) => cells.workbook().getSheetBySheetName(name)?.getSheetId() ?? null;
  const place = (sheetId: string, area: Rectangle): Place => {
    const sheet = sheetOf(sheetId);
    if (area.endRow >= sheet.getRowCount() || area.endColumn >= sheet.getColumnCount()) {
      throw new Error(sentences.outsideSheet);
    }
    return {
      sheet: sheetId,
      row: area.startRow + 1,
      column: area.startColumn + 1,
      rows: area.endRow - area.startRow + 1,
      columns: area.endColumn - area.startColumn + 1,
      a1: formatAddress(area, sheet.getRowCount(), sheet.getColumnCount()),
    };
  };
  const addressed = (sheetId: string, text: string): Place => {
    const { sheet: name, a1 } = splitSheet(text);
    const id = name === null ? sheetId : byName(name);
    const sheet = id === null ? null : cells.sheet(id);
    const area = sheet && parseAddress(a1, sheet.getRowCount(), sheet.getColumnCount());
    if (id === null || !area) throw new Error(sentences.badRange);
    return place(id, area);
  };
  const selected = (sheetId: string) =>
    view.sheetId === sheetId && view.selection ? place(sheetId, view.selection) : null;

  return {
    'Spreadsheet.getName': () => cells.workbook().getName(),
    'Spreadsheet.getSpreadsheetLocale': () => world.locale(),
    'Spreadsheet.getSpreadsheetTimeZone': () => world.timeZone(),
    'Spreadsheet.getSheetByName': byName,
    'Spreadsheet.getActiveSheet': () => view.sheetId,
    'Spreadsheet.getSheets': () => cells.workbook().getSheetOrders(),
    'Spreadsheet.getActiveRange': () => selected(view.sheetId),
    'Spreadsheet.getRange': (a1: string) => addressed(view.sheetId, a1),
    'Spreadsheet.toast': world.shows.toast,
    'Sheet.getName': (id: string) => sheetOf(id).getName(),
    'Sheet.getSheetId': (id: string) => Number(/\d+$/.exec(id)?.[0] ?? 0),
    'Sheet.getIndex': (id: string) => cells.workbook().getSheetOrders().indexOf(id) + 1,
    'Sheet.getActiveRange': (id: string) => selected(id),
    'Sheet.getRange': (
      id: string,
      first: string | number,
      column: number,
      rows = 1,
      columns = 1,
    ): Place => {
      if (typeof first === 'string') return addressed(id, first);
      if (first < 1 || column < 1 || rows < 1 || columns < 1) throw new Error(sentences.badRange);
      return place(id, {
        startRow: first - 1,
        startColumn: column - 1,
        endRow: first + rows - 2,
        endColumn: column + columns - 2,
      });
    },
    'Sheet.getDataRange': (id: string) => {
      const { rows, columns } = cells.extent(id);
      const area = { endRow: Math.max(0, rows - 1), endColumn: Math.max(0, columns - 1) };
      return place(id, { startRow: 0, startColumn: 0, ...area });
    },
    'Sheet.getLastRow': (id: string) => cells.extent(id).rows,
    'Sheet.getLastColumn': (id: string) => cells.extent(id).columns,
    'Sheet.getMaxRows': (id: string) => sheetOf(id).getRowCount(),
    'Sheet.getMaxColumns': (id: string) => sheetOf(id).getColumnCount(),
  };
}
