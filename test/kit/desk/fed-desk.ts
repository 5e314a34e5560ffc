import { compareRows } from '../../../src/app/data-sheet/merge-rows.ts';
import type { CellValue } from '../../../src/app/ports/host.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { dataColumns, dayHeads, daysKey } from '../../../src/sources/data-rows.ts';
import { feedOf } from '../plans/feeds.ts';
import { type GivenPlan, lan, planned } from '../plans/plans.ts';
import { ok } from './answers.ts';
import { valueAt } from './blocks.ts';
import { type FakeBook, fakeBook } from './fake-book.ts';
import { type FakeDesk, openFakeDesk } from './fake-desk.ts';
import { scriptedGa4, shop } from './scripted-ga4.ts';

export const feed = (input: string, given: Partial<Feed> = {}): Feed =>
  feedOf(input, { account: shop.id, metric: 'keyEvents', ...given });

/** Leads by the channel group, sessions, and people week by week flow in; cost is typed. */
export const fedPlan = (given: GivenPlan = {}): Plan =>
  lan(
    {
      feeds: [
        feed('LEADS', { split: 'sessionDefaultChannelGroup' }),
        feed('TRAFFIC', { metric: 'sessions' }),
        feed('VISITORS', { metric: 'totalUsers' }),
      ],
      accounts: [shop],
      ...given,
    },
    [
      planned('LEADS', { weight: 0.5, baseline: 1030, target: 1240 }),
      planned('CPL', { weight: 0.5, baseline: 92_000, target: 85_000 }),
      planned('TRAFFIC', { target: 9000 }),
      planned('VISITORS', { target: 900 }),
    ],
  );

/** Noon in Vietnam on 14 February 2027. */
export const noon = Date.UTC(2027, 1, 14, 5);
export const hour = 3_600_000;
export const day = 24 * hour;

/** A spreadsheet with a plan into which a property flows; nothing is fetched yet. */
export function fedDesk(plan = fedPlan(), book: FakeBook = fakeBook()): FakeDesk {
  const desk = openFakeDesk(book);
  settle(desk);
  desk.outside.answer = scriptedGa4({});
  ok(desk.panel.buildPlan({ plan, sample: false }));
  return desk;
}

/** Sets the clocks of a desk to that noon. */
export function settle(desk: FakeDesk): void {
  desk.outside.now = noon;
  desk.book.day = dayOf(2027, 2, 14);
}

/** The panel's way: asks again until it is done. */
export function refreshed(
  desk: FakeDesk,
  plan: string | null = 'abc123',
  anew = false,
): readonly string[] {
  for (let calls = 1; calls <= 30; calls += 1) {
    const answer = ok(desk.panel.refresh({ plan, anew }));
    if (answer.done) return answer.said;
  }
  throw new Error('It never ends.');
}

export interface StandingRow {
  readonly from: number;
  readonly to: number;
  readonly account: string;
  readonly input: string;
  readonly segment: string;
  readonly value: number;
  readonly freshness: string;
  /** `''` of what stands on the sheet of days, as `freshness` is. */
  readonly source: string;
}

/**
 * What stands of a plan's data, as rows in one order: those of the data sheet, blank ones `null`, and
 * what the lines of the sheet of days say, day by day.
 */
export function dataRows(book: FakeBook, plan = 'abc123'): (StandingRow | null)[] {
  const rows = longRows(book, plan);
  const found = [...rows.flatMap((row) => row ?? []), ...dayRows(book, plan)];
  const blank = rows.filter((row) => row === null);
  return [...found.sort(compareRows), ...blank];
}

/** A line of the sheet of days: its key, the segment in its place, and its cells by day. */
export interface StandingLine {
  readonly key: string;
  readonly segment: string;
  readonly days: ReadonlyMap<number, CellValue>;
}

/** The lines of a plan on the sheet of days; blank ones are left out. */
export function dayLines(book: FakeBook, plan = 'abc123'): readonly StandingLine[] {
  const area = book.named.get(`KPI_days_${plan}`);
  if (!area) return [];
  const cells = Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (_, at) =>
      book.peek(area.sheet, area.row + down, area.column + at),
    ),
  );
  const days = cells.find(([key]) => key === daysKey)?.slice(dayHeads.length) ?? [];
  return cells.flatMap(([key, , segment, ...numbers]) =>
    key === daysKey || [key, segment, ...numbers].every((cell) => cell === '')
      ? []
      : [
          {
            key: String(key),
            segment: String(segment),
            days: new Map(days.map((day, at) => [Number(day), numbers[at] ?? ''])),
          },
        ],
  );
}

/** What the lines say as rows: each segment that is shown, and the rest without a name. */
export function dayRows(book: FakeBook, plan = 'abc123'): StandingRow[] {
  const lines = dayLines(book, plan);
  const own = lines.filter(({ key }) => key.split('|').length === 2);
  return own.flatMap(({ key, days }) => {
    const [input = '', account = ''] = key.split('|');
    const segments = lines.filter((each) => each.key.startsWith(`${key}|`));
    const row = (on: number, segment: string, value: number): StandingRow => {
      return { from: on, to: on, account, input, segment, value, freshness: '', source: '' };
    };
    return [...days].flatMap(([on, total]) => {
      const shown = segments.flatMap(({ segment, days: found }) => {
        const value = found.get(on);
        return typeof value === 'number' ? [row(on, segment, value)] : [];
      });
      if (typeof total !== 'number') return shown;
      const rest = shown.reduce((left, { value }) => left - value, total);
      return Math.abs(rest) > 1e-9 || shown.length === 0 ? [...shown, row(on, '', rest)] : shown;
    });
  });
}

/** The rows of a plan on the data sheet, as they stand; blank ones are `null`. */
export function longRows(book: FakeBook, plan = 'abc123'): (StandingRow | null)[] {
  const area = book.named.get(`KPI_data_${plan}`);
  if (!area) throw new Error('No data.');
  const rows = Array.from({ length: area.rows }, (_, down) =>
    Object.fromEntries(
      dataColumns.map((column, at) => [
        column,
        book.peek(area.sheet, area.row + down, area.column + at),
      ]),
    ),
  );
  const last = rows[rows.length - 1] ?? {};
  if (Object.values(last).some((value) => value !== ''))
    throw new Error('The last row is not empty.');
  return rows
    .slice(1, -1)
    .map((row) =>
      Object.values(row).every((value) => value === '') ? null : (row as unknown as StandingRow),
    );
}

/** How far an input is, as the plan's sheet says it. */
export const covered = (book: FakeBook, input: string, column: string, plan = 'abc123') =>
  valueAt(book, plan, 'feeds', input, column);

/** What the log says, without its keys. */
export function logLines(book: FakeBook): string[] {
  const area = book.named.get('KPI_log_lines');
  if (!area) return [];
  const line = (row: number) =>
    [4, 5, 6, 7, 8].map((column) => String(book.peek(area.sheet, row, column))).join(' | ');
  return Array.from({ length: 200 }, (_, at) => line(at + 2)).filter((text) => /[^ |]/.test(text));
}
