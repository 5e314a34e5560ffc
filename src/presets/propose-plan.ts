import { areTwins } from '../kpi/catalogue.ts';
import type { Kpi, OfferNote } from '../kpi/define.ts';
import { type Objective, objectives } from '../kpi/objectives.ts';
import { usualInput } from '../kpi/roles.ts';
import { planWhyWords } from '../messages/compiled/plan-why.ts';
import type { Text } from '../messages/every-language.ts';
import { inEveryLanguage } from '../messages/every-language.ts';
import { evenWeights } from '../plan/model/edit-kpis.ts';
import { type BusinessProfile, mostWeighted, type PlanRole } from '../plan/model/plan.ts';
import { fitting } from './objectives.ts';
import { offeredAt, offersTo, picked, rolePlan } from './roles.ts';

export { reweight, withKpi, withoutKpi } from '../plan/model/edit-kpis.ts';

/** A KPI as it is proposed, and why it is. */
interface Proposed {
  readonly kpi: string;
  /** `null`: tracked beside, or (not ticked) only offered. */
  readonly weight: number | null;
  readonly ticked: boolean;
  readonly why: Text;
  /** What to know before ticking it. */
  readonly note?: Text;
}

/** Weighted ones first, then those tracked beside, then those only offered. */
export type PlanProposal = readonly Proposed[];

export interface Wish {
  readonly role: PlanRole;
  readonly objective: Objective | null;
  readonly circumstances: BusinessProfile;
  readonly catalogue: readonly Kpi[];
}

/**
 * A role's KPIs for an objective: those that measure it come first; where fewer than two do, the
 * objective adds one. Without a role, the objective's own KPIs.
 */
export function propose(wish: Wish): PlanProposal {
  const { weighted, tracked, offered } = wish.role === 'other' ? ofObjective(wish) : ofRole(wish);
  const shares = evenWeights(weighted.length);
  const because = (kpi: string) => whyOf(kpi, wish);
  return [
    ...weighted.map((kpi, at) => {
      return { kpi, weight: shares[at] ?? null, ticked: true, why: because(kpi) };
    }),
    ...tracked.map((kpi) => ({ kpi, weight: null, ticked: true, why: because(kpi) })),
    ...offered.map(({ kpi, note }) => {
      const text = note && inEveryLanguage((language) => planWhyWords(language).offers[note]);
      const plain = { kpi, weight: null, ticked: false, why: because(kpi) };
      return text ? { ...plain, note: text } : plain;
    }),
  ];
}

interface Bands {
  readonly weighted: readonly string[];
  readonly tracked: readonly string[];
  readonly offered: readonly { readonly kpi: string; readonly note?: OfferNote }[];
}

function ofRole(wish: Wish): Bands {
  const { role, objective, circumstances } = wish;
  const plan = rolePlan(role);
  const names = (picks: typeof plan.weighted) => [
    ...new Set(picks.map((pick) => picked(pick, circumstances))),
  ];
  const weighted = names(plan.weighted);
  const tracked = names(plan.tracked).filter((kpi) => !weighted.includes(kpi));
  const fits = objective ? fitting(objective, role, circumstances) : [];
  const ordered = [
    ...fits.filter((kpi) => weighted.includes(kpi)),
    ...weighted.filter((kpi) => !fits.includes(kpi)),
  ];
  const added = addition(wish, fits, weighted, tracked);
  const room = weighted.length < mostWeighted;
  const inPlan = [...weighted, ...tracked, ...added];
  return {
    weighted: room ? [...ordered, ...added] : ordered,
    tracked: room ? tracked : [...tracked, ...added],
    offered: [...plan.offered, ...offersTo(role, wish.catalogue)]
      .map(({ kpi, note }) => ({ kpi: picked(kpi, circumstances), note }))
      .filter(({ kpi, note }) => offeredAt(note, circumstances) && !inPlan.includes(kpi)),
  };
}

/** The one KPI that an objective adds to a role's, if any: of those it fits, one the role works on. */
function addition(
  wish: Wish,
  fits: readonly string[],
  weighted: readonly string[],
  tracked: readonly string[],
): readonly string[] {
  const { role, catalogue } = wish;
  const serving = weighted.filter((kpi) => fits.includes(kpi));
  if (serving.length > 1) return [];
  const inPlan = [...weighted, ...tracked];
  const missing = fits.filter((kpi) => !inPlan.includes(kpi) && !saysThe(kpi, weighted, wish));
  const own = missing.find((name) =>
    catalogue.some((kpi) => kpi.name === name && kpi.roles.some((each) => each === role)),
  );
  const added = own ?? (serving.length === 0 ? missing[0] : undefined);
  return added === undefined ? [] : [added];
}

function ofObjective(wish: Wish): Bands {
  const { objective, circumstances } = wish;
  if (!objective) return { weighted: [], tracked: [], offered: [] };
  const fits = fitting(objective, 'other', circumstances);
  const oneSided = fits.filter((kpi, at) => !saysThe(kpi, fits.slice(0, at), wish));
  const weighted = oneSided.slice(0, mostWeighted);
  const tracked = [
    ...new Set([objectives[objective].putsIn ?? usualInput, ...guardsOf(weighted, wish)]),
  ];
  const rest = fits.filter((kpi) => !weighted.includes(kpi) && !tracked.includes(kpi));
  return { weighted, tracked, offered: rest.map((kpi) => ({ kpi })) };
}

const known = (names: readonly string[], { catalogue }: Wish): readonly Kpi[] =>
  names.flatMap((name) => catalogue.find((kpi) => kpi.name === name) ?? []);

/** Whether one of these says the same as a KPI, in another way. */
const saysThe = (name: string, others: readonly string[], wish: Wish): boolean =>
  known([name], wish).some((kpi) => known(others, wish).some((other) => areTwins(kpi, other)));

/** A guardrail for each KPI that has none among the others. */
const guardsOf = (kpis: readonly string[], wish: Wish): readonly string[] =>
  known(kpis, wish).flatMap(({ guardrails: guards = [] }) => {
    return guards.some((guard) => kpis.includes(guard)) ? [] : guards.slice(0, 1);
  });

/** The objective's reason where the KPI measures it, else the role's. */
function whyOf(kpi: string, { role, objective, circumstances }: Wish): Text {
  const fits = objective ? fitting(objective, role, circumstances) : [];
  return inEveryLanguage((language) => {
    const words = planWhyWords(language);
    const ofObjective: Lines = objective && fits.includes(kpi) ? words.objectives[objective] : {};
    const ofRole: Lines = role === 'other' ? words.input : words.roles[role];
    return ofObjective[kpi] ?? ofRole[kpi] ?? words.guard;
  });
}

type Lines = Readonly<Record<string, string>>;
