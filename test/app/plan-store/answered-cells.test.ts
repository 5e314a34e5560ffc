import { describe, expect, it } from 'vitest';
import { ok, problem } from '../../kit/desk/answers.ts';
import { cellAt, typeAt, valueAt } from '../../kit/desk/blocks.ts';
import type { Silence } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { feedOf, tableOf } from '../../kit/plans/feeds.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

type Cell = readonly [block: string, row: string, column: string];

const cpl = 76_702;
const silences: readonly Silence['shows'][] = ['Loading...', '#NAME?', '#ERROR!'];
const plan = lan({}, [
  planned('LEADS', { weight: 0.5, baseline: 1030, target: 1240 }),
  planned('CPL', { weight: 0.5, baseline: 92_000, target: 70_000 }),
]);

/** The name under which what a formula shows is kept. */
function placeOf({ book }: FakeDesk, [block, row, column]: Cell): string {
  const at = cellAt(book, 'abc123', block, row, column);
  const tab = book.tabs.find(({ id }) => id === at.sheet)?.name;
  return `${tab}!${at.row}:${at.column}`;
}

/**
 * The first quarter of 2027 is over. What its sheet shows when our functions answer: leads, and what
 * one costs; while they do not, what native formulas make of cells that show no number.
 */
function overDesk(): FakeDesk {
  const desk = openFakeDesk();
  desk.book.day = 46_480;
  desk.outside.now = Date.UTC(2027, 3, 2);
  ok(desk.panel.buildPlan({ plan, sample: false }));
  const { book } = desk;
  const native = (cell: Cell, value: number | string) => book.shows.set(placeOf(desk, cell), value);
  const rests = (cell: Cell, value: number | string, without: number | string) =>
    book.shows.set(placeOf(desk, cell), () => (book.answers() ? value : without));
  native(['score', 'LEADS', 'actual'], 1180);
  native(['score', 'LEADS', 'through'], 46_477);
  native(['score', 'LEADS', 'status'], '● đúng tiến độ');
  native(['calc', 'LEADS', 'code'], 'good');
  native(['score', 'CPL', 'through'], 46_477);
  native(['calc', '.q', 'CPL:1'], cpl * 1180);
  native(['calc', '.q', 'CPL:2'], 1180);
  // In the place of the function: a native formula, which knows its answer at once.
  native(['calc', '.q', 'CPL'], cpl);
  rests(['score', 'CPL', 'actual'], cpl, '');
  rests(['score', 'CPL', 'attainment'], 0.9126, '');
  rests(['score', 'CPL', 'status'], '▲ theo dõi', '○ chưa có số liệu');
  return desk;
}

/** What the sheet of a closed quarter holds, where its functions have answered. */
const holds = ({ book }: FakeDesk, ...cell: Cell) => valueAt(book, 'abc123', ...cell);

/** Once a native formula has taken the place of a function, what depends on it is known. */
function twinsAnswer({ book }: FakeDesk): void {
  const answers = book.answers;
  book.answers = () => {
    const head = cellAt(book, 'abc123', 'calc', '.spans', 'CPL');
    return answers() || book.peek(head.sheet, head.row, head.column) === '';
  };
}

const quiet = (desk: FakeDesk, shows: Silence['shows'], forMs = Infinity): FakeDesk => {
  desk.book.silence = { shows, forMs };
  return desk;
};
const waited = (desk: FakeDesk, work: () => void): number => {
  const before = desk.outside.now;
  work();
  return desk.outside.now - before;
};
/** Everything that stands on any tab, as texts. */
const everything = ({ book }: FakeDesk): string =>
  JSON.stringify(book.tabs.map(({ cells }) => [...cells.values()]));

describe('closing a quarter', () => {
  it('waits for what Google is still computing, and keeps the number that comes', () => {
    const desk = quiet(overDesk(), 'Loading...', 4000);
    const ms = waited(desk, () => ok(desk.panel.closePlan('abc123')));
    expect(holds(desk, 'score', 'CPL', 'actual')).toBe(cpl);
    expect(holds(desk, 'score', 'CPL', 'status')).toBe('▲ theo dõi');
    expect(ms).toBeGreaterThanOrEqual(4000);
    expect(ms).toBeLessThanOrEqual(20_000);
  });

  it.each(silences)('has native formulas answer what stays %s, and keeps their number', (shows) => {
    const desk = quiet(overDesk(), shows);
    twinsAnswer(desk);
    const ms = waited(desk, () => ok(desk.panel.closePlan('abc123')));
    expect(holds(desk, 'score', 'CPL', 'actual')).toBe(cpl);
    expect(everything(desk)).not.toContain(shows);
    expect(ms).toBeLessThanOrEqual(20_000);
    // Opened again it computes with our functions, as before.
    ok(desk.panel.undo());
    expect(String(holds(desk, 'calc', '.spans', 'CPL'))).toContain('CPL(');
  });

  it('is refused where a cell has no value for good, and names the cell', () => {
    const desk = overDesk();
    desk.book.shows.set(placeOf(desk, ['score', 'LEADS', 'expected']), '#REF!');
    const before = JSON.stringify(desk.book.picture());
    const at = cellAt(desk.book, 'abc123', 'score', 'LEADS', 'expected');
    expect(problem(desk.panel.closePlan('abc123'))).toContain(`H${at.row}`);
    expect(JSON.stringify(desk.book.picture())).toBe(before);
  });

  it('is refused where something typed stops a function, which is not overwritten', () => {
    const desk = overDesk();
    const head = placeOf(desk, ['calc', '.spans', 'CPL']);
    desk.book.shows.set(head, '#REF!');
    typeAt(desk.book, 'abc123', ['calc', '.w1', 'CPL'], 5000);
    expect(problem(desk.panel.closePlan('abc123'))).toContain('#REF!');
    expect(holds(desk, 'calc', '.w1', 'CPL')).toBe(5000);
  });

  it('leaves out a point of the chart that is none', () => {
    const desk = overDesk();
    desk.book.shows.set(placeOf(desk, ['calc', '.w2', 'chart:actual']), '#N/A');
    ok(desk.panel.closePlan('abc123'));
    expect(everything(desk)).not.toContain('#N/A');
  });

  it('is left out where its next quarter is built and a cell has no value; that is said', () => {
    const desk = overDesk();
    desk.book.shows.set(placeOf(desk, ['score', 'LEADS', 'expected']), '#REF!');
    const next = lan({ id: 'next01', quarter: { year: 2027, month: 4 }, after: 'abc123' });
    const { note, start } = ok(desk.panel.buildPlan({ plan: next, sample: false }));
    expect(note).toContain('Chưa chốt “Lan”');
    expect(start.plans.map(({ id, state }) => [id, state])).toEqual([
      ['next01', 'open'],
      ['abc123', 'open'],
    ]);
  });

  it.each(silences)('of a quarter before keeps numbers while functions show %s', (shows) => {
    const desk = quiet(overDesk(), shows);
    twinsAnswer(desk);
    const next = lan({ id: 'next01', quarter: { year: 2027, month: 4 }, after: 'abc123' });
    ok(desk.panel.buildPlan({ plan: next, sample: false }));
    expect(holds(desk, 'score', 'CPL', 'actual')).toBe(cpl);
  });
});

describe.each(silences)('while functions show %s', (shows) => {
  const asked = {
    name: 'Lan',
    role: 'digital',
    quarter: { year: 2027, month: 4 },
    kpis: ['LEADS', 'CPL'],
  } as const;

  it('the panel shows no number that rests on them, and says what is the matter', () => {
    const desk = quiet(overDesk(), shows);
    let view = ok(desk.panel.openPlan('abc123'));
    const ms = waited(desk, () => {
      view = ok(desk.panel.openPlan('abc123'));
    });
    expect(ms).toBeLessThanOrEqual(3000);
    const [leads, cost] = view.statuses;
    expect([leads?.actual, leads?.status]).toEqual(['1180', 'good']);
    expect([cost?.actual, cost?.attainment, cost?.status]).toEqual(['', '', 'none']);
    expect(cost?.words).toMatch(/Google còn đang tính|chưa có kết quả/);
    expect(view.problems.join(' ')).toMatch(/Google còn đang tính|#NAME\?|#ERROR!/);
    expect(view.plan).toEqual(plan);
  });

  it('last quarter’s actuals come from our functions, called on the sheet’s totals', () => {
    const desk = quiet(overDesk(), shows);
    expect(ok(desk.panel.lastActuals(asked)).actuals).toEqual({ LEADS: 1180, CPL: cpl });
    expect(ok(desk.panel.draftNext('abc123')).plan.kpis.map(({ baseline }) => baseline)).toEqual([
      1180,
      cpl,
    ]);
  });

  it('no actual is taken where a total has no value either', () => {
    const desk = quiet(overDesk(), shows);
    desk.book.shows.set(placeOf(desk, ['calc', '.q', 'CPL:2']), '#N/A');
    expect(ok(desk.panel.lastActuals(asked)).actuals).toEqual({ LEADS: 1180 });
  });

  it('a plan is made portable, changed and undone without a text of theirs in any cell', () => {
    const desk = quiet(overDesk(), shows);
    const { revision } = ok(desk.panel.openPlan('abc123'));
    const target = lan({}, [
      planned('LEADS', { weight: 0.5, baseline: 1030, target: 1300 }),
      planned('CPL', { weight: 0.5, baseline: 92_000, target: 70_000 }),
    ]);
    ok(desk.panel.changePlan({ plan: target, revision, who: '' }));
    ok(desk.panel.undo());
    ok(desk.panel.makePortable({ plan: 'abc123', native: true }));
    ok(desk.panel.makePortable({ plan: 'abc123', native: false }));
    ok(desk.panel.repairPlan('abc123'));
    expect(everything(desk)).not.toContain(shows);
    expect(holds(desk, 'score', 'LEADS', 'target')).toBe(1240);
  });
});

describe('a formula that somebody has typed', () => {
  /** Somebody’s own formula in a cell of ours. */
  const formulaAt = (desk: FakeDesk, cell: Cell, shows: string) => {
    typeAt(desk.book, 'abc123', cell, '=IMPORTRANGE("…";"A1")');
    desk.book.shows.set(placeOf(desk, cell), shows);
  };

  it.each(['Loading...', '#N/A'])('for a target changes no plan while it shows %s', (shows) => {
    const desk = overDesk();
    const logged = desk.book.tabs.length;
    formulaAt(desk, ['score', 'LEADS', 'target'], shows);
    formulaAt(desk, ['score', 'LEADS', 'owner'], shows);
    formulaAt(desk, ['method', 'LEADS', 'source'], shows);
    const view = ok(desk.panel.openPlan('abc123'));
    expect(view.plan).toEqual(plan);
    expect(view.problems.join(' ')).toContain(`“${shows}”`);
    expect(view.statuses[0]?.target).toBe('');
    expect(desk.book.tabs.length).toBe(logged);
    expect(ok(desk.panel.openPlan('abc123')).revision).toBe(view.revision);
  });

  it.each(['Loading...', '#N/A'])(
    'is not copied to a new sheet as %s: the cell is named',
    (shows) => {
      const desk = overDesk();
      const { revision } = ok(desk.panel.openPlan('abc123'));
      formulaAt(desk, ['input', '46388', 'LEADS'], shows);
      const before = desk.book.tabs.length;
      const more = lan({}, [...plan.kpis, planned('TRAFFIC', { target: 9000 })]);
      const said = problem(desk.panel.changePlan({ plan: more, revision, who: '' }));
      const at = cellAt(desk.book, 'abc123', 'input', '46388', 'LEADS');
      expect(said).toContain(String(at.row));
      expect(said).toContain(shows);
      expect(desk.book.tabs.length).toBe(before);
    },
  );

  it('in a list to do is not carried into the next quarter while it is computed', () => {
    const desk = overDesk();
    formulaAt(desk, ['action', 'a1', 'title'], 'Loading...');
    const next = lan({ id: 'next01', quarter: { year: 2027, month: 4 }, after: 'abc123' });
    expect(problem(desk.panel.buildPlan({ plan: next, sample: false }))).toContain('Loading...');
  });
});

describe('a table of somebody’s', () => {
  function tableDesk() {
    const desk = overDesk();
    const tab = desk.book.addTab('Ads');
    const rows = [
      ['Ngày', 'Chi tiêu'],
      [46_388, 100],
      [46_389, '=X()'],
      [46_390, 300],
    ];
    for (const [down, line] of rows.entries())
      for (const [across, value] of line.entries())
        desk.book.type(tab, down + 1, across + 1, value);
    const account = tableOf({ sheet: tab });
    const feeds = [feedOf('CPL.cost', { account: account.id, metric: 'Chi tiêu' })];
    return {
      ...desk,
      tab,
      preview: () => desk.panel.previewTable({ plan: 'abc123', account, feeds }),
    };
  }

  it('is read once it is computed, and refused until then: a part is not the whole', () => {
    const { book, outside, preview } = tableDesk();
    book.shows.set('Ads!3:2', 'Loading...');
    expect(problem(preview())).toContain('B3');
    const since = outside.now;
    book.shows.set('Ads!3:2', () => (outside.now - since < 2000 ? 'Loading...' : 200));
    expect(JSON.stringify(ok(preview()))).toContain('600');
  });

  it('that is pasted is refused while a cell of it is computed, which is named', () => {
    const { book, host, panel } = tableDesk();
    book.shows.set('Ads!3:2', 'Loading...');
    host.sheets.Ads = [[]];
    host.select('Ads', 'A1:B4');
    expect(problem(panel.selectedTable())).toContain('B3');
    book.shows.set('Ads!3:2', 200);
    expect(ok(panel.selectedTable())).toHaveLength(4);
  });
});
