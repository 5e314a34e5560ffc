import { carryOverFeeds, changedInputs } from '../../plan/model/changed-inputs.ts';
import { mergePlans } from '../../plan/model/merge-plans.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { validatePlan } from '../../plan/validation/validate-plan.ts';
import { differences } from '../../sheet/plan/diff-plans.ts';
import { metadataFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import { fieldOf } from '../../sources/json.ts';
import type { ChangeRequest, PlanView } from '../api/plan-api.ts';
import { parsePlan, rememberBusinessProfile, rememberWho, who } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { clearCoverage } from '../data-sheet/coverage.ts';
import { differenceLines } from '../history/history.ts';
import {
  changeable,
  checkMayChange,
  checkTakesChanges,
  planNamed,
} from '../plan-store/find-plan.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';
import { letChangedGo } from '../transactions/let-go.ts';
import { carryOut, recover } from '../transactions/pending-change.ts';
import { withoutCoverage } from '../transactions/prepare-data-range.ts';
import { rebuild } from '../transactions/rebuild-sheet.ts';
import { carryOverValues } from './carry-over-values.ts';
import { viewNow } from './open-plan.ts';

/**
 * Changes a plan. Values are written into their cells; what changes the sheet's rows or columns
 * builds it anew beside the one that stands.
 */
export function changePlan(request: ChangeRequest, context: Context): PlanView {
  const asked = parsePlan(fieldOf(request, 'plan'), context);
  const named = fieldOf(request, 'who');
  if (typeof named === 'string') rememberWho(named, context);
  const left = changeTo(asked, sinceOf(request, context), context);
  rememberBusinessProfile(asked, context);
  return { ...viewNow(asked.id, context), note: left };
}

/** What somebody had before them when they began to change a plan. */
export interface ChangedSince {
  readonly revision: unknown;
  /** The plan as they had read it; `null` where nobody says: then it is the one of that revision. */
  readonly base: Plan | null;
}

function sinceOf(request: unknown, context: Context): ChangedSince {
  const { language, catalogue, sources } = context;
  const checked = validatePlan(fieldOf(request, 'base'), language, catalogue, sources);
  const revision = fieldOf(request, 'revision');
  return { revision, base: 'plan' in checked ? checked.plan : null };
}

/**
 * Makes a plan what was asked for. What others changed since, in cells or elsewhere, stays; where both
 * changed the same to different values, nothing is written. Says what has no place on a sheet that
 * had to be built anew for it; '' for nothing.
 */
export function changeTo(asked: Plan, since: ChangedSince, context: Context): string {
  return exclusively(context, () => {
    recover(context);
    const standing = changeable(planNamed(asked.id, context), context);
    checkMayChange(standing.sheet, context);
    const read = standing.read();
    const same = (plan: Plan) => differences(read.plan, plan, context.sources).length === 0;
    if (same(carryOverFeeds(read.plan, asked))) return '';
    const { card } = standing;
    const base = since.base ?? (since.revision === card.revision ? card.plan : null);
    const merged = base && mergePlans(base, asked, read.plan);
    if (!merged || merged.conflicts.length > 0) {
      throw new Problem(context.say.changedMeanwhile({ name: card.plan.name }), 'revision');
    }
    const fitting = carryOverFeeds(read.plan, parsePlan(merged.plan, context));
    if (same(fitting)) return '';
    const { sources } = context;
    const passes = read.plan.accounts.some((each) => sources.of(each).keepDays !== undefined);
    const gone = passes && letChangedGo(read.plan, fitting, context);
    const now = gone ? changeable(planNamed(asked.id, context), context) : standing;
    return change(now, fitting, context);
  });
}

/** `plan` is what was asked for, with what the cells say where it was not asked to change. */
function change(standing: PlanSheet, plan: Plan, context: Context): string {
  const { card: metadata } = standing;
  const { say, spreadsheet } = context;
  const before = metadata.plan;
  if (JSON.stringify(before.quarter) !== JSON.stringify(plan.quarter)) {
    throw new Problem(say.otherQuarter({ name: before.name }), 'quarter');
  }
  const read = standing.read();
  const direct = differences(before, read.plan, context.sources);
  const { fields, cells, rebuild: anew } = standing.changesTo(plan);
  const revision = metadata.revision + 1;
  const state = { ...stateOf(metadata), revision };
  const lines = [
    ...differenceLines(direct, read.plan, revision, null, context).map((line) => ({
      ...line,
      key: `${line.key}.sheet`,
    })),
    ...differenceLines(fields, plan, revision, who(context) ?? say.someone, context),
  ];
  // What flowed in as something else says nothing of what flows in now.
  const changed = changedInputs(before, plan);
  if (anew) {
    const fitting = carryOverValues(read.plan, plan, read.typed, context);
    const typed = withoutCoverage(fitting, (input) => changed.includes(input));
    return rebuild(standing, { plan, typed, state, lines }, context).left;
  }
  checkTakesChanges(cells, read.blocks, context);
  if (changed.length > 0) clearCoverage(plan.id, changed, spreadsheet);
  const { id: key, name, language } = plan;
  const undo = {
    is: 'change' as const,
    plan: key,
    name,
    revision,
    cells,
    card: metadataFor(read.plan, state),
  };
  const text = metadataFor(plan, state);
  carryOut({ is: 'update', key, language, cells, card: text, lines, undo }, context);
  return '';
}
