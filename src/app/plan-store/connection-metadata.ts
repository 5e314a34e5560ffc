import { blockRange } from '../../sheet/layout/block.ts';
import { type PlanMetadata, parseMetadata } from '../../sheet/plan/metadata-block.ts';
import type { Context } from '../ports/context.ts';
import { metadataText } from './find-plan.ts';

/** A plan by its metadata alone, without looking for others; `null` where that is gone. */
export function planOnSheet(
  id: string,
  { spreadsheet, sources }: Pick<Context, 'spreadsheet' | 'sources'>,
): PlanMetadata | null {
  const area = spreadsheet.area(blockRange(id, 'card'));
  return area && parseMetadata(metadataText(spreadsheet.values(area, area)), sources);
}
