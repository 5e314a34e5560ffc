import type { PlanBlock } from '../layout/block-definition.ts';
import { hiddenText } from '../layout/looks.ts';

/** The hidden text that says what a plan is besides its cells (`metadata-block.ts`). */
export const cardBlock: PlanBlock<'card'> = {
  name: 'card',
  draw: (_, metadata) => ({
    columns: ['title', 'key', 'json'],
    rows: [{ key: 'card', cells: { json: hiddenText(metadata) } }],
    hidden: true,
  }),
  loose: true,
};
