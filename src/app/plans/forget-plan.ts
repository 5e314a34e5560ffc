import type { PlanStart } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { forgetCredentials } from '../connect/credentials.ts';
import { dropDataBlock } from '../data-sheet/data-range.ts';
import { dropLongNote } from '../plan-store/chunked-property.ts';
import { planNamed, planNote } from '../plan-store/find-plan.ts';
import { dropNames } from '../plan-store/staged-sheet.ts';
import type { Context } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { planStart } from './list-plans.ts';

/** Takes a plan off the list whose sheet is gone. One that has a sheet stays. */
export function forgetPlan(id: unknown, context: Context): PlanStart {
  const plan = planId(id);
  const { spreadsheet, say } = context;
  exclusively(context, () => {
    recover(context);
    const standing = planNamed(plan, context);
    if (standing.sheet) throw new Problem(say.stillThere({ sheet: standing.sheet.name }));
    dropNames(plan, spreadsheet);
    dropDataBlock(plan, spreadsheet);
    dropLongNote(planNote(plan), spreadsheet);
    forgetCredentials(standing.card.plan.accounts, context);
  });
  return planStart(context);
}
