import type { Cell, Drawing, Rectangle } from '../sheet/layout/drawing.ts';
import { type CellStyle, styles } from '../sheet/layout/styles.ts';
import {
  asText,
  asWords,
  automatic,
  deepestGroup,
  largeNumber,
  ownHeight,
  ownSize,
  ownWidth,
} from './google-platform.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

const inkWhereNoneIsSaid = '#000000';

/**
 * Puts a drawing onto an empty sheet: one call per property over the whole rectangle, then one per
 * block, name, rule, line or run of widths. How many cells there are makes no difference.
 */
export function drawOn(sheet: Sheet, drawing: Drawing): void {
  const { rows, columns, cells } = drawing;
  growTo(sheet, rows, columns);
  const whole = sheet.getRange(1, 1, rows, columns);
  const each = <T>(of: (cell: Cell, look: CellStyle) => T): T[][] =>
    cells.map((row) => row.map((cell) => of(cell, styles[cell.style])));

  whole.setNumberFormats(each(formatOf));
  whole.setValues(each(written));
  whole.setBackgrounds(each((_, look) => look.background ?? null));
  whole.setFontColors(each((_, look) => look.colour ?? inkWhereNoneIsSaid));
  whole.setFontWeights(each((_, look) => (look.bold ? 'bold' : 'normal')));
  whole.setFontStyles(each((_, look) => (look.italic ? 'italic' : 'normal')));
  whole.setFontSizes(each((_, look) => look.size ?? ownSize));
  whole.setHorizontalAlignments(each((_, look) => look.align ?? null));
  whole.setVerticalAlignment('middle');
  whole.setWraps(each((_, look) => look.wrap ?? false));
  whole.setNotes(each((cell) => cell.note ?? null));
  const validation = validations();
  whole.setDataValidations(each(({ allows }) => (allows ? validation(allows) : null)));
  sheet.setConditionalFormatRules(rulesOf(sheet, drawing));

  for (const { from, count, width } of runs(drawing.widths)) {
    sheet.setColumnWidths(from, count, width);
  }
  for (const { from, count, pixels } of drawing.heights) sheet.setRowHeights(from, count, pixels);
  for (const { from, count } of drawing.hiddenColumns) sheet.hideColumns(from, count);
  for (const { from, count } of drawing.hiddenRows) sheet.hideRows(from, count);
  for (const { under, colour, ...area } of drawing.lines) {
    const between = under === 'each' && area.rows > 1 ? true : null;
    const { SOLID } = SpreadsheetApp.BorderStyle;
    sheetRange(sheet, area).setBorder(null, null, true, null, null, between, colour, SOLID);
  }
  fold(sheet, drawing.groups);
  drawCharts(sheet, drawing);
  sheet.setFrozenRows(drawing.frozen.rows);
  sheet.setFrozenColumns(drawing.frozen.columns);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(drawing.tab);
  const book = sheet.getParent();
  for (const { name, ...area } of drawing.names) book.setNamedRange(name, sheetRange(sheet, area));
}

/** Takes everything off a sheet that can stand on it. */
export function wipeOff(sheet: Sheet): void {
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const whole = sheet.getRange(1, 1, rows, columns);
  for (const name of sheet.getNamedRanges()) name.remove();
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  sheet.setFrozenRows(0);
  sheet.setFrozenColumns(0);
  whole.shiftRowGroupDepth(-deepestGroup);
  sheet.showRows(1, rows);
  sheet.showColumns(1, columns);
  sheet.setRowHeights(1, rows, ownHeight);
  sheet.setColumnWidths(1, columns, ownWidth);
  sheet.setHiddenGridlines(false);
  sheet.setTabColor(null);
  sheet.clearConditionalFormatRules();
  whole.clearDataValidations();
  whole.clearNote();
  whole.breakApart();
  sheet.clear();
}

export const sheetRange = (sheet: Sheet, { row, column, rows, columns }: Rectangle): Range =>
  sheet.getRange(row, column, rows, columns);

/** Sees to it that a sheet has at least so many rows and columns. */
function growTo(sheet: Sheet, rows: number, columns: number): void {
  const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}

const formatOf = ({ format, text }: Cell): string =>
  format === undefined || format === '@' || text !== undefined ? automatic : format;

/** What `setValues` takes for a cell: a formula, a number, a truth value, or a text that stays one. */
function written({ value, text, formula }: Cell): string | number | boolean {
  if (formula !== undefined) return formula;
  if (text !== undefined) return asText(text);
  return typeof value === 'string' ? asWords(value) : (value ?? '');
}

/** Cells that allow the same share one rule. */
function validations(): (allows: NonNullable<Cell['allows']>) => Validation {
  const made: Record<string, Validation> = {};
  return (allows) => {
    const key = JSON.stringify(allows);
    made[key] ??= validationOf(allows);
    return made[key];
  };
}

function validationOf(allows: NonNullable<Cell['allows']>): Validation {
  const builder = SpreadsheetApp.newDataValidation();
  if (allows.is === 'tick') return builder.requireCheckbox().build();
  if (allows.is === 'list') {
    return builder
      .requireValueInList([...allows.items], true)
      .setAllowInvalid(!allows.strict)
      .build();
  }
  const { min = -largeNumber, max = largeNumber, help } = allows;
  return builder.requireNumberBetween(min, max).setAllowInvalid(true).setHelpText(help).build();
}

const rulesOf = (sheet: Sheet, { rules }: Drawing) =>
  rules.map(({ when, style: name, ...area }) => {
    const look: CellStyle = styles[name];
    return SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(`=${when}`)
      .setBackground(look.background ?? null)
      .setFontColor(look.colour ?? null)
      .setBold(look.bold ?? null)
      .setItalic(look.italic ?? null)
      .setRanges([sheetRange(sheet, area)])
      .build();
  });

/** Columns of one width that stand side by side are set together. */
export function runs(widths: readonly number[]): { from: number; count: number; width: number }[] {
  const found: { from: number; count: number; width: number }[] = [];
  widths.forEach((width, i) => {
    const last = found[found.length - 1];
    if (last?.width === width) last.count += 1;
    else found.push({ from: i + 1, count: 1, width });
  });
  return found;
}

/** Rows fold away under the row above them, which is their heading. */
function fold(sheet: Sheet, groups: Drawing['groups']): void {
  if (groups.length === 0) return;
  sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
  for (const { from, count, folded } of groups) {
    sheet.getRange(from, 1, count).shiftRowGroupDepth(1);
    if (folded) sheet.getRowGroup(from, sheet.getRowGroupDepth(from))?.collapse();
  }
}

function drawCharts(sheet: Sheet, { charts }: Drawing): void {
  for (const { title, data, at, width, height, colours } of charts) {
    const chart = sheet
      .newChart()
      .asLineChart()
      .setTitle(title)
      .setColors([...colours])
      .addRange(sheetRange(sheet, data))
      .setNumHeaders(1)
      // What it draws may stand in hidden rows, which charts leave out unless told otherwise.
      .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
      .setOption('width', width)
      .setOption('height', height)
      .setPosition(at.row, at.column, 0, 0)
      .build();
    sheet.insertChart(chart);
  }
}
