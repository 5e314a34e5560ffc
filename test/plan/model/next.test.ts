import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { dayOf, nextQuarter, type QuarterName } from '../../../src/plan/calendar/calendar.ts';
import { nextPlan, nextTargets } from '../../../src/plan/model/next-quarter.ts';
import type { CustomKpi, Plan, PlannedKpi } from '../../../src/plan/model/plan.ts';
import { validatePlan } from '../../../src/plan/validation/validate-plan.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { about, chosenPlan } from '../../kit/plans/plans.ts';

const own: CustomKpi = {
  name: 'OWN_A',
  title: 'Livestream',
  unit: 'count',
  better: 'higher',
  how: { is: 'typed', over: 'sum' },
  unsaid: [],
};
const names = ['LEADS', 'CPL', 'FOLLOWERS', 'NPS', 'MKTSPEND', 'RETENTION', 'ROI', 'OWN_A'];

/** A plan of a quarter with what it says of its KPIs. */
function planOf(
  quarter: QuarterName,
  facts: Readonly<Record<string, Partial<PlannedKpi>>> = {},
): Plan {
  const plan = chosenPlan(
    names.map((kpi) => ({ kpi, weight: null })),
    { objective: 'leads', quarter, own: [own] },
  );
  return { ...plan, kpis: plan.kpis.map((kpi) => ({ ...kpi, ...facts[kpi.kpi] })) };
}
const q1 = { year: 2027, month: 1 };
const q2 = { year: 2027, month: 4 };
const q4 = { year: 2026, month: 10 };
const after = dayOf(2027, 4, 3);
const during = dayOf(2027, 3, 20);

const next = (
  plan: Plan,
  actuals: Record<string, number | null>,
  history: Plan[] = [],
  today = after,
) => nextPlan(plan, actuals, history, today, catalogue);
const kpi = (plan: Plan, name: string) => plan.kpis.find((each) => each.kpi === name);
const proposal = (
  name: string,
  plan: Plan,
  actuals: Record<string, number | null>,
  history: Plan[] = [],
  today = after,
) => {
  const found = nextTargets(plan, actuals, history, today, catalogue).find(
    (each) => each.kpi === name,
  );
  return { target: found?.target, why: found?.why.vi };
};

describe('the next quarter', () => {
  it('takes what this one brought as its baseline; what nobody knows stays unknown', () => {
    const plan = next(planOf(q1), { LEADS: 1240, FOLLOWERS: 0, NPS: null });
    expect(plan.quarter).toEqual(q2);
    expect(kpi(plan, 'LEADS')?.baseline).toBe(1240);
    expect(kpi(plan, 'FOLLOWERS')?.baseline).toBe(0);
    expect(kpi(plan, 'NPS')?.baseline).toBeNull();
    expect(kpi(plan, 'CPL')?.baseline).toBeNull();
  });

  it('keeps what was agreed on and begins anew what belongs to a quarter', () => {
    const change = { owner: 'Hà', cadence: 'month', goal: 0.95, flag: 0.8, weight: 0.4 } as const;
    const told = { definition: 'không tính trùng', source: 'CRM' };
    const plan = planOf(q1, { LEADS: { ...change, ...told, target: 1000 } });
    const agreed = { givenBy: 'Hà', acceptedBy: 'Lan', on: 46400 };
    const scores = { way: 'linear', floor: 0, cap: 1.2, ladder: [] } as const;
    const draft = next({ ...plan, agreed, ignored: ['owner'], scores, after: 'zzz999' }, {});
    expect(kpi(draft, 'LEADS')).toMatchObject({ ...change, ...told, target: null });
    expect(draft).toMatchObject({ id: '', after: 'abc123', agreed: null, ignored: [], scores });
    expect(
      validatePlan({ ...draft, id: 'new123' }, 'vi', catalogue, shippedSources),
    ).toHaveProperty('plan');
  });

  it('does not take half a quarter’s leads for a quarter’s; rates and levels count as they stand', () => {
    const actuals = { LEADS: 900, CPL: 90000, FOLLOWERS: 5000 };
    const draft = next(planOf(q1, { LEADS: { baseline: 800 } }), actuals, [], during);
    expect(kpi(draft, 'LEADS')?.baseline).toBeNull();
    expect(kpi(draft, 'CPL')?.baseline).toBe(90000);
    expect(kpi(draft, 'FOLLOWERS')?.baseline).toBe(5000);
    const open = proposal('LEADS', planOf(q1, { LEADS: { baseline: 800 } }), actuals, [], during);
    expect(open).toMatchObject({ target: null, why: expect.stringContaining('chưa kết thúc') });
  });

  it('finds the same quarter a year before in earlier plans', () => {
    const lastYear = planOf({ year: 2026, month: 7 }, { LEADS: { baseline: 700 } });
    expect(kpi(next(planOf(q1), {}, [lastYear]), 'LEADS')?.lastYear).toBe(700);
    expect(kpi(next(planOf(q1), {}), 'LEADS')?.lastYear).toBeNull();
  });

  it('rolls over late into the quarter that is on, whose last quarter nobody measured', () => {
    const draft = next(planOf(q1), { LEADS: 1240 }, [], dayOf(2028, 1, 5));
    expect(draft.quarter).toEqual({ year: 2028, month: 1 });
    expect(kpi(draft, 'LEADS')).toMatchObject({ baseline: null, lastYear: 1240, target: null });
  });

  it('follows a financial year that begins in any month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 }), (first, at) => {
        const quarter = { year: 2027, month: ((first - 1 + 3 * at) % 12) + 1 };
        const plan = planOf(quarter);
        const circumstances = { ...plan.circumstances, firstMonth: first };
        const draft = next({ ...plan, circumstances }, {}, [], dayOf(2027, 1, 1));
        expect(draft.quarter).toEqual(nextQuarter(quarter));
        expect(
          validatePlan({ ...draft, id: 'new123' }, 'vi', catalogue, shippedSources),
        ).toHaveProperty('plan');
      }),
    );
  });
});

describe('a proposed target', () => {
  it('is none without history: never a guess', () => {
    for (const { target, why } of nextTargets(planOf(q1), { LEADS: 1240 }, [], after, catalogue)) {
      expect(target).toBeNull();
      expect(why.vi && why.en).toMatch(/\S\.$/);
    }
  });

  it('goes on growing as over the quarters that are known', () => {
    const plan = planOf(q1, { LEADS: { baseline: 1000 }, CPL: { baseline: 100000 } });
    expect(proposal('LEADS', plan, { LEADS: 1200 })).toEqual({
      target: 1440,
      why: '+20% mỗi quý, theo đà 2 quý vừa qua.',
    });
    expect(proposal('CPL', plan, { CPL: 90000 })).toEqual({
      target: 81000,
      why: '-10% mỗi quý, theo đà 2 quý vừa qua.',
    });
    const before = planOf(q4, { LEADS: { baseline: 1000 } });
    const longer = planOf(q1, { LEADS: { baseline: 1300 } });
    expect(proposal('LEADS', longer, { LEADS: 1210 }, [before])).toEqual({
      target: 1331,
      why: '+10% mỗi quý, theo đà 3 quý vừa qua.',
    });
  });

  it('of what adds up follows the season where last year is known', () => {
    const lastYear = planOf(
      { year: 2026, month: 7 },
      { LEADS: { baseline: 2000, lastYear: null } },
    );
    const plan = planOf(q1, { LEADS: { baseline: 1500, lastYear: 1000 } });
    expect(proposal('LEADS', plan, { LEADS: 1100 }, [lastYear])).toEqual({
      target: 2200,
      why: 'Cùng kỳ năm trước đạt 2.000, cộng mức thay đổi +10% của quý này so với cùng kỳ.',
    });
  });

  it('is rounded to four digits, unless that takes the step back', () => {
    const plan = planOf(q1, { FOLLOWERS: { baseline: 1000100 }, CPL: { baseline: 77777 } });
    const actuals = { FOLLOWERS: 1000200, CPL: 66666 };
    expect(proposal('FOLLOWERS', plan, actuals).target).toBeCloseTo(1000300, 0);
    expect(proposal('CPL', plan, actuals).target).toBe(57140);
  });

  it('moves scores and points by so many, not by so many percent', () => {
    const plan = planOf(q1, { NPS: { baseline: -10 } });
    expect(proposal('NPS', plan, { NPS: 5 }).target).toBe(20);
  });

  it('is none where it has not been getting better, or has changed too much to go on', () => {
    const plan = planOf(q1, {
      LEADS: { baseline: 1000 },
      CPL: { baseline: 100 },
      RETENTION: { baseline: 0.9 },
      FOLLOWERS: { baseline: 10 },
    });
    const actuals = { LEADS: 900, CPL: 120, RETENTION: 0.98, FOLLOWERS: 5000 };
    const why = (name: string) => proposal(name, plan, actuals);
    expect(why('LEADS')).toMatchObject({
      target: null,
      why: expect.stringContaining('chưa tốt lên'),
    });
    expect(why('CPL')).toMatchObject({
      target: null,
      why: expect.stringContaining('chưa tốt lên'),
    });
    expect(why('RETENTION')).toMatchObject({
      target: null,
      why: expect.stringContaining('quá nhiều'),
    });
    expect(why('FOLLOWERS')).toMatchObject({
      target: null,
      why: expect.stringContaining('quá nhiều'),
    });
  });

  it('of spend is none: that is decided', () => {
    const plan = planOf(q1, { MKTSPEND: { baseline: 100e6 } });
    expect(proposal('MKTSPEND', plan, { MKTSPEND: 110e6 }).target).toBeNull();
  });

  it('takes only the same KPI and the same currency for history', () => {
    const plan = planOf(q1);
    const before = planOf(q4, { OWN_A: { baseline: 100 }, CPL: { baseline: 30 } });
    const twin = { ...planOf(q1, { OWN_A: { baseline: 110 } }) };
    expect(proposal('OWN_A', twin, { OWN_A: 121 }, [before]).why).toContain('3 quý');
    const other = { ...before, own: [{ ...own, title: 'Hội thảo' }] };
    expect(proposal('OWN_A', twin, { OWN_A: 121 }, [other]).why).toContain('2 quý');
    const dollars = { ...before, circumstances: { ...plan.circumstances, currency: 'USD' } };
    const money = planOf(q1, { CPL: { baseline: 25 } });
    expect(proposal('CPL', money, { CPL: 20 }, [dollars]).why).toContain('2 quý');
  });

  it('takes no history on revenue for a KPI on gross profit, and none of another formula', () => {
    const roi = (before: number | null) => {
      const now = about(planOf(q1, { ROI: { baseline: 1.1 } }), { margin: 0.4 });
      const then = about(planOf(q4, { ROI: { baseline: 1 } }), { margin: before });
      return proposal('ROI', now, { ROI: 1.21 }, [then]).why;
    };
    expect(roi(0.5)).toContain('3 quý');
    expect(roi(null)).toContain('2 quý');
    const whole = { ...own, how: { is: 'typed', over: 'whole' } } as const;
    const before = { ...planOf(q4, { OWN_A: { baseline: 100 } }), own: [whole] };
    const twin = planOf(q1, { OWN_A: { baseline: 110 } });
    expect(proposal('OWN_A', twin, { OWN_A: 121 }, [before]).why).toContain('2 quý');
  });

  it('goes from this quarter’s result on for the better, whatever the history', () => {
    const value = fc.option(fc.double({ min: -1e6, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 6, maxLength: 6 }),
        fc.constantFrom(...names),
        (known, name) => {
          const [actual = null, baseline = null, lastYear = null, ...more] = known;
          const plan = planOf(q1, { [name]: { baseline, lastYear } });
          const history = more.map((each, at) =>
            planOf({ year: 2026, month: 10 - 3 * at }, { [name]: { baseline: each } }),
          );
          const { target } = proposal(name, plan, { [name]: actual }, history);
          if (target === null || target === undefined) return;
          expect(actual).not.toBeNull();
          const ahead = target - (actual ?? 0);
          if (name !== 'LEADS' && name !== 'OWN_A')
            expect(name === 'CPL' ? -ahead : ahead).toBeGreaterThan(0);
          expect(Number.isFinite(target)).toBe(true);
          const draft = next(plan, { [name]: actual }, history);
          expect(kpi(draft, name)?.target).toBe(target);
          expect(
            validatePlan({ ...draft, id: 'new123' }, 'vi', catalogue, shippedSources),
          ).toHaveProperty('plan');
        },
      ),
      { numRuns: 500 },
    );
  });
});
