import { sheetWords } from '../../messages/sheet.ts';
import { statusLightOf } from '../../plan/model/status.ts';
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
import { type FoundPlans, findPlans, planCard, planNamed } from '../plan-store/find-plans.ts';
import type { PlanSheet, ReadPlan } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';
import { carryOut, recover } from '../transactions/pending-change.ts';

/**
 * A plan as its sheet stands now. What somebody changed in the cells themselves goes to the log; a day
 * in the place of a number becomes the text it reads as, which no formula counts.
 */
export function openPlan(id: unknown, context: Context): PlanView {
  const found = findPlans(context);
  const standing = planNamed(planId(id), found, context);
  const read = standing.read();
  const direct = differences(standing.card.plan, read.plan, context.sources);
  const misread = standing.state === 'open' ? standing.misread() : [];
  if ((direct.length === 0 && misread.length === 0) || standing.state !== 'open') {
    return viewOf(standing, read, [], context);
  }
  const words = [
    ...noticedWords(direct, read.plan, context),
    ...doubtSentences(misread, sheetWords(read.plan.language)),
  ];
  const noted = noteDirectEdits(standing.id, context);
  return noted
    ? viewOf(noted.planSheet, noted.read, words, context)
    : viewOf(standing, read, words, context);
}

/** The plan as it was read after a change of ours. */
export function viewNow(
  id: string,
  context: Context,
  found: FoundPlans = findPlans(context),
): PlanView {
  const standing = planNamed(id, found, context);
  return viewOf(standing, standing.read(), [], context);
}

/** Somebody who may not write, or who comes while another writes, is told all the same. */
function noteDirectEdits(
  id: string,
  context: Context,
): { planSheet: PlanSheet; read: ReadPlan } | null {
  try {
    return exclusively(context, () => {
      recover(context);
      const before = planNamed(id, findPlans(context), context);
      if (!before.sheet || !context.spreadsheet.mayChange(before.sheet.id)) return null;
      const read = before.read();
      noteDifferences(
        before,
        read,
        differences(before.card.plan, read.plan, context.sources),
        context,
      );
      return { planSheet: planNamed(id, findPlans(context), context), read };
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
  return {
    plan,
    revision: metadata.revision,
    card: planCard(standing, context, plan),
    ...scoreTexts(
      plan.kpis.map(({ kpi }) => kpi),
      blocks,
      context,
    ),
    native: metadata.native,
    noticed: [...noticed, ...problems],
  };
}

/** Where each KPI stands, as the scorecard shows it and its hidden code says. */
function scoreTexts(
  kpis: readonly string[],
  blocks: readonly SheetBlock[],
  { spreadsheet }: Context,
): Pick<PlanView, 'statuses' | 'thresholds'> {
  const score = blocks.find(({ block }) => block === 'score');
  if (!score) return { statuses: [], thresholds: '' };
  const around = hull([score.area]);
  const shown = cut(spreadsheet.shown(score.sheet, around), around, score.area);
  const lookup = cellLookup(blocks);
  const cellOf = (row: string, column: string) =>
    shown[score.rowKeys.indexOf(row)]?.[score.columnKeys.indexOf(column)] ?? '';
  const statuses = kpis.map((kpi): KpiStatusText => {
    const cell = (column: string) => cellOf(kpi, column);
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
  const thresholds = thresholdRows.map((row) => cellOf(row, thresholdColumn)).find(Boolean) ?? '';
  return { statuses, thresholds };
}
