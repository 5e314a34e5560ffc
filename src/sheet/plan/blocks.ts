import { layoutVersion, type Plan } from '../../plan/model/plan.ts';
import { calcBlock } from '../calc/calc-block.ts';
import { feedsBlock } from '../data/feeds-block.ts';
import { segmentBlock } from '../data/segment-block.ts';
import type { BlockName } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import type { BlockArea } from '../layout/found-blocks.ts';
import { pointsBlock } from '../points/points-block.ts';
import { actionBlock } from './action-block.ts';
import { cardBlock } from './card-block.ts';
import { inputBlock } from './input-block.ts';
import { methodBlock } from './method-block.ts';
import { monthBlock } from './month-block.ts';
import { scoreBlock } from './scorecard-block.ts';

/**
 * The parts of a plan's sheet, from top to bottom. Each is found by a named range
 * `KPI_<plan>_<block>`, which spans from its key row (hidden; the keys of its columns) to its last
 * row. Column A holds what people read, column B (hidden) the key of each row, so that the key
 * travels with the row when somebody sorts. All else that is to be known of a block it says itself.
 */
export const blockList = [
  cardBlock,
  scoreBlock,
  actionBlock,
  inputBlock,
  segmentBlock,
  feedsBlock,
  monthBlock,
  methodBlock,
  pointsBlock,
  calcBlock,
] as const;
const all: readonly PlanBlock[] = blockList;

export const blockNamed = (name: string): PlanBlock | undefined =>
  all.find((each) => each.name === name);

/** Those that a plan's sheet has, in today's layout or in an older one. */
export const blocksOf = (plan: Plan, layout: number = layoutVersion): readonly PlanBlock[] =>
  all.filter(({ brought = 1, has }) => brought <= layout && (has?.(plan) ?? true));

/** Whether formulas stand in a row that fill the cells below them. */
export const isFilling = (row: string): boolean => all.some(({ fills }) => fills === row);

/** Which plan and block a named range belongs to; those on copies of a sheet are `'Copy of …'!KPI_…`. */
export function blockOf(
  name: string,
): { readonly plan: string; readonly block: BlockName; readonly onCopy: boolean } | null {
  const [, copy, plan, part = ''] = /^(?:(.+)!)?KPI_([a-z0-9]{6})_([a-z]+)$/.exec(name) ?? [];
  const block = blockNamed(part)?.name;
  return plan && block ? { plan, block, onCopy: copy !== undefined } : null;
}

/** Where the blocks of plans stand, by plan. Names on copies of sheets are not among them. */
export function blockAreas(names: readonly BlockArea[]): Map<string, Map<BlockName, BlockArea>> {
  const found = new Map<string, Map<BlockName, BlockArea>>();
  for (const area of names) {
    const of = blockOf(area.name);
    if (!of || of.onCopy) continue;
    const plan = found.get(of.plan) ?? new Map<BlockName, BlockArea>();
    found.set(of.plan, plan.set(of.block, area));
  }
  return found;
}
