import fc from 'fast-check';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { businesses } from '../../../src/kpi/identity.ts';
import { objectiveIds } from '../../../src/kpi/objectives.ts';
import { roleIds } from '../../../src/kpi/roles.ts';
import { units } from '../../../src/kpi/units.ts';
import {
  type CustomKpi,
  cadences,
  customKpiQuestions,
  type Plan,
  type PlannedKpi,
  stages,
} from '../../../src/plan/model/plan.ts';
import { planned, planOf } from './plans.ts';

const names = catalogue.map(({ name }) => name);
const ownNames = ['OWN_A', 'OWN_B', 'OWN_C'] as const;
const unitNames = Object.keys(units) as (keyof typeof units)[];

/** Numbers as people plan them: blank, zero, rates, large money, now and then a wrong sign. */
const number = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 100, -1, 25, 0.02) },
  { weight: 3, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 3, arbitrary: fc.double({ min: 0, max: 1e10, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const words = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('', 'Lan', 'Minh, Hà', 'Team content', 'hiệu quả', '=1+1', '__proto__'),
);

const own = (name: string): fc.Arbitrary<CustomKpi> =>
  fc.record({
    name: fc.constant(name),
    title: words,
    unit: fc.constantFrom(...unitNames),
    better: fc.constantFrom('higher' as const, 'lower' as const, 'on plan' as const),
    how: fc.oneof(
      fc.record({
        is: fc.constant('typed' as const),
        over: fc.constantFrom('sum' as const, 'last' as const, 'whole' as const),
      }),
      fc.record({ is: fc.constant('ratio' as const), top: words, bottom: words }),
    ),
    unsaid: fc.subarray([...customKpiQuestions]),
  });

const anyPlanned = (kpi: string): fc.Arbitrary<PlannedKpi> =>
  fc
    .record({
      weight: fc.option(share, { freq: 2 }),
      baseline: number,
      target: number,
      lastYear: number,
      owner: words,
      cadence: fc.constantFrom(...cadences),
      goal: share,
      flag: share,
      definition: words,
      source: fc.constantFrom('typed', 'ga4', ''),
    })
    .map((given) => planned(kpi, given));

/** Any plan whose shape is right, however unwise: own KPIs, KPIs nobody knows, weights that do not add up. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    own: fc.subarray([...ownNames]),
    chosen: fc.uniqueArray(fc.constantFrom(...names, 'NOSUCHKPI'), { maxLength: 12 }),
  })
  .chain((given) =>
    fc.record({
      id: fc.stringMatching(/^[a-z0-9]{6}$/),
      name: words,
      role: fc.constantFrom(...roleIds, 'other' as const),
      objective: fc.option(fc.constantFrom(...objectiveIds)),
      quarter: fc.record({
        year: fc.integer({ min: 2000, max: 2100 }),
        month: fc.integer({ min: 1, max: 12 }),
      }),
      language: fc.constantFrom('en' as const, 'vi' as const),
      circumstances: fc.record({
        business: fc.option(fc.constantFrom(...businesses)),
        stage: fc.option(fc.constantFrom(...stages)),
        sales: fc.constantFrom('sales' as const, 'revenue' as const),
        margin: fc.option(share),
        currency: fc.constantFrom('VND', 'USD', 'EUR'),
        firstMonth: fc.integer({ min: 1, max: 12 }),
        weekStart: fc.constantFrom('monday' as const, 'sunday' as const),
      }),
      kpis: fc
        .tuple(...[...given.chosen, ...given.own].map(anyPlanned))
        .map((kpis): readonly PlannedKpi[] => [
          ...kpis.filter(({ weight }) => weight !== null),
          ...kpis.filter(({ weight }) => weight === null),
        ]),
      own: fc.tuple(...given.own.map(own)).map((kpis): readonly CustomKpi[] => kpis),
      agreed: fc.option(
        fc.record({
          givenBy: words,
          acceptedBy: words,
          on: fc.integer({ min: 40000, max: 60000 }),
        }),
      ),
    }),
  )
  .map(({ kpis, ...given }) => planOf(kpis, given));
