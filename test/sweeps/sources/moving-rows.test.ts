import { describe, expect, it } from 'vitest';
import { ga4 } from '../../../src/sources/ga4/source.ts';
import { begin, due, ended, outcomeOf, type Run, takeResponses } from '../../../src/sources/run.ts';
import type { HttpRequest, HttpResponse } from '../../../src/sources/source.ts';
import { sweep } from '../../kit/run/sweep.ts';
import { okay, shop, wantedSum } from '../../sources/ga4/property.ts';

/** What a property holds: `day segment` and a number. */
type Held = ReadonlyMap<string, number>;

const first = 46_296;
const dayCount = 4;
const segments = ['Ads', 'Direct', 'Email', 'Social'];
const held: Held = new Map(
  Array.from({ length: dayCount }, (_, day) =>
    segments.map((segment, at): [string, number] => [`${first + day} ${segment}`, 10 + day + at]),
  ).flat(),
);
const keys = [...held.keys()];
const changed = keys.filter((_, at) => at % sweep(5, 1) === 0);
const sizes = sweep([1, 3, 5, 16], [1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 100]);

/** A row goes in before, goes out, moves or is counted anew, at each place there is. */
const changes: readonly (readonly [string, (at: string, before: Held) => Held])[] = [
  [
    'a row inserted',
    (at, before) => new Map([...before, [`${at.split(' ')[0]} A${at.split(' ')[1]}`, 500]]),
  ],
  ['a row deleted', (at, before) => new Map([...before].filter(([key]) => key !== at))],
  ['a value changed', (at, before) => new Map([...before, [at, 900]])],
  [
    'a row inserted and another deleted, of the same value',
    (at, before) => {
      const value = before.get(at) ?? 0;
      const rest = [...before].filter(([key]) => key !== at);
      return new Map([...rest, [`${first + dayCount - 1} Zalo`, value]]);
    },
  ],
  [
    'a value moved from one row to the next',
    (at, before) => {
      const next = keys[(keys.indexOf(at) + 1) % keys.length] ?? at;
      const value = before.get(at) ?? 0;
      return new Map([...before, [at, value - 3], [next, (before.get(next) ?? 0) + 3]]);
    },
  ],
  ['rows in another order', (_, before) => new Map([...before].reverse())],
];

interface Asked {
  readonly dateRanges: readonly { readonly startDate: string; readonly endDate: string }[];
  readonly dimensions: readonly { readonly name: string }[];
  readonly offset?: string;
}
const serial = (date: string) => (Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000;
const compact = (day: number) =>
  new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10).replace(/-/g, '');

/** Answers from what is held now; `most` rows fit into one answer, in the order they are held in. */
function answerOf(now: Held, request: HttpRequest, most: number, ordered: boolean): HttpResponse {
  const { requests } = request.body as { requests: readonly Asked[] };
  const reports = requests.map(({ dateRanges, dimensions, offset = '0' }) => {
    const [range] = dateRanges;
    const lines = new Map<string, number>();
    for (const [key, value] of now) {
      const [day = '', segment = ''] = key.split(' ');
      if (!range || Number(day) < serial(range.startDate) || Number(day) > serial(range.endDate))
        continue;
      const names =
        dimensions.length > 1 ? [compact(Number(day)), segment] : [compact(Number(day))];
      const line = names.join(' ');
      lines.set(line, (lines.get(line) ?? 0) + value);
    }
    const all = [...lines];
    if (ordered) all.sort(([one], [other]) => (one < other ? -1 : 1));
    const rows = all.slice(Number(offset), Number(offset) + most).map(([line, value]) => ({
      dimensionValues: line.split(' ').map((each) => ({ value: each })),
      metricValues: [{ value: String(value) }],
    }));
    return {
      dimensionHeaders: dimensions,
      metricHeaders: [{ name: 'cost', type: 'TYPE_INTEGER' }],
      ...(rows.length > 0 ? { rows } : {}),
      ...(all.length > 0 ? { rowCount: all.length } : {}),
      metadata: { currencyCode: shop.currency, timeZone: shop.zone },
    };
  });
  return okay({ reports });
}

/** Asks until there is an end; after so many answers the property holds something else. */
function fetched(after: number, change: (before: Held) => Held, most: number, ordered: boolean) {
  const wanted = [wantedSum('COST', 'cost', { split: 'sessionCampaignName' })];
  const assignment = { account: shop, wanted, from: first, to: first + dayCount - 1 };
  let run: Run<object> = begin<object>(ga4.plan(assignment));
  let answers = 0;
  let now = 0;
  while (!ended(run)) {
    const { send, untilMs } = due(run, ga4.pace, now);
    now = Math.max(now, untilMs);
    const responses = send.map(({ question }) => {
      const from = answers < after ? held : change(held);
      answers += 1;
      return answerOf(from, ga4.request(question as never), most, ordered);
    });
    // The run may be taken up by whoever has what is noted of it.
    const noted = JSON.parse(JSON.stringify(run)) as typeof run;
    run = takeResponses(ga4 as never, noted, { send, leftMs: now }, responses, now);
    expect(answers).toBeLessThan(60);
  }
  return { outcome: outcomeOf(run), answers };
}

const totals = (rows: Iterable<readonly [number, number]>) => {
  const found = new Map<number, number>();
  for (const [day, value] of rows) found.set(day, (found.get(day) ?? 0) + value);
  return found;
};
const segmentsOf = (now: Held, day: number) =>
  [...now]
    .filter(([key, value]) => Number(key.split(' ')[0]) === day && value !== 0)
    .map(([key, value]) => `${key.split(' ')[1]} ${value}`)
    .sort();

describe('rows that come, go and change while a report is fetched', () => {
  it.each(changes)('are never counted twice, left out or mixed: %s', (_, change) => {
    const wrong: string[] = [];
    let tried = 0;
    for (const ordered of [true, false]) {
      for (const most of sizes) {
        const { answers } = fetched(Number.POSITIVE_INFINITY, (before) => before, most, ordered);
        for (let after = 1; after <= answers; after += 1) {
          for (const at of changed) {
            const later = change(at, held);
            const { outcome } = fetched(after, (before) => change(at, before), most, ordered);
            tried += 1;
            if (outcome.is === 'failed') continue;
            const sums = totals(outcome.rows.map(({ from, value }) => [from, value]));
            for (let day = first; day < first + dayCount; day += 1) {
              const own = outcome.rows.filter(({ from }) => from === day);
              const told = own.map(({ segment, value }) => `${segment} ${value}`).sort();
              const bare = own.every(({ segment }) => segment === '');
              // Each day is what it was at one moment, told apart or as its total.
              const right = [held, later].some((now) => {
                const parts = segmentsOf(now, day);
                const total = totals(
                  [...now].map(([key, value]) => [Number(key.split(' ')[0]), value]),
                ).get(day);
                return (
                  JSON.stringify(parts) === JSON.stringify(told) ||
                  (bare && total === sums.get(day))
                );
              });
              if (!right) wrong.push(`${most} rows, after ${after}, ${at}: ${day} is ${told}`);
            }
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(sweep(60, 200));
    expect(wrong).toEqual([]);
  });
});
