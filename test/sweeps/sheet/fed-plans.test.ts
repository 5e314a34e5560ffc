import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { firstDay, lastDay, weekParts } from '../../../src/plan/calendar/calendar.ts';
import { inputsOfPlan, isOpen, type PlanInput } from '../../../src/plan/model/inputs.ts';
import { cadences, type Plan } from '../../../src/plan/model/plan.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { sweep } from '../../kit/run/sweep.ts';
import {
  type AllFetched,
  ads,
  computedFed,
  type DataRow,
  type Fetched,
  fedFacts,
  feedOf,
  flowsOf,
  shop,
  shopEu,
  weekly,
} from '../../kit/sheet/fed-facts.ts';
import { expectSame, type Filled, reference, typedOf } from '../../kit/sheet/plan-facts.ts';

const accounts = [shop, shopEu, ads, weekly];
const maybe = fc.option(fc.integer({ min: -5, max: 200 }), { nil: null, freq: 6 });
const amount = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);

/** Plans of which most inputs flow in, from anywhere, some of them told apart. */
const anyFedPlan: fc.Arbitrary<Plan> = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom(...catalogue.map(({ name }) => name)), {
      minLength: 6,
      maxLength: 9,
    }),
    each: fc.array(
      fc.record({ baseline: maybe, target: maybe, cadence: fc.constantFrom(...cadences) }),
      { minLength: 9, maxLength: 9 },
    ),
    month: fc.constantFrom(1, 4, 12),
    weekStart: fc.constantFrom('monday', 'sunday'),
    margin: fc.constantFrom(null, 1 / 4),
    language: fc.constantFrom('vi', 'en'),
    from: fc.array(fc.option(fc.constantFrom(shop, shop, shopEu, ads, weekly), { freq: 6 }), {
      minLength: 40,
      maxLength: 40,
    }),
    split: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  })
  .map(({ names, each, month, weekStart, margin, language, from, split }) => {
    const plan = planOf(
      names.map((name, at) => planned(name, each[at])),
      { language, quarter: { year: 2027, month }, circumstances: { weekStart, margin } },
    );
    const feeds = inputsOfPlan(plan, catalogue).flatMap(({ key, over }, at) => {
      const account = from[at];
      const apart = split[at] && over === 'sum' ? 'kênh' : null;
      return account ? [feedOf(key, account, { split: apart })] : [];
    });
    return { ...plan, feeds, accounts };
  });

interface Case {
  readonly plan: Plan;
  readonly filled: Filled;
  readonly fetched: AllFetched;
  readonly rates: Readonly<Record<string, number>>;
}

function caseFor(plan: Plan): fc.Arbitrary<Case> {
  const parts = weekParts(plan.quarter, plan.circumstances.weekStart);
  const inputs = inputsOfPlan(plan, catalogue);
  const [first, last] = [firstDay(plan.quarter), lastDay(plan.quarter)];
  const column = (input: PlanInput) =>
    fc
      .record({
        values: fc.array(amount, { minLength: parts.length, maxLength: parts.length }),
        until: fc.integer({ min: 0, max: parts.length }),
      })
      .map(({ values, until }) =>
        parts.map((part, at) => (isOpen(input, part) && at < until ? (values[at] ?? 0) : null)),
      );
  const rowsOf = (input: PlanInput, through: number): fc.Arbitrary<readonly DataRow[]> => {
    const spans =
      input.over === 'whole'
        ? periods(input, plan)
        : plan.feeds.find((feed) => feed.input === input.key)?.account === weekly.id
          ? parts.map(({ from, to }) => ({ from, to }))
          : Array.from({ length: last - first + 1 }, (_, at) => ({
              from: first + at,
              to: first + at,
            }));
    const due = spans.filter(({ to }) => to <= through);
    const apart = plan.feeds.find((feed) => feed.input === input.key)?.split ?? null;
    return fc
      .array(fc.tuple(fc.boolean(), amount), { minLength: due.length, maxLength: due.length })
      .map((drawn) =>
        due.flatMap((span, at): DataRow[] => {
          const [there, value] = drawn[at] ?? [false, 0];
          if (!there && at % 3 > 0) return [];
          const row = { ...span, value };
          return apart === null
            ? [row]
            : [
                { ...row, segment: 'Email' },
                { ...row, segment: '=1+1', value: value + 1 },
              ];
        }),
      );
  };
  const fetched = (input: PlanInput): fc.Arbitrary<Fetched | null> =>
    fc
      .record({
        late: fc.constantFrom(0, 0, 0, 0, 9),
        days: fc.integer({ min: 3, max: last - first + 1 }),
        settle: fc.constantFrom(0, 3),
        never: fc.constantFrom(false, false, false, false, false, false, true),
      })
      .chain(({ late, days, settle, never }) => {
        const through = first + days - 1;
        const known = { from: first + late, through, settled: through - settle };
        return rowsOf(input, through).map((rows) =>
          never ? null : { ...known, rows: rows.filter(({ from }) => from >= known.from) },
        );
      });
  return fc
    .record({
      columns: fc.tuple(...inputs.map(column)),
      flows: fc.tuple(...inputs.map(fetched)),
      weights: fc.array(fc.constantFrom(null, 0, 1, 2), {
        minLength: parts.length,
        maxLength: parts.length,
      }),
      usd: fc.constantFrom(null, 25),
    })
    .map(({ columns, flows, weights, usd }) => {
      const fed = (key: string) => plan.feeds.some(({ input }) => input === key);
      return {
        plan,
        filled: {
          inputs: Object.fromEntries(
            inputs.flatMap(({ key }, at) => (fed(key) ? [] : [[key, columns[at] ?? []]])),
          ),
          weights: weights.map((weight, at) => (parts[at]?.tet ? weight : (weight ?? null))),
        },
        fetched: Object.fromEntries(
          inputs.flatMap(({ key }, at) => {
            const found = flows[at];
            return fed(key) && found ? [[key, found] as const] : [];
          }),
        ),
        rates: { EUR: 2, ...(usd === null ? {} : { USD: usd }) },
      };
    });
}

/** The periods in which a reading is shown. */
function periods(input: PlanInput, plan: Plan) {
  const parts = weekParts(plan.quarter, plan.circumstances.weekStart);
  let from = parts[0]?.from ?? 0;
  return parts.flatMap((part) => {
    if (!isOpen(input, part)) return [];
    const period = { from, to: part.to };
    from = part.to + 1;
    return [period];
  });
}

const some = fc.sample(anyFedPlan.chain(caseFor), { numRuns: sweep(4, 200), seed: 77 });

describe('any plan into which data flows', () => {
  it('is tried with numbers up to days within weeks, and with nothing at all', () => {
    const found = some.flatMap(({ plan, filled, fetched, rates }) => {
      const facts = fedFacts(plan, fetched, { rates });
      const ends = facts.parts.map(({ to }) => to);
      return reference(facts, filled, flowsOf(facts, fetched, rates)).map(({ through, value }) =>
        value === null ? 'none' : ends.includes(through ?? 0) ? 'whole weeks' : 'days',
      );
    });
    const count = (what: string) => found.filter((each) => each === what).length;
    expect(Math.min(count('none'), count('whole weeks'), count('days'))).toBeGreaterThan(4);
  });

  it.each(some.map((each, at) => [at, each] as const))(
    'stands on its sheet as it stands without one (%i)',
    async (at, { plan, filled, fetched, rates }) => {
      const parts = weekParts(plan.quarter, plan.circumstances.weekStart);
      const typed = typedOf(parts, filled);
      const facts = fedFacts(plan, fetched, { rates, typed, portable: at % 3 === 0 });
      const sheet = await computedFed(facts, fetched, lastDay(plan.quarter) - at);
      expectSame(sheet, facts, filled, flowsOf(facts, fetched, rates));
      expect(sheet.all('Lan').flat()).not.toContainEqual({ error: '#NAME?' });
      expect(sheet.all('Lan').flat()).not.toContainEqual({ error: '#VALUE!' });
    },
  );
});
