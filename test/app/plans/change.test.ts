import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { ok, problem } from '../../kit/desk/answers.ts';
import { typeAt, valueAt } from '../../kit/desk/blocks.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

function built(): FakeDesk {
  const desk = openFakeDesk();
  ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
  return desk;
}
const withTarget = (target: number | null, plan: Plan = lan()): Plan => ({
  ...plan,
  kpis: plan.kpis.map((each) => (each.kpi === 'LEADS' ? { ...each, target } : each)),
});
const type = (desk: FakeDesk, cell: Parameters<typeof typeAt>[2], value: string | number) =>
  typeAt(desk.book, 'abc123', cell, value);
const holds = (desk: FakeDesk, block: string, row: string, column: string) =>
  valueAt(desk.book, 'abc123', block, row, column);
/** The log without its header: what, before, after and who. */
const logged = ({ book }: FakeDesk) => {
  const sheet = book.named.get('KPI_log_lines')?.sheet ?? 0;
  const lines: unknown[][] = [];
  for (let row = 2; book.peek(sheet, row, 2) !== ''; row += 1) {
    lines.push([5, 6, 7, 8, 3].map((column) => book.peek(sheet, row, column)));
  }
  return lines;
};
const change = (desk: FakeDesk, plan: Plan, revision = 1) =>
  desk.panel.changePlan({ plan, revision, who: 'Minh' });

describe('changing a plan', () => {
  it('writes values into their cells, on the same sheet, and says in the log who did what', () => {
    const desk = built();
    const tabs = desk.book.tabs.length;
    const view = ok(change(desk, withTarget(1300)));
    expect(view.revision).toBe(2);
    expect(view.plan).toEqual(withTarget(1300));
    expect(holds(desk, 'score', 'LEADS', 'target')).toBe(1300);
    expect(desk.book.tabs).toHaveLength(tabs);
    expect(logged(desk)[1]).toEqual(['LEADS', 'chỉ tiêu', 1240, 1300, 'lan@shop.vn']);
  });

  it('saves what no cell shows, and says it in the log by its own name', () => {
    const desk = built();
    const { circumstances, ...plan } = lan();
    const stage = { ...plan, circumstances: { ...circumstances, stage: 'growing' as const } };
    expect(ok(change(desk, stage)).plan.circumstances.stage).toBe('growing');
    expect(logged(desk)[1]).toEqual([
      '',
      'giai đoạn của doanh nghiệp',
      '',
      'growing',
      'lan@shop.vn',
    ]);
  });

  it('refuses another quarter: that is another plan', () => {
    const desk = built();
    const said = problem(change(desk, lan({ quarter: { year: 2027, month: 4 } })));
    expect(said).toContain('quý');
    expect(ok(desk.panel.openPlan('abc123')).plan.quarter).toEqual({ year: 2027, month: 1 });
  });

  it('gives an own KPI that takes the place of another none of its numbers', () => {
    const own = (title: string) =>
      [
        {
          name: 'OWN_A',
          title,
          unit: 'count',
          better: 'higher',
          how: { is: 'typed', over: 'sum' } as const,
          unsaid: [] as const,
        },
      ] as const;
    const kpis = [...lan().kpis, planned('OWN_A')];
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: lan({ kpis, own: own('Cuộc gọi') }), sample: false }));
    type(desk, ['input', '46388', 'OWN_A'], 100);
    type(desk, ['input', '46388', 'LEADS'], 7);
    ok(change(desk, lan({ kpis, own: own('Khiếu nại') })));
    expect(holds(desk, 'input', '46388', 'OWN_A')).toBe('');
    expect(holds(desk, 'input', '46388', 'LEADS')).toBe(7);
  });

  it('keeps the first day of the week once numbers are typed by weeks; before, weights follow', () => {
    const sunday = (plan: Plan): Plan => ({
      ...plan,
      circumstances: { ...plan.circumstances, weekStart: 'sunday' },
    });
    const typed = built();
    // The first of January 2027 is a Friday: the first row ends on the 3rd, or on the 2nd.
    type(typed, ['input', '46388', 'LEADS'], 100);
    expect(problem(change(typed, sunday(lan())))).toContain('ngày đầu tuần');
    expect(holds(typed, 'input', '46388', 'LEADS')).toBe(100);
    const free = built();
    expect(holds(free, 'input', '46388', 'weight')).toBeCloseTo(3 / 7);
    ok(change(free, sunday(lan())));
    expect(holds(free, 'input', '46388', 'weight')).toBeCloseTo(2 / 7);
  });

  it('names in the log whom the panel asked, where the platform says nothing', () => {
    const desk = built();
    desk.book.person = null;
    expect(ok(desk.panel.planStart()).who).toBeNull();
    ok(change(desk, withTarget(1300)));
    expect(logged(desk)[1]?.[4]).toBe('Minh');
    expect(ok(desk.panel.planStart()).who).toBe('Minh');
  });

  it('finds the cells again after rows were put in and the tab was renamed and sorted by hand', () => {
    const desk = built();
    const sheet = desk.book.named.get('KPI_abc123_score')?.sheet ?? 0;
    desk.book.insertRow(sheet, 1);
    desk.book.insertRow(sheet, 9);
    desk.book.type(sheet, 9, 5, 'a note of mine');
    const tab = desk.book.tabs.find(({ id }) => id === sheet);
    if (tab) tab.name = 'Của Lan';
    ok(change(desk, withTarget(1300)));
    expect(holds(desk, 'score', 'LEADS', 'target')).toBe(1300);
    expect(desk.book.peek(sheet, 9, 5)).toBe('a note of mine');
    expect(ok(desk.panel.planStart()).plans[0]).toMatchObject({ sheet: 'Của Lan', state: 'open' });
  });

  it('tells the second of two people, and overwrites nothing', () => {
    const desk = built();
    ok(change(desk, withTarget(1300)));
    const said = problem(change(desk, withTarget(1500)));
    expect(said).toContain('Lan');
    expect(holds(desk, 'score', 'LEADS', 'target')).toBe(1300);
  });

  it('does not overwrite what was typed into another cell meanwhile', () => {
    const desk = built();
    type(desk, ['score', 'CPL', 'target'], 79_000);
    const view = ok(change(desk, withTarget(1300)));
    expect(holds(desk, 'score', 'CPL', 'target')).toBe(79_000);
    expect(view.plan.kpis[1]?.target).toBe(79_000);
    expect(logged(desk).slice(1)).toEqual([
      ['CPL', 'chỉ tiêu', 85_000, 79_000, 'ai đó, sửa trực tiếp trong trang tính'],
      ['LEADS', 'chỉ tiêu', 1240, 1300, 'lan@shop.vn'],
    ]);
  });

  it('refuses where the same cell was typed into meanwhile', () => {
    const desk = built();
    type(desk, ['score', 'LEADS', 'target'], 1111);
    expect(problem(change(desk, withTarget(1300)))).toContain('Lan');
    expect(holds(desk, 'score', 'LEADS', 'target')).toBe(1111);
  });

  it('has the changes of two people who began with the same, where they changed different things', () => {
    const desk = built();
    const { plan: base } = ok(desk.panel.openPlan('abc123'));
    const since = { base, revision: 1, who: 'Minh' };
    const cost = (plan: Plan): Plan => ({
      ...plan,
      kpis: plan.kpis.map((each) => (each.kpi === 'CPL' ? { ...each, target: 79_000 } : each)),
    });
    ok(desk.panel.changePlan({ ...since, plan: withTarget(1300, base) }));
    type(desk, ['score', 'MKTSPEND', 'owner'], 'Hoa');
    ok(desk.panel.openPlan('abc123'));
    const view = ok(desk.panel.changePlan({ ...since, plan: { ...cost(base), name: 'Lan Chi' } }));
    const { name, kpis } = view.plan;
    expect([name, ...kpis.map(({ target, owner }) => [target, owner])]).toEqual([
      'Lan Chi',
      [1300, 'Lan'],
      [79_000, 'Lan'],
      [120_000_000, 'Hoa'],
    ]);
  });

  it('goes on after an undo, and after an edit of the cell that somebody has looked at', () => {
    const desk = built();
    ok(change(desk, withTarget(1300)));
    ok(desk.panel.undo());
    const seen = { plan: 'abc123', data: false, seen: { start: '', view: '', data: '' } };
    const look = () => ok(desk.panel.changesSince(seen)).view;
    type(desk, ['score', 'LEADS', 'target'], 1400);
    const view = look();
    expect(view?.plan.kpis[0]?.target).toBe(1400);
    const base = view?.plan ?? lan();
    // Another panel opens the plan, and notes in the log what was typed: that is nobody's conflict.
    ok(desk.panel.openPlan('abc123'));
    const since = { base, revision: view?.revision ?? 0, who: 'Minh' };
    expect(
      ok(desk.panel.changePlan({ ...since, plan: withTarget(1500, base) })).plan.kpis[0]?.target,
    ).toBe(1500);
  });

  it('says of which field it is that two want different things, and takes what was chosen then', () => {
    const desk = built();
    const { plan: base } = ok(desk.panel.openPlan('abc123'));
    type(desk, ['score', 'LEADS', 'target'], 1111);
    const mine = { plan: withTarget(1300, base), revision: 1, who: 'Minh' };
    expect(desk.panel.changePlan({ ...mine, base })).toMatchObject({ field: 'revision' });
    expect(holds(desk, 'score', 'LEADS', 'target')).toBe(1111);
    const { plan: now } = ok(desk.panel.openPlan('abc123'));
    ok(desk.panel.changePlan({ ...mine, base: now }));
    expect(holds(desk, 'score', 'LEADS', 'target')).toBe(1300);
    expect(logged(desk).slice(1)).toEqual([
      ['LEADS', 'chỉ tiêu', 1240, 1111, 'ai đó, sửa trực tiếp trong trang tính'],
      ['LEADS', 'chỉ tiêu', 1111, 1300, 'lan@shop.vn'],
    ]);
  });

  it('replaces a text that stood where a number belongs', () => {
    const desk = built();
    type(desk, ['score', 'LEADS', 'target'], 'nhiều hơn');
    const view = ok(desk.panel.openPlan('abc123'));
    expect(view.plan.kpis[0]?.target).toBeNull();
    expect(view.problems.length).toBeGreaterThan(0);
    ok(change(desk, withTarget(1300), view.revision));
    expect(holds(desk, 'score', 'LEADS', 'target')).toBe(1300);
  });

  it('builds the sheet anew for another KPI, carries over what was typed and keeps the old one', () => {
    const desk = built();
    type(desk, ['input', '46391', 'LEADS'], 77);
    type(desk, ['action', 'a1', 'title'], 'Gọi lại khách cũ');
    const old = desk.book.named.get('KPI_abc123_score')?.sheet;
    const plan = lan({}, [...lan().kpis, planned('TRAFFIC', { target: 9000 })]);
    const view = ok(change(desk, plan));
    expect(view.plan.kpis.map(({ kpi }) => kpi)).toEqual(['LEADS', 'CPL', 'MKTSPEND', 'TRAFFIC']);
    expect(holds(desk, 'input', '46391', 'LEADS')).toBe(77);
    expect(holds(desk, 'action', 'a1', 'title')).toBe('Gọi lại khách cũ');
    const kept = desk.book.tabs.find(({ id }) => id === old);
    expect(kept).toMatchObject({ name: 'Lan · Q1 2027 (bản trước)', hidden: true });
    expect(view.card.sheet).toBe('Lan · Q1 2027');
    expect(ok(desk.panel.planStart()).plans).toHaveLength(1);
  });

  it('writes what was agreed into the log, with the targets', () => {
    const desk = built();
    const agreed = { givenBy: 'Hoa', acceptedBy: 'Lan', on: 46_390 };
    ok(change(desk, lan({ agreed })));
    const [, what, before, after] = logged(desk)[1] ?? [];
    expect([what, before]).toEqual(['đã thống nhất', '']);
    expect(after).toContain('Hoa');
    expect(after).toContain('LEADS 1240');
    const score = desk.book.named.get('KPI_abc123_score');
    const shown = [...(desk.book.tabs.find(({ id }) => id === score?.sheet)?.cells.values() ?? [])];
    expect(shown.some((each) => /Hoa/.test(String(each)) && !/^{/.test(String(each)))).toBe(true);
  });

  it('leaves a plan of a newer version alone', () => {
    const desk = built();
    const card = JSON.parse(String(holds(desk, 'card', 'card', 'json')));
    type(desk, ['card', 'card', 'json'], JSON.stringify({ ...card, layout: 99 }));
    const before = JSON.stringify(desk.book.picture());
    expect(ok(desk.panel.planStart()).plans[0]?.state).toBe('newer');
    for (const answer of [
      change(desk, withTarget(1300)),
      desk.panel.repairPlan('abc123'),
      desk.panel.makePortable({ plan: 'abc123', native: true }),
      desk.panel.draftNext('abc123'),
    ]) {
      expect(problem(answer)).toContain('Lan');
    }
    expect(JSON.stringify(desk.book.picture())).toBe(before);
  });

  it('refuses a sheet that is protected against this user', () => {
    const desk = built();
    desk.book.closed.add(desk.book.named.get('KPI_abc123_score')?.sheet ?? 0);
    expect(problem(change(desk, withTarget(1300)))).toContain('Lan · Q1 2027');
    expect(holds(desk, 'score', 'LEADS', 'target')).toBe(1240);
  });
});

describe('what somebody changes in the cells themselves', () => {
  it('is noticed once, and goes to the log without a name', () => {
    const desk = built();
    type(desk, ['score', 'LEADS', 'target'], 1500);
    type(desk, ['method', 'CPL', 'goal'], 0.8);
    const view = ok(desk.panel.openPlan('abc123'));
    expect(view.noticed).toHaveLength(2);
    expect(view.noticed[0]).toContain('1.500');
    expect(view.revision).toBe(2);
    expect(logged(desk).slice(1)).toEqual([
      ['LEADS', 'chỉ tiêu', 1240, 1500, 'ai đó, sửa trực tiếp trong trang tính'],
      ['CPL', 'ngưỡng gần đạt', 0.9, 0.8, 'ai đó, sửa trực tiếp trong trang tính'],
    ]);
    expect(ok(desk.panel.openPlan('abc123')).noticed).toEqual([]);
  });

  it('keeps the plan readable, whatever a cell holds', () => {
    for (const [column, value] of [
      ['owner', 'x'.repeat(5000)],
      ['target', 1e20],
      ['owner', 'a\u0000b\u202ec'],
      ['baseline', -5],
    ] as const) {
      const desk = built();
      type(desk, ['score', 'LEADS', column], value);
      const view = ok(desk.panel.openPlan('abc123'));
      expect(view.noticed.length + view.problems.length, column).toBeGreaterThan(0);
      expect(ok(desk.panel.planStart()).plans).toHaveLength(1);
      ok(change(desk, withTarget(1300, view.plan), view.revision));
      expect(ok(desk.panel.planStart()).plans[0]?.state).toBe('open');
    }
    const desk = built();
    type(desk, ['method', 'LEADS', 'weight'], '');
    expect(ok(desk.panel.openPlan('abc123')).noticed).toHaveLength(1);
    expect(ok(desk.panel.planStart()).plans[0]?.state).toBe('open');
    expect(ok(desk.panel.openPlan('abc123')).noticed).toEqual([]);
  });

  it('is told to who may not write, and left unwritten', () => {
    const desk = built();
    type(desk, ['score', 'LEADS', 'target'], 1500);
    desk.book.closed.add(desk.book.named.get('KPI_abc123_score')?.sheet ?? 0);
    const before = JSON.stringify(desk.book.picture());
    expect(ok(desk.panel.openPlan('abc123')).noticed).toHaveLength(1);
    expect(JSON.stringify(desk.book.picture())).toBe(before);
  });
});
