import { bandsOf, isNothing } from '../sheet/layout/bands.ts';
import { columnLetters } from '../sheet/layout/cell-addresses.ts';
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
 * Puts a drawing onto an empty sheet of its size: a call for each property of a band that is not the sheet's own, then
 * one per block, name, rule, line or run of widths. How many cells there are makes no difference.
 */
export function drawOn(sheet: Sheet, drawing: Drawing): void {
  const { rows, columns } = drawing;
  const validation = validations();
  for (const band of bandsOf(drawing)) drawBand(sheet, band, drawing, validation);
  sheet.getRange(1, 1, rows, columns).setVerticalAlignment('middle');
  if (drawing.rules.length > 0) sheet.setConditionalFormatRules(rulesOf(sheet, drawing));

  for (const { from, count, width } of runs(drawing.widths)) {
    sheet.setColumnWidths(from, count, width);
  }
  for (const { from, count, pixels } of drawing.heights) sheet.setRowHeights(from, count, pixels);
  for (const { from, count } of drawing.hiddenColumns) sheet.hideColumns(from, count);
  for (const { from, count } of drawing.hiddenRows) sheet.hideRows(from, count);
  drawLines(sheet, drawing);
  fold(sheet, drawing.groups);
  drawCharts(sheet, drawing);
  if (drawing.frozen.rows > 0) sheet.setFrozenRows(drawing.frozen.rows);
  if (drawing.frozen.columns > 0) sheet.setFrozenColumns(drawing.frozen.columns);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(drawing.tab);
  const book = sheet.getParent();
  for (const { name, ...area } of drawing.names) book.setNamedRange(name, sheetRange(sheet, area));
}

function drawBand(
  sheet: Sheet,
  band: Rectangle,
  { cells }: Drawing,
  validation: ReturnType<typeof validations>,
): void {
  const range = sheetRange(sheet, band);
  const { row, rows, columns } = band;
  const lines = cells.slice(row - 1, row - 1 + rows).map((line) => line.slice(0, columns));
  /** Where all cells are as the sheet has them anyway, nothing is sent. */
  const each = <T>(
    own: T,
    of: (cell: Cell, look: CellStyle) => T,
    set: (all: T[][]) => unknown,
  ) => {
    const all = lines.map((line) => line.map((cell) => of(cell, styles[cell.style])));
    if (all.some((line) => line.some((value) => value !== own))) set(all);
  };
  // Formats first: what a text is read as depends on them.
  each(automatic, formatOf, (all) => range.setNumberFormats(all));
  each<ReturnType<typeof written>>('', written, (all) => range.setValues(all));
  each(
    null,
    (_, look) => look.background ?? null,
    (all) => range.setBackgrounds(all),
  );
  each(
    inkWhereNoneIsSaid,
    (cell, look) => (isNothing(cell) ? inkWhereNoneIsSaid : (look.colour ?? inkWhereNoneIsSaid)),
    (all) => range.setFontColors(all),
  );
  each(
    'normal',
    (_, look) => (look.bold ? 'bold' : 'normal'),
    (all) => range.setFontWeights(all),
  );
  each(
    'normal',
    (_, look) => (look.italic ? 'italic' : 'normal'),
    (all) => range.setFontStyles(all),
  );
  each(
    ownSize,
    (_, look) => look.size ?? ownSize,
    (all) => range.setFontSizes(all),
  );
  each(
    null,
    (_, look) => look.align ?? null,
    (all) => range.setHorizontalAlignments(all),
  );
  each(
    false,
    (_, look) => look.wrap ?? false,
    (all) => range.setWraps(all),
  );
  each(
    null,
    ({ note }) => note ?? null,
    (all) => range.setNotes(all),
  );
  each(
    null,
    ({ allows }) => (allows ? validation(allows) : null),
    (all) => range.setDataValidations(all),
  );
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

function rulesOf(sheet: Sheet, { rules }: Drawing) {
  const ranges = new Map<string, Range>();
  const rangeOf = (area: Rectangle): Range => {
    const a1 = addressOf(area);
    const range = ranges.get(a1) ?? sheetRange(sheet, area);
    ranges.set(a1, range);
    return range;
  };
  return rules.map(({ when, style: name, ...area }) => {
    const look: CellStyle = styles[name];
    return SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(`=${when}`)
      .setBackground(look.background ?? null)
      .setFontColor(look.colour ?? null)
      .setBold(look.bold ?? null)
      .setItalic(look.italic ?? null)
      .setRanges([rangeOf(area)])
      .build();
  });
}

const addressOf = ({ row, column, rows, columns }: Rectangle): string =>
  `${columnLetters(column)}${row}:${columnLetters(column + columns - 1)}${row + rows - 1}`;

/** Hairlines of a kind are drawn together. */
function drawLines(sheet: Sheet, { lines }: Drawing): void {
  const { SOLID } = SpreadsheetApp.BorderStyle;
  const kinds = new Map<string, { colour: string; between: true | null; areas: string[] }>();
  for (const { under, colour, ...area } of lines) {
    const between = under === 'each' && area.rows > 1 ? true : null;
    const kind = kinds.get(`${between} ${colour}`) ?? { colour, between, areas: [] };
    kinds.set(`${between} ${colour}`, { ...kind, areas: [...kind.areas, addressOf(area)] });
  }
  for (const { colour, between, areas } of kinds.values())
    sheet.getRangeList(areas).setBorder(null, null, true, null, null, between, colour, SOLID);
}

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
