import { defaultFlag, defaultGoal } from '../model/plan.ts';
import { isShare, kpiBounds } from './bounds.ts';
import { setting } from './fixes.ts';
import { amountOf, percentOf, titleInSentence, titlesOf } from './format.ts';
import { readable } from './readable.ts';
import {
  aboutKpis,
  both,
  type Chosen,
  defineRule,
  type Issue,
  namingKpis,
  planContext,
  type Rule,
  type RuleContext,
} from './rule.ts';

type Aimed = Chosen & { readonly target: number };
type Compared = Aimed & { readonly baseline: number };

const isAimed = (each: Chosen): each is Aimed => each.target !== null;
const isCompared = (each: Chosen): each is Compared => isAimed(each) && each.baseline !== null;

const isWorse = ({ is, target, baseline }: Compared): boolean =>
  is.better === 'higher' ? target < baseline : is.better === 'lower' && target > baseline;

/** Against the same quarter a year ago it is a step forward: the season is what falls. */
const beatsLastYear = ({ is, target, lastYear }: Compared): boolean =>
  lastYear !== null && (is.better === 'higher' ? target > lastYear : target < lastYear);

/** The change turned round: 8 % more becomes 8 % less. `null` where that makes no sense. */
function mirrored({ is, target, baseline }: Compared): number | null {
  const value = readable(2 * baseline - target, is.unit, 4);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = kpiBounds(is);
  const moves = is.better === 'higher' ? value >= baseline : value <= baseline;
  return value > Math.max(min, 0) && value <= max && moves ? value : null;
}

/** Where half or double means something: amounts and shares, not growth, ranks or scores. */
const canDouble = ({ is }: Chosen): boolean =>
  isShare(is) || ['money', 'moneyEach', 'count', 'times', 'secondsEach', 'hours'].includes(is.unit);

const isFar = ({ is, target, baseline }: Compared): boolean =>
  is.better === 'higher' ? target > 2 * baseline : is.better === 'lower' && target < baseline / 2;

/**
 * `25` for 25 %: above what the KPI can be, or where ten times the whole is no honest value, and
 * nothing beside it says that the number itself is nearer than its hundredth.
 */
function isPercentTyped(value: number | null, each: Chosen): value is number {
  if (each.is.unit !== 'fraction' || value === null) return false;
  const [most, far] = isShare(each.is) ? [1, 100] : [10, 1000];
  const beside = [each.target, each.baseline, each.lastYear].filter(
    (other): other is number => other !== null && other > 0 && other <= most,
  );
  return value > most && value <= far && beside.every((other) => other < value / 10);
}

/** `0.02` where two points are meant; a tenth of a point and less is nobody's share of a market. */
const isPointsTyped = (value: number | null, { is }: Chosen): value is number =>
  is.unit === 'percentagePoints' &&
  value !== null &&
  Math.abs(value) >= 0.001 &&
  Math.abs(value) < 0.1;

const isOutside = (value: number | null, each: Chosen): value is number => {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = kpiBounds(each.is);
  return value !== null && (value < min || value > max) && !isPercentTyped(value, each);
};

/** Nothing can be divided by it, and nobody aims at it. */
const isNothing = (each: Chosen): boolean =>
  each.target !== null &&
  each.target <= 0 &&
  each.weight !== null &&
  each.is.better !== 'on plan' &&
  (each.kind === 'sum' || (each.kind === 'ratio' && (kpiBounds(each.is).min ?? -1) >= 0));

/** Another rule has a word to say on these numbers already. */
const isOff = (each: Chosen): boolean =>
  [each.target, each.baseline].some(
    (value) => isPercentTyped(value, each) || isPointsTyped(value, each) || isOutside(value, each),
  ) || isNothing(each);

/** Numbers of which another is meant, `factor` times as large. */
const slips = (is: (value: number | null, each: Chosen) => value is number, factor: number) => ({
  check: ({ plan, all, words }: RuleContext<'percentTyped' | 'pointsTyped'>) =>
    all.flatMap((each): Issue[] => {
      const value = [each.target, each.baseline, each.lastYear].find((typed) => is(typed, each));
      if (value === undefined || value === null) return [];
      const says = both((language) =>
        words(language).says({
          title: titleInSentence(each.is, language),
          read: amountOf(value, each.is, plan, language),
          meant: amountOf(value * factor, each.is, plan, language),
        }),
      );
      return [{ kpis: [each.kpi], message: says }];
    }),
  fix: setting(['target', 'baseline', 'lastYear'], (planned, _, { catalogue }, plan) => {
    const each = planContext(plan, catalogue).all.find(({ kpi }) => kpi === planned.kpi);
    const right = (value: number | null) =>
      each && is(value, each) ? tidy(value * factor) : value;
    const { target, baseline, lastYear } = planned;
    return { target: right(target), baseline: right(baseline), lastYear: right(lastYear) };
  }),
});

const tidy = (value: number): number => Number(value.toPrecision(12));

/** What the target would be, had a round number of points been meant as percent. */
function asPercent({ is, target, baseline }: Compared): number | null {
  const points = target - baseline;
  const steps = points / 0.05;
  const round = Math.abs(steps - Math.round(steps)) < 1e-6;
  const looksSo = round && points > 0.0499 && baseline > 0 && target > 2 * baseline && target <= 1;
  return isShare(is) && is.better === 'higher' && looksSo ? tidy(baseline * (1 + points)) : null;
}

const toTheValue = setting(['target'], (_, { value = null }) => ({ target: value }));

export const targetRules: readonly Rule[] = [
  defineRule({
    name: 'impossible',
    severity: 'fix',
    rank: 20,
    from: ['000', '004'],
    check: ({ plan, all, words }) =>
      all.flatMap((each): Issue[] => {
        const off = [each.target, each.baseline, each.lastYear].find((value) =>
          isOutside(value, each),
        );
        const value = off ?? (isNothing(each) ? each.target : null);
        if (value === null) return [];
        const says = both((language) => {
          const { min, max } = kpiBounds(each.is);
          const end = (of: number | undefined) =>
            of === undefined ? '' : amountOf(of, each.is, plan, language);
          const said = words(language);
          const title = titleInSentence(each.is, language);
          if (off === undefined) return said.nothing({ title });
          return said.says({
            title,
            value: amountOf(value, each.is, plan, language),
            min: end(min),
            max: end(max),
          });
        });
        return [{ kpis: [each.kpi], message: says }];
      }),
  }),
  defineRule({
    name: 'percentTyped',
    severity: 'fix',
    rank: 30,
    from: ['000'],
    ...slips(isPercentTyped, 1 / 100),
  }),
  defineRule({
    name: 'pointsTyped',
    severity: 'fix',
    rank: 40,
    from: ['000'],
    ...slips(isPointsTyped, 100),
  }),
  defineRule({
    name: 'pointsOrPercent',
    severity: 'fix',
    rank: 50,
    from: ['000'],
    check: ({ plan, weighted, words }) =>
      weighted.filter(isCompared).flatMap((each): Issue[] => {
        const value = asPercent(each);
        if (value === null) return [];
        const says = both((language) => {
          const amount = (of: number) => amountOf(of, each.is, plan, language);
          return words(language).says({
            title: titleInSentence(each.is, language),
            from: amount(each.baseline),
            to: amount(each.target),
            points: percentOf(each.target - each.baseline, language),
            meant: amount(value),
          });
        });
        return [{ kpis: [each.kpi], message: says, value }];
      }),
    fix: toTheValue,
  }),
  defineRule({
    name: 'wrongWay',
    severity: 'fix',
    rank: 60,
    from: ['000', '002'],
    check: ({ plan, weighted, words }) =>
      weighted.filter(isCompared).flatMap((each): Issue[] => {
        if (!isWorse(each) || beatsLastYear(each) || isOff(each)) return [];
        const value = mirrored(each);
        const says = both((language) => {
          const amount = (of: number) => amountOf(of, each.is, plan, language);
          return words(language).says({
            title: titleInSentence(each.is, language),
            target: amount(each.target),
            from: amount(each.baseline),
            better: each.is.better === 'lower' ? 'lower' : 'higher',
            turned: value === null ? '' : amount(value),
          });
        });
        return [
          {
            kpis: [each.kpi],
            message: says,
            ...(value === null ? { unfixable: true } : { value }),
          },
        ];
      }),
    fix: toTheValue,
  }),
  defineRule({
    name: 'thresholds',
    severity: 'fix',
    rank: 240,
    from: ['002'],
    field: 'goal',
    check: ({ all, words }) => {
      const off = all.filter(({ goal, flag }) => !(flag > 0 && flag < goal && goal <= 1));
      return aboutKpis(off, (language) =>
        words(language).says({
          titles: titlesOf(off, language),
          goal: percentOf(defaultGoal, language),
          flag: percentOf(defaultFlag, language),
        }),
      );
    },
    fix: setting(['goal', 'flag'], () => ({ goal: defaultGoal, flag: defaultFlag })),
  }),
  defineRule({
    name: 'tooFar',
    severity: 'think',
    rank: 180,
    from: ['000', '003', '004'],
    check: ({ plan, weighted, words }) =>
      weighted.filter(isCompared).flatMap((each): Issue[] => {
        if (!(each.baseline > 0) || !canDouble(each) || !isFar(each)) return [];
        if (isOff(each) || asPercent(each) !== null) return [];
        const says = both((language) =>
          words(language).says({
            title: titleInSentence(each.is, language),
            from: amountOf(each.baseline, each.is, plan, language),
            to: amountOf(each.target, each.is, plan, language),
            change: percentOf(Math.abs(each.target / each.baseline - 1), language),
            better: each.is.better === 'lower' ? 'lower' : 'higher',
          }),
        );
        return [{ kpis: [each.kpi], message: says }];
      }),
  }),
  defineRule({
    name: 'standstill',
    severity: 'think',
    rank: 210,
    from: ['000', '003'],
    check: ({ weighted, words }) =>
      namingKpis(
        weighted
          .filter(isCompared)
          .filter(({ is, target, baseline }) => is.better !== 'on plan' && target === baseline),
        words,
      ),
  }),
];
