import { beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import { cellAt, typeAt, valueAt } from '../../kit/desk/blocks.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

const id = 'abc123';

beforeEach(() => {
  unforeseen.length = 0;
});

const kept = ({ panel }: FakeDesk) => ok(panel.planStart()).kept;
const tabs = ({ book }: FakeDesk): string[] => book.tabs.map(({ name }) => name);
const old = 'Lan · Q1 2027 (bản trước)';
const idOf = ({ book }: FakeDesk, name: string) =>
  book.tabs.find((tab) => tab.name === name)?.id ?? 0;

function change(desk: FakeDesk, to: (plan: Plan) => Plan): void {
  const { plan, revision } = ok(desk.panel.openPlan(id));
  ok(desk.panel.changePlan({ plan: to(plan), revision, who: 'Minh' }));
}
const more = (plan: Plan): Plan => ({ ...plan, kpis: [...plan.kpis, planned('TRAFFIC')] });
const dearer = (plan: Plan): Plan => ({
  ...plan,
  kpis: plan.kpis.map((each) => ({ ...each, target: (each.target ?? 0) + 1 })),
});

/** A plan whose sheet was built anew, where somebody had typed; undo speaks of something later. */
function rebuilt(type: (desk: FakeDesk) => void = () => undefined): FakeDesk {
  const desk = openFakeDesk();
  ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
  typeAt(desk.book, id, ['input', '46391', 'LEADS'], 77);
  typeAt(desk.book, id, ['action', 'a1', 'title'], 'Gọi lại');
  type(desk);
  change(desk, more);
  change(desk, dearer);
  return desk;
}
/** As an earlier version left it: with nothing noted of the sheet that stepped aside. */
function unnoted(desk: FakeDesk): FakeDesk {
  desk.book.properties.delete(`kept.${idOf(desk, old)}`);
  for (const name of [...desk.book.named.keys()])
    if (name.endsWith('_old')) desk.book.named.delete(name);
  return desk;
}

describe('sheets that were kept when others took their place', () => {
  it('are told and cleared once nothing needs them, and nothing else changes', () => {
    const desk = rebuilt();
    expect(kept(desk)).toMatchObject([{ name: old, stays: '' }]);
    const plan = ok(desk.panel.openPlan(id)).plan;
    const { done, start } = ok(desk.panel.clearKept());
    expect(done).toBe('Đã xóa 1 trang bản trước.');
    expect(start.kept).toEqual([]);
    expect(tabs(desk)).not.toContain(old);
    expect(ok(desk.panel.openPlan(id)).plan).toEqual(plan);
    expect(valueAt(desk.book, id, 'input', '46391', 'LEADS')).toBe(77);
    expect([...desk.book.named.keys()].filter((name) => name.endsWith('_old'))).toEqual([]);
    expect([...desk.book.properties.keys()].filter((key) => key.startsWith('kept.'))).toEqual([]);
  });

  it('stay as long as undo goes back to them', () => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
    change(desk, more);
    expect(kept(desk)[0]?.stays).toContain('Hoàn tác');
    expect(ok(desk.panel.clearKept()).done).toContain('Hoàn tác');
    ok(desk.panel.undo());
    expect(tabs(desk)).toContain('Lan · Q1 2027');
    expect(kept(desk)).toEqual([]);
    expect(ok(desk.panel.openPlan(id)).plan).toEqual(lan());
  });

  it.each([
    [
      'a note beside a table',
      (desk: FakeDesk) => desk.book.type(idOf(desk, 'Lan · Q1 2027'), 9, 30, 'mine'),
    ],
    [
      'a value over a formula',
      (desk: FakeDesk) => typeAt(desk.book, id, ['score', 'LEADS', 'actual'], 'mine'),
    ],
  ])('stay where %s stands nowhere else', (_, type) => {
    for (const desk of [rebuilt(type), unnoted(rebuilt(type))]) {
      const { done, start } = ok(desk.panel.clearKept());
      expect(done).toMatch(/^Chưa xóa .*“Lan · Q1 2027 \(bản trước\)”: có 1 ô .*\(mine\)\./);
      expect(tabs(desk)).toContain(old);
      // From then on it is said without looking.
      expect(start.kept[0]?.stays).toContain('mine');
    }
  });

  it('stay where somebody has typed on them since', () => {
    const desk = rebuilt();
    const tab = idOf(desk, old);
    desk.book.type(tab, 32, 7, 4711);
    expect(ok(desk.panel.clearKept()).done).toContain('đã có người nhập');
    expect(desk.book.peek(tab, 32, 7)).toBe(4711);
    expect(kept(desk)[0]?.stays).toContain('đã có người nhập');
  });

  it('of an earlier version are held against the plan as it is: another number is one that stands only there', () => {
    const desk = unnoted(rebuilt());
    const at = cellAt(desk.book, id, 'input', '46391', 'LEADS');
    desk.book.type(at.sheet, at.row, at.column, 78);
    expect(kept(desk)).toMatchObject([{ name: old, stays: '' }]);
    expect(ok(desk.panel.clearKept()).done).toMatch(/có 1 ô .*\(77\)/);
    const again = unnoted(desk);
    again.book.type(at.sheet, at.row, at.column, 77);
    expect(ok(unnoted(again).panel.clearKept()).done).toBe('Đã xóa 1 trang bản trước.');
  });

  it('stay where their plan is gone, and a sheet of the user’s is never one of them', () => {
    const desk = unnoted(rebuilt());
    desk.book.dropTab(idOf(desk, 'Lan · Q1 2027'));
    const own = desk.book.addTab('Chi phí (bản trước)');
    desk.book.type(own, 1, 1, 'mine');
    for (const tab of desk.book.tabs) if (tab.id === own) tab.hidden = true;
    expect(ok(desk.panel.clearKept()).done).toMatch(/^Chưa xóa/);
    expect(tabs(desk)).toEqual(expect.arrayContaining([old, 'Chi phí (bản trước)']));
  });

  it('are cleared whole or not at all, wherever a run is cut off', () => {
    const base = rebuilt();
    const fresh = () => openFakeDesk(base.book.copy());
    const whole = fresh();
    ok(whole.panel.clearKept());
    const calls = whole.book.calls.length;
    for (let call = 1; call <= calls; call += 1) {
      const desk = fresh();
      desk.book.killAt(call, 'after');
      desk.panel.clearKept();
      desk.book.revive();
      ok(desk.panel.clearKept());
      expect(JSON.stringify(desk.book.picture()), `call ${call}`).toBe(
        JSON.stringify(whole.book.picture()),
      );
    }
    expect(unforeseen).toEqual([]);
  });
});

describe('taking a rebuild back after somebody has typed on the new sheet', () => {
  it('says where that stays', () => {
    const desk = openFakeDesk();
    ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
    change(desk, more);
    typeAt(desk.book, id, ['input', '46391', 'LEADS'], 91);
    const { done } = ok(desk.panel.undo());
    expect(done).toContain('(đã hoàn tác)');
    const tab = desk.book.tabs.find(({ name }) => name.endsWith('(đã hoàn tác)'));
    expect([...(tab?.cells.values() ?? [])]).toContain(91);
  });
});
