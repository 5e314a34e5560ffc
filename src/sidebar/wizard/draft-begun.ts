import type { Plan } from '../../plan/model/plan.ts';
import type { TypedFields } from './numbers/typed-numbers.ts';

export type Step = 1 | 2 | 3 | 4 | 5;

/** A plan on its way: what is decided so far, and what stands in fields that are not read yet. */
export interface Draft {
  /** `next`: the quarter after a plan; `edit`: a plan that stands already. */
  readonly is: 'new' | 'next' | 'edit';
  readonly plan: Plan;
  readonly step: Step;
  /** The furthest step that was reached; steps up to it can be gone to directly. */
  readonly furthest: Step;
  /** Number fields as they were typed, by KPI. */
  readonly typed: Readonly<Record<string, TypedFields>>;
  /** The KPIs were changed by hand: proposals do not replace them any more. */
  readonly shaped: boolean;
  /** A role was chosen: «other» is a choice, too. */
  readonly roleSaid: boolean;
  /** The sheet is to be filled with made-up numbers. */
  readonly sample: boolean;
  /** The revision of the plan that is edited. */
  readonly revision: number;
  /** The plan as it was read when editing began; `null` where none is edited, or nobody knows any more. */
  readonly base: Plan | null;
  /** What sheets knew of last quarter; `null` before anybody looked. */
  readonly known: KnownActuals | null;
  /** By KPI: where a target that is proposed comes from, or why none is. */
  readonly why: Readonly<Record<string, string>>;
  /** The sheet stands: there is nothing left to fill in. */
  readonly built: { readonly sheet: string; readonly note: string } | null;
}

export interface KnownActuals {
  /** The KPIs that were asked for. */
  readonly asked: readonly string[];
  readonly actuals: Readonly<Record<string, number>>;
  /** The sheets they come from. */
  readonly from: readonly string[];
  /** By KPI: why its number was left out, or what it counts. */
  readonly notes: Readonly<Record<string, string>>;
}

export const draftOf = (is: Draft['is'], plan: Plan, step: Step, revision = 0): Draft => ({
  is,
  plan,
  step,
  furthest: is === 'edit' ? 4 : step,
  typed: {},
  shaped: is !== 'new',
  roleSaid: is !== 'new',
  sample: false,
  revision,
  base: is === 'edit' ? plan : null,
  known: null,
  why: {},
  built: null,
});
