import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { weekParts } from '../../../src/plan/calendar/calendar.ts';
import { actualOf, type Flow, type TypedActuals } from '../../../src/plan/model/actual.ts';
import { kpiNamed } from '../../../src/plan/model/aggregation.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import type { Cadence } from '../../../src/plan/model/plan.ts';
import { feedOf } from '../../kit/plans/feeds.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';

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
  typed: TypedActuals,
  beside: readonly [string, Cadence][] = [],
  flowing: Readonly<Record<string, Flow>> = {},
) {
  const kpis = [[kpi, cadence] as const, ...beside].map(([name, often]) =>
    planned(name, { cadence: often }),
  );
  const feeds = Object.keys(flowing).map((input) =>
    feedOf(input, { account: 'properties/1', metric: 'x' }),
  );
  const plan = planOf(kpis, { quarter, feeds });
  const found = kpiNamed(kpi, plan, catalogue);
  if (!found) throw new Error(kpi);
  return actualOf(found, plan, inputsOfPlan(plan), parts, typed, flowing);
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

describe('what a KPI has reached of what flows in', () => {
  const first = parts[0]?.from ?? 0;
  const each = (days: number, value: number) =>
    Array.from({ length: days }, (_, at) => ({ from: first + at, to: first + at, value }));
  const flow = (days: number, rows: Flow['rows'], daily = true): Flow => ({
    covered: { from: first, to: first + days - 1 },
    rows,
    daily,
  });
  const flows = (flowing: Readonly<Record<string, Flow>>, kpi = 'CPL', typed: TypedActuals = {}) =>
    actual(kpi, 'month', typed, [], flowing);

  it('goes up to any covered day, whatever the cadence; a day without a row is 0', () => {
    const leads = { LEADS: flow(10, each(4, 5)) };
    expect(flows(leads, 'LEADS')).toEqual({ through: first + 9, value: 20 });
    const none = { LEADS: { ...flow(10, []), covered: null } };
    expect(flows(none, 'LEADS')).toEqual({ through: null, value: null });
    expect(flows({ LEADS: flow(10, []) }, 'LEADS').value).toBe(0);
  });

  it('is unknown where the quarter’s first day is', () => {
    const late = { ...flow(10, each(10, 1)), covered: { from: first + 1, to: first + 9 } };
    expect(flows({ LEADS: late }, 'LEADS').through).toBeNull();
  });

  it('waits for the later of two places, and for the end of a week beside what is typed', () => {
    const leads = flow(10, each(10, 1));
    expect(flows({ LEADS: leads, 'CPL.cost': flow(8, each(8, 2)) })).toEqual({
      through: first + 7,
      value: 2,
    });
    const weeks = flow(8, each(8, 2), false);
    expect(flows({ LEADS: leads, 'CPL.cost': weeks }).through).toBe(to(0));
    const typed = { 'CPL.cost': upTo(4, 9) };
    expect(actual('CPL', 'week', typed, [], { LEADS: leads })).toEqual({
      through: to(0),
      value: 9 / (to(0) - first + 1),
    });
  });

  it('takes readings of whole periods alone; nobody is 0, an average of nothing is unknown', () => {
    const month = { from: first, to: first + 29, value: 700 };
    expect(flows({ VISITORS: flow(40, [month], false) }, 'VISITORS')).toEqual({
      through: first + 29,
      value: 700,
    });
    expect(flows({ VISITORS: flow(40, [], false) }, 'VISITORS').value).toBe(0);
    expect(flows({ VISITORS: flow(20, [month], false) }, 'VISITORS').value).toBeNull();
    expect(flows({ SEARCHRANK: flow(40, [], false) }, 'SEARCHRANK').value).toBeNull();
  });

  it('takes the latest reading, and the earliest of what there was at the start', () => {
    const rows = [2, 5].map((at) => ({ from: first + at, to: first + at, value: at }));
    expect(flows({ FOLLOWERS: flow(9, rows) }, 'FOLLOWERS')).toEqual({
      through: first + 8,
      value: 5,
    });
    const customers = {
      'ACQRATE.customersAtStart': flow(9, rows),
      'CHURN.customersLost': flow(9, each(1, 1)),
    };
    expect(flows(customers, 'CHURN').value).toBe(1 / 2);
  });
});
