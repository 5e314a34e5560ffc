import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { lastDay, weekParts } from '../../../src/plan/calendar/calendar.ts';
import { inputsOfPlan, isOpen } from '../../../src/plan/model/inputs.ts';
import { type CustomKpi, cadences, type Plan } from '../../../src/plan/model/plan.ts';
import type { TypedValue } from '../../../src/sheet/layout/sheet-input.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { sweep } from '../../kit/run/sweep.ts';
import {
  computed,
  expectMonthsJudged,
  expectSame,
  type Filled,
  factsOf,
  typedOf,
} from '../../kit/sheet/plan-facts.ts';

const own: readonly CustomKpi[] = [
  {
    name: 'OWN_A',
    title: 'Cuộc gọi mỗi giờ',
    unit: 'times',
    better: 'higher',
    how: { is: 'ratio', top: 'cuộc gọi', bottom: 'giờ' },
    unsaid: [],
  },
  {
    name: 'OWN_B',
    title: 'Khiếu nại',
    unit: 'count',
    better: 'lower',
    how: { is: 'typed', over: 'sum' },
    unsaid: [],
  },
  {
    name: 'OWN_C',
    title: 'Tồn kho',
    unit: 'count',
    better: 'on plan',
    how: { is: 'typed', over: 'last' },
    unsaid: [],
  },
  {
    name: 'OWN_D',
    title: 'Chi phí đơn',
    unit: 'money',
    better: 'higher',
    how: { is: 'typed', over: 'sum' },
    unsaid: ['totalling', 'better'],
  },
  {
    name: 'OWN_E',
    title: 'Số bài đăng',
    unit: 'count',
    better: 'higher',
    how: { is: 'typed', over: 'sum' },
    unsaid: ['better'],
  },
];

/** Round numbers, so that edges are met: zero, exactly the target, exactly the threshold. */
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const maybe = fc.option(fc.integer({ min: -5, max: 200 }), { nil: null, freq: 6 });

const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    names: fc.uniqueArray(
      fc.constantFrom(...catalogue.map(({ name }) => name), ...own.map(({ name }) => name)),
      { minLength: 8, maxLength: 12 },
    ),
    each: fc.array(
      fc.record({
        baseline: maybe,
        target: maybe,
        cadence: fc.constantFrom(...cadences),
        weight: fc.constantFrom(null, 1 / 5),
        goal: fc.constantFrom(9 / 10, 8 / 10, 1),
        flag: fc.constantFrom(7 / 10, 1 / 2),
      }),
      { minLength: 12, maxLength: 12 },
    ),
    month: fc.constantFrom(1, 2, 4, 12),
    weekStart: fc.constantFrom('monday', 'sunday'),
    margin: fc.constantFrom(null, 1 / 4),
  })
  .map(({ names, each, month, weekStart, margin }) => {
    const kpis = names.map((name, at) => planned(name, each[at]));
    return planOf(kpis, {
      own,
      quarter: { year: 2027, month },
      circumstances: { weekStart, margin },
    });
  });

/** What may stand in the input block: numbers up to some week, then nothing; here and there a slip. */
const filledFor = (plan: Plan): fc.Arbitrary<Filled> => {
  const parts = weekParts(plan.quarter, plan.circumstances.weekStart);
  const inputs = inputsOfPlan(plan, catalogue);
  const slip: fc.Arbitrary<TypedValue | null> = fc.oneof(
    { weight: 40, arbitrary: amount },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('n/a') },
    { weight: 1, arbitrary: fc.constantFrom(-61, 61 / 100, 5_000_000) },
  );
  return fc
    .record({
      values: fc.array(fc.array(slip, { minLength: parts.length, maxLength: parts.length }), {
        minLength: inputs.length,
        maxLength: inputs.length,
      }),
      until: fc.array(fc.integer({ min: 0, max: parts.length }), {
        minLength: inputs.length,
        maxLength: inputs.length,
      }),
      weights: fc.array(fc.constantFrom(null, 0, 1, 2), {
        minLength: parts.length,
        maxLength: parts.length,
      }),
      together: fc.boolean(),
    })
    .map(({ values, until, weights, together }) => ({
      inputs: Object.fromEntries(
        inputs.map((input, at) => {
          const end = together ? (until[0] ?? 0) : (until[at] ?? 0);
          const column = parts.map((part, row) =>
            isOpen(input, part) && row < end ? (values[at]?.[row] ?? null) : null,
          );
          return [input.key, column];
        }),
      ),
      weights: weights.map((weight, at) => (parts[at]?.tet ? weight : (weight ?? null))),
    }));
};

const some = fc.sample(
  anyPlan.chain((plan) => filledFor(plan).map((filled) => ({ plan, filled }))),
  { numRuns: sweep(4, 300), seed: 2027 },
);

describe('any plan over any numbers', () => {
  it.each(some.map((each, at) => [at, each] as const))(
    'stands on its sheet as it stands (%i)',
    async (at, { plan, filled }) => {
      const facts = factsOf(plan, {
        typed: typedOf(weekParts(plan.quarter, plan.circumstances.weekStart), filled),
        portable: at % 3 === 0,
      });
      const sheet = await computed(facts, undefined, lastDay(plan.quarter) - at);
      expectSame(sheet, facts, filled);
      expectMonthsJudged(sheet, facts);
      expect(sheet.all('Lan').length).toBeGreaterThan(0);
    },
  );
});
