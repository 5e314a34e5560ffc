import type { ICellData, Worksheet } from '@univerjs/core';
import { CopySheetCommand } from '@univerjs/sheets';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import { toEngine } from '../../formula/translate.ts';
import type { RangeBounds } from '../../model/address.ts';
import { addChart, chartsOf, removeChart } from '../../model/charts.ts';
import { setHighlights } from '../../model/highlights.ts';
import { sheetNumber } from '../../model/sheet-number.ts';
import { kindOfSheet, sheetsOf } from '../../model/sheets.ts';
import { sentences } from '../assumptions.ts';
import type { ServiceContext } from '../context.ts';
import type { ChartSent } from '../prelude/chart.ts';
import type { RangeAddress } from '../prelude/range.ts';
import type { FormatSent } from '../prelude/rules.ts';
import {
  areaOf,
  checkCellLimit,
  checkSheetName,
  rangeAddressAt,
  rangeAddressIn,
  visible,
} from './book-services.ts';
import type { ServiceCalls } from './services.ts';
import { cellFromScript } from './typed-cell.ts';

/** What `Sheet` calls out to, as far as it is about the sheet as a whole. */
export function sheetServices(context: ServiceContext): ServiceCalls {
  const { cells, engine, view } = context;
  const sheets = sheetsOf(engine);
  const sheetOf = (id: string): Worksheet => {
    const sheet = cells.sheet(id);
    if (!sheet) throw new Error(`Sheet ${id} not found`);
    return sheet;
  };
  const selected = (id: string) =>
    view.sheetId === id && view.selection ? rangeAddressIn(context, id, view.selection) : null;
  const cellOf = cellFromScript(context);

  return {
    'Sheet.getName': (id: string) => sheetOf(id).getName(),
    'Sheet.setName': (id: string, name: string) => {
      sheetOf(id);
      checkSheetName(context, name, id);
      sheets.rename(id, name);
    },
    'Sheet.getSheetId': sheetNumber,
    'Sheet.getType': (id: string) => kindOfSheet(sheetOf(id)),
    'Sheet.getIndex': (id: string) => cells.workbook().getSheetOrders().indexOf(id) + 1,
    'Sheet.isSheetHidden': (id: string) => Boolean(sheetOf(id).isSheetHidden()),
    'Sheet.hideSheet': (id: string) => {
      sheetOf(id);
      const next = visible(context).find((one) => one !== id);
      if (next === undefined) throw new Error(sentences.lastVisible);
      sheets.hide(id, true);
      if (view.sheetId !== id) return;
      view.sheetId = next;
      view.selection = null;
      context.shows.activate(view);
    },
    'Sheet.showSheet': (id: string) => {
      if (sheetOf(id).isSheetHidden()) sheets.hide(id, false);
    },
    'Sheet.setTabColor': (id: string, color: string | null) => sheets.tabColor(id, color ?? ''),
    'Sheet.setHiddenGridlines': (id: string, hidden: boolean) => sheets.gridlines(id, !hidden),
    'Sheet.getActiveRange': selected,
    'Sheet.copyTo': async (id: string) => {
      const before = new Set(cells.workbook().getSheetOrders());
      const params = { unitId: WORKBOOK_ID, subUnitId: id };
      await engine.commands.executeCommand(CopySheetCommand.id, params);
      return (
        cells
          .workbook()
          .getSheetOrders()
          .find((one) => !before.has(one)) ?? null
      );
    },
    'Sheet.getRange': (
      id: string,
      first: string | number,
      column: number,
      rows = 1,
      columns = 1,
    ): RangeAddress => {
      if (typeof first === 'string') return rangeAddressAt(context, id, first);
      if (first < 1 || column < 1 || rows < 1 || columns < 1) throw new Error(sentences.badRange);
      return rangeAddressIn(context, id, areaOf(first, column, rows, columns));
    },
    'Sheet.getRangeList': (id: string, all: readonly string[]) =>
      all.map((a1) => rangeAddressAt(context, id, a1)),
    'Sheet.getDataRange': (id: string) => {
      const { rows, columns } = cells.extent(id);
      return rangeAddressIn(context, id, areaOf(1, 1, Math.max(1, rows), Math.max(1, columns)));
    },
    'Sheet.getLastRow': (id: string) => cells.extent(id).rows,
    'Sheet.getLastColumn': (id: string) => cells.extent(id).columns,
    'Sheet.appendRow': (id: string, contents: readonly unknown[]) => {
      const sheet = cells.sheet(id);
      if (!sheet) return;
      cells.commit();
      const row = cells.extent(id).rows;
      context.closed.check(id, areaOf(row + 1, 1, 1, contents.length));
      if (row >= sheet.getRowCount()) {
        checkCellLimit(context, sheet.getColumnCount());
        sheets.insertRows(id, { from: row, count: 1 });
      }
      const wider = contents.length - sheet.getColumnCount();
      if (wider > 0) sheets.insertColumns(id, { from: sheet.getColumnCount(), count: wider });
      const line: Record<number, ICellData> = {};
      contents.forEach((value, column) => {
        line[column] = cellOf(value, cells.format(id, row, column));
      });
      cells.write(id, { [row]: line });
      cells.commit();
    },
    /** Contents and looks go; notes, rules, names and charts stay. */
    'Sheet.clear': (id: string) => {
      const sheet = cells.sheet(id);
      if (!sheet) return;
      context.closed.check(id);
      cells.commit();
      const matrix: Record<number, Record<number, ICellData | null>> = {};
      sheet.getCellMatrix().forValue((row, column, cell) => {
        matrix[row] ??= {};
        matrix[row]![column] = cell?.custom
          ? { v: null, f: null, si: null, p: null, s: null }
          : null;
      });
      cells.write(id, matrix);
      cells.commit();
    },
    'Sheet.setConditionalFormatRules': (id: string, rules: readonly FormatSent[]) => {
      sheetOf(id);
      context.closed.check(id);
      setHighlights(
        engine,
        id,
        rules.map(({ formula, ranges, ...look }) => ({
          ...look,
          formula: toEngine(formula ?? '', context.locale()),
          ranges: ranges.map(areaOfPlace),
        })),
      );
    },
    'Sheet.insertChart': (id: string, chart: ChartSent) => {
      sheetOf(id);
      if (!chart.data) throw new Error('A chart needs a range.');
      const { title, colors, width, height, headers, kind, hiddenToo } = chart;
      addChart(engine, {
        title,
        colors,
        width,
        height,
        headers,
        kind,
        hiddenToo,
        sheetId: id,
        data: areaOfPlace(chart.data),
        at: { row: chart.row - 1, column: chart.column - 1 },
      });
    },
    'Sheet.getCharts': (id: string): ChartSent[] =>
      chartsOf(engine)
        .filter((chart) => chart.sheetId === id)
        .map(({ data, at, sheetId, ...chart }) => ({
          ...chart,
          data: rangeAddressIn(context, sheetId, data),
          row: at.row + 1,
          column: at.column + 1,
        })),
    'Sheet.removeChart': (_: string, chart: string | null) => {
      if (chart) removeChart(engine, chart);
    },
  };
}

const areaOfPlace = ({ row, column, rows, columns }: RangeAddress): RangeBounds =>
  areaOf(row, column, rows, columns);
