import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/app/api/api.ts';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import { cellAt, typeAt } from '../../kit/desk/blocks.ts';
import { cellKey, type FakeBook } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { feed, logLines, settle } from '../../kit/desk/fed-desk.ts';
import { scriptedGa4, shop } from '../../kit/desk/scripted-ga4.ts';
import { lan, planned } from '../../kit/plans/plans.ts';
import { evenly } from '../../kit/run/kill-points.ts';
import { sweep } from '../../kit/run/sweep.ts';

/** So many calls are tried of each run, evenly; every one in a sweep. */
const most = sweep(2, Number.POSITIVE_INFINITY);

type Run = (desk: FakeDesk) => Answer<unknown>;
type Tab = FakeBook['tabs'][number];

const id = 'abc123';
const dept = 'dept_2027q1';

/** A cell of a sheet as a person finds it: by what stands above and beside it. */
interface Spot {
  /** A column that only this block has. */
  readonly mark: string;
  readonly row: string;
  readonly column: string;
}

/** Where somebody types, and what. */
type Hand = readonly [
  name: string,
  spot: Spot,
  value: string | number,
  /** So many columns to the right of it. */
  beside?: number,
];

const hands: readonly Hand[] = [
  ['a week', { mark: 'cumulated', row: '46391', column: 'LEADS' }, 77_123],
  ['a target', { mark: 'attainment', row: 'CPL', column: 'target' }, 79_123],
  ['an owner', { mark: 'attainment', row: 'LEADS', column: 'owner' }, 'Hoa 123'],
  ['something to do', { mark: 'due', row: 'a2', column: 'title' }, 'Gọi lại 123'],
  ['a note beside a table', { mark: 'attainment', row: 'LEADS', column: 'title' }, 'note 123', 39],
  ['words over ours', { mark: 'attainment', row: 'LEADS', column: 'title' }, 'Lead của tôi 123'],
  ['a number over a formula', { mark: 'attainment', row: 'LEADS', column: 'actual' }, 5123],
];
/** Not in the very cell that is being written: its formula gives way to its value. */
const beside = hands.filter(([what]) => what !== 'a number over a formula');
const departmentHands: readonly Hand[] = [
  ['an amount', { mark: 'm1plan', row: 'b1', column: 'm1plan' }, 7_123_000],
  ['a new activity', { mark: 'm1plan', row: 'b4', column: 'title' }, 'Sự kiện 123'],
  ['a note beside a table', { mark: 'm1plan', row: 'b1', column: 'title' }, 'note 123', 40],
];

const cell = (tab: Tab, row: number, column: number) => tab.cells.get(cellKey(row, column)) ?? '';

/** Finds a cell on a tab, whatever has its names at the moment. */
function find(tab: Tab, { mark, row, column }: Spot): { row: number; column: number } | null {
  const columns = Array.from({ length: tab.columns }, (_, at) => at + 1);
  for (let head = 1; head <= tab.rows; head += 1) {
    const keys = columns.map((at) => String(cell(tab, head, at)));
    if (keys[1] !== 'key' || !keys.includes(mark)) continue;
    for (let down = head + 1; down <= tab.rows && cell(tab, down, 2) !== 'key'; down += 1) {
      if (String(cell(tab, down, 2)) === row)
        return { row: down, column: keys.indexOf(column) + 1 };
    }
  }
  return null;
}

/** Types where a person sees the sheet: on the earlier one as long as it is not hidden. */
function typeIn({ book }: FakeDesk, old: number, [, spot, value, beside = 0]: Hand): boolean {
  const seen = book.tabs.filter(({ hidden }) => !hidden);
  const first = seen.sort((one) => (one.id === old ? -1 : 1));
  for (const tab of first) {
    const at = find(tab, spot);
    if (!at) continue;
    tab.columns = Math.max(tab.columns, at.column + beside);
    book.type(tab.id, at.row, at.column + beside, value);
    return true;
  }
  return false;
}

/** Where a value stands: on the sheet that people see, on a hidden one, or nowhere. */
function standsOn({ book }: FakeDesk, value: string | number): 'seen' | 'hidden' | 'nowhere' {
  // Numbers typed before an input flowed in stand together in one hidden cell.
  const holds = (each: unknown) =>
    each === value ||
    (typeof value === 'number' &&
      /^\{"\d/.test(String(each)) &&
      String(each).includes(`:${value}`));
  const on = book.tabs.filter((tab) => [...tab.cells.values()].some(holds));
  const own = on.filter(({ name }) => !name.startsWith('KPI ·'));
  if (own.some(({ hidden }) => !hidden)) return 'seen';
  return own.length > 0 ? 'hidden' : 'nowhere';
}

const built = (): FakeDesk => {
  const desk = openFakeDesk();
  settle(desk);
  desk.outside.answer = scriptedGa4({});
  ok(desk.panel.buildPlan({ plan: lan(), sample: false }));
  typeAt(desk.book, id, ['input', '46398', 'LEADS'], 55);
  typeAt(desk.book, id, ['action', 'a1', 'title'], 'Sửa trang đích');
  return desk;
};
/** As `built`, where this plan was of an older layout, had lost its months, or is over. */
const older = (): FakeDesk => {
  const desk = built();
  const at = cellAt(desk.book, id, 'card', 'card', 'json');
  const text = String(desk.book.peek(at.sheet, at.row, at.column));
  desk.book.type(at.sheet, at.row, at.column, text.replace(/"layout":\d+/, '"layout":2'));
  return desk;
};
const damaged = (): FakeDesk => {
  const desk = built();
  const area = desk.book.named.get(`KPI_${id}_month`);
  if (!area) throw new Error('No months.');
  desk.book.named.delete(area.name);
  for (let row = area.row; row < area.row + area.rows; row += 1)
    for (let column = 1; column <= area.columns; column += 1)
      desk.book.type(area.sheet, row, column, '');
  return desk;
};
const over = (): FakeDesk => {
  const desk = built();
  desk.book.day = 46_480;
  return desk;
};
const gathered = (): FakeDesk => {
  const desk = built();
  ok(build(desk));
  return desk;
};

const quarter = { year: 2027, month: 1 };
const build: Run = ({ panel }) =>
  panel.buildDepartment({ quarter, name: 'Marketing', activities: ['Ads', 'Content', 'Tools'] });
const change =
  (plan: ReturnType<typeof lan>): Run =>
  ({ panel }) =>
    panel.changePlan({ plan, revision: 1, who: 'Minh' });
const more = lan({}, [...lan().kpis, planned('TRAFFIC', { target: 9000 })]);
const next = lan({ id: 'next01', quarter: { year: 2027, month: 4 }, after: id });

const deeds: readonly (readonly [string, () => FakeDesk, Run, readonly Hand[]])[] = [
  ['another KPI', built, change(more), hands],
  ['another language', built, change(lan({ language: 'en' })), hands],
  [
    'connecting data',
    built,
    ({ panel }) =>
      panel.saveFeeds({
        plan: id,
        revision: 1,
        who: 'Lan',
        feeds: [feed('LEADS')],
        accounts: [shop],
      }),
    hands,
  ],
  // What our words were on a sheet of another layout nobody knows.
  [
    'bringing it up to date',
    older,
    ({ panel }) => panel.repairPlan(id),
    hands.filter(([what]) => what !== 'words over ours'),
  ],
  ['a repair', damaged, ({ panel }) => panel.repairPlan(id), hands],
  ['a roll-over', over, ({ panel }) => panel.buildPlan({ plan: next, sample: false }), beside],
  ['closing', over, ({ panel }) => panel.closePlan(id), beside],
  ['the department’s sheet', gathered, build, departmentHands],
];

/** Texts of an answer: what the person who asked is told. */
const told = (answer: Answer<unknown>): string => JSON.stringify(answer);

/** It is seen; else it stays on a hidden sheet or gave way to a formula, and that is told and in the log. */
function expectKept(desk: FakeDesk, value: string | number, answers: string, where: string): void {
  const on = standsOn(desk, value);
  if (on === 'seen') return;
  expect(logLines(desk.book).join(), `${where}: ${on}`).toContain(String(value));
  if (on === 'nowhere') expect(answers, where).toContain(String(value));
}

const sheetOf = ({ book }: FakeDesk, key: string) => book.named.get(`KPI_${key}_card`)?.sheet ?? 0;

afterEach(() => {
  unforeseen.length = 0;
});

describe.each(deeds)('what is typed during %s', (name, prepare, run, typed) => {
  const first = prepare();
  const key = name.startsWith('the department') ? dept : id;
  const before = first.book.copy();
  const fresh = (): FakeDesk => {
    const desk = openFakeDesk(before.copy());
    settle(desk);
    desk.book.day = first.book.day;
    desk.outside.answer = scriptedGa4({});
    return desk;
  };
  const calls = (() => {
    const desk = fresh();
    ok(run(desk));
    return desk.book.calls.length;
  })();
  const all = Array.from({ length: calls }, (_, at) => at + 1);

  it.each(typed)('is not lost where it is %s', (...given) => {
    const hand = given as unknown as Hand;
    // Others for each kind, so that together they fall on many.
    const kind = typed.findIndex(([what]) => what === hand[0]);
    const points = evenly(all, most, (kind + 0.5) / typed.length);
    let carried = 0;
    for (const point of points) {
      const desk = fresh();
      const old = sheetOf(desk, key);
      let done = false;
      desk.book.meanwhile = (call) => {
        if (call === point) done = typeIn(desk, old, hand);
      };
      const answer = run(desk);
      desk.book.meanwhile = null;
      const where = `${hand[0]} before call ${point} of ${calls}: ${desk.book.calls[point - 1]}`;
      expect(unforeseen, where).toEqual([]);
      if (!done) continue;
      expectKept(desk, hand[2], told(answer), where);
      if (standsOn(desk, 'Sửa trang đích') !== 'seen') expect(where).toBe('the others are there');
      carried += 1;
    }
    expect(carried).toBeGreaterThanOrEqual(points.length / 2);
  });

  it('is not lost either where the run is cut off and somebody goes on typing before it is finished', () => {
    const [one, two] = [typed[0], typed[typed.length - 1]];
    if (!one || !two) return;
    for (const point of evenly(all, 3 * most)) {
      const desk = fresh();
      const old = sheetOf(desk, key);
      let done = false;
      desk.book.meanwhile = (call) => {
        if (call === Math.max(1, point - 3)) done = typeIn(desk, old, one);
      };
      desk.book.killAt(point, 'after');
      run(desk);
      desk.book.meanwhile = null;
      desk.book.revive();
      const also = typeIn(desk, old, two);
      const answer = run(desk);
      const where = `killed after call ${point} of ${calls}`;
      if (done) expectKept(desk, one[2], told(answer), where);
      if (also) expectKept(desk, two[2], told(answer), where);
    }
  });
});
