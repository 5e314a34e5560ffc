import { type Calls, expectSame } from './bench.ts';
import { ownSheets } from './stage.ts';

/** Calls of the spreadsheet, its names and its protections. */
export const spreadsheetCalls: Calls = {
  'SpreadsheetApp.getActiveSpreadsheet': ({ spreadsheet }) =>
    expectSame(
      SpreadsheetApp.getActiveSpreadsheet().getSheets().length,
      spreadsheet.getSheets().length,
    ),
  'SpreadsheetApp.getUi': () => SpreadsheetApp.getUi(),
  'SpreadsheetApp.flush': () => SpreadsheetApp.flush(),
  'Spreadsheet.getSheets': ({ spreadsheet, sheet }) =>
    expectSame(
      spreadsheet.getSheets().some((one) => one.getSheetId() === sheet.getSheetId()),
      true,
    ),
  'Spreadsheet.getSheetById': ({ spreadsheet, sheet }) =>
    expectSame(spreadsheet.getSheetById(sheet.getSheetId())?.getName(), sheet.getName()),
  'Spreadsheet.getSheetByName': ({ spreadsheet, sheet }) =>
    expectSame(spreadsheet.getSheetByName(sheet.getName())?.getSheetId(), sheet.getSheetId()),
  'Spreadsheet.setActiveSheet': ({ spreadsheet, sheet }) => {
    spreadsheet.setActiveSheet(sheet);
    expectSame(spreadsheet.getActiveSheet().getSheetId(), sheet.getSheetId());
  },
  'Spreadsheet.getActiveSheet': ({ spreadsheet }) => spreadsheet.getActiveSheet().getSheetId(),
  'Spreadsheet.getActiveRange': ({ spreadsheet }) => spreadsheet.getActiveRange(),
  'Spreadsheet.getSpreadsheetLocale': ({ spreadsheet }) =>
    expectSame(/^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(spreadsheet.getSpreadsheetLocale()), true),
  'Spreadsheet.getName': ({ spreadsheet }) => expectSame(typeof spreadsheet.getName(), 'string'),
  'Spreadsheet.getId': ({ spreadsheet }) => expectSame(spreadsheet.getId().length > 0, true),
  'Spreadsheet.getUrl': ({ spreadsheet }) =>
    expectSame(spreadsheet.getUrl().indexOf('https://') === 0, true),
  'Spreadsheet.getSpreadsheetTimeZone': ({ spreadsheet }) =>
    new Intl.DateTimeFormat('en-US', { timeZone: spreadsheet.getSpreadsheetTimeZone() }),
  'Spreadsheet.insertSheet': ({ spreadsheet }) => {
    const made = spreadsheet.insertSheet(`${ownSheets} made`, spreadsheet.getSheets().length);
    expectSame(
      spreadsheet
        .getSheets()
        .map((one) => one.getName())
        .pop(),
      made.getName(),
    );
  },
  'Spreadsheet.deleteSheet': ({ spreadsheet, stage }) => {
    const made = stage.sheet();
    const name = made.getName();
    spreadsheet.deleteSheet(made);
    expectSame(spreadsheet.getSheetByName(name), null);
  },
  'Spreadsheet.setNamedRange': ({ stage, range, spreadsheet }) => {
    const cells = range();
    expectSame(spreadsheet.getRangeByName(stage.name(cells))?.getRow(), cells.getRow());
  },
  'Spreadsheet.getRangeByName': ({ spreadsheet }) =>
    expectSame(spreadsheet.getRangeByName('selfcheck_none'), null),
  'Spreadsheet.getNamedRanges': ({ stage, range, spreadsheet }) => {
    const name = stage.name(range());
    expectSame(
      spreadsheet.getNamedRanges().some((one) => one.getName() === name),
      true,
    );
  },
  'Spreadsheet.removeNamedRange': ({ stage, range, spreadsheet }) => {
    const name = stage.name(range());
    spreadsheet.removeNamedRange(name);
    expectSame(spreadsheet.getRangeByName(name), null);
  },
  'Spreadsheet.getNumSheets': ({ spreadsheet }) =>
    expectSame(spreadsheet.getNumSheets(), spreadsheet.getSheets().length),
  'Spreadsheet.getProtections': ({ spreadsheet }) => {
    const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
    expectSame(
      [SHEET, RANGE].map((type) => spreadsheet.getProtections(type).length >= 0),
      [true, true],
    );
  },
  'Spreadsheet.toast': ({ spreadsheet }) => spreadsheet.toast('…', ownSheets, 3),
  'NamedRange.getName': ({ stage, range, sheet }) => {
    stage.name(range());
    return sheet.getNamedRanges().map((one) => one.getName());
  },
  'NamedRange.getRange': ({ stage, range, spreadsheet }) => {
    const cells = range();
    const name = stage.name(cells);
    const found = spreadsheet.getNamedRanges().find((one) => one.getName() === name);
    expectSame(found?.getRange().getA1Notation(), cells.getA1Notation());
  },
  'NamedRange.remove': ({ stage, range, spreadsheet }) => {
    const name = stage.name(range());
    for (const one of spreadsheet.getNamedRanges()) if (one.getName() === name) one.remove();
    expectSame(spreadsheet.getRangeByName(name), null);
  },
};
