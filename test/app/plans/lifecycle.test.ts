import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/calendar.ts';
import type { CustomKpi, Plan } from '../../../src/plan/model/plan.ts';
import { ok, problem } from '../../kit/desk/answers.ts';
import { cellAt, typeAt, valueAt } from '../../kit/desk/blocks.ts';
import { cellKey } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { type GivenPlan, lan, planned, planOf } from '../../kit/plans/plans.ts';

function built(...plans: Plan[]): FakeDesk {
  const desk = openFakeDesk();
  // The first quarter of 2027 is over.
  desk.book.day = 46_480;
  for (const plan of plans.length > 0 ? plans : [lan()]) {
    ok(desk.panel.buildPlan({ plan, sample: false }));
  }
  return desk;
}
/** What a formula of the sheet would show, had this spreadsheet an engine. */
const show = (
  desk: FakeDesk,
  plan: string,
  [block, row, column]: readonly [string, string, string],
  value: number | string,
) => {
  const cell = cellAt(desk.book, plan, block, row, column);
  const tab = desk.book.tabs.find(({ id }) => id === cell.sheet)?.name;
  desk.book.shows.set(`${tab}!${cell.row}:${cell.column}`, value);
};
/** Somebody deletes a block with its cells. */
function lose(desk: FakeDesk, block: string): void {
  const area = desk.book.named.get(`KPI_abc123_${block}`);
  if (!area) throw new Error(`No block ${block}.`);
  desk.book.named.delete(area.name);
  for (let row = area.row; row < area.row + area.rows; row += 1)
    for (let column = area.column; column < area.column + area.columns; column += 1)
      desk.book.type(area.sheet, row, column, '');
}
const sheetOf = (desk: FakeDesk, plan: string) =>
  desk.book.named.get(`KPI_${plan}_score`)?.sheet ?? 0;
const tab = (desk: FakeDesk, name: string) => desk.book.tabs.find((each) => each.name === name);
const start = (desk: FakeDesk) => ok(desk.panel.planStart());
const next = lan({ id: 'next01', quarter: { year: 2027, month: 4 }, after: 'abc123' });

describe('the next quarter', () => {
  it('is drafted from this one: what it brought is the baseline, and nothing is written', () => {
    const desk = built();
    desk.book.day = 46_480;
    show(desk, 'abc123', ['score', 'LEADS', 'actual'], 1180);
    show(desk, 'abc123', ['score', 'LEADS', 'through'], 46_477);
    show(desk, 'abc123', ['score', 'CPL', 'actual'], 'không có lead');
    const before = JSON.stringify(desk.book.picture());
    const { plan: draft, why } = ok(desk.panel.draftNext('abc123'));
    expect(Object.values(why).every((reason) => reason.length > 10)).toBe(true);
    expect(draft.quarter).toEqual({ year: 2027, month: 4 });
    expect(draft.after).toBe('abc123');
    expect(draft.kpis.map(({ baseline }) => baseline)).toEqual([1180, null, null]);
    expect(JSON.stringify(desk.book.picture())).toBe(before);
  });

  it('closes the earlier one: its values stay as they are, and it is no longer changed', () => {
    const desk = built();
    show(desk, 'abc123', ['score', 'LEADS', 'actual'], 1180);
    ok(desk.panel.buildPlan({ plan: next, sample: false }));
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'actual')).toBe(1180);
    expect(start(desk).plans.map(({ id, state }) => [id, state])).toEqual([
      ['next01', 'open'],
      ['abc123', 'frozen'],
    ]);
    expect(
      problem(desk.panel.changePlan({ plan: lan({ name: 'X' }), revision: 2, who: '' })),
    ).toContain('Lan');
    const sheet = desk.book.tabs.find(({ id }) => id === sheetOf(desk, 'abc123'));
    expect(
      [...(sheet?.cells.values() ?? [])].filter((each) => String(each).startsWith('=')),
    ).toEqual([]);
  });

  it('takes over what is still to be done, and leaves what is done where it is', () => {
    const desk = built();
    const type = (row: string, cells: Record<string, string | number | boolean>) => {
      for (const [column, value] of Object.entries(cells)) {
        typeAt(desk.book, 'abc123', ['action', row, column], value);
      }
    };
    type('a1', { title: 'Sửa trang đích', owner: 'Minh', due: 46_480 });
    type('a2', { title: 'Viết bài', owner: 'Lan', done: true });
    type('a3', { title: '=1+1 là chữ', owner: 'Hà' });
    ok(desk.panel.buildPlan({ plan: next, sample: false }));
    const area = desk.book.named.get('KPI_next01_action');
    const shown = Array.from({ length: area?.rows ?? 0 }, (_, down) =>
      [1, 4, 5, 6].map((column) =>
        desk.book.peek(area?.sheet ?? 0, (area?.row ?? 0) + down, column),
      ),
    );
    expect(shown).toContainEqual(['Sửa trang đích', 'Minh', 46_480, false]);
    expect(shown.flat()).not.toContain('Viết bài');
    expect(valueAt(desk.book, 'abc123', 'action', 'a2', 'title')).toBe('Viết bài');
  });

  it('of made-up numbers closes nothing', () => {
    const desk = built();
    ok(desk.panel.buildPlan({ plan: next, sample: true }));
    expect(start(desk).plans.map(({ state }) => state)).toEqual(['open', 'open']);
  });

  it('leaves formulas in columns that somebody put between ours', () => {
    const desk = built();
    const { sheet, row } = cellAt(desk.book, 'abc123', 'score', 'LEADS', 'actual');
    desk.book.type(sheet, row, 30, '=A1&"!"');
    ok(desk.panel.buildPlan({ plan: next, sample: false }));
    expect(desk.book.peek(sheet, row, 30)).toBe('=A1&"!"');
  });

  it('takes last quarter’s actuals of the same name and role', () => {
    const desk = built();
    show(desk, 'abc123', ['score', 'LEADS', 'actual'], 1180);
    show(desk, 'abc123', ['score', 'LEADS', 'through'], 46_477);
    const asked = {
      role: 'digital',
      quarter: { year: 2027, month: 4 },
      kpis: ['LEADS', 'CPL'],
    } as const;
    expect(ok(desk.panel.lastActuals({ name: ' lan', ...asked }))).toEqual({
      actuals: { LEADS: 1180 },
      from: ['Lan · Q1 2027'],
      notes: {},
    });
    const none = { actuals: {}, from: [], notes: {} };
    expect(ok(desk.panel.lastActuals({ name: 'Minh', ...asked }))).toEqual(none);
    expect(ok(desk.panel.lastActuals(null as never))).toEqual(none);
  });

  it('takes no part of a quarter for the whole, no money of another currency, no made-up number', () => {
    const asked = {
      name: 'Lan',
      role: 'digital' as const,
      quarter: { year: 2027, month: 4 },
      kpis: ['LEADS', 'CPL'],
    };
    const desk = built();
    desk.book.day = 46_480;
    show(desk, 'abc123', ['score', 'LEADS', 'actual'], 1180);
    show(desk, 'abc123', ['score', 'LEADS', 'through'], 46_470);
    show(desk, 'abc123', ['score', 'CPL', 'actual'], 85_000);
    show(desk, 'abc123', ['score', 'CPL', 'through'], 46_470);
    const { actuals, notes } = ok(desk.panel.lastActuals(asked));
    expect(actuals).toEqual({ CPL: 85_000 });
    expect(notes).toEqual({ LEADS: expect.stringContaining('24/03/2027') });
    const dollars = ok(desk.panel.lastActuals({ ...asked, currency: 'USD' }));
    expect(dollars.actuals).toEqual({});
    expect(dollars.notes.CPL).toContain('VND');
    const { plan: draft } = ok(desk.panel.draftNext('abc123'));
    expect(draft.kpis.map(({ baseline }) => baseline)).toEqual([null, 85_000, null]);

    const made = openFakeDesk();
    ok(made.panel.buildPlan({ plan: lan(), sample: true }));
    made.book.day = 46_480;
    show(made, 'abc123', ['score', 'CPL', 'actual'], 85_000);
    show(made, 'abc123', ['score', 'CPL', 'through'], 46_477);
    expect(ok(made.panel.lastActuals(asked)).actuals).toEqual({});
    expect(ok(made.panel.draftNext('abc123')).plan.kpis[1]?.baseline).toBeNull();
  });
});

describe('last quarter’s actual of another definition', () => {
  const quarter = { year: 2027, month: 4 } as const;
  const asked = { name: 'Lan', role: 'digital' as const, quarter };
  /** What a plan of the quarter before hands over whose ROI, or own KPI, reads 2. */
  function handed(
    given: GivenPlan,
    kpi: string,
    request: Partial<Parameters<FakeDesk['panel']['lastActuals']>[0]>,
  ) {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: planOf([planned(kpi)], given), sample: false }));
    show(desk, 'abc123', ['score', kpi, 'actual'], 2);
    show(desk, 'abc123', ['score', kpi, 'through'], 46_477);
    return ok(desk.panel.lastActuals({ ...asked, kpis: [kpi], ...request }));
  }

  it.each([
    [null, null, true],
    [0.4, 0.5, true],
    [null, 0.4, false],
    [0.4, null, false],
  ])('is an ROI with the margin %s for a plan with %s: %s', (before, after, taken) => {
    const found = handed({ circumstances: { margin: before } }, 'ROI', { margin: after });
    expect(found.actuals).toEqual(taken ? { ROI: 2 } : {});
    expect(found.from).toEqual(taken ? ['Lan · Q1 2027'] : []);
    if (taken) expect(found.notes).toEqual({});
    else
      expect(found.notes.ROI).toContain(
        before === null ? 'theo doanh thu,' : 'theo lợi nhuận gộp,',
      );
  });

  const own = (how: CustomKpi['how'], title = 'Gọi'): CustomKpi => ({
    name: 'OWN_A',
    title,
    unsaid: [],
    unit: 'times',
    better: 'higher',
    how,
  });
  const ratio = (bottom: string): CustomKpi['how'] => ({ is: 'ratio', top: 'gọi', bottom });

  it('is a KPI of one’s own of the same title whose formula is another', () => {
    const before = own(ratio('giờ'));
    const ask = (after: CustomKpi) => handed({ own: [before] }, 'OWN_A', { own: [after] });
    expect(ask(before)).toMatchObject({ actuals: { OWN_A: 2 }, notes: {} });
    const other = ask(own(ratio('ngày')));
    expect(other.actuals).toEqual({});
    expect(other.notes.OWN_A).toContain('cách tính khác');
    expect(ask(own(ratio('giờ'), 'Khác'))).toMatchObject({ actuals: {}, notes: {} });
  });
});

describe('a day in the place of a number', () => {
  const serial = dayOf(2027, 5, 12);
  const leads = ['input', String(dayOf(2027, 2, 8)), 'LEADS'] as const;

  /** The seventh week's leads are a day, which a spreadsheet makes of what looks like one. */
  function withDay() {
    const desk = built();
    show(desk, 'abc123', ['score', 'LEADS', 'actual'], 46_200);
    show(desk, 'abc123', ['score', 'LEADS', 'through'], 46_477);
    typeAt(desk.book, 'abc123', leads, serial);
    const { shown } = desk.book;
    // The cell's format shows the day; its value is the day's number.
    const formatted: typeof shown = (sheet, area) =>
      shown(sheet, area).map((line) =>
        line.map((text) => (text === String(serial) ? '12/05/2027' : text)),
      );
    Object.assign(desk.book, { shown: formatted });
    return { desk, cell: () => valueAt(desk.book, 'abc123', ...leads) };
  }

  it('becomes a text that no formula counts, and is told, when the plan is opened', () => {
    const { desk, cell } = withDay();
    const { noticed, revision } = ok(desk.panel.openPlan('abc123'));
    expect(noticed).toEqual([
      expect.stringMatching(/^“12\/05\/2027” .* tuần 08\/02\/2027, là một ngày/),
    ]);
    expect([cell(), revision]).toEqual(['12/05/2027', 1]);
    // Another number typed there is not made a day of again.
    const { sheet, row, column } = cellAt(desk.book, 'abc123', ...leads);
    const area = { row, column, rows: 1, columns: 1 };
    expect(desk.book.formats(sheet, area)).toEqual([['#,##0']]);
    // As a text it is told for as long as it stands there.
    const again = ok(desk.panel.openPlan('abc123'));
    expect([again.noticed, again.problems]).toEqual([[], noticed]);
  });

  it('is not written over by somebody who may only read, but told all the same', () => {
    const { desk, cell } = withDay();
    desk.book.closed.add(sheetOf(desk, 'abc123'));
    expect(ok(desk.panel.openPlan('abc123')).noticed).toHaveLength(1);
    expect(cell()).toBe(serial);
  });

  it('is a text before the quarter is closed, and before a department adds it up', () => {
    const closing = withDay();
    ok(closing.desk.panel.closePlan('abc123'));
    expect(closing.cell()).toBe('12/05/2027');
    const adding = withDay();
    const { quarter } = lan();
    ok(adding.desk.panel.buildDepartment({ quarter, name: '', activities: [] }));
    expect(adding.cell()).toBe('12/05/2027');
  });

  it('makes no baseline of the next quarter', () => {
    const { desk } = withDay();
    const asked = { name: 'Lan', role: 'digital', quarter: next.quarter, kpis: ['LEADS'] } as const;
    const { actuals, notes } = ok(desk.panel.lastActuals(asked));
    expect(actuals).toEqual({});
    expect(notes.LEADS).toContain('là một ngày');
    expect(ok(desk.panel.draftNext('abc123')).plan.kpis[0]?.baseline).toBeNull();
  });

  it('stays a text when the sheet is built anew', () => {
    const { desk } = withDay();
    const { plan, revision } = ok(desk.panel.openPlan('abc123'));
    const kpis = [...plan.kpis, planned('TRAFFIC')];
    ok(desk.panel.changePlan({ plan: { ...plan, kpis }, revision, who: 'Lan' }));
    expect(valueAt(desk.book, 'abc123', 'input', String(dayOf(2027, 2, 8)), 'LEADS')).toBe(
      '12/05/2027',
    );
  });
});

describe('undo', () => {
  it('takes a build back: the sheet is gone, the user’s own is as it was', () => {
    const desk = built();
    expect(start(desk).undo).toContain('Lan');
    const { done, start: after } = ok(desk.panel.undo());
    expect(done).toContain('Lan');
    expect(after.plans).toEqual([]);
    expect(after.undo).toBeNull();
    expect(desk.book.tabs.map(({ name }) => name)).toEqual(['Notes', 'KPI · Nhật ký']);
    expect([...desk.book.named.keys()]).toEqual(['KPI_log_lines']);
    expect(problem(desk.panel.undo())).not.toBe('no problem');
  });

  it('keeps a sheet that somebody has typed into', () => {
    const desk = built();
    const cell = cellAt(desk.book, 'abc123', 'input', '46391', 'LEADS');
    desk.book.type(cell.sheet, cell.row, cell.column, 5);
    ok(desk.panel.undo());
    expect(tab(desk, 'Lan · Q1 2027 (đã hoàn tác)')).toMatchObject({ hidden: true });
    expect(desk.book.peek(cell.sheet, cell.row, cell.column)).toBe(5);
    expect(start(desk).plans).toEqual([]);
  });

  it('takes a roll-over back: the earlier quarter computes again, with the formulas it had', () => {
    const desk = built();
    const before = [...(tab(desk, 'Lan · Q1 2027')?.cells ?? [])].filter(
      ([key]) => key !== cellKey(2, 3),
    );
    show(desk, 'abc123', ['score', 'LEADS', 'actual'], 1180);
    ok(desk.panel.buildPlan({ plan: next, sample: false }));
    ok(desk.panel.undo());
    const after = [...(tab(desk, 'Lan · Q1 2027')?.cells ?? [])].filter(
      ([key]) => key !== cellKey(2, 3),
    );
    expect(new Map(after)).toEqual(new Map(before));
    expect(start(desk).plans.map(({ id, state }) => [id, state])).toEqual([['abc123', 'open']]);
  });

  it('puts changed values back, but not over what was typed since', () => {
    const desk = built();
    const kpis = lan().kpis.map((each) => ({ ...each, target: 7, owner: 'Minh' }));
    ok(desk.panel.changePlan({ plan: lan({}, kpis), revision: 1, who: '' }));
    typeAt(desk.book, 'abc123', ['score', 'CPL', 'target'], 8);
    const { done } = ok(desk.panel.undo());
    expect(done).toContain('1');
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'target')).toBe(1240);
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'owner')).toBe('Lan');
    expect(valueAt(desk.book, 'abc123', 'score', 'CPL', 'target')).toBe(8);
    const view = ok(desk.panel.openPlan('abc123'));
    expect(view.plan.kpis.map(({ target }) => target)).toEqual([1240, 8, 120_000_000]);
  });

  it('is not taken for somebody’s typing when a change was noticed in between', () => {
    const desk = built();
    const kpis = lan().kpis.map((each) => ({ ...each, target: 7 }));
    ok(desk.panel.changePlan({ plan: lan({}, kpis), revision: 1, who: '' }));
    typeAt(desk.book, 'abc123', ['score', 'CPL', 'owner'], 'Hoa');
    expect(ok(desk.panel.openPlan('abc123')).noticed).toHaveLength(1);
    ok(desk.panel.undo());
    const view = ok(desk.panel.openPlan('abc123'));
    expect([...view.noticed, ...view.problems]).toEqual([]);
    expect(view.plan.kpis.map(({ target }) => target)).toEqual([1240, 85_000, 120_000_000]);
    expect(view.plan.kpis[1]?.owner).toBe('Hoa');
  });

  it('goes back to the earlier sheet after a rebuild', () => {
    const desk = built();
    const old = sheetOf(desk, 'abc123');
    const plan = lan({}, lan().kpis.slice(0, 2));
    ok(desk.panel.changePlan({ plan, revision: 1, who: '' }));
    expect(sheetOf(desk, 'abc123')).not.toBe(old);
    ok(desk.panel.undo());
    expect(sheetOf(desk, 'abc123')).toBe(old);
    expect(tab(desk, 'Lan · Q1 2027')).toMatchObject({ id: old, hidden: false });
    expect(desk.book.tabs.filter(({ name }) => name.startsWith('Lan'))).toHaveLength(1);
    expect(ok(desk.panel.openPlan('abc123')).plan.kpis).toHaveLength(3);
  });
});

describe('a sheet among its users', () => {
  it('that lost a part is named as broken, and built anew with what was typed', () => {
    const desk = built();
    typeAt(desk.book, 'abc123', ['input', '46391', 'LEADS'], 77);
    lose(desk, 'score');
    expect(start(desk).plans[0]).toMatchObject({ state: 'broken', missing: ['bảng theo dõi KPI'] });
    const refused = desk.panel.changePlan({ plan: lan({ name: 'X' }), revision: 1, who: '' });
    expect(problem(refused)).toContain('bảng theo dõi KPI');
    const { note, start: after } = ok(desk.panel.repairPlan('abc123'));
    expect(note).toContain('(bản trước)');
    expect(after.plans[0]).toMatchObject({ state: 'open', sheet: 'Lan · Q1 2027' });
    expect(valueAt(desk.book, 'abc123', 'input', '46391', 'LEADS')).toBe(77);
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'target')).toBe(1240);
  });

  it('that only lost a name gets it back where its cells stand, and is not built anew', () => {
    const desk = built();
    typeAt(desk.book, 'abc123', ['input', '46391', 'LEADS'], 77);
    const before = JSON.stringify(desk.book.picture());
    for (const block of ['input', 'score', 'card']) {
      desk.book.named.delete(`KPI_abc123_${block}`);
      expect(start(desk).plans[0]?.state).toBe('broken');
      expect(ok(desk.panel.repairPlan('abc123')).note).toBe('');
      expect(JSON.stringify(desk.book.picture())).toBe(before);
    }
  });

  it('that was deleted is remembered, and can be built again', () => {
    const desk = built();
    desk.book.dropTab(sheetOf(desk, 'abc123'));
    expect(start(desk).plans[0]).toMatchObject({
      state: 'broken',
      missing: ['trang tính'],
      sheet: '',
    });
    expect(problem(desk.panel.goToPlan('abc123'))).toContain('trang tính');
    expect(ok(desk.panel.repairPlan('abc123'))).toMatchObject({ sheet: 'Lan · Q1 2027', note: '' });
    expect(ok(desk.panel.openPlan('abc123')).plan).toEqual(lan());
  });

  it('whose formulas were typed over gets them back where they stand', () => {
    const desk = built();
    const cell = cellAt(desk.book, 'abc123', 'score', 'CPL', 'status');
    const was = desk.book.peek(cell.sheet, cell.row, cell.column);
    desk.book.type(cell.sheet, cell.row, cell.column, 'tốt');
    const tabs = desk.book.tabs.length;
    ok(desk.panel.repairPlan('abc123'));
    expect(desk.book.peek(cell.sheet, cell.row, cell.column)).toBe(was);
    expect(desk.book.tabs).toHaveLength(tabs);
  });

  it('is found in a copy of the whole file, which has no notes', () => {
    const desk = built();
    desk.book.properties.clear();
    expect(start(desk).plans[0]).toMatchObject({ id: 'abc123', state: 'open' });
    expect(ok(desk.panel.openPlan('abc123')).plan).toEqual(lan());
  });

  it('that was copied is offered, and becomes a plan of its own where it stands', () => {
    const desk = built();
    const copy = desk.book.copyTab(sheetOf(desk, 'abc123'), 'Copy of Lan');
    desk.book.type(copy, 40, 20, 'mine');
    expect(start(desk)).toMatchObject({
      copies: [{ sheet: copy, name: 'Copy of Lan', of: 'abc123' }],
    });
    expect(start(desk).plans).toHaveLength(1);
    expect(problem(desk.panel.adoptCopy({ sheet: copy, name: ' ' }))).not.toBe('no problem');
    const adopted = ok(desk.panel.adoptCopy({ sheet: copy, name: 'Minh' }));
    expect(adopted.sheet).toBe('Minh · Q1 2027');
    expect(adopted.start.copies).toEqual([]);
    expect(adopted.start.plans.map(({ name }) => name).sort()).toEqual(['Lan', 'Minh']);
    expect(sheetOf(desk, adopted.plan)).toBe(copy);
    expect(desk.book.peek(copy, 40, 20)).toBe('mine');
    const title = [...(desk.book.tabs.find(({ id }) => id === copy)?.cells.values() ?? [])];
    expect(title.filter((each) => /^Quý 1\/2027.* · Minh$/.test(String(each)))).toHaveLength(1);
    ok(
      desk.panel.changePlan({
        plan: lan(
          {},
          lan().kpis.map((k) => ({ ...k, target: 5 })),
        ),
        revision: 1,
        who: '',
      }),
    );
    expect(valueAt(desk.book, adopted.plan, 'score', 'LEADS', 'target')).toBe(1240);
    expect(problem(desk.panel.adoptCopy({ sheet: copy, name: 'Again' }))).not.toBe('no problem');
  });

  it('becomes portable and comes back with exactly the formulas it had', () => {
    const desk = built();
    const cells = () =>
      [...(tab(desk, 'Lan · Q1 2027')?.cells ?? [])].filter(([key]) => key !== cellKey(2, 3));
    const before = new Map(cells());
    const view = ok(desk.panel.makePortable({ plan: 'abc123', native: true }));
    expect(view.native).toBe(true);
    expect(cells().filter(([, value]) => /\bCPL\(/.test(String(value)))).toEqual([]);
    expect(ok(desk.panel.makePortable({ plan: 'abc123', native: false })).native).toBe(false);
    expect(new Map(cells())).toEqual(before);
  });
});

describe('several plans', () => {
  const minh = lan({ id: 'minh01', name: 'Minh', role: 'sales' }, [
    planned('SALES', { weight: 1, target: 9 }),
  ]);

  it('of a quarter stand side by side, and a department gathers them', () => {
    const desk = built(lan(), minh);
    expect(start(desk).plans.map(({ name }) => name)).toEqual(['Lan', 'Minh']);
    const request = { quarter: { year: 2027, month: 1 }, name: 'Shop', activities: ['Hội chợ'] };
    const department = ok(desk.panel.buildDepartment(request));
    expect(department.sheet).toBe('Shop · Q1 2027');
    expect(department.start.departments).toEqual([{ year: 2027, month: 1 }]);
    const again = ok(desk.panel.buildDepartment(request));
    expect(again.sheet).toBe('Shop · Q1 2027');
    expect(again.start.departments).toHaveLength(1);
    for (const wrong of [null, {}, { quarter: { year: 2031, month: 1 } }]) {
      expect(problem(desk.panel.buildDepartment(wrong as never))).not.toBe('no problem');
    }
  });

  it('leave nothing of the product behind when it is removed, and nothing of the user’s goes', () => {
    const desk = built(lan(), minh);
    desk.book.named.set('KPI_mine', {
      name: 'KPI_mine',
      sheet: desk.notes,
      row: 1,
      column: 1,
      rows: 1,
      columns: 1,
    });
    desk.book.properties.set('theirs', 'x');
    ok(desk.panel.removeEverything({ sheets: false }));
    expect([...desk.book.named.keys()]).toEqual(['KPI_mine']);
    expect([...desk.book.properties.keys()]).toEqual(['theirs']);
    expect(desk.book.tabs).toHaveLength(4);
    expect(start(desk).plans).toEqual([]);
  });

  it('never take along a sheet or a name of the user’s that looks like one of theirs', () => {
    const desk = built();
    const mine = { sheet: desk.notes, row: 1, column: 1, rows: 1, columns: 1 };
    const names = ['KPI_budget_month', 'KPI_target_total', 'KPI_log_2026'];
    for (const name of names) desk.book.named.set(name, { ...mine, name });
    // A block that somebody has moved to a sheet of their own takes its name along.
    desk.book.named.set('KPI_abc123_action', { ...mine, name: 'KPI_abc123_action' });
    ok(desk.panel.removeEverything({ sheets: true }));
    expect(desk.book.tabs.map(({ name }) => name)).toEqual(['Notes']);
    expect([...desk.book.named.keys()]).toEqual(names);
  });

  it('go with their sheets where that was ticked', () => {
    const desk = built(lan(), minh);
    ok(desk.panel.removeEverything({ sheets: true }));
    expect(desk.book.tabs.map(({ name }) => name)).toEqual(['Notes']);
  });
});

describe('a quarter that still runs', () => {
  it('stays open when the next one is made from it, and is closed once it is over', () => {
    const desk = built();
    desk.book.day = 46_470;
    const { note } = ok(desk.panel.buildPlan({ plan: next, sample: false }));
    expect(note).toContain('chốt quý');
    expect(start(desk).plans.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(problem(desk.panel.closePlan('abc123'))).toContain('chưa kết thúc');
    desk.book.day = 46_480;
    show(desk, 'abc123', ['score', 'LEADS', 'actual'], 1180);
    expect(ok(desk.panel.closePlan('abc123')).card.state).toBe('frozen');
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'actual')).toBe(1180);
    ok(desk.panel.undo());
    expect(String(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'actual'))).toContain('=');
    expect(start(desk).plans.map(({ state }) => state)).toEqual(['open', 'open']);
  });
});

describe('a sheet that was deleted on purpose', () => {
  it('is taken off the list, one that stands is not', () => {
    const desk = built();
    expect(desk.panel.forgetPlan('abc123')).toHaveProperty('problem');
    const { sheet } = ok(desk.panel.planStart()).plans[0] ?? {};
    const standing = desk.book.sheets().find(({ name }) => name === sheet);
    desk.book.deleteSheet(standing?.id ?? -1);
    expect(ok(desk.panel.planStart()).plans).toMatchObject([{ id: 'abc123', state: 'broken' }]);
    expect(ok(desk.panel.forgetPlan('abc123')).plans).toEqual([]);
    expect(ok(desk.panel.planStart()).plans).toEqual([]);
  });
});
