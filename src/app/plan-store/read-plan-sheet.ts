import { weekParts } from '../../plan/calendar/calendar.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import { layoutVersion, type Plan } from '../../plan/model/plan.ts';
import { checkPlan } from '../../plan/validation/validate-plan.ts';
import type { Drawing } from '../../sheet/layout/drawing.ts';
import type { SheetFacts, Typed } from '../../sheet/layout/sheet-input.ts';
import { type Card, type CardState, cardOf } from '../../sheet/plan/metadata-block.ts';
import { planBlocks, planDrawing } from '../../sheet/plan/plan-sheet.ts';
import { readPlan } from '../../sheet/plan/read-plan.ts';
import type { World } from '../ports/context.ts';
import type { StandingPlan } from './find-plans.ts';
import { readBlocks, type StandingBlock, withUnkeyed } from './read-blocks.ts';

/** What a plan's sheet is besides the plan. */
export type SheetState = Omit<CardState, 'layout'>;

export const firstState: SheetState = { revision: 1, frozen: false, native: false, sample: false };

/** The state of a sheet as its card says it. */
export const stateOf = ({ revision, frozen, native, sample }: Card): SheetState => ({
  revision,
  frozen,
  native,
  sample,
});

export const cardFor = (plan: Plan, state: SheetState): string =>
  cardOf(plan, { ...state, layout: layoutVersion });

/** What the blocks of a plan's sheet are made from. */
export function factsFor(
  plan: Plan,
  state: SheetState,
  typed: Typed,
  { catalogue, native, sources }: World,
): SheetFacts {
  return {
    plan,
    catalogue,
    sources,
    inputs: inputsOfPlan(plan, catalogue),
    parts: weekParts(plan.quarter, plan.circumstances.weekStart),
    native: (kpi, inputs) => native(kpi, inputs, plan.language),
    portable: state.native,
    typed,
    ...(state.sample ? { sample: true } : {}),
  };
}

export const drawingFor = (plan: Plan, state: SheetState, typed: Typed, world: World): Drawing =>
  planDrawing(factsFor(plan, state, typed, world), cardFor(plan, state));

/** A plan as its cells say it now. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly typed: Typed;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
  readonly blocks: readonly StandingBlock[];
}

/** Reads a plan from its cells; what no block says any more is as the card has it. */
export function readStanding(
  { areas, card }: Pick<StandingPlan, 'areas' | 'card'>,
  world: World,
): ReadPlan {
  const drawn = planBlocks(factsFor(card.plan, stateOf(card), {}, world));
  const blocks = withUnkeyed(readBlocks(areas, world.book), drawn);
  const read = readPlan(blocks, card, world.catalogue, world.sources);
  const { plan, problems } = sound(read.plan, card.plan, world);
  return { ...read, plan, problems: [...read.problems, ...problems], blocks };
}

/**
 * A plan that can be written again: a cell may hold what no plan can, such as a whole page for an
 * owner. Such a field is as the card has it, and the sentence says what is wrong with the cell.
 */
function sound(
  read: Plan,
  known: Plan,
  { language, catalogue, sources }: World,
): { readonly plan: Plan; readonly problems: readonly string[] } {
  const checked = checkPlan(read, language, catalogue, sources);
  if ('plan' in checked) return { plan: checked.plan, problems: [] };
  const wrong = checked.problems.map(({ field }) => field);
  const kpis = read.kpis.map((each) => {
    const before = known.kpis.find(({ kpi }) => kpi === each.kpi);
    const back = Object.entries(before ?? {}).filter(([field]) =>
      wrong.includes(`kpis.${each.kpi}.${field}`),
    );
    return { ...each, ...Object.fromEntries(back) };
  });
  const again = checkPlan({ ...read, kpis }, language, catalogue, sources);
  const plan = 'plan' in again ? again.plan : known;
  return { plan, problems: checked.problems.map(({ sentence }) => sentence) };
}
