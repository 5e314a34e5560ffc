import { carryOverFeeds, changedInputs } from '../../plan/model/changed-inputs.ts';
import type { Plan, PlannedKpi } from '../../plan/model/plan.ts';
import { differences } from '../../sheet/plan/diff-plans.ts';
import { metadataFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import type { ChangeRequest, PlanView } from '../api/plan-api.ts';
import {
  parsePlan,
  rememberBusinessProfile,
  rememberWho,
  requestField,
  who,
} from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { clearCoverage } from '../data-sheet/coverage.ts';
import { differenceLines } from '../history/history.ts';
import {
  changeable,
  checkMayChange,
  checkTakesChanges,
  findPlans,
  planNamed,
} from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';
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
  const asked = parsePlan(requestField(request, 'plan'), context);
  const named = requestField(request, 'who');
  if (typeof named === 'string') rememberWho(named, context);
  changeTo(asked, requestField(request, 'revision'), context);
  rememberBusinessProfile(asked, context);
  return viewNow(asked.id, context);
}

/** Makes a plan what was asked for, unless somebody changed it since it was `revision`. */
export function changeTo(asked: Plan, revision: unknown, context: Context): void {
  exclusively(context, () => {
    recover(context);
    const standing = changeable(planNamed(asked.id, findPlans(context), context), context);
    checkMayChange(standing.sheet, context);
    const read = standing.read();
    const fitting = carryOverFeeds(read.plan, asked);
    if (differences(read.plan, fitting, context.sources).length === 0) return;
    if (revision !== standing.card.revision) {
      throw new Problem(context.say.changedMeanwhile(standing.card.plan.name));
    }
    change(standing, fitting, context);
  });
}

function change(standing: PlanSheet, asked: Plan, context: Context): void {
  const { card: metadata } = standing;
  const { say, spreadsheet } = context;
  const before = metadata.plan;
  if (JSON.stringify(before.quarter) !== JSON.stringify(asked.quarter)) {
    throw new Problem(say.otherQuarter(before.name), 'quarter');
  }
  // What somebody typed into the cells since is not overwritten by what the panel had read before.
  const read = standing.read();
  const direct = differences(before, read.plan, context.sources);
  const plan = merged(before, read.plan, asked);
  if (!plan) throw new Problem(say.changedMeanwhile(before.name));
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
    rebuild(standing, { plan, typed, state, lines }, context);
    return;
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
}

/**
 * What was asked for, with what the cells say where it was not asked to change; `null` where both
 * changed the same to different values.
 */
function merged(before: Plan, cells: Plan, asked: Plan): Plan | null {
  let clash = false;
  const either = <T>(was: T, is: T, wanted: T): T => {
    const text = [was, is, wanted].map((value) => JSON.stringify(value));
    if (text[0] === text[2]) return is;
    if (text[0] !== text[1] && text[1] !== text[2]) clash = true;
    return wanted;
  };
  const kpis = asked.kpis.map((wanted) => {
    const was = before.kpis.find(({ kpi }) => kpi === wanted.kpi);
    const is = cells.kpis.find(({ kpi }) => kpi === wanted.kpi);
    if (!was || !is) return wanted;
    const fields = Object.keys(wanted) as (keyof PlannedKpi)[];
    const chosen = fields.map((field) => [field, either(was[field], is[field], wanted[field])]);
    return { ...wanted, ...Object.fromEntries(chosen) };
  });
  const margin = either(
    before.circumstances.margin,
    cells.circumstances.margin,
    asked.circumstances.margin,
  );
  const plan = { ...asked, kpis, circumstances: { ...asked.circumstances, margin } };
  return clash ? null : plan;
}
