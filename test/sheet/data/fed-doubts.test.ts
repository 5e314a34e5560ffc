import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import {
  ads,
  computedFed,
  type DataRow,
  type Fetched,
  fedFacts,
  feedOf,
  weekly,
} from '../../kit/sheet/fed-facts.ts';
import { factsOf, valueAt } from '../../kit/sheet/plan-facts.ts';

const first = dayOf(2027, 4, 1);
const sunday = dayOf(2027, 4, 11);
const given = { quarter: { year: 2027, month: 4 }, accounts: [ads, weekly] };
const covered = { from: first, through: sunday, settled: sunday };

describe('a table', () => {
  it('that counts people day by day says nothing of how many they were in a week', async () => {
    const plan = planOf([planned('VISITORS', { cadence: 'week', target: 10 })], {
      ...given,
      feeds: [feedOf('VISITORS', weekly)],
    });
    const { parts } = factsOf(plan);
    const [, second] = parts;
    const rows: DataRow[] = second ? [{ from: second.from, to: second.to, value: 40 }] : [];
    const fetched = { VISITORS: { ...covered, rows } satisfies Fetched };
    const sheet = await computedFed(fedFacts(plan, fetched), fetched, sunday + 1);
    const shown = parts
      .slice(0, 3)
      .map(({ from }) => valueAt(sheet, 'input', String(from), 'VISITORS'));
    expect(shown).toEqual(['', 40, '']);
  });

  it('of which every part has a name leaves nothing for the rest', async () => {
    const plan = planOf([planned('CPL', { target: 50 })], {
      ...given,
      feeds: [feedOf('CPL.cost', ads, { split: 'Chiến dịch' })],
    });
    const names = ['Một', 'Hai', 'Ba', 'Bốn'];
    const rows = names.flatMap((segment, at) =>
      Array.from(
        { length: 11 },
        (_, on): DataRow => ({
          from: first + on,
          to: first + on,
          segment,
          value: 0.1 + at * 1.7 + on / 3,
        }),
      ),
    );
    const typed = {
      split: Object.fromEntries(names.map((title, at) => [`s${at + 1}`, { title }])),
    };
    const fetched = { 'CPL.cost': { ...covered, rows } satisfies Fetched };
    const facts = fedFacts(plan, fetched, { rates: { USD: 25_345.7 }, typed });
    const sheet = await computedFed(facts, fetched, sunday + 1);
    expect(valueAt(sheet, 'split', 'total', 'seg:CPL.cost')).toBeGreaterThan(1_000_000);
    expect(valueAt(sheet, 'split', 'rest', 'seg:CPL.cost')).toBe(0);
  });
});
