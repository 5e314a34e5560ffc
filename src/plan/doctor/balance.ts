import { areTwins, hasTrait } from '../../kpi/catalogue.ts';
import { roleFacts } from '../../kpi/roles.ts';
import { hasRoom, sharesOf, weighed } from './edit.ts';
import { addingGuard, addingTracked, weighing } from './fixes.ts';
import { titleInSentence, titlesOf } from './format.ts';
import {
  aboutKpis,
  aboutPlan,
  both,
  type Chosen,
  defineRule,
  type Issue,
  namingKpis,
  type Rule,
} from './rule.ts';

const isMoney = ({ is }: Chosen): boolean =>
  is.group !== 'input' &&
  (is.unit === 'money' || is.unit === 'moneyEach' || is.funnel === 'revenue');

export const balanceRules: readonly Rule[] = [
  defineRule({
    name: 'noGuardrail',
    severity: 'fix',
    rank: 140,
    from: ['001', '003'],
    check: ({ plan, all, weighted, words }, facts) => {
      const there = all.map(({ kpi }) => kpi);
      return weighted.flatMap((each): Issue[] => {
        const guards = each.is.guardrails;
        if (!guards || guards.some((name) => there.includes(name))) return [];
        const kpi = facts.catalogue.find(({ name }) => name === guards[0]);
        if (!kpi) return [];
        const says = both((language) =>
          words(language).says({
            title: titleInSentence(each.is, language),
            guard: titleInSentence(kpi, language),
          }),
        );
        const room = hasRoom(plan, kpi.name) ? { add: kpi.name } : ({ unfixable: true } as const);
        return [{ kpis: [each.kpi], message: says, ...room }];
      });
    },
    fix: addingGuard,
  }),
  defineRule({
    name: 'sameThing',
    severity: 'think',
    rank: 90,
    from: ['003'],
    check: ({ weighted, words }) =>
      weighted.flatMap((first, at) =>
        weighted
          .slice(at + 1)
          .filter((second) => areTwins(first.is, second.is))
          .map((second): Issue => {
            const says = both((language) =>
              words(language).says({
                one: titleInSentence(first.is, language),
                other: titleInSentence(second.is, language),
              }),
            );
            return { kpis: [first.kpi, second.kpi], message: says };
          }),
      ),
    fix: weighing((plan, { kpis: [first = '', second = ''] }) => {
      const shares = new Map(sharesOf(plan));
      shares.set(first, (shares.get(first) ?? 0) + (shares.get(second) ?? 0));
      shares.delete(second);
      const without = plan.kpis.map((each) =>
        each.kpi === second ? { ...each, weight: null } : each,
      );
      return weighed({ ...plan, kpis: without }, shares);
    }),
  }),
  defineRule({
    name: 'oneSided',
    severity: 'think',
    rank: 100,
    from: ['004'],
    check: ({ plan, all, weighted, words }) => {
      if (weighted.length < 3) return [];
      if (all.every((each) => isMoney(each) || each.is.group === 'input')) {
        return aboutKpis(weighted, (language) => words(language).says({ side: 'money' }));
      }
      const answers = roleFacts(plan.role).traits.includes('money');
      const without = answers && !all.some(isMoney);
      return aboutKpis(without ? weighted : [], (language) =>
        words(language).says({ side: 'noMoney' }),
      );
    },
  }),
  defineRule({
    name: 'noVoice',
    severity: 'think',
    rank: 110,
    from: ['002'],
    check: ({ plan, all, words }, facts) => {
      const owes =
        roleFacts(plan.role).traits.includes('voice') || plan.circumstances.stage === 'established';
      const kpi = facts.catalogue.find((each) => hasTrait(each, 'usualVoice'));
      const heard = all.some(({ is }) => hasTrait(is, 'voice'));
      return aboutPlan(
        owes && all.length > 0 && !heard,
        (language) => words(language).says({ title: kpi ? titleInSentence(kpi, language) : '' }),
        kpi && hasRoom(plan, kpi.name) ? { add: kpi.name } : { unfixable: true },
      );
    },
    fix: addingTracked,
  }),
  defineRule({
    name: 'surveys',
    severity: 'think',
    rank: 120,
    from: ['003'],
    check: ({ plan, weighted, words }, facts) => {
      const own = facts.roleKpis(plan.role, plan.circumstances);
      const slow = weighted.filter(({ is }) => hasTrait(is, 'survey') && !own.includes(is.name));
      const much = slow.length > 1 || plan.circumstances.stage === 'new';
      return namingKpis(much ? slow : [], words);
    },
  }),
  defineRule({
    name: 'openRate',
    severity: 'think',
    rank: 130,
    from: ['003', '004'],
    check: ({ plan, all, weighted, words }, facts) => {
      const soft = weighted.filter(
        ({ is }) =>
          hasTrait(is, 'overstated') && !all.some(({ kpi }) => is.guardrails?.includes(kpi)),
      );
      const add = soft[0]?.is.guardrails?.find((name) =>
        facts.catalogue.some((each) => each.name === name),
      );
      return aboutKpis(
        soft,
        (language) => words(language).says({ title: titlesOf(soft, language) }),
        add !== undefined && hasRoom(plan, add) ? { add } : { unfixable: true },
      );
    },
    fix: addingGuard,
  }),
];
