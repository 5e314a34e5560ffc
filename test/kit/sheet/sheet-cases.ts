import { expect } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import type { PlanRole } from '../../../src/plan/model/plan.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { planned, planOf } from '../plans/plans.ts';
import { type Drawn, typedInto } from './drawn.ts';
import { ads, dataDrawing, fedFacts, feedOf, flowsOf, shop } from './fed-facts.ts';
import { expectSame, factsOf, rolePlan, sampled, typedOf } from './plan-facts.ts';

/** A plan's sheet without functions of ours, and what it has to come to, computed without a sheet. */
export interface SheetCase {
  readonly drawing: Drawing;
  /** The rows that flowed in. */
  readonly data?: Drawing;
  /** Compares what a program has computed of the sheet. */
  expectSame(sheet: Drawn): void;
}

/** The ready-made plan of a role, filled in up to its sixth week. */
export function roleCase(role: PlanRole): SheetCase {
  const { plan, filled } = sampled(rolePlan(role, 'vi'));
  const { parts } = factsOf(plan);
  const facts = factsOf(plan, { typed: typedOf(parts, filled), portable: true });
  const today = { value: parts[5]?.to ?? 0 };
  return {
    drawing: typedInto(planDrawing(facts, '{}'), 'KPI_abc123_calc', '.today', 'from', today),
    expectSame(sheet) {
      expectSame(sheet, facts, filled);
      expect(sheet.at('KPI_abc123_score', '.live', 'title')).toMatch(/^tuần 6\/14 ▓{6}░{8} · số/);
    },
  };
}

/** A plan into which data flows up to a day within a week, told apart by channel. */
export function fedCase(): SheetCase {
  const first = dayOf(2027, 1, 1);
  const kpis = ['LEADS', 'CPL', 'FOLLOWERS', 'VISITORS'].map((name) =>
    planned(name, { target: 100, baseline: 10 }),
  );
  const apart = { split: 'kênh' };
  const feeds = [
    feedOf('LEADS', shop, apart),
    feedOf('CPL.cost', ads, apart),
    feedOf('FOLLOWERS', ads),
    feedOf('VISITORS', shop),
  ];
  const plan = planOf(kpis, { feeds, accounts: [shop, ads] });
  const names = ['Email', 'a*b', '2027-01-02'];
  const days = Array.from({ length: 20 }, (_, at) => ({
    from: first + at,
    to: first + at,
    value: at % 4,
    segment: names[at % 3] ?? '',
  }));
  const one = { from: first, through: first + 19, settled: first + 16, rows: days };
  const week = { from: first + 3, to: first + 9, value: 70 };
  const fetched = {
    LEADS: one,
    'CPL.cost': one,
    FOLLOWERS: { ...one, rows: days.map((row) => ({ ...row, segment: '' })) },
    VISITORS: { ...one, rows: [week] },
  };
  const rates = { USD: 25_000 };
  const titles = names.map((title, at) => [`s${at + 1}`, { title }] as const);
  const typed = { split: Object.fromEntries(titles) };
  const facts = fedFacts(plan, fetched, { rates, typed, portable: true });
  const today = { value: first + 20 };
  return {
    drawing: typedInto(planDrawing(facts, '{}'), 'KPI_abc123_calc', '.today', 'from', today),
    data: dataDrawing(facts, fetched),
    expectSame(sheet) {
      expectSame(sheet, facts, { inputs: {}, weights: [] }, flowsOf(facts, fetched, rates));
      const each = names.map((name) =>
        days.reduce((sum, { value, segment }) => sum + (segment === name ? value : 0), 0),
      );
      const leads = ['s1', 's2', 's3', 's4', 'rest'].map((row) =>
        sheet.at('KPI_abc123_split', row, 'seg:LEADS'),
      );
      expect(leads).toEqual([...each, '', 0]);
      expect(sheet.at('KPI_abc123_score', '.live', 'title')).toMatch(/17\/01, 3 ngày tạm tính$/);
    },
  };
}
