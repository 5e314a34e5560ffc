import type { PlanStart } from '../../app/api/plan-api.ts';
import type { Language } from '../../kpi/define.ts';
import { type QuarterName, suggestedQuarter } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';

/** Six characters that name a plan; nobody can guess them, nothing else has them. */
export function newPlanId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return [...crypto.getRandomValues(new Uint32Array(6))]
    .map((number) => letters[number % letters.length])
    .join('');
}

/** A plan about which nothing is said yet but what was said in earlier ones. */
export const newPlan = (start: PlanStart, language: Language): Plan => ({
  id: newPlanId(),
  name: '',
  role: 'other',
  objective: null,
  quarter: quarterFor(start),
  language,
  circumstances: start.circumstances,
  kpis: [],
  own: [],
  ignored: [],
  scores: null,
  agreed: null,
  feeds: [],
  accounts: [],
  after: null,
});

const quarterFor = ({ today, circumstances }: PlanStart): QuarterName =>
  suggestedQuarter(today, circumstances.firstMonth);
