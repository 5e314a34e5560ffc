import { expect, it } from 'vitest';
import { playedKey, playedSemrush } from '../../../src/workbench/vendors/semrush/semrush.ts';
import { siteMonth } from '../../../src/workbench/vendors/semrush/sites.ts';
import { ok } from '../../kit/desk/answers.ts';
import { valueAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, builtRefreshed, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

const visits = (domain: string, month: string) => siteMonth(domain, 'vn', month)?.visits ?? 0;

/** Every number that stands in a cell of any tab. */
function numbersIn({ desk }: BuiltDesk): readonly number[] {
  const found: number[] = [];
  for (const sheet of desk.engine.workbook().getSheets()) {
    const { rows, columns } = desk.cells.extent(sheet.getSheetId());
    for (let at = 0; at < rows * columns; at += 1) {
      const [row, column] = [Math.floor(at / columns), at % columns];
      const value = desk.cells.value(sheet.getSheetId(), row, column);
      if (typeof value === 'number') found.push(value);
    }
  }
  return found;
}

function share(months: readonly string[]): number {
  const of = (domain: string) => months.reduce((sum, month) => sum + visits(domain, month), 0);
  return of('shop.example') / (of('shop.example') + of('rival.example'));
}

it('shows a share of voice while its numbers may stay, and none once the quarter is closed', async () => {
  const built = await openBuiltDesk({ language: 'en', locale: 'en_US' }, undefined, [
    playedSemrush(),
  ]);
  const { panel, book, desk } = built;
  await desk.setClock(Date.UTC(2027, 2, 16, 5));
  const plan = lan({ quarter: { year: 2027, month: 1 }, language: 'en', feeds: [], accounts: [] }, [
    planned('SOV', { target: 0.4 }),
  ]);
  ok(await panel.buildPlan({ plan, sample: false }));
  const fields = {
    ...{ domain: 'shop.example', database: 'vn', competitors: 'rival.example' },
    key: playedKey,
  };
  const opening = { plan: 'abc123', source: 'semrush', id: '', known: null, fields };
  const { account, proposals } = ok(await panel.openAccount(opening));
  const feeds = proposals.map((each) => ({ ...each, account: account.id }));
  const { revision } = ok(await panel.openPlan('abc123'));
  const saving = { plan: 'abc123', revision, accounts: [account], feeds, who: 'Lan' };
  ok(await panel.saveFeeds(saving));
  await builtRefreshed(built, 'abc123');
  await desk.settle();
  const actual = () => valueAt(book, 'abc123', 'score', 'SOV', 'actual');
  const until = (domain: string) =>
    visits(domain, '2027-01') + visits(domain, '2027-02') + (visits(domain, '2027-03') * 15) / 31;
  const [own, rival] = [until('shop.example'), until('rival.example')];
  expect(Number(actual())).toBeCloseTo(own / (own + rival), 9);
  await desk.setClock(Date.UTC(2027, 3, 2, 5));
  await builtRefreshed(built, 'abc123');
  await desk.settle();
  expect(Number(actual())).toBeGreaterThan(0);
  const before = numbersIn(built);
  expect(ok(await panel.closePlan('abc123')).card.state).toBe('frozen');
  await desk.settle();
  expect(actual()).toBeNull();
  // In no cell of any tab stands what it was, nor what it was made of.
  const numbers = numbersIn(built);
  const all = share(['2027-01', '2027-02', '2027-03']);
  expect(before.filter((each) => Math.abs(each - all) < 1e-9)).not.toEqual([]);
  expect(numbers.filter((each) => Math.abs(each - all) < 1e-9)).toEqual([]);
  const january = visits('shop.example', '2027-01') / 31;
  expect(before.filter((each) => Math.abs(each - january) < 1e-9)).toHaveLength(31);
  expect(numbers.filter((each) => Math.abs(each - january) < 1e-9)).toEqual([]);
  expect(valueAt(book, 'abc123', 'feeds', 'SOV.own', 'trust')).toBe(
    'Semrush allows numbers to be kept for 30 days',
  );
});
