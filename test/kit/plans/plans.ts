import { catalogue } from '../../../src/kpi/catalogue.ts';
import { plannedKpi, weightedFirst } from '../../../src/plan/model/edit-kpis.ts';
import { filled } from '../../../src/plan/model/field.ts';
import {
  type BusinessProfile,
  kpiFields,
  type Plan,
  type PlannedKpi,
  planFields,
  profileFields,
} from '../../../src/plan/model/plan.ts';

// Every plan of the tests is made here, and has what its entries say of fields that nobody has said.

/** What most businesses look like; a test says what differs. */
export const circumstancesOf = (given: Partial<BusinessProfile> = {}): BusinessProfile =>
  filled(profileFields, {
    sales: 'sales',
    currency: 'VND',
    firstMonth: 1,
    weekStart: 'monday',
    ...given,
  });

/** What most planned KPIs look like; a test says what differs. */
export const planned = (kpi: string, given: Partial<PlannedKpi> = {}): PlannedKpi =>
  filled(kpiFields, {
    kpi,
    owner: 'Lan',
    cadence: 'week',
    goal: 0.9,
    flag: 0.7,
    source: 'typed',
    ...given,
  });

/** What differs of a plan, and of its circumstances. */
export type GivenPlan = Omit<Partial<Plan>, 'circumstances'> & {
  readonly circumstances?: Partial<BusinessProfile>;
};

/** A plan for the first quarter of 2027; a test says what differs. */
export const planOf = (
  kpis: readonly PlannedKpi[],
  { circumstances, ...given }: GivenPlan = {},
): Plan =>
  filled(planFields, {
    id: 'abc123',
    name: 'Lan',
    role: 'digital',
    quarter: { year: 2027, month: 1 },
    language: 'vi',
    circumstances: circumstancesOf(circumstances),
    kpis,
    ...given,
  });

/** The same plan where its business differs. */
export const about = (plan: Plan, given: Partial<BusinessProfile>): Plan => ({
  ...plan,
  circumstances: { ...plan.circumstances, ...given },
});

/** The same as the product makes it of KPIs somebody chose: owners, cadences and the order are its own. */
export function chosenPlan(
  kpis: readonly Pick<PlannedKpi, 'kpi' | 'weight'>[],
  given: GivenPlan = {},
): Plan {
  const plan = planOf([], given);
  const chosen = kpis.map(({ kpi, weight }) => ({ ...plannedKpi(plan, kpi, catalogue), weight }));
  return { ...plan, kpis: weightedFirst(chosen) };
}

/** Three KPIs of which one is a ratio, with numbers. */
export const lan = (given: GivenPlan = {}, kpis: readonly PlannedKpi[] = few): Plan =>
  planOf(kpis, given);

const few = [
  planned('LEADS', { weight: 0.5, baseline: 1030, target: 1240 }),
  planned('CPL', { weight: 0.5, baseline: 92_000, target: 85_000 }),
  planned('MKTSPEND', { target: 120_000_000 }),
];
