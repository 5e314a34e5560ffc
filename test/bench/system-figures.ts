import path from 'node:path';
import { firstDay, type QuarterName } from '../../src/plan/calendar/calendar.ts';
import { dayOf } from '../../src/plan/calendar/day.ts';
import type { Account, Feed } from '../../src/plan/model/feeds.ts';
import { siteId } from '../../src/sources/search-console/account.ts';
import { bundleWorkbench } from '../../src/workbench/bundle.mjs';
import type { RunResult } from '../../src/workbench/google/run.ts';
import { playedGoogleAnalytics } from '../../src/workbench/vendors/ga4/google-analytics.ts';
import { playedHubSpot } from '../../src/workbench/vendors/hubspot/hubspot.ts';
import { playedSearchConsole } from '../../src/workbench/vendors/search-console/search-console.ts';
import { playedZohoCrm } from '../../src/workbench/vendors/zoho/zoho-crm.ts';
import { workbenchFolder } from '../e2e/workbench-server.ts';
import { ok } from '../kit/desk/answers.ts';
import { type BuiltDesk, openBuiltDesk } from '../kit/desk/built-desk.ts';
import { feedOf, tableOf } from '../kit/plans/feeds.ts';
import { planned, planOf } from '../kit/plans/plans.ts';
import { everythingFolder } from '../kit/run/built-folders.ts';

/** A system: which account of its list is connected, or what is pasted into its form. */
interface System {
  readonly id: string;
  readonly account?: string;
  readonly keys?: Readonly<Record<string, string>>;
}

const systems: readonly System[] = [
  { id: 'ga4', account: 'properties/311000001' },
  { id: 'searchConsole', account: siteId('sc-domain:noithat.example') },
  { id: 'hubspot', keys: playedHubSpot().keys ?? {} },
  { id: 'zoho', keys: playedZohoCrm().keys ?? {} },
];

/** HubSpot refuses nothing as too fast, for what is then asked again hangs on how busy this machine is. */
const vendors = () => [
  playedGoogleAnalytics(),
  playedSearchConsole(),
  playedHubSpot({ limits: { searches: 1000 } }),
  playedZohoCrm({ codeAgain: true }),
];

/** What a user picks where a proposal leaves it to them. */
const picked: Readonly<Record<string, readonly string[]>> = {
  eventName: ['generate_lead'],
  Lead_Status: ['MQL', 'SQL'],
  Lead_Source: ['paid search'],
};

/** Between them they know something of each of these. */
const kpis = [
  ...(['TRAFFIC', 'LEADS', 'MQLS', 'SQLS', 'NEWCUSTOMERS', 'WINRATE', 'SALES'] as const),
  ...(['CTR', 'SEARCHRANK', 'MKTSPEND'] as const),
];

const quarter: QuarterName = { year: 2025, month: 1 };
/** Two Mondays of one quarter, as of `refresh.calls`: its first week is behind, or all of it. */
const mornings = { '1d': dayOf(2025, 1, 6), '90d': dayOf(2025, 3, 31) } as const;
const epoch = Date.UTC(1899, 11, 30);
const plan = planOf(
  kpis.map((kpi) => planned(kpi, { target: 1000 })),
  { id: 'bench0', quarter },
);

/**
 * What a day's refresh by the clock sends to each system, with the quarter's first week behind it and
 * with all of it; and what the clock calls of Google's where five systems feed one plan.
 */
export async function systemFigures(
  built: (into: string) => Promise<unknown>,
): Promise<Record<string, number>> {
  await built(path.resolve(everythingFolder));
  await bundleWorkbench({ outdir: workbenchFolder });
  const figures: Record<string, number> = {};
  for (const system of systems) {
    const open = await opened();
    const { account, feeds } = await connected(open, system);
    await fed(open, [account], feeds);
    for (const [history, day] of Object.entries(mornings)) {
      figures[`vendor.calls.${system.id}.${history}`] = (await dayTaken(open, day)).requests;
    }
    open.desk.dispose();
  }
  const open = await opened();
  const table = tableOf({ name: 'Sheet1', sheet: 1 });
  const accounts: Account[] = [table];
  const feeds: Feed[] = [feedOf('MKTSPEND', { account: table.id, metric: 'Chi phí' })];
  for (const system of systems) {
    const { account, feeds: all } = await connected(open, system);
    accounts.push(account);
    feeds.push(...all.filter(({ input }) => fedBy(input) === system.id));
  }
  const feeding = new Set(feeds.map(({ account }) => account)).size;
  if (feeding !== accounts.length) throw new Error(`Only ${feeding} systems feed the plan.`);
  await fed(open, accounts, feeds);
  const { methods } = await dayTaken(open, mornings['90d']);
  if ((await clock(open)).requests > 0) throw new Error('One run did not bring all five systems.');
  figures['clock.methods.5systems'] = Object.values(methods).reduce((sum, each) => sum + each, 0);
  open.desk.dispose();
  return figures;
}

/** Whose number an input is where several systems know it. */
function fedBy(input: string): string {
  if (input === 'TRAFFIC') return 'ga4';
  if (/^(?:WINRATE|SALES)/.test(input)) return 'zoho';
  return /^(?:CTR|SEARCHRANK)/.test(input) ? 'searchConsole' : 'hubspot';
}

async function opened(): Promise<BuiltDesk> {
  const days = Array.from({ length: 90 }, (_, at) => [firstDay(quarter) + at, 100_000 + at]);
  const open = await openBuiltDesk(
    { language: 'vi', locale: 'vi_VN' },
    { sheets: [{ name: 'Sheet1', rows: [['Ngày', 'Chi phí'], ...days] }] },
    vendors(),
    undefined,
    everythingFolder,
  );
  // Which calls are made hangs on no formula's answer.
  open.desk.calculation.rests = true;
  // The clock only ever goes on: a quota counts what was sent before.
  await morning(open, mornings['1d'] - 2);
  ok(await open.panel.buildPlan({ plan, sample: false }));
  ok(await open.panel.setSchedule({ every: 'day', hour: 6, weekday: 1, mail: false }));
  return open;
}

/** Eight o'clock in Vietnam. */
const morning = ({ desk }: BuiltDesk, day: number) =>
  desk.setClock(epoch + day * 86_400_000 + 3_600_000);

/** Connects a system as the panel does, and takes all it proposes. */
async function connected(
  { panel }: BuiltDesk,
  { id: source, account: id = '', keys = {} }: System,
) {
  const { account, proposals } = ok(
    await panel.openAccount({ plan: plan.id, source, id, known: null, fields: keys }),
  );
  const feeds = proposals.map(
    (each): Feed => ({
      ...each,
      account: account.id,
      only: each.only.map((test) =>
        'is' in test && test.is.length === 0 ? { ...test, is: picked[test.dimension] ?? [] } : test,
      ),
    }),
  );
  if (feeds.length === 0) throw new Error(`${source} fills nothing.`);
  return { account, feeds };
}

async function fed({ panel }: BuiltDesk, accounts: readonly Account[], feeds: readonly Feed[]) {
  const { revision } = ok(await panel.openPlan(plan.id));
  ok(await panel.saveFeeds({ plan: plan.id, revision, accounts, feeds, who: 'Lan' }));
}

/** What the clock takes on a day whose day before has come. */
async function dayTaken(open: BuiltDesk, day: number): Promise<RunResult> {
  await morning(open, day - 1);
  while (!ok(await open.panel.refresh({ plan: plan.id, anew: false })).done);
  await clock(open);
  await morning(open, day);
  return clock(open);
}

async function clock({ desk }: BuiltDesk): Promise<RunResult> {
  const result = await desk.run('onTick', [{ authMode: 'FULL' }]);
  if (!('ok' in result)) throw new Error(`The clock failed: ${JSON.stringify(result)}`);
  return result;
}
