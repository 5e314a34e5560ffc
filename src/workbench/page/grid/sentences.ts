import type { Univer } from '@univerjs/core';
import {
  CellAlertManagerService,
  CellAlertType,
  HoverManagerService,
  type ICellAlert,
} from '@univerjs/sheets-ui';
import type { WorkbenchWords } from '../../../messages/compiled/workbench.ts';
import type { State } from '../../server/protocol.ts';
import { activeWorkbook } from './grid.ts';
import type { CellMarks } from './habits.ts';

const noteKey = 'workbench-note';

/** The sentences that stand on cells: why a function refused, and notes. */
export interface CellSentences extends CellMarks {
  replace(sentences: State['sentences']): void;
}

/** Keeps the sentences; they are shown when pointing at the cell, once `showSentences` is called. */
export function cellSentences(univer: () => Univer, words: () => WorkbenchWords): CellSentences {
  let all: State['sentences'] = {};
  return {
    replace: (next) => {
      all = next;
    },
    sentence: (sheetId, row, column) => {
      const thrown = all[sheetId]?.[`${row},${column}`];
      const raw = activeWorkbook(univer())?.getSheetBySheetId(sheetId)?.getCellRaw(row, column);
      if (thrown !== undefined && raw?.v === '#ERROR!') return thrown;
      if (raw?.v === '#SPILL!') return words().spillBlocked;
      return (raw?.custom as { note?: string } | undefined)?.note;
    },
  };
}

/** Shows sentences in the grid's own bubble, in the place of its general words about errors. */
export function showSentences(
  univer: Univer,
  sentences: CellSentences,
  words: () => WorkbenchWords,
): void {
  const injector = univer.__getInjector();
  const alerts = injector.get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  const bubble = (alert: ICellAlert): ICellAlert => {
    const { subUnitId, row, col } = alert.location;
    const sentence = sentences.sentence(subUnitId, row, col);
    if (sentence === undefined) return alert;
    const lines = sentence.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 36), 0);
    return { ...alert, message: sentence, width: 280, height: 46 + Math.max(1, lines) * 20 };
  };
  alerts.showAlert = (alert) => show(bubble(alert));

  injector.get(HoverManagerService).currentCell$.subscribe((cell) => {
    alerts.removeAlert(noteKey);
    if (!cell) return;
    const { location } = cell;
    const sentence = sentences.sentence(location.subUnitId, location.row, location.col);
    const raw = activeWorkbook(univer)
      ?.getSheetBySheetId(location.subUnitId)
      ?.getCellRaw(location.row, location.col);
    // An error has its bubble already.
    if (sentence === undefined || raw?.v === '#ERROR!' || raw?.v === '#SPILL!') return;
    alerts.showAlert({
      type: CellAlertType.INFO,
      title: words().cellNote,
      message: sentence,
      location,
      width: 280,
      height: 80,
      key: noteKey,
    });
  });
}
