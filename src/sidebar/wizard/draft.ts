import { catalogue } from '../../kpi/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { redefined } from '../../plan/custom-kpi/answer.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import { countsMargin } from '../../plan/model/definition.ts';
import { withKpi } from '../../plan/model/edit-kpis.ts';
import type { BusinessProfile, CustomKpi, Plan, PlannedKpi } from '../../plan/model/plan.ts';
import type { Draft, KnownActuals, Step } from './draft-begun.ts';
import { type NumberField, type TypedFields, typedValues } from './numbers/typed-numbers.ts';

export const atStep = (draft: Draft, step: Step): Draft => ({
  ...draft,
  step,
  furthest: step > draft.furthest ? step : draft.furthest,
});

export const withPlan = (draft: Draft, part: Partial<Plan>): Draft => ({
  ...draft,
  plan: { ...draft.plan, ...part },
});

/** Numbers that sheets know are looked for anew where they mean something else from now on. */
export function withBusinessProfile(draft: Draft, part: Partial<BusinessProfile>): Draft {
  const before = draft.plan.circumstances;
  const after = { ...before, ...part };
  const money = before.currency !== after.currency;
  const margin = (before.margin === null) !== (after.margin === null);
  const next = withPlan(draft, { circumstances: after });
  if (!money && !margin) return next;
  const told = withoutActuals(next);
  if (draft.is !== 'next') return told;
  // What came over from the quarter before is of that quarter's definition, too.
  return told.plan.kpis.reduce((last, { kpi: name }) => {
    const kpi = kpiNamed(name, last.plan, catalogue);
    const isMoney = kpi?.unit === 'money' || kpi?.unit === 'moneyEach';
    const other = kpi && ((money && isMoney) || (margin && countsMargin(kpi)));
    return other
      ? read(change(last, name, { baseline: null, target: null, lastYear: null }), name)
      : last;
  }, told);
}

/** A plan named after a person makes that person the owner, until somebody says otherwise. */
export function named(draft: Draft, name: string): Draft {
  const before = draft.plan.name;
  const kpis = draft.plan.kpis.map((each) =>
    each.owner === before || each.owner === '' ? { ...each, owner: name } : each,
  );
  return withoutActuals(withPlan(draft, { name, kpis }));
}

/** The KPIs somebody chose by hand: numbers and owners of those that stay are kept. */
export const shaped = (draft: Draft, plan: Plan): Draft => ({ ...draft, plan, shaped: true });

/** Proposed KPIs in place of those so far, unless these were chosen by hand. What is known of a KPI stays. */
export function proposed(draft: Draft, kpis: readonly PlannedKpi[]): Draft {
  if (draft.shaped) return draft;
  const known = new Map(draft.plan.kpis.map((each) => [each.kpi, each]));
  return withPlan(draft, {
    kpis: kpis.map((each) => ({ ...each, ...known.get(each.kpi), weight: each.weight })),
  });
}

export const change = (draft: Draft, kpi: string, part: Partial<PlannedKpi>): Draft =>
  withPlan(draft, {
    kpis: draft.plan.kpis.map((each) => (each.kpi === kpi ? { ...each, ...part } : each)),
  });

/** A number field as it is typed now, and what its KPI's numbers are by that. */
export function typedInto(
  draft: Draft,
  kpi: string,
  field: NumberField,
  text: string,
  language: Language,
): Draft {
  const typed = { ...draft.typed, [kpi]: { ...draft.typed[kpi], [field]: { text, language } } };
  return read({ ...draft, typed }, kpi);
}

/** The KPI's numbers as its fields say them. */
function read(draft: Draft, name: string): Draft {
  const planned = draft.plan.kpis.find(({ kpi }) => kpi === name);
  const kpi = kpiNamed(name, draft.plan, catalogue);
  const typed = draft.typed[name];
  if (!planned || !kpi || !typed) return draft;
  return change(draft, name, typedValues(planned, kpi, typed));
}

/** Last quarter's figures where nobody typed any; relative targets follow. */
export function withActuals(draft: Draft, known: KnownActuals): Draft {
  let next: Draft = { ...draft, known };
  for (const { kpi, baseline } of draft.plan.kpis) {
    const actual = known.actuals[kpi];
    if (actual === undefined || baseline !== null || isTyped(draft, kpi)) continue;
    next = read(change(next, kpi, { baseline: actual }), kpi);
  }
  return next;
}

/** Without what sheets knew of last quarter: it was another plan's. */
export function withoutActuals(draft: Draft): Draft {
  let next: Draft = { ...draft, known: null };
  for (const { kpi, baseline } of draft.plan.kpis) {
    const known = baseline !== null && baseline === draft.known?.actuals[kpi];
    if (known && !isTyped(draft, kpi)) next = read(change(next, kpi, { baseline: null }), kpi);
  }
  return next;
}

const isTyped = ({ typed }: Draft, kpi: string): boolean =>
  Boolean(typed[kpi]?.baseline?.text.trim());

/** A plan that something else changed: fields whose numbers it changed are written anew. */
export function applied(draft: Draft, plan: Plan): Draft {
  const typed: Record<string, TypedFields> = {};
  for (const [kpi, fields] of Object.entries(draft.typed)) {
    const before = draft.plan.kpis.find((each) => each.kpi === kpi);
    const after = plan.kpis.find((each) => each.kpi === kpi);
    if (!before || !after) continue;
    const kept = Object.entries(fields).filter(
      ([field]) => before[field as NumberField] === after[field as NumberField],
    );
    typed[kpi] = Object.fromEntries(kept);
  }
  return { ...draft, plan, typed, shaped: true };
}

/** Nothing was changed since editing began, and nothing stands in a field that is not read. */
export const isUntouched = ({ plan, base, typed }: Draft): boolean =>
  JSON.stringify(plan) === JSON.stringify(base) && Object.keys(typed).length === 0;

/** The same draft from what the sheet says by now; fields whose numbers others changed are written anew. */
export const rebased = (
  draft: Draft,
  plan: Plan,
  { plan: base, revision }: { readonly plan: Plan; readonly revision: number },
): Draft => ({ ...applied(draft, plan), base, revision });

const weighted = (plan: Plan): readonly PlannedKpi[] =>
  plan.kpis.filter(({ weight }) => weight !== null);
const tracked = (plan: Plan): readonly PlannedKpi[] =>
  plan.kpis.filter(({ weight }) => weight === null);

/** The KPIs that count, then those only tracked: the order of the sheet. */
export const bands = (plan: Plan) => ({ weighted: weighted(plan), tracked: tracked(plan) });

/** One place up among those of its band. */
export function upwards(plan: Plan, name: string): Plan {
  const kpis = [...plan.kpis];
  const at = kpis.findIndex(({ kpi }) => kpi === name);
  const [above, it] = [kpis[at - 1], kpis[at]];
  if (!above || !it || (above.weight === null) !== (it.weight === null)) return plan;
  kpis.splice(at - 1, 2, it, above);
  return { ...plan, kpis };
}

/** One of the plan's own KPIs read otherwise; a sheet that stands keeps how often it is measured. */
export const reread = (draft: Draft, own: CustomKpi): Draft =>
  shaped(
    draft,
    draft.is === 'edit' ? defining(draft.plan, own) : redefined(draft.plan, own, catalogue),
  );

/** Adds a KPI of the user's own, or replaces it. */
export function defining(plan: Plan, own: CustomKpi): Plan {
  const known = plan.own.some(({ name }) => name === own.name);
  if (known) return { ...plan, own: plan.own.map((each) => (each.name === own.name ? own : each)) };
  return withKpi({ ...plan, own: [...plan.own, own] }, own.name, catalogue);
}
