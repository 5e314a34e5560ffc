import { planId } from '../api/request.ts';
import { Problem } from '../api/user-error.ts';
import { planNamed } from '../plan-store/find-plan.ts';
import type { Context } from '../ports/context.ts';

/** Brings a plan's sheet before the user. */
export function goToPlan(id: unknown, context: Context): null {
  const { sheet, card: metadata } = planNamed(planId(id), context);
  const { say, spreadsheet } = context;
  if (!sheet) throw new Problem(say.broken({ name: metadata.plan.name, missing: say.parts.sheet }));
  spreadsheet.showSheet(sheet.id);
  return null;
}
