import type { CellValue } from '../../../src/app/ports/host.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import { type CustomKpi, layoutVersion, type Plan } from '../../../src/plan/model/plan.ts';
import { ok } from '../../kit/desk/answers.ts';
import { typeAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, builtRefreshed, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { fakeBook, keyOfPlace } from '../../kit/desk/fake-book.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { playedProperty } from '../../kit/desk/played-ga4.ts';
import { feedOf, tableOf } from '../../kit/plans/feeds.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

/** What state a plan's sheet was left in. */
export const keptStates = ['closed', 'open', 'portable'] as const;
type KeptState = (typeof keptStates)[number];

/**
 * A whole spreadsheet as the add-on of a layout left it: every sheet, formulas with what they show,
 * the data sheet, the log, names, and what is kept with the document.
 */
export interface KeptBook {
  readonly layout: number;
  readonly state: KeptState;
  /** The plan as its sheet says it. */
  readonly plan: Plan;
  /** The day it was left on. */
  readonly today: number;
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly rows: number;
    readonly columns: number;
    /** `row:column`, what the cell shows, and its formula where it has one. */
    readonly cells: readonly (readonly [string, CellValue, string?])[];
  }[];
  /** Its name, the number of its sheet, its row and column, how many of each. */
  readonly names: readonly (readonly [string, number, number, number, number, number])[];
  readonly document: Readonly<Record<string, string>>;
}

const firstDay = 46_388;
/** 14 February and 5 April 2027. */
const middle = 46_432;
const after = 46_482;
const id = 'abc123';

/** What somebody has typed by the middle of the quarter. */
const typed: readonly (readonly [
  block: string,
  row: string,
  column: string,
  value: string | number,
])[] = [
  ...[0, 3, 10, 17, 24].flatMap((days, at): [string, string, string, number][] => [
    ['input', String(firstDay + days), 'OWN_A', 2 + at],
  ]),
  ['input', String(firstDay), 'weight', 0.5],
  ['action', 'a1', 'title', 'Gọi lại lead cũ'],
  ['method', 'LEADS', 'lastYear', 990],
  ['score', 'CPL', 'target', 84_000],
  ['feeds', '.rate:USD', 'from', 25_000],
];

function planOver(sheet: number): Plan {
  const shop = playedProperty('properties/322000001');
  const ads = tableOf({ id: 'table-abc123', name: 'Ads', currency: 'USD', day: 'Ngày', sheet });
  const feed = (input: string, metric: string, more: Partial<Feed> = {}): Feed =>
    feedOf(input, { account: shop.id, metric, ...more });
  const own: CustomKpi = {
    name: 'OWN_A',
    title: 'Video livestream',
    unit: 'count',
    better: 'higher',
    how: { is: 'typed', over: 'sum' },
    unsaid: [],
  };
  return lan(
    {
      id,
      own: [own],
      quarter: { year: 2027, month: 1 },
      accounts: [shop, ads],
      feeds: [
        feed('LEADS', 'keyEvents', { split: 'sessionDefaultChannelGroup' }),
        feed('VISITORS', 'activeUsers'),
        feed('CPL.cost', 'Chi tiêu', { account: ads.id, split: 'Chiến dịch' }),
      ],
    },
    [
      planned('LEADS', { weight: 0.5, baseline: 1030, target: 1240 }),
      planned('CPL', { weight: 0.5, baseline: 92_000, target: 85_000 }),
      planned('VISITORS', { target: 900 }),
      planned('OWN_A', { target: 30 }),
      planned('FOLLOWERS', { baseline: 18_000, target: 19_990 }),
    ],
  );
}

/** A spreadsheet in every state, as this version leaves it. */
export async function keepToday(): Promise<readonly KeptBook[]> {
  const costs = Array.from({ length: 60 }, (_, at) => [
    firstDay + at,
    40 + (at % 7),
    `Sale ${at % 3}`,
  ]);
  const ads = { name: 'Ads', rows: [['Ngày', 'Chi tiêu', 'Chiến dịch'], ...costs] };
  const mine = { name: 'Sheet1', rows: [['mine', 1]] };
  const built = await openBuiltDesk({ language: 'vi', locale: 'vi_VN' }, { sheets: [mine, ads] });
  try {
    built.desk.hurries = true;
    await built.desk.setClock(Date.UTC(2027, 1, 14, 5));
    const table = ok(await built.panel.listTables()).find(({ name }) => name === 'Ads');
    const plan = planOver(table?.sheet ?? 0);
    ok(await built.panel.buildPlan({ plan, sample: false }));
    for (const [block, row, column, value] of typed) {
      typeAt(built.book, id, [block, row, column], value);
    }
    await builtRefreshed(built, id);
    const open = await keep(built, 'open', middle);
    ok(await built.panel.makePortable({ plan: id, native: true }));
    const portable = await keep(built, 'portable', middle);
    ok(await built.panel.makePortable({ plan: id, native: false }));
    await built.desk.setClock(Date.UTC(2027, 3, 5, 5));
    await builtRefreshed(built, id);
    ok(await built.panel.closePlan(id));
    return [open, portable, await keep(built, 'closed', after)];
  } finally {
    built.desk.dispose();
  }
}

async function keep(built: BuiltDesk, state: KeptState, today: number): Promise<KeptBook> {
  const { plan } = ok(await built.panel.openPlan(id));
  await built.desk.settle();
  const { cells, engine } = built.desk;
  const sheets = engine
    .workbook()
    .getSheets()
    .map((sheet) => ({ at: sheet.getSheetId(), sheet }));
  return {
    layout: layoutVersion,
    state,
    plan,
    today,
    sheets: sheets.map(({ at, sheet }) => {
      const extent = cells.extent(at);
      const rows = Array.from({ length: extent.rows }, (_, row) => row);
      const columns = Array.from({ length: extent.columns }, (_, column) => column);
      return {
        name: sheet.getName(),
        hidden: sheet.isSheetHidden() === 1,
        rows: sheet.getRowCount(),
        columns: sheet.getColumnCount(),
        cells: rows.flatMap((row) =>
          columns.flatMap((column): (readonly [string, CellValue, string?])[] => {
            const value = cells.value(at, row, column) ?? '';
            const formula = cells.formula(at, row, column, 'vi_VN');
            if (value === '' && formula === '') return [];
            const key = `${row + 1}:${column + 1}`;
            return [formula === '' ? [key, value] : [key, value, formula]];
          }),
        ),
      };
    }),
    names: [...built.book.named].map(([name, { sheet, row, column, rows, columns }]) => [
      name,
      sheets.findIndex(({ at }) => at === sheet),
      row,
      column,
      rows,
      columns,
    ]),
    document: built.desk.kept().document,
  };
}

/** A desk on which such a spreadsheet lies; its formulas show what they showed. */
export function deskOf(kept: KeptBook): FakeDesk {
  const book = fakeBook();
  book.day = kept.today;
  const ids = kept.sheets.map(({ name, hidden, rows, columns, cells }) => {
    const sheet = book.addTab(name, rows, columns);
    const tab = book.tabs.find((each) => each.id === sheet);
    for (const [place, value, formula] of cells) {
      const key = keyOfPlace(place);
      tab?.cells.set(key, formula ?? value);
      if (formula !== undefined) book.shows.set(`${name}!${place}`, value);
      else if (typeof value === 'string' && value.startsWith('=')) tab?.texts.add(key);
    }
    if (tab) tab.hidden = hidden;
    return sheet;
  });
  for (const [name, at, row, column, rows, columns] of kept.names) {
    book.named.set(name, { name, sheet: ids[at] ?? 0, row, column, rows, columns });
  }
  for (const [key, text] of Object.entries(kept.document)) book.properties.set(key, text);
  return openFakeDesk(book);
}

/** What somebody has typed, and where. */
export const typedOnKept = typed;
