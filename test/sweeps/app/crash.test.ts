import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/app/api/api.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';
import { difference } from '../../kit/run/kill-points.ts';
import { sweep } from '../../kit/run/sweep.ts';

/** Every twentieth point is tried, the first and the last; every one in a sweep. */
const stride = sweep(20, 1);
const isTried = (call: number, calls: number): boolean =>
  stride === 1 || call % stride === 1 || call === calls;

type Run = (desk: FakeDesk) => Answer<unknown>;

/** Everything there is; ids of sheets, which differ from run to run, by the names of their tabs. */
function picture({ book }: FakeDesk): string {
  const named = JSON.stringify(book.picture()).replace(
    /(\\"(?:sheet|from)\\":)(\d+)/g,
    (_, key, id) => `${key}${book.tabs.find((each) => each.id === Number(id))?.name ?? 'gone'}`,
  );
  return named;
}

function prepared(before: readonly Run[]): () => FakeDesk {
  const desk = openFakeDesk();
  desk.book.type(desk.notes, 3, 2, 'mine');
  desk.book.type(desk.notes, 4, 2, '=B3&"!"');
  for (const earlier of before) ok(earlier(desk));
  return () => {
    const copy = openFakeDesk(desk.book.copy());
    // The first quarter of 2027 is over: it can be closed.
    copy.book.day = 46_480;
    return copy;
  };
}

/**
 * Ends a run before and after its calls, and runs it again. Says at how many points of how many.
 * Between two calls nothing happens outside, so `after` alone leaves out the very beginning only.
 */
function killedAt(
  before: readonly Run[],
  run: Run,
  when: readonly ('before' | 'after')[],
): { tried: number; points: number } {
  const fresh = prepared(before);
  const whole = fresh();
  ok(run(whole));
  const calls = whole.book.calls.length;
  const expected = picture(whole);
  let tried = 0;
  for (let call = 1; call <= calls; call += 1) {
    if (!isTried(call, calls)) continue;
    for (const end of when) {
      tried += 1;
      const desk = fresh();
      desk.book.killAt(call, end);
      run(desk);
      desk.book.revive();
      expect(desk.book.peek(desk.notes, 3, 2)).toBe('mine');
      ok(run(desk));
      const unlike = difference(expected, picture(desk));
      expect(unlike, `${end} call ${call}, ${desk.book.calls.length}`).toBe('');
      expect(unforeseen).toEqual([]);
    }
  }
  return { tried, points: calls * when.length };
}

/** Somebody deletes a part of the sheet. */
const breakIt: Run = ({ book }) => {
  book.named.delete('KPI_abc123_month');
  return { ok: null };
};
const build: Run = ({ panel }) => panel.buildPlan({ plan: lan(), sample: false });
const change =
  (plan: ReturnType<typeof lan>): Run =>
  ({ panel }) =>
    panel.changePlan({ plan, revision: 1, who: 'Minh' });

const dearer = lan({}, [
  planned('LEADS', { weight: 0.5, baseline: 1030, target: 1300, owner: 'Minh' }),
  planned('CPL', { weight: 0.5, baseline: 92_000, target: 80_000 }),
  planned('MKTSPEND', { target: 120_000_000 }),
]);
const more = lan({}, [...dearer.kpis.slice(0, 2), planned('TRAFFIC', { target: 9000 })]);
const next = lan({ id: 'next01', quarter: { year: 2027, month: 4 }, after: 'abc123' });

describe('a run that is cut off before or after any of its calls, and run again', () => {
  it.each([
    ['a build', [], build],
    ['a change of values', [build], change(dearer)],
    ['a change that builds the sheet anew', [build], change(more)],
    [
      'a roll-over',
      [build],
      ({ panel }: FakeDesk) => panel.buildPlan({ plan: next, sample: false }),
    ],
    ['a repair', [build, breakIt], ({ panel }: FakeDesk) => panel.repairPlan('abc123')],
    ['closing a quarter', [build], ({ panel }: FakeDesk) => panel.closePlan('abc123')],
    [
      'making it portable',
      [build],
      ({ panel }: FakeDesk) => panel.makePortable({ plan: 'abc123', native: true }),
    ],
  ] as [string, Run[], Run][])(
    '%s ends in the same spreadsheet, nothing doubled',
    (name, before, run) => {
      const when = before.length === 0 ? (['before', 'after'] as const) : (['after'] as const);
      const { tried, points } = killedAt(before, run, when);
      console.log(`${name}: killed at ${tried} of ${points} points`);
      expect(points).toBeGreaterThan(20);
    },
  );
});

describe('undo that is cut off before or after any of its calls', () => {
  it.each([
    ['a build', [build], []],
    ['a change of values', [build, change(dearer)], [lan()]],
    ['a rebuild', [build, change(more)], [lan()]],
    [
      'a roll-over',
      [build, ({ panel }: FakeDesk) => panel.buildPlan({ plan: next, sample: false })],
      [lan()],
    ],
  ] as [string, Run[], Plan[]][])(
    'of %s is done when it is asked again, and loses nothing',
    (_, before, left) => {
      const fresh = prepared(before);
      const whole = fresh();
      ok(whole.panel.undo());
      const calls = whole.book.calls.length;
      for (let call = 1; call <= calls; call += 1) {
        if (!isTried(call, calls)) continue;
        const desk = fresh();
        desk.book.killAt(call, 'after');
        desk.panel.undo();
        desk.book.revive();
        // Where all was done but the answer was lost there is nothing to undo any more.
        desk.panel.undo();
        desk.book.revive();
        const { plans, undo } = ok(desk.panel.planStart());
        expect(undo).toBeNull();
        expect(plans.map(({ state }) => state)).toEqual(left.map(() => 'open'));
        for (const plan of left) expect(ok(desk.panel.openPlan(plan.id)).plan).toEqual(plan);
        expect(desk.book.peek(desk.notes, 3, 2)).toBe('mine');
        expect(desk.book.tabs.filter(({ name }) => name.startsWith('~'))).toEqual([]);
        expect(unforeseen).toEqual([]);
      }
    },
  );
});
