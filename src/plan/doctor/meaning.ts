import { hasTrait, isCalculated } from '../../kpi/catalogue.ts';
import type { Trait } from '../../kpi/define.ts';
import { doctorWords } from '../../messages/compiled/doctor.ts';
import { definitionStarters } from '../../messages/doctor.ts';
import type { CustomKpi, Plan } from '../model/plan.ts';
import { changed } from './edit.ts';
import { isBlankText, titlesOf } from './format.ts';
import { aboutKpis, both, type Chosen, type Issue, type Rule } from './rule.ts';
import { foldedWords, saysReach, saysVague } from './vague-words.ts';

const ownIn = (plan: Plan): readonly CustomKpi[] =>
  plan.own.filter(({ name }) => plan.kpis.some(({ kpi }) => kpi === name));

const sameName: Rule = {
  name: 'sameName',
  severity: 'fix',
  from: ['000', '002'],
  check: ({ plan, all }) =>
    ownIn(plan).flatMap((own): Issue[] => {
      const at = all.findIndex(({ kpi }) => kpi === own.name);
      const read = foldedWords(own.title).join(' ');
      const twin = all.find(({ kpi, is }, index) => {
        if (kpi === own.name || (kpi.startsWith('OWN_') && index > at)) return false;
        const titles = [is.title.vi, is.title.en, ...(is.alsoCalled?.vi ?? []), is.name];
        return titles.some((title) => foldedWords(title).join(' ') === read);
      });
      if (!twin || read === '') return [];
      const says = both((language) =>
        doctorWords(language).sameName.says({ one: own.title, other: twin.is.title[language] }),
      );
      return [{ kpis: [twin.kpi, own.name], message: says }];
    }),
};

const vagueName: Rule = {
  name: 'vagueName',
  severity: 'fix',
  from: ['000', '003'],
  check: ({ plan }) =>
    ownIn(plan)
      .filter(({ title }) => saysVague(title))
      .map((own) => ({
        kpis: [own.name],
        message: both((language) => doctorWords(language).vagueName.says({ title: own.title })),
      })),
};

const notMeasurable: Rule = {
  name: 'notMeasurable',
  severity: 'fix',
  from: ['000', '002', '004'],
  check: ({ plan, all }) => {
    const unmeasured = all.filter(({ kpi, definition }) => {
      const own = plan.own.find(({ name }) => name === kpi);
      return own !== undefined && !isMeasured(own, definition);
    });
    return aboutKpis(unmeasured, (language) =>
      doctorWords(language).notMeasurable.says({ titles: titlesOf(unmeasured, language) }),
    );
  },
};

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

const summed: Rule = {
  name: 'summed',
  severity: 'fix',
  from: ['000', '003'],
  check: ({ plan }) =>
    ownIn(plan).flatMap((own): Issue[] => {
      if (own.how.is !== 'typed' || own.how.over !== 'sum') return [];
      if (own.unsaid.includes('totalling')) return [];
      if (!neverSummed.includes(own.unit) && !saysReach(own.title)) return [];
      return [
        {
          kpis: [own.name],
          message: both((language) => doctorWords(language).summed.says({ title: own.title })),
        },
      ];
    }),
  fix: (plan, { kpis }) => ({
    ...changed(plan, kpis, ({ cadence }) =>
      cadence === 'day' || cadence === 'week' ? { cadence: 'month' } : {},
    ),
    own: plan.own.map((own) =>
      kpis.includes(own.name) ? { ...own, how: { is: 'typed', over: 'whole' } } : own,
    ),
  }),
};

/** What is neither clear by name nor said by anybody is not judged. */
const unsaid: Rule = {
  name: 'unsaid',
  severity: 'fix',
  from: ['000', '003'],
  check: ({ plan, all }) => {
    const open = all.filter(({ kpi }) =>
      plan.own.some((own) => own.name === kpi && own.unsaid.length > 0),
    );
    return aboutKpis(open, (language) =>
      doctorWords(language).unsaid.says({ titles: titlesOf(open, language) }),
    );
  },
};

const unexplained = (kpis: readonly Chosen[], trait: Trait): readonly Chosen[] =>
  kpis.filter(({ is, definition }) => hasTrait(is, trait) && isBlankText(definition));

/** Puts in the sentence to begin with, in the language of the sheet. */
const withStarters = (plan: Plan, { kpis }: Issue): Plan =>
  changed(plan, kpis, ({ kpi, definition }) => {
    const starter = definitionStarters(plan.language)[kpi];
    return starter && isBlankText(definition) ? { definition: starter } : {};
  });

const noDefinition: Rule = {
  name: 'noDefinition',
  severity: 'think',
  from: ['000', '001', '003'],
  check: ({ weighted }) => {
    const open = unexplained(weighted, 'undefined');
    return aboutKpis(open, (language) =>
      doctorWords(language).noDefinition.says({ titles: titlesOf(open, language) }),
    );
  },
  fix: withStarters,
};

const attribution: Rule = {
  name: 'attribution',
  severity: 'think',
  from: ['001', '003'],
  check: ({ weighted }) => {
    const open = unexplained(weighted, 'attributed');
    return aboutKpis(open, (language) =>
      doctorWords(language).attribution.says({ titles: titlesOf(open, language) }),
    );
  },
  fix: withStarters,
};

const outsideData: Rule = {
  name: 'outsideData',
  severity: 'think',
  from: ['000', '003'],
  check: ({ weighted }) => {
    const open = unexplained(weighted, 'outside');
    return aboutKpis(open, (language) =>
      doctorWords(language).outsideData.says({ titles: titlesOf(open, language) }),
    );
  },
};

const noMargin: Rule = {
  name: 'noMargin',
  severity: 'think',
  from: ['000', '001'],
  check: ({ plan, all }) => {
    const needing = all.filter(({ is }) => isCalculated(is) && 'margin' in is.inputs);
    return aboutKpis(plan.circumstances.margin === null ? needing : [], (language) =>
      doctorWords(language).noMargin.says({ titles: titlesOf(needing, language) }),
    );
  },
};

export const meaningRules = [
  unsaid,
  summed,
  notMeasurable,
  vagueName,
  sameName,
  noDefinition,
  attribution,
  outsideData,
  noMargin,
] as const satisfies readonly Rule[];
