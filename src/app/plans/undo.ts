import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import { changedInputs } from '../../plan/model/changed-inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { CellChange } from '../../sheet/plan/cell-changes.ts';
import { parseMetadata } from '../../sheet/plan/metadata-block.ts';
import { metadataFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import type { PlanStart } from '../api/plan-api.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { checkpointNote, newCheckpoint, saveCheckpoint } from '../data-sheet/checkpoint.ts';
import { clearCoverage } from '../data-sheet/coverage.ts';
import { dropDataBlock } from '../data-sheet/data-range.ts';
import { readsDays } from '../data-sheet/days-block.ts';
import {
  deedLine,
  dropUndo,
  log,
  type UndoFacts,
  undoFacts,
  undoWords,
} from '../history/history.ts';
import { dropLongNote, keepLongNote } from '../plan-store/chunked-property.ts';
import { changingAreas, contentHash } from '../plan-store/content-hash.ts';
import { checkMayChange, checkTakesChanges, findPlan, planNote } from '../plan-store/find-plan.ts';
import { type FoundPlans, findPlans } from '../plan-store/find-plans.ts';
import { forgetKept } from '../plan-store/kept-sheets.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import { freeTitle } from '../plan-store/sheet-title.ts';
import { dropNames, giveNamesBack, sheetBefore } from '../plan-store/staged-sheet.ts';
import type { Context } from '../ports/context.ts';
import { reopenPlan } from '../transactions/freeze-plan.ts';
import { recover } from '../transactions/pending-change.ts';
import { planStart } from './list-plans.ts';

type Facts<Is extends UndoFacts['is']> = Extract<UndoFacts, { is: Is }>;

/** Takes back the last build, change or roll-over. What people have typed since is never lost. */
export function undo(context: Context): { readonly done: string; readonly start: PlanStart } {
  const { spreadsheet, say } = context;
  const done = exclusively(context, () => {
    recover(context);
    const facts = undoFacts(spreadsheet.notes());
    if (!facts) throw new Problem(say.nothingToUndo);
    const found = findPlans(context);
    const plan = found.plans.find(({ id }) => id === facts.plan);
    if (plan?.sheet) checkMayChange(plan.sheet, context);
    const message = takeBack(facts, plan, found, context);
    if (plan) {
      const before = undoWords(facts, planAnswersWords(plan.card.plan.language));
      const line = deedLine('undone', plan.card.plan, plan.card.revision, { before }, context);
      log([line], buildShared('log', plan.card.plan.language, spreadsheet), spreadsheet);
    }
    dropUndo(spreadsheet);
    return message;
  });
  return { done, start: planStart(context) };
}

function takeBack(
  facts: UndoFacts,
  plan: PlanSheet | undefined,
  found: FoundPlans,
  context: Context,
): string {
  if (facts.is === 'build') return undoBuild(facts, plan, context);
  if (facts.is === 'swap') return undoSwap(facts, found, context);
  if (facts.is === 'close') {
    reopenPlan(facts.plan, context);
    return context.say.undidClose({ name: facts.name });
  }
  return undoChange(facts, plan, context);
}

function undoBuild(facts: Facts<'build'>, plan: PlanSheet | undefined, context: Context): string {
  const { spreadsheet, say } = context;
  const { name, closed, sheet, print } = facts;
  if (closed !== null) reopenPlan(closed, context);
  dropLongNote(planNote(facts.plan), spreadsheet);
  const kept = stepDown(sheet, print, plan, () => dropNames(facts.plan, spreadsheet), context);
  // A sheet that stays goes on showing what flowed in; nothing new does.
  if (kept === null) dropDataBlock(facts.plan, spreadsheet);
  else spreadsheet.keepNote(checkpointNote(facts.plan), null);
  return kept === null ? say.undidBuild({ name }) : say.undidBuildKept({ name, title: kept });
}

function undoSwap(facts: Facts<'swap'>, found: FoundPlans, context: Context): string {
  const { spreadsheet, say } = context;
  const { plan: id, name, sheet, print } = facts;
  const old = sheetBefore(id, spreadsheet);
  const now = found.plans.find((each) => each.id === id);
  // Cut off after the names went back: what is left to do is told by where they point.
  const back = old ?? (now?.sheet && now.sheet.id !== sheet ? now.sheet.id : null);
  if (back === null) throw new Problem(say.undoTooLate({ name }));
  const title = spreadsheet.sheet(sheet)?.name;
  const before = now && now.sheet?.id === sheet ? now : undefined;
  if (spreadsheet.sheet(back)) spreadsheet.showSheet(back);
  const giveBack = () => old !== null && giveNamesBack(id, spreadsheet);
  const kept = stepDown(sheet, print, before, giveBack, context);
  forgetKept(back, spreadsheet);
  if (title !== undefined)
    spreadsheet.renameSheet(back, freeTitle(title, spreadsheet.sheets(), back));
  const again = findPlan(id, context);
  if (again)
    keepLongNote(planNote(id), metadataFor(again.card.plan, stateOf(again.card)), spreadsheet);
  if (again && now) {
    const changed = changedInputs(now.card.plan, again.card.plan);
    // What has been fetched since came from elsewhere, or is something else, or stands elsewhere.
    const other = readsDays(again.card.layout) !== readsDays(now.card.layout);
    const fed = again.card.plan.feeds.map(({ input }) => input);
    const unknown = other ? [...new Set([...changed, ...fed])] : changed;
    if (unknown.length > 0) clearCoverage(id, unknown, spreadsheet);
    if (other && fed.length > 0) saveCheckpoint(id, newCheckpoint, spreadsheet);
  }
  return kept === null ? say.undidSwap({ name }) : say.undidSwapKept({ name, title: kept });
}

/**
 * Takes a sheet out of use: deleted where nobody has touched it since it was built, else kept,
 * hidden, under another name. Says which, or `null` where it is gone.
 */
function stepDown(
  sheet: number,
  hash: string,
  plan: PlanSheet | undefined,
  letGo: () => void,
  { spreadsheet, say }: Context,
): string | null {
  const stands = spreadsheet.sheet(sheet);
  if (!stands) {
    letGo();
    return null;
  }
  const changing = changingAreas((block) => plan?.areas.get(block));
  const untouched = plan !== undefined && contentHash(sheet, changing, spreadsheet) === hash;
  const alone = !spreadsheet.sheets().some(({ id, hidden }) => id !== sheet && !hidden);
  letGo();
  if (untouched && !alone) {
    spreadsheet.deleteSheet(sheet);
    return null;
  }
  const title = freeTitle(say.undone({ title: stands.name }), spreadsheet.sheets(), sheet);
  spreadsheet.renameSheet(sheet, title);
  if (!alone) spreadsheet.hideSheet(sheet);
  return title;
}

function undoChange(facts: Facts<'change'>, plan: PlanSheet | undefined, context: Context): string {
  const { spreadsheet, say } = context;
  const { name, cells, card: text, revision } = facts;
  const metadata = parseMetadata(text, context.sources);
  if (!plan || !metadata || plan.state !== 'open' || plan.card.revision < revision) {
    throw new Problem(say.undoTooLate({ name }));
  }
  const back = cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before }));
  checkTakesChanges(back, plan.read().blocks, context);
  // What has been fetched since was read in another way.
  const changed = changedInputs(plan.card.plan, metadata.plan);
  if (changed.length > 0 && plan.card.revision === revision)
    clearCoverage(plan.id, changed, spreadsheet);
  const stayed = plan.update(back);
  spreadsheet.settle();
  const state = { ...stateOf(plan.card), revision: plan.card.revision + 1 };
  const now =
    plan.card.revision === revision
      ? metadata.plan
      : withCells(plan.card.plan, plan, cells, context);
  plan.writeCard(metadataFor(now, state));
  spreadsheet.settle();
  keepLongNote(planNote(plan.id), metadataFor(now, state), spreadsheet);
  return stayed === 0 ? say.undidChange({ name }) : say.undidChangePartly({ name, count: stayed });
}

/** A plan that was changed since: only what has just been put back is as its cells say. */
function withCells(
  known: Plan,
  standing: PlanSheet,
  cells: readonly CellChange[],
  _world: Context,
): Plan {
  const { plan: read } = standing.read();
  const kpis = known.kpis.map((each) => {
    const is = read.kpis.find(({ kpi }) => kpi === each.kpi);
    const fields = cells.filter(({ row }) => row === each.kpi).map(({ column }) => column);
    const back = Object.entries(is ?? {}).filter(([field]) => fields.includes(field));
    return { ...each, ...Object.fromEntries(back) };
  });
  return { ...known, kpis };
}
