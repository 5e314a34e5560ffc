import { describe, expect, it } from 'vitest';
import { ok } from '../../kit/desk/answers.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { lan } from '../../kit/plans/plans.ts';

const quarter = (year: number) => ({ year, month: 1 });
const build = (desk: FakeDesk, id: string, year: number) =>
  ok(desk.panel.buildPlan({ plan: { ...lan(), id, quarter: quarter(year) }, sample: false }));
const last = ({ panel }: FakeDesk) => ok(panel.planStart(true));
const now = ({ panel }: FakeDesk) => ok(panel.planStart());

/** How often the spreadsheet is asked while something is done. */
function callsOf({ book }: FakeDesk, work: () => unknown): number {
  const before = book.calls.length;
  work();
  return book.calls.length - before;
}

describe('the list of plans as it was last seen', () => {
  it('is the list there is, but says that nobody has looked again', () => {
    const desk = openFakeDesk();
    build(desk, 'first1', 2027);
    build(desk, 'other2', 2028);
    expect(last(desk)).toEqual({ ...now(desk), checked: false });
    expect(now(desk).checked).toBe(true);
  });

  it('takes as many calls with five plans and fifty names as with one plan', () => {
    const desk = openFakeDesk();
    build(desk, 'first1', 2027);
    const alone = callsOf(desk, () => last(desk));
    for (let at = 0; at < 4; at += 1) build(desk, `other${at}`, 2028 + at);
    for (let at = 0; at < 50; at += 1)
      desk.book.setName(`mine_${at}`, desk.notes, { row: 1, column: 1, rows: 1, columns: 1 });
    expect(last(desk).plans).toHaveLength(5);
    expect(callsOf(desk, () => last(desk))).toBe(alone);
  });

  it('says where the KPIs of a plan stood when somebody last looked', () => {
    const desk = openFakeDesk();
    build(desk, 'first1', 2027);
    expect(last(desk).plans[0]?.statuses).toEqual([]);
    const { statuses } = ok(desk.panel.openPlan('first1'));
    expect(statuses.length).toBeGreaterThan(1);
    const lights = statuses.map(({ status }) => status);
    expect(last(desk).plans[0]?.statuses).toEqual(lights);
    expect(now(desk).plans[0]?.statuses).toEqual(lights);
  });

  it('is looked for anew where tabs have come or gone', () => {
    const desk = openFakeDesk();
    build(desk, 'first1', 2027);
    build(desk, 'other2', 2028);
    desk.book.dropTab(desk.book.tabs.find(({ name }) => name.includes('2028'))?.id ?? 0);
    expect(last(desk)).toMatchObject({ checked: true });
    expect(last(desk).plans.map(({ state }) => state)).toEqual(['broken', 'open']);
    desk.book.addTab('mine');
    expect(last(desk).checked).toBe(true);
  });

  it.each(['1|{', '1|{"plans":[]}', '1|[]', '2|{"tabs":1', 'x'])(
    'is looked for anew where the note of it is broken: %s',
    (note) => {
      const desk = openFakeDesk();
      build(desk, 'first1', 2027);
      desk.book.properties.set('overview', note);
      expect(last(desk)).toMatchObject({ checked: true, plans: [{ id: 'first1' }] });
      expect(ok(desk.panel.openPlan('first1')).plan.id).toBe('first1');
    },
  );

  it('is no part of what is left when the add-on is removed, and none of a spreadsheet without plans', () => {
    const desk = openFakeDesk();
    expect(now(desk).plans).toEqual([]);
    expect([...desk.book.properties.keys()]).toEqual([]);
    build(desk, 'first1', 2027);
    expect([...desk.book.properties.keys()]).toContain('overview');
    ok(desk.panel.removeEverything({ sheets: false }));
    expect([...desk.book.properties.keys()]).toEqual([]);
  });
});
