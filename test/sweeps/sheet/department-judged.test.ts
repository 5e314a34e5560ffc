import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetWords } from '../../../src/messages/sheet.ts';
import { dayOf, lastDay } from '../../../src/plan/calendar/calendar.ts';
import { departmentRange } from '../../../src/sheet/department/department-input.ts';
import { departmentDrawing } from '../../../src/sheet/department/department-sheet.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { judge } from '../../kit/plans/standing.ts';
import { sweep } from '../../kit/run/sweep.ts';
import { drawn } from '../../kit/sheet/drawn.ts';
import { standIn } from '../../kit/sheet/stand-in-sheet.ts';

const quarter = { year: 2027, month: 1 };
const ids = ['aaa001', 'bbb002'] as const;
const number = fc.integer({ min: 1, max: 40 });
const threshold = fc.constantFrom(0.6, 0.7, 0.8, 0.9, 1);

const each = fc.record({ expected: number, actual: number, goal: threshold, flag: threshold });
const some = fc.sample(fc.record({ plans: fc.tuple(each, each), over: fc.boolean() }), {
  numRuns: sweep(6, 200),
  seed: 11,
});

/** In the words of the sheet, and nobody else's. */
const { met, near, missed, good, watch, bad, onBudget, overBudget, underBudget } = sheetWords('en');
const words = { met, near, missed, good, watch, bad };

describe('the totals of several plans', () => {
  it.each(some.map((one, at) => [at, one] as const))(
    'are judged by the one rule, with the mean of the plans’ thresholds (%i)',
    async (_, { plans, over }) => {
      const through = over ? lastDay(quarter) : dayOf(2027, 2, 14);
      const sheets = plans.map((values, at) => {
        const id = ids[at] ?? ids[0];
        const plan = planOf([planned('LEADS'), planned('MKTSPEND')], { id, name: id });
        const row = { ...values, target: values.expected, through, status: '● ' };
        return { name: id, plan, drawing: standIn(plan, { LEADS: row, MKTSPEND: row }) };
      });
      const drawing = departmentDrawing({
        quarter,
        name: 'Department',
        plans: sheets.map(({ plan, name }) => ({ plan, sheetName: name })),
        activities: [],
        language: 'en',
      });
      const sheet = await drawn([...sheets, { name: 'Department', drawing }]);
      const sum = (of: 'expected' | 'actual' | 'goal' | 'flag') =>
        plans.reduce((all, values) => all + values[of], 0);
      const [expected, actual] = [sum('expected'), sum('actual')];
      const shared = { kind: 'sum', baseline: null, expected, actual, over } as const;
      const thresholds = { goal: sum('goal') / 2, flag: sum('flag') / 2 };
      const status = (figure: string) =>
        sheet.at(departmentRange(quarter, 'director'), figure, 'status');
      const leads = judge({ ...shared, ...thresholds, better: 'higher' });
      expect(status('leads')).toBe(words[leads as keyof typeof words]);
      const spend = judge({ ...shared, ...thresholds, better: 'on plan' });
      const beyond = actual < expected ? underBudget : overBudget;
      expect(status('spend')).toBe(spend === 'good' ? onBudget : spend === 'bad' ? beyond : watch);
    },
  );
});
