import { mostWeighted, type Plan } from '../model/plan.ts';
import { sharesOf, weighed } from './edit.ts';
import { onlyTracking, weighing } from './fixes.ts';
import { percentOf, titlesOf } from './format.ts';
import { aboutKpis, aboutPlan, type Chosen, defineRule, namingKpis, type Rule } from './rule.ts';

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

const isResult = ({ is }: Chosen): boolean => is.better !== 'on plan' || is.name.startsWith('OWN_');

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

/** Weighs anew, with every share held inside a limit. */
const holding = (limit: (share: number) => number) =>
  weighing((plan) => weighed(plan, held(plan, limit)));

export const weightRules: readonly Rule[] = [
  defineRule({
    name: 'noneWeighted',
    severity: 'fix',
    rank: 70,
    from: ['003'],
    check: ({ plan, all, weighted, words }) =>
      aboutPlan(
        weighted.length === 0,
        (language) => words(language).says({ plan: plan.name }),
        all.some(isResult) ? {} : { unfixable: true },
      ),
    fix: weighing((plan, _, { catalogue }) => {
      const results = plan.kpis.filter(({ kpi }) => {
        const known = catalogue.find(({ name }) => name === kpi);
        return known ? known.better !== 'on plan' : plan.own.some(({ name }) => name === kpi);
      });
      return weighed(plan, new Map(results.slice(0, mostWeighted).map(({ kpi }) => [kpi, 1])));
    }),
  }),
  defineRule({
    name: 'weightsOff',
    severity: 'fix',
    rank: 80,
    from: ['002'],
    check: ({ weighted, words }) =>
      aboutKpis(weighted.length === 0 || addsUp(weighted) ? [] : weighted, (language) =>
        words(language).says({ total: percentOf(totalOf(weighted), language) }),
      ),
    fix: weighing((plan) => weighed(plan, sharesOf(plan))),
  }),
  defineRule({
    name: 'tooMany',
    severity: 'fix',
    rank: 90,
    from: ['003', '000'],
    check: ({ weighted, words }) =>
      aboutKpis(weighted.length > mostWeighted ? lightest(weighted) : [], (language) =>
        words(language).says({
          count: `${weighted.length}`,
          titles: titlesOf(lightest(weighted), language),
        }),
      ),
    fix: onlyTracking,
  }),
  defineRule({
    name: 'tooFew',
    severity: 'think',
    rank: 10,
    from: ['003'],
    check: ({ weighted, words }) =>
      aboutKpis(weighted.length < fewest ? weighted : [], (language) =>
        words(language).says({
          count: `${weighted.length}`,
          titles: titlesOf(weighted, language),
        }),
      ),
  }),
  defineRule({
    name: 'tooManyTracked',
    severity: 'think',
    rank: 20,
    from: ['003'],
    check: ({ tracked, words }) =>
      aboutPlan(tracked.length > mostTracked, (language) =>
        words(language).says({ count: `${tracked.length}` }),
      ),
  }),
  defineRule({
    name: 'weightSmall',
    severity: 'think',
    rank: 30,
    from: ['003'],
    check: ({ weighted, words }) => {
      const small = weighted.filter((each) => shareOf(each, weighted) < leastShare - 1e-9);
      return namingKpis(
        totalOf(weighted) > 0 ? small : [],
        words,
        weighted.length * leastShare > 1 ? { unfixable: true } : {},
      );
    },
    fix: holding((share) => Math.max(share, leastShare)),
  }),
  defineRule({
    name: 'weightLarge',
    severity: 'think',
    rank: 40,
    from: ['002', '003'],
    check: ({ weighted, words }) => {
      const large = weighted.filter((each) => shareOf(each, weighted) > mostShare + 1e-9);
      return aboutKpis(weighted.length > 1 ? large : [], (language) =>
        words(language).says({
          title: titlesOf(large, language),
          share: percentOf(Math.max(...large.map((each) => shareOf(each, weighted))), language),
        }),
      );
    },
    fix: holding((share) => Math.min(share, mostShare)),
  }),
];
