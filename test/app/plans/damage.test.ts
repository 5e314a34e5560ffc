import { describe, expect, it } from 'vitest';
import { ok, problem } from '../../kit/desk/answers.ts';
import { cellAt, typeAt, valueAt } from '../../kit/desk/blocks.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { fedDesk, fedPlan, refreshed } from '../../kit/desk/fed-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

const id = 'abc123';
const weeks = [46_388, 46_391, 46_398, 46_405];
const numbers = [88, 91, 70, 64];

/** A quarter with leads and their cost typed into its first weeks. */
function built(): FakeDesk {
  const desk = openFakeDesk();
  const plan = lan({ quarter: { year: 2027, month: 1 } }, [
    planned('LEADS', { weight: 0.5, baseline: 1030, target: 1240 }),
    planned('CPL', { weight: 0.5, baseline: 92_000, target: 85_000 }),
    planned('TRAFFIC', { target: 50_000 }),
  ]);
  ok(desk.panel.buildPlan({ plan, sample: false }));
  for (const [at, week] of weeks.entries()) {
    typeAt(desk.book, id, ['input', String(week), 'LEADS'], numbers[at] ?? 0);
    typeAt(desk.book, id, ['input', String(week), 'CPL.cost'], 1000 * (numbers[at] ?? 0));
  }
  typeAt(desk.book, id, ['score', 'LEADS', 'target'], 1300);
  typeAt(desk.book, id, ['action', 'a1', 'title'], 'Gọi lại lead cũ');
  return desk;
}

const typedOn = ({ book }: FakeDesk) => [
  ...weeks.flatMap((week) => [
    valueAt(book, id, 'input', String(week), 'LEADS'),
    valueAt(book, id, 'input', String(week), 'CPL.cost'),
  ]),
  valueAt(book, id, 'score', 'LEADS', 'target'),
  valueAt(book, id, 'action', 'a1', 'title'),
];

const view = (desk: FakeDesk) => ok(desk.panel.openPlan(id));
const statusOf = (desk: FakeDesk, kpi: string) =>
  view(desk).statuses.find((each) => each.kpi === kpi);

function narrow(desk: FakeDesk, block: string, by: { rows?: number; columns?: number }): void {
  const name = `KPI_${id}_${block}`;
  const area = desk.book.named.get(name);
  if (!area) throw new Error(name);
  const [rows, columns] = [area.rows - (by.rows ?? 0), area.columns - (by.columns ?? 0)];
  desk.book.named.set(name, { ...area, rows, columns });
}

describe('a plan’s sheet', () => {
  it('is whole as it is built, after every kind of change, and while people type', () => {
    const desk = built();
    expect(view(desk).damage).toBe('');
    const { plan, revision } = view(desk);
    const kpis = plan.kpis.map((each) => ({ ...each, target: 7, owner: 'Mai', weight: null }));
    ok(desk.panel.changePlan({ plan: { ...plan, name: 'Mai', kpis }, revision, who: '' }));
    expect(view(desk).damage).toBe('');
    ok(desk.panel.makePortable({ plan: id, native: true }));
    expect(view(desk).damage).toBe('');
    ok(desk.panel.makePortable({ plan: id, native: false }));
    expect(view(desk).damage).toBe('');
    ok(desk.panel.undo());
    expect(view(desk).damage).toBe('');
    const again = view(desk);
    const more = [...again.plan.kpis, planned('CPC', { target: 3000 })];
    const request = { plan: { ...again.plan, kpis: more }, revision: again.revision, who: '' };
    ok(desk.panel.changePlan(request));
    expect(view(desk).damage).toBe('');
  });

  it('formulas of people’s own in cells to type in are no damage', () => {
    const desk = built();
    typeAt(desk.book, id, ['input', String(weeks[0]), 'LEADS'], '=SUM(Ads!B2:B9)');
    typeAt(desk.book, id, ['score', 'CPL', 'target'], '=D9*9/10');
    expect(view(desk).damage).toBe('');
  });

  it('with a number over «Actual» is told, not judged, and not closed', () => {
    const desk = built();
    typeAt(desk.book, id, ['score', 'LEADS', 'actual'], 5000);
    const { damage } = view(desk);
    expect(damage).toContain('Thực đạt');
    expect(damage).toContain('Sửa trang tính');
    expect(statusOf(desk, 'LEADS')).toMatchObject({ status: 'none', words: '○ bảng cần sửa' });
    expect(statusOf(desk, 'CPL')?.words).not.toBe('○ bảng cần sửa');
    expect(valueAt(desk.book, id, 'calc', 'LEADS', 'damage')).not.toBe('');
    expect(valueAt(desk.book, id, 'calc', 'CPL', 'damage')).toBe('');
    desk.book.day = 46_482;
    expect(problem(desk.panel.closePlan(id))).toBe(view(desk).damage);
  });

  it('is looked over without writing where nothing is wrong, or nothing new', () => {
    const desk = built();
    view(desk);
    desk.book.revive();
    view(desk);
    expect(desk.book.calls.filter((call) => call.startsWith('write'))).toEqual([]);
    typeAt(desk.book, id, ['score', 'LEADS', 'actual'], 5000);
    view(desk);
    desk.book.revive();
    view(desk);
    expect(desk.book.calls.filter((call) => call.startsWith('write'))).toEqual([]);
    expect(desk.book.calls.filter((call) => call === 'formulas')).toHaveLength(1);
  });

  it('and by the refresh, whoever is not looking', () => {
    const desk = fedDesk(fedPlan());
    refreshed(desk);
    typeAt(desk.book, id, ['calc', '.weights', 'share'], 1);
    const said = refreshed(desk);
    expect(said[0]).toContain('Sửa trang tính');
    for (const kpi of ['LEADS', 'CPL', 'TRAFFIC', 'VISITORS']) {
      expect(valueAt(desk.book, id, 'calc', kpi, 'damage'), kpi).not.toBe('');
    }
  });
});

/** What has happened to a sheet, and whether all that was typed can still be told. */
const deeds: readonly (readonly [string, (desk: FakeDesk) => void])[] = [
  ['a number over a formula', (d) => typeAt(d.book, id, ['score', 'LEADS', 'actual'], 5000)],
  ['a day of a week changed', (d) => typeAt(d.book, id, ['input', '46391', 'to'], 46_999)],
  ['a hidden number over a formula', (d) => typeAt(d.book, id, ['calc', '.q', 'LEADS'], 1)],
  ['the key of a week blanked', (d) => typeAt(d.book, id, ['input', '46391', 'key'], '')],
  ['the key of a KPI blanked', (d) => typeAt(d.book, id, ['score', 'LEADS', 'key'], '')],
  ['the name of the weeks too short', (d) => narrow(d, 'input', { rows: 12 })],
  ['and too narrow', (d) => narrow(d, 'input', { columns: 3 })],
  ['the name of the scorecard too short', (d) => narrow(d, 'score', { rows: 4 })],
  [
    'a week without a number deleted',
    (d) => {
      const at = cellAt(d.book, id, 'input', '46440', 'from');
      d.book.deleteRows(at.sheet, at.row, 1);
    },
  ],
  [
    'the hidden keys of the columns deleted',
    (d) => {
      const area = d.book.named.get(`KPI_${id}_input`);
      if (area) d.book.deleteRows(area.sheet, area.row, 1);
    },
  ],
];

describe('repairing a plan’s sheet', () => {
  it.each(deeds)('%s: whole again, with everything that was typed', (_, deed) => {
    const desk = built();
    const before = typedOn(desk);
    deed(desk);
    desk.book.revive();
    const { damage, card } = view(desk);
    expect(damage !== '' || card.state === 'broken').toBe(true);
    ok(desk.panel.repairPlan(id));
    expect(view(desk)).toMatchObject({ damage: '', card: { state: 'open' } });
    expect(typedOn(desk)).toEqual(before);
    for (const kpi of ['LEADS', 'CPL', 'TRAFFIC']) {
      expect(valueAt(desk.book, id, 'calc', kpi, 'damage'), kpi).toBe('');
    }
  });

  it('of a week that stands twice keeps the first and what only the other holds, and says the rest', () => {
    const desk = built();
    const at = cellAt(desk.book, id, 'input', '46391', 'from');
    const line = desk.book.values(at.sheet, { row: at.row, column: 1, rows: 1, columns: 12 })[0];
    desk.book.insertRow(at.sheet, at.row + 1);
    for (const [across, value] of (line ?? []).entries()) {
      desk.book.type(at.sheet, at.row + 1, across + 1, value);
    }
    const own = desk.book.named.get(`KPI_${id}_input`);
    const leads = cellAt(desk.book, id, 'input', '46391', 'LEADS').column;
    const traffic = cellAt(desk.book, id, 'input', '46391', 'TRAFFIC').column;
    expect(own).toBeDefined();
    desk.book.type(at.sheet, at.row + 1, leads, 4711);
    desk.book.type(at.sheet, at.row + 1, traffic, 12);
    const { note } = ok(desk.panel.repairPlan(id));
    expect(valueAt(desk.book, id, 'input', '46391', 'LEADS')).toBe(91);
    expect(valueAt(desk.book, id, 'input', '46391', 'TRAFFIC')).toBe(12);
    expect(note).toContain('4711');
    expect(view(desk).damage).toBe('');
  });
});
