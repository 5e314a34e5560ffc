import type { Plan } from '../../plan/model/plan.ts';
import { checkPlan } from '../../plan/validation/validate-plan.ts';
import type { Block, BlockName } from '../../sheet/layout/block.ts';
import { isAside, placesFrom } from '../../sheet/layout/cell-addresses.ts';
import type { Typed } from '../../sheet/layout/sheet-input.ts';
import { type Difference, differences } from '../../sheet/plan/diff-plans.ts';
import { marginAt } from '../../sheet/plan/input-block.ts';
import type { Card } from '../../sheet/plan/metadata-block.ts';
import { readPlan } from '../../sheet/plan/read-plan.ts';
import type { PlanCard } from '../api/plan-api.ts';
import type { World } from '../ports/context.ts';
import type { NamedArea, SheetFacts } from '../ports/spreadsheet.ts';
import { readBlocks, type StandingBlock, withUnkeyed } from './read-blocks.ts';
import { type CellChange, cellOf, findable, writeCard, writeChanges } from './update-cells.ts';

export type Missing = BlockName | 'sheet' | 'unfinished';

/** Where a plan was found, and what stands of it. */
export interface FoundPlan {
  readonly id: string;
  readonly card: Card;
  /** `null` where its sheet is gone and only a note remembers it. */
  readonly sheet: SheetFacts | null;
  readonly areas: ReadonlyMap<BlockName, NamedArea>;
  readonly state: PlanCard['state'];
  readonly missing: readonly Missing[];
}

/** A plan as its cells say it now. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly typed: Typed;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
  readonly blocks: readonly StandingBlock[];
}

/** What makes a plan on its sheet another. */
export interface SheetChanges {
  readonly fields: readonly Difference[];
  /** The cells that say it, those among them in which the sheet itself speaks of its plan. */
  readonly cells: readonly CellChange[];
  /** Whether cells are not enough: other rows or columns, or cells that cannot be found. */
  readonly rebuild: boolean;
}

/**
 * A plan on its sheet, as one run sees it. Its cells are read once, unless they are asked for anew;
 * each version of the plan is rendered at most once.
 */
export class PlanSheet implements FoundPlan {
  readonly id: string;
  readonly card: Card;
  readonly sheet: SheetFacts | null;
  readonly areas: ReadonlyMap<BlockName, NamedArea>;
  readonly state: PlanCard['state'];
  readonly missing: readonly Missing[];
  #read: ReadPlan | undefined;

  constructor(
    found: FoundPlan,
    private readonly world: World,
  ) {
    this.id = found.id;
    this.card = found.card;
    this.sheet = found.sheet;
    this.areas = found.areas;
    this.state = found.state;
    this.missing = found.missing;
  }

  /** The plan from its cells; what no block says any more is as the card has it. */
  read(): ReadPlan {
    this.#read ??= readPlanSheet(this, this.world);
    return this.#read;
  }

  /**
   * Writes changes into its cells as they are at this moment: people type while we work. Says how
   * many cells stayed, because they hold something else by now.
   */
  update(cells: readonly CellChange[]): number {
    this.#read = undefined;
    if (cells.length === 0) return 0;
    return writeChanges(standingBlocks(this, this.world), cells, this.world.book);
  }

  /** Writes what its card says: the plan, and the state of its sheet. */
  writeCard(text: string): void {
    writeCard(this.areas, text, this.world.book);
  }

  /** What has to be written for the sheet to be of another version of the plan. */
  changesTo(plan: Plan): SheetChanges {
    const read = this.read();
    const before = this.world.layouts.of(read.plan, this.card);
    const after = this.world.layouts.of(plan, this.card);
    const fields = differences(read.plan, plan);
    const cells = [
      ...fields.flatMap((each) => changeOf(each, read.blocks)),
      ...labelChanges(read.blocks, before, after),
    ];
    const rebuild =
      fields.some((each) => each.rebuild) ||
      shapeOf(before) !== shapeOf(after) ||
      !findable(read.blocks, cells);
    return { fields, cells, rebuild };
  }
}

/** Reads a plan from the cells of its blocks; also one on a copy of its sheet. */
export function readPlanSheet(found: Pick<FoundPlan, 'areas' | 'card'>, world: World): ReadPlan {
  const { card } = found;
  const blocks = standingBlocks(found, world);
  const layout = world.layouts.of(card.plan, card);
  const read = readPlan(blocks, card, world.catalogue, layout);
  const { plan, problems } = sound(read.plan, card.plan, world);
  return {
    plan,
    problems: [...read.problems, ...problems],
    blocks,
    get typed() {
      return read.typed;
    },
  };
}

const standingBlocks = (
  { areas, card }: Pick<FoundPlan, 'areas' | 'card'>,
  { book, layouts }: World,
): readonly StandingBlock[] => withUnkeyed(readBlocks(areas, book), layouts.of(card.plan, card));

/**
 * A plan that can be written again: a cell may hold what no plan can, such as a whole page for an
 * owner. Such a field is as the card has it, and the sentence says what is wrong with the cell.
 */
function sound(
  read: Plan,
  known: Plan,
  { language, catalogue }: World,
): { readonly plan: Plan; readonly problems: readonly string[] } {
  const checked = checkPlan(read, language, catalogue);
  if ('plan' in checked) return { plan: checked.plan, problems: [] };
  const wrong = checked.problems.map(({ field }) => field);
  const kpis = read.kpis.map((each) => {
    const before = known.kpis.find(({ kpi }) => kpi === each.kpi);
    const back = Object.entries(before ?? {}).filter(([field]) =>
      wrong.includes(`kpis.${each.kpi}.${field}`),
    );
    return { ...each, ...Object.fromEntries(back) };
  });
  const again = checkPlan({ ...read, kpis }, language, catalogue);
  const plan = 'plan' in again ? again.plan : known;
  return { plan, problems: checked.problems.map(({ sentence }) => sentence) };
}

/** What a cell holds before is what stands in it, which may be a text where a number belongs. */
function changeOf({ cell, after }: Difference, blocks: readonly StandingBlock[]): CellChange[] {
  return cell ? [{ ...cell, before: heldBy(blocks, cell), after }] : [];
}

function heldBy(
  blocks: readonly StandingBlock[],
  at: Pick<CellChange, 'block' | 'row' | 'column'>,
): CellChange['before'] {
  const holds = cellOf(blocks, at);
  return typeof holds === 'number' ? holds : String(holds) || null;
}

/**
 * Cells beside the tables in which the sheet itself says something of its plan, such as whose it
 * is and who agreed to it, and that say something else once the plan is another.
 */
export function labelChanges(
  blocks: readonly StandingBlock[],
  before: readonly Block[],
  after: readonly Block[],
): CellChange[] {
  const places = placesFrom(blocks);
  return after.flatMap(({ name: block, rows }) => {
    const earlier = before.find(({ name }) => name === block)?.rows ?? [];
    return (
      rows
        // The margin stands beside a table and is people's own.
        .filter(({ key }) => isAside(key) && key !== marginAt.row)
        .flatMap(({ key: row, cells }): CellChange[] => {
          const was = earlier.find(({ key }) => key === row)?.cells ?? {};
          const columns = [...new Set([...Object.keys(was), ...Object.keys(cells)])];
          return columns.flatMap((column) => {
            const [from, to] = [was[column], cells[column]].map(
              (cell) => cell?.text ?? cell?.value,
            );
            if (from === to || typeof to === 'boolean' || !places.position(block, row, column)) {
              return [];
            }
            const at = { block, row, column };
            return [{ ...at, before: heldBy(blocks, at), after: to ?? null }];
          });
        })
    );
  });
}

/** The rows and columns that a sheet has. */
const shapeOf = (blocks: readonly Block[]): string =>
  JSON.stringify(
    blocks.map(({ name, columns, rows }) => [name, columns, rows.map(({ key }) => key)]),
  );
