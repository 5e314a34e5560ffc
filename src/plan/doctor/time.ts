import { hasTrait } from '../../kpi/catalogue.ts';
import type { Language } from '../../kpi/define.ts';
import { doctorWords } from '../../messages/compiled/doctor.ts';
import { languageWords } from '../../messages/compiled/language.ts';
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
import { changed } from './edit.ts';
import { percentOf, titlesOf } from './format.ts';
import { aboutKpis, aboutPlan, type PlanContext, type Rule, type RuleFacts } from './rule.ts';

const gone = ({ quarter }: Plan, { today }: RuleFacts): number =>
  (today - firstDay(quarter)) / (lastDay(quarter) + 1 - firstDay(quarter));

const titled = ({ quarter, circumstances }: Plan, language: Language): string =>
  quarterTitle(quarter, circumstances.firstMonth, language);

export const over: Rule = {
  name: 'over',
  severity: 'fix',
  from: ['000', '002', '003', '004'],
  check: ({ plan }, facts) =>
    aboutPlan(gone(plan, facts) >= 1, (language) =>
      doctorWords(language).over.says({ quarter: titled(plan, language) }),
    ),
};

export const halfOver: Rule = {
  name: 'halfOver',
  severity: 'think',
  from: ['000', '003'],
  check: ({ plan }, facts) => {
    const part = gone(plan, facts);
    return aboutPlan(part > 0.5 && part < 1, (language) =>
      doctorWords(language).halfOver.says({
        quarter: titled(plan, language),
        part: percentOf(part, language),
      }),
    );
  },
};

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

export const season: Rule = {
  name: 'season',
  severity: 'think',
  from: ['000', '003'],
  check: ({ plan, weighted }, facts) => {
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
        doctorWords(language).season.known({ titles: titlesOf(there, language), why }),
      ),
      ...aboutKpis(
        asking,
        (language) =>
          doctorWords(language).season.says({ titles: titlesOf(asking, language), why }),
        { unfixable: true },
      ),
    ];
  },
  fix: (plan, { kpis }, facts) =>
    changed(plan, kpis, ({ kpi }) => ({
      lastYear: actualIn(sameQuarterLastYear(plan.quarter), kpi, facts),
    })),
};

export const sameForAYear: Rule = {
  name: 'sameForAYear',
  severity: 'think',
  from: ['000', '003'],
  check: ({ plan, weighted }, { previous }) => {
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
    return aboutKpis(all ? kept : [], (language) =>
      doctorWords(language).sameForAYear.says({ titles: titlesOf(kept, language) }),
    );
  },
};

const graceDays = 21;

export const notAgreed: Rule = {
  name: 'notAgreed',
  severity: 'think',
  from: ['000', '003', '004'],
  check: ({ plan, weighted }, { today }) => {
    const begun = today - firstDay(plan.quarter) > graceDays && today <= lastDay(plan.quarter);
    return aboutPlan(begun && plan.agreed === null && weighted.length > 0, (language) =>
      doctorWords(language).notAgreed.says({ quarter: titled(plan, language) }),
    );
  },
};

const tooOften = ({ all }: PlanContext) =>
  all.filter(
    ({ is, kind, cadence }) =>
      (cadence === 'day' || cadence === 'week') && (kind === 'whole' || hasTrait(is, 'survey')),
  );

export const cadenceTooFine: Rule = {
  name: 'cadenceTooFine',
  severity: 'fix',
  from: ['003', '004'],
  check: (context) =>
    aboutKpis(tooOften(context), (language) =>
      doctorWords(language).cadenceTooFine.says({ titles: titlesOf(tooOften(context), language) }),
    ),
  fix: (plan, { kpis }, { catalogue }) =>
    changed(plan, kpis, ({ kpi }) => {
      const known = catalogue.find(({ name }) => name === kpi);
      const usual = known ? defaultCadence(known) : 'month';
      return { cadence: usual === 'week' ? 'month' : usual };
    }),
};

export const cadenceTooSlow: Rule = {
  name: 'cadenceTooSlow',
  severity: 'think',
  from: ['003', '004'],
  check: ({ weighted }) => {
    const slow = weighted.filter(
      ({ is, cadence }) => is.timing === 'leading' && cadence === 'quarter',
    );
    return aboutKpis(slow, (language) =>
      doctorWords(language).cadenceTooSlow.says({ titles: titlesOf(slow, language) }),
    );
  },
  fix: (plan, { kpis }) => changed(plan, kpis, () => ({ cadence: 'month' })),
};
