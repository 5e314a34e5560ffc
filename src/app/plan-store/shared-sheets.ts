import type { Language } from '../../kpi/define.ts';
import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import {
  type SharedSheet,
  sharedColumns,
  sharedDrawing,
  sharedNames,
  sharedRows,
  sharedSheet,
} from '../../sheet/layout/shared-sheets.ts';
import type { NamedArea, SheetInfo, Spreadsheet } from '../ports/spreadsheet.ts';
import { freeTitle } from './sheet-title.ts';
import { drawBeside, dropMark } from './staged-sheet.ts';

/** Both sheets, built where they do not stand yet. */
export function buildShared(
  language: Language,
  spreadsheet: Spreadsheet,
): Readonly<Record<SharedSheet, number>> {
  const [names, sheets] = [spreadsheet.names(), spreadsheet.sheets()];
  const built = (which: SharedSheet): number => {
    const found = sharedSheet(which, names, sheets);
    if (found !== null) return found;
    const sheet = drawBeside(which, sharedDrawing(which, language), spreadsheet);
    finishShared(which, sheet, language, sheets, spreadsheet);
    return sheet;
  };
  return { data: built('data'), log: built('log') };
}

/** Gives a drawn shared sheet its names and its title. May be done again. */
export function finishShared(
  which: SharedSheet,
  sheet: number,
  language: Language,
  sheets: readonly SheetInfo[],
  spreadsheet: Spreadsheet,
): void {
  const columns = sharedColumns[which].length;
  spreadsheet.setName(sharedNames[which], sheet, { row: 1, column: 1, rows: sharedRows, columns });
  dropMark(which, spreadsheet);
  spreadsheet.renameSheet(
    sheet,
    freeTitle(planAnswersWords(language).sharedTitle[which], sheets, sheet),
  );
}

/** Where the log stands; `null` where there is none yet. */
export const logArea = (spreadsheet: Spreadsheet): NamedArea | null =>
  spreadsheet.area(sharedNames.log);
