import type { Quota, Tokens } from './source.ts';

const minute = 60_000;
const hour = 60 * minute;
/** With this share of an hour's tokens left the rest is for people who look at their reports. */
const leastShare = 0.1;

/**
 * When tokens of an hour are back. Google says «in under an hour» and not from when it counts: the
 * next full hour is taken, and a minute for clocks that differ.
 */
export const nextHour = (nowMs: number): number => (Math.floor(nowMs / hour) + 1) * hour + minute;

export const nearlySpent = (quota: Quota | null): boolean =>
  [quota?.hour, quota?.projectHour].some(
    (tokens) => tokens && tokens.left <= tokens.of * leastShare,
  );

/** What two answers used and left, the later one given last. */
export function bothQuotas(one: Quota | null, other: Quota | null): Quota | null {
  if (!one || !other) return other ?? one;
  return {
    hour: bothTokens(one.hour, other.hour),
    projectHour: bothTokens(one.projectHour, other.projectHour),
    day: bothTokens(one.day, other.day),
  };
}

/** Answers to what was asked at once come in any order: what is least left counts. */
function bothTokens(one: Tokens | null, other: Tokens | null): Tokens | null {
  if (!one || !other) return other ?? one;
  return {
    used: one.used + other.used,
    left: Math.min(one.left, other.left),
    of: Math.max(one.of, other.of),
  };
}
