import { type SheetKey, unfinishedKey } from '../../sheet/layout/staged-title.ts';
import { freeTitle } from '../plan-store/sheet-title.ts';
import { dropMark, takeNames } from '../plan-store/staged-sheet.ts';
import type { Book, SheetFacts } from '../ports/spreadsheet.ts';
import type { Stand } from './pending-change.ts';

/**
 * Puts a drawn sheet in the place it was drawn for: it takes the names, is shown, the sheet before
 * it steps aside, and last it gets its title. May be cut off anywhere and done again.
 */
export function standUp(
  key: SheetKey,
  { sheet, areas, title, from, keptTitle }: Stand,
  book: Book,
): void {
  let sheets = book.sheets();
  const drawn = sheets.find(({ id }) => id === sheet);
  if (!drawn) return;
  takeNames(key, sheet, areas, book);
  // With its names it is known to be ours without a mark.
  dropMark(key, book);
  if (unfinishedKey(drawn.name) === null) return;
  book.showSheet(sheet);
  const before = sheets.find(({ id }) => id === from);
  if (before && !before.name.startsWith(keptTitle)) {
    const name = freeTitle(keptTitle, sheets, before.id);
    book.renameSheet(before.id, name);
    sheets = sheets.map((each) => (each === before ? { ...each, name } : each));
  }
  if (before && !before.hidden) book.hideSheet(before.id);
  book.renameSheet(sheet, freeTitle(title, sheets, sheet));
}

export const sheetOf = (id: number, book: Book): SheetFacts | undefined =>
  book.sheets().find((each) => each.id === id);
