import { layoutVersion, type Plan } from '../../plan/model/plan.ts';
import { type BlockName, blockRange } from '../../sheet/layout/block.ts';
import { addressesFrom, columnLetters } from '../../sheet/layout/cell-addresses.ts';
import { hull, type SheetBlock, sheetOfBlocks } from '../../sheet/layout/found-blocks.ts';
import { unfinishedKey } from '../../sheet/layout/staged-title.ts';
import { blockList, blocksOf } from '../../sheet/plan/blocks.ts';
import type { CellChange } from '../../sheet/plan/cell-changes.ts';
import type { PlanMetadata } from '../../sheet/plan/metadata-block.ts';
import type { PlanCard } from '../api/plan-api.ts';
import { Problem } from '../api/user-error.ts';
import type { Context } from '../ports/context.ts';
import type { CellValue } from '../ports/host.ts';
import type { NamedArea, SheetInfo, Spreadsheet } from '../ports/spreadsheet.ts';
import { longNote } from './chunked-property.ts';
import type { ListedPlan } from './overview.ts';
import { type FoundPlan, type MissingPart, PlanSheet } from './plan-sheet.ts';

export const planNote = (plan: string): string => `plan.${plan}`;

/**
 * A plan by its own names alone: what it takes does not grow with other plans or with the names that
 * people have given. One whose sheet is gone is known by what was noted of it; `null`: there is none.
 */
export function findPlan(id: string, context: Context): PlanSheet | null {
  const { spreadsheet, versions } = context;
  const card = spreadsheet.area(blockRange(id, 'card'));
  const stands = cardOf(card ?? undefined, context);
  const text = stands ? '' : (longNote(planNote(id), spreadsheet.notes()) ?? '');
  const metadata = stands ?? versions.metadata(text);
  if (!metadata) return null;
  const areas = areasOfPlan(id, metadata, card, spreadsheet);
  const on = sheetOfBlocks(areas);
  const sheet = on === null ? null : spreadsheet.sheet(on);
  return new PlanSheet(planSheetOf(id, metadata, areas, sheet, stands !== null), context);
}

/** The plan of an id; a sentence where there is none. */
export function planNamed(id: string, context: Context): PlanSheet {
  const plan = findPlan(id, context);
  if (!plan) throw new Problem(context.say.noSuchPlan);
  return plan;
}

/** A plan whose metadata is known: a block that is gone is damage; see `PlanSheet.check`. */
export function planAlone(id: string, card: PlanMetadata, context: Context): PlanSheet {
  const { spreadsheet } = context;
  const areas = areasOfPlan(id, card, spreadsheet.area(blockRange(id, 'card')), spreadsheet);
  const on = sheetOfBlocks(areas);
  const sheet = on === null ? null : spreadsheet.sheet(on);
  const closed = card.frozen ? 'frozen' : 'open';
  const state = card.layout === layoutVersion ? closed : 'older';
  return new PlanSheet({ id, card, sheet, areas, state, missing: [] }, context);
}

/** Where the blocks stand that a plan has; what a newer version has built may have any. */
function areasOfPlan(
  id: string,
  { plan, layout }: PlanMetadata,
  card: NamedArea | null,
  spreadsheet: Spreadsheet,
): ReadonlyMap<BlockName, NamedArea> {
  const wanted = layout > layoutVersion ? blockList : blocksOf(plan, layout);
  return new Map(
    wanted.flatMap(({ name: block }) => {
      const area = block === 'card' ? card : spreadsheet.area(blockRange(id, block));
      return area ? [[block, area] as const] : [];
    }),
  );
}

/** The text of a plan's metadata among the cells of its block. */
export const metadataText = (values: readonly (readonly unknown[])[]): string =>
  values
    .flat()
    .map(String)
    .find((value) => value.startsWith('{')) ?? '';

export const cardOf = (
  area: NamedArea | undefined,
  { spreadsheet, versions }: Context,
): PlanMetadata | null =>
  area ? versions.metadata(metadataText(spreadsheet.values(area, area))) : null;

/** A plan as it was found: what of it is missing, and so what can be done with it. */
export function planSheetOf(
  id: string,
  metadata: PlanMetadata,
  areas: ReadonlyMap<BlockName, NamedArea>,
  sheet: SheetInfo | null,
  cardStands: boolean,
): FoundPlan {
  const missing = missingOf(metadata, areas, sheet, cardStands);
  return { id, card: metadata, sheet, areas, missing, state: stateOfSheet(metadata, missing) };
}

/** A closed quarter is closed whatever its layout and whatever is missing: nothing computes it anew. */
function stateOfSheet(
  { layout, frozen }: PlanMetadata,
  missing: readonly MissingPart[],
): PlanCard['state'] {
  if (layout > layoutVersion) return 'newer';
  if (frozen) return 'frozen';
  if (missing.length > 0) return 'broken';
  return layout < layoutVersion ? 'older' : 'open';
}

function missingOf(
  { plan, layout }: PlanMetadata,
  areas: ReadonlyMap<BlockName, NamedArea>,
  sheet: SheetInfo | null,
  cardStands: boolean,
): MissingPart[] {
  if (!sheet) return ['sheet'];
  if (unfinishedKey(sheet.name) !== null) return ['unfinished'];
  return blocksOf(plan, layout)
    .map(({ name }) => name)
    .filter((name) => areas.get(name)?.sheet !== sheet.id || (name === 'card' && !cardStands));
}

/** The plan as the list has it; as its cells say it where it was read from them. */
export function listedPlan(
  { id, card: metadata, sheet, state, missing }: FoundPlan,
  statuses: ListedPlan['statuses'],
  { name, role, quarter }: Plan = metadata.plan,
): ListedPlan {
  return {
    id,
    name,
    role,
    quarter,
    state,
    missing,
    sheet: sheet?.name ?? '',
    on: sheet?.id ?? null,
    sample: metadata.sample,
    statuses,
  };
}

/** The same for the panel, in the words of whoever asks. */
export const planCard = (
  { missing, on: _, ...plan }: ListedPlan,
  say: Context['say'],
): PlanCard => ({
  ...plan,
  missing: missing.map((each) => say.parts[each]),
});

/** A plan that stands whole and may be changed; else the sentence that says why it may not. */
export function changeable(
  plan: PlanSheet,
  { say }: Context,
): PlanSheet & { readonly sheet: SheetInfo } {
  const { name } = plan.card.plan;
  if (plan.state === 'newer') throw new Problem(say.newer({ name }));
  if (plan.state === 'frozen') throw new Problem(say.frozen({ name }));
  if (!hasSheet(plan) || plan.state === 'broken') {
    throw new Problem(
      say.broken({ name, missing: plan.missing.map((each) => say.parts[each]).join(', ') }),
    );
  }
  if (plan.state === 'older') throw new Problem(say.older({ name }));
  return plan;
}

const hasSheet = (plan: PlanSheet): plan is PlanSheet & { readonly sheet: SheetInfo } =>
  plan.sheet !== null;

/** Refuses where this user may not write on a sheet. */
export function checkMayChange(sheet: SheetInfo, { spreadsheet, say }: Context): void {
  if (!spreadsheet.mayChange(sheet.id)) throw new Problem(say.mayNotChange({ sheet: sheet.name }));
}

/** What is to be written into one cell. */
export interface CellToWrite {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue | null;
}

/**
 * Refuses, before anything is written, what a strict rule of somebody's on what may be typed would
 * refuse: the spreadsheet then takes nothing of a whole write. Names the cell.
 */
export function checkTakes(
  cells: readonly CellToWrite[],
  { spreadsheet, say }: Pick<Context, 'spreadsheet' | 'say'>,
): void {
  for (const sheet of new Set(cells.map((each) => each.sheet))) {
    const here = cells.filter((each) => each.sheet === sheet);
    const area = hull(here.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })));
    const values = Array.from({ length: area.rows }, () =>
      new Array<CellValue | null | undefined>(area.columns).fill(undefined),
    );
    for (const { row, column, value } of here) {
      const line = values[row - area.row];
      if (line) line[column - area.column] = value;
    }
    const refused = spreadsheet.refuses(sheet, area, values);
    if (!refused) continue;
    const name = spreadsheet.sheet(sheet)?.name ?? '';
    throw new Problem(
      say.cellRefuses({ place: `${columnLetters(refused.column)}${refused.row} · ${name}` }),
    );
  }
}

/** The same of changes to a plan's cells; one that is not found is not written. */
export function checkTakesChanges(
  changes: readonly CellChange[],
  blocks: readonly SheetBlock[],
  context: Pick<Context, 'spreadsheet' | 'say'>,
): void {
  const addresses = addressesFrom(blocks);
  const cells = changes.flatMap(({ block, row, column, after }) => {
    const stands = blocks.find((each) => each.block === block);
    const at = addresses.position(block, row, column);
    return stands && at ? [{ ...at, sheet: stands.sheet, value: after }] : [];
  });
  checkTakes(cells, context);
}
