import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/calendar.ts';
import type { TypedValues } from '../../../src/sheet/layout/sheet-input.ts';
import { actionBlock, openActions } from '../../../src/sheet/plan/action-block.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { drawn, typedInto } from '../../kit/sheet/drawn.ts';
import { sampledFacts } from '../../kit/sheet/sampled-facts.ts';

const range = 'KPI_abc123_action';
const cpl = 'Chi phí cho mỗi khách hàng tiềm năng (CPL)';
const typed: TypedValues = {
  action: {
    a2: { title: '=Đổi mẫu quảng cáo', kpi: cpl, owner: 'Minh', due: 2, done: false },
    a7: { title: 'Gọi lại lead cũ', due: 90000, done: false },
    a3: { title: 'Viết bài', done: true },
    a4: { done: false },
  },
};
const bare = planOf([planned('LEADS', { weight: 0.5 }), planned('CPL', { weight: 0.5 })]);
const actionRows = (typed: TypedValues) => actionBlock.draw(factsWith(typed), '')?.rows ?? [];
const factsWith = (given: TypedValues) =>
  sampledFacts(bare, dayOf(2027, 2, 21), { typed: given }).facts;

describe('what is to do', () => {
  it('stands beside what is off track, and knows how each KPI stands', async () => {
    const facts = factsWith(typed);
    const drawing = planDrawing(facts, '');
    const worse = typedInto(drawing, 'KPI_abc123_score', 'LEADS', 'target', { value: 1e6 });
    const sheet = await drawn([{ name: 'Plan', drawing: worse }]);
    const status = (kpi: string) => String(sheet.at('KPI_abc123_score', kpi, 'status'));
    expect(status('LEADS')).toMatch(/^■/);
    expect(sheet.at(range, '.behind', 'kpi')).toContain('Số lượng khách hàng tiềm năng');
    const watched = status('CPL').startsWith('▲');
    expect(String(sheet.at(range, '.watch', 'kpi')).includes(cpl)).toBe(watched);
    expect(sheet.at(range, 'a2', 'status')).toBe(status('CPL'));
    expect(sheet.at(range, 'a7', 'status')).toBe('');
    expect(sheet.at(range, 'a2', 'title')).toBe('=Đổi mẫu quảng cáo');
  });

  it('says what is overdue, what is done, and nothing of empty lines', async () => {
    const sheet = await drawn([{ name: 'Plan', drawing: planDrawing(factsWith(typed), '') }]);
    expect(sheet.at(range, 'a2', 'left')).toMatch(/^quá hạn \d+ ngày$/);
    expect(sheet.at(range, 'a7', 'left')).toMatch(/^còn \d+ ngày$/);
    expect(sheet.at(range, 'a3', 'left')).toBe('✓ xong');
    expect(sheet.at(range, 'a4', 'left')).toBe('');
  });

  it('does not say that nothing is off track while nothing is judged', async () => {
    const { facts } = sampledFacts(bare, dayOf(2027, 1, 3));
    const sheet = await drawn([{ name: 'Plan', drawing: planDrawing(facts, '') }]);
    expect(sheet.at('KPI_abc123_score', 'LEADS', 'status')).toMatch(/^○/);
    expect(sheet.at(range, '.behind', 'kpi')).toBe('');
  });

  it('keeps every item in its line when it is built anew, with room for new ones', () => {
    const keys = actionRows(typed).flatMap(({ key }) =>
      key === '' || key.startsWith('.') ? [] : [key],
    );
    expect(keys.slice(0, 3)).toEqual(['a2', 'a7', 'a3']);
    expect(keys.length - 3).toBeGreaterThanOrEqual(3);
    expect(new Set(keys).size).toBe(keys.length);
    expect(actionRows({}).filter(({ key }) => /^a/.test(key))).toHaveLength(6);
  });

  it('goes on to the next quarter until it is ticked', () => {
    expect(Object.keys(openActions(typed).action ?? {})).toEqual(['a2', 'a7']);
  });
});
