import { type Calls, same } from './bench.ts';
import { ownSheets } from './stage.ts';

/** Calls of the spreadsheet, its names and its protections. */
export const spreadsheetCalls: Calls = {
  'SpreadsheetApp.getActiveSpreadsheet': ({ book }) =>
    same(SpreadsheetApp.getActiveSpreadsheet().getSheets().length, book.getSheets().length),
  'SpreadsheetApp.getUi': () => SpreadsheetApp.getUi(),
  'SpreadsheetApp.flush': () => SpreadsheetApp.flush(),
  'Spreadsheet.getSheets': ({ book, sheet }) =>
    same(
      book.getSheets().some((one) => one.getSheetId() === sheet.getSheetId()),
      true,
    ),
  'Spreadsheet.getSheetById': ({ book, sheet }) =>
    same(book.getSheetById(sheet.getSheetId())?.getName(), sheet.getName()),
  'Spreadsheet.getSheetByName': ({ book, sheet }) =>
    same(book.getSheetByName(sheet.getName())?.getSheetId(), sheet.getSheetId()),
  'Spreadsheet.setActiveSheet': ({ book, sheet }) => {
    book.setActiveSheet(sheet);
    same(book.getActiveSheet().getSheetId(), sheet.getSheetId());
  },
  'Spreadsheet.getActiveSheet': ({ book }) => book.getActiveSheet().getSheetId(),
  'Spreadsheet.getActiveRange': ({ book }) => book.getActiveRange(),
  'Spreadsheet.getSpreadsheetLocale': ({ book }) =>
    same(/^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(book.getSpreadsheetLocale()), true),
  'Spreadsheet.getName': ({ book }) => same(typeof book.getName(), 'string'),
  'Spreadsheet.getSpreadsheetTimeZone': ({ book }) =>
    new Intl.DateTimeFormat('en-US', { timeZone: book.getSpreadsheetTimeZone() }),
  'Spreadsheet.insertSheet': ({ book }) => {
    const made = book.insertSheet(`${ownSheets} made`, book.getSheets().length);
    same(
      book
        .getSheets()
        .map((one) => one.getName())
        .pop(),
      made.getName(),
    );
  },
  'Spreadsheet.deleteSheet': ({ book, stage }) => {
    const made = stage.sheet();
    const name = made.getName();
    book.deleteSheet(made);
    same(book.getSheetByName(name), null);
  },
  'Spreadsheet.setNamedRange': ({ stage, range, book }) => {
    const cells = range();
    same(book.getRangeByName(stage.name(cells))?.getRow(), cells.getRow());
  },
  'Spreadsheet.getRangeByName': ({ book }) => same(book.getRangeByName('selfcheck_none'), null),
  'Spreadsheet.getNamedRanges': ({ stage, range, book }) => {
    const name = stage.name(range());
    same(
      book.getNamedRanges().some((one) => one.getName() === name),
      true,
    );
  },
  'Spreadsheet.getProtections': ({ book }) => {
    const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
    same(
      [SHEET, RANGE].map((type) => book.getProtections(type).length >= 0),
      [true, true],
    );
  },
  'Spreadsheet.toast': ({ book }) => book.toast('…', ownSheets, 3),
  'NamedRange.getName': ({ stage, range, sheet }) => {
    stage.name(range());
    return sheet.getNamedRanges().map((one) => one.getName());
  },
  'NamedRange.getRange': ({ stage, range, book }) => {
    const cells = range();
    const name = stage.name(cells);
    const found = book.getNamedRanges().find((one) => one.getName() === name);
    same(found?.getRange().getA1Notation(), cells.getA1Notation());
  },
  'NamedRange.remove': ({ stage, range, book }) => {
    const name = stage.name(range());
    for (const one of book.getNamedRanges()) if (one.getName() === name) one.remove();
    same(book.getRangeByName(name), null);
  },
};
