import { finishShared, isShared } from '../plan-store/shared-sheets.ts';
import { freeTitle } from '../plan-store/sheet-title.ts';
import {
  discard,
  dropMark,
  hasNames,
  type SheetKey,
  unfinishedKey,
} from '../plan-store/staged-sheet.ts';
import type { World } from '../ports/context.ts';
import type { SheetFacts } from '../ports/spreadsheet.ts';
import { applyPendingChange } from './apply-change.ts';
import { dropPendingChange, pendingChanges } from './pending-change.ts';

/**
 * Puts in order what runs before this one were cut off at: finishes what they had made up their
 * minds to do, throws away what they had only begun. To be called under the lock.
 */
export function recover(world: World): void {
  const { book, host } = world;
  const pending = pendingChanges(book.notes());
  const open = pending.map(({ key }) => key);
  for (const sheet of book.sheets()) {
    const key = unfinishedKey(sheet.name);
    if (key !== null && !open.includes(key)) tidy(sheet, key, world);
  }
  for (const change of pending) {
    try {
      applyPendingChange(change, world);
    } catch (error) {
      // What cannot be finished must not keep everything else from being done.
      host.report(error);
      dropPendingChange(change.key, book);
    }
  }
}

/** A sheet that no pending change speaks of. */
function tidy(sheet: SheetFacts, key: SheetKey, { book, say, language }: World): void {
  const free = (title: string) => freeTitle(title, book.sheets(), sheet.id);
  if (!hasNames(key, sheet.id, book.names())) discard(sheet, free(say.leftover), book);
  else if (isShared(key)) finishShared(key, sheet.id, language, book.sheets(), book);
  else {
    // What was to be done with it is gone, as in a copy of the whole file: what is missing can be built anew.
    book.showSheet(sheet.id);
    book.renameSheet(sheet.id, free(say.unnamed));
    dropMark(key, book);
  }
}
