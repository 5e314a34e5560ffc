import { doctorWords } from '../../messages/compiled/doctor.ts';
import type { Plan } from '../model/plan.ts';
import { changed } from './edit.ts';
import { titlesOf } from './format.ts';
import { aboutKpis, type Chosen, type Issue, type Rule, type RuleFacts } from './rule.ts';

export const noTarget: Rule = {
  name: 'noTarget',
  severity: 'fix',
  from: ['000', '002', '003', '004'],
  check: ({ weighted }) => {
    const open = weighted.filter(({ target }) => target === null);
    return aboutKpis(open, (language) =>
      doctorWords(language).noTarget.says({ titles: titlesOf(open, language) }),
    );
  },
};

/** Judged by how far they have come from where they began. */
const needsStart = ({ kind }: Chosen): boolean =>
  kind === 'last' || kind === 'whole' || kind === 'points';

const known = (kpi: string, { actuals }: RuleFacts): number | null => actuals?.[kpi] ?? null;

/** Those whose last actual some sheet knows, and those somebody has to look up. */
const found = (
  kpis: readonly Chosen[],
  facts: RuleFacts,
  rule: 'noStart' | 'noBaseline',
): readonly Issue[] => {
  const isKnown = ({ kpi }: Chosen) => known(kpi, facts) !== null;
  const [there, open] = [kpis.filter(isKnown), kpis.filter((each) => !isKnown(each))];
  return [
    ...aboutKpis(there, (language) =>
      doctorWords(language)[rule].known({ titles: titlesOf(there, language) }),
    ),
    ...aboutKpis(
      open,
      (language) => doctorWords(language)[rule].says({ titles: titlesOf(open, language) }),
      {
        unfixable: true,
      },
    ),
  ];
};

const fromActuals = (plan: Plan, { kpis }: Issue, facts: RuleFacts): Plan =>
  changed(plan, kpis, ({ kpi }) => ({ baseline: known(kpi, facts) }));

export const noStart: Rule = {
  name: 'noStart',
  severity: 'fix',
  from: ['000', '003'],
  check: ({ weighted }, facts) =>
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
  check: ({ weighted }, facts) =>
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
  check: ({ tracked }) => {
    const open = tracked.filter(({ is, target }) => is.better === 'on plan' && target === null);
    return aboutKpis(open, (language) =>
      doctorWords(language).noBudget.says({ titles: titlesOf(open, language) }),
    );
  },
};
