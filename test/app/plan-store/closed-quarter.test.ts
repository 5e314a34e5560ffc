import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok, problem } from '../../kit/desk/answers.ts';
import { blockAt, valueAt } from '../../kit/desk/blocks.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import { deskOf, type KeptBook, type keptStates, typedOnKept } from './kept-book.ts';

const folder = 'test/app/plan-store/layouts/books';
const layouts = [2, 3];
const keptBook = (layout: number, state: (typeof keptStates)[number]): KeptBook =>
  JSON.parse(readFileSync(path.join(folder, `${layout}-${state}.json`), 'utf8'));
const id = 'abc123';

const sheetOf = ({ book }: FakeDesk) => book.named.get(`KPI_${id}_calc`)?.sheet ?? 0;
/** What every cell of a tab holds. */
const cellsOf = ({ book }: FakeDesk, sheet: number) => {
  const tab = book.tabs.find((each) => each.id === sheet);
  return tab && [...tab.cells].sort(([one], [other]) => (one < other ? -1 : 1));
};
const formulasOn = (desk: FakeDesk, sheet: number): string[] =>
  (cellsOf(desk, sheet) ?? []).map(([, value]) => String(value)).filter((text) => /^=/.test(text));
const stateOf = ({ panel }: FakeDesk) => ok(panel.planStart()).plans[0]?.state;
const blocksOf = ({ book }: FakeDesk): string[] =>
  [...book.named.keys()].flatMap((name) => /^KPI_abc123_([a-z]+)$/.exec(name)?.[1] ?? []);

/** Takes a block's name, or what stands there too. */
function without(desk: FakeDesk, block: string, cells: boolean): void {
  const area = desk.book.named.get(`KPI_${id}_${block}`);
  if (!area) throw new Error(`No block ${block}.`);
  desk.book.named.delete(area.name);
  if (!cells) return;
  for (let row = area.row; row < area.row + area.rows; row += 1)
    for (let column = area.column; column < area.column + area.columns; column += 1)
      desk.book.type(area.sheet, row, column, '');
}

describe.each(layouts)('a closed quarter of layout %i', (layout) => {
  const opened = () => deskOf(keptBook(layout, 'closed'));

  it('is closed, shows its numbers, and is not brought up to date', () => {
    const desk = opened();
    const before = JSON.stringify(desk.book.picture());
    expect(stateOf(desk)).toBe('frozen');
    const view = ok(desk.panel.openPlan(id));
    expect(view.card).toMatchObject({ state: 'frozen', missing: [] });
    expect(view.noticed).toEqual([]);
    const leads = view.statuses.find(({ kpi }) => kpi === 'LEADS');
    expect(Number(leads?.actual)).toBe(valueAt(desk.book, id, 'score', 'LEADS', 'actual'));
    expect(Number(leads?.actual)).toBeGreaterThan(0);
    for (const answer of [
      desk.panel.repairPlan(id),
      desk.panel.makePortable({ plan: id, native: true }),
      desk.panel.changePlan({ plan: view.plan, revision: view.revision, who: 'Minh' }),
    ]) {
      expect(problem(answer)).toContain('đã chốt quý');
    }
    expect(JSON.stringify(desk.book.picture())).toBe(before);
  });

  const blocks = blocksOf(opened());
  it.each(blocks)('stays closed when the name of %s is gone, and gets it back', (block) => {
    const desk = opened();
    const sheet = sheetOf(desk);
    const area = desk.book.named.get(`KPI_${id}_${block}`);
    const before = cellsOf(desk, sheet);
    without(desk, block, false);
    expect(ok(desk.panel.planStart()).plans[0]).toMatchObject({ state: 'frozen' });
    expect(ok(desk.panel.planStart()).plans[0]?.missing).toHaveLength(1);
    expect(ok(desk.panel.repairPlan(id)).note).toBe('');
    expect(ok(desk.panel.planStart()).plans[0]).toMatchObject({ state: 'frozen', missing: [] });
    expect(desk.book.named.get(`KPI_${id}_${block}`)).toEqual(area);
    expect(cellsOf(desk, sheet)).toEqual(before);
  });

  it.each(blocks)(
    'stays closed when %s is deleted: what is lost is said, nothing computed',
    (block) => {
      const desk = opened();
      const sheet = sheetOf(desk);
      without(desk, block, true);
      const before = cellsOf(desk, sheet);
      const { missing } = ok(desk.panel.planStart()).plans[0] ?? { missing: [] };
      const { note } = ok(desk.panel.repairPlan(id));
      expect(note).toContain(missing[0]);
      expect(note).toContain('vẫn được chốt');
      expect(stateOf(desk)).toBe('frozen');
      expect(cellsOf(desk, sheet)).toEqual(before);
      // What the other cells say is read all the same.
      expect(ok(desk.panel.openPlan(id)).card.state).toBe('frozen');
    },
  );

  it('gets its card back from what was noted when only the text of it was deleted', () => {
    const desk = opened();
    const { sheet, row, column } = blockAt(desk.book, id, 'card').cellAt('card', 'json');
    const plan = ok(desk.panel.openPlan(id)).plan;
    desk.book.type(sheet, row, column, '');
    expect(stateOf(desk)).toBe('frozen');
    expect(ok(desk.panel.repairPlan(id)).note).toBe('');
    const view = ok(desk.panel.openPlan(id));
    expect(view.card).toMatchObject({ state: 'frozen', missing: [] });
    expect(view.plan).toEqual(plan);
    expect(String(desk.book.peek(sheet, row, column))).toContain(`"layout":${layout}`);
  });

  it('whose sheet is gone is not made up again: the sentence says where it can be got back', () => {
    const desk = opened();
    desk.book.dropTab(sheetOf(desk));
    expect(stateOf(desk)).toBe('frozen');
    expect(problem(desk.panel.repairPlan(id))).toContain('Lịch sử phiên bản');
    expect(ok(desk.panel.forgetPlan(id)).plans).toEqual([]);
  });

  it('opens again only where its closing is taken back', () => {
    const desk = opened();
    const sheet = sheetOf(desk);
    const numbers = valueAt(desk.book, id, 'score', 'LEADS', 'actual');
    ok(desk.panel.undo());
    expect(stateOf(desk)).toBe(layout < 3 ? 'older' : 'open');
    if (layout === 3) return expect(formulasOn(desk, sheet).length).toBeGreaterThan(300);
    // Today's formulas are not for its cells: it shows what it was closed with.
    expect(formulasOn(desk, sheet)).toEqual([]);
    expect(valueAt(desk.book, id, 'score', 'LEADS', 'actual')).toBe(numbers);
    ok(desk.panel.repairPlan(id));
    expect(stateOf(desk)).toBe('open');
    expect(formulasOn(desk, sheetOf(desk)).length).toBeGreaterThan(300);
  });

  it('that was copied keeps its numbers when the copy becomes a plan of its own', () => {
    const desk = opened();
    const copy = desk.book.copyTab(sheetOf(desk), 'Copy');
    const numbers = (cellsOf(desk, copy) ?? []).filter(([, value]) => typeof value === 'number');
    const { plan } = ok(desk.panel.adoptCopy({ sheet: copy, name: 'Minh' }));
    expect(formulasOn(desk, copy)).toEqual([]);
    expect((cellsOf(desk, copy) ?? []).filter(([, value]) => typeof value === 'number')).toEqual(
      numbers,
    );
    const card = String(valueAt(desk.book, plan, 'card', 'card', 'json'));
    expect(JSON.parse(card)).toMatchObject({ layout, frozen: true });
  });
});

describe('an open quarter of an older layout', () => {
  it.each(['open', 'portable'] as const)(
    'that is %s is brought up to date as it is, with what people typed',
    (state) => {
      const desk = deskOf(keptBook(2, state));
      expect(stateOf(desk)).toBe('older');
      ok(desk.panel.repairPlan(id));
      const view = ok(desk.panel.openPlan(id));
      expect(view.card).toMatchObject({ state: 'open', missing: [] });
      expect(view.native).toBe(state === 'portable');
      for (const [block, row, column, value] of typedOnKept) {
        expect(valueAt(desk.book, id, block, row, column)).toBe(value);
      }
      const formulas = formulasOn(desk, sheetOf(desk));
      expect(formulas.some((text) => text.includes('CPL('))).toBe(state === 'open');
      expect(formulas.length).toBeGreaterThan(300);
    },
  );
});
