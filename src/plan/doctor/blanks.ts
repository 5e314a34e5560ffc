import { setting } from './fixes.ts';
import {
  type Chosen,
  defineRule,
  type Issue,
  namingKpis,
  type Rule,
  type RuleContext,
  type RuleFacts,
} from './rule.ts';

/** Judged by how far they have come from where they began. */
const needsStart = ({ kind }: Chosen): boolean =>
  kind === 'last' || kind === 'whole' || kind === 'points';

const known = (kpi: string, { actuals }: RuleFacts): number | null => actuals?.[kpi] ?? null;

/** Those whose last actual some sheet knows, and those somebody has to look up. */
const found = (
  kpis: readonly Chosen[],
  facts: RuleFacts,
  words: RuleContext<'noStart' | 'noBaseline'>['words'],
): readonly Issue[] => {
  const isKnown = ({ kpi }: Chosen) => known(kpi, facts) !== null;
  const open = kpis.filter((each) => !isKnown(each));
  return [
    ...namingKpis(kpis.filter(isKnown), (language) => ({ says: words(language).known })),
    ...namingKpis(open, words, { unfixable: true }),
  ];
};

const fromActuals = setting(['baseline'], ({ kpi }, _, facts) => ({ baseline: known(kpi, facts) }));

export const blankRules: readonly Rule[] = [
  defineRule({
    name: 'noTarget',
    severity: 'fix',
    rank: 160,
    from: ['000', '002', '003', '004'],
    check: ({ weighted, words }) =>
      namingKpis(
        weighted.filter(({ target }) => target === null),
        words,
      ),
  }),
  defineRule({
    name: 'noStart',
    severity: 'fix',
    rank: 170,
    from: ['000', '003'],
    field: 'baseline',
    check: ({ weighted, words }, facts) =>
      found(
        weighted.filter((each) => each.baseline === null && needsStart(each)),
        facts,
        words,
      ),
    fix: fromActuals,
  }),
  defineRule({
    name: 'noBaseline',
    severity: 'think',
    rank: 190,
    from: ['000', '003'],
    field: 'baseline',
    check: ({ weighted, words }, facts) =>
      found(
        weighted.filter(
          (each) => each.baseline === null && !needsStart(each) && each.is.better !== 'on plan',
        ),
        facts,
        words,
      ),
    fix: fromActuals,
  }),
  defineRule({
    name: 'noBudget',
    severity: 'think',
    rank: 260,
    from: ['002'],
    check: ({ tracked, words }) =>
      namingKpis(
        tracked.filter(({ is, target }) => is.better === 'on plan' && target === null),
        words,
      ),
  }),
];
