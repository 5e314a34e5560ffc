import type { PlanStart } from '../api/plan-api.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import { everythingOn, hashOf } from '../plan-store/content-hash.ts';
import { type FoundPlans, findPlans } from '../plan-store/find-plans.ts';
import {
  forgetKept,
  type KeptTab,
  keptNotesWithout,
  keptTabs,
  noteKept,
  whyKept,
} from '../plan-store/kept-sheets.ts';
import type { Context } from '../ports/context.ts';
import { compareKept } from '../transactions/look-again.ts';
import { recover } from '../transactions/pending-change.ts';
import { planStart } from './list-plans.ts';

/**
 * Deletes the sheets that were kept when others took their place. One that undo goes back to stays,
 * and one on which something stands that stands nowhere else; the answer says which and why.
 */
export function clearKept(context: Context): { readonly done: string; readonly start: PlanStart } {
  const { spreadsheet, say } = context;
  const done = exclusively(context, () => {
    recover(context);
    if (!spreadsheet.mayChange(null)) throw new Problem(say.mayNotAdd);
    const found = findPlans(context);
    for (const key of keptNotesWithout(found.sheets, found.notes)) spreadsheet.keepNote(key, null);
    const tabs = keptTabs(found, context);
    const stay = tabs.map((tab) => clear(tab, found, context));
    const count = stay.filter((why) => why === '').length;
    return [say.cleared({ count }), ...stay.filter(Boolean)].join(' ');
  });
  return { done, start: planStart(context) };
}

/** Says why a sheet stays; '' where it is gone now. */
function clear(tab: KeptTab, found: FoundPlans, context: Context): string {
  const { spreadsheet, say } = context;
  const { sheet } = tab;
  const stays = tab.stays || lookedAt(tab, found, context);
  if (stays !== '') return stays;
  if (!spreadsheet.mayChange(sheet.id)) return say.mayNotChange({ sheet: sheet.name });
  for (const { name, sheet: on } of found.names) if (on === sheet.id) spreadsheet.removeName(name);
  spreadsheet.deleteSheet(sheet.id);
  forgetKept(sheet.id, spreadsheet);
  return '';
}

/** What stands on a sheet now, against what was noted of it, else against the plan it was of. */
function lookedAt({ sheet, kept }: KeptTab, found: FoundPlans, context: Context): string {
  const { spreadsheet, say } = context;
  const known = kept ?? compareKept(sheet, found.plans, context);
  if (!known) return say.keptUnknown({ title: sheet.name });
  const all = everythingOn(sheet.id, spreadsheet);
  const touched = kept !== null && hashOf(all, kept.areas) !== kept.print;
  const now = { ...known, touched };
  const stays = whyKept(sheet, now, say);
  // The panel says so from now on without looking.
  if (stays !== '') noteKept(sheet.id, now, spreadsheet);
  return stays;
}
