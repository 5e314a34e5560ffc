import type { PlanStart } from '../../app/api/plan-api.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { type QuarterName, suggestedQuarter } from '../../plan/calendar/calendar.ts';
import { filled } from '../../plan/model/field.ts';
import { type Plan, planFields } from '../../plan/model/plan.ts';

/** Six characters that name a plan; nobody can guess them, nothing else has them. */
export function newPlanId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return [...crypto.getRandomValues(new Uint32Array(6))]
    .map((number) => letters[number % letters.length])
    .join('');
}

/** A plan about which nothing is said yet but what was said in earlier ones. */
export const newPlan = (start: PlanStart, language: Language): Plan =>
  filled(planFields, {
    id: newPlanId(),
    name: '',
    role: 'other',
    quarter: quarterFor(start),
    language,
    circumstances: start.circumstances,
    kpis: [],
  });

const quarterFor = ({ today, circumstances }: PlanStart): QuarterName =>
  suggestedQuarter(today, circumstances.firstMonth);
