import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../src/sources/source.ts';
import { assignmentOf, fetched, now, shop, wanted, yesterday } from './played.ts';

const iso = (day: number): string =>
  new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
const json = (body: unknown): HttpResponse => ({
  status: 200,
  headers: {},
  body: JSON.stringify(body),
});
type Row = Readonly<Record<string, unknown>>;
const row = (day: number, more: Row = {}): Row => ({
  keys: [iso(day)],
  clicks: 3,
  impressions: 100,
  ctr: 0.03,
  position: 7.5,
  ...more,
});

const clicks = wanted('CTR.clicks', 'clicks');
const split = wanted('CTR.clicks', 'clicks', { feed: { split: 'country' } });
const from = yesterday - 9;
const all = Array.from({ length: 10 }, (_, at) => from + at);
const days = { from, to: yesterday };

interface Asked {
  readonly dimensions?: readonly string[];
  readonly startRow: number;
}
const askedOf = ({ body }: HttpRequest) => body as Asked;

function run(
  answer: (asked: Asked, count: number) => unknown,
  inputs = [clicks],
  more: Parameters<typeof assignmentOf>[3] = {},
) {
  let count = 0;
  const found = fetched(assignmentOf(shop, inputs, days, more), (request) => {
    count += 1;
    return json(answer(askedOf(request), count));
  });
  const { outcome } = found;
  return {
    ...found,
    rows: outcome.is === 'done' ? outcome.rows : [],
    lost: outcome.is === 'done' ? outcome.lost : [],
    untold: outcome.is === 'done' ? outcome.untold : [],
  };
}

/** Rows as they are asked for; behind the last one there are none. */
const paged =
  (rows: readonly Row[], more: Row = {}, most = 25_000) =>
  ({ startRow }: Asked) => ({ rows: rows.slice(startRow, startRow + most), ...more });

describe('which days there are', () => {
  it.each([
    ['first_incomplete_date', 'byProperty'],
    ['firstIncompleteDate', 'BY_PROPERTY'],
  ])('is told by %s beside %s', (name, responseAggregationType) => {
    const metadata = { [name]: iso(yesterday - 1) };
    // Nothing was seen two days before: that day is whole, so that it is 0.
    const rows = all.filter((day) => day < yesterday - 2 || day === yesterday - 1);
    const { lost, rows: came } = run(
      paged(
        rows.map((day) => row(day)),
        { metadata, responseAggregationType },
      ),
    );
    expect(came).toHaveLength(8);
    expect(lost).toMatchObject([{ from: yesterday, to: yesterday, why: 'later' }]);
  });

  it('is what came, where nothing is said: the last four without a row are unknown, not 0', () => {
    for (const empty of [{}, { rows: [] }, { rows: null }]) {
      const { lost, rows } = run(() => empty);
      expect(rows).toEqual([]);
      expect(lost).toMatchObject([{ from: yesterday - 3, to: yesterday, why: 'later' }]);
    }
  });

  it('ends before a day that should be whole by now and is not', () => {
    const metadata = { first_incomplete_date: iso(yesterday - 6) };
    const { lost, rows } = run(
      paged(
        all.map((day) => row(day)),
        { metadata },
      ),
    );
    expect(lost).toMatchObject([{ from: yesterday - 6, to: yesterday, why: 'later' }]);
    expect(Math.max(...rows.map(({ to }) => to))).toBe(yesterday - 7);
  });

  it('ends at a gap among days that are not whole', () => {
    const metadata = { first_incomplete_date: iso(yesterday - 2) };
    const rows = all.filter((day) => day !== yesterday - 1).map((day) => row(day));
    const { lost } = run(paged(rows, { metadata }));
    expect(lost).toMatchObject([{ from: yesterday - 1, to: yesterday }]);
  });
});

describe('an answer', () => {
  it.each([
    ['a number that is none', [row(from, { clicks: 'many' })]],
    ['a number below nothing', [row(from, { clicks: -1 })]],
    ['a day that was not asked for', [row(from - 1)]],
    ['a day that is none', [row(from, { keys: ['2026-02-30'] })]],
    ['no day', [row(from, { keys: [] })]],
    ['a day twice', [row(from), row(from)]],
    ['days out of order', [row(from + 1), row(from)]],
    ['no position of what was seen', [row(from, { position: undefined })]],
    ['rows that are none', ['x']],
  ])('with %s is half an answer, and brings nothing', (_, rows) => {
    expect(run(() => ({ rows })).outcome).toMatchObject({
      is: 'failed',
      trouble: { kind: 'halfAnswer' },
    });
  });

  it('counted by pages is not taken for one counted by the site', () => {
    for (const responseAggregationType of ['byPage', 'BY_PAGE']) {
      const { outcome } = run(paged([row(from)], { responseAggregationType }));
      expect(outcome).toMatchObject({ is: 'failed', trouble: { kind: 'halfAnswer' } });
    }
  });

  it('may have fields nobody knows, and leave out what is 0', () => {
    const rows = all.map((day) => ({ keys: [iso(day)], impressions: 4, position: 1, extra: [] }));
    const { rows: came } = run(paged(rows, { more: { x: 1 } }));
    expect(came.map(({ value }) => value)).toEqual(all.map(() => 0));
  });

  it('is paged to its end, however few rows a page has', () => {
    const whole = run(paged(all.map((day) => row(day))));
    const small = run(
      paged(
        all.map((day) => row(day)),
        {},
        3,
      ),
    );
    expect(small.rows).toEqual(whole.rows);
    expect(small.asked.map((request) => askedOf(request).startRow)).toEqual([0, 3, 6, 9]);
    // What is said of days that are not whole stands where there are rows.
    const metadata = { first_incomplete_date: iso(yesterday - 2) };
    const quiet = run(({ startRow }) =>
      startRow === 0 ? { rows: all.slice(0, 4).map((day) => row(day)), metadata } : {},
    );
    expect(quiet.asked).toHaveLength(2);
    expect(quiet.rows).toHaveLength(4);
    expect(quiet.lost).toMatchObject([{ from: yesterday - 2, to: yesterday, why: 'later' }]);
  });

  it('of a position that days would have to add up to is none', () => {
    const { lost, rows } = run(paged(all.map((day) => row(day))), [
      clicks,
      wanted('OWN_A.top', 'position', { over: 'sum' }),
    ]);
    expect(rows.map(({ input }) => input)).toEqual(all.map(() => 'CTR.clicks'));
    expect(lost).toMatchObject([{ input: 'OWN_A.top', why: 'unreadable' }]);
  });
});

describe('what is told apart', () => {
  const whole = all.map((day) => row(day));
  const part = (day: number, name: string, count: number) =>
    row(day, { keys: [iso(day), name], clicks: count });
  const answers =
    (parts: readonly Row[]) =>
    ({ dimensions = [], startRow }: Asked) => ({
      rows: (dimensions.length > 1 ? parts : whole).slice(startRow),
    });
  const total = (rows: readonly { readonly value: number }[]) =>
    rows.reduce((sum, { value }) => sum + value, 0);

  it('has the rest beside it where its parts are less than the whole', () => {
    const { rows, untold } = run(answers(all.map((day) => part(day, 'vnm', 2))), [split]);
    expect(untold).toEqual([]);
    expect(total(rows)).toBe(30);
    expect(total(rows.filter(({ segment }) => segment === 'vnm'))).toBe(20);
    expect(total(rows.filter(({ segment }) => segment === ''))).toBe(10);
  });

  it('is asked for once more where its parts are more than the whole, then shown as the whole', () => {
    const { rows, untold, asked } = run(answers(all.map((day) => part(day, 'vnm', 9))), [split]);
    expect(untold).toEqual(['CTR.clicks']);
    expect(total(rows)).toBe(30);
    expect(asked).toHaveLength(4);
    const once = run(
      (request, count) => answers(all.map((day) => part(day, 'vnm', count < 3 ? 9 : 3)))(request),
      [split],
    );
    expect(once.untold).toEqual([]);
    expect(total(once.rows.filter(({ segment }) => segment === 'vnm'))).toBe(30);
  });

  it('is paged to its end, and a row that two pages have is not counted twice', () => {
    const parts = all.flatMap((day) => [part(day, 'vnm', 2), part(day, 'usa', 1)]);
    const small = run(
      ({ dimensions = [], startRow }) => ({
        rows: dimensions.length > 1 ? parts.slice(startRow, startRow + 7) : whole,
      }),
      [split],
    );
    expect(small.untold).toEqual([]);
    expect(total(small.rows.filter(({ segment }) => segment === 'vnm'))).toBe(20);
    const moving = run(
      ({ dimensions = [], startRow }) => ({
        rows: dimensions.length > 1 ? parts.slice(Math.max(0, startRow - 1), startRow + 7) : whole,
      }),
      [split],
    );
    expect(moving.untold).toEqual(['CTR.clicks']);
    expect(total(moving.rows)).toBe(30);
    // Less than the whole all the same, so that only its name gives the row away.
    const twice = run(
      ({ dimensions = [], startRow }) => ({
        rows: dimensions.length > 1 ? [part(from, 'vnm', 1)].slice(0, 2 - startRow) : whole,
      }),
      [split],
    );
    expect(twice.untold).toEqual(['CTR.clicks']);
  });
});

describe('a request', () => {
  it('is refused by nobody for its length, and holds no key', () => {
    const inputs = [clicks, split, wanted('SEARCHRANK', 'position', { periods: [days] })];
    const { asked } = run(
      ({ dimensions = [] }) => ({
        rows:
          dimensions.length > 1 ? [] : dimensions.length === 0 ? [] : all.map((day) => row(day)),
      }),
      inputs,
      { yesterday: now },
    );
    for (const { url, method, headers } of asked) {
      expect(url.length).toBeLessThan(2000);
      expect({ method, headers }).toEqual({ method: 'post', headers: undefined });
    }
  });
});
