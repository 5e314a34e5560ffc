import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearlySpent } from '../../src/sources/quota.ts';
import { begin, due, ended, outcomeOf, type Run, takeResponses } from '../../src/sources/run.ts';
import type { Classification, HttpResponse, Quota, Source } from '../../src/sources/source.ts';
import { wholeTrust } from '../../src/sources/trust.ts';

/** A question brings the numbers from `from` to `to`, a few at a time. */
interface Numbers {
  readonly from: number;
  readonly to: number;
  readonly pieces?: number;
}
const quotaWith = (left: number): Quota => ({
  hour: { used: 1, left, of: 100 },
  projectHour: null,
  day: null,
});
const verdicts: Record<string, Classification> = {
  busy: { is: 'retry', afterMs: null, trouble: { kind: 'busy', detail: '' } },
  soon: { is: 'retry', afterMs: 9000, trouble: { kind: 'busy', detail: '' } },
  long: { is: 'retry', afterMs: 600_000, trouble: { kind: 'busy', detail: '' } },
  crowd: { is: 'retry', afterMs: null, trouble: { kind: 'quotaAtOnce', detail: '' } },
  hour: { is: 'wait', untilMs: 5_000_000, trouble: { kind: 'quotaHour', detail: '' } },
  gone: { is: 'stop', trouble: { kind: 'propertyGone', detail: '' } },
  mixed: { is: 'stop', trouble: { kind: 'mixedFields', detail: 'x' } },
};
const numbers: Source<Numbers> = {
  settleDays: 0,
  pace: { atOnce: 5, perSecond: null },
  plan: () => [],
  request: (question) => ({ method: 'get', url: JSON.stringify(question), body: null }),
  classify: ({ status, body }) =>
    status === 0
      ? { is: 'retry', afterMs: null, trouble: { kind: 'noAnswer', detail: '' } }
      : (verdicts[body] ?? { is: 'ok' }),
  parse({ from, to }, { body }) {
    if (body === 'half') return { trouble: { kind: 'halfAnswer', detail: '' } };
    if (body === 'zone') return { trouble: { kind: 'otherZone', detail: 'UTC' } };
    const row = { from, to: from, input: 'A', segment: '', value: from };
    const more = from < to ? [{ from: from + 1, to }] : [];
    const quota = body.startsWith('left ') ? quotaWith(Number(body.slice(5))) : null;
    return { rows: [row], more, trust: wholeTrust, quota };
  },
  apart: ({ pieces = 0, from, to }) =>
    pieces > 0
      ? [
          { from, to: from, pieces: pieces - 1 },
          { from: from + 1, to },
        ]
      : [],
};

const say = (body: string): HttpResponse => ({ status: 200, headers: {}, body });

/** Runs to the end; the clock jumps to when something is due. Notes what was sent when. */
function play(questions: readonly Numbers[], answer: (asked: Numbers, at: number) => string) {
  const rounds: { readonly at: number; readonly sent: number }[] = [];
  let now = 1_000_000;
  let turn = 0;
  let run: Run<Numbers> = begin(questions);
  while (!ended(run)) {
    const { send, untilMs } = due(run, numbers.pace, now);
    if (send.length === 0) {
      expect(untilMs).toBeGreaterThan(now);
      now = untilMs;
      continue;
    }
    rounds.push({ at: now, sent: send.length });
    const responses = send.map(({ question }) => say(answer(question, turn++)));
    // The state may be kept: it is JSON.
    run = JSON.parse(
      JSON.stringify(takeResponses(numbers, run, { send, leftMs: now }, responses, now)),
    );
    expect(rounds.length).toBeLessThan(500);
  }
  return { outcome: outcomeOf(run), rounds, run, now };
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);
const valuesOf = (outcome: ReturnType<typeof outcomeOf>) =>
  outcome.is === 'done' ? outcome.rows.map(({ value }) => value) : null;

describe('the loop that fetches', () => {
  it('asks several questions at once, follows their pages, and brings every row once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 14 }), (lengths) => {
        const questions = lengths.map((length, at) => ({ from: at * 10, to: at * 10 + length }));
        const { outcome, rounds, run } = play(questions, () => 'ok');
        expect(valuesOf(outcome)).toEqual(
          lengths.flatMap((length, at) => upTo(length + 1).map((each) => at * 10 + each)),
        );
        expect(rounds.every(({ sent }) => sent <= numbers.pace.atOnce)).toBe(true);
        expect(run.requests).toBe(rounds.reduce((sum, { sent }) => sum + sent, 0));
      }),
    );
  });

  it('lets as many leave within any second as the system counts, and loses none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.nat(30),
        fc.nat(1500),
        (perSecond, count, ms) => {
          const pace = { atOnce: 5, perSecond };
          const left: number[] = [];
          let now = 0;
          let run: Run<Numbers> = begin(upTo(count).map((at) => ({ from: at, to: at })));
          while (!ended(run)) {
            const { send, untilMs } = due(run, pace, now);
            left.push(...send.map(() => now));
            if (send.length === 0) expect(untilMs).toBeGreaterThan(now);
            const leftMs = now;
            now = send.length === 0 ? untilMs : now + ms;
            run = takeResponses(
              numbers,
              run,
              { send, leftMs },
              send.map(() => say('ok')),
              now,
            );
          }
          expect(left).toHaveLength(count);
          for (const from of left) {
            const within = left.filter((at) => at >= from && at < from + 1000);
            expect(within.length).toBeLessThanOrEqual(perSecond);
          }
        },
      ),
    );
  });

  it('brings the same whatever goes wrong on the way, or says what did', () => {
    // Rare enough that most runs get through.
    const bodies = [...upTo(40).map(() => 'ok'), 'busy', 'half', 'crowd', 'soon'];
    const questions = upTo(8).map((at) => ({ from: at * 10, to: at * 10 + 2 }));
    const whole = valuesOf(play(questions, () => 'ok').outcome);
    let failed = 0;
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom(...bodies)), (stream) => {
        const { outcome } = play(questions, () => stream.next().value ?? 'ok');
        if (outcome.is === 'failed') failed += 1;
        else expect(valuesOf(outcome)).toEqual(whole);
      }),
    );
    expect(failed).toBeLessThan(100);
  });

  it('asks one at a time after the first trouble, later and later, and then gives up', () => {
    const { outcome, rounds } = play(
      upTo(7).map((at) => ({ from: at, to: at })),
      () => 'busy',
    );
    expect(outcome).toMatchObject({ is: 'failed', trouble: { kind: 'busy' }, untilMs: null });
    expect(rounds.map(({ sent }) => sent)).toEqual([5, 1, 1, 1]);
    // Ten errors of the server in an hour would lock everybody out of the property.
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBeLessThan(10);
  });

  it('backs off for about 1, 2 and 4 seconds, not all questions at the same moment', () => {
    const [one, other] = [0, 100].map((from) => play([{ from, to: from }], () => 'busy').rounds);
    const pauses = (rounds: typeof one) =>
      (rounds ?? []).slice(1).map(({ at }, before) => at - (rounds?.[before]?.at ?? 0));
    for (const [at, pause] of pauses(one).entries()) {
      expect(pause).toBeGreaterThanOrEqual(1000 * 2 ** at);
      expect(pause).toBeLessThan(1000 * 2 ** at + 1000);
    }
    expect(pauses(one)).not.toEqual(pauses(other));
    expect(pauses(play([{ from: 0, to: 0 }], () => 'busy').rounds)).toEqual(pauses(one));
  });

  it('waits as long as it is told, and leaves where that is too long to wait for', () => {
    const soon = play([{ from: 1, to: 1 }], (_, at) => (at === 0 ? 'soon' : 'ok'));
    expect(soon.rounds.map(({ at }) => at - 1_000_000)).toEqual([0, 9000]);
    expect(soon.outcome.is).toBe('done');
    const long = play([{ from: 1, to: 1 }], () => 'long');
    expect(long.outcome).toMatchObject({ is: 'failed', untilMs: 1_600_000 });
    expect(long.rounds).toHaveLength(1);
  });

  it('takes what never came for no answer', () => {
    const run = begin<Numbers>([{ from: 1, to: 1 }]);
    const { send } = due(run, numbers.pace, 0);
    const after = takeResponses(numbers, run, { send, leftMs: 0 }, [], 0);
    expect(ended(after)).toBe(false);
    expect(due(after, numbers.pace, 0).send).toEqual([]);
  });

  it.each([
    ['hour', 'quotaHour', 5_000_000],
    ['gone', 'propertyGone', null],
    ['zone', 'otherZone', null],
    ['mixed', 'mixedFields', null],
  ] as const)('ends at once where waiting seconds does not help: %s', (body, kind, untilMs) => {
    const { outcome, rounds } = play([{ from: 1, to: 1 }], () => body);
    expect(outcome).toMatchObject({ is: 'failed', trouble: { kind }, untilMs });
    expect(rounds).toHaveLength(1);
  });

  it('asks in pieces where fields would not go together', () => {
    const { outcome } = play([{ from: 1, to: 3, pieces: 2 }], ({ pieces = 0 }) =>
      pieces > 1 ? 'mixed' : 'ok',
    );
    expect(valuesOf(outcome)).toEqual([1, 2, 3]);
  });

  it('leaves the last tenth of an hour of questions to people', () => {
    const early = play([{ from: 1, to: 3 }], () => 'left 10');
    const nextHour = 3_600_000 + 60_000;
    expect(early.outcome).toMatchObject({
      is: 'failed',
      trouble: { kind: 'nearQuota' },
      untilMs: nextHour,
    });
    const atTheEnd = play([{ from: 1, to: 1 }], () => 'left 10');
    expect(atTheEnd.outcome).toMatchObject({ is: 'done', restUntilMs: nextHour });
    const enough = play([{ from: 1, to: 3 }], () => 'left 11');
    expect(enough.outcome).toMatchObject({ is: 'done', restUntilMs: null });
  });

  it('has nothing to do where nothing is asked', () => {
    expect(outcomeOf(begin([]))).toMatchObject({ is: 'done', rows: [] });
  });
});

describe('what is left of a quota', () => {
  it('is the scarcer of what the property and the project have in an hour', () => {
    const quota: Quota = {
      hour: { used: 0, left: 90, of: 100 },
      projectHour: { used: 0, left: 5, of: 50 },
      day: { used: 0, left: 300, of: 200 },
    };
    expect(nearlySpent(quota)).toBe(true);
    expect(nearlySpent(null)).toBe(false);
    expect(nearlySpent({ hour: null, projectHour: null, day: null })).toBe(false);
  });
});
