import { firstDay, lastDay, type QuarterName } from '../../src/plan/calendar/calendar.ts';
import { dayOf } from '../../src/plan/calendar/day.ts';
import { bundleWorkbench } from '../../src/workbench/bundle.mjs';
import type { RunOptions, RunResult } from '../../src/workbench/google/run.ts';
import { vendors } from '../../src/workbench/vendors/index.ts';
import type { Vendor } from '../../src/workbench/vendors/vendor.ts';
import { workbenchFolder } from '../e2e/workbench-server.ts';
import { ok } from '../kit/desk/answers.ts';
import { type BuiltDesk, openBuiltDesk } from '../kit/desk/built-desk.ts';
import { scriptedGa4 } from '../kit/desk/scripted-ga4.ts';
import { fedPlanOfSize, playedShop } from '../kit/plans/plan-of-size.ts';

/** What one run of the clock takes. */
interface Taken {
  calls: number;
  requests: number;
  /** Cells read and written. */
  cells: number;
  tokens: number;
}

/**
 * Three Mondays, so that all look back on as many days of as many open periods: the quarter's first
 * week, its last, and the last week of the eighth quarter in the same spreadsheet.
 */
const mornings = {
  '1d': dayOf(2025, 1, 6),
  '90d': dayOf(2025, 3, 31),
  '2y': dayOf(2026, 12, 28),
} as const;
type History = keyof typeof mornings;

/** What the day's refresh by the clock takes, by the number of KPIs and what is there already. */
export async function refreshFigures(sizes: readonly number[]): Promise<Record<string, number>> {
  await bundleWorkbench({ outdir: workbenchFolder });
  const figures: Record<string, number> = {};
  for (const size of sizes) {
    const desk = await deskOfTokens();
    const taken = await lifeOf(size, desk);
    for (const [history, { calls, requests, cells }] of Object.entries(taken.refresh)) {
      figures[`refresh.calls.${history}.${size}`] = calls;
      figures[`refresh.requests.${history}.${size}`] = requests;
      figures[`refresh.cells.${history}.${size}`] = cells;
    }
    figures[`refresh.tokens.${size}`] = Math.max(
      ...Object.values(taken.refresh).map(({ tokens }) => tokens),
    );
    figures[`tick.calls.${size}`] = taken.idle.calls;
    desk.open.desk.dispose();
  }
  return figures;
}

interface TokenDesk {
  readonly open: BuiltDesk;
  /** Tokens of all requests so far. */
  readonly tokens: () => number;
}

/**
 * A desk whose property counts the same on every day, so that days differ in nothing but what lies
 * behind them. What an answer costs is what the workbench's own property would have charged.
 */
async function deskOfTokens(): Promise<TokenDesk> {
  let tokens = 0;
  const steady = scriptedGa4({ counts: () => 5, segments: channels, properties: [playedShop] });
  const counted = (vendor: Vendor): Vendor => ({
    ...vendor,
    answer: (request, nowMs) => {
      const response = vendor.answer(request, nowMs);
      const { method, url, body } = request;
      if (!url.endsWith(':batchRunReports')) return response;
      for (const [, used] of response.body.matchAll(/"tokensPerHour": \{\s*"consumed": (\d+)/g)) {
        tokens += Number(used);
      }
      return steady({ method, url, body: JSON.parse(body) });
    },
  });
  const open = await openBuiltDesk(
    { language: 'vi', locale: 'vi_VN' },
    { sheets: [{ name: 'Sheet1', rows: [['mine', 1]] }] },
    vendors().map(counted),
  );
  // Which calls are made hangs on no formula's answer.
  open.desk.calculation.rests = true;
  return { open, tokens: () => tokens };
}

const channels = [
  'Direct',
  'Organic Search',
  'Paid Search',
  'Paid Social',
  'Organic Social',
  'Email',
  'Referral',
  'Display',
];

/** Eight quarters one after the other in one spreadsheet, each closed when it is over. */
async function lifeOf(
  size: number,
  desk: TokenDesk,
): Promise<{ refresh: Record<History, Taken>; idle: Taken }> {
  const { open } = desk;
  const taken = {} as Record<History, Taken>;
  let idle: Taken = { calls: 0, requests: 0, cells: 0, tokens: 0 };
  for (let at = 0; at < 8; at += 1) {
    const quarter: QuarterName = { year: 2025 + Math.floor(at / 4), month: 1 + 3 * (at % 4) };
    const [first, last] = [firstDay(quarter), lastDay(quarter)];
    const measured = Object.entries(mornings).filter(([, day]) => day >= first && day <= last);
    const id = `bench${at + 1}`;
    const [, day] = measured[0] ?? ['', last + 5];
    await morning(open, day - 1);
    ok(await open.panel.buildPlan({ plan: fedPlanOfSize(size, id, quarter), sample: false }));
    if (at === 0) {
      lengthenLog(open);
      const daily = { every: 'day', hour: 6, weekday: 1, mail: false } as const;
      ok(await open.panel.setSchedule(daily));
    }
    for (const [history, day] of measured) {
      // The day before, it also sees for the last time to quarters that were closed since.
      await morning(open, day - 1);
      await filled(open, id);
      await clock(desk);
      await morning(open, day);
      taken[history as History] = await clock(desk);
      idle = await clock(desk);
    }
    if (at === 7) break;
    await morning(open, last + 4);
    await filled(open, id);
    ok(await open.panel.closePlan(id));
  }
  return { refresh: taken, idle };
}

/** Of the log so many lines are looked at as a spreadsheet in use has; a new one has fewer. */
function lengthenLog({ desk }: BuiltDesk): void {
  const sheet = desk.engine
    .workbook()
    .getSheets()
    .find((each) => each.getName().includes('Nhật ký'));
  if (!sheet) throw new Error('No log.');
  const rows = Array.from({ length: 60 }, (_, at) => at + 5);
  sheet.setRowCount(100);
  desk.cells.write(
    sheet.getSheetId(),
    Object.fromEntries(rows.map((row) => [row, { 1: { v: `old.${row}` } }])),
  );
}

const epoch = Date.UTC(1899, 11, 30);

/** Eight o'clock in Vietnam. */
const morning = ({ desk }: BuiltDesk, day: number) =>
  desk.setClock(epoch + day * 86_400_000 + 3_600_000);

/** The panel's way: asks again until it is done. */
async function filled(open: BuiltDesk, plan: string): Promise<void> {
  for (;;) if (ok(await open.panel.refresh({ plan, anew: false })).done) return;
}

async function clock({ open, tokens }: TokenDesk): Promise<Taken> {
  const before = tokens();
  let cells = 0;
  const onCall: RunOptions['onCall'] = (method, _, args) => {
    cells += cellsOf(method, args);
  };
  const result: RunResult = await open.desk.run('onTick', [{ authMode: 'FULL' }], { onCall });
  if (!('ok' in result)) throw new Error(`The clock failed: ${JSON.stringify(result)}`);
  const { calls, requests } = result;
  return { calls, requests, cells, tokens: tokens() - before };
}

/** How many cells a call reads or writes: their contents, their looks, their notes. */
function cellsOf(method: string, args: readonly unknown[]): number {
  if (method === 'Sheet.appendRow') return (args[1] as readonly unknown[]).length;
  if (!/^Range\.(?:get|set|clear|isBlank)/.test(method)) return 0;
  const [, , , rows, columns] = args as readonly [string, number, number, number, number];
  return rows * columns;
}
