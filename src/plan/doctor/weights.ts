import { doctorWords } from '../../messages/compiled/doctor.ts';
import { mostWeighted, type Plan } from '../model/plan.ts';
import { sharesOf, tracked, weighed } from './edit.ts';
import { percentOf, titlesOf } from './format.ts';
import { aboutKpis, aboutPlan, type Chosen, type Rule } from './rule.ts';

const fewest = 3;
const mostTracked = 8;
const leastShare = 0.05;
const mostShare = 0.5;
/** Thirds are written as 33 %, which makes 99 %. */
const nearEnough = 0.0125;

const totalOf = (kpis: readonly Chosen[]): number =>
  kpis.reduce((sum, { weight }) => sum + (weight ?? 0), 0);

const shareOf = (each: Chosen, kpis: readonly Chosen[]): number =>
  (each.weight ?? 0) / (totalOf(kpis) || 1);

const addsUp = (kpis: readonly Chosen[]): boolean => Math.abs(totalOf(kpis) - 1) <= nearEnough;

/** The heaviest stay; among equals, those that stand first. */
const lightest = (kpis: readonly Chosen[]): readonly Chosen[] => {
  const heaviest = [...kpis].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  const staying = heaviest.slice(0, mostWeighted);
  return kpis.filter((each) => !staying.includes(each));
};

const noneWeighted: Rule = {
  name: 'noneWeighted',
  severity: 'fix',
  from: ['003'],
  check: ({ plan, all, weighted }) =>
    aboutPlan(
      weighted.length === 0,
      (language) => doctorWords(language).noneWeighted.says({ plan: plan.name }),
      {
        ...(all.some(isResult) ? {} : { unfixable: true }),
      },
    ),
  fix: (plan, _, { catalogue }) => {
    const results = plan.kpis.filter(({ kpi }) => {
      const known = catalogue.find(({ name }) => name === kpi);
      return known ? known.better !== 'on plan' : plan.own.some(({ name }) => name === kpi);
    });
    return weighed(plan, new Map(results.slice(0, mostWeighted).map(({ kpi }) => [kpi, 1])));
  },
};

const isResult = ({ is }: Chosen): boolean => is.better !== 'on plan' || is.name.startsWith('OWN_');

const tooMany: Rule = {
  name: 'tooMany',
  severity: 'fix',
  from: ['003', '000'],
  check: ({ weighted }) =>
    aboutKpis(weighted.length > mostWeighted ? lightest(weighted) : [], (language) =>
      doctorWords(language).tooMany.says({
        count: `${weighted.length}`,
        titles: titlesOf(lightest(weighted), language),
      }),
    ),
  fix: (plan, { kpis }) => tracked(plan, kpis),
};

const tooFew: Rule = {
  name: 'tooFew',
  severity: 'think',
  from: ['003'],
  check: ({ weighted }) =>
    aboutKpis(weighted.length < fewest ? weighted : [], (language) =>
      doctorWords(language).tooFew.says({
        count: `${weighted.length}`,
        titles: titlesOf(weighted, language),
      }),
    ),
};

const tooManyTracked: Rule = {
  name: 'tooManyTracked',
  severity: 'think',
  from: ['003'],
  check: (context) =>
    aboutPlan(context.tracked.length > mostTracked, (language) =>
      doctorWords(language).tooManyTracked.says({ count: `${context.tracked.length}` }),
    ),
};

const weightsOff: Rule = {
  name: 'weightsOff',
  severity: 'fix',
  from: ['002'],
  check: ({ weighted }) =>
    aboutKpis(weighted.length === 0 || addsUp(weighted) ? [] : weighted, (language) =>
      doctorWords(language).weightsOff.says({ total: percentOf(totalOf(weighted), language) }),
    ),
  fix: (plan) => weighed(plan, sharesOf(plan)),
};

const weightSmall: Rule = {
  name: 'weightSmall',
  severity: 'think',
  from: ['003'],
  check: ({ weighted }) => {
    const small = weighted.filter((each) => shareOf(each, weighted) < leastShare - 1e-9);
    return aboutKpis(
      totalOf(weighted) > 0 ? small : [],
      (language) => doctorWords(language).weightSmall.says({ titles: titlesOf(small, language) }),
      weighted.length * leastShare > 1 ? { unfixable: true } : {},
    );
  },
  fix: (plan) =>
    weighed(
      plan,
      held(plan, (share) => Math.max(share, leastShare)),
    ),
};

const weightLarge: Rule = {
  name: 'weightLarge',
  severity: 'think',
  from: ['002', '003'],
  check: ({ weighted }) => {
    const large = weighted.filter((each) => shareOf(each, weighted) > mostShare + 1e-9);
    return aboutKpis(weighted.length > 1 ? large : [], (language) =>
      doctorWords(language).weightLarge.says({
        title: titlesOf(large, language),
        share: percentOf(Math.max(...large.map((each) => shareOf(each, weighted))), language),
      }),
    );
  },
  fix: (plan) =>
    weighed(
      plan,
      held(plan, (share) => Math.min(share, mostShare)),
    ),
};

/** Those outside a limit are set to it; the others share what is left in proportion. */
function held(plan: Plan, limit: (share: number) => number): ReadonlyMap<string, number> {
  const shares = sharesOf(plan);
  const fixed = new Map<string, number>();
  for (;;) {
    const left = 1 - [...fixed.values()].reduce((sum, share) => sum + share, 0);
    const free = [...shares].filter(([kpi]) => !fixed.has(kpi));
    const total = free.reduce((sum, [, share]) => sum + share, 0);
    const spread = free.map(([kpi, share]): [string, number] => [
      kpi,
      left * (total > 0 ? share / total : 1 / free.length),
    ]);
    const over = spread.filter(([, share]) => Math.abs(limit(share) - share) > 1e-9);
    if (over.length === 0) return new Map([...fixed, ...spread]);
    for (const [kpi, share] of over) fixed.set(kpi, limit(share));
  }
}

export const weightRules = [
  noneWeighted,
  weightsOff,
  tooMany,
  tooFew,
  tooManyTracked,
  weightSmall,
  weightLarge,
] as const satisfies readonly Rule[];
