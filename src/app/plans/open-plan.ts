import type { Standing } from '../../plan/model/status.ts';
import type { StandingBlock } from '../../sheet/layout/found-blocks.ts';
import { cut, hull } from '../../sheet/layout/found-blocks.ts';
import { type Difference, differences } from '../../sheet/plan/diff-plans.ts';
import { cardFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import type { PlanStanding, PlanView } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { differenceLines, noticedWords } from '../history/history.ts';
import { type Found, findPlans, planCard, planNamed } from '../plan-store/find-plans.ts';
import type { PlanSheet, ReadPlan } from '../plan-store/plan-sheet.ts';
import type { World } from '../ports/context.ts';
import { carryOut, recover } from '../transactions/pending-change.ts';

/** A plan as its sheet stands now; what somebody changed in the cells themselves goes to the log. */
export function openPlan(id: unknown, world: World): PlanView {
  const found = findPlans(world);
  const standing = planNamed(planId(id), found, world);
  const read = standing.read();
  const direct = differences(standing.card.plan, read.plan, world.sources);
  if (direct.length === 0 || standing.state !== 'open') return viewOf(standing, read, [], world);
  const words = noticedWords(direct, read.plan, world);
  const noted = noteDirectEdits(standing.id, world);
  return noted
    ? viewOf(noted.standing, noted.read, words, world)
    : viewOf(standing, read, words, world);
}

/** The plan as it was read after a change of ours. */
export function viewNow(id: string, world: World, found: Found = findPlans(world)): PlanView {
  const standing = planNamed(id, found, world);
  return viewOf(standing, standing.read(), [], world);
}

/** Somebody who may not write, or who comes while another writes, is told all the same. */
function noteDirectEdits(id: string, world: World): { standing: PlanSheet; read: ReadPlan } | null {
  try {
    return exclusively(world, () => {
      recover(world);
      const before = planNamed(id, findPlans(world), world);
      if (!before.sheet || !world.book.mayChange(before.sheet.id)) return null;
      const read = before.read();
      noteDifferences(before, read, differences(before.card.plan, read.plan, world.sources), world);
      return { standing: planNamed(id, findPlans(world), world), read };
    });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function noteDifferences(
  standing: PlanSheet,
  { plan }: ReadPlan,
  direct: readonly Difference[],
  world: World,
): void {
  if (direct.length === 0) return;
  const { id: key, card: known } = standing;
  const revision = known.revision + 1;
  const card = cardFor(plan, { ...stateOf(known), revision });
  const lines = differenceLines(direct, plan, revision, null, world);
  const { language } = plan;
  carryOut({ is: 'update', key, language, cells: [], card, lines, undo: null }, world);
}

function viewOf(
  standing: PlanSheet,
  { plan, problems, blocks }: ReadPlan,
  noticed: readonly string[],
  world: World,
): PlanView {
  const { card } = standing;
  return {
    plan,
    revision: card.revision,
    card: planCard(standing, world, plan),
    standings: standings(
      plan.kpis.map(({ kpi }) => kpi),
      blocks,
      world,
    ),
    native: card.native,
    noticed: [...noticed, ...problems],
  };
}

const signs: readonly (readonly [string, Standing['status']])[] = [
  ['●', 'good'],
  ['▲', 'watch'],
  ['■', 'bad'],
];

/** Where each KPI stands, as the scorecard shows it. */
function standings(
  kpis: readonly string[],
  blocks: readonly StandingBlock[],
  { book }: World,
): PlanStanding[] {
  const score = blocks.find(({ block }) => block === 'score');
  if (!score) return [];
  const around = hull([score.area]);
  const shown = cut(book.shown(score.sheet, around), around, score.area);
  return kpis.map((kpi) => {
    const line = shown[score.rowKeys.indexOf(kpi)] ?? [];
    const cell = (key: string) => line[score.columnKeys.indexOf(key)] ?? '';
    const words = cell('status');
    const status = signs.find(([sign]) => words.startsWith(sign))?.[1] ?? 'none';
    return {
      kpi,
      words,
      status,
      target: cell('target'),
      actual: cell('actual'),
      attainment: cell('attainment'),
      expected: cell('expected'),
    };
  });
}
