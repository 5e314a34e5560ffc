import { type Choice, defineKpi, type Kpi, leftOut, type Quantity } from './define.ts';

/** Any number at all, of which nothing is known but that it is one reading. */
const anything = { unit: 'same', over: 'whole' } as const;

const nowValue: Quantity = {
  ...anything,
  called: 'nowValue',
  sample: { level: 110, drift: 0.5 },
};

const beforeValue: Quantity = {
  ...anything,
  called: 'beforeValue',
  min: 0,
  sample: { level: 100, drift: 0 },
};

const rateNow: Quantity = {
  called: 'rateNow',
  unit: 'fraction',
  over: 'whole',
  sample: { level: 0.025, drift: 0.0001 },
};

const rateBefore: Quantity = {
  called: 'rateBefore',
  unit: 'fraction',
  over: 'whole',
  sample: { level: 0.022, drift: 0 },
};

const actual: Quantity = {
  ...anything,
  called: 'actual',
  sample: { level: 90, drift: 0 },
};

const target: Quantity = {
  ...anything,
  called: 'target',
  sample: { level: 100, drift: 0 },
};

const baseline: Quantity = {
  ...anything,
  called: 'baseline',
};

const better: Choice = {
  called: 'better',
  options: ['higher', 'lower'],
};

/** Comparisons of any two numbers: over time, or with a target. */
export const comparisonKpis: readonly Kpi[] = [
  defineKpi({
    name: 'GROWTHPCT',
    inputs: { now: nowValue, before: beforeValue },
    formula: '(now - before) / before',
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'any',
    roles: ['manager', 'department'],
    source: 'https://en.wikipedia.org/wiki/Relative_change',
    examples: [{ given: { now: 1150, before: 1000 }, gives: 0.15 }],
  }),
  defineKpi({
    name: 'PPDIFF',
    inputs: { now: rateNow, before: rateBefore },
    formula: 'now * 100 - before * 100',
    unit: 'percentagePoints',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'any',
    roles: ['manager', 'department'],
    source: 'https://en.wikipedia.org/wiki/Percentage_point',
    examples: [{ given: { now: 0.025, before: 0.02 }, gives: 0.5 }],
  }),
  defineKpi({
    name: 'ATTAINMENT',
    inputs: {
      actual,
      target,
      better: leftOut(better, 'higher'),
      baseline: leftOut(baseline),
    },
    formula: 'actual / target',
    must: ['target >= 0'],
    variants: [
      { given: 'baseline', formula: '(actual - baseline) / (target - baseline)' },
      {
        chosen: { input: 'better', is: 'lower' },
        formula: 'target / actual',
        must: ['actual >= 0', 'target >= 0'],
      },
    ],
    unit: 'fraction',
    better: 'higher',
    group: 'output',
    level: 'operational',
    timing: 'lagging',
    funnel: 'any',
    roles: ['manager', 'department'],
    bounds: {},
    source:
      'https://support.spiderstrategies.com/hc/en-us/articles/360041553391-Exploring-How-Scores-are-Calculated',
    examples: [
      { given: { actual: 690, target: 920 }, gives: 0.75 },
      { given: { actual: 100000, target: 87500, better: 'lower' }, gives: 0.875 },
      { given: { actual: 1150, target: 1200, baseline: 1000 }, gives: 0.75 },
    ],
  }),
];
