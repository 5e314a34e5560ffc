import type { CellChange } from '../../sheet/plan/cell-changes.ts';
import { dropLongNote, keepLongNote, longNote } from '../plan-store/chunked-property.ts';
import type { SheetKey } from '../plan-store/staged-sheet.ts';
import type { Book } from '../ports/spreadsheet.ts';

/** What is needed to take back the last build, change or roll-over. */
export type UndoFacts = { readonly plan: SheetKey; readonly name: string } & (
  | {
      readonly is: 'build';
      readonly sheet: number;
      /** What stood on the sheet when it was built. */
      readonly print: string;
      /** The plan whose quarter was closed by it. */
      readonly closed: string | null;
    }
  | { readonly is: 'close' }
  | { readonly is: 'swap'; readonly sheet: number; readonly print: string }
  | {
      readonly is: 'change';
      readonly revision: number;
      readonly cells: readonly CellChange[];
      readonly card: string;
    }
);

const key = 'undo';

export const keepUndo = (facts: UndoFacts, book: Book): void =>
  keepLongNote(key, JSON.stringify(facts), book);
export const dropUndo = (book: Book): void => dropLongNote(key, book);

export function undoFacts(notes: Readonly<Record<string, string>>): UndoFacts | null {
  const text = longNote(key, notes);
  return text === null ? null : (JSON.parse(text) as UndoFacts);
}
