import { describe, expect, it } from 'vitest';
import { roleIds } from '../../../src/kpi/roles.ts';
import {
  computed,
  expectSame,
  factsOf,
  rolePlan,
  sampled,
  typedOf,
} from '../../kit/sheet/plan-facts.ts';

describe.each(roleIds)('the sheet of a %s', (role) => {
  it.each(['vi', 'en'] as const)('shows where every KPI stands, in %s', async (language) => {
    const { plan, filled } = sampled(rolePlan(role, language));
    const parts = factsOf(plan).parts;
    const facts = factsOf(plan, { typed: typedOf(parts, filled) });
    const sheet = await computed(facts);
    expectSame(sheet, facts, filled);
    const errors = sheet
      .all('Lan')
      .flat()
      .filter((value) => typeof value === 'object');
    // The chart alone leaves out points by #N/A.
    expect(new Set(errors.map((each) => JSON.stringify(each)))).toEqual(
      new Set(errors.length > 0 ? ['{"error":"#N/A"}'] : []),
    );
  });
});

describe('without the add-on', () => {
  it.each(roleIds)('the sheet of a %s shows the same', async (role) => {
    const { plan, filled } = sampled(rolePlan(role, 'vi'));
    const facts = factsOf(plan, { typed: typedOf(factsOf(plan).parts, filled), portable: true });
    expectSame(await computed(facts), facts, filled);
  });
});
