import type { Plan } from '../../plan/model/plan.ts';
import { checkPlan } from '../../plan/validation/validate-plan.ts';
import type { World } from '../ports/context.ts';
import { Problem } from './user-error.ts';

/** A plan as the panel sent it, cleaned; the first thing that is wrong with it where it is none. */
export function checkedPlan(value: unknown, { language, catalogue, sources }: World): Plan {
  const checked = checkPlan(value, language, catalogue, sources);
  if ('plan' in checked) return checked.plan;
  const [{ sentence, field }] = checked.problems;
  throw new Problem(sentence, field || undefined);
}

/** The id of a plan as the panel sent it; anything else names no plan. */
export const planId = (value: unknown): string =>
  typeof value === 'string' && /^[a-z0-9]{6}$/.test(value) ? value : '';

/** A field of whatever the panel sent. */
export const fieldOf = (request: unknown, name: string): unknown =>
  typeof request === 'object' && request !== null && Object.keys(request).includes(name)
    ? (request as Record<string, unknown>)[name]
    : undefined;
