import { describe, expect, it } from 'vitest';
import { withBetter, withTotalling } from '../../../src/plan/custom-kpi/answer.ts';
import { otherOwn } from '../../../src/plan/model/changed-inputs.ts';
import type { CustomKpi } from '../../../src/plan/model/plan.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';

const asked: CustomKpi = {
  name: 'OWN_A',
  title: 'Chi phí đơn',
  unit: 'money',
  better: 'higher',
  how: { is: 'typed', over: 'sum' },
  unsaid: ['totalling', 'better'],
};
const planWith = (own: CustomKpi) => planOf([planned('OWN_A')], { own: [own] });
const loses = (after: CustomKpi) => otherOwn(planWith(asked), planWith(after))('OWN_A');

describe('what was typed for a KPI of somebody’s own', () => {
  it('stays when somebody says how it adds up and which way is better', () => {
    expect(loses(withBetter(asked, 'lower'))).toBe(false);
    for (const over of ['sum', 'last', 'whole'] as const) {
      expect([over, loses(withTotalling(asked, { is: 'typed', over }))]).toEqual([over, false]);
    }
  });

  it('is not another KPI’s that takes its name, nor the parts of what is divided now', () => {
    expect(loses({ ...asked, title: 'Số bài viết' })).toBe(true);
    expect(loses({ ...asked, unit: 'count' })).toBe(true);
    expect(loses(withTotalling(asked, { is: 'ratio', top: 'Chi phí', bottom: 'đơn' }))).toBe(true);
  });
});
