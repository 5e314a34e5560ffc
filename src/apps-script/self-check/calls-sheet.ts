import { unformattedPatterns } from '../google-platform.ts';
import { type Calls, expectSame } from './bench.ts';

const two = [
  ['a', 1],
  ['b', 2],
];

/** Calls of sheets, their rows and columns, and of what stands in cells. */
export const sheetCalls: Calls = {
  'Sheet.getName': ({ sheet }) => expectSame(typeof sheet.getName(), 'string'),
  'Sheet.setName': ({ stage }) => {
    const made = stage.sheet();
    const name = `${made.getName()} again`;
    made.setName(name);
    expectSame(made.getName(), name);
  },
  'Sheet.getSheetId': ({ sheet }) => expectSame(typeof sheet.getSheetId(), 'number'),
  'Sheet.getParent': ({ sheet, spreadsheet }) =>
    expectSame(sheet.getParent().getSheets().length, spreadsheet.getSheets().length),
  'Sheet.getType': ({ sheet }) =>
    expectSame(sheet.getType() === SpreadsheetApp.SheetType.GRID, true),
  'Sheet.isSheetHidden': ({ sheet }) => expectSame(sheet.isSheetHidden(), false),
  'Sheet.hideSheet': ({ stage }) => {
    const made = stage.sheet();
    made.hideSheet();
    expectSame(made.isSheetHidden(), true);
  },
  'Sheet.showSheet': ({ stage }) => {
    const made = stage.sheet();
    made.hideSheet();
    made.showSheet();
    expectSame(made.isSheetHidden(), false);
  },
  'Sheet.getRange': ({ sheet }) =>
    expectSame(
      [sheet.getRange(2, 3, 4, 5).getA1Notation(), sheet.getRange('C2').getRow()],
      ['C2:G5', 2],
    ),
  'Sheet.getDataRange': ({ stage }) => {
    const made = stage.sheet();
    made.getRange(2, 1, 2, 2).setValues(two);
    expectSame(made.getDataRange().getA1Notation(), 'A1:B3');
  },
  'Sheet.getLastRow': ({ stage }) => {
    const made = stage.sheet();
    made.getRange(3, 1).setValues([[1]]);
    expectSame([made.getLastRow(), made.getLastColumn()], [3, 1]);
  },
  'Sheet.getLastColumn': ({ stage }) => expectSame(stage.sheet().getLastColumn(), 0),
  'Sheet.getMaxRows': ({ sheet }) => expectSame(sheet.getMaxRows() > 0, true),
  'Sheet.getMaxColumns': ({ sheet }) => expectSame(sheet.getMaxColumns() > 0, true),
  'Sheet.appendRow': ({ stage }) => {
    const made = stage.sheet();
    made.appendRow(['a', 1]);
    expectSame(made.getDataRange().getValues(), [['a', 1]]);
  },
  'Sheet.insertRowsBefore': ({ sheet }) => {
    const rows = sheet.getMaxRows();
    sheet.insertRowsBefore(2, 3);
    expectSame(sheet.getMaxRows(), rows + 3);
  },
  'Sheet.insertRowsAfter': ({ sheet }) => {
    const rows = sheet.getMaxRows();
    sheet.insertRowsAfter(rows, 2);
    expectSame(sheet.getMaxRows(), rows + 2);
  },
  'Sheet.insertColumnsAfter': ({ sheet }) => {
    const columns = sheet.getMaxColumns();
    sheet.insertColumnsAfter(columns, 2);
    expectSame(sheet.getMaxColumns(), columns + 2);
  },
  'Sheet.deleteRows': ({ sheet }) => {
    const rows = sheet.getMaxRows();
    sheet.deleteRows(rows - 1, 2);
    expectSame(sheet.getMaxRows(), rows - 2);
  },
  'Sheet.deleteColumns': ({ sheet }) => {
    const columns = sheet.getMaxColumns();
    sheet.deleteColumns(columns - 1, 2);
    expectSame(sheet.getMaxColumns(), columns - 2);
  },
  'Sheet.hideRows': ({ sheet }) => sheet.hideRows(2, 2),
  'Sheet.showRows': ({ sheet }) => sheet.showRows(1, 4),
  'Sheet.hideColumns': ({ sheet }) => sheet.hideColumns(2, 2),
  'Sheet.showColumns': ({ sheet }) => sheet.showColumns(1, 4),
  'Sheet.setRowHeights': ({ sheet }) => sheet.setRowHeights(1, 2, 30),
  'Sheet.setColumnWidths': ({ sheet }) => sheet.setColumnWidths(1, 2, 60),
  'Sheet.setFrozenRows': ({ sheet }) => sheet.setFrozenRows(1),
  'Sheet.setFrozenColumns': ({ sheet }) => sheet.setFrozenColumns(1),
  'Sheet.getNamedRanges': ({ stage }) => {
    const made = stage.sheet();
    const name = stage.name(made.getRange(1, 1));
    expectSame(
      made.getNamedRanges().map((one) => one.getName()),
      [name],
    );
  },
  'Sheet.clear': ({ stage }) => {
    const made = stage.sheet();
    made.getRange(1, 1, 2, 2).setValues(two);
    made.clear();
    expectSame(made.getLastRow(), 0);
  },
  'Range.getRow': ({ sheet }) => expectSame(sheet.getRange(2, 3).getRow(), 2),
  'Range.getColumn': ({ sheet }) => expectSame(sheet.getRange(2, 3).getColumn(), 3),
  'Range.getGridId': ({ sheet }) =>
    expectSame(sheet.getRange(2, 3).getGridId(), sheet.getSheetId()),
  'Range.getNumRows': ({ range }) => expectSame(range().getNumRows(), 2),
  'Range.getNumColumns': ({ range }) => expectSame(range().getNumColumns(), 2),
  'Range.getA1Notation': ({ sheet }) =>
    expectSame(sheet.getRange(1, 1, 2, 2).getA1Notation(), 'A1:B2'),
  'Range.offset': ({ sheet }) =>
    expectSame(sheet.getRange(2, 3).offset(1, 1, 2, 2).getA1Notation(), 'D3:E4'),
  'Range.getSheet': ({ sheet }) =>
    expectSame(sheet.getRange(1, 1).getSheet().getSheetId(), sheet.getSheetId()),
  'Range.canEdit': ({ range }) => expectSame(range().canEdit(), true),
  'Range.setValues': ({ range }) => range().setValues(two),
  'Range.getValues': ({ range }) => {
    const cells = range();
    cells.setValues(two);
    expectSame(cells.getValues(), two);
  },
  'Range.getDisplayValues': ({ range }) => {
    const cells = range();
    cells.setValues(two);
    expectSame(cells.getDisplayValues(), [
      ['a', '1'],
      ['b', '2'],
    ]);
  },
  'Range.setFormula': ({ stage }) => expectSame(stage.calculated('=1+1'), 2),
  'Range.setFormulas': ({ range }) => {
    const cells = range();
    cells.setFormulas([
      ['=1+1', '=2+2'],
      ['=3+3', ''],
    ]);
    expectSame(cells.getValues(), [
      [2, 4],
      [6, ''],
    ]);
  },
  'Range.getFormulas': ({ range }) => {
    const cells = range();
    cells.setFormula('=1+1');
    expectSame(cells.getFormulas()[0]?.[0], '=1+1');
  },
  'Range.setNumberFormat': ({ range }) => range().setNumberFormat('0.0'),
  'Range.setNumberFormats': ({ range }) =>
    range().setNumberFormats([
      ['0', '0%'],
      ['0.0', 'yyyy-mm-dd'],
    ]),
  'Range.merge': ({ range }) => {
    const cells = range();
    cells.setValues(two);
    cells.merge();
    // What joined cells show stands in the first of them.
    expectSame(cells.getValues(), [
      ['a', ''],
      ['', ''],
    ]);
  },
  'Range.getMergedRanges': ({ range }) => {
    const cells = range();
    expectSame(cells.getMergedRanges().length, 0);
    cells.merge();
    const [joined] = cells.getMergedRanges();
    expectSame([joined?.getA1Notation(), joined?.getNumRows()], [cells.getA1Notation(), 2]);
  },
  'Range.getNumberFormats': ({ range }) => {
    const cells = range();
    expectSame(unformattedPatterns.has(String(cells.getNumberFormats()[0]?.[0])), true);
    cells.setNumberFormat('0.0');
    expectSame(cells.getNumberFormats()[1], ['0.0', '0.0']);
  },
};
