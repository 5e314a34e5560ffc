import { chartSent } from './chart.ts';
import type { RangeAddress } from './range.ts';
import { placeOf, rangeAt } from './range.ts';
import { activeRange, googleSheet, namedRangeOf, protectionOf, sheetId } from './sheet.ts';
import { wayUp } from './way-up.ts';
import { callService, standIn } from './wire.ts';

type GoogleSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

type StoodInFor =
  | 'deleteSheet'
  | 'getActiveRange'
  | 'getActiveSheet'
  | 'getId'
  | 'getName'
  | 'getNamedRanges'
  | 'getNumSheets'
  | 'getProtections'
  | 'getRange'
  | 'getRangeByName'
  | 'getSheetById'
  | 'getSheetByName'
  | 'getSheets'
  | 'getSpreadsheetLocale'
  | 'getSpreadsheetTimeZone'
  | 'getUrl'
  | 'insertSheet'
  | 'moveChartToObjectSheet'
  | 'removeNamedRange'
  | 'setActiveSheet'
  | 'setNamedRange'
  | 'toast';

wayUp.spreadsheet = spreadsheet;

/** The spreadsheet the script is at home in. */
export function spreadsheet(): GoogleSpreadsheet {
  const ask = <T>(method: string, ...args: unknown[]) =>
    callService<T>(`Spreadsheet.${method}`, ...args);
  const found = (id: string | null) => (id === null ? null : googleSheet(id));
  const book: Pick<GoogleSpreadsheet, StoodInFor> = {
    getId: () => 'workbench',
    getUrl: () => ask<string>('getUrl'),
    getName: () => ask<string>('getName'),
    getSpreadsheetLocale: () => ask<string>('getSpreadsheetLocale'),
    getSpreadsheetTimeZone: () => ask<string>('getSpreadsheetTimeZone'),
    getSheetByName: (name) => found(ask<string | null>('getSheetByName', name)),
    getSheetById: (id) => found(ask<string | null>('getSheetById', id)),
    getActiveSheet: () => googleSheet(ask<string>('getActiveSheet')),
    setActiveSheet: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => {
      ask('setActiveSheet', sheetId(sheet));
      return sheet;
    },
    getSheets: () => ask<string[]>('getSheets').map(googleSheet),
    getNumSheets: () => ask<string[]>('getSheets').length,
    insertSheet: (...given: unknown[]) => {
      const name = given.find((one) => typeof one === 'string') ?? null;
      const index = given.find((one) => typeof one === 'number') ?? null;
      return googleSheet(ask<string>('insertSheet', name, index));
    },
    moveChartToObjectSheet: (chart) =>
      googleSheet(ask<string>('moveChartToObjectSheet', chartSent(chart).id)),
    deleteSheet: (sheet) => {
      ask('deleteSheet', sheetId(sheet));
    },
    getActiveRange: () => activeRange(ask<RangeAddress | null>('getActiveRange')),
    getRange: (a1) => rangeAt(ask<RangeAddress>('getRange', a1)),
    getRangeByName: (name) => {
      const place = ask<RangeAddress | null>('getRangeByName', name);
      return place && rangeAt(place);
    },
    getNamedRanges: () => ask<NamedSent[]>('getNamedRanges', null).map(namedRangeOf),
    setNamedRange: (name, range) => {
      const { sheet, row, column, rows, columns } = placeOf(range);
      ask('setNamedRange', name, sheet, row, column, rows, columns);
    },
    removeNamedRange: (name) => {
      ask('removeNamedRange', name);
    },
    getProtections: (type) =>
      ask<ProtectionSent[]>('getProtections', String(type), null).map(protectionOf),
    toast: (message: string, title?: string, seconds?: number | null) => {
      ask('toast', message, title ?? '', seconds ?? 5);
    },
  };
  return standIn('Spreadsheet', book) as GoogleSpreadsheet;
}

/** A name and its cells, as they come into the context; `null` when the cells are gone. */
export interface NamedSent {
  readonly name: string;
  readonly place: RangeAddress | null;
}

export interface ProtectionSent {
  readonly place: RangeAddress;
  readonly canEdit: boolean;
}
