import { sheetWords } from '../../messages/sheet.ts';
import { statusLightOf } from '../../plan/model/status.ts';
import { columnLetters } from '../../sheet/layout/cell-addresses.ts';
import {
  isOf,
  isUnanswered,
  meaningOf,
  type UnansweredCell,
  unansweredCells,
} from '../../sheet/layout/computed-value.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import { cut, hull } from '../../sheet/layout/found-blocks.ts';
import { cellLookup } from '../../sheet/layout/read-cells.ts';
import { type Difference, differences } from '../../sheet/plan/diff-plans.ts';
import { metadataFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import { thresholdColumn, thresholdRows } from '../../sheet/plan/scorecard-block.ts';
import { doubtSentences } from '../../sheet/plan/typed-doubts.ts';
import type { KpiStatusText, PlanView } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { differenceLines, noticedWords } from '../history/history.ts';
import { listedPlan, planCard, planNamed } from '../plan-store/find-plan.ts';
import { markDamage } from '../plan-store/mark-damage.ts';
import { noteStatuses } from '../plan-store/overview.ts';
import type { PlanSheet, ReadPlan } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';
import { carryOut, recover } from '../transactions/pending-change.ts';

/**
 * A plan as its sheet stands now. What somebody changed in the cells themselves goes to the log; a day
 * in the place of a number becomes the text it reads as, which no formula counts.
 */
export function openPlan(id: unknown, context: Context): PlanView {
  const standing = planNamed(planId(id), context);
  const view = viewAsFound(standing, context, 'look');
  if (view.noticed.length === 0 && standing.damageMarks().length === 0) return view;
  const noted = noteDirectEdits(standing.id, context);
  return noted ? viewOf(noted.planSheet, noted.read, view.noticed, context) : view;
}

/**
 * A plan as its sheet stands now, with what somebody changed in the cells themselves. Reads only, and
 * waits for what the spreadsheet is still computing where somebody looks.
 */
export function viewAsFound(standing: PlanSheet, context: Context, whose?: 'look'): PlanView {
  const read = whose ? standing.answered(whose) : standing.read();
  if (standing.state !== 'open') return viewOf(standing, read, [], context);
  const direct = differences(standing.card.plan, read.plan, context.sources);
  const noticed = [
    ...noticedWords(direct, read.plan, context),
    ...doubtSentences(standing.misread(), sheetWords(read.plan.language)),
  ];
  return viewOf(standing, read, noticed, context);
}

/** The plan as it was read after a change of ours. */
export function viewNow(id: string, context: Context): PlanView {
  const standing = planNamed(id, context);
  return viewOf(standing, standing.answered('look'), [], context);
}

/** Somebody who may not write, or who comes while another writes, is told all the same. */
function noteDirectEdits(
  id: string,
  context: Context,
): { planSheet: PlanSheet; read: ReadPlan } | null {
  try {
    return exclusively(context, () => {
      recover(context);
      const before = planNamed(id, context);
      if (!before.sheet || !context.spreadsheet.mayChange(before.sheet.id)) return null;
      markDamage(before, context);
      const read = before.read();
      noteDifferences(
        before,
        read,
        differences(before.card.plan, read.plan, context.sources),
        context,
      );
      return { planSheet: planNamed(id, context), read };
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
  context: Context,
): void {
  const cells = standing.misread().flatMap(({ asText }) => asText ?? []);
  if (direct.length === 0 && cells.length === 0) return;
  const { id: key, card: known } = standing;
  const revision = known.revision + 1;
  const card = direct.length > 0 ? metadataFor(plan, { ...stateOf(known), revision }) : '';
  const lines = differenceLines(direct, plan, revision, null, context);
  const { language } = plan;
  carryOut({ is: 'update', key, language, cells, card, lines, undo: null }, context);
}

function viewOf(
  standing: PlanSheet,
  { plan, problems, blocks }: ReadPlan,
  noticed: readonly string[],
  context: Context,
): PlanView {
  const { card: metadata } = standing;
  const damage = standing.check();
  const { statuses, thresholds } = scoreTexts(
    plan.kpis.map(({ kpi }) => kpi),
    blocks,
    context,
  );
  const shown = statuses.map(
    (each): KpiStatusText =>
      damage?.kpis.includes(each.kpi)
        ? { ...each, status: 'none', words: sheetWords(plan.language).damaged }
        : each,
  );
  const lights = shown.map(({ status }) => status);
  noteStatuses(standing.id, lights, context);
  return {
    plan,
    revision: metadata.revision,
    card: planCard(listedPlan(standing, lights, plan), context.say),
    damage: damage?.sentence ?? '',
    thresholds,
    statuses: shown,
    native: metadata.native,
    note: '',
    noticed,
    problems: [...problems, ...unansweredWords(unansweredCells(blocks), context)],
  };
}

/** The blocks that a KPI's standing is computed in. */
const judging: readonly SheetBlock['block'][] = ['score', 'calc'];

/** What to do about cells that show no value, in one sentence; none where all show theirs. */
function unansweredWords(cells: readonly UnansweredCell[], { say }: Context): readonly string[] {
  const pending = cells.some(({ shows }) => meaningOf(shows) === 'pending');
  if (pending) return [say.viewComputing];
  if (cells.some(({ shows }) => shows === '#NAME?')) return [say.viewNotEnabled];
  const [first] = cells;
  return first
    ? [
        say.viewNoAnswer({
          place: `${columnLetters(first.column)}${first.row}`,
          shows: first.shows,
        }),
      ]
    : [];
}

/**
 * Where each KPI stands, as the scorecard shows it and its hidden code says; one of which a cell has
 * no value stands nowhere.
 */
function scoreTexts(
  kpis: readonly string[],
  blocks: readonly SheetBlock[],
  { spreadsheet, say }: Context,
): Pick<PlanView, 'statuses' | 'thresholds'> {
  const score = blocks.find(({ block }) => block === 'score');
  if (!score) return { statuses: [], thresholds: '' };
  const around = hull([score.area]);
  const shown = cut(spreadsheet.shown(score.sheet, around), around, score.area);
  const lookup = cellLookup(blocks);
  const cellOf = (row: string, column: string) =>
    shown[score.rowKeys.indexOf(row)]?.[score.columnKeys.indexOf(column)] ?? '';
  const unanswered = unansweredCells(blocks.filter(({ block }) => judging.includes(block)));
  const statuses = kpis.map((kpi): KpiStatusText => {
    const cell = (column: string) => {
      const text = cellOf(kpi, column);
      return isUnanswered(text) ? '' : text;
    };
    const waits = unanswered.find((each) => isOf(kpi, each));
    if (waits) {
      const pending = meaningOf(waits.shows) === 'pending';
      return {
        kpi,
        words: pending ? say.statusComputing : say.statusNoAnswer({ shows: waits.shows }),
        status: 'none',
        target: cell('target'),
        actual: '',
        attainment: '',
        expected: cell('expected'),
      };
    }
    return {
      kpi,
      words: cell('status'),
      status: statusLightOf(lookup('calc', kpi, 'code')),
      target: cell('target'),
      actual: cell('actual'),
      attainment: cell('attainment'),
      expected: cell('expected'),
    };
  });
  const thresholds = thresholdRows
    .map((row) => cellOf(row, thresholdColumn))
    .filter(Boolean)
    .join(' · ');
  return { statuses, thresholds };
}
