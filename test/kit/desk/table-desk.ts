import { firstDay, lastDay } from '../../../src/plan/calendar/calendar.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { tableOf } from '../plans/feeds.ts';
import { type AreaOf, cellsRead } from '../sheet/cells-read.ts';
import { fakeBook } from './fake-book.ts';
import type { FakeDesk } from './fake-desk.ts';
import { fedDesk, fedPlan, feed, refreshed } from './fed-desk.ts';

const quarter = { year: 2026, month: 10 };
const days = lastDay(quarter) - firstDay(quarter) + 1;

/** What an ad costs on a day, and how many leads it brings. */
export const adOn = (ad: number, day: number): readonly [cost: number, leads: number] => [
  1 + ((ad * 7 + day) % 11),
  (ad + day) % 3,
];

/** A plan into which a table flows with so many rows: some ads, each on every day of the quarter. */
export function tableDesk(rows: number): { readonly desk: FakeDesk; readonly ads: number } {
  const ads = rows / days;
  const book = fakeBook();
  const sheet = book.addTab('Ads', rows + 10, 4);
  const put = (row: number, cells: readonly (string | number)[]) => {
    for (const [at, cell] of cells.entries()) book.type(sheet, row, at + 1, cell);
  };
  put(1, ['Ngày', 'Chiến dịch', 'Chi tiêu', 'Lead']);
  for (let at = 0; at < rows; at += 1) {
    const [day, ad] = [firstDay(quarter) + Math.floor(at / ads), at % ads];
    put(at + 2, [day, `Ad ${ad}`, ...adOn(ad, day)]);
  }
  const table = tableOf({ sheet });
  const of = (input: string, metric: string) =>
    feed(input, { account: table.id, metric, split: 'Chiến dịch' });
  const plan = fedPlan({
    quarter,
    feeds: [of('CPL.cost', 'Chi tiêu'), of('LEADS', 'Lead')],
    accounts: [table],
  });
  const desk = fedDesk(plan, book);
  desk.outside.now = Date.UTC(2027, 0, 5, 5);
  book.day = dayOf(2027, 1, 5);
  refreshed(desk);
  return { desk, ads };
}

/** How many cells the formulas of a plan's sheet read, those of some blocks alone. */
export function cellsReadOn(
  { book }: FakeDesk,
  blocks: readonly string[],
  plan = 'abc123',
): number {
  const areaOf: AreaOf = (name) => book.named.get(name) ?? null;
  return blocks.reduce((sum, block) => {
    const area = book.named.get(`KPI_${plan}_${block}`);
    if (!area) throw new Error(`No block ${block}.`);
    const formulas = book.formulas(area.sheet, area).flat();
    return sum + formulas.reduce((all, formula) => all + cellsRead(formula, areaOf), 0);
  }, 0);
}
