import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue.ts';
import { type Role, type RoleEntry, roleRank, roles } from '../../src/kpi/roles.ts';
import { planWords } from '../../src/messages/compiled/plan.ts';
import { planWhyWords } from '../../src/messages/compiled/plan-why.ts';
import { examine } from '../../src/plan/doctor/doctor.ts';
import { type PlanRole, planRoles } from '../../src/plan/model/plan.ts';
import { validatePlan } from '../../src/plan/validation/validate-plan.ts';
import { propose } from '../../src/presets/propose-plan.ts';
import { departmentFacts } from '../../src/sheet/department/department-input.ts';
import { planDrawing } from '../../src/sheet/plan/plan-sheet.ts';
import { cardsAround } from '../../src/sidebar/plans/use-history.ts';
import { shippedSources } from '../../src/sources/registry.ts';
import { circumstancesOf, planned, planOf } from '../kit/plans/plans.ts';
import { factsOf, rolePlan } from '../kit/sheet/plan-facts.ts';
import { facts } from '../plan/doctor/doctor-plans.ts';

/** A role that says all about itself in its entry, as those of the table do. */
const events: RoleEntry = {
  weighted: ['LEADS', { by: 'conversion' }, 'CPL'],
  tracked: ['MKTSPEND', 'LEADQUALITY'],
  offered: [{ kpi: 'NPS', note: 'established' }],
  putsIn: 'WORKHOURS',
  traits: ['voice'],
  ownForms: { TRAFFIC: 'BLOGTRAFFIC' },
  speaksFor: 'team',
};
const role = 'events' as Role;
const table = roles as Record<string, RoleEntry>;
const names = (['en', 'vi'] as const).map(
  (language) => planWords(language).roles as Record<string, string>,
);
const reasons = (['en', 'vi'] as const).map(
  (language) => planWhyWords(language).roles as Record<string, Readonly<Record<string, string>>>,
);

/** Made of the table where that is read: a role that comes later has to be put there, too. */
const ids = planRoles as PlanRole[];

beforeAll(() => {
  table[role] = events;
  ids.push(role);
  for (const words of names) words[role] = 'Events';
  for (const words of reasons) words[role] = { LEADS: 'They come to an event.' };
});
afterAll(() => {
  delete table[role];
  ids.splice(ids.indexOf(role), 1);
  for (const words of [...names, ...reasons]) delete words[role];
});

describe('a role that is added by its entry and its words', () => {
  const wish = { role, objective: null, catalogue };

  it('is proposed its KPIs, those of its business among them, and offered the others', () => {
    const b2b = circumstancesOf({ business: 'b2b', stage: 'established' });
    const found = propose({ ...wish, circumstances: b2b });
    const band = (is: (each: (typeof found)[number]) => boolean) =>
      found.filter(is).map(({ kpi }) => kpi);
    expect(band(({ weight }) => weight !== null)).toEqual(['LEADS', 'VISITTOLEAD', 'CPL']);
    expect(band(({ weight, ticked }) => weight === null && ticked)).toEqual([
      'MKTSPEND',
      'LEADQUALITY',
    ]);
    expect(band(({ ticked }) => !ticked)).toEqual(['NPS']);
    const early = circumstancesOf({ stage: 'new' });
    expect(propose({ ...wish, circumstances: early }).every(({ ticked }) => ticked)).toBe(true);
  });

  it('is judged by what it answers for and what it puts in', () => {
    const plan = { ...rolePlan(role, 'en'), kpis: [planned('LEADS', { weight: 1 })] };
    const found = examine(plan, facts);
    expect(found.map(({ rule }) => rule)).toContain('noVoice');
    expect(found.find(({ rule }) => rule === 'noInput')?.add).toBe('WORKHOURS');
  });

  it('stands in a department between one person and the whole', () => {
    expect([roleRank('digital'), roleRank(role), roleRank('department')]).toEqual([0, 1, 2]);
    const plans = ([role, 'digital', 'other'] as const).map((each, at) =>
      planOf([planned('LEADS')], { id: `plan0${at}`, name: each, role: each }),
    );
    const { shares } = departmentFacts({
      quarter: { year: 2027, month: 1 },
      name: '',
      plans: plans.map((plan) => ({ plan, sheetName: plan.name })),
      others: [],
      activities: [],
      language: 'en',
      catalogue,
      typed: {},
    });
    expect(shares.map(({ rank, counted }) => [rank, counted])).toEqual([
      ['head', true],
      ['one', false],
      ['one', false],
    ]);
    const cards = plans.map(({ id, name, quarter, role: of }) => ({
      ...({ id, name, quarter, role: of, sample: false, state: 'open' } as const),
    })) as unknown as Parameters<typeof cardsAround>[1];
    const parts = (at: number) => {
      const plan = plans[at];
      return plan ? cardsAround(plan, cards).parts.map(({ name }) => name) : [];
    };
    expect([parts(0), parts(1)]).toEqual([['digital', 'other'], []]);
  });

  it('is kept in a plan and built with its name', () => {
    const plan = rolePlan(role, 'vi');
    expect(validatePlan(plan, 'vi', catalogue, shippedSources)).toMatchObject({ plan: { role } });
    const { cells } = planDrawing(factsOf(plan), '{}');
    expect(JSON.stringify(cells.slice(0, 6))).toContain('Events');
  });
});
