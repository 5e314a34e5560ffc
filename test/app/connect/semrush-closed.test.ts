import { expect, it } from 'vitest';
import { dayNumber } from '../../../src/workbench/vendors/days.ts';
import { playedKey, playedSemrush } from '../../../src/workbench/vendors/semrush/semrush.ts';
import { siteMonth } from '../../../src/workbench/vendors/semrush/sites.ts';
import { ok } from '../../kit/desk/answers.ts';
import { valueAt } from '../../kit/desk/blocks.ts';
import { builtRefreshed, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

const visits = (domain: string, month: string) => siteMonth(domain, 'vn', month)?.visits ?? 0;

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
  expect(ok(await panel.closePlan('abc123')).card.state).toBe('frozen');
  await desk.settle();
  expect(actual()).toBe('');
  expect(valueAt(book, 'abc123', 'feeds', 'SOV.own', 'trust')).toBe(
    'Semrush allows numbers to be kept for 30 days',
  );
  const days = book.named.get('KPI_days_abc123');
  const cells = Array.from({ length: days?.rows ?? 0 }, (_, down) =>
    Array.from({ length: days?.columns ?? 0 }, (__, at) =>
      days ? book.peek(days.sheet, days.row + down, days.column + at) : '',
    ),
  );
  const numbers = cells
    .slice(1)
    .flatMap((row) => row.slice(3).filter((each) => typeof each === 'number'));
  expect(numbers.filter((each) => Number(each) < dayNumber(2026, 1, 1))).toEqual([]);
});
