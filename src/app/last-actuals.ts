import { previousQuarter, type QuarterName } from '../quarter/calendar.ts';
import { fieldOf } from './checked.ts';
import { findPlans, type StandingPlan } from './find-plans.ts';
import type { LastActuals } from './plan-api.ts';
import { readBlocks } from './plan-blocks.ts';
import type { World } from './world.ts';

/** Last quarter's actuals of a plan of the same name and role, from its sheet. */
export function lastActuals(request: unknown, world: World): LastActuals {
  const quarter = quarterIn(fieldOf(request, 'quarter'));
  const name = fieldOf(request, 'name');
  const asked = fieldOf(request, 'kpis');
  if (!quarter || typeof name !== 'string' || !Array.isArray(asked))
    return { actuals: {}, from: [] };
  const before = previousQuarter(quarter);
  const plan = findPlans(world).plans.find(
    ({ card, sheet }) =>
      sheet !== null &&
      sameQuarter(card.plan.quarter, before) &&
      card.plan.role === fieldOf(request, 'role') &&
      folded(card.plan.name) === folded(name),
  );
  if (!plan?.sheet) return { actuals: {}, from: [] };
  const known = Object.entries(actualsOf(plan, world)).filter(
    ([kpi, value]) => asked.includes(kpi) && value !== null,
  );
  const from = known.length > 0 ? [plan.sheet.name] : [];
  return { actuals: Object.fromEntries(known) as Record<string, number>, from };
}

/** What the scorecard shows as actual; `null` where it shows no number. */
export function actualsOf(
  { areas }: Pick<StandingPlan, 'areas'>,
  { book }: World,
): Record<string, number | null> {
  const [score] = readBlocks(new Map([...areas].filter(([block]) => block === 'score')), book);
  const column = score?.columnKeys.indexOf('actual') ?? -1;
  if (!score || column < 0) return {};
  const rows = score.rowKeys.flatMap((key, row) => {
    const value = score.values[row]?.[column];
    const kpi = /^[A-Z]/.test(key) ? key : null;
    return kpi === null ? [] : [[kpi, typeof value === 'number' ? value : null] as const];
  });
  return Object.fromEntries(rows);
}

export const sameQuarter = (one: QuarterName, other: QuarterName): boolean =>
  one.year === other.year && one.month === other.month;

export const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** A quarter as the panel sent it. */
export function quarterIn(value: unknown): QuarterName | null {
  const [year, month] = [fieldOf(value, 'year'), fieldOf(value, 'month')];
  const fine =
    typeof year === 'number' &&
    year >= 2000 &&
    year <= 2100 &&
    Number.isInteger(year) &&
    typeof month === 'number' &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(month);
  return fine ? { year, month } : null;
}
