import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { computed, factsOf, typedOf, valueAt } from '../../kit/sheet/plan-facts.ts';

/** Half of an even quarter is over, and every input is 10 a row. */
async function statuses(language: Language, targets: Readonly<Record<string, number | null>>) {
  const kpis = Object.entries(targets).map(([kpi, target]) =>
    planned(kpi, { target, baseline: 0, cadence: 'week' }),
  );
  const plan = planOf(kpis, { language, quarter: { year: 2027, month: 7 } });
  const { parts, inputs } = factsOf(plan);
  const half = parts.map((_, at) => (at < parts.length / 2 ? 10 : null));
  const filled = {
    inputs: Object.fromEntries(inputs.map(({ key }) => [key, half])),
    weights: parts.map(() => null),
  };
  const sheet = await computed(factsOf(plan, { typed: typedOf(parts, filled) }));
  const found = Object.keys(targets).map((kpi) => valueAt(sheet, 'score', kpi, 'status'));
  const expected = valueAt(sheet, 'score', Object.keys(targets)[0] ?? '', 'expected');
  return { found, expected, parts: half.filter((value) => value !== null).length };
}

describe('the words of a status', () => {
  it('are those of a pace for totals and levels, of a mark for ratios', async () => {
    const good = await statuses('vi', { LEADS: 100, FOLLOWERS: 5, CPL: 0.5, CTR: 0.5 });
    expect(good.found).toEqual(['● đúng tiến độ', '● đúng tiến độ', '■ chưa đạt', '● đạt']);
    const bad = await statuses('en', { LEADS: 10_000, FOLLOWERS: 500, CPL: 1, CTR: 1.2 });
    expect(bad.found).toEqual(['■ behind', '■ behind', '● met', '▲ watch']);
  });

  it('never call a target met that is missed: close to it is near', async () => {
    // Ten by ten is 1 each; 76,702 of 70,000 is 91.3%.
    const near = 70_000 / 76_702;
    const vi = await statuses('vi', { CPL: near, CTR: 1 / near });
    expect(vi.found).toEqual(['▲ gần đạt', '▲ gần đạt']);
    const en = await statuses('en', { CPL: 1, CTR: 1.0001 });
    expect(en.found).toEqual(['● met', '▲ near target']);
  });

  it('are those of a budget for money, of a plan for everything else', async () => {
    const words = (vi: number, posts: number) =>
      statuses('vi', { MKTSPEND: vi, POSTS: posts }).then(({ found }) => found);
    expect(await words(160, 160)).toEqual(['● chi đúng kế hoạch', '● đúng kế hoạch']);
    expect(await words(50, 50)).toEqual(['■ vượt ngân sách', '■ lệch kế hoạch']);
    expect(await words(900, 900)).toEqual(['■ chi thấp hơn kế hoạch', '■ lệch kế hoạch']);
  });

  it('say why nothing is judged', async () => {
    const { found } = await statuses('vi', { LEADS: null, SHARES: 0 });
    expect(found[0]).toBe('○ chưa có chỉ tiêu');
    expect(found[1]).toBe('● đúng tiến độ');
  });

  it('say that a KPI cannot be computed where it has no number but a sentence', async () => {
    const plan = planOf([planned('CPL', { target: 5, baseline: 3 })]);
    const { parts } = factsOf(plan);
    const none = parts.map((_, at) => (at < 9 ? 0 : null));
    const filled = { inputs: { 'CPL.cost': none, LEADS: none }, weights: parts.map(() => 1) };
    const sheet = await computed(factsOf(plan, { typed: typedOf(parts, filled) }));
    expect(valueAt(sheet, 'score', 'CPL', 'actual')).toBe('no leads');
    expect(valueAt(sheet, 'score', 'CPL', 'status')).toBe('○ không tính được');
    expect(valueAt(sheet, 'score', 'CPL', 'attainment')).toBe('');
  });
});
