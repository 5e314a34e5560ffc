import { hasTrait } from '../../kpi/catalogue.ts';
import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import {
  firstDay,
  lastDay,
  nextQuarter,
  previousQuarter,
  type QuarterName,
  quarterTitle,
  sameQuarterLastYear,
} from '../calendar/calendar.ts';
import { dateOf } from '../calendar/day.ts';
import { tetOf } from '../calendar/tet.ts';
import { defaultCadence } from '../model/inputs.ts';
import type { Plan } from '../model/plan.ts';
import { setting } from './fixes.ts';
import { percentOf, titlesOf } from './format.ts';
import { aboutKpis, aboutPlan, defineRule, namingKpis, type Rule, type RuleFacts } from './rule.ts';

const gone = ({ quarter }: Plan, { today }: RuleFacts): number =>
  (today - firstDay(quarter)) / (lastDay(quarter) + 1 - firstDay(quarter));

const titled = ({ quarter, circumstances }: Plan, language: Language): string =>
  quarterTitle(quarter, circumstances.firstMonth, language);

/** What makes a quarter unlike its neighbour: Tết in it, or the sales at the end of the year. */
function seasonOf(quarter: QuarterName): 'tet' | 'yearEnd' | null {
  const [first, last] = [firstDay(quarter), lastDay(quarter)];
  const tet = tetOf(dateOf(last).year);
  if (tet !== null && tet >= first && tet <= last) return 'tet';
  return [10, 11, 12].includes(dateOf(last).month) ? 'yearEnd' : null;
}

const keepsTet = ({ language, circumstances }: Plan): boolean =>
  languageWords(language).country === 'VN' || circumstances.currency === 'VND';

function uneven(plan: Plan): 'tet' | 'yearEnd' | null {
  const seasons = [plan.quarter, previousQuarter(plan.quarter)].map(seasonOf);
  if (keepsTet(plan) && seasons.includes('tet')) return 'tet';
  return seasons.includes('yearEnd') ? 'yearEnd' : null;
}

const isSame = (one: QuarterName, other: QuarterName): boolean =>
  one.year === other.year && one.month === other.month;

/** What a KPI came to in a quarter stands as the baseline of the plan that followed. */
function actualIn(quarter: QuarterName, kpi: string, { previous }: RuleFacts): number | null {
  const after = previous.find((plan) => isSame(plan.quarter, nextQuarter(quarter)));
  return after?.kpis.find((each) => each.kpi === kpi)?.baseline ?? null;
}

const graceDays = 21;

export const timeRules: readonly Rule[] = [
  defineRule({
    name: 'over',
    severity: 'fix',
    rank: 10,
    from: ['000', '002', '003', '004'],
    check: ({ plan, words }, facts) =>
      aboutPlan(gone(plan, facts) >= 1, (language) =>
        words(language).says({ quarter: titled(plan, language) }),
      ),
  }),
  defineRule({
    name: 'cadenceTooFine',
    severity: 'fix',
    rank: 180,
    from: ['003', '004'],
    check: ({ all, words }) =>
      namingKpis(
        all.filter(
          ({ is, kind, cadence }) =>
            (cadence === 'day' || cadence === 'week') &&
            (kind === 'whole' || hasTrait(is, 'survey')),
        ),
        words,
      ),
    fix: setting(['cadence'], ({ kpi }, _, { catalogue }) => {
      const known = catalogue.find(({ name }) => name === kpi);
      const usual = known ? defaultCadence(known) : 'month';
      return { cadence: usual === 'week' ? 'month' : usual };
    }),
  }),
  defineRule({
    name: 'season',
    severity: 'think',
    rank: 200,
    from: ['000', '003'],
    field: 'lastYear',
    check: ({ plan, weighted, words }, facts) => {
      const why = uneven(plan);
      if (!why) return [];
      const yearAgo = sameQuarterLastYear(plan.quarter);
      const open = weighted.filter(
        ({ kind, target, baseline, lastYear }) =>
          kind === 'sum' && target !== null && baseline !== null && lastYear === null,
      );
      const isKnown = ({ kpi }: { kpi: string }) => actualIn(yearAgo, kpi, facts) !== null;
      const [there, asking] = [open.filter(isKnown), open.filter((each) => !isKnown(each))];
      return [
        ...aboutKpis(there, (language) =>
          words(language).known({ titles: titlesOf(there, language), why }),
        ),
        ...aboutKpis(
          asking,
          (language) => words(language).says({ titles: titlesOf(asking, language), why }),
          { unfixable: true },
        ),
      ];
    },
    fix: setting(['lastYear'], ({ kpi }, _, facts, { quarter }) => ({
      lastYear: actualIn(sameQuarterLastYear(quarter), kpi, facts),
    })),
  }),
  defineRule({
    name: 'halfOver',
    severity: 'think',
    rank: 220,
    from: ['000', '003'],
    check: ({ plan, words }, facts) => {
      const part = gone(plan, facts);
      return aboutPlan(part > 0.5 && part < 1, (language) =>
        words(language).says({
          quarter: titled(plan, language),
          part: percentOf(part, language),
        }),
      );
    },
  }),
  defineRule({
    name: 'cadenceTooSlow',
    severity: 'think',
    rank: 250,
    from: ['003', '004'],
    check: ({ weighted, words }) =>
      namingKpis(
        weighted.filter(({ is, cadence }) => is.timing === 'leading' && cadence === 'quarter'),
        words,
      ),
    fix: setting(['cadence'], () => ({ cadence: 'month' })),
  }),
  defineRule({
    name: 'sameForAYear',
    severity: 'think',
    rank: 270,
    from: ['000', '003'],
    check: ({ plan, weighted, words }, { previous }) => {
      const quarters = [1, 2, 3].map((back) =>
        Array.from({ length: back }).reduce<QuarterName>(previousQuarter, plan.quarter),
      );
      const earlier = quarters.map((quarter) =>
        previous.find((each) => isSame(each.quarter, quarter)),
      );
      const kept = weighted.filter(({ kpi }) =>
        earlier.every((each) =>
          each?.kpis.some((planned) => planned.kpi === kpi && planned.weight !== null),
        ),
      );
      const all = kept.length === weighted.length;
      return namingKpis(all ? kept : [], words);
    },
  }),
  defineRule({
    name: 'notAgreed',
    severity: 'think',
    rank: 280,
    from: ['000', '003', '004'],
    check: ({ plan, weighted, words }, { today }) => {
      const begun = today - firstDay(plan.quarter) > graceDays && today <= lastDay(plan.quarter);
      return aboutPlan(begun && plan.agreed === null && weighted.length > 0, (language) =>
        words(language).says({ quarter: titled(plan, language) }),
      );
    },
  }),
];
