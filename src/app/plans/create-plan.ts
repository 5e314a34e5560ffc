import { lastDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { Typed } from '../../sheet/layout/sheet-input.ts';
import { openActions } from '../../sheet/plan/action-block.ts';
import { drawingFor, firstState } from '../../sheet/plan/plan-facts.ts';
import type { BuildRequest, Built } from '../api/plan-api.ts';
import { checkedPlan, fieldOf, rememberCircumstances } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { deedLine } from '../history/history.ts';
import { checkMayChange, type Found, findPlans } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { checkMayAdd } from '../plan-store/preconditions.ts';
import { freeTitle, planTitle } from '../plan-store/sheet-title.ts';
import type { World } from '../ports/context.ts';
import { raiseSheet } from '../transactions/build-sheet.ts';
import { recover } from '../transactions/pending-change.ts';
import { readyFor } from '../transactions/prepare-data-range.ts';
import { tell } from '../transactions/progress.ts';
import { sheetOf } from '../transactions/publish-sheet.ts';
import { planStart } from './list-plans.ts';
import { sampled } from './sample-plan.ts';

/** Builds a plan's sheet. Asked again with the same id, it finishes what was cut off. */
export function buildPlan(request: BuildRequest, world: World): Built {
  const asked = checkedPlan(fieldOf(request, 'plan'), world);
  const sample = fieldOf(request, 'sample') === true;
  tell(asked.id, 'check', world);
  const note = exclusively(world, () => {
    recover(world);
    const found = findPlans(world);
    const standing = found.plans.find(({ id }) => id === asked.id);
    if (standing?.sheet) {
      world.book.showSheet(standing.sheet.id);
      return stands(standing, world);
    }
    checkMayAdd(found.sheets, world);
    // A quarter of made-up numbers is there to be looked at: nothing is closed for it.
    const closes = sample ? null : closable(asked, found, world);
    const before = found.plans.find(({ id }) => id === asked.after && !sample);
    const runs = before?.sheet && before.state === 'open' && isRunning(before, world);
    const built = build(asked, sample, closes, stillToDo(asked, found, world), world);
    return [built, runs ? world.say.staysOpen(before.card.plan.name) : '']
      .filter(Boolean)
      .join(' ');
  });
  rememberCircumstances(asked, world);
  const start = planStart(world);
  const sheet = start.plans.find(({ id }) => id === asked.id)?.sheet ?? '';
  return { plan: asked.id, sheet, start, note };
}

function stands({ missing }: PlanSheet, { say }: World): string {
  if (missing.length === 0) return say.stoodAlready;
  return say.standsBroken(missing.map((each) => say.parts[each]).join(', '));
}

/**
 * The plan that is closed by its next quarter; `null` where it cannot be, or already is. A quarter
 * that still runs stays open: what is typed into it until its end must count.
 */
function closable({ after }: Plan, found: Found, world: World): PlanSheet | null {
  const plan = found.plans.find(({ id }) => id === after);
  if (!plan?.sheet || plan.state !== 'open' || isRunning(plan, world)) return null;
  checkMayChange(plan.sheet, world);
  return plan;
}

const isRunning = ({ card }: PlanSheet, { book }: World): boolean =>
  book.today() <= lastDay(card.plan.quarter);

/** What was to be done in the quarter before and nobody has ticked: it stays until somebody does. */
function stillToDo({ after }: Plan, found: Found, _world: World): Typed {
  const plan = found.plans.find(({ id }) => id === after);
  return plan?.sheet && plan.state !== 'newer' ? openActions(plan.read().typed) : {};
}

function build(
  asked: Plan,
  sample: boolean,
  closes: PlanSheet | null,
  todo: Typed,
  world: World,
): string {
  const { book, say } = world;
  const { plan, typed } = sample ? sampled(asked, world) : { plan: asked, typed: {} };
  const state = { ...firstState, sample };
  tell(plan.id, 'arrange', world);
  const wanted = planTitle(plan);
  const title = freeTitle(wanted, book.sheets());
  const closed =
    closes && deedLine('closed', closes.card.plan, closes.card.revision + 1, {}, world);
  const sheet = raiseSheet(
    {
      key: plan.id,
      drawing: drawingFor(plan, state, readyFor(plan, { ...typed, ...todo }, book), world),
      title,
      from: null,
      language: plan.language,
      freeze: closes?.id ?? null,
      lines: [deedLine('built', plan, 1, { after: title }, world), ...(closed ? [closed] : [])],
      undo: (on, print) => ({
        is: 'build',
        plan: plan.id,
        name: plan.name,
        sheet: on,
        print,
        closed: closes?.id ?? null,
      }),
    },
    world,
  );
  const stood = sheetOf(sheet, book)?.name;
  if (stood === undefined) throw new Problem(say.cutOff);
  return [stood === wanted ? '' : say.nameTaken(stood), sample ? say.sample : '']
    .filter(Boolean)
    .join(' ');
}
