import { bandsOf, isNothing } from '../sheet/layout/bands.ts';
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
import { addressOf, type RangeOf, rangesOf } from './google-ranges.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

const inkWhereNoneIsSaid = '#000000';

/**
 * Puts a drawing onto an empty sheet of its size, but for its names: all places it speaks of are asked for in one call,
 * then there is a call for each property of a band that is not the sheet's own, and one per block, line or run of
 * widths. How many cells there are makes no difference.
 */
export function drawOn(sheet: Sheet, drawing: Drawing): void {
  const bands = bandsOf(drawing);
  const whole = { row: 1, column: 1, rows: drawing.rows, columns: drawing.columns };
  const groups = drawing.groups.map(rowsOf);
  const charted = drawing.charts.map(({ data }) => data);
  const rangeOf = rangesOf(sheet, [whole, ...bands, ...drawing.rules, ...groups, ...charted]);
  const validation = validations();
  for (const band of bands) drawBand(rangeOf(band), band, drawing, validation);
  rangeOf(whole).setVerticalAlignment('middle');
  if (drawing.rules.length > 0) sheet.setConditionalFormatRules(rulesOf(rangeOf, drawing));

  for (const { from, count, width } of runs(drawing.widths)) {
    sheet.setColumnWidths(from, count, width);
  }
  for (const { from, count, pixels } of drawing.heights) sheet.setRowHeights(from, count, pixels);
  for (const { from, count } of drawing.hiddenColumns) sheet.hideColumns(from, count);
  for (const { from, count } of drawing.hiddenRows) sheet.hideRows(from, count);
  drawLines(sheet, drawing, rangeOf);
  fold(sheet, drawing.groups, rangeOf);
  drawCharts(sheet, drawing, rangeOf);
  if (drawing.frozen.rows > 0) sheet.setFrozenRows(drawing.frozen.rows);
  if (drawing.frozen.columns > 0) sheet.setFrozenColumns(drawing.frozen.columns);
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(drawing.tab);
}

function drawBand(
  range: Range,
  { row, rows, columns }: Rectangle,
  { cells }: Drawing,
  validation: ReturnType<typeof validations>,
): void {
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

function rulesOf(rangeOf: RangeOf, { rules }: Drawing) {
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

/** Hairlines of a kind are drawn together. */
function drawLines(sheet: Sheet, { lines }: Drawing, rangeOf: RangeOf): void {
  const { SOLID } = SpreadsheetApp.BorderStyle;
  const kinds = new Map<string, { colour: string; between: true | null; areas: Rectangle[] }>();
  for (const { under, colour, ...area } of lines) {
    const between = under === 'each' && area.rows > 1 ? true : null;
    const kind = kinds.get(`${between} ${colour}`) ?? { colour, between, areas: [] };
    kinds.set(`${between} ${colour}`, { ...kind, areas: [...kind.areas, area] });
  }
  for (const { colour, between, areas } of kinds.values()) {
    const [only, ...more] = areas;
    const all =
      only && more.length === 0 ? rangeOf(only) : sheet.getRangeList(areas.map(addressOf));
    all.setBorder(null, null, true, null, null, between, colour, SOLID);
  }
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
function fold(sheet: Sheet, groups: Drawing['groups'], rangeOf: RangeOf): void {
  if (groups.length === 0) return;
  sheet.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
  for (const group of groups) {
    rangeOf(rowsOf(group)).shiftRowGroupDepth(1);
    // None lies within another: they are blocks, and blocks stand below each other.
    if (group.folded) sheet.getRowGroup(group.from, 1)?.collapse();
  }
}

const rowsOf = ({ from, count }: Drawing['groups'][number]): Rectangle => ({
  row: from,
  column: 1,
  rows: count,
  columns: 1,
});

function drawCharts(sheet: Sheet, { charts }: Drawing, rangeOf: RangeOf): void {
  for (const { title, data, at, width, height, colours } of charts) {
    const chart = sheet
      .newChart()
      .asLineChart()
      .setTitle(title)
      .setColors([...colours])
      .addRange(rangeOf(data))
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
