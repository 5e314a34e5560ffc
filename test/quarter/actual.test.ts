import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue.ts';
import { actualOf, type Typed } from '../../src/quarter/actual.ts';
import { weekParts } from '../../src/quarter/calendar.ts';
import { inputsOfPlan } from '../../src/quarter/inputs.ts';
import { kpiNamed } from '../../src/quarter/kinds.ts';
import type { Cadence, Plan } from '../../src/quarter/plan.ts';
import { aPlan, aPlannedKpi } from './a-plan.ts';

const quarter = { year: 2026, month: 4 };
const parts = weekParts(quarter, 'monday');
const rows = (fill: (at: number) => number | null) => parts.map((_, at) => fill(at));
const upTo = (count: number, value: number) => rows((at) => (at < count ? value : null));
const atMonths = (...values: (number | null)[]) => {
  const left = [...values];
  return parts.map((part) => (part.endsMonth ? (left.shift() ?? null) : null));
};
const to = (at: number) => parts[at]?.to ?? Number.NaN;

function actual(
  kpi: string,
  cadence: Cadence,
  typed: Typed,
  beside: readonly [string, Cadence][] = [],
) {
  const kpis = [[kpi, cadence] as const, ...beside].map(([name, often]) =>
    aPlannedKpi(name, { cadence: often }),
  );
  const plan: Plan = aPlan({ quarter, kpis });
  const found = kpiNamed(kpi, plan, catalogue);
  if (!found) throw new Error(kpi);
  return actualOf(found, plan, inputsOfPlan(plan), parts, typed);
}

describe('what a KPI has reached', () => {
  it('is the sum up to the first gap', () => {
    const typed = { LEADS: rows((at) => (at === 3 ? null : 10)) };
    expect(actual('LEADS', 'week', typed)).toEqual({ through: to(2), value: 30 });
    expect(
      actual('LEADS', 'week', { LEADS: rows((at) => (at === 0 ? null : 1)) }).value,
    ).toBeNull();
    expect(actual('LEADS', 'week', { LEADS: upTo(2, 0) })).toEqual({ through: to(1), value: 0 });
    expect(actual('LEADS', 'week', {})).toEqual({ through: null, value: null });
  });

  it('is one total divided by another, never an average, as far as both are known', () => {
    const typed = {
      'CPL.cost': rows((at) => (at < 3 ? ([100, 900, 500][at] ?? null) : null)),
      LEADS: rows((at) => (at < 2 ? ([1, 9][at] ?? null) : null)),
    };
    expect(actual('CPL', 'week', typed)).toEqual({ through: to(1), value: 100 });
    const none = { 'CPL.cost': upTo(2, 5), LEADS: upTo(2, 0) };
    expect(actual('CPL', 'week', none)).toEqual({ through: to(1), value: null });
  });

  it('waits for the slower of its inputs', () => {
    const typed = { 'CPL.cost': atMonths(900), LEADS: upTo(8, 2) };
    const month = parts.findIndex((part) => part.endsMonth);
    expect(actual('CPL', 'month', typed, [['LEADS', 'week']])).toEqual({
      through: to(month),
      value: 900 / (2 * (month + 1)),
    });
  });

  it('is the latest of what is read, and the earliest of what there was at the start', () => {
    const followers = rows((at) => (at === 1 ? 100 : at === 4 ? 130 : null));
    expect(actual('FOLLOWERS', 'week', { FOLLOWERS: followers })).toEqual({
      through: to(4),
      value: 130,
    });
    const typed = {
      'ACQRATE.customersAtStart': atMonths(100, 110, null),
      'CHURN.customersLost': atMonths(4, 6, null),
    };
    expect(actual('CHURN', 'month', typed).value).toBe(0.1);
  });

  it('of a reading that is never combined is that of the latest complete period alone', () => {
    const typed = {
      REACH: atMonths(1000, 2000, null),
      INTERACTIONS: upTo(parts.length, 10),
    };
    const perMonth = parts.filter((part) => part.month === 2).length * 10;
    const engaged = actual('ENGRATE', 'month', typed, [['INTERACTIONS', 'week']]);
    expect(engaged.value).toBe(perMonth / 2000);
    const gap = { ...typed, INTERACTIONS: upTo(parts.length - 4, 10) };
    expect(parts[parts.length - 4]?.month).toBe(3);
    expect(actual('ENGRATE', 'month', gap, [['INTERACTIONS', 'week']]).value).toBe(perMonth / 2000);
    const all = { ...gap, REACH: atMonths(1000, 2000, 3000) };
    expect(actual('ENGRATE', 'month', all, [['INTERACTIONS', 'week']]).value).toBe(perMonth / 2000);
    const skipped = { ...typed, REACH: atMonths(null, 2000, null) };
    expect(actual('REACH', 'month', skipped).value).toBe(2000);
  });
});
