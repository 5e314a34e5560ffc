import { isKeptTitle } from '../../messages/kept-title.ts';
import type { SheetKey } from '../../sheet/layout/staged-title.ts';
import { type LogLine, undoFacts } from '../history/history.ts';
import type { Context } from '../ports/context.ts';
import type { SheetInfo, Spreadsheet } from '../ports/spreadsheet.ts';
import { cellWords } from './cell-words.ts';
import { type ChangingBlock, isContentHash } from './content-hash.ts';
import type { FoundPlans } from './find-plans.ts';
import { sheetBefore } from './staged-sheet.ts';

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
  /** Whether all that somebody can have put over words of ours is among them. */
  readonly exact: boolean;
  /** Somebody has typed on it since. */
  readonly touched?: boolean;
}

/** A sheet that steps aside and is still there, and why it has to stay; '' where it need not. */
export interface KeptTab {
  readonly sheet: SheetInfo;
  readonly kept: KeptSheet | null;
  readonly stays: string;
}

/**
 * The sheets that were kept, hidden, when others took their place. Those that earlier versions kept
 * are known by their titles alone: what stands on them is looked at when they are to be cleared.
 */
export function keptTabs(
  { sheets, names, notes }: Pick<FoundPlans, 'sheets' | 'names' | 'notes'>,
  { say, spreadsheet }: Pick<Context, 'say' | 'spreadsheet'>,
): KeptTab[] {
  const undo = undoFacts(notes);
  const wanted = undo?.is === 'swap' ? sheetBefore(undo.plan, spreadsheet) : null;
  const inUse = names.filter(({ name }) => /^KPI_[a-z0-9_]+_card$/.test(name));
  return sheets.flatMap((sheet): KeptTab[] => {
    const kept = keptSheet(sheet.id, notes);
    const ours = kept !== null || isKeptTitle(sheet.name);
    if (!ours || !sheet.hidden || inUse.some((area) => area.sheet === sheet.id)) return [];
    const stays =
      sheet.id === wanted ? say.keptForUndo({ title: sheet.name }) : whyKept(sheet, kept, say);
    return [{ sheet, kept, stays }];
  });
}

/** Why a sheet has to stay, as far as it is noted. */
export function whyKept({ name }: SheetInfo, kept: KeptSheet | null, say: Context['say']): string {
  if (!kept) return '';
  if (kept.left > 0)
    return say.keptHolds({
      title: name,
      count: kept.left,
      cells: cellWords(kept.first, kept.left, say.andMore),
    });
  if (kept.touched) return say.keptTouched({ title: name });
  return kept.exact ? '' : say.keptOlder({ title: name });
}

const prefix = 'kept.';
const noteOf = (sheet: number): string => `${prefix}${sheet}`;

export const noteKept = (sheet: number, kept: KeptSheet, spreadsheet: Spreadsheet): void =>
  spreadsheet.keepNote(noteOf(sheet), JSON.stringify(kept));

/** The notes of kept sheets that are gone. */
export const keptNotesWithout = (
  sheets: readonly SheetInfo[],
  notes: Readonly<Record<string, string>>,
): string[] =>
  Object.keys(notes).filter((key) => {
    const id = /^kept\.(\d+)$/.exec(key)?.[1];
    return id !== undefined && !sheets.some((sheet) => sheet.id === Number(id));
  });

export const forgetKept = (sheet: number, spreadsheet: Spreadsheet): void =>
  spreadsheet.keepNote(noteOf(sheet), null);

export function keptSheet(
  sheet: number,
  notes: Readonly<Record<string, string>>,
): KeptSheet | null {
  const text = Object.entries(notes).find(([key]) => key === noteOf(sheet))?.[1];
  const kept = text === undefined ? null : (JSON.parse(text) as KeptSheet);
  return kept && isContentHash(kept.print) ? kept : null;
}

/** Which cells of a sheet that steps aside have no place on the new one, in a sentence; '' for none. */
export function leftWords(sheet: number | null, { spreadsheet, say }: Context): string {
  if (sheet === null) return '';
  const kept = keptSheet(sheet, spreadsheet.notes());
  if (!kept || kept.left === 0) return '';
  const title = spreadsheet.sheet(sheet)?.name ?? '';
  return say.leftOn({
    count: kept.left,
    cells: cellWords(kept.first, kept.left, say.andMore),
    title,
  });
}
