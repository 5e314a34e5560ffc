import { hasTrait } from '../../kpi/catalogue.ts';
import type { Kpi } from '../../kpi/define.ts';
import { type ObjectiveTrait, objectives } from '../../kpi/objectives.ts';
import { roleFacts } from '../../kpi/roles.ts';
import { mostWeighted, type Plan } from '../model/plan.ts';
import { hasRoom } from './edit.ts';
import { addingTracked, addingWeight, addingWeighted, onlyTracking } from './fixes.ts';
import { titleInSentence, titlesOf } from './format.ts';
import {
  aboutKpis,
  aboutPlan,
  both,
  type Chosen,
  defineRule,
  namingKpis,
  type Rule,
  type RuleFacts,
} from './rule.ts';

const isLeading = (is: Kpi): boolean => is.timing === 'leading' && is.group !== 'input';

const named = (name: string | undefined, { catalogue }: RuleFacts): Kpi | undefined =>
  catalogue.find((kpi) => kpi.name === name);

const fitOf = (plan: Plan, facts: RuleFacts) =>
  plan.objective
    ? facts.objectiveFit(plan.objective, plan.circumstances)
    : { fits: [] as readonly string[], unfit: [] as readonly string[] };

const ownOfRole = (plan: Plan, facts: RuleFacts): readonly string[] =>
  facts.roleKpis(plan.role, plan.circumstances);

/** Whether a plan has an objective that wants this. */
const wants = (trait: ObjectiveTrait, { objective }: Plan): boolean =>
  objective !== null && (objectives[objective].traits?.includes(trait) ?? false);

/** The first KPI of the objective, of the role or of anybody that is such a one and not there yet. */
function toAdd(plan: Plan, facts: RuleFacts, is: (kpi: Kpi) => boolean): string | undefined {
  const { fits, unfit } = fitOf(plan, facts);
  const others = facts.catalogue
    .filter(({ fallback }) => fallback !== undefined)
    .sort((one, other) => (one.fallback ?? 0) - (other.fallback ?? 0))
    .map(({ name }) => name);
  return [...fits, ...ownOfRole(plan, facts), ...others].find((name) => {
    const kpi = named(name, facts);
    return kpi && is(kpi) && !unfit.includes(name) && hasRoom(plan, name);
  });
}

const adding = (name: string | undefined, may = true) =>
  name !== undefined && may ? { add: name } : ({ unfixable: true } as const);

const leaving = (some: readonly Chosen[], weighted: readonly Chosen[]) =>
  some.length < weighted.length ? {} : ({ unfixable: true } as const);

/** What a business that has customers has outgrown, unless its role or objective is just that. */
const isBeginning = ({ is }: Chosen): boolean =>
  is.funnel === 'awareness' || is.funnel === 'engagement' || hasTrait(is, 'earlyStage');

export const choiceRules: readonly Rule[] = [
  defineRule({
    name: 'doesNotFit',
    severity: 'fix',
    rank: 100,
    from: ['003'],
    check: ({ plan, weighted, words }, facts) => {
      const { unfit } = fitOf(plan, facts);
      const own = ownOfRole(plan, facts);
      const wrong = weighted.filter(({ kpi }) => unfit.includes(kpi) && !own.includes(kpi));
      return wrong.map((each) => ({
        kpis: [each.kpi],
        message: both((language) =>
          words(language).says({ title: titleInSentence(each.is, language) }),
        ),
        ...(weighted.length > 1 ? {} : { unfixable: true }),
      }));
    },
    fix: onlyTracking,
  }),
  defineRule({
    name: 'nothingFits',
    severity: 'fix',
    rank: 110,
    from: ['000', '003', '004'],
    check: ({ plan, weighted, words }, facts) => {
      if (!plan.objective) return [];
      const { fits } = fitOf(plan, facts);
      const meant = [...fits, ...ownOfRole(plan, facts)];
      if (weighted.some(({ kpi }) => meant.includes(kpi) || kpi.startsWith('OWN_'))) return [];
      const add = fits.find((name) => named(name, facts) && hasRoom(plan, name));
      const kpi = named(add, facts);
      return aboutKpis(
        weighted,
        (language) =>
          words(language).says({
            title: kpi ? titleInSentence(kpi, language) : '',
          }),
        adding(add, weighted.length < mostWeighted),
      );
    },
    fix: addingWeighted,
  }),
  defineRule({
    name: 'onlyVanity',
    severity: 'fix',
    rank: 120,
    from: ['000', '003'],
    check: ({ plan, weighted, words }, facts) => {
      if (!wants('results', plan)) return [];
      if (!weighted.every(({ is }) => hasTrait(is, 'vanity'))) return [];
      const add = toAdd(plan, facts, (kpi) => !hasTrait(kpi, 'vanity'));
      const kpi = named(add, facts);
      return aboutKpis(
        weighted,
        (language) =>
          words(language).says({
            titles: titlesOf(weighted, language),
            better: kpi ? titleInSentence(kpi, language) : '',
          }),
        adding(add, weighted.length < mostWeighted),
      );
    },
    fix: addingWeighted,
  }),
  defineRule({
    name: 'noLeading',
    severity: 'fix',
    rank: 130,
    from: ['003'],
    check: ({ plan, all, weighted, words }, facts) => {
      const add = toAdd(plan, facts, isLeading);
      const kpi = named(add, facts);
      return aboutKpis(
        all.some(({ is }) => isLeading(is)) ? [] : weighted,
        (language) => words(language).says({ title: kpi ? titleInSentence(kpi, language) : '' }),
        adding(add),
      );
    },
    fix: addingTracked,
  }),
  defineRule({
    name: 'onlyLagging',
    severity: 'think',
    rank: 50,
    from: ['003'],
    check: ({ weighted, tracked, words }) => {
      const ahead = tracked.find(({ is }) => isLeading(is));
      if (!ahead || weighted.some(({ is }) => isLeading(is))) return [];
      return aboutKpis(
        weighted,
        (language) => words(language).says({ title: titleInSentence(ahead.is, language) }),
        adding(ahead.kpi, weighted.length < mostWeighted),
      );
    },
    fix: addingWeight,
  }),
  defineRule({
    name: 'noInput',
    severity: 'think',
    rank: 60,
    from: ['002'],
    check: ({ plan, all, words }, facts) => {
      const kpi = named(roleFacts(plan.role).input, facts);
      return aboutPlan(
        all.length > 0 && !all.some(({ is }) => is.group === 'input'),
        (language) => words(language).says({ title: kpi ? titleInSentence(kpi, language) : '' }),
        adding(kpi?.name, kpi && hasRoom(plan, kpi.name)),
      );
    },
    fix: addingTracked,
  }),
  defineRule({
    name: 'tooEarlyForStage',
    severity: 'think',
    rank: 70,
    from: ['003'],
    check: ({ plan, weighted, words }, facts) => {
      const own = ownOfRole(plan, facts);
      const late = weighted.filter(({ is }) => hasTrait(is, 'lateStage') && !own.includes(is.name));
      return namingKpis(
        plan.circumstances.stage === 'new' ? late : [],
        words,
        leaving(late, weighted),
      );
    },
    fix: onlyTracking,
  }),
  defineRule({
    name: 'outgrown',
    severity: 'think',
    rank: 80,
    from: ['003'],
    check: ({ plan, weighted, words }) => {
      const meant = roleFacts(plan.role).traits.includes('beginnings') || wants('beginnings', plan);
      const applies = plan.circumstances.stage === 'established' && !meant;
      return namingKpis(applies && weighted.every(isBeginning) ? weighted : [], words);
    },
  }),
];
