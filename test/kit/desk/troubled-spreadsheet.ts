import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import type { Account, Feed } from '../../../src/plan/model/feeds.ts';
import type { HttpRequest, HttpResponse } from '../../../src/sources/source.ts';
import * as failure from '../../../src/workbench/vendors/ga4/failure.ts';
import { playedGoogleAnalytics } from '../../../src/workbench/vendors/ga4/google-analytics.ts';
import type { FaultName } from '../../../src/workbench/vendors/vendor.ts';
import { tableOf } from '../plans/feeds.ts';
import { ok } from './answers.ts';
import { type FakeBook, fakeBook } from './fake-book.ts';
import { type FakeDesk, openFakeDesk } from './fake-desk.ts';
import { fedPlan, feed } from './fed-desk.ts';
import { answerOf, played, playedProperty } from './played-ga4.ts';

const hour = 3_600_000;
const vietnam = playedProperty('properties/322000001');
const california = playedProperty('properties/333000001');
const first = dayOf(2027, 1, 1);
/** When all is quiet again, in the morning of 20 February; the shop in California is still asleep. */
export const quietMs = Date.UTC(2027, 1, 20, 2);

export type Chance = () => number;

/** Always the same numbers from the same seed. */
export function chance(seed: number): Chance {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(some: readonly T[], next: Chance): T => {
  const found = some[Math.floor(next() * some.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
};

const header = ['Ngày', 'Chi tiêu', 'Chiến dịch'];
const campaigns = ['Tết', 'TẾT', '=cmd|x', 'Sale'];

/** Some campaigns a day, two of them the same but for their capitals; some days without any. */
function writeTable(book: FakeBook, sheet: number): void {
  const put = (row: number, cells: readonly (string | number)[]) => {
    for (const [at, cell] of cells.entries()) book.type(sheet, row, at + 1, cell);
  };
  put(1, header);
  let row = 2;
  for (let at = 0; at < 70; at += 1) {
    for (let nth = 0; nth < at % 3; nth += 1) {
      const campaign = campaigns[(at + nth) % campaigns.length] ?? '';
      put(row, [first + at, 50_000 + at * 10 + nth, campaign.replace('=', '')]);
      row += 1;
    }
  }
}

export interface Mapping {
  readonly feeds: readonly Feed[];
  readonly accounts: readonly Account[];
}

/** What may flow into the plan: the first as it begins, the others as somebody changes it. */
export function mappings(sheet: number): readonly Mapping[] {
  const table = tableOf({ sheet });
  const leads = feed('LEADS', { account: vietnam.id, split: 'sessionDefaultChannelGroup' });
  const visits = feed('TRAFFIC', { account: california.id, metric: 'sessions' });
  const people = feed('VISITORS', { account: vietnam.id, metric: 'totalUsers' });
  const cost = feed('CPL.cost', { account: table.id, metric: 'Chi tiêu', split: 'Chiến dịch' });
  return [
    { feeds: [leads, visits, people, cost], accounts: [vietnam, california, table] },
    { feeds: [{ ...leads, split: null }, visits, cost], accounts: [vietnam, california, table] },
    {
      feeds: [
        { ...leads, metric: 'eventCount', split: 'sessionCampaignName' },
        { ...visits, account: vietnam.id },
        { ...people, account: california.id },
      ],
      accounts: [vietnam, california],
    },
    { feeds: [leads, visits, people], accounts: [vietnam, california] },
    { feeds: [leads, people], accounts: [vietnam] },
  ];
}

export interface Troubled extends FakeDesk {
  /** The tab with the table. */
  readonly table: number;
}

const built = new Map<string, FakeBook>();

/** A spreadsheet with a plan into which two properties and a table flow; nothing is fetched yet. */
export function troubled(nowMs: number, mapping: (sheet: number) => Mapping): Troubled {
  const empty = fakeBook();
  empty.addTab('Notes', 1000, 60);
  const table = empty.addTab('Ads', 1000, 10);
  const asked = mapping(table);
  const key = JSON.stringify(asked);
  const standing = built.get(key) ?? build(empty, table, asked);
  built.set(key, standing);
  return { ...over(standing.copy(), nowMs), table };
}

function build(book: FakeBook, table: number, mapping: Mapping): FakeBook {
  writeTable(book, table);
  ok(over(book, quietMs).panel.buildPlan({ plan: fedPlan(mapping), sample: false }));
  return book;
}

/** Somebody who has the same spreadsheet open. */
export function over(book: FakeBook, nowMs: number): FakeDesk {
  const desk = openFakeDesk(book);
  played(desk.outside, playedGoogleAnalytics());
  at(desk, nowMs);
  return desk;
}

export function at({ book, outside }: FakeDesk, nowMs: number): void {
  outside.now = nowMs;
  book.day = outside.dayIn('Etc/UTC', nowMs);
}

/** The clock of one user comes by. */
export const comesBy = ({ host, book, outside }: FakeDesk): void =>
  runSchedule({
    host,
    spreadsheet: book,
    services: outside,
    table: {},
    catalogue,
    native: () => '',
  });

const crowded = new failure.ApiError(
  429,
  'RESOURCE_EXHAUSTED',
  'Exhausted concurrent requests quota.',
);
const inside = new failure.ApiError(500, 'INTERNAL', 'Internal error encountered.');
/** Each of them every other time something fails. */
const refusals: readonly failure.ApiError[] = [
  failure.hourSpent(),
  failure.projectHourSpent(),
  failure.daySpent(),
  failure.smallGroupsSpent(),
  failure.serverErrorsSpent(),
  crowded,
  failure.unavailable(),
  inside,
  failure.notAllowed(),
  failure.badCredentials(),
  failure.notFound(),
];
const lasting: readonly FaultName[] = ['quotaHour', 'quotaDay', 'busy', 'broken', 'noPermission'];

/** A Google Analytics in which some requests come to grief, and now and then all for a while. */
export function unreliable(
  desk: FakeDesk,
  next: Chance,
  often: number,
): (request: HttpRequest) => HttpResponse {
  const vendor = playedGoogleAnalytics();
  if (next() < 0.2) vendor.faults.set(pick(lasting, next), true);
  return (request) => {
    const dice = next() / often;
    if (dice < 0.5) {
      const refusal = pick(refusals, next);
      return { status: refusal.code, headers: {}, body: refusal.body() };
    }
    vendor.faults.set('halfAnswer', dice < 0.7);
    const answer = answerOf(vendor, request, desk.outside.nowMs());
    if (dice >= 0.7 && dice < 0.85) return { status: 0, headers: {}, body: '' };
    if (dice >= 0.85 && dice < 1) {
      // Slow: the time goes, and the answer comes nonetheless.
      desk.outside.now += Math.floor(next() * 0.05 * hour);
    }
    return answer;
  };
}
