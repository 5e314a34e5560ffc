import { lastDay } from '../../plan/calendar/calendar.ts';
import type { PlanView } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { deedLine } from '../history/history.ts';
import { changeable, checkMayChange, findPlans, planNamed } from '../plan-store/find-plans.ts';
import type { World } from '../ports/context.ts';
import { carryOut, recover } from '../transactions/pending-change.ts';
import { viewNow } from './open-plan.ts';

/** Closes a quarter that is over: its numbers stay as they are. */
export function closePlan(given: unknown, world: World): PlanView {
  const id = planId(given);
  const { book, say } = world;
  exclusively(world, () => {
    recover(world);
    const standing = planNamed(id, findPlans(world), world);
    if (standing.state === 'frozen') return;
    const { card, sheet } = changeable(standing, world);
    const { plan, revision } = card;
    if (book.today() <= lastDay(plan.quarter)) throw new Problem(say.stillRunning(plan.name));
    checkMayChange(sheet, world);
    const lines = [deedLine('closed', plan, revision + 1, {}, world)];
    const undo = { is: 'close', plan: id, name: plan.name } as const;
    carryOut({ is: 'freeze', key: id, language: plan.language, lines, undo }, world);
  });
  return viewNow(id, world);
}
