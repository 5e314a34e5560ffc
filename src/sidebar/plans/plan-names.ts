import { catalogue } from '../../kpi/catalogue.ts';
import type { Kpi, Language } from '../../kpi/define.ts';
import { planWords } from '../../messages/compiled/plan.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { usePanel } from '../shell/panel-context.ts';

/** What roles, objectives and the rest of a plan are called, in the language of the panel. */
export const useNames = () => planWords(usePanel().language);

/** A KPI's title as people know it; the name where nobody knows the KPI any more. */
export const kpiTitle = (name: string, plan: Pick<Plan, 'own'>, language: Language): string =>
  kpiNamed(name, plan, catalogue)?.title[language] ?? name;

export const kpiOf = (name: string, plan: Pick<Plan, 'own'>): Kpi | undefined =>
  kpiNamed(name, plan, catalogue);
