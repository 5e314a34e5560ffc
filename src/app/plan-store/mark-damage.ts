import type { Context } from '../ports/context.ts';
import type { PlanSheet } from './plan-sheet.ts';

/**
 * Lets a plan's own status cells say what is damaged, where this user may write. To be called under
 * the lock.
 */
export function markDamage(plan: PlanSheet, { spreadsheet }: Context): void {
  const marks = plan.damageMarks();
  if (marks.length === 0 || !plan.sheet || !spreadsheet.mayChange(plan.sheet.id)) return;
  plan.update(marks);
  spreadsheet.settle();
}
