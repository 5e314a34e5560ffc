import { blockRange } from '../../sheet/layout/block.ts';
import { type Card, readCard } from '../../sheet/plan/metadata-block.ts';
import type { World } from '../ports/context.ts';
import { cardText } from './find-plans.ts';

/** A plan by its card alone, without looking for others; `null` where its card is gone. */
export function planOnSheet(
  id: string,
  { book, sources }: Pick<World, 'book' | 'sources'>,
): Card | null {
  const area = book.area(blockRange(id, 'card'));
  return area && readCard(cardText(book.values(area.sheet, area)), sources);
}
