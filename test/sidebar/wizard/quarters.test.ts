import { describe, expect, it } from 'vitest';
import type { PlanCard } from '../../../src/app/api/plan-api.ts';
import { dayOf } from '../../../src/plan/calendar/calendar.ts';
import { cardsAround } from '../../../src/sidebar/plans/use-history.ts';
import {
  byQuarter,
  quarterChoices,
  quarterKey,
  quarterOfKey,
  quarterOptions,
  sameStart,
} from '../../../src/sidebar/wizard/quarters.ts';

const today = dayOf(2026, 11, 22);
const card = (id: string, part: Partial<PlanCard>): PlanCard => ({
  id,
  name: 'Lan',
  role: 'digital',
  quarter: { year: 2026, month: 10 },
  sheet: id,
  state: 'open',
  missing: [],
  sample: false,
  statuses: [],
  ...part,
});

describe('quarters to choose from', () => {
  it('are five around the next one, and the one chosen even if it is far away', () => {
    const chosen = { year: 2027, month: 1 };
    const around = quarterChoices(today, 1, chosen);
    expect(around.map(quarterKey)).toEqual(['2026-7', '2026-10', '2027-1', '2027-4', '2027-7']);
    const far = { year: 2025, month: 1 };
    expect(quarterChoices(today, 1, far)[0]).toEqual(far);
    expect(quarterOptions(around, 1, 'vi')[2]).toEqual(['2027-1', 'Quý 1/2027']);
    expect(quarterOfKey(around, '2027-4')).toEqual({ year: 2027, month: 4 });
    expect(quarterOfKey(around, 'nonsense')).toBeUndefined();
  });

  it('begin as the financial year does', () => {
    expect(sameStart({ year: 2027, month: 1 }, 4, today)).toEqual({ year: 2027, month: 1 });
    expect(sameStart({ year: 2027, month: 1 }, 2, today).month % 3).toBe(2);
  });
});

describe('plans', () => {
  it('stand together by quarter, in the order in which they come', () => {
    const older = { year: 2026, month: 7 };
    const groups = byQuarter([card('a', {}), card('b', { quarter: older }), card('c', {})]);
    expect(groups.map(({ plans }) => plans.map(({ id }) => id))).toEqual([['a', 'c'], ['b']]);
  });

  it('are compared with earlier ones of the same name, and a department’s with its people’s', () => {
    const cards = [
      card('now', {}),
      card('q3', { quarter: { year: 2026, month: 7 } }),
      card('q2', { quarter: { year: 2026, month: 4 }, state: 'frozen', name: ' LAN ' }),
      card('made-up', { quarter: { year: 2026, month: 1 }, sample: true }),
      card('broken', { quarter: { year: 2025, month: 10 }, state: 'broken' }),
      card('minh', { name: 'Minh', role: 'content' }),
    ];
    const plan = { id: 'now', name: 'Lan', role: 'digital', quarter: { year: 2026, month: 10 } };
    const around = cardsAround(plan as Parameters<typeof cardsAround>[0], cards);
    expect(around.earlier.map(({ id }) => id)).toEqual(['q3', 'q2']);
    expect(around.parts).toEqual([]);
    const whole = { ...plan, id: 'all', name: 'Phòng', role: 'department' };
    const parts = cardsAround(whole as Parameters<typeof cardsAround>[0], cards).parts;
    expect(parts.map(({ id }) => id)).toEqual(['now', 'minh']);
  });
});
