import { kpiNamed } from '../model/aggregation.ts';
import { defaultCadence } from '../model/inputs.ts';
import { defaultFlag, defaultGoal, mostKpis, type Plan, type PlannedKpi } from '../model/plan.ts';
import type { RuleFacts } from './rule.ts';

/** A plan with some of its KPIs changed. */
export const changed = (
  plan: Plan,
  kpis: readonly string[],
  change: (planned: PlannedKpi) => Partial<PlannedKpi>,
): Plan => ({
  ...plan,
  kpis: plan.kpis.map((each) => (kpis.includes(each.kpi) ? { ...each, ...change(each) } : each)),
});

const isWeighted = ({ weight }: PlannedKpi): boolean => weight !== null;

/** Those with weight stand first. */
const ordered = (kpis: readonly PlannedKpi[]): readonly PlannedKpi[] => [
  ...kpis.filter(isWeighted),
  ...kpis.filter((each) => !isWeighted(each)),
];

/** The plan with these shares as weights, in whole percents that make 100. */
export function weighed(plan: Plan, shares: ReadonlyMap<string, number>): Plan {
  const weights = wholePercents([...shares.values()]);
  const names = [...shares.keys()];
  const kpis = plan.kpis.map((each) => {
    const at = names.indexOf(each.kpi);
    return at < 0 ? each : { ...each, weight: weights[at] ?? 0 };
  });
  return { ...plan, kpis: ordered(kpis) };
}

/** What carries weight, and how much. */
export const sharesOf = (plan: Plan): ReadonlyMap<string, number> =>
  new Map(plan.kpis.filter(isWeighted).map(({ kpi, weight }) => [kpi, weight ?? 0]));

/** Shares in proportion, as whole percents that make exactly 100; even ones where there is nothing to go by. */
function wholePercents(shares: readonly number[]): readonly number[] {
  const sane = shares.map((share) => (share > 0 && Number.isFinite(share) ? share : 0));
  const total = sane.reduce((sum, share) => sum + share, 0);
  // Nothing that is a whole percent may fall below it by the last digit of a division.
  const exact = sane.map((share) => tidy(total > 0 ? (share / total) * 100 : 100 / shares.length));
  const floors = exact.map(Math.floor);
  const left = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const nearest = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
    .slice(0, left);
  return floors.map(
    (floor, at) => (floor + (nearest.some((each) => each.at === at) ? 1 : 0)) / 100,
  );
}

const tidy = (value: number): number => Math.round(value * 1e9) / 1e9;

/** Whether another KPI finds room. */
export const hasRoom = (plan: Plan, kpi: string): boolean =>
  plan.kpis.length < mostKpis && !plan.kpis.some((each) => each.kpi === kpi);

/** The plan with one more KPI beside the others; whoever owns `beside` owns it. */
export function withTracked(plan: Plan, name: string, facts: RuleFacts, beside?: string): Plan {
  const kpi = kpiNamed(name, plan, facts.catalogue);
  if (!kpi || !hasRoom(plan, name)) return plan;
  const owner = plan.kpis.find((each) => each.kpi === beside)?.owner ?? usualOwner(plan);
  const added: PlannedKpi = {
    kpi: name,
    weight: null,
    baseline: facts.actuals?.[name] ?? null,
    target: null,
    lastYear: null,
    owner,
    cadence: defaultCadence(kpi),
    goal: defaultGoal,
    flag: defaultFlag,
    definition: '',
    source: 'typed',
  };
  return { ...plan, kpis: [...plan.kpis, added] };
}

/** Whoever owns most of the plan's KPIs; the plan's name where nobody does. */
export function usualOwner(plan: Plan): string {
  const owners = plan.kpis.map(({ owner }) => owner.trim()).filter((owner) => owner !== '');
  const times = (owner: string) => owners.filter((each) => each === owner).length;
  const [most] = [...new Set(owners)].sort((a, b) => times(b) - times(a));
  return most ?? plan.name.trim();
}
