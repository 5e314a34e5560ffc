import { areTwins, hasTrait } from '../../kpi/catalogue.ts';
import { roleFacts } from '../../kpi/roles.ts';
import { doctorWords } from '../../messages/compiled/doctor.ts';
import { hasRoom, sharesOf, weighed, withTracked } from './edit.ts';
import { titleInSentence, titlesOf } from './format.ts';
import { aboutKpis, aboutPlan, both, type Chosen, type Issue, type Rule } from './rule.ts';

const noGuardrail: Rule = {
  name: 'noGuardrail',
  severity: 'fix',
  from: ['001', '003'],
  check: ({ plan, all, weighted }, facts) => {
    const there = all.map(({ kpi }) => kpi);
    return weighted.flatMap((each): Issue[] => {
      const guards = each.is.guardrails;
      if (!guards || guards.some((name) => there.includes(name))) return [];
      const kpi = facts.catalogue.find(({ name }) => name === guards[0]);
      if (!kpi) return [];
      const says = both((language) =>
        doctorWords(language).noGuardrail.says({
          title: titleInSentence(each.is, language),
          guard: titleInSentence(kpi, language),
        }),
      );
      const room = hasRoom(plan, kpi.name) ? { add: kpi.name } : ({ unfixable: true } as const);
      return [{ kpis: [each.kpi], message: says, ...room }];
    });
  },
  fix: (plan, { kpis, add = '' }, facts) => withTracked(plan, add, facts, kpis[0]),
};

const sameThing: Rule = {
  name: 'sameThing',
  severity: 'think',
  from: ['003'],
  check: ({ weighted }) =>
    weighted.flatMap((first, at) =>
      weighted
        .slice(at + 1)
        .filter((second) => areTwins(first.is, second.is))
        .map((second): Issue => {
          const says = both((language) =>
            doctorWords(language).sameThing.says({
              one: titleInSentence(first.is, language),
              other: titleInSentence(second.is, language),
            }),
          );
          return { kpis: [first.kpi, second.kpi], message: says };
        }),
    ),
  fix: (plan, { kpis: [first = '', second = ''] }) => {
    const shares = new Map(sharesOf(plan));
    shares.set(first, (shares.get(first) ?? 0) + (shares.get(second) ?? 0));
    shares.delete(second);
    const without = plan.kpis.map((each) =>
      each.kpi === second ? { ...each, weight: null } : each,
    );
    return weighed({ ...plan, kpis: without }, shares);
  },
};

const isMoney = ({ is }: Chosen): boolean =>
  is.group !== 'input' &&
  (is.unit === 'money' || is.unit === 'moneyEach' || is.funnel === 'revenue');

const oneSided: Rule = {
  name: 'oneSided',
  severity: 'think',
  from: ['004'],
  check: ({ plan, all, weighted }) => {
    if (weighted.length < 3) return [];
    if (all.every((each) => isMoney(each) || each.is.group === 'input')) {
      return aboutKpis(weighted, (language) =>
        doctorWords(language).oneSided.says({ side: 'money' }),
      );
    }
    const answers = roleFacts(plan.role).traits.includes('money');
    const without = answers && !all.some(isMoney);
    return aboutKpis(without ? weighted : [], (language) =>
      doctorWords(language).oneSided.says({ side: 'noMoney' }),
    );
  },
};

const noVoice: Rule = {
  name: 'noVoice',
  severity: 'think',
  from: ['002'],
  check: ({ plan, all }, facts) => {
    const { traits } = roleFacts(plan.role);
    const owes = traits.includes('voice') || plan.circumstances.stage === 'established';
    const kpi = facts.catalogue.find((each) => hasTrait(each, 'usualVoice'));
    const heard = all.some(({ is }) => hasTrait(is, 'voice'));
    return aboutPlan(
      owes && all.length > 0 && !heard,
      (language) =>
        doctorWords(language).noVoice.says({ title: kpi ? titleInSentence(kpi, language) : '' }),
      kpi && hasRoom(plan, kpi.name) ? { add: kpi.name } : { unfixable: true },
    );
  },
  fix: (plan, { add = '' }, facts) => withTracked(plan, add, facts),
};

const surveys: Rule = {
  name: 'surveys',
  severity: 'think',
  from: ['003'],
  check: ({ plan, weighted }, facts) => {
    const own = facts.roleKpis(plan.role, plan.circumstances);
    const slow = weighted.filter(({ is }) => hasTrait(is, 'survey') && !own.includes(is.name));
    const much = slow.length > 1 || plan.circumstances.stage === 'new';
    return aboutKpis(much ? slow : [], (language) =>
      doctorWords(language).surveys.says({ titles: titlesOf(slow, language) }),
    );
  },
};

const openRate: Rule = {
  name: 'openRate',
  severity: 'think',
  from: ['003', '004'],
  check: ({ plan, all, weighted }, facts) => {
    const soft = weighted.filter(
      ({ is }) =>
        hasTrait(is, 'overstated') && !all.some(({ kpi }) => is.guardrails?.includes(kpi)),
    );
    const add = soft[0]?.is.guardrails?.find((name) =>
      facts.catalogue.some((each) => each.name === name),
    );
    return aboutKpis(
      soft,
      (language) => doctorWords(language).openRate.says({ title: titlesOf(soft, language) }),
      add !== undefined && hasRoom(plan, add) ? { add } : { unfixable: true },
    );
  },
  fix: (plan, { add = '', kpis }, facts) => withTracked(plan, add, facts, kpis[0]),
};

export const balanceRules = [
  noGuardrail,
  sameThing,
  oneSided,
  noVoice,
  surveys,
  openRate,
] as const satisfies readonly Rule[];
