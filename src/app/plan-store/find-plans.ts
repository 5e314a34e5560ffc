import { layoutVersion, type Plan } from '../../plan/model/plan.ts';
import { type BlockName, blockOf, blocksOf } from '../../sheet/layout/block.ts';
import { blockAreas, sheetOfBlocks } from '../../sheet/layout/found-blocks.ts';
import { unfinishedKey } from '../../sheet/layout/staged-title.ts';
import { type Card, readCard } from '../../sheet/plan/metadata-block.ts';
import type { PlanCard } from '../api/plan-api.ts';
import { Problem } from '../api/user-error.ts';
import type { World } from '../ports/context.ts';
import type { NamedArea, SheetFacts } from '../ports/spreadsheet.ts';
import { longNote } from './chunked-property.ts';
import { type FoundPlan, type Missing, PlanSheet } from './plan-sheet.ts';

/** A sheet that somebody has copied together with the plan on it. */
export interface CopiedPlan {
  readonly sheet: SheetFacts;
  readonly of: string;
  readonly areas: ReadonlyMap<BlockName, NamedArea>;
}

export interface Found {
  readonly plans: readonly PlanSheet[];
  readonly copies: readonly CopiedPlan[];
  readonly sheets: readonly SheetFacts[];
  readonly names: readonly NamedArea[];
  readonly notes: Readonly<Record<string, string>>;
}

export const planNote = (plan: string): string => `plan.${plan}`;

/** All plans: by their named areas and cards; those whose sheet is gone by what was noted of them. */
export function findPlans(world: World): Found {
  const { book } = world;
  const [names, sheets, notes] = [book.names(), book.sheets(), book.notes()];
  const areas = blockAreas(names);
  const noted = Object.keys(notes).flatMap((key) => /^plan\.([a-z0-9]{6})$/.exec(key)?.[1] ?? []);
  const ids = new Set([...areas.keys(), ...noted]);
  const plans = [...ids].flatMap((id) => {
    const own = areas.get(id) ?? new Map<BlockName, NamedArea>();
    const card = cardOf(own.get('card'), world);
    const kept = card ?? readCard(longNote(planNote(id), notes) ?? '', world.sources);
    if (!kept) return [];
    return [new PlanSheet(standing(id, kept, own, sheets, card !== null), world)];
  });
  return { plans: plans.sort(newestFirst), copies: copied(names, sheets), sheets, names, notes };
}

/** The text of a card among the cells of its block. */
export const cardText = (values: readonly (readonly unknown[])[]): string =>
  values
    .flat()
    .map(String)
    .find((value) => value.startsWith('{')) ?? '';

const cardOf = (area: NamedArea | undefined, { book, sources }: World): Card | null =>
  area ? readCard(cardText(book.values(area.sheet, area)), sources) : null;

function standing(
  id: string,
  card: Card,
  areas: ReadonlyMap<BlockName, NamedArea>,
  sheets: readonly SheetFacts[],
  cardStands: boolean,
): FoundPlan {
  const on = sheetOfBlocks(areas);
  const sheet = sheets.find((each) => each.id === on) ?? null;
  const missing = missingOf(card.plan, areas, sheet, cardStands);
  const older = card.layout < layoutVersion ? 'older' : card.frozen ? 'frozen' : 'open';
  const state = missing.length > 0 ? 'broken' : older;
  return { id, card, sheet, areas, missing, state: card.layout > layoutVersion ? 'newer' : state };
}

function missingOf(
  plan: Plan,
  areas: ReadonlyMap<BlockName, NamedArea>,
  sheet: SheetFacts | null,
  cardStands: boolean,
): Missing[] {
  if (!sheet) return ['sheet'];
  if (unfinishedKey(sheet.name) !== null) return ['unfinished'];
  return blocksOf(plan).filter(
    (name) => areas.get(name)?.sheet !== sheet.id || (name === 'card' && !cardStands),
  );
}

function copied(names: readonly NamedArea[], sheets: readonly SheetFacts[]): CopiedPlan[] {
  return sheets.flatMap((sheet): CopiedPlan[] => {
    const areas = new Map<BlockName, NamedArea>();
    let of: string | null = null;
    for (const area of names) {
      const block = blockOf(area.name);
      if (area.sheet !== sheet.id || !block?.onCopy) continue;
      of = block.plan;
      areas.set(block.block, area);
    }
    return of !== null && areas.has('card') ? [{ sheet, of, areas }] : [];
  });
}

const newestFirst = (one: FoundPlan, other: FoundPlan): number =>
  time(other) - time(one) || (one.card.plan.name < other.card.plan.name ? -1 : 1);
const time = ({ card }: FoundPlan): number => card.plan.quarter.year * 12 + card.plan.quarter.month;

/** The plan as the panel lists it; as its cells say it where it was read from them. */
export function planCard(
  { id, card, sheet, state, missing }: FoundPlan,
  { say }: World,
  plan: Plan = card.plan,
): PlanCard {
  const { name, role, quarter } = plan;
  const words = missing.map((each) => say.parts[each]);
  return {
    id,
    name,
    role,
    quarter,
    state,
    missing: words,
    sheet: sheet?.name ?? '',
    sample: card.sample,
  };
}

/** The plan of an id; a sentence where there is none. */
export function planNamed(id: string, found: Found, { say }: World): PlanSheet {
  const plan = found.plans.find((each) => each.id === id);
  if (!plan) throw new Problem(say.noSuchPlan);
  return plan;
}

/** A plan that stands whole and may be changed; else the sentence that says why it may not. */
export function changeable(
  plan: PlanSheet,
  { say }: World,
): PlanSheet & { readonly sheet: SheetFacts } {
  const { name } = plan.card.plan;
  if (plan.state === 'newer') throw new Problem(say.newer(name));
  if (!hasSheet(plan) || plan.state === 'broken') {
    throw new Problem(say.broken(name, plan.missing.map((each) => say.parts[each]).join(', ')));
  }
  if (plan.state === 'older') throw new Problem(say.older(name));
  if (plan.state === 'frozen') throw new Problem(say.frozen(name));
  return plan;
}

const hasSheet = (plan: PlanSheet): plan is PlanSheet & { readonly sheet: SheetFacts } =>
  plan.sheet !== null;

/** Refuses where this user may not write on a sheet. */
export function checkMayChange(sheet: SheetFacts, { book, say }: World): void {
  if (!book.mayChange(sheet.id)) throw new Problem(say.mayNotChange(sheet.name));
}
