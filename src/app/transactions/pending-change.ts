import type { Language } from '../../kpi/define.ts';
import { blockRange } from '../../sheet/layout/block.ts';
import type { Named } from '../../sheet/layout/drawing.ts';
import { isShared, standingShared } from '../../sheet/layout/shared-sheets.ts';
import { type SheetKey, unfinishedKey } from '../../sheet/layout/staged-title.ts';
import type { CellChange } from '../../sheet/plan/cell-changes.ts';
import { readCard } from '../../sheet/plan/metadata-block.ts';
import { keepUndo, type LogLine, log, type UndoFacts } from '../history/history.ts';
import { dropLongNote, keepLongNote, longNote } from '../plan-store/chunked-property.ts';
import { cardText, findPlans, planNote } from '../plan-store/find-plans.ts';
import { buildShared, finishShared } from '../plan-store/shared-sheets.ts';
import { freeTitle } from '../plan-store/sheet-title.ts';
import { discard, dropMark, hasNames } from '../plan-store/staged-sheet.ts';
import type { World } from '../ports/context.ts';
import type { Book, SheetFacts } from '../ports/spreadsheet.ts';
import { setForm } from './convert-formulas.ts';
import { freezePlan } from './freeze-plan.ts';
import { standUp } from './publish-sheet.ts';

/** What every change says of itself. */
interface Noted {
  readonly key: SheetKey;
  /** The language of the log's lines. */
  readonly language: Language;
  readonly lines: readonly LogLine[];
  readonly undo: UndoFacts | null;
}

/** A drawn sheet takes the place it was drawn for. */
export interface SheetToBuild {
  readonly is: 'build';
  readonly stand: Stand;
  /** The plan whose quarter is closed by this one. */
  readonly freeze: string | null;
}

/** Cells of a plan are written, unless they hold something else by then. */
export interface CellsToUpdate {
  readonly is: 'update';
  readonly cells: readonly CellChange[];
  /** What the card says from then on: the plan as it is then. */
  readonly card: string;
}

/** Formulas become native ones (`true`) or our functions. */
export interface FormulasToConvert {
  readonly is: 'convert';
  readonly native: boolean;
}

/** A quarter is closed: what its sheet shows stays as it is. */
export interface PlanToFreeze {
  readonly is: 'freeze';
}

/**
 * What a run has made up its mind to do, noted before it does it. Every step can be done again, so
 * whoever comes next finishes what was cut off.
 */
export type PendingChange = Noted &
  (SheetToBuild | CellsToUpdate | FormulasToConvert | PlanToFreeze);

export interface Stand {
  readonly sheet: number;
  /** The areas on it that have names. */
  readonly areas: readonly Named[];
  readonly title: string;
  /** The sheet it takes the place of, and the name that one gets. */
  readonly from: number | null;
  readonly keptTitle: string;
}

const prefix = 'journal.';

export const keepPendingChange = (change: PendingChange, book: Book): void =>
  keepLongNote(`${prefix}${change.key}`, JSON.stringify(change), book);

export const dropPendingChange = (key: SheetKey, book: Book): void =>
  dropLongNote(`${prefix}${key}`, book);

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
  readonly stand: Stand | null;
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

/** Notes what is to be done, and does it. */
export function carryOut(change: PendingChange, world: World): void {
  keepPendingChange(change, world.book);
  applyPendingChange(change, world);
}

/** Does what was noted. Cut off anywhere, it is done again from the start, with the same end. */
export function applyPendingChange(change: PendingChange, world: World): void {
  const { book } = world;
  const { key, lines, language, undo } = change;
  apply(change, world);
  const shared = standingShared(book.names(), book.sheets()) ?? buildShared(language, book);
  log(lines, shared.log, book);
  notePlan(key, change.is === 'update' ? change.card : null, world);
  if (undo) keepUndo(undo, book);
  book.settle();
  dropPendingChange(key, book);
}

function apply(change: PendingChange, world: World): void {
  const { key } = change;
  switch (change.is) {
    case 'build':
      standUp(key, change.stand, world.book);
      if (change.freeze !== null) freezePlan(change.freeze, world);
      return;
    case 'update':
      updateCells(key, change, world);
      return;
    case 'convert':
      setForm(key, change.native, world);
      return;
    case 'freeze':
      freezePlan(key, world);
      return;
    default:
      throw new Error(`Nothing is known of ${JSON.stringify(change satisfies never)}.`);
  }
}

/** What a plan was when it was last written, for the day its sheet is gone. */
function notePlan(key: SheetKey, card: string | null, world: World): void {
  const area = world.book.names().find(({ name }) => name === blockRange(key, 'card'));
  const text = card ?? (area ? cardText(world.book.values(area.sheet, area)) : '');
  if (readCard(text, world.sources)) keepLongNote(planNote(key), text, world.book);
}

function updateCells(key: SheetKey, { cells, card }: CellsToUpdate, world: World): void {
  const plan = findPlans(world).plans.find(({ id }) => id === key);
  if (!plan) return;
  plan.update(cells);
  if (card !== '') plan.writeCard(card);
  world.book.settle();
}

/**
 * Puts in order what runs before this one were cut off at: finishes what they had made up their
 * minds to do, throws away what they had only begun. To be called under the lock.
 */
export function recover(world: World): void {
  const { book, host } = world;
  const pending = pendingChanges(book.notes());
  const open = pending.map(({ key }) => key);
  for (const sheet of book.sheets()) {
    const key = unfinishedKey(sheet.name);
    if (key !== null && !open.includes(key)) tidy(sheet, key, world);
  }
  for (const change of pending) {
    try {
      applyPendingChange(change, world);
    } catch (error) {
      // What cannot be finished must not keep everything else from being done.
      host.report(error);
      dropPendingChange(change.key, book);
    }
  }
}

/** A sheet that no pending change speaks of. */
function tidy(sheet: SheetFacts, key: SheetKey, { book, say, language }: World): void {
  const free = (title: string) => freeTitle(title, book.sheets(), sheet.id);
  if (!hasNames(key, sheet.id, book.names())) discard(sheet, free(say.leftover), book);
  else if (isShared(key)) finishShared(key, sheet.id, language, book.sheets(), book);
  else {
    // What was to be done with it is gone, as in a copy of the whole file: what is missing can be built anew.
    book.showSheet(sheet.id);
    book.renameSheet(sheet.id, free(say.unnamed));
    dropMark(key, book);
  }
}
