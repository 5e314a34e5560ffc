import { isSharedName } from '../../sheet/layout/shared-sheets.ts';
import { unfinishedKey } from '../../sheet/layout/staged-title.ts';
import type { Book } from '../ports/spreadsheet.ts';

/** Which sheets the product has built: those that hold a card, a shared sheet, one not finished yet. */
export function isOurs(book: Book): (sheet: number) => boolean {
  const cards = book
    .names()
    .filter(({ name }) => isSharedName(name) || /(?:^|!)KPI_\w+_card(?:_old)?$/.test(name))
    .map(({ sheet }) => sheet);
  const unfinished = book.sheets().filter(({ name }) => unfinishedKey(name) !== null);
  const ours = new Set([...cards, ...unfinished.map(({ id }) => id)]);
  return (sheet) => ours.has(sheet);
}
