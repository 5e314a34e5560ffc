import { lastDay } from '../../plan/calendar/calendar.ts';
import type { PlanView } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { deedLine } from '../history/history.ts';
import { changeable, checkMayChange, planNamed } from '../plan-store/find-plan.ts';
import type { Context } from '../ports/context.ts';
import { checkMayFreeze } from '../transactions/freeze-plan.ts';
import { carryOut, recover } from '../transactions/pending-change.ts';
import { viewNow } from './open-plan.ts';

/** Closes a quarter that is over: its numbers stay as they are. */
export function closePlan(given: unknown, context: Context): PlanView {
  const id = planId(given);
  const { spreadsheet, say } = context;
  // Outside of the lock: nobody else is kept waiting for what the spreadsheet computes.
  planNamed(id, context).answered('deed');
  exclusively(context, () => {
    recover(context);
    const standing = planNamed(id, context);
    if (standing.state === 'frozen') return;
    const { card: metadata, sheet } = changeable(standing, context);
    const { plan, revision } = metadata;
    if (spreadsheet.today() <= lastDay(plan.quarter))
      throw new Problem(say.stillRunning({ name: plan.name }));
    checkMayChange(sheet, context);
    // What is closed stays as it is: first it has to be right.
    const damage = standing.check();
    if (damage) throw new Problem(damage.sentence);
    checkMayFreeze(standing, context);
    const lines = [deedLine('closed', plan, revision + 1, {}, context)];
    const undo = { is: 'close', plan: id, name: plan.name } as const;
    carryOut({ is: 'freeze', key: id, language: plan.language, lines, undo }, context);
  });
  return viewNow(id, context);
}
