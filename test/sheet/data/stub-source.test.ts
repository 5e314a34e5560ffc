import { expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { sourcesOf } from '../../../src/sources/registry.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { computedFed, fedFacts, feedOf } from '../../kit/sheet/fed-facts.ts';
import { valueAt } from '../../kit/sheet/plan-facts.ts';
import { stubSource, type TillShop } from '../../sources/stub-source/entry.ts';

const till: TillShop = {
  source: 'till',
  id: 'till-abc123',
  name: 'Quán Lan',
  currency: 'VND',
  shop: 'lan',
  region: 'vn',
};

it('shows weeks before a system answered as unknown, not as 0, and says where the rest is from', async () => {
  const plan = planOf([planned('LEADS', { target: 900 })], {
    quarter: { year: 2027, month: 4 },
    feeds: [feedOf('LEADS', till, { metric: 'orders' })],
    accounts: [till],
  });
  const [from, through] = [dayOf(2027, 4, 12), dayOf(2027, 4, 14)];
  const rows = [{ from, to: from, value: 7 }];
  const fetched = { LEADS: { from, through, settled: through, rows } };
  const facts = fedFacts(plan, fetched, { sources: sourcesOf([stubSource]) });
  const sheet = await computedFed(facts, fetched, dayOf(2027, 4, 15));
  const week = (at: number) => valueAt(sheet, 'input', String(facts.parts[at]?.from), 'LEADS');
  expect([0, 1, 2, 3].map(week)).toEqual(['', '', 7, '']);
  expect(valueAt(sheet, 'score', 'LEADS', 'actual')).toBe('');
  expect(valueAt(sheet, 'input', '.warnings', 'LEADS')).toBe('⚠ chỉ có số từ 12/04');
  expect(valueAt(sheet, 'input', '.marks', 'LEADS')).toBe('⟳ Till · Quán Lan');
  expect(valueAt(sheet, 'feeds', 'LEADS', 'what')).toBe('đơn hàng');
});
