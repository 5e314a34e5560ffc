import { doctorWords } from '../../messages/doctor.ts';
import type { Plan } from '../model/plan.ts';
import { changed } from './edit.ts';
import { titlesOf } from './format.ts';
import { type Chosen, type Facts, type Found, type Rule, together } from './rule.ts';

export const noTarget: Rule = {
  name: 'noTarget',
  severity: 'fix',
  from: ['000', '002', '003', '004'],
  finds: ({ weighted }) => {
    const open = weighted.filter(({ target }) => target === null);
    return together(open, (language) =>
      doctorWords(language).noTarget.says(titlesOf(open, language)),
    );
  },
};

/** Judged by how far they have come from where they began. */
const needsStart = ({ kind }: Chosen): boolean =>
  kind === 'last' || kind === 'whole' || kind === 'points';

const known = (kpi: string, { actuals }: Facts): number | null => actuals?.[kpi] ?? null;

/** Those whose last actual some sheet knows, and those somebody has to look up. */
const found = (
  kpis: readonly Chosen[],
  facts: Facts,
  rule: 'noStart' | 'noBaseline',
): readonly Found[] => {
  const isKnown = ({ kpi }: Chosen) => known(kpi, facts) !== null;
  const [there, open] = [kpis.filter(isKnown), kpis.filter((each) => !isKnown(each))];
  return [
    ...together(there, (language) => doctorWords(language)[rule].known(titlesOf(there, language))),
    ...together(open, (language) => doctorWords(language)[rule].says(titlesOf(open, language)), {
      beyondFix: true,
    }),
  ];
};

const fromActuals = (plan: Plan, { kpis }: Found, facts: Facts): Plan =>
  changed(plan, kpis, ({ kpi }) => ({ baseline: known(kpi, facts) }));

export const noStart: Rule = {
  name: 'noStart',
  severity: 'fix',
  from: ['000', '003'],
  finds: ({ weighted }, facts) =>
    found(
      weighted.filter((each) => each.baseline === null && needsStart(each)),
      facts,
      'noStart',
    ),
  fix: fromActuals,
};

export const noBaseline: Rule = {
  name: 'noBaseline',
  severity: 'think',
  from: ['000', '003'],
  finds: ({ weighted }, facts) =>
    found(
      weighted.filter(
        (each) => each.baseline === null && !needsStart(each) && each.is.better !== 'on plan',
      ),
      facts,
      'noBaseline',
    ),
  fix: fromActuals,
};

export const noBudget: Rule = {
  name: 'noBudget',
  severity: 'think',
  from: ['002'],
  finds: ({ tracked }) => {
    const open = tracked.filter(({ is, target }) => is.better === 'on plan' && target === null);
    return together(open, (language) =>
      doctorWords(language).noBudget.says(titlesOf(open, language)),
    );
  },
};
