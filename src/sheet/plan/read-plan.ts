import type { Kpi } from '../../kpi/define.ts';
import { sheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { type SheetWords, sheetWords } from '../../messages/sheet.ts';
import { weekParts } from '../../plan/calendar/calendar.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import type { PlacedField } from '../../plan/model/field.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan, PlannedKpi } from '../../plan/model/plan.ts';
import type { Sources } from '../../sources/registry.ts';
import { measuredKpis } from '../calc/kpi-inputs.ts';
import { connectedInputs, coverageMark } from '../data/connected-input.ts';
import { inputRowKey, keptColumn, readKeptValues } from '../data/connected-input-formulas.ts';
import { markKey } from '../data/feeds-block.ts';
import type { Block, BlockName } from '../layout/block.ts';
import { isUnanswered } from '../layout/computed-value.ts';
import { type CellAt, cellLookup, type ReadBlock, readTypedValues } from '../layout/read-cells.ts';
import type { SheetInput, TypedValue, TypedValues } from '../layout/sheet-input.ts';
import { blocksOf } from './blocks.ts';
import { kpiCells } from './cell-fields.ts';
import { marginAt } from './input-block.ts';
import type { PlanMetadata } from './metadata-block.ts';
import { methodHeads, readCadence, readSource } from './method-block.ts';
import { planBlocks } from './plan-sheet.ts';
import { readScores } from './points-scale.ts';
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
  const margin = readMargin(reader);
  problems.push(...doubtSentences(typedDoubts(found, facts), words));
  let typed: TypedValues | undefined;
  return {
    plan: {
      ...plan,
      kpis,
      circumstances: { ...plan.circumstances, margin },
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
  const more = sheetMoreWords(plan.language);
  const title = kpiNamed(kpi, plan, catalogue)?.title[plan.language] ?? kpi;
  const gone = (['score', 'method'] as const).some(
    (block) => stands(block) && cell(block, kpi, 'key') === undefined,
  );
  if (gone) problems.push(words.rowGone({ kpi: title }));
  const heads: Readonly<Record<string, unknown>> = { ...words, ...methodHeads(more) };
  const before: Readonly<Record<string, unknown>> = planned;
  /** What the cell says, or the metadata where there is no such cell any more. */
  const read = (block: BlockName, field: string, { is, missing }: PlacedField): unknown => {
    const value = cell(block, kpi, field);
    const head = String(heads[field] ?? field);
    const inWords = is === 'text' || is === 'one';
    if (value === undefined) return before[field];
    if (isUnanswered(value)) {
      if (!inWords)
        problems.push(words.noAnswer({ where: head, kpi: title, shows: String(value) }));
      return before[field];
    }
    if (inWords) return String(value).trim();
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value !== '')
      problems.push(words.notANumber({ where: head, kpi: title, typed: String(value) }));
    return missing === null ? null : before[field];
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
    ...planned,
    ...Object.fromEntries(kpiCells.map(([block, name, field]) => [name, read(block, name, field)])),
    source: sourceOf(planned.source, source),
  };
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
