import type { Language } from '../../kpi/define.ts';
import type { BlockName } from '../../sheet/layout/block.ts';
import type { Named } from '../../sheet/layout/drawing.ts';
import type { LogLine } from '../history/change-log.ts';
import type { UndoFacts } from '../history/undo-entry.ts';
import { dropLongNote, keepLongNote, longNote } from '../plan-store/chunked-property.ts';
import type { SheetKey } from '../plan-store/staged-sheet.ts';
import type { Book } from '../ports/spreadsheet.ts';

/**
 * What a run has made up its mind to do, noted before it does it. Every step can be done again, so
 * whoever comes next finishes what was cut off.
 */
export interface Journal {
  readonly key: SheetKey;
  /** The language of the log's lines. */
  readonly language: Language;
  /** A drawn sheet takes the place it was drawn for. */
  readonly stand: Stand | null;
  /** Cells of a plan to be written, unless they hold something else by then. */
  readonly cells: readonly CellChange[];
  /** What the card says when cells are written: the plan as it is then. */
  readonly card: string | null;
  /** Formulas become native ones (`true`) or our functions; `null`: they stay what they are. */
  readonly native: boolean | null;
  /** The plan whose quarter is closed. */
  readonly freeze: string | null;
  readonly lines: readonly LogLine[];
  readonly undo: UndoFacts | null;
}

export interface Stand {
  readonly sheet: number;
  /** The areas on it that have names. */
  readonly areas: readonly Named[];
  readonly title: string;
  /** The sheet it takes the place of, and the name that one gets. */
  readonly from: number | null;
  readonly keptTitle: string;
}

export interface CellChange {
  readonly block: BlockName;
  readonly row: string;
  readonly column: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
}

const prefix = 'journal.';

export const keepJournal = (journal: Journal, book: Book): void =>
  keepLongNote(`${prefix}${journal.key}`, JSON.stringify(journal), book);

export const dropJournal = (key: SheetKey, book: Book): void =>
  dropLongNote(`${prefix}${key}`, book);

/** What runs that were cut off have left to be done. */
export function openJournals(notes: Readonly<Record<string, string>>): Journal[] {
  return Object.keys(notes)
    .filter((key) => /^journal\.[a-z0-9_]+$/.test(key))
    .sort()
    .flatMap((key) => {
      const text = longNote(key, notes);
      return text === null ? [] : [JSON.parse(text) as Journal];
    });
}
