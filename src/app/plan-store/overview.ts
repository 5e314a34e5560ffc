import type { QuarterName } from '../../plan/calendar/calendar.ts';
import type { StatusLight } from '../../plan/model/status.ts';
import { readJson } from '../../sources/json.ts';
import type { PlanCard } from '../api/plan-api.ts';
import { CellRefused } from '../api/user-error.ts';
import type { Context } from '../ports/context.ts';
import { dropLongNote, keepLongNote, longNote } from './chunked-property.ts';
import type { MissingPart } from './plan-sheet.ts';

/** A plan as the list of plans has it, in no language. */
export interface ListedPlan extends Omit<PlanCard, 'missing' | 'statuses'> {
  readonly missing: readonly MissingPart[];
  /** The tab it stands on; `null` where that is gone. */
  readonly on: number | null;
  /** Where its KPIs stood when somebody last looked; none where nobody has. */
  readonly statuses: readonly StatusLight[];
}

/**
 * The list of plans as it was last seen, in one note: a panel is opened from it, whatever else there is
 * in the spreadsheet. It can be missed, and is looked after by whoever finds the spreadsheet otherwise.
 */
export interface Overview {
  /** How many tabs there were: with more or fewer, it says nothing. */
  readonly tabs: number;
  readonly plans: readonly ListedPlan[];
  readonly departments: readonly QuarterName[];
}

const key = 'overview';

/** A note that cannot be read, as after two who wrote it at once, counts as none. */
export function readOverview(notes: Readonly<Record<string, string>>): Overview | null {
  const { tabs, plans, departments } = readJson(longNote(key, notes) ?? '') ?? {};
  const isOne = typeof tabs === 'number' && Array.isArray(plans) && Array.isArray(departments);
  return isOne ? { tabs, plans, departments } : null;
}

/** Notes what the list shows, where it is something else; where it cannot be noted, nothing is lost. */
export function keepOverview(overview: Overview, { spreadsheet, host }: Context): void {
  const isEmpty = overview.plans.length === 0 && overview.departments.length === 0;
  const text = isEmpty ? null : JSON.stringify(overview);
  try {
    if (longNote(key, spreadsheet.notes()) === text) return;
    if (text === null) dropLongNote(key, spreadsheet);
    else keepLongNote(key, text, spreadsheet);
  } catch (error) {
    // What a cell refuses that was written before may be told at any call.
    if (error instanceof CellRefused) throw error;
    host.report(error);
  }
}

/** Notes where the KPIs of a plan stand, as somebody has just been shown. */
export function noteStatuses(
  plan: string,
  statuses: readonly StatusLight[],
  context: Context,
): void {
  const overview = readOverview(context.spreadsheet.notes());
  if (!overview?.plans.some(({ id }) => id === plan)) return;
  const plans = overview.plans.map((each) => (each.id === plan ? { ...each, statuses } : each));
  keepOverview({ ...overview, plans }, context);
}

/** Notes a plan that was just built, and which one was closed by it. `tabs`: how many there were before. */
export function noteBuilt(
  plan: ListedPlan,
  { tabs, closed }: { readonly tabs: number; readonly closed: string | null },
  context: Context,
): void {
  const notes = context.spreadsheet.notes();
  const overview = readOverview(notes) ?? (isFirst(plan, notes) ? { ...none, tabs } : null);
  if (overview?.tabs !== tabs) return;
  const others = overview.plans
    .filter(({ id }) => id !== plan.id)
    .map((each) => (each.id === closed ? { ...each, state: 'frozen' as const } : each));
  const plans = [...others, plan].sort(newestFirst);
  keepOverview({ ...overview, tabs: context.spreadsheet.sheets().length, plans }, context);
}

/** Of a spreadsheet that had no plan nothing is noted. */
const none = { plans: [], departments: [] };
const isFirst = ({ id }: ListedPlan, notes: Readonly<Record<string, string>>): boolean =>
  Object.keys(notes).every((each) => !each.startsWith('plan.') || each.startsWith(`plan.${id}`));

/** The order of the list. */
export const newestFirst = (one: OfQuarter, other: OfQuarter): number =>
  monthsOf(other) - monthsOf(one) || (one.name < other.name ? -1 : 1);

type OfQuarter = Pick<PlanCard, 'name' | 'quarter'>;
const monthsOf = ({ quarter }: OfQuarter): number => quarter.year * 12 + quarter.month;
