import type { Language } from '../../kpi/define.ts';
import type { Named } from '../../sheet/layout/drawing.ts';
import type { CellChange } from '../../sheet/plan/cell-changes.ts';
import type { LogLine } from '../history/change-log.ts';
import type { UndoFacts } from '../history/undo-entry.ts';
import { dropLongNote, keepLongNote, longNote } from '../plan-store/chunked-property.ts';
import type { SheetKey } from '../plan-store/staged-sheet.ts';
import type { Book } from '../ports/spreadsheet.ts';

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
