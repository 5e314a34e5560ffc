import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { segmentKeys } from '../../../src/sheet/data/feed-columns.ts';
import { ok } from '../../kit/desk/answers.ts';
import { typeAt, valueAt } from '../../kit/desk/blocks.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import { covered, day, dayLines, fedDesk, fedPlan, feed } from '../../kit/desk/fed-desk.ts';
import { type Counts, error, euro, scriptedGa4, shop } from '../../kit/desk/scripted-ga4.ts';
import { sweep } from '../../kit/run/sweep.ts';

const first = dayOf(2027, 1, 1);
const pool = Array.from({ length: 14 }, (_, at) => `Kênh ${String.fromCharCode(65 + at)}`);

/** What a segment counts for good; which are the largest changes from month to month, and some begin late. */
function final(metric: string, on: number, segment: string): number {
  const at = pool.indexOf(segment);
  if (on < first + 9 * (at % 5)) return 0;
  const rank = (at + 5 * Math.floor((on - first) / 21)) % pool.length;
  return ((on * 3 + at * 7 + metric.length) % 4) * (1 + rank);
}

/** What it counts so far, seen on a day: the last three may still change. */
const soFar =
  (seen: number): Counts =>
  (metric, on, segment) =>
    final(metric, on, segment) + (seen - on <= 3 ? (seen + on) % 3 : 0);

type Deed =
  | { readonly is: 'refresh'; readonly anew: boolean }
  | { readonly is: 'later'; readonly days: number }
  | { readonly is: 'fails'; readonly account: string; readonly after: number }
  | { readonly is: 'kill'; readonly call: number; readonly when: 'before' | 'after' }
  | { readonly is: 'name'; readonly place: number; readonly name: string }
  | { readonly is: 'touch'; readonly how: 'sort' | 'delete' | 'type' | 'day'; readonly at: number }
  | { readonly is: 'save'; readonly account: string; readonly split: boolean };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.constant<Deed>({ is: 'refresh', anew: false }),
  fc.constant<Deed>({ is: 'refresh', anew: false }),
  fc.constant<Deed>({ is: 'refresh', anew: true }),
  fc.constantFrom(1, 2, 5, 8, 30).map((days): Deed => ({ is: 'later', days })),
  fc
    .record({ account: fc.constantFrom(shop.id, euro.id), after: fc.integer({ min: 0, max: 2 }) })
    .map((given): Deed => ({ is: 'fails', ...given })),
  fc
    .record({
      call: fc.integer({ min: 1, max: 70 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    })
    .map((given): Deed => ({ is: 'kill', ...given })),
  fc
    .record({ place: fc.integer({ min: 0, max: 9 }), name: fc.constantFrom('', 'Lạ', ...pool) })
    .map((given): Deed => ({ is: 'name', ...given })),
  fc
    .record({
      how: fc.constantFrom('sort' as const, 'delete' as const, 'type' as const, 'day' as const),
      at: fc.integer({ min: 0, max: 500 }),
    })
    .map((given): Deed => ({ is: 'touch', ...given })),
  fc
    .record({ account: fc.constantFrom(shop.id, euro.id), split: fc.boolean() })
    .map((given): Deed => ({ is: 'save', ...given })),
);

const channel = 'sessionDefaultChannelGroup';
const plan = () =>
  fedPlan({
    feeds: [
      feed('LEADS', { split: channel }),
      feed('TRAFFIC', { metric: 'sessions', account: euro.id, split: channel }),
    ],
    accounts: [shop, euro],
  });

const answerOf = ({ book }: FakeDesk) =>
  scriptedGa4({ segments: pool, counts: (...asked) => soFar(book.day)(...asked) });

/** Whether every number has come by then, so that whatever somebody's hand did is put right. */
function act(desk: FakeDesk, deed: Deed): boolean {
  const { panel, outside, book } = desk;
  const answer = () => answerOf(desk);
  switch (deed.is) {
    case 'later':
      outside.now += deed.days * day;
      book.day = Math.floor(outside.now / day) + 25569;
      return false;
    case 'fails': {
      let asked = 0;
      const usual = answer();
      outside.answer = (request) => {
        if (!request.url.includes(deed.account) || !request.url.includes(':batch'))
          return usual(request);
        asked += 1;
        return asked > deed.after ? error(403, 'PERMISSION_DENIED', 'No.') : usual(request);
      };
      return false;
    }
    case 'refresh': {
      for (let calls = 0; calls < 20; calls += 1) {
        const said = panel.refresh({ plan: 'abc123', anew: deed.anew });
        if (!('ok' in said) || said.ok.done) break;
      }
      outside.answer = answer();
      outside.now += 7 * 60_000;
      const now = panel.dataStart();
      const [found] = 'ok' in now ? now.ok.plans : [];
      const through = Math.min(dayOf(2027, 3, 31), book.day - 1);
      return ['LEADS', 'TRAFFIC'].every(
        (input) =>
          covered(book, input, 'through') === through &&
          found?.feeds.every(({ trouble }) => trouble === ''),
      );
    }
    case 'kill':
      book.killAt(book.calls.length + deed.call, deed.when);
      panel.refresh({ plan: 'abc123', anew: false });
      book.revive();
      outside.now += 7 * 60_000;
      return false;
    case 'name':
      typeAt(book, 'abc123', ['split', segmentKeys[deed.place] ?? 's1', 'title'], deed.name);
      return false;
    case 'touch':
      touch(desk, deed.how, deed.at);
      return false;
    default: {
      const { revision } = ok(panel.openPlan('abc123'));
      outside.answer = answer();
      const leads = feed('LEADS', { account: deed.account, split: deed.split ? channel : null });
      const { feeds } = plan();
      const accounts = [shop, euro];
      const asked = { feeds: [leads, ...feeds.slice(1)], accounts };
      panel.saveFeeds({ plan: 'abc123', revision, who: 'Lan', ...asked });
      return false;
    }
  }
}

/** Somebody's hand on the sheet of days. */
function touch({ book }: FakeDesk, how: 'sort' | 'delete' | 'type' | 'day', at: number): void {
  const area = book.named.get('KPI_days_abc123');
  if (!area || area.rows < 3) return;
  const row = area.row + 1 + (at % (area.rows - 1));
  if (how === 'delete') book.deleteRows(area.sheet, row, 1);
  else if (how === 'day') book.type(area.sheet, area.row, 4 + (at % 80), first + (at % 90));
  else if (how === 'type') book.type(area.sheet, row, 4 + (at % 40), at);
  else {
    const lines = Array.from({ length: area.rows }, (_, down) =>
      Array.from({ length: area.columns }, (_, across) =>
        book.peek(area.sheet, area.row + down, area.column + across),
      ),
    );
    lines.sort((one, other) => String(other[at % 6]).localeCompare(String(one[at % 6])));
    for (const [down, line] of lines.entries()) {
      for (const [across, cell] of line.entries())
        book.type(area.sheet, area.row + down, area.column + across, cell);
    }
  }
}

/** That every day which counts as known has the numbers that there are, altogether and by segment. */
function check(desk: FakeDesk): number {
  const { book } = desk;
  const lines = dayLines(book);
  let checked = 0;
  for (const { input, account, metric, split } of ok(desk.panel.openPlan('abc123')).plan.feeds) {
    const [from, through, settled, updated] = ['from', 'through', 'settled', 'updated'].map(
      (column) => covered(book, input, column),
    );
    if (typeof from !== 'number' || typeof through !== 'number') continue;
    const truth = (on: number, segment: string) =>
      on <= Number(settled || 0)
        ? final(metric ?? '', on, segment)
        : soFar(Math.floor(Number(updated)))(metric ?? '', on, segment);
    const own = lines.find(({ key }) => key === `${input}|${account}`);
    const places = lines.filter(({ key }) => key.startsWith(`${input}|${account}|`));
    const shown = places.filter(({ segment }) => segment !== '');
    expect(new Set(shown.map(({ segment }) => segment)).size, input).toBe(shown.length);
    if (split === null) expect(places, input).toEqual([]);
    for (let on = from; on <= through; on += 1) {
      const of = split === null ? [''] : pool;
      const sum = of.reduce((total, segment) => total + truth(on, segment), 0);
      expect([input, on, own?.days.get(on) || 0]).toEqual([input, on, sum]);
      for (const { segment, days } of shown) {
        const told = [input, on, segment];
        expect([...told, days.get(on) || 0]).toEqual([...told, truth(on, segment)]);
        checked += 1;
      }
    }
  }
  return checked;
}

/** That the names on the plan's sheet are those that the lines below an input were filled for. */
function checkNames({ book }: FakeDesk): void {
  const lines = dayLines(book).filter(({ segment }) => segment !== '');
  for (const place of segmentKeys) {
    const name = valueAt(book, 'abc123', 'split', place, 'title');
    for (const { key, segment } of lines)
      if (key.endsWith(`|${place}`)) expect([key, segment]).toEqual([key, name]);
  }
}

const runs = sweep(8, 600);

describe('segments that are shown, whatever is done', () => {
  it('are whole from the first day on, and their inputs what all of them come to', () => {
    let [checked, ranked] = [0, 0];
    fc.assert(
      fc.property(fc.array(deed, { minLength: 6, maxLength: 18 }), (deeds) => {
        const desk = fedDesk(plan());
        desk.outside.answer = answerOf(desk);
        act(desk, { is: 'refresh', anew: false });
        let touched = false;
        const done: Deed[] = [];
        for (const each of deeds) {
          done.push(each);
          const whole = act(desk, each);
          touched = (touched || each.is === 'touch') && !whole;
          if (touched) continue;
          checked += check(desk);
          // Once nothing more comes nothing is written, and what somebody typed stays.
          const comes = desk.book.day <= dayOf(2027, 4, 3);
          if (whole && comes && valueAt(desk.book, 'abc123', 'split', 's1', 'title') !== '') {
            checkNames(desk);
            ranked += 1;
          }
        }
      }),
      { numRuns: runs, endOnFailure: false, seed: 1 },
    );
    expect(checked).toBeGreaterThan(1000);
    console.log(`segments: ${runs} runs, ${checked} numbers, names looked at ${ranked} times`);
  });
});
