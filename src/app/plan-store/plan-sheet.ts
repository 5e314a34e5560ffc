import { weekParts } from '../../plan/calendar/calendar.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { validatePlan } from '../../plan/validation/validate-plan.ts';
import type { FormulaBlock } from '../../sheet/integrity/fingerprint.ts';
import { damageMarks, type PlanDamage, planDamage } from '../../sheet/integrity/plan-damage.ts';
import type { BlockName } from '../../sheet/layout/block.ts';
import { addressesFrom } from '../../sheet/layout/cell-addresses.ts';
import { mayStillAnswer, unansweredCells } from '../../sheet/layout/computed-value.ts';
import {
  cut,
  hull,
  type SheetBlock,
  standing,
  withUnkeyed,
} from '../../sheet/layout/found-blocks.ts';
import type { TypedValues } from '../../sheet/layout/sheet-input.ts';
import {
  type CellChange,
  changeOf,
  findable,
  labelChanges,
  same,
  sameShape,
  valueAt,
} from '../../sheet/plan/cell-changes.ts';
import { type Difference, differences } from '../../sheet/plan/diff-plans.ts';
import type { PlanMetadata } from '../../sheet/plan/metadata-block.ts';
import { readPlan } from '../../sheet/plan/read-plan.ts';
import { misreadNumbers, type TypedDoubt } from '../../sheet/plan/typed-doubts.ts';
import type { PlanCard } from '../api/plan-api.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea, SheetInfo, Spreadsheet } from '../ports/spreadsheet.ts';
import { patience, readAnswered } from './answered-cells.ts';

export type MissingPart = BlockName | 'sheet' | 'unfinished';

/** Where a plan was found, and what stands of it. */
export interface FoundPlan {
  readonly id: string;
  readonly card: PlanMetadata;
  /** `null` where its sheet is gone and only a note remembers it. */
  readonly sheet: SheetInfo | null;
  readonly areas: ReadonlyMap<BlockName, NamedArea>;
  readonly state: PlanCard['state'];
  readonly missing: readonly MissingPart[];
}

/** A plan as its cells say it now. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly typed: TypedValues;
  /** What could not be read, in words. */
  readonly problems: readonly string[];
  readonly blocks: readonly SheetBlock[];
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
  readonly card: PlanMetadata;
  readonly sheet: SheetInfo | null;
  readonly areas: ReadonlyMap<BlockName, NamedArea>;
  readonly state: PlanCard['state'];
  readonly missing: readonly MissingPart[];
  #raw: readonly SheetBlock[] | undefined;
  #read: ReadPlan | undefined;
  #damage: PlanDamage | null | undefined;

  constructor(
    found: FoundPlan,
    private readonly context: Context,
  ) {
    this.id = found.id;
    this.card = found.card;
    this.sheet = found.sheet;
    this.areas = found.areas;
    this.state = found.state;
    this.missing = found.missing;
  }

  /** The plan from its cells; what no block says any more is as the metadata has it. */
  read(): ReadPlan {
    this.#read ??= readPlanSheet(this, this.context, this.#blocks());
    return this.#read;
  }

  /**
   * The same, once its formulas have answered: the spreadsheet computes our functions by and by. What
   * is unanswered when patience has an end stands among it as it is; `unansweredCells` knows it.
   */
  answered(whose: keyof typeof patience): ReadPlan {
    const waits = ({ blocks }: ReadPlan) =>
      unansweredCells(blocks).some(({ shows }) => mayStillAnswer(shows));
    if (!waits(this.read())) return this.read();
    return readAnswered(() => this.readAnew(), waits, patience[whose], this.context);
  }

  /** The plan from its cells as they are at this moment. */
  readAnew(): ReadPlan {
    this.#forget();
    return this.read();
  }

  /**
   * What of its sheet is not as it was built, row by row, column by column, formula by formula; `null`
   * where all is. A closed quarter has no formulas to look at; one that cannot be changed says why.
   */
  check(): PlanDamage | null {
    if (this.#damage !== undefined) return this.#damage;
    const { card, sheet, state, context } = this;
    const looked = sheet && state === 'open' && card.prints;
    const found = looked ? withFormulas(this.#blocks(), context.spreadsheet) : [];
    this.#damage = looked ? planDamage(card, sheet.name, found, context) : null;
    return this.#damage;
  }

  /**
   * What is to be written for its own status cells to say what is damaged: a mark beside each KPI
   * that rests on it, none beside the others.
   */
  damageMarks(): readonly CellChange[] {
    if (this.state !== 'open' || !this.card.prints) return [];
    const damaged = this.check()?.kpis ?? [];
    return damageMarks(this.#blocks(), this.card.plan, damaged);
  }

  /** Its blocks as they stand, read once. */
  #blocks(): readonly SheetBlock[] {
    this.#raw ??= readBlocks(this.areas, this.context.spreadsheet);
    return this.#raw;
  }

  /** What was read is read again when it is asked for next: something was written. */
  #forget(): void {
    this.#raw = undefined;
    this.#read = undefined;
    this.#damage = undefined;
  }

  /**
   * Writes changes into its cells as they are at this moment: people type while we work. Says how
   * many cells stayed, because they hold something else by now.
   */
  update(cells: readonly CellChange[]): number {
    this.#forget();
    if (cells.length === 0) return 0;
    return writeCellChanges(standingBlocks(this, this.context), cells, this.context.spreadsheet);
  }

  /** Numbers of its input cells that are shown as days or shares, which formulas count all the same. */
  misread(): readonly TypedDoubt[] {
    const area = this.areas.get('input');
    if (!area) return [];
    const { blocks, plan } = this.read();
    const { spreadsheet, catalogue, sources } = this.context;
    const shown = spreadsheet.shown(area.sheet, area);
    return misreadNumbers(blocks, shown, {
      plan,
      sources,
      inputs: inputsOfPlan(plan, catalogue),
      parts: weekParts(plan.quarter, plan.circumstances.weekStart),
    });
  }

  /**
   * Writes such numbers as the texts they read as: no formula counts them from then on. Done already,
   * there is nothing to do.
   */
  writeMisreadAsText(): void {
    const cells = this.misread().flatMap(({ asText }) => asText ?? []);
    if (cells.length === 0) return;
    this.update(cells);
    this.context.spreadsheet.settle();
  }

  /** Writes what its card says: the plan, and the state of its sheet. */
  writeCard(text: string): void {
    writeMetadata(this.areas, text, this.context.spreadsheet);
  }

  /** What has to be written for the sheet to be of another version of the plan. */
  changesTo(plan: Plan): SheetChanges {
    const read = this.read();
    const before = this.context.versions.blocks(read.plan, this.card);
    const after = this.context.versions.blocks(plan, this.card);
    const fields = differences(read.plan, plan, this.context.sources);
    const cells = [
      ...fields.flatMap((each) => changeOf(each, read.blocks)),
      ...labelChanges(read.blocks, before, after),
    ];
    const rebuild =
      fields.some((each) => each.rebuild) ||
      !sameShape(before, after) ||
      !findable(read.blocks, cells);
    return { fields, cells, rebuild };
  }
}

/** Reads a plan from the cells of its blocks; also one on a copy of its sheet. */
export function readPlanSheet(
  found: Pick<FoundPlan, 'areas' | 'card'>,
  context: Context,
  raw: readonly SheetBlock[] = readBlocks(found.areas, context.spreadsheet),
): ReadPlan {
  const { card: metadata } = found;
  const blocks = withUnkeyed(raw, context.versions.blocks(metadata.plan, metadata));
  const layout = context.versions.blocks(metadata.plan, metadata);
  const read = readPlan(blocks, metadata, context.catalogue, context.sources, layout);
  const { plan, problems } = sound(read.plan, metadata.plan, context);
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
  { areas, card: metadata }: Pick<FoundPlan, 'areas' | 'card'>,
  { spreadsheet, versions }: Context,
): readonly SheetBlock[] =>
  withUnkeyed(readBlocks(areas, spreadsheet), versions.blocks(metadata.plan, metadata));

/**
 * A plan that can be written again: a cell may hold what no plan can, such as a whole page for an
 * owner. Such a field is as the metadata has it, and the sentence says what is wrong with the cell.
 */
function sound(
  read: Plan,
  known: Plan,
  { language, catalogue, sources }: Context,
): { readonly plan: Plan; readonly problems: readonly string[] } {
  const checked = validatePlan(read, language, catalogue, sources);
  if ('plan' in checked) return { plan: checked.plan, problems: [] };
  const wrong = checked.problems.map(({ field }) => field);
  const back = (before: object, path: string): object =>
    Object.fromEntries(
      Object.entries(before).filter(([field]) => wrong.includes(`${path}${field}`)),
    );
  const kpis = read.kpis.map((each) => {
    const before = known.kpis.find(({ kpi }) => kpi === each.kpi);
    return { ...each, ...back(before ?? {}, `kpis.${each.kpi}.`) };
  });
  const circumstances = { ...read.circumstances, ...back(known.circumstances, 'circumstances.') };
  const put = { ...read, ...back(known, ''), kpis, circumstances };
  const again = validatePlan(put, language, catalogue, sources);
  const plan = 'plan' in again ? again.plan : known;
  return { plan, problems: checked.problems.map(({ sentence }) => sentence) };
}

/** Reads blocks: one look at each sheet they stand on. */
export function readBlocks(
  areas: ReadonlyMap<BlockName, NamedArea>,
  spreadsheet: Spreadsheet,
): readonly SheetBlock[] {
  const sheets = new Set([...areas.values()].map(({ sheet }) => sheet));
  return [...sheets].flatMap((sheet) => {
    const here = [...areas].filter(([, area]) => area.sheet === sheet);
    const around = hull(here.map(([, area]) => area));
    const values = spreadsheet.values(sheet, around);
    return here.map(([block, area]) => standing(block, area, cut(values, around, area)));
  });
}

/** Blocks with the formulas of their cells: one look at each sheet they stand on. */
export function withFormulas(
  blocks: readonly SheetBlock[],
  spreadsheet: Spreadsheet,
): readonly FormulaBlock[] {
  const sheets = new Set(blocks.map(({ sheet }) => sheet));
  return [...sheets].flatMap((sheet) => {
    const here = blocks.filter((block) => block.sheet === sheet);
    const around = hull(here.map(({ area }) => area));
    const formulas = spreadsheet.formulas(sheet, around);
    return here.map((block) => ({ ...block, formulas: cut(formulas, around, block.area) }));
  });
}

/**
 * Writes changes into a plan's cells, found by their keys. A cell that holds neither what was there
 * nor what is to be there was changed by somebody meanwhile, and stays. Says how many stayed.
 */
export function writeCellChanges(
  blocks: readonly SheetBlock[],
  changes: readonly CellChange[],
  spreadsheet: Spreadsheet,
): number {
  const addresses = addressesFrom(blocks);
  let stayed = 0;
  for (const { block, row, column, before, after, format } of changes) {
    const stands = blocks.find((each) => each.block === block);
    const at = addresses.position(block, row, column);
    if (!stands || !at) {
      stayed += 1;
      continue;
    }
    const holds = valueAt(stands, at);
    if (same(holds, after)) continue;
    if (!same(holds, before)) {
      stayed += 1;
      continue;
    }
    spreadsheet.write(stands.sheet, { ...at, rows: 1, columns: 1 }, [[after]], format);
  }
  return stayed;
}

/** Writes the text of a plan's metadata into the cell that holds it. */
export function writeMetadata(
  areas: ReadonlyMap<BlockName, NamedArea>,
  text: string,
  spreadsheet: Spreadsheet,
): void {
  const area = areas.get('card');
  if (!area) return;
  for (const [down, line] of spreadsheet.values(area.sheet, area).entries()) {
    for (const [across, value] of line.entries()) {
      if (typeof value !== 'string' || !value.startsWith('{')) continue;
      const at = { row: area.row + down, column: area.column + across, rows: 1, columns: 1 };
      spreadsheet.write(area.sheet, at, [[text]]);
      return;
    }
  }
}
