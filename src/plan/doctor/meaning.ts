import { hasTrait, isCalculated } from '../../kpi/catalogue.ts';
import type { Trait } from '../../kpi/define.ts';
import { kpiTitle, otherNames } from '../../messages/catalogue.ts';
import { languages } from '../../messages/compiled/languages.ts';
import { definitionStarters } from '../../messages/doctor.ts';
import type { CustomKpi, Plan } from '../model/plan.ts';
import { changed } from './edit.ts';
import { setting } from './fixes.ts';
import { isBlankText } from './format.ts';
import { both, type Chosen, defineRule, type Issue, namingKpis, type Rule } from './rule.ts';
import { foldedWords, saysReach, saysVague } from './vague-words.ts';

const ownIn = (plan: Plan): readonly CustomKpi[] =>
  plan.own.filter(({ name }) => plan.kpis.some(({ kpi }) => kpi === name));

/** Two different totals, or a unit everybody knows; points and indices only with a word on how. */
function isMeasured({ how, unit }: CustomKpi, definition: string): boolean {
  if (how.is === 'ratio') {
    const [top, bottom] = [how.top, how.bottom].map((part) => foldedWords(part).join(' '));
    return !isBlankText(how.top) && !isBlankText(how.bottom) && top !== bottom;
  }
  return !['same', 'score', 'index'].includes(unit) || !isBlankText(definition);
}

/** Nothing of these adds up from week to week: people come back, and rates are no amounts. */
const neverSummed: readonly string[] = [
  'fraction',
  'times',
  'moneyEach',
  'secondsEach',
  'score',
  'index',
  'rank',
  'percentagePoints',
];

const unexplained = (kpis: readonly Chosen[], trait: Trait): readonly Chosen[] =>
  kpis.filter(({ is, definition }) => hasTrait(is, trait) && isBlankText(definition));

/** Puts in the sentence to begin with, in the language of the sheet. */
const withStarters = setting(
  ['definition'],
  ({ kpi, definition }, _found, _facts, { language }) => {
    const starter = definitionStarters(language)[kpi];
    return starter && isBlankText(definition) ? { definition: starter } : {};
  },
);

export const meaningRules: readonly Rule[] = [
  /** What is neither clear by name nor said by anybody is not judged. */
  defineRule({
    name: 'unsaid',
    severity: 'fix',
    rank: 190,
    from: ['000', '003'],
    field: 'unsaid',
    check: ({ plan, all, words }) =>
      namingKpis(
        all.filter(({ kpi }) => plan.own.some((own) => own.name === kpi && own.unsaid.length > 0)),
        words,
      ),
  }),
  defineRule({
    name: 'summed',
    severity: 'fix',
    rank: 200,
    from: ['000', '003'],
    check: ({ plan, words }) =>
      ownIn(plan).flatMap((own): Issue[] => {
        if (own.how.is !== 'typed' || own.how.over !== 'sum') return [];
        if (own.unsaid.includes('totalling')) return [];
        if (!neverSummed.includes(own.unit) && !saysReach(own.title)) return [];
        return [
          {
            kpis: [own.name],
            message: both((language) => words(language).says({ title: own.title })),
          },
        ];
      }),
    fix: {
      changes: ['cadence', 'own'],
      apply: (plan, { kpis }) => ({
        ...changed(plan, kpis, ({ cadence }) =>
          cadence === 'day' || cadence === 'week' ? { cadence: 'month' } : {},
        ),
        own: plan.own.map((own) =>
          kpis.includes(own.name) ? { ...own, how: { is: 'typed', over: 'whole' } } : own,
        ),
      }),
    },
  }),
  defineRule({
    name: 'notMeasurable',
    severity: 'fix',
    rank: 210,
    from: ['000', '002', '004'],
    check: ({ plan, all, words }) => {
      const unmeasured = all.filter(({ kpi, definition }) => {
        const own = plan.own.find(({ name }) => name === kpi);
        return own !== undefined && !isMeasured(own, definition);
      });
      return namingKpis(unmeasured, words);
    },
  }),
  defineRule({
    name: 'vagueName',
    severity: 'fix',
    rank: 220,
    from: ['000', '003'],
    check: ({ plan, words }) =>
      ownIn(plan)
        .filter(({ title }) => saysVague(title))
        .map((own) => ({
          kpis: [own.name],
          message: both((language) => words(language).says({ title: own.title })),
        })),
  }),
  defineRule({
    name: 'sameName',
    severity: 'fix',
    rank: 230,
    from: ['000', '002'],
    check: ({ plan, all, words }) =>
      ownIn(plan).flatMap((own): Issue[] => {
        const at = all.findIndex(({ kpi }) => kpi === own.name);
        const read = foldedWords(own.title).join(' ');
        const twin = all.find(({ kpi, is }, index) => {
          if (kpi === own.name || (kpi.startsWith('OWN_') && index > at)) return false;
          const titles = languages.flatMap((language) => [
            kpiTitle(is, language),
            ...otherNames(is, language),
          ]);
          return [...titles, is.name].some((title) => foldedWords(title).join(' ') === read);
        });
        if (!twin || read === '') return [];
        const says = both((language) =>
          words(language).says({ one: own.title, other: kpiTitle(twin.is, language) }),
        );
        return [{ kpis: [twin.kpi, own.name], message: says }];
      }),
  }),
  defineRule({
    name: 'noDefinition',
    severity: 'think',
    rank: 140,
    from: ['000', '001', '003'],
    check: ({ weighted, words }) => namingKpis(unexplained(weighted, 'undefined'), words),
    fix: withStarters,
  }),
  defineRule({
    name: 'attribution',
    severity: 'think',
    rank: 150,
    from: ['001', '003'],
    check: ({ weighted, words }) => namingKpis(unexplained(weighted, 'attributed'), words),
    fix: withStarters,
  }),
  defineRule({
    name: 'outsideData',
    severity: 'think',
    rank: 160,
    from: ['000', '003'],
    check: ({ weighted, words }) => namingKpis(unexplained(weighted, 'outside'), words),
  }),
  defineRule({
    name: 'noMargin',
    severity: 'think',
    rank: 170,
    from: ['000', '001'],
    check: ({ plan, all, words }) => {
      const needing = all.filter(({ is }) => isCalculated(is) && 'margin' in is.inputs);
      return namingKpis(plan.circumstances.margin === null ? needing : [], words);
    },
  }),
];
