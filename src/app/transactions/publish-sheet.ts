import { type SheetKey, unfinishedKey } from '../../sheet/layout/staged-title.ts';
import { freeTitle } from '../plan-store/sheet-title.ts';
import { dropMark, takeNames } from '../plan-store/staged-sheet.ts';
import type { SheetInfo, Spreadsheet } from '../ports/spreadsheet.ts';
import type { Publish } from './pending-change.ts';

/**
 * Puts a drawn sheet in the place it was drawn for: it takes the names, is shown, the sheet before
 * it steps aside, and last it gets its title. May be cut off anywhere and done again.
 */
export function publishSheet(
  key: SheetKey,
  { sheet, areas, title, from, keptTitle }: Publish,
  spreadsheet: Spreadsheet,
): void {
  let sheets = spreadsheet.sheets();
  const drawn = sheets.find(({ id }) => id === sheet);
  if (!drawn) return;
  takeNames(key, sheet, areas, spreadsheet);
  // With its names it is known to be ours without a mark.
  dropMark(key, spreadsheet);
  if (unfinishedKey(drawn.name) === null) return;
  spreadsheet.showSheet(sheet);
  const before = sheets.find(({ id }) => id === from);
  if (before && !before.name.startsWith(keptTitle)) {
    const name = freeTitle(keptTitle, sheets, before.id);
    spreadsheet.renameSheet(before.id, name);
    sheets = sheets.map((each) => (each === before ? { ...each, name } : each));
  }
  if (before && !before.hidden) spreadsheet.hideSheet(before.id);
  spreadsheet.renameSheet(sheet, freeTitle(title, sheets, sheet));
}

export const sheetById = (id: number, spreadsheet: Spreadsheet): SheetInfo | undefined =>
  spreadsheet.sheets().find((each) => each.id === id);
