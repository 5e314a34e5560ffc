import type { Standing } from '../../plan/model/status.ts';
import { type Difference, differences } from '../../sheet/plan/diff-plans.ts';
import { planId } from '../api/parse-request.ts';
import type { PlanStanding, PlanView } from '../api/plan-api.ts';
import { Problem } from '../api/user-error.ts';
import { differenceLines, noticedWords } from '../history/log-entries.ts';
import {
  type Found,
  findPlans,
  planCard,
  planNamed,
  type StandingPlan,
} from '../plan-store/find-plans.ts';
import { exclusively } from '../plan-store/preconditions.ts';
import type { StandingBlock } from '../plan-store/read-blocks.ts';
import { cut, hull } from '../plan-store/read-blocks.ts';
import { cardFor, type ReadPlan, readStanding, stateOf } from '../plan-store/read-plan-sheet.ts';
import type { World } from '../ports/context.ts';
import { carryOut } from '../transactions/apply-change.ts';
import { keepJournal } from '../transactions/pending-change.ts';
import { recover } from '../transactions/recover.ts';

/** A plan as its sheet stands now; what somebody changed in the cells themselves goes to the log. */
export function openPlan(id: unknown, world: World): PlanView {
  const found = findPlans(world);
  const standing = planNamed(planId(id), found, world);
  const read = readStanding(standing, world);
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
  return viewOf(standing, readStanding(standing, world), [], world);
}

/** Somebody who may not write, or who comes while another writes, is told all the same. */
function noteDirectEdits(
  id: string,
  world: World,
): { standing: StandingPlan; read: ReadPlan } | null {
  try {
    return exclusively(world, () => {
      recover(world);
      const before = planNamed(id, findPlans(world), world);
      if (!before.sheet || !world.book.mayChange(before.sheet.id)) return null;
      const read = readStanding(before, world);
      noteDifferences(before, read, differences(before.card.plan, read.plan, world.sources), world);
      return { standing: planNamed(id, findPlans(world), world), read };
    });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function noteDifferences(
  { card, id }: StandingPlan,
  { plan }: ReadPlan,
  direct: readonly Difference[],
  world: World,
): void {
  if (direct.length === 0) return;
  const revision = card.revision + 1;
  const journal = {
    key: id,
    language: plan.language,
    stand: null,
    cells: [],
    native: null,
    freeze: null,
    undo: null,
    card: cardFor(plan, { ...stateOf(card), revision }),
    lines: differenceLines(direct, plan, revision, null, world),
  };
  keepJournal(journal, world.book);
  carryOut(journal, world);
}

function viewOf(
  standing: StandingPlan,
  { plan, problems, blocks }: ReadPlan,
  noticed: readonly string[],
  world: World,
): PlanView {
  const { card } = standing;
  return {
    plan,
    revision: card.revision,
    card: planCard({ ...standing, card: { ...card, plan } }, world),
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
