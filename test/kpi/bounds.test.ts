import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, isCalculated } from '../../src/kpi/catalogue.ts';
import type { Calculated, Input, Quantity } from '../../src/kpi/define.ts';
import { inputTitle } from '../../src/messages/catalogue.ts';
import { calculated, cellKpi, kpiTotal, outcome, run } from '../kit/engine/table.ts';

const isQuantity = (input: Input): input is Quantity & Input => 'unit' in input;
const quantities = calculated.flatMap((kpi) =>
  Object.entries(kpi.inputs).flatMap(([name, input], at) =>
    isQuantity(input) ? [{ kpi, name, at, input, title: `${kpi.name}(${name})` }] : [],
  ),
);
const list = (kpi: Calculated, values: Calculated['examples'][number]['given']) =>
  Object.keys(kpi.inputs).map((name) => values[name]);
/** Inputs that are right; of a variant in which this input is read. */
const plausible = (kpi: Calculated, name: string): unknown[] =>
  list(kpi, kpi.examples.find(({ given }) => given[name] !== undefined)?.given ?? {});

const seen = (name: string, inputs: readonly unknown[]): string => {
  const found = outcome(() => run(name, inputs));
  return 'refused' in found ? found.refused : JSON.stringify(found.shown);
};

/** What can truly be less than nothing: revenue after refunds, and numbers of any kind compared. */
const mayBeNegative = [
  'ROAS(revenue)',
  'REVENUEGROWTH(now)',
  'AOV(revenue)',
  'MKTREVSHARE(marketingRevenue)',
  'ROI(revenue)',
  'INBOUNDROI(revenue)',
  'GROWTHPCT(now)',
  'PPDIFF(now)',
  'PPDIFF(before)',
  'ATTAINMENT(actual)',
  'ATTAINMENT(baseline)',
];
/** What only a rule of its KPI keeps from being negative. */
const ruled = ['MKTREVSHARE(revenue)', 'ATTAINMENT(target)'];

describe('what cannot be less than nothing', () => {
  it('is refused below zero by every function that reads it, and nothing else is', () => {
    const taken = quantities.filter(({ kpi, name, at }) => {
      const inputs = plausible(kpi, name);
      // The plainest variant: a baseline lifts what a target may be.
      inputs[at] = -1;
      return typeof outcomeOf(kpi.name, inputs) === 'number';
    });
    expect(taken.map(({ title }) => title).sort()).toEqual([...mayBeNegative].sort());
  });

  const never = quantities.filter(({ title }) => ![...mayBeNegative, ...ruled].includes(title));
  it.each(never.map((each) => [each.title, each] as const))(
    '%s says so, of a number and of a number typed as text',
    (_, { kpi, name, at, input }) => {
      const inputs = plausible(kpi, name);
      for (const bad of [-1, '-1']) {
        inputs[at] = bad;
        const sentence = `${kpi.name}: ${inputTitle(input, 'en')} is -1. It cannot be below 0.`;
        expect(seen(kpi.name, inputs)).toBe(sentence);
      }
    },
  );

  it('is read by no KPI that is only counted, but for sums of money earned', () => {
    const free = catalogue.flatMap((kpi) =>
      !isCalculated(kpi) && (kpi.counts.min ?? -1) < 0 ? [kpi.name] : [],
    );
    expect(free.sort()).toEqual(['CAMPAIGNREV', 'MKTREVENUE', 'REVENUE', 'SALES']);
  });

  it('begins at one where it is a place, a star or a mark', () => {
    const bounds = catalogue.flatMap((kpi) =>
      !isCalculated(kpi) && (kpi.counts.min || kpi.counts.max !== undefined)
        ? [[kpi.name, kpi.counts.min, kpi.counts.max]]
        : [],
    );
    expect(bounds.sort()).toEqual([
      ['RATING', 1, undefined],
      ['SEARCHRANK', 1, undefined],
      ['VISIONFIT', 1, 5],
    ]);
  });

  it.each(['TRAFFICGROWTH', 'ORGANICGROWTH', 'REVENUEGROWTH', 'GROWTHPCT'])(
    '%s refuses a base below zero and says that a base of zero is none',
    (name) => {
      expect(seen(name, [5, -2])).toMatch(/ is -2\. It cannot be below 0\.$/);
      expect(seen(name, [5, '-2'])).toMatch(/ is -2\. It cannot be below 0\.$/);
      expect(seen(name, [5, 0])).toMatch(/^"(?:no |nothing )/);
    },
  );

  it('lets revenue fall below zero, and growth with it', () => {
    expect(run('REVENUEGROWTH', [-5, 2])).toBe(-3.5);
    expect(run('ROI', [-50, 100])).toBe(-1.5);
    expect(run('AOV', [-30, 3])).toBe(-10);
  });
});

describe('a fraction of something', () => {
  const bounded = quantities.filter(({ input }) => input.max !== undefined);

  it('has an upper bound where it is a margin or a share of the market', () => {
    expect(bounded.map(({ title, input }) => `${title} ${input.max}`).sort()).toEqual([
      'CLV(margin) 1',
      'INBOUNDROI(margin) 1',
      'ROI(margin) 1',
      'SHAREGAIN(before) 1',
      'SHAREGAIN(now) 1',
    ]);
  });

  it.each(bounded.map((each) => [each.title, each] as const))(
    '%s may be nothing or the whole, as a number or as text, and no more',
    (_, { kpi, name, at, input }) => {
      const given = (value: unknown) =>
        plausible(kpi, name).map((each, index) => (index === at ? value : each));
      for (const whole of [1, '1', '100%', '100 %']) {
        expect(typeof outcomeOf(kpi.name, given(whole)), String(whole)).toBe('number');
        expect(outcomeOf(kpi.name, given(whole))).toBe(outcomeOf(kpi.name, given(1)));
      }
      expect(typeof outcomeOf(kpi.name, given(0))).toBe('number');
      for (const more of [1.001, 40, '101%', '1,01', '40']) {
        expect(seen(kpi.name, given(more))).toContain(`${inputTitle(input, 'en')} is `);
        expect(seen(kpi.name, given(more))).toContain('It cannot be above 1.');
      }
    },
  );
});

/** What must hold for true numbers, part by part; the rest may exceed what it is divided by. */
const rules = [
  'AWARENESS: aware <= asked',
  'RECOGNITION: recognised <= asked',
  'SENTIMENT: positive + negative <= mentions',
  'CONTENTENGRATE: engagedSessions <= sessions',
  'BOUNCE: engagedSessions <= sessions',
  'OPENRATE: opens <= delivered',
  'EMAILCTR: clicks <= delivered',
  'UNSUBRATE: unsubscribes <= delivered',
  'RETENTION: newCustomers <= customersAtEnd',
  'RETENTION: customersAtEnd - newCustomers <= customersAtStart',
  'CHURN: customersLost <= customersAtStart',
  'REPEATRATE: repeatCustomers <= customers',
  'CSAT: satisfied <= responses',
  'POSITIVESHARE: positive <= reviews',
  'MARKETSHARE: own <= market',
  'MKTREVSHARE: revenue >= 0',
  'MKTREVSHARE: marketingRevenue <= revenue',
  'ATTAINMENT lower: actual >= 0',
  'ATTAINMENT lower: target >= 0',
  'ATTAINMENT: target >= 0',
];

const ways = calculated.flatMap((kpi) =>
  [...(kpi.variants ?? []), { formula: kpi.formula, must: kpi.must }].map((way) => ({
    kpi,
    word: 'chosen' in way ? way.chosen?.is : undefined,
    must: way.must ?? [],
  })),
);
const musts = ways.flatMap(({ kpi, word, must }) =>
  must.map((rule) => ({
    kpi,
    word,
    rule,
    others: must.filter((other) => other !== rule),
    title: `${kpi.name}${word ? ` ${word}` : ''}: ${rule}`,
  })),
);

describe('a rule', () => {
  it('stands wherever a part is divided by its whole, and nowhere else', () => {
    expect(musts.map(({ title }) => title).sort()).toEqual([...rules].sort());
  });

  describe.each(musts.map((must) => [must.title, must] as const))(
    '%s',
    (_, { kpi, word, rule, others }) => {
      const names = Object.keys(kpi.inputs);
      const holds = (text: string, values: readonly unknown[]): boolean =>
        new Function(...names, `return ${text}`)(...values);
      const sides = (values: readonly unknown[]): boolean =>
        holds(rule.replace(/[<>]=/, '==='), values);
      const allowed = Object.values(kpi.inputs).map((input) => {
        if (!isQuantity(input)) return fc.constant(word);
        if (input.optional) return fc.constant(undefined);
        return fc.integer({ min: input.min ?? -12, max: 12 });
      });
      const values = fc.tuple(...allowed);
      const texts = (numbers: readonly unknown[]) =>
        numbers.map((value) => (typeof value === 'number' ? String(value) : value));

      it('refuses numbers that break nothing but it, plain or typed as text', () => {
        const broken = values.filter(
          (each) => !holds(rule, each) && others.every((other) => holds(other, each)),
        );
        fc.assert(
          fc.property(broken, (each) => {
            const words = rule.includes('<=') ? 'cannot be more than' : 'cannot be less than';
            expect(seen(kpi.name, each)).toContain(words);
            expect(seen(kpi.name, texts(each))).toBe(seen(kpi.name, each));
            const column = run(
              kpi.name,
              each.map((value) => (value === undefined ? undefined : [[value], [value]])),
            );
            expect(column).toEqual([[seen(kpi.name, each)], [seen(kpi.name, each)]]);
          }),
          { numRuns: 40 },
        );
      });

      it('lets both sides be equal, plain or typed as text', () => {
        const even = values.filter(
          (each) => sides(each) && others.every((other) => holds(other, each)),
        );
        fc.assert(
          fc.property(even, (each) => {
            const shown = outcomeOf(kpi.name, each);
            expect(shown, JSON.stringify(each)).not.toBe('refused');
            expect(shown).not.toBe('');
            expect(outcomeOf(kpi.name, texts(each))).toBe(shown);
          }),
          { numRuns: 40 },
        );
      });
    },
  );

  it('names both sides with their numbers', () => {
    expect(seen('OPENRATE', [11, 10])).toBe(
      'OPENRATE: unique opens (11) cannot be more than e-mails delivered (10).',
    );
    expect(seen('RETENTION', [100, 130, 20])).toBe(
      'RETENTION: customers at the end − new customers (110) cannot be more than customers at the start (100).',
    );
  });
});

describe('a rate', () => {
  it('is shown as a percentage, and nothing else is', () => {
    for (const { name, unit } of calculated) {
      expect(cellKpi(name).format.endsWith('%'), name).toBe(unit === 'fraction');
    }
  });
});

/** How inputs add up over rows, where that is not by summing them. */
const notSummed: Readonly<Record<string, 'first' | 'last' | 'whole'>> = {
  'ACQRATE(customersAtStart)': 'first',
  'CHURN(customersAtStart)': 'first',
  'CUSTOMERGROWTH(customersAtStart)': 'first',
  'CUSTOMERGROWTH(customersAtEnd)': 'last',
  'RETENTION(customersAtStart)': 'first',
  'RETENTION(customersAtEnd)': 'last',
  'ENGRATE(reach)': 'whole',
  'TIMEONPAGE(activeUsers)': 'whole',
  'REPEATRATE(repeatCustomers)': 'whole',
  'REPEATRATE(customers)': 'whole',
  'CLV(orderValue)': 'whole',
  'CLV(ordersPerYear)': 'whole',
  'CLV(years)': 'whole',
  'CLV(margin)': 'whole',
  'ROI(margin)': 'whole',
  'INBOUNDROI(margin)': 'whole',
  'SHAREGAIN(now)': 'whole',
  'SHAREGAIN(before)': 'whole',
  'GROWTHPCT(now)': 'whole',
  'GROWTHPCT(before)': 'whole',
  'PPDIFF(now)': 'whole',
  'PPDIFF(before)': 'whole',
  'ATTAINMENT(actual)': 'whole',
  'ATTAINMENT(target)': 'whole',
  'ATTAINMENT(baseline)': 'whole',
};

describe.each(quantities.map((each) => [each.title, each] as const))(
  'over rows, %s',
  (title, { kpi, name, at, input }) => {
    const example = plausible(kpi, name);
    const value = Number(example[at]);
    const over = (...column: unknown[]) => {
      const inputs = example.map((each, index) => (index === at ? column.map((c) => [c]) : each));
      const found = outcome(() => kpiTotal([kpi.name, ...inputs]));
      return 'refused' in found ? found.refused : found.shown;
    };
    const whole = run(kpi.name, example);

    it('is one reading as it stands, blank rows and a header aside', () => {
      expect(over('Header', value, '')).toBe(whole);
      expect(over('', value)).toBe(whole);
    });

    const way = notSummed[title] ?? 'sum';
    it(`is taken as ${way === 'whole' ? 'a reading that is never combined' : `the ${way}`}`, () => {
      if (way === 'sum') expect(over(value / 4, value / 4, value / 2)).toBeCloseTo(+whole, 12);
      if (way === 'first') {
        expect(over(value, value * 3)).toBe(whole);
        expect(over('', 0, value)).toBe(given(0));
      }
      if (way === 'last') {
        expect(over(value * 3, value)).toBe(whole);
        expect(over(value, 0, '')).toBe(given(0));
      }
      if (way !== 'whole') return;
      const sentence = `${inputTitle(input, 'en')} cannot be added up or averaged over rows`;
      expect(over(value, value)).toContain(sentence);
      expect(over(0, value)).toContain(sentence);
    });

    /** What the function says when this input is another number. */
    function given(other: number): unknown {
      const found = outcome(() => run(kpi.name, example.with(at, other)));
      return 'refused' in found ? found.refused : found.shown;
    }
  },
);

it('rectangles total row by row: the first is at the top left, the last at the bottom right', () => {
  const start = [
    ['', 100],
    [120, 130],
  ];
  const end = [
    ['', 110],
    [90, 150],
  ];
  expect(kpiTotal(['CUSTOMERGROWTH', end, start])).toBe(0.5);
});

function outcomeOf(name: string, inputs: readonly unknown[]): unknown {
  const found = outcome(() => run(name, inputs));
  return 'refused' in found ? 'refused' : found.shown;
}
