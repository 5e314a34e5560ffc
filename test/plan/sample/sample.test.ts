import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';

import type { Unit } from '../../../src/kpi/units.ts';
import { dayOf, firstDay, lastDay, weekParts } from '../../../src/plan/calendar/calendar.ts';
import { actualOf } from '../../../src/plan/model/actual.ts';
import { aggregationOf, kpiNamed } from '../../../src/plan/model/aggregation.ts';
import { defaultCadence, inputsOfPlan, isOpen } from '../../../src/plan/model/inputs.ts';
import type { CustomKpi, Plan } from '../../../src/plan/model/plan.ts';
import { statusLightOf } from '../../../src/plan/model/status.ts';
import { shareAt } from '../../../src/plan/model/week-share.ts';
import { sampleInputs, samplePlan, sampleWeights } from '../../../src/plan/sample/sample-plan.ts';
import { type GivenPlan, planned, planOf } from '../../kit/plans/plans.ts';
import { kpiStatus, tetWeightsOpen } from '../../kit/plans/standing.ts';

const kpis = catalogue.map((kpi) => planned(kpi.name, { cadence: defaultCadence(kpi) }));
const ids = fc.stringMatching(/^[a-z0-9]{6}$/);
/** Of a quarter without Tết. */
const springPlan = (planned: Plan['kpis'], given: GivenPlan = {}): Plan =>
  planOf(planned, { quarter: { year: 2026, month: 4 }, ...given });

const quarters = fc.record({
  year: fc.integer({ min: 2020, max: 2060 }),
  month: fc.constantFrom(1, 4, 7, 10),
});

function sample(plan: Plan, until?: number) {
  const parts = weekParts(plan.quarter, plan.circumstances.weekStart);
  const inputs = inputsOfPlan(plan);
  const typed = sampleInputs(plan, inputs, parts, until ?? lastDay(plan.quarter));
  return { parts, inputs, typed };
}

function standings(plan: Plan, until: number) {
  const { parts, inputs, typed } = sample(plan, until);
  const weights = sampleWeights(parts);
  return plan.kpis.map((each) => {
    const kpi = kpiNamed(each.kpi, plan, catalogue);
    if (!kpi) throw new Error(each.kpi);
    const { value, through } = actualOf(kpi, plan, inputs, parts, typed);
    const share = shareAt(parts, weights, through);
    const weightsOpen = tetWeightsOpen(parts, weights, through);
    const reading = {
      kind: aggregationOf(kpi),
      better: kpi.better,
      actual: value,
      share,
      over: through === lastDay(plan.quarter),
      weightsOpen,
    };
    const { baseline, target, goal, flag } = each;
    const { code } = kpiStatus({ ...reading, baseline, target, goal, flag });
    return { kpi: kpi.name, status: statusLightOf(code) };
  });
}

describe('sample numbers', () => {
  it('know every quantity of the catalogue', () => {
    const inputs = inputsOfPlan({ kpis, own: [], feeds: [] });
    expect(inputs.filter((input) => !input.sample).map(({ key }) => key)).toEqual([]);
  });

  it('keep every bound, in every quarter: each KPI of the catalogue comes out of them', () => {
    fc.assert(
      fc.property(ids, quarters, (id, quarter) => {
        const plan = springPlan(kpis, { id, quarter });
        const { parts, inputs, typed } = sample(plan);
        for (const input of inputs) {
          for (const value of typed[input.key] ?? []) {
            if (value === null) continue;
            expect(value).toBeGreaterThanOrEqual(input.min ?? Number.NEGATIVE_INFINITY);
            expect(value).toBeLessThanOrEqual(input.max ?? Number.POSITIVE_INFINITY);
          }
        }
        for (const kpi of catalogue) {
          const { value } = actualOf(kpi, plan, inputs, parts, typed);
          expect([kpi.name, typeof value]).toEqual([kpi.name, 'number']);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stand in open cells of periods that are over, and nowhere else', () => {
    const plan = springPlan(kpis);
    const until = dayOf(2026, 5, 12);
    const { parts, inputs, typed } = sample(plan, until);
    for (const input of inputs) {
      const there = (typed[input.key] ?? []).map((value) => value !== null);
      expect(there).toEqual(parts.map((part) => isOpen(input, part) && part.to <= until));
    }
    const early = sample(plan, firstDay(plan.quarter) - 1).typed;
    expect(new Set(Object.values(early).flat())).toEqual(new Set([null]));
  });

  it('are always the same, whatever else is in the plan and however far they go', () => {
    const alone = springPlan([planned('MQLS')]);
    const all = springPlan(kpis);
    const until = dayOf(2026, 5, 12);
    const more = sample(all).typed.MQLS ?? [];
    const less = sample(alone, until).typed.MQLS ?? [];
    expect(less.filter((value) => value !== null)).toEqual(
      more.slice(0, less.filter((value) => value !== null).length),
    );
    expect(sample(springPlan(kpis, { id: 'zzz999' })).typed.MQLS).not.toEqual(more);
  });

  it('grow, are never flat, and are quiet at Tết', () => {
    const plan = springPlan([planned('TRAFFIC')], { quarter: { year: 2026, month: 1 } });
    const { parts, typed } = sample(plan);
    const perDay = (typed.TRAFFIC ?? []).map((value, at) => {
      const part = parts[at];
      return (value ?? 0) / (part ? part.to - part.from + 1 : 1);
    });
    expect(new Set(perDay).size).toBeGreaterThan(10);
    const tet = parts.findIndex((part) => part.tet);
    expect(perDay[tet] ?? 0).toBeLessThan((perDay[tet - 1] ?? 0) * 0.75);
    const fullWeeks = perDay.filter((_, at) => !parts[at]?.tet);
    const half = Math.floor(fullWeeks.length / 2);
    const mean = (all: number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
    expect(mean(fullWeeks.slice(half))).toBeGreaterThan(mean(fullWeeks.slice(0, half)));
  });

  it('are in the currency of the plan', () => {
    const dollars = { ...planOf([]).circumstances, currency: 'USD' };
    const cost = (plan: Plan) => (sample(plan).typed['CPL.cost'] ?? [])[1] ?? 0;
    const plan = springPlan([planned('CPL')]);
    expect(cost(plan)).toBeGreaterThan(5_000_000);
    expect(cost({ ...plan, circumstances: dollars })).toBeLessThan(1000);
  });

  it('exist for own KPIs of every unit', () => {
    const units: Unit[] = ['count', 'fraction', 'money', 'moneyEach', 'score', 'times', 'hours'];
    const own = units.flatMap((unit, at): CustomKpi[] => {
      const name = (letter: number) => `OWN_${String.fromCharCode(65 + letter)}`;
      const kpi = { title: unit, unit, better: 'higher' as const, unsaid: [] };
      return [
        { ...kpi, name: name(at * 2), how: { is: 'ratio', top: 'a', bottom: 'b' } },
        { ...kpi, name: name(at * 2 + 1), how: { is: 'typed', over: 'whole' } },
      ];
    });
    const plan = springPlan(
      own.map((each) => planned(each.name)),
      { own },
    );
    const until = dayOf(2026, 5, 17);
    for (const { kpi, status } of standings(samplePlan(plan, until), until)) {
      expect([kpi, status]).not.toEqual([kpi, 'none']);
    }
  });
});

describe('a sample plan', () => {
  const until = dayOf(2026, 5, 31);
  const roles = [
    ['SALES', 'ROI', 'MQLS', 'MKTSPEND'],
    ['TRAFFIC', 'LEADS', 'CVR', 'CPL', 'MKTSPEND', 'LEADQUALITY'],
    ['FOLLOWERS', 'INTERACTIONS', 'REACH', 'SOCIALCVR', 'POSTS', 'ENGRATE'],
    ['BLOGTRAFFIC', 'CONTENTLEADS', 'TIMEONPAGE', 'BOUNCE', 'POSTS'],
    ['SALES', 'NEWCUSTOMERS', 'WINRATE', 'SQLS', 'CSAT', 'LEADCVR', 'LOSSRATE', 'REVENUE'],
    ['CUSTOMERGROWTH', 'TRAFFIC', 'CAMPAIGNCVR', 'CAMPAIGNREV', 'INTERACTIONS', 'MKTSPEND'],
  ];

  it.each(roles)('shows all colours: %s, %s …', (...names) => {
    const role = names.flatMap((name) => kpis.find(({ kpi }) => kpi === name) ?? []);
    for (const quarter of [
      { year: 2026, month: 4 },
      { year: 2026, month: 1 },
    ]) {
      const plan = springPlan(role, { quarter });
      const day = quarter.month === 4 ? until : dayOf(2026, 2, 28);
      const seen = standings(samplePlan(plan, day), day).map(({ status }) => status);
      expect(seen).not.toContain('none');
      expect(seen).toContain('good');
      expect(seen).toContain('bad');
      expect(seen).toContain('watch');
    }
  });

  it('judges every KPI of the catalogue that has a value by then', () => {
    const plan = springPlan(kpis);
    const end = lastDay(plan.quarter);
    const none = standings(samplePlan(plan, end), end).filter(({ status }) => status === 'none');
    expect(none).toEqual([]);
  });

  it('keeps what is known', () => {
    const known = { baseline: 5, target: 7, lastYear: 3 };
    const plan = springPlan([planned('LEADS', known), planned('FOLLOWERS', known)]);
    expect(samplePlan(plan, until)).toEqual(plan);
  });

  it('plans nothing beyond what there is', () => {
    for (const { kpi, target } of samplePlan(springPlan(kpis), until).kpis) {
      const most = { CSAT: 1, POSITIVESHARE: 1, RATING: 5, VISIONFIT: 5, NPS: 100, PACE: 1 }[kpi];
      if (most !== undefined) expect([kpi, (target ?? 0) <= most]).toEqual([kpi, true]);
    }
  });

  it('passes over KPIs nobody knows', () => {
    const plan = springPlan([planned('NOSUCHKPI')]);
    expect(samplePlan(plan, until)).toEqual(plan);
  });
});
