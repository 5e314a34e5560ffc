import { lastDay, previousQuarter, type QuarterName } from '../../plan/calendar/calendar.ts';
import { kindOf, kpiNamed } from '../../plan/model/aggregation.ts';
import { plain } from '../../sheet/layout/read-cells.ts';
import type { LastActuals } from '../api/plan-api.ts';
import { fieldOf } from '../api/request.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { readBlocks } from '../plan-store/plan-sheet.ts';
import type { World } from '../ports/context.ts';

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
  const currency = fieldOf(request, 'currency') ?? plan.card.plan.circumstances.currency;
  const known = Object.entries(actualsOf(plan, world)).filter(
    ([kpi, value]) => asked.includes(kpi) && value !== null && isSame(kpi, plan, currency, world),
  );
  const from = known.length > 0 ? [plan.sheet.name] : [];
  return { actuals: Object.fromEntries(known) as Record<string, number>, from };
}

/** Own KPIs are called `OWN_A` in every plan, and money of another currency is another number. */
function isSame(name: string, { card }: PlanSheet, currency: unknown, world: World): boolean {
  const { own, circumstances } = card.plan;
  const unit = kpiNamed(name, card.plan, world.catalogue)?.unit;
  if (own.some((each) => each.name === name)) return false;
  return (unit !== 'money' && unit !== 'moneyEach') || circumstances.currency === currency;
}

/**
 * What the scorecard shows as actual; `null` where it shows no number, or what adds up is not there
 * to the quarter's last day: a part of it is not what the quarter brought. Made-up numbers are none.
 */
export function actualsOf(
  { areas, card }: Pick<PlanSheet, 'areas' | 'card'>,
  { book, catalogue }: World,
): Record<string, number | null> {
  const [score] = readBlocks(new Map([...areas].filter(([block]) => block === 'score')), book);
  if (!score || card.sample) return {};
  const end = lastDay(card.plan.quarter);
  const rows = score.rowKeys.flatMap((key, row) => {
    if (!/^[A-Z]/.test(key)) return [];
    const cell = (column: string) => score.values[row]?.[score.columnKeys.indexOf(column)] ?? '';
    const [value, through] = [cell('actual'), plain(cell('through'))];
    const kpi = kpiNamed(key, card.plan, catalogue);
    const part = kpi && kindOf(kpi) === 'sum' && !(typeof through === 'number' && through >= end);
    return [[key, typeof value === 'number' && !part ? value : null] as const];
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
