import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue.ts';
import { businesses } from '../../src/kpi/identity.ts';
import { objectiveIds, objectives } from '../../src/kpi/objectives.ts';
import { roleIds } from '../../src/kpi/roles.ts';
import { planWords } from '../../src/messages/compiled/plan.ts';
import { planWhyWords } from '../../src/messages/compiled/plan-why.ts';
import {
  type BusinessProfile,
  mostWeighted,
  type PlanRole,
  stages,
} from '../../src/plan/model/plan.ts';
import { fitting } from '../../src/presets/objectives.ts';
import { offersTo, picked, roleKpis, rolePlan } from '../../src/presets/roles.ts';
import { circumstancesOf } from '../kit/plans/plans.ts';

const planEn = planWords('en');

const unsaid = circumstancesOf();
const roles: readonly PlanRole[] = [...roleIds, 'other'];

/** Every answer a business can give. */
const everyBusiness: readonly BusinessProfile[] = [null, ...businesses].flatMap((business) =>
  [null, ...stages].flatMap((stage) =>
    (['sales', 'revenue'] as const).map((sales) => ({ ...unsaid, business, stage, sales })),
  ),
);

const code = (name: string) => catalogue.find((kpi) => kpi.name === name)?.k;

describe('the ready-made plans', () => {
  it.each([
    ['manager', 'K54 K60 K38', 'K68'],
    ['digital', 'K01 K34 K43 K35', 'K68 K40'],
    ['social', 'K04 K22 K06 K45', 'K69 K22'],
    ['content', 'K24 K41 K25 K27', 'K69'],
    ['sales', 'K54 K49 K51 K39 K67', 'K37 K52 K55'],
    ['brand', 'K10 K08 K07 K09 K13', 'K11 K14 K15'],
    ['department', 'K50 K01 K44 K59 K22', 'K18 K31 K68'],
  ] as const)('of %s weighs %s and tracks %s', (role, weighted, tracked) => {
    const codes = (band: 'weighted' | 'tracked') =>
      rolePlan(role)
        [band].map((pick) => code(picked(pick, unsaid)))
        .join(' ');
    expect(codes('weighted')).toBe(weighted);
    expect(codes('tracked')).toBe(tracked);
  });

  it.each([
    ['sales', 'K54 K01 K43 K57 K61', 'K10 K14'],
    ['leads', 'K34 K35 K38 K40 K36 K42 K02', 'K63 K16'],
    ['awareness', 'K06 K05 K01 K07 K08', 'K47 K37'],
    ['customers', 'K47 K49 K37 K48 K51 K50', 'K20 K24'],
    ['retention', 'K65 K63 K64 K66 K67', 'K34 K42'],
    ['profit', 'K60 K61 K58 K59 K66 K47', 'K04 K19'],
    ['content', 'K24 K41 K23 K18 K03', 'K52'],
    ['email', 'K31 K33 K32 K30 K44', 'K18'],
  ] as const)('take %s to be measured by %s and not by %s', (objective, fits, unfit) => {
    expect(fitting(objective, 'other', unsaid).map(code).join(' ')).toBe(fits);
    expect(objectives[objective].unfit.map(code).join(' ')).toBe(unfit);
  });

  it('name only what the catalogue knows, whatever the business', () => {
    const known = new Set<string>(catalogue.map(({ name }) => name));
    const named = everyBusiness.flatMap((circumstances) => [
      ...roles.flatMap((role) => roleKpis(role, circumstances)),
      ...objectiveIds.flatMap((objective) => [
        ...roles.flatMap((role) => fitting(objective, role, circumstances)),
        ...objectives[objective].unfit,
      ]),
    ]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('weigh at most five and name nothing twice, whatever the business', () => {
    for (const circumstances of everyBusiness) {
      for (const role of roles) {
        const names = roleKpis(role, circumstances);
        expect(new Set(names).size).toBe(names.length);
        expect(rolePlan(role).weighted.length).toBeLessThanOrEqual(mostWeighted);
      }
    }
  });

  it('follow the business: an order or a lead, buying again or staying, sales or revenue', () => {
    const plan = (role: PlanRole, said: Partial<BusinessProfile>) =>
      roleKpis(role, { ...unsaid, ...said });
    expect(plan('digital', { business: 'online' })).toContain('CVR');
    for (const business of ['leads', 'b2b'] as const) {
      expect(plan('digital', { business })).toContain('VISITTOLEAD');
    }
    expect(plan('manager', { business: 'online' })).toContain('REPEATRATE');
    expect(plan('manager', { business: 'subscription' })).toContain('RETENTION');
    expect(plan('manager', { sales: 'revenue' })[0]).toBe('REVENUE');
    expect(plan('sales', { sales: 'revenue' })).toContain('SALES');
  });

  it('have a name for every role and every objective', () => {
    expect(Object.keys(planEn.roles).sort()).toEqual([...roles].sort());
    expect(Object.keys(planEn.objectives).sort()).toEqual([...objectiveIds].sort());
  });

  it('have a reason for everything that is weighed or offered, in either language', () => {
    const missing = (['en', 'vi'] as const).flatMap((language) =>
      everyBusiness.flatMap((circumstances) =>
        roles.flatMap((role) => {
          if (role === 'other') return [];
          const { weighted, offered } = rolePlan(role);
          const picks = [...weighted, ...offered.map(({ kpi }) => kpi)];
          const names = [
            ...picks.map((pick) => picked(pick, circumstances)),
            ...offersTo(role, catalogue).map(({ kpi }) => String(kpi)),
          ];
          const reasons: Readonly<Record<string, string>> = planWhyWords(language).roles[role];
          return names
            .filter((name) => !reasons[name])
            .map((name) => `${language} ${role} ${name}`);
        }),
      ),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('are named by their entry alone: the doctor asks what they answer for', () => {
    const asked = readdirSync('src/plan/doctor').filter((file) =>
      /plan\.role [!=]== '|objective [!=]== '|includes\(plan\.(?:role|objective)/.test(
        readFileSync(`src/plan/doctor/${file}`, 'utf8'),
      ),
    );
    expect(asked).toEqual([]);
  });
});
