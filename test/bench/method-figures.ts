import { firstDay } from '../../src/plan/calendar/calendar.ts';
import { dayOf } from '../../src/plan/calendar/day.ts';
import type { Plan } from '../../src/plan/model/plan.ts';
import { bundleWorkbench } from '../../src/workbench/bundle.mjs';
import type { RunOptions, RunResult } from '../../src/workbench/google/run.ts';
import { workbenchFolder } from '../e2e/workbench-server.ts';
import { ok } from '../kit/desk/answers.ts';
import { type BuiltDesk, openBuiltDesk } from '../kit/desk/built-desk.ts';
import { feedOf, tableOf } from '../kit/plans/feeds.ts';
import { fedPlanOfSize, planOfSize } from '../kit/plans/plan-of-size.ts';

/** All methods of Google's that a run called. */
const methodsOf = ({ methods }: RunResult): number =>
  Object.values(methods).reduce((sum, each) => sum + each, 0);

const epoch = Date.UTC(1899, 11, 30);
const quarterAt = (at: number) => ({ year: 2025 + Math.floor(at / 4), month: 1 + 3 * (at % 4) });

async function opened(rows: readonly (readonly unknown[])[] = [['mine', 1]]): Promise<BuiltDesk> {
  const open = await openBuiltDesk(
    { language: 'vi', locale: 'vi_VN' },
    { sheets: [{ name: 'Sheet1', rows: rows as never }] },
    undefined,
    undefined,
    undefined,
    nameMuch,
  );
  // Which methods are called hangs on no formula's answer.
  open.desk.calculation.rests = true;
  return open;
}

async function run(
  { desk }: BuiltDesk,
  name: string,
  args: readonly unknown[],
  options: RunOptions = {},
): Promise<RunResult> {
  const result = await desk.run(name, args, options);
  if (!('ok' in result)) throw new Error(`${name} failed: ${JSON.stringify(result)}`);
  return result;
}

const build = async (open: BuiltDesk, plan: Plan, options?: RunOptions) =>
  methodsOf(await run(open, 'buildPlan', [{ plan, sample: false }], options));

/** What a panel asks for before it shows anything. */
async function panelOpening(open: BuiltDesk): Promise<number> {
  const start = methodsOf(await run(open, 'panelStart', []));
  return start + methodsOf(await run(open, 'planStart', [true]));
}

/** Gives a hundred names of the user's own. */
const nameMuch = `function nameMuch() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const cell = book.getSheets()[0].getRange(1, 1);
  for (let at = 1; at <= 100; at += 1) book.setNamedRange('budget_' + at, cell);
}`;

/** What it takes to build plans of ten KPIs and to open the panel, by what else is there: up to ten plans. */
export async function methodFigures(most = 10): Promise<Record<string, number>> {
  await bundleWorkbench({ outdir: workbenchFolder });
  const figures: Record<string, number> = {};
  const open = await opened();
  for (let at = 0; at < most; at += 1) {
    const methods = await build(open, planOfSize(10, `bench${at}`, quarterAt(at)));
    if (at === 0) figures['build.methods.first'] = methods;
    if (at === Math.min(8, most) - 1) figures['build.methods.eighth'] = methods;
    if (at === 0) figures['panel.methods.1'] = await panelOpening(open);
  }
  figures['panel.methods.10'] = await panelOpening(open);
  open.desk.dispose();
  const named = await opened();
  await run(named, 'nameMuch', []);
  figures['build.methods.names100'] = await build(named, planOfSize(10, 'bench0', quarterAt(0)));
  figures['panel.methods.names100'] = await panelOpening(named);
  let cells = 0;
  const onCall: RunOptions['onCall'] = (method, _, [, , , rows, columns]) => {
    if (method === 'Range.setValues') cells += Number(rows) * Number(columns);
  };
  await build(named, planOfSize(30, 'bench1', quarterAt(1)), { onCall });
  figures['build.cells.30'] = cells;
  named.desk.dispose();
  return { ...figures, ...(await clockFigures()) };
}

/** What the clock takes on a day that is due, of ten KPIs into which flows what can, and on one that is not. */
async function clockFigures(): Promise<Record<string, number>> {
  const quarter = quarterAt(0);
  const ga4 = await opened();
  const [due, idle] = await clockOver(ga4, fedPlanOfSize(10, 'bench0', quarter));
  const days = Array.from({ length: 60 }, (_, at) => [firstDay(quarter) + at, 100_000 + at, 7]);
  const table = await opened([['Ngày', 'Chi phí', 'Lead'], ...days]);
  const plan = planOfSize(30, 'bench0', quarter);
  const account = tableOf({ name: 'Sheet1', sheet: 1 });
  const fed = ['CPL.cost', 'LEADS'].map((input, at) =>
    feedOf(input, { account: account.id, metric: ['Chi phí', 'Lead'][at] ?? '' }),
  );
  const [ofTable] = await clockOver(table, { ...plan, accounts: [account], feeds: fed });
  return {
    'clock.methods.ga4': due,
    'clock.methods.table': ofTable,
    'clock.methods.idle': idle,
  };
}

async function clockOver(open: BuiltDesk, plan: Plan): Promise<readonly [number, number]> {
  const day = dayOf(2025, 2, 10);
  const morning = (of: number) => open.desk.setClock(epoch + of * 86_400_000 + 3_600_000);
  const clock = async () => methodsOf(await run(open, 'onTick', [{ authMode: 'FULL' }]));
  await morning(day);
  ok(await open.panel.buildPlan({ plan, sample: false }));
  ok(await open.panel.setSchedule({ every: 'day', hour: 6, weekday: 1, mail: false }));
  while (!ok(await open.panel.refresh({ plan: plan.id, anew: false })).done);
  await morning(day + 1);
  await clock();
  await morning(day + 2);
  const taken = [await clock(), await clock()] as const;
  open.desk.dispose();
  return taken;
}
