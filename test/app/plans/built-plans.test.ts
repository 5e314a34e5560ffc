import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planAnswersWords } from '../../../src/messages/compiled/plan-answers.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { ok } from '../../kit/desk/answers.ts';
import { typeAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

/** The formulas and values of a tab, by place. */
function cellsOf(built: BuiltDesk, name: string): Map<string, unknown> {
  const { sheets } = built.desk.engine.workbook().getSnapshot();
  const sheet = Object.values(sheets).find((each) => each.name === name);
  const found = new Map<string, unknown>();
  for (const [row, line] of Object.entries(sheet?.cellData ?? {})) {
    for (const [column, cell] of Object.entries(line ?? {})) {
      const { f, v } = (cell ?? {}) as { f?: string | null; v?: unknown };
      if (f || (v ?? '') !== '') found.set(`${row}:${column}`, f || v);
    }
  }
  return found;
}
const formulas = (cells: Map<string, unknown>) =>
  [...cells.values()].filter((each) => String(each).startsWith('='));
/** Without the card, whose revision rises. */
const without = (cells: Map<string, unknown>) =>
  new Map([...cells].filter(([, value]) => !String(value).startsWith('{"')));

describe('plans in the built add-on, on a spreadsheet that computes', () => {
  let built: BuiltDesk;
  const title = 'Lan · Q4 2026';
  const plan = lan({ quarter: { year: 2026, month: 10 } });
  beforeAll(async () => {
    built = await openBuiltDesk({ language: 'vi', locale: 'vi_VN' });
    await built.desk.setClock(Date.UTC(2026, 10, 20, 5));
    ok(await built.panel.buildPlan({ plan, sample: true }));
  });
  afterAll(() => built.desk.dispose());
  const open = async (id = 'abc123') => ok(await built.panel.openPlan(id));

  it('stand with what they measured, and read back as they were written', async () => {
    const { statuses: standings, noticed, problems, revision, plan: read } = await open();
    expect([...noticed, ...problems]).toEqual([]);
    expect(revision).toBe(1);
    expect(read.kpis.map(({ target }) => target)).toEqual([1240, 85_000, 120_000_000]);
    expect(standings.map(({ status }) => status)).not.toContain('none');
    expect(standings[1]?.actual).toMatch(/₫$/);
  });

  it('take a new target, and everything follows', async () => {
    const before = await open();
    const kpis = before.plan.kpis.map((each) =>
      each.kpi === 'LEADS' ? { ...each, target: 5 } : each,
    );
    const changed: Plan = { ...before.plan, kpis };
    const request = { plan: changed, revision: before.revision, who: 'Minh' };
    const after = ok(await built.panel.changePlan(request));
    expect(after.statuses[0]).toMatchObject({ target: '5', status: 'good' });
    expect(ok(await built.panel.undo()).start.plans).toHaveLength(1);
    expect((await open()).statuses[0]).toEqual(before.statuses[0]);
  });

  it('become portable with the same numbers, and come back exactly', async () => {
    const before = cellsOf(built, title);
    const { statuses: standings } = await open();
    const native = ok(await built.panel.makePortable({ plan: 'abc123', native: true }));
    expect(native.statuses).toEqual(standings);
    expect(formulas(cellsOf(built, title)).filter((each) => /\bCPL\(/.test(String(each)))).toEqual(
      [],
    );
    const back = ok(await built.panel.makePortable({ plan: 'abc123', native: false }));
    expect(back.statuses).toEqual(standings);
    expect(without(cellsOf(built, title))).toEqual(without(before));
  });

  it('are copied with their tab, and the copy becomes a plan of its own', async () => {
    await built.desk.copySheet(built.sheet(title));
    await built.desk.settle();
    const { copies, plans } = ok(await built.panel.planStart());
    expect(copies).toMatchObject([{ of: 'abc123' }]);
    expect(plans).toHaveLength(1);
    const sheet = copies[0]?.sheet ?? 0;
    const adopted = ok(await built.panel.adoptCopy({ sheet, name: 'Minh' }));
    expect(adopted.sheet).toBe('Minh · Q4 2026');
    // The log says what the tab was called before.
    const { name } = copies[0] ?? { name: '' };
    const log = cellsOf(built, planAnswersWords('vi').sharedTitle.log);
    expect([name, [...log.values()].includes(name)]).toEqual([expect.stringMatching(/./), true]);
    expect((await open(adopted.plan)).statuses).toEqual((await open()).statuses);
    expect(ok(await built.panel.planStart()).copies).toEqual([]);
  });

  it('gather on a department’s sheet', async () => {
    const request = { quarter: plan.quarter, name: 'Shop', activities: ['Hội chợ'] };
    const { sheet } = ok(await built.panel.buildDepartment(request));
    const cells = cellsOf(built, sheet);
    expect(formulas(cells).length).toBeGreaterThan(0);
    expect([...cells.values()].map(String).join(' ')).toContain('Hội chợ');
  });

  it('lose and gain KPIs with what was typed carried over', async () => {
    const { plan: now, revision, statuses: standings } = await open();
    const kpis = [...now.kpis.slice(0, 2), planned('TRAFFIC', { target: 100 })];
    const request = { plan: { ...now, kpis }, revision, who: '' };
    const after = ok(await built.panel.changePlan(request));
    expect(after.statuses.slice(0, 2)).toEqual(standings.slice(0, 2));
    expect(after.statuses).toHaveLength(3);
    expect(built.sheets()).toContain(`${title} (bản trước)`);
  });

  it('close with the numbers they had when the next quarter begins, and open again by undo', async () => {
    const before = await open();
    const cells = cellsOf(built, title);
    await built.desk.setClock(Date.UTC(2027, 0, 5, 5));
    const { plan: draft } = ok(await built.panel.draftNext('abc123'));
    expect(draft).toMatchObject({ quarter: { year: 2027, month: 1 }, after: 'abc123' });
    ok(await built.panel.buildPlan({ plan: { ...draft, id: 'next01' }, sample: false }));
    const closed = await open();
    expect(closed.card.state).toBe('frozen');
    expect(closed.statuses).toEqual(before.statuses);
    expect(formulas(cellsOf(built, title))).toEqual([]);
    ok(await built.panel.undo());
    expect((await open()).statuses).toEqual(before.statuses);
    expect(without(cellsOf(built, title))).toEqual(without(cells));
  });

  it('are as good as their hidden codes say, whatever stands in the visible cell', async () => {
    const { statuses: before } = await open();
    typeAt(built.book, 'abc123', ['score', 'CPL', 'status'], '● fine');
    await built.desk.settle();
    const { statuses: after, damage } = await open();
    expect(before[1]?.status).not.toBe('good');
    // A text over the formula is damage: nothing is judged until it is repaired.
    expect(after[1]).toEqual({ ...before[1], status: 'none', words: '○ bảng cần sửa' });
    expect(damage).not.toBe('');
    ok(await built.panel.repairPlan('abc123'));
    expect((await open()).statuses).toEqual(before);
  });
});
