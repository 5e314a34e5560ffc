import { describe, expect, it } from 'vitest';
import { ok, problem } from '../../kit/desk/answers.ts';
import { cellAt, valueAt } from '../../kit/desk/blocks.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

type Cell = readonly [block: string, row: string, column: string];

const target = (value: number) =>
  lan({}, [planned('LEADS', { weight: 0.5, target: value }), planned('CPL', { target: 70_000 })]);

/** A quarter that is over; `cell` takes what `takes` lets in, and nothing else. */
function strictDesk(cell: Cell, takes: (value: unknown) => boolean): FakeDesk & { place: string } {
  const desk = openFakeDesk();
  desk.book.day = 46_480;
  ok(desk.panel.buildPlan({ plan: target(1240), sample: false }));
  const at = cellAt(desk.book, 'abc123', ...cell);
  desk.book.onlyTakes(at.sheet, at.row, at.column, takes);
  return { ...desk, place: String(at.row) };
}
const picture = ({ book }: FakeDesk) => JSON.stringify(book.picture());
const change = ({ panel }: FakeDesk, value: number) =>
  panel.changePlan({
    plan: target(value),
    revision: ok(panel.openPlan('abc123')).revision,
    who: '',
  });

describe('a cell with a strict rule of somebody’s', () => {
  const most1300 = (value: unknown) => typeof value === 'number' && value <= 1300;

  it('refuses a target from the panel before anything is written, and is named', () => {
    const desk = strictDesk(['score', 'LEADS', 'target'], most1300);
    const before = picture(desk);
    const said = problem(change(desk, 1400));
    expect(said).toContain(`E${desk.place} · Lan`);
    expect(said).toContain('xác thực dữ liệu');
    expect(picture(desk)).toBe(before);
  });

  it('takes a target that its rule lets in', () => {
    const desk = strictDesk(['score', 'LEADS', 'target'], most1300);
    ok(change(desk, 1290));
    expect(valueAt(desk.book, 'abc123', 'score', 'LEADS', 'target')).toBe(1290);
  });

  it('that would not take the earlier value keeps the undo whole', () => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: target(1240), sample: false }));
    ok(change(desk, 1290));
    const at = cellAt(desk.book, 'abc123', 'score', 'LEADS', 'target');
    desk.book.onlyTakes(at.sheet, at.row, at.column, (value) => Number(value) > 1280);
    const before = picture(desk);
    expect(problem(desk.panel.undo())).toContain(`E${at.row}`);
    expect(picture(desk)).toBe(before);
  });

  it.each(['closing', 'native formulas', 'repair'])(
    'on a formula of ours refuses %s whole',
    (deed) => {
      const desk = strictDesk(['score', 'LEADS', 'status'], (value) => value === 'x');
      const at = cellAt(desk.book, 'abc123', 'score', 'LEADS', 'status');
      const tab = desk.book.tabs.find(({ id }) => id === at.sheet)?.name;
      desk.book.shows.set(`${tab}!${at.row}:${at.column}`, '● đúng tiến độ');
      const before = picture(desk);
      const { panel } = desk;
      const deeds: Record<string, () => string> = {
        closing: () => problem(panel.closePlan('abc123')),
        'native formulas': () => problem(panel.makePortable({ plan: 'abc123', native: true })),
        repair: () => problem(panel.repairPlan('abc123')),
      };
      expect(deeds[deed]?.()).toContain(`I${at.row}`);
      expect(picture(desk)).toBe(before);
    },
  );

  it('that nobody looked at is told for what it is, not as a run that was cut off', () => {
    const desk = strictDesk(['score', 'LEADS', 'target'], () => true);
    const card = desk.book.named.get('KPI_abc123_card');
    if (!card) throw new Error('No card.');
    for (let row = card.row; row < card.row + card.rows; row += 1)
      for (let column = card.column; column < card.column + card.columns; column += 1)
        desk.book.onlyTakes(card.sheet, row, column, () => false);
    expect(problem(change(desk, 1290))).toContain('xác thực dữ liệu');
  });
});

describe('a chart on a tab of its own', () => {
  it('keeps no plan from being built, no table from being listed, and is no table', () => {
    const desk = openFakeDesk();
    const tab = desk.book.addTab('Ads');
    for (const [down, line] of [
      ['Ngày', 'Chi tiêu'],
      [46_388, 100],
      [46_389, 200],
    ].entries())
      for (const [across, value] of line.entries())
        desk.book.type(tab, down + 1, across + 1, value);
    desk.book.addChartTab('Chart1');
    expect(ok(desk.panel.listTables()).map(({ name }) => name)).toEqual(['Ads']);
    ok(desk.panel.buildPlan({ plan: lan({ name: 'Chart1' }), sample: false }));
    expect(ok(desk.panel.planStart()).plans).toHaveLength(1);
  });
});
