import { weekParts } from '../quarter/calendar.ts';
import type { Plan } from '../quarter/plan.ts';
import type { Typed } from '../templates/facts.ts';
import { partKey } from '../templates/input-block.ts';
import { Problem } from './problem.ts';
import type { World } from './world.ts';

/** What was typed for one plan, as far as it means the same for what the plan becomes. */
export const stillFitting = (before: Plan, after: Plan, typed: Typed, world: World): Typed =>
  ofSameOwn(before, after, inSameWeeks(before, after, typed, world));

/**
 * A number of Monday to Sunday says nothing of Sunday to Saturday: weeks that hold numbers stay, and
 * of their weights only those of the same days.
 */
function inSameWeeks(before: Plan, after: Plan, typed: Typed, { say }: World): Typed {
  const { quarter, circumstances, name } = after;
  if (before.circumstances.weekStart === circumstances.weekStart) return typed;
  const rows = Object.entries(typed.input ?? {});
  if (rows.some(([, cells]) => Object.keys(cells).some((column) => column !== 'weight'))) {
    throw new Problem(say.weeksTyped(name), 'circumstances.weekStart');
  }
  const ends = (plan: Plan) =>
    weekParts(quarter, plan.circumstances.weekStart).map((part) => `${partKey(part)}:${part.to}`);
  const [was, is] = [ends(before), ends(after)];
  const same = was.filter((days) => is.includes(days)).map((days) => days.split(':')[0]);
  return { ...typed, input: Object.fromEntries(rows.filter(([key]) => same.includes(key))) };
}

/** The first own KPI is `OWN_A` again once an earlier one is gone: its numbers are not the new one's. */
function ofSameOwn(before: Plan, after: Plan, typed: Typed): Typed {
  const others = after.own.flatMap((own) => {
    const was = before.own.find(({ name }) => name === own.name);
    return was && JSON.stringify(was) !== JSON.stringify(own) ? [own.name] : [];
  });
  if (others.length === 0) return typed;
  const isOther = (key: string) =>
    others.some((name) => key === name || key.startsWith(`${name}.`));
  const fitting = <T>(cells: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(cells).filter(([key]) => !isOther(key)));
  const rows = Object.entries(typed.input ?? {});
  return {
    ...typed,
    input: Object.fromEntries(rows.map(([key, cells]) => [key, fitting(cells)])),
    ...(typed.points ? { points: fitting(typed.points) } : {}),
  };
}
