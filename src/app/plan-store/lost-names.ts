import { blockRange } from '../../sheet/layout/block.ts';
import { addressesFrom } from '../../sheet/layout/cell-addresses.ts';
import { blocksByKeys } from '../../sheet/layout/found-by-keys.ts';
import { metadataFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import type { Context } from '../ports/context.ts';
import { type PlanSheet, readBlocks } from './plan-sheet.ts';

/**
 * Gives blocks their names back whose names somebody has deleted while their cells still stand: they
 * are found by their keys. Says whether there were any.
 */
export function nameAgain(
  { id, card: metadata, sheet, areas, missing }: PlanSheet,
  { spreadsheet, versions }: Context,
): boolean {
  if (!sheet) return false;
  const wanted = versions
    .blocks(metadata.plan, metadata)
    .filter(({ name }) => missing.includes(name) && areas.get(name)?.sheet !== sheet.id);
  if (wanted.length === 0) return false;
  const here = [...areas.values()].filter((area) => area.sheet === sheet.id);
  const values = spreadsheet.values(sheet.id, spreadsheet.used(sheet.id));
  const found = blocksByKeys(values, wanted, here);
  for (const [block, area] of found) spreadsheet.setName(blockRange(id, block), sheet.id, area);
  return found.size > 0;
}

/** Writes the card again whose text somebody has deleted, as long as its cell is there. */
export function writeCardAgain(
  { card: metadata, areas, missing }: PlanSheet,
  { spreadsheet }: Context,
): boolean {
  const area = areas.get('card');
  if (!area || !missing.includes('card')) return false;
  const blocks = readBlocks(new Map([['card', area]]), spreadsheet);
  const at = addressesFrom(blocks).position('card', 'card', 'json');
  if (!at) return false;
  const text = metadataFor(metadata.plan, stateOf(metadata));
  spreadsheet.write(area.sheet, { ...at, rows: 1, columns: 1 }, [[text]]);
  spreadsheet.settle();
  return true;
}
