import { catalogue } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import type { Plan } from '../../plan/model/plan.ts';

/** A KPI's title as people know it; the name where nobody knows the KPI any more. */
export function titleInPlan(name: string, plan: Pick<Plan, 'own'>, language: Language): string {
  const kpi = kpiNamed(name, plan, catalogue);
  return kpi ? kpiTitle(kpi, language) : name;
}

export const kpiOf = (name: string, plan: Pick<Plan, 'own'>): Kpi | undefined =>
  kpiNamed(name, plan, catalogue);
