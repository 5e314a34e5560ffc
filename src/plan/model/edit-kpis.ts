import type { Kpi } from '../../kpi/define.ts';
import { planWords } from '../../messages/compiled/plan.ts';
import { kpiNamed } from './aggregation.ts';
import { filled } from './field.ts';
import { defaultCadence } from './inputs.ts';
import {
  defaultFlag,
  defaultGoal,
  kpiFields,
  mostWeighted,
  type Plan,
  type PlannedKpi,
} from './plan.ts';

/** A KPI as it enters a plan: nothing is known of it, its owner is whom the plan is named after. */
export function plannedKpi(
  plan: Pick<Plan, 'name' | 'language' | 'own'>,
  name: string,
  catalogue: readonly Kpi[],
): PlannedKpi {
  const kpi = kpiNamed(name, plan, catalogue);
  return filled(kpiFields, {
    kpi: name,
    owner: plan.name,
    cadence: kpi ? defaultCadence(kpi) : 'week',
    goal: defaultGoal,
    flag: defaultFlag,
    source: planWords(plan.language).source,
  });
}

/** Puts a KPI into a plan: with weight while fewer than five have one, else among those tracked. */
export function withKpi(plan: Plan, name: string, catalogue: readonly Kpi[]): Plan {
  if (plan.kpis.some(({ kpi }) => kpi === name)) return plan;
  const tracked = { ...plan, kpis: [...plan.kpis, plannedKpi(plan, name, catalogue)] };
  return heavy(plan).length < mostWeighted ? withWeight(tracked, name) : tracked;
}

/** Takes a KPI out, with its definition where it is the plan's own. */
export function withoutKpi(plan: Plan, name: string): Plan {
  const { kpis } = withoutWeight(plan, name);
  return {
    ...plan,
    kpis: kpis.filter(({ kpi }) => kpi !== name),
    own: plan.own.filter((each) => each.name !== name),
  };
}

/** Makes a KPI of the plan carry weight: what is left of 100%, else an equal part of all. */
export function withWeight(plan: Plan, name: string): Plan {
  const kpi = plan.kpis.find((each) => each.kpi === name && each.weight === null);
  if (!kpi) return plan;
  const others = heavy(plan);
  const sum = total(others);
  const left = Math.round((1 - sum) * 100) / 100;
  const joined = (weight: number) => [...others, { ...kpi, weight }];
  const weighed = left > 0 ? joined(left) : weigh(joined(sum / others.length));
  return { ...plan, kpis: [...weighed, ...light(plan).filter((each) => each !== kpi)] };
}

/** Makes a KPI of the plan one that is only tracked; the others take its part if they made 100%. */
export function withoutWeight(plan: Plan, name: string): Plan {
  const kpi = plan.kpis.find((each) => each.kpi === name && each.weight !== null);
  if (!kpi) return plan;
  const others = heavy(plan).filter((each) => each !== kpi);
  const full = Math.abs(total(heavy(plan)) - 1) < 1 / 1000;
  const weighed = full ? weigh(others) : others;
  return { ...plan, kpis: [...weighed, { ...kpi, weight: null }, ...light(plan)] };
}

/** Makes the weights 100% together: evenly, or keeping their proportions. */
export function reweight(plan: Plan, how: 'evenly' | 'in proportion' = 'evenly'): Plan {
  const evenly = how === 'evenly' || total(plan.kpis) <= 0;
  const kpis = plan.kpis.map((kpi) =>
    evenly && kpi.weight !== null ? { ...kpi, weight: 1 } : kpi,
  );
  return { ...plan, kpis: weigh(kpis) };
}

/** A free name for a KPI of the plan's own: `OWN_A`, `OWN_B` …; `null` when all are taken. */
export const freeCustomKpiName = (plan: Pick<Plan, 'own'>): string | null =>
  customKpiNames.find((name) => plan.own.every((own) => own.name !== name)) ?? null;

/** As many as a plan can define. */
export const customKpiNames = [...'ABCDEFGHIJ'].map((letter) => `OWN_${letter}`);

const heavy = ({ kpis }: Pick<Plan, 'kpis'>) => kpis.filter(({ weight }) => weight !== null);
const light = ({ kpis }: Pick<Plan, 'kpis'>) => kpis.filter(({ weight }) => weight === null);
const total = (kpis: readonly PlannedKpi[]) =>
  kpis.reduce((sum, { weight }) => sum + (weight ?? 0), 0);

/** Those with weight first: the order of the sheet. */
export const weightedFirst = (kpis: readonly PlannedKpi[]): readonly PlannedKpi[] => [
  ...heavy({ kpis }),
  ...light({ kpis }),
];

function weigh(kpis: readonly PlannedKpi[]): readonly PlannedKpi[] {
  const weights = percents(heavy({ kpis }).map(({ weight }) => weight ?? 0)).values();
  return kpis.map((kpi) =>
    kpi.weight === null ? kpi : { ...kpi, weight: weights.next().value ?? null },
  );
}

/** Whole percents as even as can be that make 100% together, the larger ones first. */
export const evenWeights = (count: number): readonly number[] =>
  percents(Array.from({ length: count }, () => 1));

/** Whole percents in proportion to the parts that make 100% together. */
function percents(parts: readonly number[]): readonly number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole <= 0) return parts.length ? evenWeights(parts.length) : [];
  const exact = parts.map((part) => (part / whole) * 100);
  const missing = 100 - exact.reduce((sum, share) => sum + Math.floor(share), 0);
  const rest = (at: number) => (exact[at] ?? 0) % 1;
  const raised = exact
    .map((_, at) => at)
    .sort((one, other) => rest(other) - rest(one) || one - other)
    .slice(0, missing);
  return exact.map((share, at) => (Math.floor(share) + (raised.includes(at) ? 1 : 0)) / 100);
}
