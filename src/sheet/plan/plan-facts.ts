import type { Calculated, Kpi } from '../../kpi/define.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { weekParts } from '../../plan/calendar/calendar.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import { layoutVersion, type Plan } from '../../plan/model/plan.ts';
import type { Sources } from '../../sources/registry.ts';
import type { Drawing } from '../layout/drawing.ts';
import type { SheetInput, TypedValues } from '../layout/sheet-input.ts';
import { type MetadataState, type PlanMetadata, planMetadata } from './metadata-block.ts';
import { planDrawing } from './plan-sheet.ts';

/** A KPI as the spreadsheet itself computes it, in a language; texts of formulas without `=`. */
export type Native = (
  kpi: Calculated,
  inputs: readonly (string | undefined)[],
  language: Language,
) => string;

/** What the product knows of KPIs. */
export interface Known {
  readonly catalogue: readonly Kpi[];
  readonly native: Native;
  readonly sources: Sources;
}

/** What a plan's sheet is besides the plan. */
export type SheetState = Omit<MetadataState, 'layout'>;

export const firstState: SheetState = { revision: 1, frozen: false, native: false, sample: false };

/** The state of a sheet as its card says it; the layout is that of its cells, whoever writes it. */
export const stateOf = (card: PlanMetadata): MetadataState => {
  const { layout, revision, frozen, native, sample, prints } = card;
  return { layout, revision, frozen, native, sample, ...(prints && { prints }) };
};

/** What the card of a sheet that stands says. */
export const metadataFor = (plan: Plan, state: MetadataState): string => planMetadata(plan, state);

/** A plan with what it measures and by which weeks. */
export const sheetInputFor = (
  plan: Plan,
  { catalogue, sources }: Pick<Known, 'catalogue' | 'sources'>,
): Pick<SheetInput, 'plan' | 'catalogue' | 'sources' | 'inputs' | 'parts'> => ({
  plan,
  catalogue,
  sources,
  inputs: inputsOfPlan(plan, catalogue),
  parts: weekParts(plan.quarter, plan.circumstances.weekStart),
});

/** What the blocks of a plan's sheet are made from. */
export function factsFor(
  plan: Plan,
  state: SheetState,
  typed: TypedValues,
  { catalogue, native, sources }: Known,
): SheetInput {
  return {
    ...sheetInputFor(plan, { catalogue, sources }),
    native: (kpi, inputs) => native(kpi, inputs, plan.language),
    portable: state.native,
    typed,
    ...(state.sample ? { sample: true } : {}),
  };
}

export const drawingFor = (
  plan: Plan,
  state: SheetState,
  typed: TypedValues,
  known: Known,
): Drawing => {
  const card = planMetadata(plan, { ...state, layout: layoutVersion });
  return planDrawing(factsFor(plan, state, typed, known), card);
};
