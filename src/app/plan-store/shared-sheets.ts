import type { Language } from '../../messages/compiled/languages.ts';
import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import {
  type SharedSheet,
  sharedColumns,
  sharedDrawing,
  sharedNames,
  sharedRows,
  standingShared,
} from '../../sheet/layout/shared-sheets.ts';
import type { NamedArea, Spreadsheet } from '../ports/spreadsheet.ts';
import { freeTitle } from './sheet-title.ts';
import { drawBeside, dropMark } from './staged-sheet.ts';

/** A shared sheet, built where it does not stand yet. */
export function buildShared(
  which: SharedSheet,
  language: Language,
  spreadsheet: Spreadsheet,
): number {
  return standingShared(which, spreadsheet) ?? makeShared(which, language, spreadsheet);
}

/** Builds a shared sheet that is known not to stand. */
export function makeShared(
  which: SharedSheet,
  language: Language,
  spreadsheet: Spreadsheet,
): number {
  const sheet = drawBeside(which, sharedDrawing(which, language), spreadsheet);
  spreadsheet.settle();
  finishShared(which, sheet, language, spreadsheet);
  return sheet;
}

/** Gives a drawn shared sheet its names and its title. May be done again. */
export function finishShared(
  which: SharedSheet,
  sheet: number,
  language: Language,
  spreadsheet: Spreadsheet,
): void {
  const columns = sharedColumns[which].length;
  spreadsheet.setName(sharedNames[which], sheet, { row: 1, column: 1, rows: sharedRows, columns });
  dropMark(which, spreadsheet);
  spreadsheet.renameSheet(
    sheet,
    freeTitle(planAnswersWords(language).sharedTitle[which], spreadsheet.sheets(), sheet),
  );
}

/** Where the log stands; `null` where there is none yet. */
export const logArea = (spreadsheet: Spreadsheet): NamedArea | null =>
  spreadsheet.area(sharedNames.log);
