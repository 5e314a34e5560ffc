import type { Plan, PlannedKpi } from '../../plan/model/plan.ts';
import { type Difference, differences } from '../../sheet/plan/diff-plans.ts';
import { marginAt } from '../../sheet/plan/input-block.ts';
import { checkedPlan, fieldOf } from '../api/parse-request.ts';
import type { ChangeRequest, PlanView } from '../api/plan-api.ts';
import { rememberCircumstances, rememberWho, who } from '../api/preferences.ts';
import { Problem } from '../api/user-error.ts';
import { clearCoverage } from '../data-sheet/coverage.ts';
import { differenceLines } from '../history/log-entries.ts';
import { changeable, findPlans, planNamed, type StandingPlan } from '../plan-store/find-plans.ts';
import { checkMayChange, exclusively } from '../plan-store/preconditions.ts';
import type { StandingBlock } from '../plan-store/read-blocks.ts';
import { cardFor, type ReadPlan, readStanding, stateOf } from '../plan-store/read-plan-sheet.ts';
import { cellOf, findable } from '../plan-store/update-cells.ts';
import type { World } from '../ports/context.ts';
import { carryOut } from '../transactions/apply-change.ts';
import { type CellChange, keepJournal } from '../transactions/pending-change.ts';
import { changedInputs, withoutCoverage } from '../transactions/prepare-data-range.ts';
import { rebuild } from '../transactions/rebuild-sheet.ts';
import { recover } from '../transactions/recover.ts';
import { fittingFeeds, stillFitting } from './carry-over-values.ts';
import { otherRows, saidChanges } from './label-changes.ts';
import { viewNow } from './open-plan.ts';

/**
 * Changes a plan. Values are written into their cells; what changes the sheet's rows or columns
 * builds it anew beside the one that stands.
 */
export function changePlan(request: ChangeRequest, world: World): PlanView {
  const asked = checkedPlan(fieldOf(request, 'plan'), world);
  const named = fieldOf(request, 'who');
  if (typeof named === 'string') rememberWho(named, world);
  changeTo(asked, fieldOf(request, 'revision'), world);
  rememberCircumstances(asked, world);
  return viewNow(asked.id, world);
}

/** Makes a plan what was asked for, unless somebody changed it since it was `revision`. */
export function changeTo(asked: Plan, revision: unknown, world: World): void {
  exclusively(world, () => {
    recover(world);
    const standing = changeable(planNamed(asked.id, findPlans(world), world), world);
    checkMayChange(standing.sheet, world);
    const read = readStanding(standing, world);
    const fitting = fittingFeeds(read.plan, asked);
    if (differences(read.plan, fitting, world.sources).length === 0) return;
    if (revision !== standing.card.revision) {
      throw new Problem(world.say.changedMeanwhile(standing.card.plan.name));
    }
    change(standing, read, fitting, world);
  });
}

function change(standing: StandingPlan, read: ReadPlan, asked: Plan, world: World): void {
  const { card } = standing;
  const { say, book } = world;
  const before = card.plan;
  if (JSON.stringify(before.quarter) !== JSON.stringify(asked.quarter)) {
    throw new Problem(say.otherQuarter(before.name), 'quarter');
  }
  // What somebody typed into the cells since is not overwritten by what the panel had read before.
  const direct = differences(before, read.plan, world.sources);
  const plan = merged(before, read.plan, asked);
  if (!plan) throw new Problem(say.changedMeanwhile(before.name));
  const wanted = differences(read.plan, plan, world.sources);
  const revision = card.revision + 1;
  const state = { ...stateOf(card), revision };
  const lines = [
    ...differenceLines(direct, read.plan, revision, null, world).map((line) => ({
      ...line,
      key: `${line.key}.sheet`,
    })),
    ...differenceLines(wanted, plan, revision, who(world) ?? say.someone, world),
  ];
  const cells = [
    ...wanted.flatMap((each) => changeOf(each, read.blocks)),
    ...saidChanges(read, plan, state, world).filter(({ row }) => row !== marginAt.row),
  ];
  const other = wanted.some((each) => each.rebuild) || otherRows(read, plan, state, world);
  // What flowed in as something else says nothing of what flows in now.
  const changed = changedInputs(before, plan);
  if (other || !findable(read.blocks, cells)) {
    const fitting = stillFitting(read.plan, plan, read.typed, world);
    const typed = withoutCoverage(fitting, (input) => changed.includes(input));
    rebuild(standing, { plan, typed, state, lines }, world);
    return;
  }
  if (changed.length > 0) clearCoverage(plan.id, changed, book);
  const journal = {
    key: plan.id,
    language: plan.language,
    stand: null,
    native: null,
    freeze: null,
    cells,
    lines,
    card: cardFor(plan, state),
    undo: {
      is: 'change' as const,
      plan: plan.id,
      name: plan.name,
      revision,
      cells,
      card: cardFor(read.plan, state),
    },
  };
  keepJournal(journal, book);
  carryOut(journal, world);
}

/** What a cell holds before is what stands in it, which may be a text where a number belongs. */
function changeOf({ cell, after }: Difference, blocks: readonly StandingBlock[]): CellChange[] {
  if (!cell) return [];
  const holds = cellOf(blocks, cell);
  return [{ ...cell, before: typeof holds === 'number' ? holds : String(holds) || null, after }];
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
