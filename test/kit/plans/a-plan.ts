import type { Plan, PlannedKpi } from '../../../src/plan/model/plan.ts';

/** A planned KPI of which nothing is known yet. */
export const aPlannedKpi = (kpi: string, known: Partial<PlannedKpi> = {}): PlannedKpi => ({
  kpi,
  weight: null,
  baseline: null,
  target: null,
  lastYear: null,
  owner: '',
  cadence: 'week',
  goal: 0.9,
  flag: 0.7,
  definition: '',
  source: 'typed',
  ...known,
});

export const aPlan = (known: Partial<Plan> = {}): Plan => ({
  id: 'abc123',
  name: 'Lan',
  role: 'digital',
  objective: null,
  quarter: { year: 2026, month: 4 },
  language: 'vi',
  circumstances: {
    business: null,
    stage: null,
    sales: 'sales',
    margin: null,
    currency: 'VND',
    firstMonth: 1,
    weekStart: 'monday',
  },
  kpis: [],
  own: [],
  ignored: [],
  scores: null,
  agreed: null,
  feeds: [],
  accounts: [],
  after: null,
  ...known,
});
