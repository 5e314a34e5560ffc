import { hashText } from '../../messages/hash-text.ts';
import { blockRange } from '../../sheet/layout/block.ts';
import { fieldOf } from '../../sources/json.ts';
import type { Changes, SeenVersions } from '../api/plan-api.ts';
import { planId } from '../api/request.ts';
import { findPlan } from '../plan-store/find-plan.ts';
import type { Context } from '../ports/context.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';
import { dataStart } from '../refresh/refresh-status.ts';
import { heartbeatNote, scheduleNote } from '../schedule/schedule.ts';
import { planStart } from './list-plans.ts';
import { viewAsFound } from './open-plan.ts';

/**
 * What of an open panel is not as it was seen, read anew. A panel asks again and again, so that where
 * nothing has changed, as many services are called for a large plan as for a small one. Versions are
 * taken before anything is read: what changes in between is read once more, and never missed.
 */
export function changesSince(request: unknown, context: Context): Changes {
  const plan = planId(fieldOf(request, 'plan'));
  const wantsData = fieldOf(request, 'data') === true;
  const before = fieldOf(request, 'seen');
  const seen = versions(plan, wantsData, context.spreadsheet);
  const isNew = (part: keyof SeenVersions) => fieldOf(before, part) !== seen[part];
  const view = plan !== '' && isNew('view') ? viewNamed(plan, context) : null;
  // A plan that cannot be read any more is a matter of the list: it says what became of it.
  const isLost = plan !== '' && isNew('view') && view === null;
  return {
    seen,
    start: isNew('start') || isLost ? planStart(context) : null,
    view,
    data: wantsData && isNew('data') ? dataStart(context) : null,
  };
}

/** `null` where it is gone, or nothing can be said of it: then the list of plans says that. */
function viewNamed(id: string, context: Context): Changes['view'] {
  const standing = findPlan(id, context);
  const readable = standing && standing.state !== 'broken' && standing.state !== 'newer';
  return readable ? viewAsFound(standing, context) : null;
}

function versions(plan: string, wantsData: boolean, spreadsheet: Spreadsheet): SeenVersions {
  const notes = Object.entries(spreadsheet.notes()).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const noted = (fits: (key: string) => boolean) => notes.filter(([key]) => fits(key)).flat();
  const today = String(spreadsheet.today());
  const cells = plan === '' ? [] : [plan, ...cellsOf(plan, spreadsheet)];
  // Where no plan is open, the list of all of them is: it also speaks of tabs.
  const tabs = plan === '' ? tabsOf(spreadsheet) : [];
  const ofPlans = noted((key) => /^(?:plan\.|undo)/.test(key));
  const ofData = noted(
    (key) => key.startsWith('feed.') || [scheduleNote, heartbeatNote].includes(key),
  );
  return {
    start: hashOf([today, ...tabs, ...ofPlans]),
    view:
      plan === ''
        ? ''
        : hashOf([today, ...cells, ...noted((key) => key.startsWith(`plan.${plan}`))]),
    data: wantsData ? hashOf([today, ...ofData, ...cells]) : '',
  };
}

/**
 * Everything on a plan's sheet: what is typed there, and what comes of it. By its values, because a
 * target of 1,240.4 is shown as one of 1,240.
 */
function cellsOf(plan: string, spreadsheet: Spreadsheet): readonly string[] {
  const card = spreadsheet.area(blockRange(plan, 'card'));
  if (!card) return [];
  return spreadsheet.values(card.sheet, spreadsheet.used(card.sheet)).flat().map(String);
}

const hashOf = (texts: readonly string[]): string => hashText(texts.join('\u0000')).toString(36);

const tabsOf = (spreadsheet: Spreadsheet): readonly string[] => [
  String(spreadsheet.activeSheet()),
  ...spreadsheet.sheets().flatMap(({ id, name, hidden }) => [String(id), name, String(hidden)]),
];
