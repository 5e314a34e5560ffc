import type { Language } from '../../messages/compiled/languages.ts';
import { blockRange } from '../../sheet/layout/block.ts';
import type { Drawing } from '../../sheet/layout/drawing.ts';
import type { SheetKey } from '../../sheet/layout/staged-title.ts';
import { Problem } from '../api/user-error.ts';
import type { LogLine, UndoFacts } from '../history/history.ts';
import { changingAreas, hashOf } from '../plan-store/content-hash.ts';
import { freeTitle } from '../plan-store/sheet-title.ts';
import { discard, drawBeside } from '../plan-store/staged-sheet.ts';
import type { Context } from '../ports/context.ts';
import { keepFingerprints } from './keep-fingerprints.ts';
import type { Look } from './look-again.ts';
import { carryOut, pendingChanges } from './pending-change.ts';
import { tell } from './progress.ts';

/** A sheet to be built, and what goes with it. */
export interface SheetBuild {
  readonly key: SheetKey;
  readonly drawing: Drawing;
  readonly title: string;
  /** The sheet whose place it takes, and what was read there to draw this one. */
  readonly from: {
    readonly sheet: number;
    readonly keptTitle: string;
    readonly look: Look;
  } | null;
  readonly freeze: string | null;
  readonly language: Language;
  readonly lines: readonly LogLine[];
  readonly undo: ((sheet: number, hash: string) => UndoFacts) | null;
}

/**
 * Builds a sheet: drawn beside what stands, then noted what is to be done with it, then done. A run
 * that is cut off before the note leaves something to throw away, after it something to finish.
 */
export function buildSheet(build: SheetBuild, context: Context): number {
  const { spreadsheet } = context;
  const { key, drawing, title, from, freeze, language, lines, undo } = build;
  tell(key, 'draw', context);
  const sheet = drawn(key, drawing, context);
  const whole = { row: 1, column: 1, rows: drawing.rows, columns: drawing.columns };
  const formulas = spreadsheet.formulas(sheet, whole);
  const card = keepFingerprints(sheet, drawing, formulas, spreadsheet);
  // Nothing is noted of a sheet of which anything is held back.
  spreadsheet.settle();
  const areas = changingAreas((block) =>
    drawing.names.find(({ name }) => name === blockRange(key, block)),
  );
  const hash = undo
    ? hashOf({ used: whole, values: spreadsheet.values(sheet, whole), formulas }, areas)
    : '';
  tell(key, 'stand', context);
  const stand = {
    sheet,
    areas: drawing.names,
    title,
    from: from?.sheet ?? null,
    keptTitle: from?.keptTitle ?? '',
    look: from?.look ?? null,
  };
  try {
    carryOut(
      { is: 'build', key, language, stand, freeze, lines, undo: undo?.(sheet, hash) ?? null },
      context,
      // What takes the place of another sheet is looked at again, and may be written to meanwhile.
      from === null ? card : '',
    );
  } catch (error) {
    throwAway(sheet, key, error, context);
  }
  return sheet;
}

/** How full a spreadsheet is only Google knows at once: it would have to be asked of every sheet. */
function drawn(key: SheetKey, drawing: Drawing, { spreadsheet, host, say }: Context): number {
  try {
    return drawBeside(key, drawing, spreadsheet);
  } catch (error) {
    throw host.causeOf(error) === 'tooManyCells' ? new Problem(say.noRoom) : error;
  }
}

/** A sheet of which nobody could note what it is for is no use to anybody. */
function throwAway(sheet: number, key: SheetKey, error: unknown, context: Context): never {
  const { spreadsheet, host, say } = context;
  const drawn = spreadsheet.sheet(sheet);
  const noted = pendingChanges(spreadsheet.notes()).some((each) => each.key === key);
  if (host.causeOf(error) === 'notesFull' && drawn && !noted) {
    discard(drawn, freeTitle(say.leftover, spreadsheet.sheets(), sheet), spreadsheet);
  }
  throw error;
}
