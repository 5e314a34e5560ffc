import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { definitionStarters, type RuleName, ruleWords } from '../../../src/messages/doctor.ts';
import { applyFix, examine, ignoring, rules } from '../../../src/plan/doctor/doctor.ts';
import type { Finding, RuleFacts } from '../../../src/plan/doctor/rule.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { anyPlan } from '../../kit/plans/any-plan.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { cases, facts, goodPlans } from './doctor-plans.ts';

const languages: readonly Language[] = ['en', 'vi'];

const findingsOf = (rule: RuleName, plan: Plan, known: RuleFacts): readonly Finding[] =>
  examine(plan, known).filter((finding) => finding.rule === rule);

const tried = (Object.keys(cases) as RuleName[]).flatMap((rule) =>
  cases[rule].map((each, at) => ({ rule, at, ...each, known: { ...facts, ...each.facts } })),
);
const named = tried.map((each) => [`${each.rule} ${each.at + 1}`, each] as const);

/** What a rule says that its fix changes. */
const fixOf = (rule: RuleName) => rules.find(({ name }) => name === rule)?.fix;

describe('the KPI doctor', () => {
  it('has every rule once, and a text for each in both languages', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(cases).sort());
    for (const { name, fix } of rules) {
      for (const language of languages) {
        const words = ruleWords(name, language);
        for (const text of [words.title, words.why]) expect(text.length, name).toBeGreaterThan(8);
        expect([name, Boolean(words.button), Boolean(words.does)]).toEqual([name, !!fix, !!fix]);
      }
      expect(ruleWords(name, 'vi').title, name).not.toBe(ruleWords(name, 'en').title);
    }
  });

  it('speaks of each rule in its place, none of which is taken twice', () => {
    expect(rules.map(({ name }) => name)).toEqual(Object.keys(cases));
    const places = rules.map(({ severity, rank }) => `${severity} ${rank}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('says where each rule was learnt', () => {
    for (const { name, from } of rules) {
      expect(from.length, name).toBeGreaterThan(0);
      for (const article of from) expect(['000', '001', '002', '003', '004']).toContain(article);
    }
  });

  it.each(Object.entries(goodPlans))('has nothing to say on a good plan: %s', (_, plan) => {
    expect(examine(plan, facts).map(({ rule, message }) => [rule, message.vi])).toEqual([]);
  });

  it.each(named)('finds what is wrong: %s', (_, { rule, plan, known, kpis, fixable }) => {
    const found = findingsOf(rule, plan, known);
    expect(found.length).toBeGreaterThan(0);
    if (kpis) expect(found.map((each) => each.kpis)).toContainEqual(kpis);
    if (fixable !== undefined) expect(found[0]?.fixable).toBe(fixable);
  });

  it.each(named)('writes whole sentences: %s', (_, { rule, plan, known }) => {
    for (const { message } of findingsOf(rule, plan, known)) {
      for (const language of languages) {
        expect(message[language]).toMatch(/^\S.*[^\s.]\.$/s);
        expect(message[language]).not.toMatch(
          /undefined|NaN|Infinity|\[object|!|«|»|: *[.:]|\s{2}/,
        );
      }
      expect(message.en).not.toBe(message.vi);
    }
  });

  it.each(named)('is put right by its fix, once: %s', (_, { rule, plan, known }) => {
    for (const finding of findingsOf(rule, plan, known).filter(({ fixable }) => fixable)) {
      const fixed = applyFix(plan, finding, known);
      expect(fixed).not.toEqual(plan);
      const left = findingsOf(rule, fixed, known).map(({ kpis }) => kpis);
      expect(left).not.toContainEqual(finding.kpis);
      expect(applyFix(fixed, finding, known).kpis.length).toBe(fixed.kpis.length);
    }
  });

  it.each(named)('is not touched elsewhere by a fix: %s', (_, { rule, plan, known }) => {
    for (const finding of findingsOf(rule, plan, known).filter(({ fixable }) => fixable)) {
      const fixed = applyFix(plan, finding, known);
      const { kpis: _old, own: oldOwn, ...before } = plan;
      const { kpis: _new, own: newOwn, ...after } = fixed;
      expect(after).toEqual(before);
      const { changes = [], adds } = fixOf(rule) ?? {};
      if (!changes.includes('own')) expect(newOwn).toEqual(oldOwn);
      expect(fixed.kpis.length - plan.kpis.length).toBe(adds ? 1 : 0);
      for (const old of plan.kpis) {
        const now = fixed.kpis.find(({ kpi }) => kpi === old.kpi);
        const changed = Object.entries(old).filter(
          ([field, value]) => now?.[field as keyof typeof now] !== value,
        );
        const allowed: readonly string[] = finding.kpis.includes(old.kpi)
          ? changes
          : changes.filter((field) => field === 'weight');
        expect(changed.filter(([field]) => !allowed.includes(field))).toEqual([]);
      }
      const weights = fixed.kpis.flatMap(({ weight }) => (weight === null ? [] : [weight]));
      expect(fixed.kpis.slice(0, weights.length).every(({ weight }) => weight !== null)).toBe(true);
      if (changes.includes('weight')) {
        expect(Math.round(weights.reduce((sum, weight) => sum + weight * 100, 0))).toBe(100);
        expect(
          weights.every((weight) => Math.abs(weight * 100 - Math.round(weight * 100)) < 1e-9),
        ).toBe(true);
      }
    }
  });

  it.each(named)('is silent when ignored: %s', (_, { rule, plan, known }) => {
    const ignored = ignoring(plan, rule);
    expect(findingsOf(rule, ignored, known)).toEqual([]);
    expect(ignoring(ignored, rule)).toBe(ignored);
    expect(examine(ignored, known).length).toBe(
      examine(plan, known).length - findingsOf(rule, plan, known).length,
    );
  });

  it('says first what is better changed', () => {
    for (const { plan, known } of tried) {
      const severities = examine(plan, known).map(({ severity }) => severity);
      expect(severities).toEqual([...severities].sort());
    }
  });

  it('never calls a KPI of the role unfit, whatever the objective', () => {
    for (const plan of Object.values(goodPlans)) {
      for (const objective of ['sales', 'leads', 'awareness', 'customers', 'retention'] as const) {
        expect(findingsOf('doesNotFit', { ...plan, objective }, facts)).toEqual([]);
      }
    }
  });

  it('catches cost per customer under an awareness objective', () => {
    const plan = planOf([planned('REACH', { weight: 0.5 }), planned('CAC', { weight: 0.5 })], {
      objective: 'awareness',
    });
    expect(findingsOf('doesNotFit', plan, facts)[0]?.message.vi).toBe(
      'Chi phí thu hút khách hàng không cho biết mục tiêu bạn chọn đang tiến triển ra sao.',
    );
  });

  it('takes a target below last quarter for a season where last year was lower still', () => {
    const plan = planOf([planned('SALES', { baseline: 100, target: 90, lastYear: 80, weight: 1 })]);
    expect(findingsOf('wrongWay', plan, facts)).toEqual([]);
    const worse = { ...plan, kpis: plan.kpis.map((each) => ({ ...each, lastYear: 95 })) };
    expect(findingsOf('wrongWay', worse, facts)).toHaveLength(1);
  });

  it('keeps zero, blank and unknown apart', () => {
    const blank = planOf([planned('LEADS', { weight: 1 })]);
    const zero = planOf([planned('LEADS', { weight: 1, target: 0, baseline: 0 })]);
    expect(findingsOf('noTarget', blank, facts)).toHaveLength(1);
    expect(findingsOf('noTarget', zero, facts)).toHaveLength(0);
    expect(findingsOf('impossible', zero, facts)).toHaveLength(1);
    expect(findingsOf('noBaseline', zero, facts)).toHaveLength(0);
  });

  it('begins definitions only for KPIs that need one, in the language of the sheet', () => {
    const open = planOf([planned('LEADS', { weight: 1 })], { language: 'en' });
    const [finding] = findingsOf('noDefinition', open, facts);
    const fixed = finding && applyFix(open, finding, facts);
    expect(fixed?.kpis[0]?.definition).toBe(definitionStarters('en').LEADS);
    expect(Object.keys(definitionStarters('vi'))).toEqual(Object.keys(definitionStarters('en')));
  });

  it('gives what it adds the owner of the KPI it guards, and the actual somebody knows', () => {
    const plan = planOf([
      planned('CPL', { weight: 0.5, owner: 'Minh' }),
      planned('REACH', { weight: 0.25 }),
      planned('FOLLOWERS', { weight: 0.25 }),
    ]);
    const known = { ...facts, actuals: { LEADQUALITY: 0.4 } };
    const [finding] = findingsOf('noGuardrail', plan, known);
    const added = finding && applyFix(plan, finding, known).kpis.at(-1);
    expect(added).toMatchObject({ kpi: 'LEADQUALITY', owner: 'Minh', weight: null });
    expect(added).toMatchObject({ baseline: 0.4, target: null });
  });

  it('knows last year’s actual as the baseline of the plan that followed it', () => {
    const line = planned('LEADS', { weight: 1, baseline: 900, target: 1000 });
    const after = planOf([{ ...line, baseline: 770 }], { quarter: { year: 2026, month: 4 } });
    const known = { ...facts, previous: [after] };
    const [finding] = findingsOf('season', planOf([line]), known);
    const fixed = finding && applyFix(planOf([line]), finding, known);
    expect(fixed?.kpis[0]?.lastYear).toBe(770);
  });

  it('reads Phong as a name and «phòng» as a room', () => {
    const owned = (owner: string) =>
      findingsOf('ownerIsMany', planOf([planned('LEADS', { weight: 1, owner })]), facts).length;
    expect(['Phong', 'Phong Nguyễn', 'Ca', 'Hà An'].map(owned)).toEqual([0, 0, 0, 0]);
    expect(['Phòng MKT', 'Cả nhóm', 'Lan và Minh', 'Team Ads'].map(owned)).toEqual([1, 1, 1, 1]);
  });

  it('never throws, and its fixes keep any plan a plan', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 40000, max: 60000 }), (plan, today) => {
        const known: RuleFacts = { ...facts, today, previous: [plan], actuals: { LEADS: 5 } };
        for (const finding of examine(plan, known)) {
          for (const language of languages) expect(finding.message[language]).toMatch(/\S/);
          if (!finding.fixable) continue;
          const fixed = applyFix(plan, finding, known);
          const names = fixed.kpis.map(({ kpi }) => kpi);
          expect(new Set(names).size).toBe(names.length);
          expect(names).toEqual(expect.arrayContaining(plan.kpis.map(({ kpi }) => kpi)));
          if (names.includes('NOSUCHKPI')) continue;
          const left = findingsOf(finding.rule, fixed, known).map(({ kpis }) => kpis.join());
          if (finding.kpis.length > 0) expect(left).not.toContain(finding.kpis.join());
          else expect(left).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
