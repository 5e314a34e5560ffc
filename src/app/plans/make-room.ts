import type { PlanStart } from '../api/plan-api.ts';
import { exclusively } from '../api/respond.ts';
import { dropUndo } from '../history/history.ts';
import { dropLongNote, strayPieces } from '../plan-store/chunked-property.ts';
import { planNote } from '../plan-store/find-plan.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { Context } from '../ports/context.ts';
import { recover } from '../transactions/pending-change.ts';
import { planStart } from './list-plans.ts';

/**
 * Makes room in what is kept with the spreadsheet: what Undo needs goes, what runs that were cut off
 * have left, and the spare copies of closed plans whose sheets stand. Sheets and numbers stay.
 */
export function makeRoom(context: Context): { readonly done: string; readonly start: PlanStart } {
  const { spreadsheet, say } = context;
  const freed = exclusively(context, () => {
    recover(context);
    const before = bytesOf(spreadsheet.notes());
    dropUndo(spreadsheet);
    for (const key of strayPieces(spreadsheet.notes())) spreadsheet.keepNote(key, null);
    for (const { id, card, sheet } of findPlans(context).plans) {
      // A plan whose sheet is gone has nothing but its copy.
      if (card.frozen && sheet) dropLongNote(planNote(id), spreadsheet);
    }
    return before - bytesOf(spreadsheet.notes());
  });
  const done =
    freed <= 0
      ? say.noRoomMade
      : say.madeRoom({ kilobytes: String(Math.max(1, Math.round(freed / 1024))) });
  return { done, start: planStart(context) };
}

/** About as Google counts. */
const bytesOf = (notes: Readonly<Record<string, string>>): number =>
  Object.entries(notes).reduce(
    (sum, [key, text]) => sum + encodeURIComponent(key + text).replace(/%[0-9A-F]{2}/g, 'x').length,
    0,
  );
