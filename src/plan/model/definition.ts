import { isCalculated } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';
import { kpiNamed } from './aggregation.ts';
import { feedFor } from './feeds.ts';
import { argumentsOf } from './inputs.ts';
import type { CustomKpi, Plan, PlannedKpi } from './plan.ts';

/** What a KPI's number depends on, of its plan. */
export type DefiningPlan = Pick<Plan, 'own' | 'circumstances' | 'feeds'>;

/**
 * Why a number of one plan does not stand for the same KPI of another: amounts in another currency,
 * profit against revenue, another formula of a KPI of one's own, other rows that count.
 */
type DefinitionGap = 'currency' | 'margin' | 'formula' | 'filters';

/** A KPI as another plan has it, and what keeps the numbers of the two apart. */
export interface Counterpart {
  readonly planned: PlannedKpi;
  readonly gap: DefinitionGap | null;
}

/** The same KPI in another plan: one's own by title and unit. `null` where that plan has none. */
export function counterpart(
  name: string,
  plan: DefiningPlan,
  other: DefiningPlan & Pick<Plan, 'kpis'>,
  catalogue: readonly Kpi[],
): Counterpart | null {
  const own = plan.own.find((each) => each.name === name);
  const twin = own ? twinOf(own, other.own) : null;
  const planned = other.kpis.find(({ kpi }) => kpi === (own ? twin?.name : name));
  const kpi = kpiNamed(name, plan, catalogue);
  if (!planned || (own && !twin)) return null;
  if (!kpi) return { planned, gap: null };
  const there = kpiNamed(planned.kpi, other, catalogue) ?? kpi;
  const [mine, theirs] = [plan.circumstances, other.circumstances];
  const money = kpi.unit === 'money' || kpi.unit === 'moneyEach';
  if (money && mine.currency !== theirs.currency) return { planned, gap: 'currency' };
  if (own && twin && JSON.stringify(own.how) !== JSON.stringify(twin.how)) {
    return { planned, gap: 'formula' };
  }
  if (countsMargin(kpi) && (mine.margin === null) !== (theirs.margin === null)) {
    return { planned, gap: 'margin' };
  }
  return { planned, gap: sameRows([kpi, plan], [there, other]) ? null : 'filters' };
}

/** One's own KPI of the same title and unit, first of all one that is counted in the same way. */
function twinOf({ title, unit, how }: CustomKpi, others: readonly CustomKpi[]): CustomKpi | null {
  const alike = others.filter((each) => each.title === title && each.unit === unit);
  const same = alike.find((each) => JSON.stringify(each.how) === JSON.stringify(how));
  return same ?? alike[0] ?? null;
}

/** Whether a KPI counts gross profit where the plan knows its margin, and revenue where it does not. */
export const countsMargin = (kpi: Kpi): boolean =>
  isCalculated(kpi) && Object.keys(kpi.inputs).includes('margin');

/** Whether what flows into a KPI in two plans is counted alike. Of typed numbers nobody can tell. */
function sameRows(
  [kpi, plan]: readonly [Kpi, DefiningPlan],
  [twin, other]: readonly [Kpi, DefiningPlan],
): boolean {
  const theirs = argumentsOf(twin, other);
  return argumentsOf(kpi, plan).every((key, at) => {
    const there = theirs[at];
    if (typeof key !== 'string' || typeof there !== 'string') return true;
    const [one, two] = [feedFor(key, plan), feedFor(there, other)];
    return one === null || two === null || what(one) === what(two);
  });
}

const what = ({ metric, only }: NonNullable<ReturnType<typeof feedFor>>): string =>
  JSON.stringify([metric, only]);
