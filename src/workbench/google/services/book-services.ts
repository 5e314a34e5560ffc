import { formatAddress, parseAddress, type RangeBounds, splitSheet } from '../../model/address.ts';
import { removeChart } from '../../model/charts.ts';
import { namedCells, ownNamePrefix, removeName, saidName, setName } from '../../model/names.ts';
import { sheetNumber } from '../../model/sheet-number.ts';
import { sheetsOf } from '../../model/sheets.ts';
import { limits, sentences } from '../assumptions.ts';
import type { ServiceContext } from '../context.ts';
import type { RangeAddress } from '../prelude/range.ts';
import type { NamedSent, ProtectionSent } from '../prelude/spreadsheet.ts';
import { withoutCells } from './on-grids.ts';
import type { ServiceCalls } from './services.ts';

/** Rows and columns arrive counted from 1. */
export const areaOf = (
  row: number,
  column: number,
  rows: number,
  columns: number,
): RangeBounds => ({
  startRow: row - 1,
  startColumn: column - 1,
  endRow: row + rows - 2,
  endColumn: column + columns - 2,
});

/** Where an area lies, as scripts are told. */
export function rangeAddressIn(
  context: ServiceContext,
  sheetId: string,
  area: RangeBounds,
): RangeAddress {
  const sheet = context.cells.sheet(sheetId);
  if (!sheet) throw new Error(`Sheet ${sheetId} not found`);
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
}

/** What an address means, on a sheet where it names none. */
export function rangeAddressAt(
  context: ServiceContext,
  sheetId: string,
  text: string,
): RangeAddress {
  const { sheet: name, a1 } = splitSheet(text);
  const book = context.cells.workbook();
  const id = name === null ? sheetId : book.getSheetBySheetName(name)?.getSheetId();
  const sheet = id === undefined ? null : context.cells.sheet(id);
  const area = sheet && parseAddress(a1, sheet.getRowCount(), sheet.getColumnCount());
  if (id === undefined || !area) throw new Error(sentences.badRange);
  return rangeAddressIn(context, id, area);
}

const nameShape = /^[\p{L}_\\][\p{L}\p{N}_.]{0,249}$/u;
const looksLikeCell = /^(?:[a-z]{1,3}\d+|r\d*c\d*|true|false)$/i;

/** What `Spreadsheet` calls out to. */
export function bookServices(context: ServiceContext): ServiceCalls {
  const { cells, engine, view } = context;
  const sheets = sheetsOf(engine);
  const order = () => cells.workbook().getSheetOrders();
  const byName = (name: string) => cells.workbook().getSheetBySheetName(name)?.getSheetId() ?? null;
  const names = () =>
    namedCells(engine).flatMap((named) => {
      const said = saidName(named, engine);
      return said === null ? [] : [{ ...named, said }];
    });
  const activate = (sheetId: string) => {
    if (view.sheetId === sheetId) return;
    view.sheetId = sheetId;
    view.selection = null;
    context.shows.activate(view);
  };

  return {
    'Spreadsheet.getName': () => cells.workbook().getName(),
    'Spreadsheet.getUrl': () => 'https://docs.google.com/spreadsheets/d/workbench/edit',
    'Spreadsheet.getSpreadsheetLocale': () => context.locale(),
    'Spreadsheet.getSpreadsheetTimeZone': () => context.timeZone(),
    'Spreadsheet.getSheetByName': byName,
    'Spreadsheet.getSheetById': (id: number) =>
      order().find((one) => sheetNumber(one) === id) ?? null,
    'Spreadsheet.getActiveSheet': () => view.sheetId,
    'Spreadsheet.setActiveSheet': activate,
    'Sheet.activate': activate,
    'Spreadsheet.getSheets': order,
    'Spreadsheet.getActiveRange': () =>
      view.selection && withoutCells(context, view.sheetId) === null
        ? rangeAddressIn(context, view.sheetId, view.selection)
        : null,
    'Spreadsheet.getRange': (a1: string) => rangeAddressAt(context, view.sheetId, a1),
    'Spreadsheet.toast': context.shows.toast,
    'Spreadsheet.insertSheet': (name: string | null, index: number | null) => {
      const taken = new Set(order());
      let free = `Sheet${taken.size + 1}`;
      for (let n = taken.size + 2; byName(free); n += 1) free = `Sheet${n}`;
      checkSheetName(context, name ?? free, null);
      if (taken.size >= limits.sheets) throw new Error(sentences.tooManyCells);
      checkCellLimit(context, limits.newRows * limits.newColumns);
      const here = index ?? order().indexOf(view.sheetId) + 1;
      const id = sheets.add(name ?? free, Math.max(0, Math.min(here, taken.size)));
      // A new sheet is the active one from then on.
      activate(id);
      return id;
    },
    // What it shows is nobody's business here: the sheet is one without cells.
    'Spreadsheet.moveChartToObjectSheet': (chart: string) => {
      let name = 'Chart1';
      for (let n = 2; byName(name); n += 1) name = `Chart${n}`;
      const id = sheets.add(name, order().length, 'OBJECT');
      removeChart(engine, chart);
      activate(id);
      return id;
    },
    'Spreadsheet.deleteSheet': (id: string) => {
      if (!cells.sheet(id)) throw new Error(`Sheet ${id} not found`);
      if (visible(context).every((one) => one === id)) throw new Error(sentences.lastSheet);
      context.closed.check(id);
      const next = order()[order().indexOf(id) + 1] ?? order()[order().indexOf(id) - 1];
      if (view.sheetId === id) activate(visible(context).find((one) => one !== id) ?? next ?? '');
      sheets.remove(id);
    },
    'Spreadsheet.getNamedRanges': (sheetId: string | null): NamedSent[] =>
      names()
        .filter((named) => sheetId === null || named.sheetId === sheetId)
        .map(({ said: message, sheetId: id, area }) => ({
          name: message,
          place: rangeAddressIn(context, id, area),
        })),
    'Spreadsheet.getRangeByName': (name: string) => {
      const named = names().find((one) => one.said.toLowerCase() === name.toLowerCase());
      return named ? rangeAddressIn(context, named.sheetId, named.area) : null;
    },
    'Spreadsheet.setNamedRange': (
      name: string,
      sheetId: string,
      row: number,
      column: number,
      rows: number,
      columns: number,
    ) => {
      if (!nameShape.test(name) || looksLikeCell.test(name) || name.startsWith(ownNamePrefix)) {
        throw new Error(sentences.badName(name));
      }
      setName(engine, { name, sheetId, area: areaOf(row, column, rows, columns), comment: '' });
    },
    'Spreadsheet.removeNamedRange': (name: string) => {
      const named = names().find((one) => one.said.toLowerCase() === name.toLowerCase());
      if (!removeName(engine, named?.name ?? name)) throw new Error(sentences.noNamedRange(name));
    },
    'Spreadsheet.getProtections': (type: string, sheetId: string | null): ProtectionSent[] =>
      context.closed.protections
        .filter((one) => (one.area ? 'RANGE' : 'SHEET') === type)
        .filter((one) => (sheetId === null || one.sheetId === sheetId) && cells.sheet(one.sheetId))
        .map(({ sheetId: id, area }) => {
          const sheet = cells.sheet(id)!;
          const whole = areaOf(1, 1, sheet.getRowCount(), sheet.getColumnCount());
          return { place: rangeAddressIn(context, id, area ?? whole), canEdit: false };
        }),
  };
}

/** The sheets a user sees, in their order. */
export const visible = ({ cells }: ServiceContext): string[] =>
  cells
    .workbook()
    .getSheetOrders()
    .filter((id) => !cells.sheet(id)?.isSheetHidden());

/** Refuses a name that another sheet has, or that no sheet can have. */
export function checkSheetName(
  { cells }: ServiceContext,
  name: string,
  sheetId: string | null,
): void {
  if (name === '' || name.length > limits.sheetName) throw new Error(sentences.badSheetName);
  const same = cells
    .workbook()
    .getSheets()
    .find((sheet) => sheet.getName().toLowerCase() === name.toLowerCase());
  if (same && same.getSheetId() !== sheetId) throw new Error(sentences.sheetExists(name));
}

/** Refuses more cells than a spreadsheet can have. */
export function checkCellLimit({ cells }: ServiceContext, more: number): void {
  const held = cells
    .workbook()
    .getSheets()
    .reduce((sum, sheet) => sum + sheet.getRowCount() * sheet.getColumnCount(), 0);
  if (held + more > limits.cells) throw new Error(sentences.tooManyCells);
}
