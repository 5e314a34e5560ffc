import { lastDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { TypedValues } from '../../sheet/layout/sheet-input.ts';
import { openActions } from '../../sheet/plan/action-block.ts';
import { drawingFor, firstState } from '../../sheet/plan/plan-facts.ts';
import { fieldOf } from '../../sources/json.ts';
import type { BuildRequest, Built } from '../api/plan-api.ts';
import { parsePlan, rememberBusinessProfile } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { deedLine } from '../history/history.ts';
import { checkTypedAnswered } from '../plan-store/answered-cells.ts';
import { checkMayChange, findPlan } from '../plan-store/find-plan.ts';
import { type ListedPlan, noteBuilt } from '../plan-store/overview.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { checkMayAdd } from '../plan-store/preconditions.ts';
import { freeTitle, planTitle } from '../plan-store/sheet-title.ts';
import type { Context } from '../ports/context.ts';
import { buildSheet } from '../transactions/build-sheet.ts';
import { checkMayFreeze } from '../transactions/freeze-plan.ts';
import { recover } from '../transactions/pending-change.ts';
import { readyFor } from '../transactions/prepare-data-range.ts';
import { tell } from '../transactions/progress.ts';
import { lastStart } from './list-plans.ts';
import { withSample } from './sample-plan.ts';

/** Builds a plan's sheet. Asked again with the same id, it finishes what was cut off. */
export function buildPlan(request: BuildRequest, context: Context): Built {
  const asked = parsePlan(fieldOf(request, 'plan'), context);
  const sample = fieldOf(request, 'sample') === true;
  tell(asked.id, 'check', context);
  if (!sample) awaitAnswers(asked, context);
  const note = exclusively(context, () => {
    recover(context);
    const standing = findPlan(asked.id, context);
    if (standing?.sheet) {
      context.spreadsheet.showSheet(standing.sheet.id);
      return stands(standing, context);
    }
    const tabs = context.spreadsheet.sheets();
    checkMayAdd(tabs, context);
    const before = asked.after === null ? null : findPlan(asked.after, context);
    // A quarter of made-up numbers is there to be looked at: nothing is closed for it.
    const { closes, note: stays } = closable(sample ? null : before, context);
    const built = build(asked, sample, closes, stillToDo(before, context), context);
    noteBuilt(built.listed, { tabs: tabs.length, closed: closes?.id ?? null }, context);
    return [built.message, stays].filter(Boolean).join(' ');
  });
  rememberBusinessProfile(asked, context);
  const start = lastStart(context);
  const sheet = start.plans.find(({ id }) => id === asked.id)?.sheet ?? '';
  return { plan: asked.id, sheet, start, note };
}

/** Outside of the lock: nobody else is kept waiting for what the spreadsheet computes. */
function awaitAnswers({ after }: Plan, context: Context): void {
  if (after === null) return;
  const plan = findPlan(after, context);
  if (plan?.sheet && plan.state === 'open' && !isRunning(plan, context)) plan.answered('deed');
}

function stands({ missing }: PlanSheet, { say }: Context): string {
  if (missing.length === 0) return say.stoodAlready;
  return say.standsBroken({ missing: missing.map((each) => say.parts[each]).join(', ') });
}

/**
 * The plan that is closed by its next quarter; `null` where it cannot be, or already is. A quarter
 * that still runs stays open: what is typed into it until its end must count. So does one of which a
 * cell shows no value that could be kept. `note` says so.
 */
function closable(
  plan: PlanSheet | null,
  context: Context,
): { readonly closes: PlanSheet | null; readonly note: string } {
  const { say } = context;
  if (!plan?.sheet || plan.state !== 'open') return { closes: null, note: '' };
  const { name } = plan.card.plan;
  if (isRunning(plan, context)) return { closes: null, note: say.staysOpen({ name }) };
  checkMayChange(plan.sheet, context);
  try {
    checkMayFreeze(plan, context);
  } catch (error) {
    if (error instanceof Problem)
      return { closes: null, note: say.notClosed({ name, why: error.message }) };
    throw error;
  }
  return { closes: plan, note: '' };
}

const isRunning = ({ card: metadata }: PlanSheet, { spreadsheet }: Context): boolean =>
  spreadsheet.today() <= lastDay(metadata.plan.quarter);

/** What was to be done in the quarter before and nobody has ticked: it stays until somebody does. */
function stillToDo(plan: PlanSheet | null, context: Context): TypedValues {
  if (!plan?.sheet || plan.state === 'newer') return {};
  const { typed, blocks } = plan.read();
  if (typed.action) checkTypedAnswered({ action: typed.action }, blocks, context);
  return openActions(typed);
}

function build(
  asked: Plan,
  sample: boolean,
  closes: PlanSheet | null,
  todo: TypedValues,
  context: Context,
): { readonly message: string; readonly listed: ListedPlan } {
  const { spreadsheet, say } = context;
  const { plan, typed } = sample ? withSample(asked, context) : { plan: asked, typed: {} };
  const state = { ...firstState, sample };
  const wanted = planTitle(plan);
  const title = freeTitle(wanted, spreadsheet.sheets());
  const closed =
    closes && deedLine('closed', closes.card.plan, closes.card.revision + 1, {}, context);
  const sheet = buildSheet(
    {
      key: plan.id,
      drawing: drawingFor(
        plan,
        state,
        readyFor(plan, { ...typed, ...todo }, null, context),
        context,
      ),
      title,
      from: null,
      language: plan.language,
      freeze: closes?.id ?? null,
      lines: [deedLine('built', plan, 1, { after: title }, context), ...(closed ? [closed] : [])],
      undo: (on, hash) => ({
        is: 'build',
        plan: plan.id,
        name: plan.name,
        sheet: on,
        print: hash,
        closed: closes?.id ?? null,
      }),
    },
    context,
  );
  const stood = spreadsheet.sheet(sheet)?.name;
  if (stood === undefined) throw new Problem(say.cutOff);
  const { id, name, role, quarter } = plan;
  const message = [
    stood === wanted ? '' : say.nameTaken({ title: stood }),
    sample ? say.sample : '',
  ]
    .filter(Boolean)
    .join(' ');
  return {
    message,
    listed: {
      id,
      name,
      role,
      quarter,
      sample,
      state: 'open',
      missing: [],
      sheet: stood,
      on: sheet,
      statuses: [],
    },
  };
}
