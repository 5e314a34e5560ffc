import type { Language } from '../../messages/compiled/languages.ts';
import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import { blockRange } from '../../sheet/layout/block.ts';
import type { Named } from '../../sheet/layout/drawing.ts';
import { isSharedSheet, standingShared } from '../../sheet/layout/shared-sheets.ts';
import { type SheetKey, unfinishedKey } from '../../sheet/layout/staged-title.ts';
import type { CellChange } from '../../sheet/plan/cell-changes.ts';
import {
  dropUndo,
  keepUndo,
  type LogLine,
  log,
  logUnknown,
  type UndoFacts,
  undoFacts,
} from '../history/history.ts';
import { dropLongNote, keepLongNote, longNote } from '../plan-store/chunked-property.ts';
import { findPlan, metadataText, planNote } from '../plan-store/find-plan.ts';
import { keptSheet } from '../plan-store/kept-sheets.ts';
import { finishShared, makeShared } from '../plan-store/shared-sheets.ts';
import { freeTitle } from '../plan-store/sheet-title.ts';
import { discard, dropMark, hasNames } from '../plan-store/staged-sheet.ts';
import type { Context } from '../ports/context.ts';
import type { SheetInfo, Spreadsheet } from '../ports/spreadsheet.ts';
import { convertFormulas } from './convert-formulas.ts';
import { freezePlan } from './freeze-plan.ts';
import type { Look } from './look-again.ts';
import { publishSheet } from './publish-sheet.ts';

/** What every change says of itself. */
interface Noted {
  readonly key: SheetKey;
  /** The language of the log's lines. */
  readonly language: Language;
  readonly lines: readonly LogLine[];
  readonly undo: UndoFacts | null;
}

/** A drawn sheet takes the place it was drawn for. */
interface SheetToBuild {
  readonly is: 'build';
  readonly stand: Publish;
  /** The plan whose quarter is closed by this one. */
  readonly freeze: string | null;
}

/** Cells of a plan are written, unless they hold something else by then. */
interface CellsToUpdate {
  readonly is: 'update';
  readonly cells: readonly CellChange[];
  /** What the card says from then on: the plan as it is then. */
  readonly card: string;
}

/** Formulas become native ones (`true`) or our functions. */
interface FormulasToConvert {
  readonly is: 'convert';
  readonly native: boolean;
}

/** A quarter is closed: what its sheet shows stays as it is. */
interface PlanToFreeze {
  readonly is: 'freeze';
}

/**
 * What a run has made up its mind to do, noted before it does it. Every step can be done again, so
 * whoever comes next finishes what was cut off.
 */
export type PendingChange = Noted &
  (SheetToBuild | CellsToUpdate | FormulasToConvert | PlanToFreeze);

export interface Publish {
  readonly sheet: number;
  /** The areas on it that have names. */
  readonly areas: readonly Named[];
  readonly title: string;
  /** The sheet it takes the place of, and the name that one gets. */
  readonly from: number | null;
  readonly keptTitle: string;
  /** What that one held when this was drawn from it; earlier versions did not note it. */
  readonly look?: Look | null;
}

const prefix = 'journal.';

const keepPendingChange = (change: PendingChange, spreadsheet: Spreadsheet): void =>
  keepLongNote(`${prefix}${change.key}`, JSON.stringify(change), spreadsheet);

const dropPendingChange = (key: SheetKey, spreadsheet: Spreadsheet): void =>
  dropLongNote(`${prefix}${key}`, spreadsheet);

/** What runs that were cut off have left to be done. */
export function pendingChanges(notes: Readonly<Record<string, string>>): PendingChange[] {
  return Object.keys(notes)
    .filter((key) => /^journal\.[a-z0-9_]+$/.test(key))
    .sort()
    .flatMap((key) => {
      const text = longNote(key, notes);
      return text === null ? [] : [readPendingChange(JSON.parse(text))];
    });
}

/** As version 0.3 noted a change: everything it could be in one, `null` where it was not that. */
interface NotedOf03 extends Noted {
  readonly is?: undefined;
  readonly stand: Publish | null;
  readonly cells: readonly CellChange[];
  readonly card: string | null;
  readonly native: boolean | null;
  readonly freeze: string | null;
}

function readPendingChange(noted: PendingChange | NotedOf03): PendingChange {
  if (noted.is !== undefined) return noted;
  const { key, language, lines, undo, stand, cells, card, native, freeze } = noted;
  const always = { key, language, lines, undo };
  if (stand) return { ...always, is: 'build', stand, freeze };
  if (native !== null) return { ...always, is: 'convert', native };
  if (freeze !== null) return { ...always, is: 'freeze' };
  return { ...always, is: 'update', cells, card: card ?? '' };
}

/**
 * Notes what is to be done, and does it. Where there is no room to note it, nothing is done. `card`: what
 * the card of the plan says by then, where that is known; else it is read.
 */
export function carryOut(change: PendingChange, context: Context, card = ''): void {
  note(change, context);
  applyPendingChange(change, context, card);
}

/** The last undo makes room for the change that takes its place; where that does not do, it comes back. */
function note(change: PendingChange, { spreadsheet, host }: Context): void {
  try {
    keepPendingChange(change, spreadsheet);
  } catch (error) {
    const last = host.causeOf(error) === 'notesFull' ? undoFacts(spreadsheet.notes()) : null;
    if (!last) throw error;
    dropUndo(spreadsheet);
    try {
      keepPendingChange(change, spreadsheet);
    } catch (again) {
      keepUndo(last, spreadsheet);
      throw again;
    }
  }
}

/** Does what was noted. Cut off anywhere, it is done again from the start, with the same end. */
function applyPendingChange(change: PendingChange, context: Context, card = ''): void {
  const { spreadsheet } = context;
  const { key, undo } = change;
  apply(change, context);
  logWhatIsDone(change, context);
  const keepNewUndo = () => {
    if (!undo) return;
    // An older one would take back something else.
    dropUndo(spreadsheet);
    keepUndo(undo, spreadsheet);
  };
  const unkept = [
    () => notePlan(key, change.is === 'update' ? change.card : card, context),
    keepNewUndo,
  ].filter((keep) => !fits(keep, context));
  spreadsheet.settle();
  dropPendingChange(key, spreadsheet);
  // What was noted to be done has given up its place.
  for (const keep of unkept) fits(keep, context);
}

/** A log that was just made holds nothing that could have been written already. */
function logWhatIsDone(change: PendingChange, context: Context): void {
  const { spreadsheet } = context;
  const lines = [...change.lines, ...leftLine(change, context)];
  const standing = standingShared('log', spreadsheet);
  if (standing !== null) log(lines, standing, spreadsheet);
  else logUnknown(lines, [], makeShared('log', change.language, spreadsheet), spreadsheet);
}

/** Does what may find no room: it is done by now, and what is kept of it beside the sheet can be missed. */
function fits(keep: () => void, { host }: Context): boolean {
  try {
    keep();
    return true;
  } catch (error) {
    if (host.causeOf(error) !== 'notesFull') throw error;
    host.report(error);
    return false;
  }
}

function apply(change: PendingChange, context: Context): void {
  const { key } = change;
  switch (change.is) {
    case 'build':
      publishSheet(key, change.stand, change.language, context);
      if (change.freeze !== null) freezePlan(change.freeze, context);
      return;
    case 'update':
      updateCells(key, change, context);
      return;
    case 'convert':
      convertFormulas(key, change.native, context);
      return;
    case 'freeze':
      freezePlan(key, context);
      return;
    default:
      throw new Error(`Nothing is known of ${JSON.stringify(change satisfies never)}.`);
  }
}

/** What the log says of cells that have no place on a sheet that was built anew. */
function leftLine(change: PendingChange, { spreadsheet }: Context): readonly LogLine[] {
  if (change.is !== 'build' || change.stand.from === null) return [];
  const kept = keptSheet(change.stand.from, spreadsheet.notes());
  return kept?.line && kept.sheet === change.stand.sheet ? [kept.line] : [];
}

/** What a plan was when it was last written, for the day its sheet is gone. */
function notePlan(key: SheetKey, card: string, context: Context): void {
  const text = card || cardOn(key, context.spreadsheet);
  if (context.versions.metadata(text)) keepLongNote(planNote(key), text, context.spreadsheet);
}

function cardOn(key: SheetKey, spreadsheet: Spreadsheet): string {
  const area = spreadsheet.area(blockRange(key, 'card'));
  return area ? metadataText(spreadsheet.values(area.sheet, area)) : '';
}

function updateCells(key: SheetKey, { cells, card }: CellsToUpdate, context: Context): void {
  const plan = findPlan(key, context);
  if (!plan) return;
  plan.update(cells);
  if (card !== '') plan.writeCard(card);
  context.spreadsheet.settle();
}

/**
 * Puts in order what runs before this one were cut off at: finishes what they had made up their
 * minds to do, throws away what they had only begun. To be called under the lock.
 */
export function recover(context: Context): void {
  const { spreadsheet, host } = context;
  const pending = pendingChanges(spreadsheet.notes());
  const open = pending.map(({ key }) => key);
  for (const sheet of spreadsheet.sheets()) {
    const key = unfinishedKey(sheet.name);
    if (key !== null && !open.includes(key)) tidy(sheet, key, context);
  }
  for (const change of pending) {
    try {
      applyPendingChange(change, context);
    } catch (error) {
      // What cannot be finished must not keep everything else from being done.
      host.report(error);
      logUndone(change, context);
      dropPendingChange(change.key, spreadsheet);
    }
  }
}

/** In the log it is found what was to be done, and that it was not. */
function logUndone({ lines, language }: PendingChange, { spreadsheet, host }: Context): void {
  const { notDone } = planAnswersWords(language);
  try {
    const sheet = standingShared('log', spreadsheet);
    if (sheet === null) return;
    const undone = lines.map((line) => ({
      ...line,
      key: `${line.key}.undone`,
      what: notDone({ what: line.what }),
    }));
    log(undone, sheet, spreadsheet);
  } catch (error) {
    // What keeps a change from being done may keep the log from being written.
    host.report(error);
  }
}

/** A sheet that no pending change speaks of. */
function tidy(sheet: SheetInfo, key: SheetKey, { spreadsheet, say, language }: Context): void {
  const free = (title: string) => freeTitle(title, spreadsheet.sheets(), sheet.id);
  if (!hasNames(key, sheet.id, spreadsheet)) discard(sheet, free(say.leftover), spreadsheet);
  else if (isSharedSheet(key)) finishShared(key, sheet.id, language, spreadsheet);
  else {
    // What was to be done with it is gone, as in a copy of the whole file: what is missing can be built anew.
    spreadsheet.showSheet(sheet.id);
    spreadsheet.renameSheet(sheet.id, free(say.unnamed));
    dropMark(key, spreadsheet);
  }
}
