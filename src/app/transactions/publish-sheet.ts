import type { Language } from '../../messages/compiled/languages.ts';
import { type SheetKey, unfinishedKey } from '../../sheet/layout/staged-title.ts';
import { freeTitle } from '../plan-store/sheet-title.ts';
import { dropMark, takeNames } from '../plan-store/staged-sheet.ts';
import type { Context } from '../ports/context.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';
import { lookAgain } from './look-again.ts';
import type { Publish } from './pending-change.ts';

/**
 * Puts a drawn sheet in the place it was drawn for: it is shown, the sheet before it steps aside and
 * is looked at once more, the names are handed on, and last it gets its title. May be cut off anywhere
 * and done again.
 */
export function publishSheet(
  key: SheetKey,
  stand: Publish,
  language: Language,
  context: Context,
): void {
  const { spreadsheet } = context;
  const { sheet, areas, title } = stand;
  const drawn = spreadsheet.sheet(sheet);
  // Somebody has deleted it since: there is nothing that could take the place.
  if (!drawn) throw new Error(`The sheet drawn for ${key} is gone.`);
  const titled = unfinishedKey(drawn.name) === null;
  if (!titled) stepAside(stand, spreadsheet);
  lookAgain(key, stand, language, context);
  takeNames(key, sheet, areas, spreadsheet, stand.from === null);
  // With its names it is known to be ours without a mark.
  dropMark(key, spreadsheet);
  if (!titled) spreadsheet.renameSheet(sheet, freeTitle(title, spreadsheet.sheets(), sheet));
}

/** From here on nobody types on the sheet before: the new one is before the users' eyes. */
function stepAside({ sheet, from, keptTitle }: Publish, spreadsheet: Spreadsheet): void {
  spreadsheet.showSheet(sheet);
  if (from === null) return;
  const sheets = spreadsheet.sheets();
  const before = sheets.find(({ id }) => id === from);
  if (!before) return;
  if (!before.hidden) spreadsheet.hideSheet(before.id);
  if (!before.name.startsWith(keptTitle))
    spreadsheet.renameSheet(before.id, freeTitle(keptTitle, sheets, before.id));
}
