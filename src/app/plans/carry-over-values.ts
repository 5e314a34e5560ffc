import { weekParts } from '../../plan/calendar/calendar.ts';
import { otherOwn } from '../../plan/model/changed-inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { TypedValues } from '../../sheet/layout/sheet-input.ts';
import { partKey } from '../../sheet/plan/input-block.ts';
import { Problem } from '../api/user-error.ts';
import type { Context } from '../ports/context.ts';

/** What was typed for one plan, as far as it means the same for what the plan becomes. */
export const carryOverValues = (
  before: Plan,
  after: Plan,
  typed: TypedValues,
  context: Context,
): TypedValues =>
  atSameRates(before, after, ofSameOwn(before, after, inSameWeeks(before, after, typed, context)));

/** What a dollar is in dong says nothing of what it is in euros. */
function atSameRates(before: Plan, after: Plan, typed: TypedValues): TypedValues {
  const same = before.circumstances.currency === after.circumstances.currency;
  if (same || !typed.feeds) return typed;
  const rows = Object.entries(typed.feeds).filter(([row]) => !row.startsWith('.'));
  return { ...typed, feeds: Object.fromEntries(rows) };
}

/**
 * A number of Monday to Sunday says nothing of Sunday to Saturday: weeks that hold numbers stay, and
 * of their weights only those of the same days.
 */
function inSameWeeks(before: Plan, after: Plan, typed: TypedValues, { say }: Context): TypedValues {
  const { quarter, circumstances, name } = after;
  if (before.circumstances.weekStart === circumstances.weekStart) return typed;
  const rows = Object.entries(typed.input ?? {});
  if (rows.some(([, cells]) => Object.keys(cells).some((column) => column !== 'weight'))) {
    throw new Problem(say.weeksTyped({ name }), 'circumstances.weekStart');
  }
  const ends = (plan: Plan) =>
    weekParts(quarter, plan.circumstances.weekStart).map((part) => `${partKey(part)}:${part.to}`);
  const [was, is] = [ends(before), ends(after)];
  const same = was.filter((days) => is.includes(days)).map((days) => days.split(':')[0]);
  return { ...typed, input: Object.fromEntries(rows.filter(([key]) => same.includes(key))) };
}

/** The first own KPI is `OWN_A` again once an earlier one is gone: its numbers are not the new one's. */
function ofSameOwn(before: Plan, after: Plan, typed: TypedValues): TypedValues {
  const isOther = otherOwn(before, after);
  if (!after.own.some(({ name }) => isOther(name))) return typed;
  const fitting = <T>(cells: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(cells).filter(([key]) => !isOther(key)));
  const rows = Object.entries(typed.input ?? {});
  return {
    ...typed,
    input: Object.fromEntries(rows.map(([key, cells]) => [key, fitting(cells)])),
    ...(typed.points ? { points: fitting(typed.points) } : {}),
  };
}
