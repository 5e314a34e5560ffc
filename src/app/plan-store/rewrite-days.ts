import { ownDay } from '../../sheet/integrity/own-days.ts';
import type { Block } from '../../sheet/layout/block.ts';
import { addressesFrom } from '../../sheet/layout/cell-addresses.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';
import { rectangles } from './rectangles.ts';

/** Writes the days of a sheet anew that formulas count on, where their cells stand now. */
export function writeOwnDays(
  drawn: readonly Block[],
  blocks: readonly SheetBlock[],
  spreadsheet: Spreadsheet,
): void {
  const addresses = addressesFrom(blocks);
  for (const { name, rows } of drawn) {
    const sheet = blocks.find(({ block }) => block === name)?.sheet;
    if (sheet === undefined) continue;
    const cells = rows.flatMap(({ key, cells: contents }) =>
      Object.entries(contents).flatMap(([column, content]) => {
        const value = ownDay(name, column, content);
        const at = value === null ? null : addresses.position(name, key, column);
        return at ? [{ ...at, value }] : [];
      }),
    );
    for (const { area, values } of rectangles(cells)) spreadsheet.write(sheet, area, values);
  }
}
