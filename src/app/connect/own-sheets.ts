import { isSharedName } from '../../sheet/layout/shared-sheets.ts';
import { unfinishedKey } from '../../sheet/layout/staged-title.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';

/** Which sheets the product has built: those that hold metadata, a shared sheet, one not finished yet. */
export function isOwnSheet(spreadsheet: Spreadsheet): (sheet: number) => boolean {
  const cards = spreadsheet
    .names()
    .filter(({ name }) => isSharedName(name) || /(?:^|!)KPI_\w+_card(?:_old)?$/.test(name))
    .map(({ sheet }) => sheet);
  const unfinished = spreadsheet.sheets().filter(({ name }) => unfinishedKey(name) !== null);
  const ours = new Set([...cards, ...unfinished.map(({ id }) => id)]);
  return (sheet) => ours.has(sheet);
}
