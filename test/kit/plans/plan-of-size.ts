import { catalogue } from '../../../src/kpi/catalogue.ts';
import { defaultCircumstances } from '../../../src/plan/model/defaults.ts';
import { plannedKpi } from '../../../src/plan/model/edit-kpis.ts';
import { mostWeighted, type Plan } from '../../../src/plan/model/plan.ts';

/** A plan of the first so many KPIs of the catalogue, as a panel would send it. */
export function planOfSize(kpis: number, id: string, quarter: Plan['quarter']): Plan {
  const plan: Plan = {
    id,
    name: 'Lan',
    role: 'other',
    objective: null,
    quarter,
    language: 'vi',
    circumstances: defaultCircumstances('vi', 'vi_VN'),

    kpis: [],
    own: [],
    ignored: [],
    scores: null,
    agreed: null,
    after: null,
    feeds: [],
    accounts: [],
  };
  const weighted = Math.min(kpis, mostWeighted);
  const names = catalogue.filter(({ name }) => name !== 'ATTAINMENT').slice(0, kpis);
  return {
    ...plan,
    kpis: names.map(({ name }, at) => ({
      ...plannedKpi(plan, name, catalogue),
      weight: at < weighted ? 1 / weighted : null,
      baseline: 10,
      target: 12,
    })),
  };
}
