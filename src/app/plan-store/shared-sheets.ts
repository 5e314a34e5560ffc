import type { Language } from '../../kpi/define.ts';
import { planAnswers } from '../../messages/plan-answers.ts';
import {
  type SharedSheet,
  sharedColumns,
  sharedDrawing,
  sharedNames,
  sharedRows,
  sharedSheet,
} from '../../sheet/layout/shared-sheets.ts';
import type { Book, NamedArea, SheetFacts } from '../ports/spreadsheet.ts';
import { freeTitle } from './sheet-title.ts';
import { drawBeside, dropMark } from './staged-sheet.ts';

/** Both sheets, built where they do not stand yet. */
export function buildShared(language: Language, book: Book): Readonly<Record<SharedSheet, number>> {
  const [names, sheets] = [book.names(), book.sheets()];
  const built = (which: SharedSheet): number => {
    const found = sharedSheet(which, names, sheets);
    if (found !== null) return found;
    const sheet = drawBeside(which, sharedDrawing(which, language), book);
    finishShared(which, sheet, language, sheets, book);
    return sheet;
  };
  return { data: built('data'), log: built('log') };
}

/** Gives a drawn shared sheet its names and its title. May be done again. */
export function finishShared(
  which: SharedSheet,
  sheet: number,
  language: Language,
  sheets: readonly SheetFacts[],
  book: Book,
): void {
  const columns = sharedColumns[which].length;
  book.setName(sharedNames[which], sheet, { row: 1, column: 1, rows: sharedRows, columns });
  dropMark(which, book);
  book.renameSheet(sheet, freeTitle(planAnswers(language).sharedTitle[which], sheets, sheet));
}

/** Where the log stands; `null` where there is none yet. */
export const logArea = (book: Book): NamedArea | null => book.area(sharedNames.log);
