import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConflictSide,
  conflictKey,
  mergePlans,
  type PlanConflict,
} from '../../../src/plan/model/merge-plans.ts';
import type { Plan, PlannedKpi } from '../../../src/plan/model/plan.ts';
import { anyPlan } from '../../kit/plans/any-plan.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

const feed = (metric: string) => ({
  input: 'LEADS',
  account: 'properties/1',
  metric,
  only: [],
  split: null,
});
const account = (name: string) => ({ source: 'x', id: 'properties/1', name, currency: 'VND' });
const base: Plan = lan({
  feeds: [feed('sessions')],
  accounts: [account('Shop')],
  circumstances: { margin: 0.3 },
});
const withKpi = (plan: Plan, part: Partial<PlannedKpi>): Plan => ({
  ...plan,
  kpis: plan.kpis.map((each) => (each.kpi === 'CPL' ? { ...each, ...part } : each)),
});
const withProfile = (part: Partial<Plan['circumstances']>) => (plan: Plan) => ({
  ...plan,
  circumstances: { ...plan.circumstances, ...part },
});
const agreed = (givenBy: string) => ({ givenBy, acceptedBy: 'Lan', on: 46_390 });

type Change = (plan: Plan) => Plan;
/** Everything of a plan that two people can change, each in two ways. */
const changes: Readonly<Record<string, readonly [Change, Change]>> = {
  name: [(plan) => ({ ...plan, name: 'Hà' }), (plan) => ({ ...plan, name: 'Minh' })],
  role: [(plan) => ({ ...plan, role: 'social' }), (plan) => ({ ...plan, role: 'sales' })],
  objective: [
    (plan) => ({ ...plan, objective: 'sales' }),
    (plan) => ({ ...plan, objective: null }),
  ],
  language: [(plan) => ({ ...plan, language: 'en' }), (plan) => plan],
  scores: [
    (plan) => ({ ...plan, scores: { way: 'linear', floor: 0, cap: 1, ladder: [] } }),
    (plan) => ({ ...plan, scores: { way: 'ladder', floor: 0, cap: 1, ladder: [] } }),
  ],
  agreed: [
    (plan) => ({ ...plan, agreed: agreed('Hoa') }),
    (plan) => ({ ...plan, agreed: agreed('An') }),
  ],
  margin: [withProfile({ margin: 0.4 }), withProfile({ margin: null })],
  currency: [withProfile({ currency: 'USD' }), withProfile({ currency: 'EUR' })],
  target: [(plan) => withKpi(plan, { target: 80_000 }), (plan) => withKpi(plan, { target: null })],
  owner: [(plan) => withKpi(plan, { owner: 'Hà' }), (plan) => withKpi(plan, { owner: 'Minh' })],
  goal: [(plan) => withKpi(plan, { goal: 0.8 }), (plan) => withKpi(plan, { goal: 0.95 })],
  feeds: [
    (plan) => ({ ...plan, feeds: [feed('users')] }),
    (plan) => ({ ...plan, feeds: [feed('keyEvents')] }),
  ],
  'a KPI taken out': [
    (plan) => ({ ...plan, kpis: plan.kpis.filter(({ kpi }) => kpi !== 'CPL') }),
    (plan) => withKpi(plan, { target: 1 }),
  ],
};
const cases = Object.entries(changes);
const choosing =
  (side: ConflictSide) =>
  (_: PlanConflict): ConflictSide =>
    side;

describe('what two people made of one plan', () => {
  it.each(cases)('has the %s of whoever changed it', (_, [one, other]) => {
    for (const change of [one, other]) {
      const changed = change(base);
      expect(mergePlans(base, changed, base)).toEqual({ plan: changed, conflicts: [] });
      expect(mergePlans(base, base, changed)).toEqual({ plan: changed, conflicts: [] });
      expect(mergePlans(base, changed, changed)).toEqual({ plan: changed, conflicts: [] });
    }
  });

  it.each(cases)(
    'asks for the %s where both changed it, and follows the answer',
    (_, [one, other]) => {
      const [mine, theirs] = [one(base), other(base)];
      const same = JSON.stringify(theirs) === JSON.stringify(base);
      const open = mergePlans(base, mine, theirs);
      expect(open.conflicts).toHaveLength(same ? 0 : 1);
      const taken = mergePlans(base, mine, theirs, choosing('theirs'));
      expect(taken).toEqual({ plan: same ? mine : theirs, conflicts: [] });
      const kept = mergePlans(base, mine, theirs, choosing('mine'));
      expect(kept).toEqual({ plan: mine, conflicts: [] });
      // Saved against what stands now, what was chosen is a change like any other.
      expect(mergePlans(theirs, kept.plan, theirs)).toEqual({ plan: mine, conflicts: [] });
    },
  );

  it('has all of two different changes, whatever they are about', () => {
    for (const [name, [one]] of cases) {
      for (const [other, [, second]] of cases) {
        const both = [name, other].sort().join();
        if (name === other || both === 'feeds,a KPI taken out') continue;
        const { plan, conflicts } = mergePlans(base, one(base), second(base));
        const clash = name.startsWith('a KPI') || other.startsWith('a KPI');
        if (clash && conflicts.length > 0) continue;
        expect(conflicts, `${name} and ${other}`).toEqual([]);
        expect(plan, `${name} and ${other}`).toEqual(second(one(base)));
      }
    }
  });

  it('keeps the KPIs that either added, those with weight first', () => {
    const mine = { ...base, kpis: [...base.kpis, planned('CTR', { target: 0.02 })] };
    const [first, ...rest] = base.kpis;
    const heavy = planned('TRAFFIC', { weight: 0.2 });
    const theirs = { ...base, kpis: first ? [first, heavy, ...rest] : [] };
    const { plan, conflicts } = mergePlans(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(plan.kpis.map(({ kpi }) => kpi)).toEqual(['LEADS', 'CPL', 'TRAFFIC', 'MKTSPEND', 'CTR']);
  });

  it('keeps a place as long as numbers flow in from it', () => {
    const mine = { ...base, feeds: [], accounts: [] };
    const cost = { ...feed('cost'), input: 'CPL.cost' };
    const theirs = { ...base, feeds: [...base.feeds, cost] };
    const { plan } = mergePlans(base, mine, theirs);
    expect(plan.feeds).toEqual([cost]);
    expect(plan.accounts).toEqual(base.accounts);
  });

  it('is never half of either, for any plans', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, (began, one, other) => {
        const [mine, theirs] = [one, other].map((plan) => ({ ...plan, id: began.id }));
        if (!mine || !theirs) return;
        const known = new Set<string>();
        const { conflicts } = mergePlans(began, mine, theirs, (conflict) => {
          known.add(conflictKey(conflict));
          return null;
        });
        expect(conflicts.map(conflictKey)).toEqual([...known]);
        for (const { mine: one, theirs: other } of conflicts) expect(one).not.toEqual(other);
        // Once everything is chosen, nothing is open.
        const chosen = mergePlans(began, mine, theirs, choosing('theirs'));
        expect(chosen.conflicts).toEqual([]);
        expect(mergePlans(theirs, chosen.plan, theirs).plan).toEqual(chosen.plan);
      }),
      { numRuns: 60 },
    );
  });
});
