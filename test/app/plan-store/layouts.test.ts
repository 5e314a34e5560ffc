import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/app/ports/host.ts';
import type { Account, Feed } from '../../../src/plan/model/feeds.ts';
import { type CustomKpi, layoutVersion, type Plan } from '../../../src/plan/model/plan.ts';
import { ok } from '../../kit/desk/answers.ts';
import { typeAt, valueAt } from '../../kit/desk/blocks.ts';
import { fakeBook, keyOfPlace, placeOfKey } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { propertyOf, tableOf } from '../../kit/plans/feeds.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

/**
 * A sheet as a released layout left it with its users. Formulas are kept as `=0`: nobody reads
 * what they say. One file per layout, written once by
 * `WRITE_LAYOUT=1 npx vitest run test/app/plan-store/layouts.test.ts` and never changed afterwards.
 */
interface Snapshot {
  readonly layout: number;
  readonly tab: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly (readonly [string, CellValue])[];
  readonly names: readonly (readonly [string, number, number, number, number])[];
  readonly plan: Plan;
}

const folder = 'test/app/plan-store/layouts';
const firstDay = '46388';

/** What somebody typed on the sheet: inputs, a target, a to-do. */
const typed = [
  ['input', firstDay, 'LEADS', 88],
  ['input', firstDay, 'CPL.cost', 7_900_000],
  ['input', firstDay, 'weight', 0.5],
  ['action', 'a1', 'title', 'Gọi lại lead cũ'],
  ['method', 'LEADS', 'lastYear', 990],
  ['score', 'CPL', 'target', 84_000],
] as const;

/** What a refresh and somebody have written where data flows in. */
const flowed = [
  ['feeds', '.rate:USD', 'from', 25_000],
  ['split', 's1', 'title', 'Paid Social'],
] as const;

/** How far it came, which nobody knows any more where the data sheet is gone, as it is here. */
const covered = [
  ['feeds', 'TRAFFIC', 'from', 46388],
  ['feeds', 'TRAFFIC', 'through', 46400],
  ['feeds', 'TRAFFIC', 'updated', 46401.25],
] as const;

const feeds: readonly Feed[] = [
  {
    input: 'TRAFFIC',
    account: 'properties/311000001',
    metric: 'sessions',
    only: [],
    split: 'sessionDefaultChannelGroup',
  },
  { input: 'ROI.cost', account: 'table-abc123', metric: 'Cost', only: [], split: null },
];
const accounts: readonly Account[] = [
  propertyOf('properties/311000001', 'Shop Việt'),
  tableOf({ name: 'Facebook ads', currency: 'USD', day: 'Day' }),
];

const written = (plan: Plan) => [...typed, ...(plan.feeds.length > 0 ? flowed : [])];

function snapshotOfToday(): Snapshot {
  const desk = openFakeDesk();
  const own: CustomKpi = {
    name: 'OWN_A',
    title: 'Video livestream',
    unit: 'count',
    better: 'higher',
    how: { is: 'typed', over: 'sum' },
    unsaid: [],
  };
  const kpis = [
    planned('LEADS', { weight: 0.5, baseline: 1030, target: 1240 }),
    planned('CPL', { weight: 0.5, baseline: 92_000, target: 85_000 }),
    planned('OWN_A', { target: 12 }),
    planned('TRAFFIC', { target: 50_000 }),
    planned('MKTSPEND', { target: 90_000_000 }),
  ];
  const quarter = { year: 2027, month: 1 };
  const plan = lan({ own: [own], quarter, feeds, accounts }, kpis);
  ok(desk.panel.buildPlan({ plan, sample: false }));
  for (const [block, row, column, value] of [...written(plan), ...covered]) {
    typeAt(desk.book, plan.id, [block, row, column], value);
  }
  const on = desk.book.named.get(`KPI_${plan.id}_card`)?.sheet;
  const tab = desk.book.tabs.find(({ id }) => id === on);
  if (!tab) throw new Error('Nothing was built.');
  const isFormula = (key: number, value: CellValue) =>
    typeof value === 'string' && value.startsWith('=') && !tab.texts.has(key);
  return {
    layout: layoutVersion,
    tab: tab.name,
    rows: tab.rows,
    columns: tab.columns,
    cells: [...tab.cells].map(([key, value]) => [
      placeOfKey(key),
      isFormula(key, value) ? '=0' : value,
    ]),
    names: [...desk.book.named.values()]
      .filter(({ sheet }) => sheet === tab.id)
      .map(({ name, row, column, rows, columns }) => [name, row, column, rows, columns]),
    plan: ok(desk.panel.openPlan(plan.id)).plan,
  };
}

const fileOf = (layout: number) => path.join(folder, `${layout}.json`);
if (process.env.WRITE_LAYOUT && !existsSync(fileOf(layoutVersion))) {
  writeFileSync(fileOf(layoutVersion), `${JSON.stringify(snapshotOfToday())}\n`);
}
const released = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file): Snapshot => {
    const kept: Snapshot = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    const { feeds, accounts, own } = kept.plan;
    // What flows in is not known to the first layout; whether somebody chose which way is better for
    // the videos, to none of the first three.
    const videos = own.map((each) => ({ ...each, unsaid: each.unsaid ?? ['better'] }));
    const plan = { ...kept.plan, own: videos, feeds: feeds ?? [], accounts: accounts ?? [] };
    return { ...kept, plan };
  });

/** A spreadsheet that holds a sheet of that layout; `layout` pretends it to be of another. */
function deskWith(snapshot: Snapshot, layout: number): FakeDesk {
  const book = fakeBook();
  book.addTab('Notes', 1000, 60);
  const sheet = book.addTab(snapshot.tab, snapshot.rows, snapshot.columns);
  const tab = book.tabs.find(({ id }) => id === sheet);
  for (const [place, value] of snapshot.cells) {
    const card = typeof value === 'string' && value.includes('"layout":');
    tab?.cells.set(
      keyOfPlace(place),
      card ? value.replace(/"layout":\d+/, `"layout":${layout}`) : value,
    );
  }
  for (const [name, row, column, rows, columns] of snapshot.names) {
    book.named.set(name, { name, sheet, row, column, rows, columns });
  }
  return openFakeDesk(book);
}

const valuesOn = ({ book }: FakeDesk, plan: Plan) =>
  written(plan).map(([block, row, column]) => valueAt(book, plan.id, block, row, column));

describe('every layout that was ever released', () => {
  it('has its snapshot, today’s too', () => {
    expect(released.map(({ layout }) => layout).sort()).toEqual(
      Array.from({ length: layoutVersion }, (_, index) => index + 1),
    );
  });

  it.each(released)('$layout is read, with what people typed', (snapshot) => {
    const desk = deskWith(snapshot, snapshot.layout);
    const { plan, card } = ok(desk.panel.openPlan(snapshot.plan.id));
    expect(plan).toEqual(snapshot.plan);
    expect(card.state).toBe(snapshot.layout === layoutVersion ? 'open' : 'older');
  });

  it.each(released)('$layout is upgraded where it is older; the old sheet stays', (snapshot) => {
    const desk = deskWith(snapshot, Math.min(snapshot.layout, layoutVersion - 1));
    const { id } = snapshot.plan;
    expect(ok(desk.panel.planStart()).plans).toMatchObject([{ id, state: 'older' }]);
    const before = valuesOn(desk, snapshot.plan);
    ok(desk.panel.repairPlan(id));
    const { plan, card } = ok(desk.panel.openPlan(id));
    expect(card.state).toBe('open');
    expect(plan).toEqual(snapshot.plan);
    expect(valuesOn(desk, snapshot.plan)).toEqual(before);
    const kept = desk.book.tabs.filter(({ name }) => name.startsWith(snapshot.tab));
    expect(kept.map(({ hidden }) => hidden).sort()).toEqual([false, true]);
  });

  it.each(released)('$layout is only read where it is newer', (snapshot) => {
    const desk = deskWith(snapshot, layoutVersion + 1);
    const { id } = snapshot.plan;
    expect(ok(desk.panel.planStart()).plans).toMatchObject([{ id, state: 'newer' }]);
    const before = JSON.stringify(desk.book.picture());
    expect(desk.panel.repairPlan(id)).toHaveProperty('problem');
    const request = { plan: snapshot.plan, revision: 1, who: '' };
    expect(desk.panel.changePlan(request)).toHaveProperty('problem');
    expect(desk.panel.makePortable({ plan: id, native: true })).toHaveProperty('problem');
    expect(JSON.stringify(desk.book.picture())).toBe(before);
  });
});
