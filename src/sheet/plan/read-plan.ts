import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import { sheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { type SheetWords, sheetWords } from '../../messages/sheet.ts';
import { weekParts } from '../../plan/calendar/calendar.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import type { PlacedFields } from '../../plan/model/field.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import {
  kpiFields,
  type Plan,
  type PlannedKpi,
  planFields,
  profileFields,
} from '../../plan/model/plan.ts';
import type { Sources } from '../../sources/registry.ts';
import { measuredKpis } from '../calc/kpi-inputs.ts';
import { connectedInputs, coverageMark } from '../data/connected-input.ts';
import { keptColumn, readKeptValues } from '../data/connected-input-formulas.ts';
import { inputRowKey } from '../data/day-formulas.ts';
import { markKey } from '../data/feeds-block.ts';
import type { Block, BlockName } from '../layout/block.ts';
import { isUnanswered } from '../layout/computed-value.ts';
import { type CellAt, cellLookup, type ReadBlock, readTypedValues } from '../layout/read-cells.ts';
import type { SheetInput, TypedValue, TypedValues } from '../layout/sheet-input.ts';
import { readScores } from '../points/points-scale.ts';
import { blocksOf } from './blocks.ts';
import { fieldAt, fieldHead, heldIn, inCells, isInWords } from './cell-fields.ts';
import { marginAt } from './input-block.ts';
import type { PlanMetadata } from './metadata-block.ts';
import { methodHeads, readCadence, readSource } from './method-block.ts';
import { planBlocks } from './plan-sheet.ts';
import { doubtSentences, typedDoubts } from './typed-doubts.ts';

/** A plan as the cells of its sheet say it now. */
export interface PlanRead {
  readonly plan: Plan;
  readonly typed: TypedValues;
  /** What could not be read, in words; those fields are unknown, or as the metadata has them. */
  readonly problems: readonly string[];
}

/**
 * Reads a plan back from its sheet: numbers and names from its cells, everything else from its metadata.
 * A text where a number belongs is unknown, never a guess; a row that is gone leaves the metadata's word.
 * `layout` are the blocks of the card's plan with nothing typed in, where they are known already.
 */
export function readPlan(
  found: readonly ReadBlock[],
  card: Pick<PlanMetadata, 'plan' | 'native'> & Partial<Pick<PlanMetadata, 'layout'>>,
  catalogue: readonly Kpi[],
  sources: Sources,
  layout?: readonly Block[],
): PlanRead {
  const { plan } = card;
  const words = sheetWords(plan.language);
  const cell = cellLookup(found);
  const problems: string[] = [];
  const facts: SheetInput = {
    plan,
    catalogue,
    sources,
    inputs: inputsOfPlan(plan, catalogue),
    parts: weekParts(plan.quarter, plan.circumstances.weekStart),
    // Nothing is computed here: only where people type matters.
    native: () => '',
    portable: card.native,
    typed: {},
  };
  const blocks = layout ?? planBlocks(facts);
  const stands = (name: BlockName) => found.some(({ block }) => block === name);
  for (const { name } of blocksOf(plan, card.layout)) {
    if (!stands(name)) problems.push(words.blockGone({ block: words.blocks[name] }));
  }
  const reader = { cell, stands, plan, catalogue, sources, words, problems };
  const kpis = plan.kpis.map((planned) => readKpi(planned, reader));
  const beside = { title: words.input };
  const circumstances = readFields(profileFields, plan.circumstances, beside, reader);
  const margin = readMargin(reader);
  problems.push(...doubtSentences(typedDoubts(found, facts), words));
  let typed: TypedValues | undefined;
  return {
    plan: {
      ...readFields(planFields, plan, beside, reader),
      kpis,
      circumstances: { ...circumstances, margin },
      scores: plan.scores && readScores(plan.scores, (row, column) => cell('points', row, column)),
    },
    problems,
    // Many who read a plan do not ask for it.
    get typed() {
      typed ??= withFlows(readTypedValues(found, blocks), facts, cell);
      return typed;
    },
  };
}

/**
 * What was typed into a column before it flowed in stands hidden, and is typed input again; what is
 * covered is marked with the feed it was covered for.
 */
function withFlows(typed: TypedValues, facts: SheetInput, cell: CellAt): TypedValues {
  const input: Record<string, Record<string, TypedValue>> = {};
  for (const [row, cells] of Object.entries(typed.input ?? {})) input[row] = { ...cells };
  const feeds: Record<string, Readonly<Record<string, TypedValue>>> = { ...typed.feeds };
  for (const connected of connectedInputs(facts)) {
    const { key } = connected.input;
    const kept = readKeptValues(cell('calc', inputRowKey(key), keptColumn));
    for (const [row, value] of Object.entries(kept)) input[row] = { ...input[row], [key]: value };
    if (feeds[key]) feeds[key] = { ...feeds[key], [markKey]: coverageMark(connected, facts) };
  }
  return {
    ...typed,
    ...(Object.keys(input).length > 0 ? { input } : {}),
    ...(Object.keys(feeds).length > 0 ? { feeds } : {}),
  };
}

interface Reader {
  readonly cell: CellAt;
  readonly stands: (block: BlockName) => boolean;
  readonly plan: Plan;
  readonly catalogue: readonly Kpi[];
  readonly sources: Sources;
  readonly words: SheetWords;
  readonly problems: string[];
}

function readKpi(planned: PlannedKpi, reader: Reader): PlannedKpi {
  const { cell, stands, plan, catalogue, words, problems } = reader;
  const { kpi } = planned;
  const known = kpiNamed(kpi, plan, catalogue);
  const title = known ? kpiTitle(known, plan.language) : kpi;
  const gone = (['score', 'method'] as const).some(
    (block) => stands(block) && cell(block, kpi, 'key') === undefined,
  );
  if (gone) problems.push(words.rowGone({ kpi: title }));
  const heads: Readonly<Record<string, string>> = {
    baseline: words.baseline,
    target: words.target,
    ...methodHeads(sheetMoreWords(plan.language)),
  };
  const source = cell('method', kpi, 'source');
  const cadence = cell('method', kpi, 'cadence');
  if (
    cadence !== undefined &&
    !isUnanswered(cadence) &&
    readCadence(String(cadence)) !== planned.cadence
  ) {
    problems.push(words.cadenceTyped({ kpi: title }));
  }
  return {
    ...readFields(kpiFields, planned, { kpi, title, heads }, reader),
    source: sourceOf(planned.source, source),
  };
}

/** Whose fields are read, and what sentences call the row and cells that have words of their own. */
interface Holder {
  readonly kpi?: string;
  readonly title: string;
  readonly heads?: Readonly<Record<string, string>>;
}

/** What the cells of fields say, or the metadata where there is no such cell any more. */
function readFields<T extends object>(
  fields: PlacedFields,
  before: T,
  { kpi, title, heads }: Holder,
  { cell, plan, words, problems }: Reader,
): T {
  const read = inCells(fields).map(([on, name, field]): [string, unknown] => {
    const { block, row, column } = fieldAt(on, name, kpi);
    const value = cell(block, row, column);
    const where = heads?.[name] ?? fieldHead(name, plan.language);
    if (row === marginAt.row || value === undefined) return [name, heldIn(before, name)];
    if (isUnanswered(value)) {
      if (!isInWords(field))
        problems.push(words.noAnswer({ where, kpi: title, shows: String(value) }));
      return [name, heldIn(before, name)];
    }
    if (isInWords(field)) return [name, String(value).trim()];
    if (typeof value === 'number' && Number.isFinite(value)) return [name, value];
    if (value !== '') problems.push(words.notANumber({ where, kpi: title, typed: String(value) }));
    return [name, field.missing === null ? null : heldIn(before, name)];
  });
  return { ...before, ...Object.fromEntries(read) };
}

/** The source as the plan has it, as long as the cell says the same in its own words. */
function sourceOf(before: string, shown: TypedValue | undefined): string {
  const known = shown !== undefined && !isUnanswered(shown);
  const found = known ? readSource(String(shown)) : before;
  return found === readSource(before) ? before : found;
}

/** The cell is there only where a KPI reckons with the margin. */
function readMargin({ cell, plan, catalogue, sources, words, problems }: Reader): number | null {
  const before = plan.circumstances.margin;
  const inputs = inputsOfPlan(plan, catalogue);
  if (!measuredKpis({ plan, catalogue, inputs, sources }).some(({ margin }) => margin))
    return before;
  const value = cell('input', marginAt.row, marginAt.column);
  if (value === undefined) return before;
  if (value === '') return null;
  if (isUnanswered(value)) {
    problems.push(words.noAnswer({ where: words.margin, kpi: words.input, shows: String(value) }));
    return before;
  }
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  problems.push(words.marginOff({ typed: String(value) }));
  return null;
}
