import { type RangeAddress, rangeAt } from './range.ts';
import { callService, standIn } from './wire.ts';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GoogleGroup = GoogleAppsScript.Spreadsheet.Group;

type StoodInFor =
  | 'deleteColumns'
  | 'deleteRows'
  | 'getColumnWidth'
  | 'getMaxColumns'
  | 'getMaxRows'
  | 'getRowGroup'
  | 'getRowGroupDepth'
  | 'getRowHeight'
  | 'hideColumns'
  | 'hideRows'
  | 'insertColumnsAfter'
  | 'insertColumnsBefore'
  | 'insertRowsAfter'
  | 'insertRowsBefore'
  | 'setColumnWidths'
  | 'setFrozenColumns'
  | 'setFrozenRows'
  | 'setRowGroupControlPosition'
  | 'setRowHeights'
  | 'showColumns'
  | 'showRows';

/** A group of rows as it comes into the context. */
export interface GroupSent {
  readonly id: string;
  readonly depth: number;
  readonly place: RangeAddress;
}

/** What scripts ask of a sheet's rows and columns. */
export function asSheetRows(id: string, self: () => GoogleSheet): Pick<GoogleSheet, StoodInFor> {
  const ask = <T>(method: string, ...args: unknown[]) =>
    callService<T>(`Sheet.${method}`, id, ...args);
  const tell = (method: string, ...args: unknown[]): GoogleSheet => {
    ask(method, ...args);
    return self();
  };
  return {
    getRowHeight: (row) => ask<number>('getRowHeight', row),
    getColumnWidth: (column) => ask<number>('getColumnWidth', column),
    getMaxRows: () => ask<number>('getMaxRows'),
    getMaxColumns: () => ask<number>('getMaxColumns'),
    insertRowsBefore: (row, count) => tell('insertRows', row, count),
    insertRowsAfter: (row, count) => tell('insertRows', row + 1, count),
    insertColumnsBefore: (column, count) => tell('insertColumns', column, count),
    insertColumnsAfter: (column, count) => tell('insertColumns', column + 1, count),
    deleteRows: (row, count) => {
      tell('deleteRows', row, count);
    },
    deleteColumns: (column, count) => {
      tell('deleteColumns', column, count);
    },
    hideRows: (row: number, count = 1) => {
      tell('hideRows', row, count);
    },
    showRows: (row: number, count = 1) => {
      tell('showRows', row, count);
    },
    hideColumns: (column: number, count = 1) => {
      tell('hideColumns', column, count);
    },
    showColumns: (column: number, count = 1) => {
      tell('showColumns', column, count);
    },
    setColumnWidths: (column, count, width) => tell('setColumnWidths', column, count, width),
    setRowHeights: (row, count, height) => tell('setRowHeights', row, count, height),
    setFrozenRows: (rows) => {
      tell('setFrozenRows', rows);
    },
    setFrozenColumns: (columns) => {
      tell('setFrozenColumns', columns);
    },
    setRowGroupControlPosition: (position) => tell('setRowGroupControlPosition', String(position)),
    getRowGroupDepth: (row) => ask<number>('getRowGroupDepth', row),
    getRowGroup: (row, depth) => {
      const group = ask<GroupSent | null>('getRowGroup', row, depth);
      return group && groupOf(id, group);
    },
  };
}

function groupOf(sheet: string, { id, depth, place }: GroupSent): GoogleGroup {
  const fold = (folded: boolean): GoogleGroup => {
    callService('Sheet.foldRowGroup', sheet, id, folded);
    return self;
  };
  const self = standIn('Group', {
    collapse: () => fold(true),
    expand: () => fold(false),
    isCollapsed: () => callService<boolean>('Sheet.isRowGroupFolded', sheet, id),
    getDepth: () => depth,
    getRange: () => rangeAt(place),
  } satisfies Partial<GoogleGroup>) as GoogleGroup;
  return self;
}
