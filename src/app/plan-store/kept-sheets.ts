import type { SheetKey } from '../../sheet/layout/staged-title.ts';
import type { LogLine } from '../history/history.ts';
import type { Context } from '../ports/context.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';
import { cellWords } from './cell-words.ts';
import type { ChangingBlock } from './content-hash.ts';

/** What is known of a sheet that another one has taken the place of. It stays, hidden. */
export interface KeptSheet {
  /** The plan or department it was of. */
  readonly plan: SheetKey;
  /** The one that took its place. */
  readonly sheet: number;
  /** What stood on it then, and where what changes by itself. */
  readonly print: string;
  readonly areas: readonly ChangingBlock[];
  /** How many cells hold something that has no place on the new sheet. */
  readonly left: number;
  /** The first of them: their addresses and what they show. */
  readonly first: readonly (readonly [string, string])[];
  /** What the log says of them. */
  readonly line: LogLine | null;
}

const prefix = 'kept.';
const noteOf = (sheet: number): string => `${prefix}${sheet}`;

export const noteKept = (sheet: number, kept: KeptSheet, spreadsheet: Spreadsheet): void =>
  spreadsheet.keepNote(noteOf(sheet), JSON.stringify(kept));

export const forgetKept = (sheet: number, spreadsheet: Spreadsheet): void =>
  spreadsheet.keepNote(noteOf(sheet), null);

export function keptSheet(
  sheet: number,
  notes: Readonly<Record<string, string>>,
): KeptSheet | null {
  const text = Object.entries(notes).find(([key]) => key === noteOf(sheet))?.[1];
  return text === undefined ? null : (JSON.parse(text) as KeptSheet);
}

/** Which cells of a sheet that steps aside have no place on the new one, in a sentence; '' for none. */
export function leftWords(sheet: number | null, { spreadsheet, say }: Context): string {
  const kept = sheet === null ? null : keptSheet(sheet, spreadsheet.notes());
  if (!kept || kept.left === 0) return '';
  const title = spreadsheet.sheets().find(({ id }) => id === sheet)?.name ?? '';
  return say.leftOn(kept.left, cellWords(kept.first, kept.left, say.andMore), title);
}
