import { asked, guardrails, twins, voices } from '../../kpi/relations.ts';
import { doctorWords } from '../../messages/doctor.ts';
import { hasRoom, sharesOf, weighed, withTracked } from './edit.ts';
import { titleOf, titlesOf } from './format.ts';
import { both, type Chosen, type Found, type Rule, together, whole } from './rule.ts';

export const noGuardrail: Rule = {
  name: 'noGuardrail',
  severity: 'fix',
  from: ['001', '003'],
  finds: ({ plan, all, weighted }, facts) => {
    const there = all.map(({ kpi }) => kpi);
    return weighted.flatMap((each): Found[] => {
      const guards = guardrails[each.kpi];
      if (!guards || guards.some((name) => there.includes(name))) return [];
      const kpi = facts.catalogue.find(({ name }) => name === guards[0]);
      if (!kpi) return [];
      const says = both((language) =>
        doctorWords(language).noGuardrail.says(titleOf(each.is, language), titleOf(kpi, language)),
      );
      const room = hasRoom(plan, kpi.name) ? { add: kpi.name } : ({ beyondFix: true } as const);
      return [{ kpis: [each.kpi], says, ...room }];
    });
  },
  fix: (plan, { kpis, add = '' }, facts) => withTracked(plan, add, facts, kpis[0]),
};

export const sameThing: Rule = {
  name: 'sameThing',
  severity: 'think',
  from: ['003'],
  finds: ({ weighted }) =>
    twins.flatMap(([one, other]): Found[] => {
      const pair = weighted.filter(({ kpi }) => kpi === one || kpi === other);
      const [first, second] = pair;
      if (!first || !second) return [];
      const says = both((language) =>
        doctorWords(language).sameThing.says(
          titleOf(first.is, language),
          titleOf(second.is, language),
        ),
      );
      return [{ kpis: [first.kpi, second.kpi], says }];
    }),
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

const answersForMoney: readonly string[] = ['manager', 'department', 'sales'];

export const oneSided: Rule = {
  name: 'oneSided',
  severity: 'think',
  from: ['004'],
  finds: ({ plan, all, weighted }) => {
    if (weighted.length < 3) return [];
    if (all.every((each) => isMoney(each) || each.is.group === 'input')) {
      return together(weighted, (language) => doctorWords(language).oneSided.says('money'));
    }
    const without = answersForMoney.includes(plan.role) && !all.some(isMoney);
    return together(without ? weighted : [], (language) =>
      doctorWords(language).oneSided.says('noMoney'),
    );
  },
};

export const noVoice: Rule = {
  name: 'noVoice',
  severity: 'think',
  from: ['002'],
  finds: ({ plan, all }, facts) => {
    const owes = plan.role === 'brand' || plan.circumstances.stage === 'established';
    const kpi = facts.catalogue.find(({ name }) => name === 'CSAT');
    const heard = all.some(({ kpi: name }) => voices.includes(name));
    return whole(
      owes && all.length > 0 && !heard,
      (language) => doctorWords(language).noVoice.says(kpi ? titleOf(kpi, language) : ''),
      kpi && hasRoom(plan, kpi.name) ? { add: kpi.name } : { beyondFix: true },
    );
  },
  fix: (plan, { add = '' }, facts) => withTracked(plan, add, facts),
};

export const surveys: Rule = {
  name: 'surveys',
  severity: 'think',
  from: ['003'],
  finds: ({ plan, weighted }, facts) => {
    const own = facts.roleKpis(plan.role, plan.circumstances);
    const slow = weighted.filter(({ kpi }) => asked.includes(kpi) && !own.includes(kpi));
    const much = slow.length > 1 || plan.circumstances.stage === 'new';
    return together(much ? slow : [], (language) =>
      doctorWords(language).surveys.says(titlesOf(slow, language)),
    );
  },
};

export const openRate: Rule = {
  name: 'openRate',
  severity: 'think',
  from: ['003', '004'],
  finds: ({ plan, all, weighted }, facts) => {
    const soft = weighted.filter(({ kpi }) => kpi === 'OPENRATE');
    const firm = all.some(({ kpi }) => ['EMAILCTR', 'CTOR', 'EMAILCVR'].includes(kpi));
    const known = facts.catalogue.some(({ name }) => name === 'EMAILCTR');
    return together(
      firm ? [] : soft,
      (language) => doctorWords(language).openRate.says(titlesOf(soft, language)),
      known && hasRoom(plan, 'EMAILCTR') ? { add: 'EMAILCTR' } : { beyondFix: true },
    );
  },
  fix: (plan, { add = '' }, facts) => withTracked(plan, add, facts, 'OPENRATE'),
};

export const balanceRules = [
  noGuardrail,
  sameThing,
  oneSided,
  noVoice,
  surveys,
  openRate,
] as const satisfies readonly Rule[];
