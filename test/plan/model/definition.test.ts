import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { counterpart } from '../../../src/plan/model/definition.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import type { CustomKpi } from '../../../src/plan/model/plan.ts';
import { type GivenPlan, planned, planOf } from '../../kit/plans/plans.ts';

const kpis = ['LEADS', 'CPL', 'ROI', 'OWN_A', 'OWN_B'].map((kpi) => planned(kpi));
const plan = (given: GivenPlan = {}) => planOf(kpis, given);
const gap = (kpi: string, one: GivenPlan, other: GivenPlan) =>
  counterpart(kpi, plan(one), plan(other), catalogue)?.gap;

const feed = (given: Partial<Feed> = {}): Feed => ({
  input: 'LEADS',
  account: 'properties/1',
  metric: 'keyEvents',
  only: [{ dimension: 'eventName', is: ['lead'] }],
  split: null,
  ...given,
});
const own = (name: string, title: string, bottom: string): CustomKpi => ({
  name,
  title,
  unsaid: [],
  unit: 'times',
  better: 'higher',
  how: { is: 'ratio', top: 'calls', bottom },
});

describe('the same KPI in another plan', () => {
  it.each([
    ['CPL', {}, {}, null],
    ['CPL', {}, { circumstances: { currency: 'USD' } }, 'currency'],
    ['LEADS', {}, { circumstances: { currency: 'USD' } }, null],
    ['ROI', { circumstances: { margin: 0.4 } }, { circumstances: { margin: 0.5 } }, null],
    ['ROI', { circumstances: { margin: 0 } }, {}, 'margin'],
    ['CPL', { circumstances: { margin: 0.4 } }, {}, null],
    ['LEADS', { feeds: [feed()] }, { feeds: [feed({ split: 'source' })] }, null],
    ['LEADS', { feeds: [feed()] }, { feeds: [feed({ only: [] })] }, 'filters'],
    ['LEADS', { feeds: [feed()] }, { feeds: [feed({ metric: 'sessions' })] }, 'filters'],
    ['CPL', { feeds: [feed()] }, { feeds: [feed({ only: [] })] }, 'filters'],
    ['LEADS', { feeds: [feed()] }, {}, null],
  ] as const)('%s of %j and of %j: %s', (kpi, one, other, found) => {
    expect(gap(kpi, one, other)).toBe(found);
    expect(gap(kpi, other, one)).toBe(found);
  });

  it('of one’s own is known by its title, whatever its name, and by its formula', () => {
    const mine = { own: [own('OWN_A', 'Calls', 'hours')] };
    const found = (...others: CustomKpi[]) =>
      counterpart('OWN_A', plan(mine), plan({ own: others }), catalogue);
    expect(found(own('OWN_B', 'Calls', 'hours'))).toMatchObject({
      planned: { kpi: 'OWN_B' },
      gap: null,
    });
    expect(found(own('OWN_A', 'Calls', 'days'))).toMatchObject({ gap: 'formula' });
    expect(found(own('OWN_A', 'Calls', 'days'), own('OWN_B', 'Calls', 'hours'))).toMatchObject({
      planned: { kpi: 'OWN_B' },
      gap: null,
    });
    expect(found(own('OWN_A', 'Visits', 'hours'))).toBeNull();
    expect(found()).toBeNull();
  });
});
