import { type IRange, RANGE_TYPE, type Univer } from '@univerjs/core';
import {
  SelectionMoveType,
  SetSelectionsOperation,
  SetWorksheetActivateCommand,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import { ScrollToRangeOperation } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import type { GridView } from '../../google/context.ts';
import { activeWorkbook, commandsOf } from './grid.ts';

/** What the user looks at now: the active sheet and the last selection. */
export function currentView(univer: Univer): GridView | null {
  const sheet = activeWorkbook(univer)?.getActiveSheet();
  if (!sheet) return null;
  const range = univer
    .__getInjector()
    .get(SheetsSelectionsService)
    .getCurrentLastSelection()?.range;
  if (!range) return { sheetId: sheet.getSheetId(), selection: null };
  // A whole column or row has no beginning or end of its own.
  const at = (value: number, otherwise: number) => (Number.isNaN(value) ? otherwise : value);
  return {
    sheetId: sheet.getSheetId(),
    selection: {
      startRow: at(range.startRow, 0),
      startColumn: at(range.startColumn, 0),
      endRow: at(range.endRow, sheet.getRowCount() - 1),
      endColumn: at(range.endColumn, sheet.getColumnCount() - 1),
    },
  };
}

/** Selects again what is selected, so that formula bar and toolbar look at it anew. */
export function selectAgain(univer: Univer): void {
  const sheet = activeWorkbook(univer)?.getActiveSheet();
  const selections = univer
    .__getInjector()
    .get(SheetsSelectionsService)
    .getCurrentSelections()
    .map((selection) => ({ ...selection }));
  if (!sheet || selections.length === 0) return;
  commandsOf(univer).syncExecuteCommand(SetSelectionsOperation.id, {
    unitId: WORKBOOK_ID,
    subUnitId: sheet.getSheetId(),
    type: SelectionMoveType.MOVE_END,
    selections,
  });
}

/** Tells of a new view, once it has come to rest. */
export function watchView(univer: Univer, tell: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  commandsOf(univer).onCommandExecuted(({ id }) => {
    if (id !== SetSelectionsOperation.id && !id.includes('worksheet-activ')) return;
    clearTimeout(timer);
    timer = setTimeout(tell, 250);
  });
}

/**
 * Hands the keyboard to the grid, so that what is typed next goes into a cell and not to a menu. A
 * dialog and a panel's page keep it while they have it.
 */
export function focusGrid(univer: Univer): void {
  if (document.activeElement?.tagName === 'IFRAME' || document.querySelector('dialog[open]'))
    return;
  (document.activeElement as HTMLElement | null)?.blur();
  univer.__getInjector().get(ILayoutService).focus();
}

/** Goes to a sheet and selects on it, scrolling there. */
export async function goTo(univer: Univer, { sheetId, selection }: GridView): Promise<void> {
  const commands = commandsOf(univer);
  const unitId = WORKBOOK_ID;
  // Also where the workbook names this sheet already: after sheets came and went what is drawn may
  // still be another one.
  await commands.executeCommand(SetWorksheetActivateCommand.id, { unitId, subUnitId: sheetId });
  if (!selection) return;
  const range: IRange = { ...selection, rangeType: RANGE_TYPE.NORMAL };
  const { startRow, startColumn } = selection;
  const sheet = activeWorkbook(univer)?.getActiveSheet();
  await commands.executeCommand(SetSelectionsOperation.id, {
    unitId,
    subUnitId: sheetId,
    type: SelectionMoveType.MOVE_END,
    reveal: true,
    selections: [
      {
        range,
        primary: {
          actualRow: startRow,
          actualColumn: startColumn,
          startRow,
          startColumn,
          endRow: startRow,
          endColumn: startColumn,
          isMerged: false,
          isMergedMainCell: false,
        },
        style: null,
      },
    ],
  });
  const scrollTo = (row: number, column: number) =>
    commands.executeCommand(ScrollToRangeOperation.id, {
      range: { startRow: row, startColumn: column, endRow: row, endColumn: column },
    });
  // A cell that is cut off at the edge counts as seen: with its neighbours it is seen whole.
  const lastRow = (sheet?.getRowCount() ?? 1) - 1;
  const lastColumn = (sheet?.getColumnCount() ?? 1) - 1;
  await scrollTo(Math.min(startRow + 1, lastRow), Math.min(startColumn + 1, lastColumn));
  await scrollTo(startRow, startColumn);
}
