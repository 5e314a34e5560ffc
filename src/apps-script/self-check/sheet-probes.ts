import { hasCells } from '../google-book.ts';
import { serialOfInstant } from '../google-days.ts';
import { automatic, unformattedPatterns } from '../google-platform.ts';
import type { Probes } from './probes.ts';
import { ownSheets, type TestStage } from './stage.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

const aDay = 46_000;

/** Texts that would be something else if they were typed. */
const awkward = [
  '=1+1',
  '+1+1',
  '-1',
  '@lan',
  '\t=1',
  '012',
  '3/4',
  '1e3',
  'TRUE',
  '12%',
  "'tis",
  '#N/A',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
];

const one = (range: Range): unknown => range.getValues()[0]?.[0];

/** What a text that is simply written becomes. */
function becomes({ free }: TestStage, text: string, format?: string): string {
  const range = free();
  if (format !== undefined) range.setNumberFormat(format);
  range.setValues([[text]]);
  if (range.getFormulas()[0]?.[0] !== '') return 'formula';
  const value = one(range);
  if (typeof value === 'number') return 'number';
  return String(value).charAt(0) === '#' ? 'error' : 'text';
}

/** Whether a cell that takes 1 to 10 alone refuses what is written. */
function refuses({ put }: TestStage, write: (range: Range) => void): boolean {
  const range = put([[5]]);
  const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 10);
  range.setDataValidations([[rule.setAllowInvalid(false).build()]]);
  SpreadsheetApp.flush();
  try {
    write(range);
    SpreadsheetApp.flush();
    return false;
  } catch {
    return true;
  }
}

export const writingProbes: Probes<'writing'> = {
  'equals-first': (stage) => becomes(stage, '=1+1'),
  'plus-first': (stage) => becomes(stage, '+1+1'),
  'minus-first': (stage) => becomes(stage, '-1+1'),
  'at-first': (stage) => becomes(stage, '@lan'),
  'apostrophe-keeps-text': ({ put }) => {
    const range = put(awkward.map((text) => [`'${text}`]));
    const values: unknown[][] = range.getValues();
    return (
      awkward.every((text, i) => values[i]?.[0] === text) &&
      range.getFormulas().every(([formula]) => formula === '')
    );
  },
  'append-keeps-text': ({ sheet }) => {
    const log = sheet();
    log.appendRow(["'=1+1", 7]);
    const range = log.getRange(1, 1, 1, 2);
    const [text, number] = range.getValues()[0] ?? [];
    return text === '=1+1' && number === 7 && range.getFormulas()[0]?.[0] === '';
  },
  'plain-text-format': (stage) => becomes(stage, '=1+1', '@'),
  'apostrophe-under-plain-text': ({ free }) => {
    const range = free();
    range.setNumberFormat('@');
    range.setValues([["'x"]]);
    return one(range) === "'x" ? 'kept' : 'taken';
  },
  'rules-warn-by-default': () =>
    SpreadsheetApp.newDataValidation().requireCheckbox().build().getAllowInvalid(),
  'strict-rule-refuses-value': (stage) => refuses(stage, (range) => range.setValues([[50]])),
  'strict-rule-refuses-formula': (stage) => refuses(stage, (range) => range.setFormula('=25*2')),
  'strict-rule-takes-blank': (stage) => !refuses(stage, (range) => range.setValues([['']])),
  'empty-text-is-blank': ({ put, calculated }) => {
    const range = put([[5]]);
    range.setValues([['']]);
    const at = `'${range.getSheet().getName()}'!${range.getA1Notation()}`;
    return calculated(`=ISBLANK(${at})`) === true;
  },
};

export const formatProbes: Probes<'formats'> = {
  unformatted: ({ free }) => String(free().getNumberFormats()[0]?.[0]),
  'general-resets': ({ free }) => {
    const range = free();
    range.setNumberFormat('0.0');
    range.setNumberFormat(automatic);
    return unformattedPatterns.has(String(range.getNumberFormats()[0]?.[0]));
  },
  'day-numbers': ({ free }) => {
    const range = free();
    range.setNumberFormat('yyyy-mm-dd');
    range.setValues([[aDay]]);
    return range.getDisplayValues()[0]?.[0] === '2025-12-09';
  },
};

export const zoneProbe = ({ free, zone }: TestStage): boolean => {
  const range = free();
  range.setNumberFormat('yyyy-mm-dd');
  range.setValues([[aDay]]);
  return serialOfInstant(one(range) as Date, zone) === aDay;
};

const rowsOf = ({ spreadsheet }: TestStage, name: string): number | undefined =>
  spreadsheet.getRangeByName(name)?.getNumRows();

/** Rows 2 to 5 under a name; what `change` makes of them. */
function named(stage: TestStage, change: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => void) {
  const sheet = stage.sheet();
  const name = stage.name(sheet.getRange(2, 1, 4, 2));
  change(sheet);
  return { sheet, name, rows: rowsOf(stage, name) };
}

export const nameProbes: Probes<'names'> = {
  'deleted-name': (stage) => {
    const { name } = named(stage, (sheet) => sheet.deleteRows(2, 4));
    const left = stage.spreadsheet.getNamedRanges().find((one) => one.getName() === name);
    if (!left) return 'gone';
    try {
      return left.getRange() ? 'throws' : 'no range';
    } catch {
      return 'throws';
    }
  },
  'insert-grows-name': (stage) => named(stage, (sheet) => sheet.insertRowsBefore(4, 2)).rows === 6,
  'insert-before-last-grows-name': (stage) =>
    named(stage, (sheet) => sheet.insertRowsBefore(5, 2)).rows === 6,
  'insert-grows-formula': ({ sheet: open }) => {
    const sheet = open();
    sheet.getRange(2, 1, 4, 1).setValues([[1], [2], [4], [8]]);
    sheet.getRange(1, 3).setFormula('=SUM(A2:A5)');
    sheet.insertRowsBefore(5, 2);
    sheet.getRange(5, 1).setValues([[100]]);
    return one(sheet.getRange(1, 3)) === 115;
  },
  'delete-shrinks-name': (stage) => named(stage, (sheet) => sheet.deleteRows(3, 2)).rows === 2,
  'sort-leaves-name': (stage) => {
    const sheet = stage.sheet();
    sheet.getRange(1, 1, 3, 1).setValues([[3], [1], [2]]);
    const name = stage.name(sheet.getRange(2, 1));
    sheet.getRange(1, 1, 3, 1).sort(1);
    const range = stage.spreadsheet.getRangeByName(name);
    return range?.getRow() === 2 && one(range) === 2;
  },
  'copied-sheet-names': (stage) => {
    const { sheet, name } = named(stage, () => {});
    const copy = sheet.copyTo(stage.spreadsheet);
    // Whatever the copy is called, it has to be known as ours.
    copy.setName(`${ownSheets} copy`);
    const its = copy.getNamedRanges().map((one) => one.getName());
    if (its.some((one) => one === name)) return 'the same';
    return its.some((one) => one.indexOf('!') > 0) ? 'with the sheet before them' : 'none';
  },
};

/** The longest of some lengths that is taken. */
export function longestAccepted(
  lengths: readonly number[],
  take: (length: number) => void,
): number {
  let most = 0;
  for (const length of lengths) {
    try {
      take(length);
      most = length;
    } catch {
      return most;
    }
  }
  return most;
}

export const sheetProbes: Probes<'sheets'> = {
  'ranges-in-order': ({ sheet }) => {
    const addresses = ['C4:D9', 'A1:B2', 'A1:B3', 'A3:B3', 'C4'];
    const ranges = sheet().getRangeList(addresses).getRanges();
    return ranges.map((range) => range.getA1Notation()).join() === addresses.join();
  },
  'new-sheet-rows': ({ sheet }) => sheet().getMaxRows(),
  'new-sheet-columns': ({ sheet }) => sheet().getMaxColumns(),
  'new-sheet-is-active': ({ spreadsheet, sheet }) =>
    sheet().getSheetId() === spreadsheet.getActiveSheet().getSheetId(),
  'sheet-name-letters': ({ sheet: open }) => {
    const sheet = open();
    const name = (length: number) => ownSheets + '.'.repeat(length - ownSheets.length);
    return longestAccepted([31, 50, 99, 100, 101, 200], (length) => {
      sheet.setName(name(length));
    });
  },
  'row-pixels': ({ sheet }) => sheet().getRowHeight(1),
  'column-pixels': ({ sheet }) => sheet().getColumnWidth(1),
  'letter-points': ({ free }) => free().getFontSize(),
  'chart-sheet-has-no-cells': ({ spreadsheet, sheet: open }) => {
    const sheet = open();
    sheet.getRange(1, 1, 2, 1).setValues([[1], [2]]);
    const drawn = sheet
      .newChart()
      .asLineChart()
      .addRange(sheet.getRange(1, 1, 2, 1));
    sheet.insertChart(drawn.setPosition(1, 3, 0, 0).build());
    const [chart] = sheet.getCharts();
    if (!chart) return false;
    const moved = spreadsheet.moveChartToObjectSheet(chart);
    // Whatever it is called, it has to be known as ours.
    moved.setName(`${ownSheets} chart`);
    try {
      moved.getDataRange();
      return false;
    } catch {
      return !hasCells(moved);
    }
  },
  'ungroup-is-harmless': ({ sheet }) => {
    sheet().getRange(1, 1, 5, 1).shiftRowGroupDepth(-8);
    return true;
  },
};
