import {
  lastDay,
  previousQuarter,
  type QuarterName,
  sameQuarter,
} from '../../plan/calendar/calendar.ts';
import { aggregationOf, kpiNamed } from '../../plan/model/aggregation.ts';
import { isOf, unansweredCells } from '../../sheet/layout/computed-value.ts';
import { plainValue } from '../../sheet/layout/read-cells.ts';
import type { LastActuals } from '../api/plan-api.ts';
import { requestField } from '../api/request.ts';
import { askedAgain } from '../plan-store/asked-again.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';

/** Last quarter's actuals of a plan of the same name and role, from its sheet. */
export function lastActuals(request: unknown, context: Context): LastActuals {
  const quarter = readQuarter(requestField(request, 'quarter'));
  const name = requestField(request, 'name');
  const asked = requestField(request, 'kpis');
  if (!quarter || typeof name !== 'string' || !Array.isArray(asked))
    return { actuals: {}, from: [] };
  const before = previousQuarter(quarter);
  const plan = findPlans(context).plans.find(
    ({ card: metadata, sheet }) =>
      sheet !== null &&
      sameQuarter(metadata.plan.quarter, before) &&
      metadata.plan.role === requestField(request, 'role') &&
      folded(metadata.plan.name) === folded(name),
  );
  if (!plan?.sheet) return { actuals: {}, from: [] };
  const currency = requestField(request, 'currency') ?? plan.card.plan.circumstances.currency;
  const known = Object.entries(actualsOf(plan, context)).filter(
    ([kpi, value]) => asked.includes(kpi) && value !== null && isSame(kpi, plan, currency, context),
  );
  const from = known.length > 0 ? [plan.sheet.name] : [];
  return { actuals: Object.fromEntries(known) as Record<string, number>, from };
}

/** Own KPIs are called `OWN_A` in every plan, and money of another currency is another number. */
function isSame(
  name: string,
  { card: metadata }: PlanSheet,
  currency: unknown,
  context: Context,
): boolean {
  const { own, circumstances } = metadata.plan;
  const unit = kpiNamed(name, metadata.plan, context.catalogue)?.unit;
  if (own.some((each) => each.name === name)) return false;
  return (unit !== 'money' && unit !== 'moneyEach') || circumstances.currency === currency;
}

/**
 * What the scorecard shows as actual; `null` where it shows no number, or what adds up is not there
 * to the quarter's last day: a part of it is not what the quarter brought. Made-up numbers are none,
 * and neither is what rests on damaged cells. What a function of ours has not answered there, it is
 * asked once more.
 */
export function actualsOf(plan: PlanSheet, context: Context): Record<string, number | null> {
  const { card: metadata } = plan;
  const { catalogue } = context;
  const { blocks } = plan.read();
  const damaged = plan.check()?.kpis ?? [];
  const score = blocks.find(({ block }) => block === 'score');
  if (!score || metadata.sample) return {};
  const unanswered = unansweredCells(blocks.filter(({ block }) => block !== 'input'));
  const end = lastDay(metadata.plan.quarter);
  const rows = score.rowKeys.flatMap((key, row) => {
    if (!/^[A-Z]/.test(key)) return [];
    const cell = (column: string) => score.values[row]?.[score.columnKeys.indexOf(column)] ?? '';
    const waits = unanswered.some((each) => isOf(key, each));
    const value = waits ? askedAgain(key, metadata.plan, blocks, context) : cell('actual');
    const through = plainValue(cell('through'));
    const kpi = kpiNamed(key, metadata.plan, catalogue);
    const part =
      kpi && aggregationOf(kpi) === 'sum' && !(typeof through === 'number' && through >= end);
    const whole = !part && !damaged.includes(key);
    return [[key, typeof value === 'number' && whole ? value : null] as const];
  });
  return Object.fromEntries(rows);
}

export const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** A quarter as the panel sent it. */
export function readQuarter(value: unknown): QuarterName | null {
  const [year, month] = [requestField(value, 'year'), requestField(value, 'month')];
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
