import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { CustomKpi, Plan } from '../../../src/plan/model/plan.ts';
import { validatePlan } from '../../../src/plan/validation/validate-plan.ts';
import { propose } from '../../../src/presets/propose-plan.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { chosenPlan, circumstancesOf } from '../../kit/plans/plans.ts';

const circumstances = circumstancesOf();
const wish = { role: 'digital', objective: 'leads', circumstances, catalogue } as const;
const plan = chosenPlan(
  propose(wish).filter(({ ticked }) => ticked),
  { objective: 'leads' },
);
const own: CustomKpi = {
  name: 'OWN_A',
  title: 'Livestream',
  unit: 'count',
  better: 'higher',
  how: { is: 'typed', over: 'sum' },
  unsaid: [],
};

const checked = (value: unknown) => validatePlan(value, 'vi', catalogue, shippedSources);
const wrong = (value: unknown): Readonly<Record<string, string>> => {
  const answer = checked(value);
  if ('plan' in answer) return {};
  return Object.fromEntries(answer.problems.map(({ field, sentence }) => [field, sentence]));
};
const fields = (value: unknown) => Object.keys(wrong(value));
const passed = (value: unknown): Plan => {
  const answer = checked(value);
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer.plan;
};
/** The plan with its first KPI changed. */
const first = (change: object) => ({
  ...plan,
  kpis: plan.kpis.map((kpi, at) => (at === 0 ? { ...kpi, ...change } : kpi)),
});
/** Whatever stands in the way of a plan: any value, at any place of it. */
const places = (value: unknown, path: readonly (string | number)[] = []): (string | number)[][] =>
  typeof value !== 'object' || value === null
    ? [[...path]]
    : [[...path], ...Object.entries(value).flatMap(([key, each]) => places(each, [...path, key]))];
const put = (
  target: unknown,
  [key, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown => {
  if (key === undefined) return value;
  const inside = (target as Record<string, unknown>)[key];
  const copy = Array.isArray(target) ? [...target] : { ...(target as object) };
  return Object.assign(copy, { [key]: put(inside, rest, value) });
};

describe('the gate for plans', () => {
  it('lets a plan of ours through as it is', () => {
    const full: Plan = {
      ...plan,
      own: [own, { ...own, name: 'OWN_B', how: { is: 'ratio', top: 'đơn', bottom: 'live' } }],
      scores: { way: 'ladder', floor: 0, cap: 1.2, ladder: [{ from: 1, points: 100 }] },
      agreed: { givenBy: 'Hà', acceptedBy: 'Lan', on: 46400 },
      after: 'zzz999',
      ignored: ['tooMany', 'owner:CPL'],
    };
    expect(passed(full)).toEqual(full);
    expect(passed(JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  it('answers anything at all with a plan or with sentences, and never throws', () => {
    const dangerous = fc.constantFrom<unknown>(
      '__proto__',
      'constructor',
      'toString',
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      1e308,
      '\u0000\u202e=1+1',
      '\ud800',
      [],
      {},
      [null],
      undefined,
      null,
      true,
    );
    const values = fc.oneof(dangerous, fc.jsonValue(), fc.anything());
    const answered = (value: unknown) => {
      const answer = checked(value);
      if ('plan' in answer) {
        expect(checked(answer.plan)).toEqual(answer);
        expect(JSON.parse(JSON.stringify(answer.plan))).toEqual(answer.plan);
      } else {
        for (const { sentence } of answer.problems) expect(sentence).toMatch(/\S\.$/);
      }
    };
    fc.assert(fc.property(values, answered));
    const where = fc.constantFrom(...places({ ...plan, own: [own] }));
    fc.assert(
      fc.property(where, values, (at, value) => answered(put({ ...plan, own: [own] }, at, value))),
      { numRuns: 2000 },
    );
  });

  it.each<[string, unknown]>([
    ['', null],
    ['', 'plan'],
    ['', [plan]],
    ['id', { ...plan, id: 'ABC123' }],
    ['id', { ...plan, id: 'abc1234' }],
    ['name', { ...plan, name: ' \n ' }],
    ['name', { ...plan, name: 'x'.repeat(101) }],
    ['name', { ...plan, name: 7 }],
    ['role', { ...plan, role: 'toString' }],
    ['objective', { ...plan, objective: 'money' }],
    ['language', { ...plan, language: 'fr' }],
    ['quarter', { ...plan, quarter: { year: 1999, month: 1 } }],
    ['quarter', { ...plan, quarter: { year: 2101, month: 1 } }],
    ['quarter', { ...plan, quarter: { year: 2027, month: 13 } }],
    ['quarter', { ...plan, quarter: { year: 2027, month: 2 } }],
    ['circumstances.margin', { ...plan, circumstances: { ...circumstances, margin: 40 } }],
    ['circumstances.currency', { ...plan, circumstances: { ...circumstances, currency: 'đồng' } }],
    ['circumstances.weekStart', { ...plan, circumstances: { ...circumstances, weekStart: 'x' } }],
    ['kpis', { ...plan, kpis: [] }],
    ['kpis', { ...plan, kpis: {} }],
    ['kpis', { ...plan, kpis: Array.from({ length: 31 }, () => plan.kpis[0]) }],
    ['kpis.0', first({ kpi: '__proto__' })],
    ['kpis.0', first({ kpi: 'constructor' })],
    ['kpis.0', first({ kpi: 7 })],
    ['kpis.0', first({ kpi: 'OWN_A' })],
    ['kpis.CPL', first({ kpi: 'CPL' })],
    ['kpis.LEADS.target', first({ target: Number.NaN })],
    ['kpis.LEADS.target', first({ target: Number.POSITIVE_INFINITY })],
    ['kpis.LEADS.target', first({ target: '1240' })],
    ['kpis.LEADS.baseline', first({ baseline: 1e16 })],
    ['kpis.LEADS.weight', first({ weight: 20 })],
    ['kpis.LEADS.weight', first({ weight: -0.1 })],
    ['kpis.LEADS.goal', first({ goal: 0 })],
    ['kpis.LEADS.flag', first({ flag: 90 })],
    ['kpis.LEADS.cadence', first({ cadence: 'year' })],
    ['kpis.LEADS.owner', first({ owner: ['Lan'] })],
    ['own', { ...plan, own: Array.from({ length: 11 }, () => own) }],
    ['own', { ...plan, own: [own, own] }],
    ['own', { ...plan, own: [{ ...own, name: 'CPL' }] }],
    ['own.OWN_A.title', { ...plan, own: [{ ...own, title: '' }] }],
    ['own.OWN_A.unit', { ...plan, own: [{ ...own, unit: 'same' }] }],
    ['own.OWN_A.how', { ...plan, own: [{ ...own, how: { is: 'ratio', top: 'a', bottom: 'a' } }] }],
    ['own.OWN_A.how', { ...plan, own: [{ ...own, how: { is: 'typed', over: 'first' } }] }],
    ['ignored', { ...plan, ignored: ['=HYPERLINK("x")'] }],
    ['scores', { ...plan, scores: { way: 'linear', floor: 1, cap: 1, ladder: [] } }],
    ['scores', { ...plan, scores: { way: 'ladder', floor: 0, cap: 1, ladder: [] } }],
    ['agreed', { ...plan, agreed: { givenBy: 'Hà', acceptedBy: 'Lan', on: 1.5 } }],
    ['agreed.givenBy', { ...plan, agreed: { givenBy: '', acceptedBy: 'Lan', on: 46400 } }],
    ['after', { ...plan, after: plan.id }],
  ])('names %s when that is what is wrong', (field, value) => {
    expect(fields(value)).toEqual([field]);
  });

  it('names everything that is wrong at once', () => {
    const value = { ...first({ target: 'a lot', weight: 3 }), name: '', role: 'king' };
    expect(fields(value)).toEqual(['name', 'role', 'kpis.LEADS.weight', 'kpis.LEADS.target']);
  });

  it('speaks of KPIs by their titles, in the language it is asked in', () => {
    const sentence = wrong(first({ target: 'nhiều' }))['kpis.LEADS.target'];
    expect(sentence).toBe(
      'Số lượng khách hàng tiềm năng: chỉ tiêu không phải là số. Bạn hãy nhập lại hoặc để trống.',
    );
    const english = validatePlan(first({ target: 'many' }), 'en', catalogue, shippedSources);
    expect('problems' in english && english.problems[0].sentence).toContain(
      'the target is not a number',
    );
  });

  it('makes texts one visible line and leaves letters, emoji and joiners alone', () => {
    const family = '👨\u200d👩\u200d👧 Tết';
    expect(passed({ ...plan, name: ' Lan\r\n  Anh\t\u0000\u202e\ud800 ' }).name).toBe('Lan Anh');
    expect(passed({ ...plan, name: family }).name).toBe(family);
    expect(passed({ ...plan, name: '=IMPORTXML("x")' }).name).toBe('=IMPORTXML("x")');
    expect(passed(first({ owner: 'Hà' })).kpis[0]?.owner).toBe('Hà');
  });

  it('takes what is left out as unknown where unknown is an answer, and zero as zero', () => {
    const bare = first({ target: undefined, baseline: 0, lastYear: undefined, owner: undefined });
    expect(passed(JSON.parse(JSON.stringify(bare))).kpis[0]).toMatchObject({
      target: null,
      baseline: 0,
      lastYear: null,
      owner: '',
    });
  });

  it('keeps nothing that a plan does not have', () => {
    const more = { ...first({ formula: '=1' }), revision: 7, html: '<b>' };
    expect(passed(more)).toEqual(plan);
  });

  it('puts KPIs with weight before those that are only tracked', () => {
    const kpis = [...plan.kpis].reverse();
    const weights = passed({ ...plan, kpis }).kpis.map(({ weight }) => weight === null);
    expect(weights).toEqual([...weights].sort());
    expect(weights[0]).toBe(false);
  });

  it('fits a quarter of a financial year that begins in any month', () => {
    const from = (firstMonth: number) => ({ ...circumstances, firstMonth });
    const quarter = { year: 2027, month: 2 };
    expect(passed({ ...plan, quarter, circumstances: from(5) }).quarter).toEqual(quarter);
    expect(fields({ ...plan, quarter, circumstances: from(4) })).toEqual(['quarter']);
  });
});
