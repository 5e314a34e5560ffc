import type { Day } from '../../../src/plan/calendar/calendar.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import type { SheetInput, TypedValues } from '../../../src/sheet/layout/sheet-input.ts';
import { type Filled, factsOf, sampled, typedOf } from './plan-facts.ts';

export interface SampledFacts {
  readonly facts: SheetInput;
  /** By the key of the input, in the order of the week parts. */
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
}

/** What the sheet of a plan is made from, with made-up targets and inputs up to a day. */
export function sampledFacts(
  bare: Plan,
  until: Day,
  given: { readonly tetWeights?: false; readonly typed?: TypedValues } = {},
): SampledFacts {
  const { plan, filled } = sampled(bare, until);
  const { parts } = factsOf(plan);
  const weights = given.tetWeights === false ? [] : filled.weights;
  const typed = typedOf(parts, { ...filled, weights } satisfies Filled);
  return {
    facts: factsOf(plan, { typed: { ...typed, ...given.typed } }),
    values: filled.inputs as SampledFacts['values'],
  };
}
