import { describe, expect, it } from 'vitest';
import {
  business,
  businessDay,
  businessFirstDay,
  businessLastDay,
} from '../../../src/workbench/vendors/business/people.ts';
import { dayIn } from '../../../src/workbench/vendors/days.ts';

describe('the business that all played CRMs hold', () => {
  const { leads, deals } = business();

  it('has people on every day, who become what they become in its order', () => {
    const days = new Set(leads.map(({ createdMs }) => businessDay(createdMs)));
    expect(days.size).toBe(businessLastDay - businessFirstDay + 1);
    for (const { createdMs, mqlMs, sqlMs, customerMs, deal } of leads) {
      const steps = [createdMs, mqlMs, sqlMs, deal?.createdMs ?? null, customerMs];
      const reached = steps.filter((ms): ms is number => ms !== null);
      expect(steps.slice(0, reached.length)).toEqual(reached);
      expect([...reached].sort((one, other) => one - other)).toEqual(reached);
    }
  });

  it('has what makes readers stumble: late evenings, amounts nobody typed, odd names', () => {
    const elsewhere = leads.filter(
      ({ createdMs }) => dayIn('America/Los_Angeles', createdMs) !== businessDay(createdMs),
    );
    expect(elsewhere.length).toBeGreaterThan(leads.length / 3);
    expect(deals.some(({ amount }) => amount === null)).toBe(true);
    expect(deals.some(({ name }) => name.startsWith('=IMPORTXML'))).toBe(true);
    for (const ends of ['won', 'lost', 'open'] as const) {
      expect(deals.some((deal) => deal.ends === ends)).toBe(true);
    }
  });

  it('is the same each time, and larger where more people ask', () => {
    expect(business(12)).toBe(business());
    expect(business(120).leads.length).toBeGreaterThan(9 * leads.length);
  });
});
