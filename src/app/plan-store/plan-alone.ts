import { layoutVersion } from '../../plan/model/plan.ts';
import { type BlockName, blockRange, blocksOf } from '../../sheet/layout/block.ts';
import { sheetOfBlocks } from '../../sheet/layout/found-blocks.ts';
import type { PlanMetadata } from '../../sheet/plan/metadata-block.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea } from '../ports/spreadsheet.ts';
import { PlanSheet } from './plan-sheet.ts';

/**
 * A plan on its sheet, found by its own names alone: what it takes does not grow with other plans or
 * with the names that people have given. A block that is gone is damage; see `PlanSheet.check`.
 */
export function planAlone(id: string, card: PlanMetadata, context: Context): PlanSheet {
  const { spreadsheet } = context;
  const areas = new Map<BlockName, NamedArea>();
  for (const block of blocksOf(card.plan)) {
    const area = spreadsheet.area(blockRange(id, block));
    if (area) areas.set(block, area);
  }
  const on = sheetOfBlocks(areas);
  const sheet = on === null ? null : spreadsheet.sheet(on);
  const closed = card.frozen ? 'frozen' : 'open';
  const state = card.layout === layoutVersion ? closed : 'older';
  return new PlanSheet({ id, card, sheet, areas, state, missing: [] }, context);
}
