import { describe, expect, it } from 'vitest';
import { ok } from '../../kit/desk/answers.ts';
import { blockAt, cellAt, typeAt, valueAt } from '../../kit/desk/blocks.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { logLines } from '../../kit/desk/fed-desk.ts';
import { lan } from '../../kit/plans/plans.ts';

const id = 'abc123';
const weeks = ['46388', '46391', '46398', '46405'];

/** A plan into which four weeks, something to do and a target were typed. */
function built(): FakeDesk {
  const desk = openFakeDesk();
  ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
  for (const [at, week] of weeks.entries())
    typeAt(desk.book, id, ['input', week, 'LEADS'], 9001 + at);
  typeAt(desk.book, id, ['action', 'a1', 'title'], 'Gọi lại');
  return desk;
}
const areaOf = ({ book }: FakeDesk, block: string) => {
  const area = book.named.get(`KPI_${id}_${block}`);
  if (!area) throw new Error(`No block ${block}.`);
  return area;
};
const tabOf = (desk: FakeDesk) =>
  desk.book.tabs.find((tab) => tab.id === areaOf(desk, 'input').sheet);
const narrow = (desk: FakeDesk, block: string, to: object) =>
  desk.book.named.set(`KPI_${id}_${block}`, { ...areaOf(desk, block), ...to });
/** Copies the cells of a row of a block into a new one below it. */
function copyRow(desk: FakeDesk, block: string, key: string): void {
  const { sheet, row } = cellAt(desk.book, id, block, key, 'key');
  const columns = tabOf(desk)?.columns ?? 0;
  desk.book.insertRow(sheet, row + 1);
  for (let column = 1; column <= columns; column += 1)
    desk.book.type(sheet, row + 1, column, desk.book.peek(sheet, row, column));
}
const deleteRow = (desk: FakeDesk, block: string, key: string) => {
  const { sheet, row } = cellAt(desk.book, id, block, key, 'key');
  desk.book.deleteRows(sheet, row, 1);
};

/** What happens to a sheet, and which of the weeks' numbers are gone with it for good. */
const damages: readonly (readonly [string, (desk: FakeDesk) => void, readonly number[]])[] = [
  [
    'a name that ends too early',
    (desk) => narrow(desk, 'input', { rows: areaOf(desk, 'input').rows - 11 }),
    [],
  ],
  [
    'a name that begins too late',
    (desk) =>
      narrow(desk, 'input', {
        row: areaOf(desk, 'input').row + 3,
        rows: areaOf(desk, 'input').rows - 3,
      }),
    [],
  ],
  ['a name with too few columns', (desk) => narrow(desk, 'input', { columns: 6 }), []],
  ['a name that is gone', (desk) => void desk.book.named.delete(`KPI_${id}_input`), []],
  ['a week that was deleted', (desk) => deleteRow(desk, 'input', '46391'), [9002]],
  [
    'a week that stands twice',
    (desk) => {
      copyRow(desk, 'input', '46391');
      const { sheet, row } = cellAt(desk.book, id, 'input', '46391', 'LEADS');
      desk.book.type(sheet, row + 1, 7, 9876);
    },
    [],
  ],
  [
    'a week whose days are others',
    (desk) => typeAt(desk.book, id, ['input', '46391', 'from'], 46_300),
    [],
  ],
  ['a week without its days', (desk) => typeAt(desk.book, id, ['input', '46391', 'to'], ''), []],
  ['a key that is gone', (desk) => typeAt(desk.book, id, ['input', '46391', 'key'], ''), []],
  [
    'a value over a formula',
    (desk) => typeAt(desk.book, id, ['score', 'LEADS', 'actual'], 9876),
    [],
  ],
  [
    'formulas pasted as values',
    (desk) => {
      for (const row of blockAt(desk.book, id, 'month').rows().filter(Boolean))
        if (/^[A-Z]/.test(row)) typeAt(desk.book, id, ['month', row, 'm1actual'], 9876);
    },
    [],
  ],
  ['a KPI’s row that was deleted', (desk) => deleteRow(desk, 'score', 'CPL'), []],
];

describe('a sheet that was damaged is put right with one repair', () => {
  it.each(damages)(
    '%s: nothing is damaged then, and what was typed is there or said',
    (_, damage, gone) => {
      const desk = built();
      damage(desk);
      const { note } = ok(desk.panel.repairPlan(id));
      const view = ok(desk.panel.openPlan(id));
      expect(view.damage).toBe('');
      expect(view.card).toMatchObject({ state: 'open', missing: [] });
      const said = `${note} ${logLines(desk.book).join()}`;
      for (const [at, week] of weeks.entries()) {
        const value = 9001 + at;
        if (gone.includes(value)) continue;
        const stands = valueAt(desk.book, id, 'input', week, 'LEADS') === value;
        expect(stands || said.includes(`(${value})`), `${week}: ${said}`).toBe(true);
      }
      expect(valueAt(desk.book, id, 'action', 'a1', 'title')).toBe('Gọi lại');
      const holds = [...(tabOf(desk)?.cells.values() ?? [])];
      const other = desk.book.tabs.some((tab) => [...tab.cells.values()].includes(9876));
      if (other && !holds.includes(9876)) expect(said).toContain('(9876)');
      // Once more changes nothing.
      const before = JSON.stringify(desk.book.picture());
      ok(desk.panel.repairPlan(id));
      expect(JSON.stringify(desk.book.picture())).toBe(before);
    },
  );
});
