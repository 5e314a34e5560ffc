import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { ok } from '../../kit/desk/answers.ts';
import { cellAt, typeAt, valueAt } from '../../kit/desk/blocks.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { logLines } from '../../kit/desk/fed-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';
import { deskOf, type KeptBook } from './kept-book.ts';

const folder = 'test/app/plan-store/layouts/books';
const books = ['2-open', '2-portable'].map(
  (name): KeptBook => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')),
);
const id = 'abc123';

const left = /không có chỗ trên trang tính mới/;

function changed(desk: FakeDesk, change: (plan: Plan) => Plan): readonly string[] {
  const { plan, revision } = ok(desk.panel.openPlan(id));
  const asked = { plan: change(plan), revision, who: 'Minh' };
  return [ok(desk.panel.changePlan(asked)).note].filter(Boolean);
}

const without =
  (kpi: string) =>
  (plan: Plan): Plan => ({
    ...plan,
    kpis: plan.kpis.filter((each) => each.kpi !== kpi),
  });

describe('a sheet that is built anew', () => {
  it.each(books)(
    'of layout $layout, $state: nothing is called left behind that came along',
    (book) => {
      const desk = deskOf(book);
      expect(ok(desk.panel.repairPlan(id)).note).not.toMatch(left);
      for (const change of [
        without('FOLLOWERS'),
        (plan: Plan): Plan => ({ ...plan, language: 'en' }),
        (plan: Plan): Plan => ({ ...plan, kpis: [...plan.kpis, planned('TRAFFIC')] }),
        (plan: Plan): Plan => ({ ...plan, name: 'Hoa' }),
      ]) {
        expect(changed(desk, change)).toEqual([]);
      }
      expect(logLines(desk.book).join()).not.toMatch(left);
      expect(logLines(desk.book).join()).not.toContain('no place');
    },
  );

  it('says what was typed for a KPI that goes: its weeks stay on the earlier sheet', () => {
    const desk = deskOf(books[0] as KeptBook);
    ok(desk.panel.repairPlan(id));
    const old = desk.book.named.get(`KPI_${id}_input`)?.sheet ?? 0;
    const at = cellAt(desk.book, id, 'input', '46388', 'OWN_A');
    const [said] = changed(desk, without('OWN_A'));
    expect(said).toMatch(left);
    expect(said).toMatch(/^5 ô .*\(bản trước\)( \(2\))?”: [A-Z]+\d+ \(2\), /);
    expect(desk.book.peek(old, at.row, at.column)).toBe(2);
    expect(logLines(desk.book).at(-1)).toContain('(2)');
  });
});

describe('what stands on a sheet and is not ours', () => {
  const built = (): FakeDesk => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
    return desk;
  };
  const more = (plan: Plan): Plan => ({ ...plan, kpis: [...plan.kpis, planned('TRAFFIC')] });
  const sheetOf = (desk: FakeDesk) => desk.book.named.get(`KPI_${id}_score`)?.sheet ?? 0;

  it.each([
    ['beside a table', (desk: FakeDesk) => desk.book.type(sheetOf(desk), 9, 30, 'mine')],
    [
      'in a row somebody put in',
      (desk: FakeDesk) => {
        const { sheet, row } = cellAt(desk.book, id, 'input', '46398', 'LEADS');
        desk.book.insertRow(sheet, row);
        desk.book.type(sheet, row, 7, 'mine');
      },
    ],
    [
      'in a free cell of ours',
      (desk: FakeDesk) => {
        const { sheet, row } = cellAt(desk.book, id, 'score', '.chart', 'key');
        desk.book.type(sheet, row, 3, 'mine');
      },
    ],
    [
      'over words of ours',
      (desk: FakeDesk) => typeAt(desk.book, id, ['score', 'LEADS', 'title'], 'mine'),
    ],
    [
      'over a formula',
      (desk: FakeDesk) => typeAt(desk.book, id, ['score', 'LEADS', 'actual'], 'mine'),
    ],
    [
      'in a heading',
      (desk: FakeDesk) => typeAt(desk.book, id, ['input', '.heading', 'title'], 'mine'),
    ],
  ])('%s is told when the sheet is built anew, and stays where it was', (_, type) => {
    const desk = built();
    type(desk);
    const old = sheetOf(desk);
    const said = changed(desk, more);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^1 ô .*Lan · Q1 2027 \(bản trước\)”: [A-Z]+\d+ \(mine\)\.$/);
    const cells = desk.book.tabs.find((tab) => tab.id === old)?.cells;
    expect([...(cells?.values() ?? [])]).toContain('mine');
    expect(logLines(desk.book).at(-1)).toContain('mine');
  });

  it('is named up to five, and counted beyond', () => {
    const desk = built();
    for (let row = 1; row <= 7; row += 1) desk.book.type(sheetOf(desk), row, 38, row);
    const [said] = changed(desk, more);
    expect(said).toMatch(
      /^7 ô .*AL1 \(1\), AL2 \(2\), AL3 \(3\), AL4 \(4\), AL5 \(5\) và 2 ô khác\.$/,
    );
  });

  it('is told with a repair that writes formulas again, and the log keeps it', () => {
    const desk = built();
    typeAt(desk.book, id, ['score', 'CPL', 'actual'], 5000);
    const { note } = ok(desk.panel.repairPlan(id));
    expect(note).toContain('(5000)');
    expect(logLines(desk.book).at(-1)).toContain('(5000)');
    expect(String(valueAt(desk.book, id, 'score', 'CPL', 'actual'))).toMatch(/^=/);
    expect(ok(desk.panel.repairPlan(id)).note).toBe('');
  });

  it('is told when functions become native formulas over it', () => {
    const desk = built();
    typeAt(desk.book, id, ['score', 'CPL', 'actual'], 5000);
    const { note } = ok(desk.panel.makePortable({ plan: id, native: true }));
    expect(note).toContain('(5000)');
  });
});

describe('lines that people added to a list', () => {
  it('are all carried along, also where one is called as another one was by its place', () => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
    const texts = ['one', 'two', 'three', 'four', 'five'];
    for (const [at, text] of texts.entries()) {
      const { sheet, row } = cellAt(desk.book, id, 'action', 'a2', 'title');
      desk.book.insertRow(sheet, row);
      desk.book.type(sheet, row, 1, text);
      // Each is built into the sheet, with a key by its place then.
      const language = at % 2 === 0 ? 'en' : 'vi';
      expect(changed(desk, (plan) => ({ ...plan, language }))).toEqual([]);
      const on = desk.book.named.get(`KPI_${id}_action`)?.sheet ?? 0;
      const cells = [...(desk.book.tabs.find((tab) => tab.id === on)?.cells.values() ?? [])];
      for (const each of texts.slice(0, at + 1)) expect(cells).toContain(each);
    }
  });
});
