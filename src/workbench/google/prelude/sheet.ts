import { type ChartSent, chartBuilder, chartOf, chartSent } from './chart.ts';
import { placeOf, type RangeAddress, rangeAt, rangeListAt } from './range.ts';
import { formatSent } from './rules.ts';
import { asSheetRows } from './sheet-rows.ts';
import type { NamedSent, ProtectionSent } from './spreadsheet.ts';
import { wayUp } from './way-up.ts';
import { callService, standIn } from './wire.ts';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type Named = GoogleAppsScript.Spreadsheet.NamedRange;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

type StoodInFor =
  | 'activate'
  | 'appendRow'
  | 'clear'
  | 'clearConditionalFormatRules'
  | 'copyTo'
  | 'getActiveRange'
  | 'getCharts'
  | 'getDataRange'
  | 'getIndex'
  | 'getLastColumn'
  | 'getLastRow'
  | 'getName'
  | 'getNamedRanges'
  | 'getParent'
  | 'getProtections'
  | 'getRange'
  | 'getRangeList'
  | 'getSheetId'
  | 'getSheetName'
  | 'getType'
  | 'hideSheet'
  | 'insertChart'
  | 'isSheetHidden'
  | 'newChart'
  | 'removeChart'
  | 'setConditionalFormatRules'
  | 'setHiddenGridlines'
  | 'setName'
  | 'setTabColor'
  | 'showSheet';

const ids = new WeakMap<object, string>();

/** The id a sheet has inside the workbook. */
export const sheetId = (sheet: GoogleSheet): string => ids.get(sheet)!;

wayUp.sheetOf = googleSheet;

/** A sheet, by the id it has inside the workbook. */
export function googleSheet(id: string): GoogleSheet {
  const ask = <T>(method: string, ...args: unknown[]) =>
    callService<T>(`Sheet.${method}`, id, ...args);
  const tell = (method: string, ...args: unknown[]): GoogleSheet => {
    ask(method, ...args);
    return self;
  };
  const sheet: Pick<GoogleSheet, StoodInFor> = {
    getParent: () => wayUp.spreadsheet(),
    getName: () => ask<string>('getName'),
    getSheetName: () => ask<string>('getName'),
    setName: (name) => tell('setName', name),
    getSheetId: () => ask<number>('getSheetId'),
    // As scripts compare it: `SpreadsheetApp.SheetType` has it by the same name.
    getType: () => ask<GoogleAppsScript.Spreadsheet.SheetType>('getType'),
    getIndex: () => ask<number>('getIndex'),
    activate: () => tell('activate'),
    hideSheet: () => tell('hideSheet'),
    showSheet: () => tell('showSheet'),
    isSheetHidden: () => ask<boolean>('isSheetHidden'),
    setTabColor: (color) => tell('setTabColor', color),
    setHiddenGridlines: (hidden) => tell('setHiddenGridlines', hidden),
    getRange: (...where: unknown[]) => rangeAt(ask<RangeAddress>('getRange', ...where)),
    getRangeList: (a1) => rangeListAt(ask<RangeAddress[]>('getRangeList', a1)),
    getDataRange: () => rangeAt(ask<RangeAddress>('getDataRange')),
    getActiveRange: () => activeRange(ask<RangeAddress | null>('getActiveRange')),
    getLastRow: () => ask<number>('getLastRow'),
    getLastColumn: () => ask<number>('getLastColumn'),
    appendRow: (contents) => tell('appendRow', contents),
    clear: () => tell('clear'),
    setConditionalFormatRules: (rules) => {
      tell('setConditionalFormatRules', rules.map(formatSent));
    },
    clearConditionalFormatRules: () => {
      tell('setConditionalFormatRules', []);
    },
    copyTo: () => googleSheet(ask<string>('copyTo')),
    getNamedRanges: () =>
      callService<NamedSent[]>('Spreadsheet.getNamedRanges', id).map(namedRangeOf),
    getProtections: (type) =>
      callService<ProtectionSent[]>('Spreadsheet.getProtections', String(type), id).map(
        protectionOf,
      ),
    newChart: () => chartBuilder(placeOf),
    insertChart: (chart) => {
      tell('insertChart', chartSent(chart));
    },
    getCharts: () => ask<ChartSent[]>('getCharts').map(chartOf),
    removeChart: (chart) => {
      tell('removeChart', chartSent(chart).id);
    },
  };
  const self: GoogleSheet = standIn('Sheet', { ...sheet, ...asSheetRows(id, () => self) }) as never;
  ids.set(self, id);
  return self;
}

/** Google declares the selection as always there; without one it is `null`. */
export const activeRange = (place: RangeAddress | null) =>
  (place ? rangeAt(place) : null) as GoogleAppsScript.Spreadsheet.Range;

/** A name as scripts see it. Its cells may be gone, though Google declares them as always there. */
export function namedRangeOf({ name, place }: NamedSent): Named {
  return standIn('NamedRange', {
    getName: () => name,
    getRange: () => activeRange(place),
    remove: () => {
      callService('Spreadsheet.removeNamedRange', name);
    },
  } satisfies Partial<Named>) as Named;
}

export const protectionOf = ({ place, canEdit }: ProtectionSent): Protection =>
  standIn('Protection', {
    canEdit: () => canEdit,
    getRange: () => rangeAt(place),
  } satisfies Partial<Protection>) as Protection;
