import type { Day } from '../../plan/calendar/calendar.ts';
import { lossReasons } from '../../sources/loss.ts';
import type { Loss, LossReason, Period } from '../../sources/source.ts';

/**
 * Where the days of an input that are known end before those of its account do: the first stretch
 * without a gap counts, since whatever is totalled may reach no further than that.
 */
export interface InputLoss {
  /** Days before this one are unknown; `null`: they are as known as the account's. */
  readonly since: Cut | null;
  /** Days after this one are unknown. */
  readonly until: Cut | null;
  /** The last day that was over when the unknown ones were last asked for. */
  readonly asked: Day;
}

export interface Cut {
  readonly day: Day;
  readonly why: LossReason;
  readonly detail: string;
}

/** Days that are unknown for a reason that may pass are asked for again so often. */
const askedEvery = 7;
const longestDetail = 60;

/** What is known of an input after some days of it were asked for again. */
export function lossAfter(of: {
  /** The first day that the account is known for. */
  readonly first: Day;
  /** What came; all days before it are as they were. */
  readonly asked: Period;
  readonly before: InputLoss | null;
  /** Of this input. */
  readonly lost: readonly Loss[];
  readonly yesterday: Day;
}): InputLoss | null {
  const { first, asked, before, yesterday } = of;
  const lost = [...of.lost, ...stillLost(first, asked, before)];
  const known = withoutGap(knownBefore(first, asked.from, before), gapsIn(asked, lost));
  if (!known) return nothingKnown(first, asked, lost, yesterday);
  const since = known.from > first ? cutAt(known.from, lost, before, 'since') : null;
  const until = known.to < asked.to ? cutAt(known.to, lost, before, 'until') : null;
  if (!since && !until) return null;
  const kept = [since, until].every(
    (cut) => cut === null || cut === before?.since || cut === before?.until,
  );
  return { since, until, asked: kept && before ? before.asked : yesterday };
}

/** Days that were unknown before, for a reason that reaches into what was asked for now. */
function stillLost(first: Day, { from }: Period, before: InputLoss | null): readonly Loss[] {
  const since = before?.since;
  if (!since || !lossReasons[since.why].stays || from <= first || since.day <= from) return [];
  return [{ input: '', from, to: since.day - 1, why: since.why, detail: since.detail }];
}

/** The days known before these, as far as they are without a gap. */
function knownBefore(first: Day, from: Day, before: InputLoss | null): Period | null {
  const since = Math.max(first, before?.since?.day ?? first);
  const until = Math.min(from - 1, before?.until?.day ?? from - 1);
  return since <= until ? { from: since, to: until } : null;
}

/** Stretches of days of which nothing is lost, the earliest first. */
function gapsIn({ from, to }: Period, lost: readonly Loss[]): readonly Period[] {
  const stretches: Period[] = [];
  let day = from;
  for (const each of [...lost].sort((one, other) => one.from - other.from)) {
    if (each.from > day) stretches.push({ from: day, to: Math.min(each.from - 1, to) });
    day = Math.max(day, each.to + 1);
  }
  if (day <= to) stretches.push({ from: day, to });
  return stretches;
}

function withoutGap(before: Period | null, stretches: readonly Period[]): Period | null {
  const [next] = stretches;
  if (!before) return next ?? null;
  return next?.from === before.to + 1 ? { from: before.from, to: next.to } : before;
}

/** Why days end to be known there: as what came says it, else as it was known before. */
function cutAt(
  day: Day,
  lost: readonly Loss[],
  before: InputLoss | null,
  side: 'since' | 'until',
): Cut {
  const known = before?.[side];
  if (known?.day === day) return known;
  const edge = side === 'since' ? day - 1 : day + 1;
  const found =
    lost.find((each) => (side === 'since' ? each.to : each.from) === edge) ??
    lost.find((each) => each.from <= edge && each.to >= edge) ??
    before?.until ??
    before?.since;
  return {
    day,
    why: found?.why ?? 'cutOff',
    detail: (found?.detail ?? '').slice(0, longestDetail),
  };
}

/** Every day is lost; a reason may reach beyond those that were asked for. */
function nothingKnown(
  first: Day,
  asked: Period,
  lost: readonly Loss[],
  yesterday: Day,
): InputLoss | null {
  const [last] = [...lost].sort((one, other) => other.to - one.to);
  if (!last) return null;
  const cut = { why: last.why, detail: last.detail.slice(0, longestDetail) };
  return last.to >= asked.to && !lossReasons[last.why].passes
    ? { since: { ...cut, day: last.to + 1 }, until: null, asked: yesterday }
    : { since: null, until: { ...cut, day: first - 1 }, asked: yesterday };
}

/** The days of an input that are known, of those of its account; `null` where none is. */
export function knownDays(account: Period, loss: InputLoss | null): Period | null {
  const from = Math.max(account.from, loss?.since?.day ?? account.from);
  const to = Math.min(account.to, loss?.until?.day ?? account.to);
  return from <= to ? { from, to } : null;
}

/** The first day that is to be asked for again, since what is unknown may have passed; `null`: none. */
export function askAgainFrom(losses: readonly InputLoss[], first: Day, yesterday: Day): Day | null {
  const days = losses.flatMap(({ since, until, asked }) => {
    const isDue = ({ why }: Cut) => {
      const { passes } = lossReasons[why];
      return passes && yesterday - asked >= (passes === 'daily' ? 1 : askedEvery);
    };
    if (since && isDue(since)) return [first];
    return until && isDue(until) ? [until.day + 1] : [];
  });
  return days.length > 0 ? Math.max(first, Math.min(...days)) : null;
}
