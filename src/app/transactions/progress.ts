import type { PlanAnswersWords } from '../../messages/compiled/plan-answers.ts';
import type { Progress } from '../api/plan-api.ts';
import type { Context } from '../ports/context.ts';

type Step = keyof PlanAnswersWords['steps'];
const steps: readonly Step[] = ['check', 'draw', 'stand'];

const keyOf = (plan: string): string => `build.${plan}`;

/**
 * Lets a panel that waits know how far a build is. That it knows is pleasant, never needed: only what takes
 * its time is told, for to tell takes time, too.
 */
export function tell(plan: string, step: Step, { spreadsheet, host, say }: Context): void {
  const progress: Progress = {
    step: steps.indexOf(step) + 1,
    of: steps.length,
    doing: say.steps[step],
  };
  try {
    spreadsheet.tell(keyOf(plan), JSON.stringify(progress));
  } catch (error) {
    host.report(error);
  }
}

/** How far a build is; `null` when nothing is known of it. */
export function buildProgress(plan: unknown, { spreadsheet }: Context): Progress | null {
  const known = typeof plan === 'string' && /^[a-z0-9_]{1,20}$/.test(plan);
  const text = known ? spreadsheet.told(keyOf(plan)) : null;
  return text === null ? null : (JSON.parse(text) as Progress);
}
