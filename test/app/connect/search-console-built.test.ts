import { afterEach, expect, it } from 'vitest';
import type { Account, Feed } from '../../../src/plan/model/feeds.ts';
import { searchConsoleScope } from '../../../src/sources/search-console/methods.ts';
import { dayIn } from '../../../src/workbench/vendors/days.ts';
import { playedGoogleAnalytics } from '../../../src/workbench/vendors/ga4/google-analytics.ts';
import { playedSearchConsole } from '../../../src/workbench/vendors/search-console/search-console.ts';
import { ok } from '../../kit/desk/answers.ts';
import { valueAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, builtRefreshed, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { playedProperty } from '../../kit/desk/played-ga4.ts';
import { feedOf } from '../../kit/plans/feeds.ts';
import { lan, planned } from '../../kit/plans/plans.ts';
import { distFolder, everythingFolder } from '../../kit/run/built-folders.ts';
import { counted, shop } from '../../sources/search-console/played.ts';

/** 1 October 2026, and noon in Vietnam on 20 November. */
const first = 46_296;
const noon = Date.UTC(2026, 10, 20, 5);
let desk: BuiltDesk;
afterEach(() => desk.desk.dispose());

const property = playedProperty('properties/311000002');
const traffic: Feed = feedOf('TRAFFIC', { account: property.id, metric: 'sessions' });

const vendors = () => [playedGoogleAnalytics(), playedSearchConsole()];
const openIn = (folder: string) =>
  openBuiltDesk({ language: 'en', locale: 'en_US' }, undefined, vendors(), undefined, folder);

/** A plan of this quarter, with sessions of Google Analytics and a site of Search Console. */
async function connected(): Promise<Account> {
  const quarter = { year: 2026, month: 10 };
  await desk.desk.setClock(noon);
  const plan = lan({ quarter, language: 'en', feeds: [traffic], accounts: [property] }, [
    planned('TRAFFIC', { target: 9000 }),
    planned('CTR', { target: 0.04 }),
    planned('SEARCHRANK', { target: 8, cadence: 'week' }),
  ]);
  ok(await desk.panel.buildPlan({ plan, sample: false }));
  const { accounts } = ok(
    await desk.panel.listAccounts({ source: 'searchConsole', search: 'noithat', page: null }),
  );
  const id = accounts.find(({ code }) => code === shop.site)?.account ?? '';
  const opened = ok(
    await desk.panel.openAccount({
      plan: plan.id,
      source: 'searchConsole',
      id,
      known: null,
      fields: {},
    }),
  );
  const { account } = opened;
  const feeds = opened.proposals.map((each) => ({ ...each, account: account.id }));
  const { revision } = ok(await desk.panel.openPlan(plan.id));
  ok(
    await desk.panel.saveFeeds({
      plan: plan.id,
      revision,
      accounts: [property, account],
      feeds: [traffic, ...feeds],
      who: 'Lan',
    }),
  );
  return account;
}

const through = (input: string) => valueAt(desk.book, 'abc123', 'feeds', input, 'through');

it('computes what Search Console counted, and asks no other permission when its own is refused', async () => {
  desk = await openIn(everythingFolder);
  await connected();
  const { user } = desk.desk;
  desk.desk.revoke(user, searchConsoleScope);
  const refused = (await builtRefreshed(desk, 'abc123')).join(' ');
  expect(refused).toContain('permission to see Search Console data has not been given');
  await desk.desk.settle();
  // One box that was left unticked stops one source.
  expect(through('TRAFFIC')).toBeGreaterThan(first);
  expect(through('CTR.clicks')).toBeNull();
  const missing = ok(await desk.panel.dataStart()).missing.sentences;
  expect(missing).toHaveLength(1);
  desk.desk.grant(user);
  await builtRefreshed(desk, 'abc123');
  await desk.desk.settle();
  const last = Number(through('CTR.clicks'));
  expect(last).toBeGreaterThanOrEqual(dayIn('America/Los_Angeles', desk.desk.now()) - 2);
  for (const monday of [first + 4, first + 11, first + 32]) {
    const week = { from: monday, to: monday + 6 };
    const shown = (input: string) => valueAt(desk.book, 'abc123', 'input', String(monday), input);
    expect(shown('CTR.clicks')).toBe(counted(shop, week).clicks);
    expect(shown('IMPRESSIONS')).toBe(counted(shop, week).impressions);
  }
});

it('is not there in the build that is pushed by default, which goes on with what it has', async () => {
  desk = await openIn(everythingFolder);
  const account = await connected();
  await builtRefreshed(desk, 'abc123');
  await desk.desk.settle();
  const last = through('CTR.clicks');
  const kept = desk.desk.kept();
  desk.desk.dispose();
  const settings = { language: 'en', locale: 'en_US' } as const;
  desk = await openBuiltDesk(settings, undefined, vendors(), kept, distFolder);
  await desk.desk.setClock(noon);
  const said = (await builtRefreshed(desk, 'abc123')).join(' ');
  expect(said).toContain('this version of the add-on cannot ask Search Console');
  await desk.desk.settle();
  expect(through('CTR.clicks')).toBe(last);
  const start = ok(await desk.panel.dataStart());
  expect(start.sources.map(({ title }) => title)).not.toContain('Search Console');
  expect(start.plans[0]?.feeds.map(({ where }) => where)).toContain(
    `Search Console · ${account.name}`,
  );
});
