import type { Cells } from './cells.ts';
import type { PlacedChart } from './charts.ts';

/** The numbers a chart draws, as its cells hold them now. */
export interface ChartData {
  readonly labels: string[];
  readonly series: { readonly name: string; readonly values: (number | null)[] }[];
  /** How the first series' numbers are written; `''` where nobody has chosen. */
  readonly format: string;
}

type ReadCells = Pick<Cells, 'value' | 'display' | 'format' | 'sheet'>;

/** Reads a chart's cells: the first column names the points, every other one is a line. */
export function chartData(chart: PlacedChart, cells: ReadCells, locale: string): ChartData {
  const { sheetId, data, headers, hiddenToo } = chart;
  const sheet = cells.sheet(sheetId);
  const all = Array.from(
    { length: data.endRow - data.startRow + 1 - headers },
    (_, i) => data.startRow + headers + i,
  );
  const rows = hiddenToo ? all : all.filter((row) => sheet?.getRowVisible(row));
  const columns = Array.from(
    { length: data.endColumn - data.startColumn },
    (_, i) => data.startColumn + 1 + i,
  ).filter((column) => hiddenToo || sheet?.getColVisible(column));
  const shown = (row: number, column: number) => cells.display(sheetId, row, column, locale);
  const format = rows
    .flatMap((row) => columns.map((column) => cells.format(sheetId, row, column)))
    .find((pattern) => pattern !== '');
  return {
    labels: rows.map((row) => shown(row, data.startColumn)),
    series: columns.map((column) => ({
      name: headers > 0 ? shown(data.startRow, column) : '',
      values: rows.map((row) => {
        const value = cells.value(sheetId, row, column);
        return typeof value === 'number' ? value : null;
      }),
    })),
    format: format ?? '',
  };
}
