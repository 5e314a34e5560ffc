import { sentences } from '../assumptions.ts';
import { type AllowedSent, allowedSent, validationOf } from './rules.ts';
import { wayUp } from './way-up.ts';
import { callService, standIn } from './wire.ts';

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** Where a range lies: the sheet's id, rows and columns counted from 1. */
export interface RangeAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly a1: string;
}

type StoodInFor =
  | 'getA1Notation'
  | 'getRow'
  | 'getColumn'
  | 'getLastRow'
  | 'getLastColumn'
  | 'getNumRows'
  | 'getNumColumns'
  | 'getSheet'
  | 'getGridId'
  | 'getValue'
  | 'getValues'
  | 'setValue'
  | 'setValues'
  | 'getDisplayValue'
  | 'getDisplayValues'
  | 'getFormula'
  | 'getFormulas'
  | 'setFormula'
  | 'setFormulas'
  | 'getNumberFormat'
  | 'getNumberFormats'
  | 'getMergedRanges'
  | 'merge'
  | 'offset'
  | 'setNumberFormat'
  | 'setNumberFormats'
  | 'isBlank'
  | 'canEdit'
  | 'activate'
  | 'breakApart'
  | 'clear'
  | 'clearContent'
  | 'clearDataValidations'
  | 'clearFormat'
  | 'clearNote'
  | 'getFontSize'
  | 'getDataValidations'
  | 'getNotes'
  | 'setBackgrounds'
  | 'setBorder'
  | 'setDataValidations'
  | 'setFontColors'
  | 'setFontSizes'
  | 'setFontStyles'
  | 'setFontWeights'
  | 'setHorizontalAlignments'
  | 'setNotes'
  | 'setVerticalAlignment'
  | 'setVerticalAlignments'
  | 'setWraps'
  | 'shiftRowGroupDepth'
  | 'sort';

const places = new WeakMap<object, RangeAddress>();

/** Where a range lies. */
export const placeOf = (range: GoogleRange): RangeAddress => places.get(range)!;

/** A range of cells. */
export function rangeAt(place: RangeAddress): GoogleRange {
  const { sheet, row, column, rows, columns } = place;
  const area = [sheet, row, column, rows, columns] as const;
  const corner = [sheet, row, column, 1, 1] as const;
  const read = <T>(method: string) => callService<T[][]>(`Range.${method}`, ...area);
  const readOne = <T>(method: string) => callService<T[][]>(`Range.${method}`, ...corner)[0]![0]!;
  const filled = <T>(value: T): T[][] =>
    Array.from({ length: rows }, () => new Array<T>(columns).fill(value));
  const fitting = <T>(data: T[][]): T[][] => {
    if (data.length !== rows) throw new Error(sentences.rowsMismatch(data.length, rows));
    for (const line of data) {
      if (line.length !== columns) {
        throw new Error(sentences.columnsMismatch(line.length, columns));
      }
    }
    return data;
  };
  const write = (method: string, data: unknown[][]) => {
    callService(`Range.${method}`, ...area, fitting(data));
    return self;
  };
  const tell = (method: string, ...given: unknown[]) => {
    callService(`Range.${method}`, ...area, ...given);
    return self;
  };
  const range: Pick<GoogleRange, StoodInFor> = {
    getA1Notation: () => place.a1,
    getRow: () => row,
    getColumn: () => column,
    getLastRow: () => row + rows - 1,
    getLastColumn: () => column + columns - 1,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getSheet: () => wayUp.sheetOf(sheet),
    getGridId: () => callService<number>('Sheet.getSheetId', sheet),
    getValue: () => readOne('getValues'),
    getValues: () => read('getValues'),
    setValue: (value) => write('setValues', filled(value)),
    setValues: (values) => write('setValues', values),
    getDisplayValue: () => readOne('getDisplayValues'),
    getDisplayValues: () => read('getDisplayValues'),
    getFormula: () => readOne('getFormulas'),
    getFormulas: () => read('getFormulas'),
    setFormula: (formula) => write('setFormulas', filled(formula)),
    setFormulas: (formulas) => write('setFormulas', formulas),
    getNumberFormat: () => readOne('getNumberFormats'),
    getNumberFormats: () => read('getNumberFormats'),
    getMergedRanges: () =>
      callService<RangeAddress[]>('Range.getMergedRanges', ...area).map(rangeAt),
    merge: () => tell('merge'),
    offset: (down: number, across: number, high = rows, wide = columns) =>
      rangeAt(
        callService<RangeAddress>('Sheet.getRange', sheet, row + down, column + across, high, wide),
      ),
    setNumberFormat: (format) => write('setNumberFormats', filled(format)),
    setNumberFormats: (formats) => write('setNumberFormats', formats),
    isBlank: () => callService<boolean>('Range.isBlank', ...area),
    canEdit: () => callService<boolean>('Range.canEdit', ...area),
    activate: () => tell('activate'),
    getFontSize: () => readOne('getFontSizes'),
    getNotes: () => read('getNotes'),
    setNotes: (notes) => write('setNotes', notes),
    setBackgrounds: (colors) => write('setBackgrounds', colors),
    setFontColors: (colors) => write('setFontColors', colors),
    setFontSizes: (sizes) => write('setFontSizes', sizes),
    setFontStyles: (styles) => write('setFontStyles', styles),
    setFontWeights: (weights) => write('setFontWeights', weights),
    setHorizontalAlignments: (alignments) => write('setHorizontalAlignments', alignments),
    setVerticalAlignment: (alignment) => write('setVerticalAlignments', filled(alignment)),
    setVerticalAlignments: (alignments) => write('setVerticalAlignments', alignments),
    setWraps: (wraps) => write('setWraps', wraps),
    setBorder: (...given: unknown[]) => tell('setBorder', ...given),
    setDataValidations: (rules) =>
      write(
        'setDataValidations',
        rules.map((line) => line.map(allowedSent)),
      ),
    getDataValidations: () =>
      read<AllowedSent | null>('getDataValidations').map((line) =>
        line.map((sent) => {
          const is = sent?.is;
          // Google declares a rule for every cell; one that has none gives `null`.
          return (sent && is ? validationOf({ ...sent, is }) : null) as never;
        }),
      ),
    clearDataValidations: () => write('setDataValidations', filled(null)),
    shiftRowGroupDepth: (delta) => tell('shiftRowGroupDepth', delta),
    sort: (by: unknown) => tell('sort', by),
    // Nothing of ours is ever joined.
    breakApart: () => self,
    clear: () => tell('clear'),
    clearContent: () => tell('clearContent'),
    clearFormat: () => tell('clearFormat'),
    clearNote: () => tell('clearNote'),
  };
  const self = standIn('Range', range) as GoogleRange;
  places.set(self, place);
  return self;
}

/** Several ranges of a sheet, changed in one call. */
export function rangeListAt(all: readonly RangeAddress[]): GoogleAppsScript.Spreadsheet.RangeList {
  const list = standIn('RangeList', {
    getRanges: () => all.map(rangeAt),
    setBorder: (...given: unknown[]) => {
      callService('RangeList.setBorder', all, ...given);
      return list;
    },
  } satisfies Partial<
    Record<keyof GoogleAppsScript.Spreadsheet.RangeList, unknown>
  >) as unknown as GoogleAppsScript.Spreadsheet.RangeList;
  return list;
}
