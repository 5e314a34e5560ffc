import { planAnswers } from '../../messages/plan-answers.ts';
import { changedInputs } from '../../plan/model/changed-inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { CellChange } from '../../sheet/plan/cell-changes.ts';
import { readCard } from '../../sheet/plan/metadata-block.ts';
import { cardFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import type { PlanStart } from '../api/plan-api.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { feedNote } from '../data-sheet/checkpoint.ts';
import { clearCoverage } from '../data-sheet/coverage.ts';
import { dropDataBlock } from '../data-sheet/data-range.ts';
import {
  deedLine,
  dropUndo,
  log,
  type UndoFacts,
  undoFacts,
  undoWords,
} from '../history/history.ts';
import { dropLongNote, keepLongNote } from '../plan-store/chunked-property.ts';
import { changingBlocks, fingerprint } from '../plan-store/content-hash.ts';
import { checkMayChange, type Found, findPlans, planNote } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import { freeTitle } from '../plan-store/sheet-title.ts';
import { dropNames, giveNamesBack, sheetBefore } from '../plan-store/staged-sheet.ts';
import type { World } from '../ports/context.ts';
import { reopenPlan } from '../transactions/freeze-plan.ts';
import { recover } from '../transactions/pending-change.ts';
import { sheetOf } from '../transactions/publish-sheet.ts';
import { planStart } from './list-plans.ts';

type Facts<Is extends UndoFacts['is']> = Extract<UndoFacts, { is: Is }>;

/** Takes back the last build, change or roll-over. What people have typed since is never lost. */
export function undo(world: World): { readonly done: string; readonly start: PlanStart } {
  const { book, say } = world;
  const done = exclusively(world, () => {
    recover(world);
    const facts = undoFacts(book.notes());
    if (!facts) throw new Problem(say.nothingToUndo);
    const found = findPlans(world);
    const plan = found.plans.find(({ id }) => id === facts.plan);
    if (plan?.sheet) checkMayChange(plan.sheet, world);
    const said = takeBack(facts, plan, found, world);
    if (plan) {
      const before = undoWords(facts, planAnswers(plan.card.plan.language));
      const line = deedLine('undone', plan.card.plan, plan.card.revision, { before }, world);
      log([line], buildShared(plan.card.plan.language, book).log, book);
    }
    dropUndo(book);
    return said;
  });
  return { done, start: planStart(world) };
}

function takeBack(
  facts: UndoFacts,
  plan: PlanSheet | undefined,
  found: Found,
  world: World,
): string {
  if (facts.is === 'build') return undoBuild(facts, plan, world);
  if (facts.is === 'swap') return undoSwap(facts, found, world);
  if (facts.is === 'close') {
    reopenPlan(facts.plan, world);
    return world.say.undidClose(facts.name);
  }
  return undoChange(facts, plan, world);
}

function undoBuild(facts: Facts<'build'>, plan: PlanSheet | undefined, world: World): string {
  const { book, say } = world;
  const { name, closed, sheet, print } = facts;
  if (closed !== null) reopenPlan(closed, world);
  dropLongNote(planNote(facts.plan), book);
  const kept = stepDown(sheet, print, plan, () => dropNames(facts.plan, book), world);
  // A sheet that stays goes on showing what flowed in; nothing new does.
  if (kept === null) dropDataBlock(facts.plan, book);
  else book.keepNote(feedNote(facts.plan), null);
  return kept === null ? say.undidBuild(name) : say.undidBuildKept(name, kept);
}

function undoSwap(facts: Facts<'swap'>, found: Found, world: World): string {
  const { book, say } = world;
  const { plan: id, name, sheet, print } = facts;
  const old = sheetBefore(id, found.names);
  const now = found.plans.find((each) => each.id === id);
  // Cut off after the names went back: what is left to do is told by where they point.
  const back = old ?? (now?.sheet && now.sheet.id !== sheet ? now.sheet.id : null);
  if (back === null) throw new Problem(say.undoTooLate(name));
  const title = sheetOf(sheet, book)?.name;
  const before = now && now.sheet?.id === sheet ? now : undefined;
  if (sheetOf(back, book)) book.showSheet(back);
  stepDown(sheet, print, before, () => old !== null && giveNamesBack(id, book), world);
  if (title !== undefined) book.renameSheet(back, freeTitle(title, book.sheets(), back));
  const again = findPlans(world).plans.find((each) => each.id === id);
  if (again) keepLongNote(planNote(id), cardFor(again.card.plan, stateOf(again.card)), book);
  if (again && now) {
    const changed = changedInputs(now.card.plan, again.card.plan);
    // What has been fetched since came from elsewhere, or is something else.
    if (changed.length > 0) clearCoverage(id, changed, book);
  }
  return say.undidSwap(name);
}

/**
 * Takes a sheet out of use: deleted where nobody has touched it since it was built, else kept,
 * hidden, under another name. Says which, or `null` where it is gone.
 */
function stepDown(
  sheet: number,
  print: string,
  plan: PlanSheet | undefined,
  letGo: () => void,
  { book, say }: World,
): string | null {
  const stands = sheetOf(sheet, book);
  if (!stands) {
    letGo();
    return null;
  }
  const changing = changingBlocks.flatMap((block) => {
    const area = plan?.areas.get(block);
    return area ? [{ ...area, block }] : [];
  });
  const untouched = plan !== undefined && fingerprint(sheet, changing, book) === print;
  const alone = !book.sheets().some(({ id, hidden }) => id !== sheet && !hidden);
  letGo();
  if (untouched && !alone) {
    book.deleteSheet(sheet);
    return null;
  }
  const title = freeTitle(say.undone(stands.name), book.sheets(), sheet);
  book.renameSheet(sheet, title);
  if (!alone) book.hideSheet(sheet);
  return title;
}

function undoChange(facts: Facts<'change'>, plan: PlanSheet | undefined, world: World): string {
  const { book, say } = world;
  const { name, cells, card: text, revision } = facts;
  const card = readCard(text, world.sources);
  if (!plan || !card || plan.state !== 'open' || plan.card.revision < revision) {
    throw new Problem(say.undoTooLate(name));
  }
  const back = cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before }));
  // What has been fetched since was read in another way.
  const changed = changedInputs(plan.card.plan, card.plan);
  if (changed.length > 0 && plan.card.revision === revision) clearCoverage(plan.id, changed, book);
  const stayed = plan.update(back);
  book.settle();
  const state = { ...stateOf(plan.card), revision: plan.card.revision + 1 };
  const now =
    plan.card.revision === revision ? card.plan : withCells(plan.card.plan, plan, cells, world);
  plan.writeCard(cardFor(now, state));
  book.settle();
  keepLongNote(planNote(plan.id), cardFor(now, state), book);
  return stayed === 0 ? say.undidChange(name) : say.undidChangePartly(name, stayed);
}

/** A plan that was changed since: only what has just been put back is as its cells say. */
function withCells(
  known: Plan,
  standing: PlanSheet,
  cells: readonly CellChange[],
  _world: World,
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
