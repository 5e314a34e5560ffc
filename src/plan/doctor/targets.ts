import { doctorWords } from '../../messages/compiled/doctor.ts';
import { defaultFlag, defaultGoal } from '../model/plan.ts';
import { isShare, kpiBounds } from './bounds.ts';
import { changed } from './edit.ts';
import { amountOf, percentOf, titleInSentence, titlesOf } from './format.ts';
import { readable } from './readable.ts';
import { aboutKpis, both, type Chosen, type Issue, planContext, type Rule } from './rule.ts';

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

export const wrongWay: Rule = {
  name: 'wrongWay',
  severity: 'fix',
  from: ['000', '002'],
  check: ({ plan, weighted }) =>
    weighted.filter(isCompared).flatMap((each): Issue[] => {
      if (!isWorse(each) || beatsLastYear(each) || isOff(each)) return [];
      const value = mirrored(each);
      const says = both((language) => {
        const amount = (of: number) => amountOf(of, each.is, plan, language);
        return doctorWords(language).wrongWay.says({
          title: titleInSentence(each.is, language),
          target: amount(each.target),
          from: amount(each.baseline),
          better: each.is.better === 'lower' ? 'lower' : 'higher',
          turned: value === null ? '' : amount(value),
        });
      });
      return [
        { kpis: [each.kpi], message: says, ...(value === null ? { unfixable: true } : { value }) },
      ];
    }),
  fix: (plan, { kpis, value = null }) => changed(plan, kpis, () => ({ target: value })),
};

export const standstill: Rule = {
  name: 'standstill',
  severity: 'think',
  from: ['000', '003'],
  check: ({ weighted }) => {
    const still = weighted
      .filter(isCompared)
      .filter(({ is, target, baseline }) => is.better !== 'on plan' && target === baseline);
    return aboutKpis(still, (language) =>
      doctorWords(language).standstill.says({ titles: titlesOf(still, language) }),
    );
  },
};

/** Where half or double means something: amounts and shares, not growth, ranks or scores. */
const canDouble = ({ is }: Chosen): boolean =>
  isShare(is) || ['money', 'moneyEach', 'count', 'times', 'secondsEach', 'hours'].includes(is.unit);

const isFar = ({ is, target, baseline }: Compared): boolean =>
  is.better === 'higher' ? target > 2 * baseline : is.better === 'lower' && target < baseline / 2;

export const tooFar: Rule = {
  name: 'tooFar',
  severity: 'think',
  from: ['000', '003', '004'],
  check: ({ plan, weighted }) =>
    weighted.filter(isCompared).flatMap((each): Issue[] => {
      if (!(each.baseline > 0) || !canDouble(each) || !isFar(each)) return [];
      if (isOff(each) || asPercent(each) !== null) return [];
      const says = both((language) =>
        doctorWords(language).tooFar.says({
          title: titleInSentence(each.is, language),
          from: amountOf(each.baseline, each.is, plan, language),
          to: amountOf(each.target, each.is, plan, language),
          change: percentOf(Math.abs(each.target / each.baseline - 1), language),
          better: each.is.better === 'lower' ? 'lower' : 'higher',
        }),
      );
      return [{ kpis: [each.kpi], message: says }];
    }),
};

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

const slips = (
  name: 'percentTyped' | 'pointsTyped',
  is: (value: number | null, each: Chosen) => value is number,
  factor: number,
): Rule => ({
  name,
  severity: 'fix',
  from: ['000'],
  check: ({ plan, all }) =>
    all.flatMap((each): Issue[] => {
      const value = [each.target, each.baseline, each.lastYear].find((typed) => is(typed, each));
      if (value === undefined || value === null) return [];
      const says = both((language) =>
        doctorWords(language)[name].says({
          title: titleInSentence(each.is, language),
          read: amountOf(value, each.is, plan, language),
          meant: amountOf(value * factor, each.is, plan, language),
        }),
      );
      return [{ kpis: [each.kpi], message: says }];
    }),
  fix: (plan, { kpis }, { catalogue }) => {
    const all = planContext(plan, catalogue).all;
    return changed(plan, kpis, ({ kpi, target, baseline, lastYear }) => {
      const each = all.find((chosen) => chosen.kpi === kpi);
      const right = (value: number | null) =>
        each && is(value, each) ? tidy(value * factor) : value;
      return { target: right(target), baseline: right(baseline), lastYear: right(lastYear) };
    });
  },
});

const tidy = (value: number): number => Number(value.toPrecision(12));
export const percentTyped = slips('percentTyped', isPercentTyped, 1 / 100);
export const pointsTyped = slips('pointsTyped', isPointsTyped, 100);

/** What the target would be, had a round number of points been meant as percent. */
function asPercent({ is, target, baseline }: Compared): number | null {
  const points = target - baseline;
  const steps = points / 0.05;
  const round = Math.abs(steps - Math.round(steps)) < 1e-6;
  const looksSo = round && points > 0.0499 && baseline > 0 && target > 2 * baseline && target <= 1;
  return isShare(is) && is.better === 'higher' && looksSo ? tidy(baseline * (1 + points)) : null;
}

export const pointsOrPercent: Rule = {
  name: 'pointsOrPercent',
  severity: 'fix',
  from: ['000'],
  check: ({ plan, weighted }) =>
    weighted.filter(isCompared).flatMap((each): Issue[] => {
      const value = asPercent(each);
      if (value === null) return [];
      const says = both((language) => {
        const amount = (of: number) => amountOf(of, each.is, plan, language);
        return doctorWords(language).pointsOrPercent.says({
          title: titleInSentence(each.is, language),
          from: amount(each.baseline),
          to: amount(each.target),
          points: percentOf(each.target - each.baseline, language),
          meant: amount(value),
        });
      });
      return [{ kpis: [each.kpi], message: says, value }];
    }),
  fix: (plan, { kpis, value = null }) => changed(plan, kpis, () => ({ target: value })),
};

export const impossible: Rule = {
  name: 'impossible',
  severity: 'fix',
  from: ['000', '004'],
  check: ({ plan, all }) =>
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
        const words = doctorWords(language).impossible;
        const title = titleInSentence(each.is, language);
        if (off === undefined) return words.nothing({ title });
        return words.says({
          title,
          value: amountOf(value, each.is, plan, language),
          min: end(min),
          max: end(max),
        });
      });
      return [{ kpis: [each.kpi], message: says }];
    }),
};

export const thresholds: Rule = {
  name: 'thresholds',
  severity: 'fix',
  from: ['002'],
  check: ({ all }) => {
    const off = all.filter(({ goal, flag }) => !(flag > 0 && flag < goal && goal <= 1));
    return aboutKpis(off, (language) =>
      doctorWords(language).thresholds.says({
        titles: titlesOf(off, language),
        goal: percentOf(defaultGoal, language),
        flag: percentOf(defaultFlag, language),
      }),
    );
  },
  fix: (plan, { kpis }) => changed(plan, kpis, () => ({ goal: defaultGoal, flag: defaultFlag })),
};
