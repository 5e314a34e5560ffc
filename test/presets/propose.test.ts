import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue.ts';
import { businesses } from '../../src/kpi/identity.ts';
import { type Objective, objectiveIds } from '../../src/kpi/objectives.ts';
import { roleIds } from '../../src/kpi/roles.ts';
import {
  customKpiNames,
  evenWeights,
  freeCustomKpiName,
  withoutWeight,
  withWeight,
} from '../../src/plan/model/edit-kpis.ts';
import {
  type BusinessProfile,
  type Plan,
  type PlanRole,
  stages,
} from '../../src/plan/model/plan.ts';
import { validatePlan } from '../../src/plan/validation/validate-plan.ts';
import {
  type PlanProposal,
  propose,
  reweight,
  withKpi,
  withoutKpi,
} from '../../src/presets/propose-plan.ts';
import { picked, rolePlan } from '../../src/presets/roles.ts';
import { shippedSources } from '../../src/sources/registry.ts';
import { chosenPlan, circumstancesOf } from '../kit/plans/plans.ts';

const unsaid = circumstancesOf();
const roles: readonly PlanRole[] = [...roleIds, 'other'];

const circumstances = fc
  .record({
    business: fc.constantFrom(null, ...businesses),
    stage: fc.constantFrom(null, ...stages),
    sales: fc.constantFrom('sales', 'revenue'),
    margin: fc.constantFrom(null, 0.4),
    firstMonth: fc.integer({ min: 1, max: 12 }),
    weekStart: fc.constantFrom('monday', 'sunday'),
  })
  .map(circumstancesOf);
const wishes = fc.record({
  role: fc.constantFrom(...roles),
  objective: fc.constantFrom(null, ...objectiveIds),
  circumstances,
});

const proposed = (role: PlanRole, objective: Objective | null, said = unsaid) =>
  propose({ role, objective, circumstances: said, catalogue });
const weighted = (proposal: PlanProposal) =>
  proposal.filter(({ weight }) => weight !== null).map(({ kpi }) => kpi);
const ticked = (proposal: PlanProposal) =>
  proposal.filter((each) => each.ticked).map(({ kpi }) => kpi);
const percents = (weights: readonly (number | null)[]) =>
  weights.reduce<number>((sum, weight) => sum + Math.round((weight ?? 0) * 100), 0);

const quarter = (proposal: PlanProposal, said: Partial<Plan> = {}): Plan =>
  chosenPlan(
    proposal.filter((each) => each.ticked),
    said,
  );

describe('a proposal', () => {
  it('says in both languages why each KPI is there, whatever the role, objective and business', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        for (const { kpi, why, note } of propose({ ...wish, catalogue })) {
          expect([kpi, why.en && why.vi]).not.toEqual([kpi, '']);
          expect(why.en).not.toBe(why.vi);
          if (note) expect(note.en && note.vi).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names nothing twice, weighs at most five, and its weights make 100%', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const proposal = propose({ ...wish, catalogue });
        const names = proposal.map(({ kpi }) => kpi);
        expect(new Set(names).size).toBe(names.length);
        expect(weighted(proposal).length).toBeLessThanOrEqual(5);
        const nothing = wish.role === 'other' && wish.objective === null;
        expect(percents(proposal.map(({ weight }) => weight))).toBe(nothing ? 0 : 100);
        expect(proposal.filter((each) => !each.ticked && each.weight !== null)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('holds the whole of a role’s plan, and at most one KPI more', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        fc.pre(wish.role !== 'other');
        const { weighted: heavy, tracked } = rolePlan(wish.role);
        const own = [...heavy, ...tracked].map((pick) => picked(pick, wish.circumstances));
        const names = ticked(propose({ ...wish, catalogue }));
        expect(names).toEqual(expect.arrayContaining(own));
        expect(names.length - new Set(own).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('puts first what measures the objective: social media for sales begins with its conversion', () => {
    expect(weighted(proposed('social', 'sales'))).toEqual([
      'SOCIALCVR',
      'FOLLOWERS',
      'INTERACTIONS',
      'REACH',
    ]);
    expect(weighted(proposed('digital', 'leads'))[0]).toBe('LEADS');
    expect(weighted(proposed('digital', null))[0]).toBe('TRAFFIC');
  });

  it('adds what the objective needs where the role has too little of it', () => {
    expect(weighted(proposed('digital', 'email'))).toContain('EMAILCTR');
    expect(weighted(proposed('manager', 'awareness'))).toContain('IMPRESSIONS');
    expect(weighted(proposed('digital', 'leads'))).toHaveLength(4);
  });

  it('adds beside, without weight, where five already have one', () => {
    const proposal = proposed('department', 'email');
    expect(weighted(proposal)).toHaveLength(5);
    const beside = proposed('brand', 'profit').find(({ kpi }) => kpi === 'ROI');
    expect(beside).toMatchObject({ weight: null, ticked: true });
  });

  it('gives the reason of the objective where a KPI measures it, else that of the role', () => {
    const why = (objective: Objective | null) =>
      proposed('digital', objective).find(({ kpi }) => kpi === 'CPL')?.why.vi;
    expect(why('leads')).toBe('Cùng số tiền, nhiều lead hơn.');
    expect(why('email')).toBe(why(null));
    expect(why(null)).not.toBe(why('leads'));
  });

  it('offers market-share growth to a manager unticked, with the reason', () => {
    const offer = proposed('manager', null).find(({ kpi }) => kpi === 'SHAREGAIN');
    expect(offer).toMatchObject({
      ticked: false,
      weight: null,
      note: { vi: 'Cần số liệu ngành.' },
    });
  });

  it('offers by stage: somebody new needs sign-ups, somebody established keeps customers', () => {
    const names = (stage: BusinessProfile['stage']) =>
      proposed('department', null, { ...unsaid, stage })
        .filter((each) => !each.ticked)
        .map(({ kpi }) => kpi);
    expect(names(null)).toEqual([]);
    expect(names('new')).toEqual(['SIGNUPS']);
    expect(names('established')).toEqual(['REPEATRATE']);
  });

  it('without a role holds the objective’s KPIs, never two sides of one number with weight', () => {
    const proposal = proposed('other', 'retention', { ...unsaid, business: 'subscription' });
    expect(weighted(proposal)).toContain('RETENTION');
    expect(weighted(proposal)).not.toContain('CHURN');
    expect(ticked(proposal)).toContain('MKTSPEND');
    expect(weighted(proposed('other', 'customers'))).not.toContain('ACQRATE');
    expect(proposed('other', null)).toEqual([]);
  });

  it('without a role sets a guardrail beside what can be pushed up at its expense', () => {
    const proposal = proposed('other', 'leads');
    expect(proposal.find(({ kpi }) => kpi === 'SQLRATE')).toMatchObject({
      ticked: true,
      weight: null,
      why: { vi: expect.stringContaining('Chỉ số đối trọng') },
    });
    expect(ticked(proposal)).not.toContain('LEADCVR');
  });

  it('has a reason of its own for every KPI of a role; only guardrails share one', () => {
    for (const role of roles.filter((each) => each !== 'other')) {
      for (const objective of [null, ...objectiveIds]) {
        for (const business of [null, ...businesses]) {
          for (const stage of [null, ...stages]) {
            const whys = proposed(role, objective, {
              ...unsaid,
              business,
              stage,
              sales: 'revenue',
            });
            expect(whys.filter(({ why }) => why.en.startsWith('Keeps watch:'))).toEqual([]);
          }
        }
      }
    }
  });
});

describe('a plan', () => {
  it('made from a proposal passes the gate; nothing in it is guessed', () => {
    fc.assert(
      fc.property(wishes, fc.constantFrom('en', 'vi'), (wish, language) => {
        const proposal = propose({ ...wish, catalogue });
        fc.pre(proposal.length > 0);
        const { firstMonth } = wish.circumstances;
        const plan = quarter(proposal, {
          ...wish,
          language,
          quarter: { year: 2027, month: ((firstMonth + 2) % 12) + 1 },
        });
        expect(validatePlan(plan, language, catalogue, shippedSources)).toEqual({ plan });
        for (const kpi of plan.kpis) {
          expect(kpi).toMatchObject({ baseline: null, target: null, lastYear: null, owner: 'Lan' });
        }
      }),
    );
  });

  const digital = quarter(proposed('digital', null));
  const weights = (plan: Plan) => plan.kpis.map(({ weight }) => weight);

  it('keeps 100% together when a KPI comes or goes, and those with weight in front', () => {
    const more = withKpi(digital, 'AOV', catalogue);
    expect(more.kpis[4]).toMatchObject({ kpi: 'AOV', weight: 0.2 });
    expect(weights(more)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2, null, null]);
    expect(weights(withKpi(more, 'CTR', catalogue)).at(-1)).toBeNull();
    expect(weights(withoutKpi(more, 'LEADS'))).toEqual([0.25, 0.25, 0.25, 0.25, null, null]);
    expect(withKpi(more, 'AOV', catalogue)).toBe(more);
  });

  it('gives a new KPI what is left of 100% and leaves the weights somebody chose alone', () => {
    const chosen = [0.3, 0.3, 0.1, 0.1];
    const kpis = digital.kpis.map((kpi, at) => ({ ...kpi, weight: chosen[at] ?? null }));
    expect(weights(withKpi({ ...digital, kpis }, 'AOV', catalogue)).slice(0, 5)).toEqual([
      ...chosen,
      0.2,
    ]);
    expect(weights(withoutKpi({ ...digital, kpis }, 'LEADS')).slice(0, 3)).toEqual([0.3, 0.1, 0.1]);
  });

  it('takes back what it is asked to: weighed and tracked again, added and removed', () => {
    const tracked = withoutWeight(digital, 'LEADS');
    expect(weights(tracked)).toEqual([0.34, 0.33, 0.33, null, null, null]);
    expect(weights(withWeight(tracked, 'LEADS'))).toEqual([0.25, 0.25, 0.25, 0.25, null, null]);
    expect(withoutKpi(withKpi(digital, 'AOV', catalogue), 'AOV')).toEqual(digital);
  });

  it('can be weighed anew, evenly or as it stands', () => {
    const kpis = digital.kpis.map((kpi, at) => ({ ...kpi, weight: [3, 1, 1, 1][at] ?? null }));
    expect(weights(reweight({ ...digital, kpis }))).toEqual([0.25, 0.25, 0.25, 0.25, null, null]);
    expect(weights(reweight({ ...digital, kpis }, 'in proportion')).slice(0, 4)).toEqual([
      0.5, 0.17, 0.17, 0.16,
    ]);
  });

  it('splits evenly into whole percents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
        const shares = evenWeights(count);
        expect(percents(shares)).toBe(100);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(0.011);
      }),
    );
  });

  it('names its own KPIs one after the other until all names are taken', () => {
    const named = (name: string) =>
      ({
        name,
        title: 't',
        unit: 'count',
        better: 'higher',
        how: { is: 'typed', over: 'sum' },
        unsaid: [],
      }) as const;
    expect(freeCustomKpiName({ own: [] })).toBe('OWN_A');
    expect(freeCustomKpiName({ own: [named('OWN_A'), named('OWN_C')] })).toBe('OWN_B');
    expect(freeCustomKpiName({ own: customKpiNames.map(named) })).toBeNull();
  });
});
