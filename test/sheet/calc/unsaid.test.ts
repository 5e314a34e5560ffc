import { beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { withBetter, withTotalling } from '../../../src/plan/custom-kpi/answer.ts';
import type { CustomKpi } from '../../../src/plan/model/plan.ts';
import { inputBlock } from '../../../src/sheet/plan/input-block.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import type { Drawn } from '../../kit/sheet/drawn.ts';
import { computed, expectSame, factsOf, typedOf, valueAt } from '../../kit/sheet/plan-facts.ts';

const own = (name: string, title: string, unsaid: CustomKpi['unsaid']): CustomKpi => ({
  name,
  title,
  unit: 'money',
  better: 'higher',
  how: { is: 'typed', over: 'sum' },
  unsaid,
});
const asked = [
  own('OWN_A', 'Chi phí đơn', ['totalling', 'better']),
  own('OWN_B', 'Công nợ', ['totalling']),
  own('OWN_C', 'Chi phí vận chuyển', ['better']),
];
const planWith = (mine: readonly CustomKpi[]) =>
  planOf(
    mine.map(({ name }) => planned(name, { baseline: 80, target: 100, weight: 0.25 })),
    {
      own: mine,
      quarter: { year: 2027, month: 4 },
      language: 'vi',
      scores: { way: 'linear', floor: 0, cap: 1.2, ladder: [] },
    },
  );
const read = async (mine: readonly CustomKpi[]) => {
  const plan = planWith(mine);
  const { parts } = factsOf(plan);
  const filled = {
    inputs: Object.fromEntries(mine.map(({ name }) => [name, parts.map(() => 10)])),
    weights: parts.map(() => null),
  };
  const facts = factsOf(plan, { typed: typedOf(parts, filled) });
  const sheet = await computed(facts, undefined, dayOf(2027, 6, 30));
  return { plan, filled, facts, sheet };
};

describe('a KPI of which nobody has said how it is read', () => {
  let sheet: Drawn;
  let all: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    all = await read(asked);
    sheet = all.sheet;
  });
  const cells = (block: 'score' | 'month' | 'points', row: string, ...columns: readonly string[]) =>
    columns.map((column) => valueAt(sheet, block, row, column));

  it('is not judged, and its status says what is to be chosen', () => {
    const statuses = asked.map(({ name }) => valueAt(sheet, 'score', name, 'status'));
    expect(statuses).toEqual([
      '○ chờ chọn cách cộng các tuần',
      '○ chờ chọn cách cộng các tuần',
      '○ chờ chọn chiều tốt hơn',
    ]);
  });

  it('comes to no number of weeks, months or the quarter while its totalling is open', () => {
    for (const name of ['OWN_A', 'OWN_B']) {
      const score = ['actual', 'attainment', 'expected', 'week', 'lastWeek', 'trend'];
      expect([name, ...cells('score', name, ...score)]).toEqual([name, ...score.map(() => '')]);
      const month = [1, 2, 3].flatMap((at) => [`m${at}target`, `m${at}actual`, `m${at}met`]);
      expect([name, ...cells('month', name, ...month)]).toEqual([name, ...month.map(() => '')]);
    }
  });

  it('has its numbers, but no attainment and no verdict, while only the better way is open', () => {
    expect(cells('score', 'OWN_C', 'attainment')).toEqual(['']);
    expect(cells('score', 'OWN_C', 'actual')[0]).toBeGreaterThan(100);
    expect(cells('month', 'OWN_C', 'm1met', 'm2met', 'm3met')).toEqual(['', '', '']);
    expect(cells('month', 'OWN_C', 'm1actual')[0]).toBeGreaterThan(0);
  });

  it('gets no points and lowers nobody’s', () => {
    for (const { name } of asked) {
      const [progress, points] = cells('points', name, 'progress', 'points');
      expect([name, progress, typeof points]).toEqual([name, '', 'string']);
    }
  });

  it('stands on the sheet as the plan itself says it', () => {
    expectSame(sheet, all.facts, all.filled);
  });

  it('says so in the head of its column', () => {
    const head =
      inputBlock.draw(all.facts, '')?.rows.find(({ key }) => key === '.head')?.cells ?? {};
    expect(head.OWN_A?.note).toContain('Chưa rõ cộng các tuần thế nào.');
    expect(head.OWN_C?.note).toContain('Số phát sinh trong kỳ.');
  });

  it('is judged by the same cells once it is said', async () => {
    const answered = asked.map((each) =>
      withBetter(withTotalling(each, { is: 'typed', over: 'last' }), 'lower'),
    );
    const { sheet: told } = await read(answered);
    for (const { name } of answered) {
      expect(valueAt(told, 'score', name, 'actual')).toBe(10);
      expect(valueAt(told, 'score', name, 'status')).toMatch(/^[●▲■]/u);
    }
  });
});
