import { describe, expect, it } from 'vitest';
import { unforeseen } from '../../kit/desk/answers.ts';
import { Killed } from '../../kit/desk/fake-book.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import { openFakeDesk } from '../../kit/desk/fake-desk.ts';
import {
  dataRows,
  day,
  fedDesk,
  fedPlan,
  feed,
  hour,
  logLines,
  refreshed,
  settle,
} from '../../kit/desk/fed-desk.ts';
import { error, euro, scriptedGa4, shop, usual } from '../../kit/desk/scripted-ga4.ts';
import { difference } from '../../kit/run/kill-points.ts';
import { sweep } from '../../kit/run/sweep.ts';

const minute = 60_000;
/** Every twentieth point is tried; every one in a sweep. */
const stride = sweep(20, 1);

/** All that is to be the same however often a run was cut off; moments and counters differ. */
function picture({ book }: FakeDesk): string {
  const data = book.named.get('KPI_data_abc123');
  const tab = book.tabs.find(({ id }) => id === data?.sheet);
  const plan = book.named.get('KPI_abc123_feeds');
  const cells = [...(book.tabs.find(({ id }) => id === plan?.sheet)?.cells ?? [])]
    .filter(([, value]) => typeof value !== 'number' || value < 46_000 || Number.isInteger(value))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const notes = [...book.properties]
    // A sign of life, and the list as it was last seen.
    .filter(([key]) => !/^(?:beat$|overview\b)/.test(key))
    .map(([key, text]) => [
      key,
      text.replace(
        /"(serial|fetchedMs|sinceMs|tries|untilMs|anewMs|dueMs|sheet)":[\d.e+]+/g,
        '"$1":0',
      ),
    ]);
  return JSON.stringify({
    rows: dataRows(book).map((row) => row && { ...row, freshness: '' }),
    height: tab?.rows,
    names: [...book.named.values()].map(({ name, row, rows }) => [name, row, rows]).sort(),
    cells,
    notes: notes.sort(),
    log: logLines(book),
  });
}

const twoShops = fedPlan({
  feeds: [
    feed('LEADS', { split: 'sessionDefaultChannelGroup' }),
    feed('TRAFFIC', { metric: 'sessions', account: euro.id }),
  ],
  accounts: [shop, euro],
});

const together = fedPlan({
  feeds: [feed('LEADS'), feed('TRAFFIC', { metric: 'sessions' })],
});

/** Fewer leads in the last days, other ones before, one day of sessions taken back. */
const moved = scriptedGa4({
  counts: (metric, on, segment) => {
    if (on < 46_430) return usual(metric, on, segment);
    if (metric === 'sessions') return on % 2 === 0 ? 0 : 40;
    return segment === 'Paid Social' ? 0 : usual(metric, on, segment) + 1;
  },
});

type Prepare = (desk: FakeDesk) => void;
const nothing: Prepare = () => {};
const nextDay: Prepare = (desk) => {
  refreshed(desk);
  desk.outside.now += day;
};
const restated: Prepare = (desk) => {
  nextDay(desk);
  desk.outside.answer = moved;
};
const mended: Prepare = (desk) => {
  refreshed(desk);
  desk.outside.now += day;
  desk.outside.answer = scriptedGa4({ fails: () => error(403, 'PERMISSION_DENIED', 'no') });
  refreshed(desk);
  desk.outside.now += day;
  desk.outside.answer = moved;
};

function prepared(prepare: Prepare, plan = twoShops): () => FakeDesk {
  const desk = fedDesk(plan);
  prepare(desk);
  const { answer, now } = desk.outside;
  return () => {
    const copy = openFakeDesk(desk.book.copy());
    settle(copy);
    copy.outside.answer = answer;
    copy.outside.now = now;
    return copy;
  };
}

/** Ends a run at its n-th request, before it is sent or after it is answered. */
function killAtRequest(desk: FakeDesk, nth: number, when: 'before' | 'after'): void {
  const { answer } = desk.outside;
  let count = 0;
  desk.outside.answer = (request) => {
    count += 1;
    if (count !== nth) return answer(request);
    if (when === 'after') answer(request);
    desk.book.killAt(desk.book.calls.length + 1, 'before');
    throw new Killed('request');
  };
}

describe('a refresh that is cut off before or after any of its calls and requests, and run again', () => {
  it.each([
    ['of a quarter that nobody has fetched yet', nothing, false],
    ['of the last days', nextDay, false],
    ['of the last days, nothing told apart', restated, false, together],
    ['of days that have become others', restated, false],
    ['after a failure', mended, false],
    ['of the whole quarter again', restated, true],
  ] as const)('%s ends in the same spreadsheet', (name, prepare, anew, plan = twoShops) => {
    const fresh = prepared(prepare, plan);
    const whole = fresh();
    refreshed(whole, 'abc123', anew);
    const expected = picture(whole);
    const [calls, requests] = [whole.book.calls.length, whole.outside.sent.length];
    const kills: ((desk: FakeDesk) => void)[] = (['before', 'after'] as const).flatMap((when) => [
      ...Array.from(
        { length: calls },
        (_, at) => (desk: FakeDesk) => desk.book.killAt(at + 1, when),
      ),
      ...Array.from(
        { length: requests },
        (_, at) => (desk: FakeDesk) => killAtRequest(desk, at + 1, when),
      ),
    ]);
    const points = [...kills.entries()].filter(([at]) => at % stride === 0);
    for (const [at, kill] of points) {
      const desk = fresh();
      const { answer } = desk.outside;
      kill(desk);
      desk.panel.refresh({ plan: 'abc123', anew });
      desk.book.revive();
      desk.outside.answer = answer;
      // What a killed run has taken it keeps for a while.
      desk.outside.now += 7 * minute;
      refreshed(desk, 'abc123', anew);
      expect(difference(expected, picture(desk)), `${at} of ${kills.length}`).toBe('');
    }
    expect(unforeseen).toEqual([]);
    console.log(`a refresh ${name}: killed at ${points.length} of ${kills.length} points`);
  });
});

describe('a sheet into which numbers flow', () => {
  it.each([
    [
      'that is built beside another',
      (desk: FakeDesk) => desk.panel.buildPlan({ plan: fedPlan({ id: 'other1' }), sample: false }),
    ],
    [
      'that gets another mapping',
      (desk: FakeDesk) =>
        desk.panel.saveFeeds({
          plan: 'abc123',
          revision: 1,
          who: 'Lan',
          accounts: [shop],
          feeds: [feed('LEADS', { metric: 'sessions' })],
        }),
    ],
  ] as const)('%s and is cut off ends the same when it is asked for again', (name, run) => {
    const fresh = prepared(nextDay);
    const whole = fresh();
    expect(run(whole)).toHaveProperty('ok');
    const expected = picture(whole);
    const calls = whole.book.calls.length;
    for (let call = 1; call <= calls; call += stride) {
      const desk = fresh();
      desk.book.killAt(call, 'after');
      run(desk);
      desk.book.revive();
      // Where only the answer was lost, what was asked for stands.
      run(desk);
      expect(difference(expected, picture(desk)), `call ${call}`).toBe('');
    }
    console.log(`a sheet ${name}: killed at ${Math.ceil(calls / stride)} of ${calls} calls`);
    expect(unforeseen).toEqual([]);
  });
});

describe('a refresh that everything may go wrong with', () => {
  it('ends with the numbers there are, whatever fails on the way and whoever else is at it', () => {
    const fresh = prepared(restated);
    const whole = fresh();
    whole.outside.now += 20 * hour;
    refreshed(whole);
    const rows = (desk: FakeDesk) =>
      dataRows(desk.book).map((row) => row && { ...row, freshness: '' });
    const expected = rows(whole);
    let failures = 0;
    const seeds = 60 / stride;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const random = randoms(seed);
      const desk = fresh();
      const { answer } = desk.outside;
      desk.outside.answer = (request) => {
        const dice = random();
        if (dice > 0.4) return answer(request);
        failures += 1;
        if (dice < 0.08) return { status: 0, headers: {}, body: '' };
        if (dice < 0.16) return error(503, 'UNAVAILABLE', 'busy');
        if (dice < 0.24)
          return error(429, 'RESOURCE_EXHAUSTED', 'Exhausted concurrent requests quota.');
        const { body, ...rest } = answer(request);
        return { ...rest, body: body.slice(0, Math.floor(body.length * random())) };
      };
      for (let run = 0; run < 6; run += 1) {
        if (random() < 0.5) desk.book.killAt(1 + Math.floor(random() * 40), 'after');
        desk.host.busy = random() < 0.1;
        desk.panel.refresh({ plan: 'abc123', anew: random() < 0.2 });
        desk.host.busy = false;
        desk.book.revive();
        desk.outside.now += 10 * minute;
      }
      desk.outside.answer = answer;
      desk.outside.now = whole.outside.now;
      refreshed(desk);
      expect(rows(desk), `seed ${seed}`).toEqual(expected);
    }
    expect(failures).toBeGreaterThan(seeds);
    console.log(`a refresh in trouble: ${seeds} seeds, ${failures} failures`);
  });
});

function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
