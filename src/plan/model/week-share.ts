import type { Day, WeekPart } from '../calendar/calendar.ts';

/** The weight of a week part as somebody set it; `null` where nobody has. */
export type Weight = number | null;

/** Unless somebody says otherwise, every day weighs the same: a whole week is 1. */
export const evenWeight = (part: WeekPart): number => (part.to - part.from + 1) / 7;

/**
 * Share of the quarter's week weights up to and including a day, 0–1; inside a part day by day.
 * `null` where no day is settled yet, or where the weights leave nothing to divide by or are below
 * zero.
 */
export function shareAt(
  parts: readonly WeekPart[],
  weights: readonly Weight[],
  day: Day | null,
): number | null {
  if (day === null || weights.some((weight) => weight !== null && weight < 0)) return null;
  let all = 0;
  let passed = 0;
  for (const [at, part] of parts.entries()) {
    const weight = weights[at] ?? evenWeight(part);
    const length = part.to - part.from + 1;
    all += weight;
    passed += (weight * Math.min(Math.max(day - part.from + 1, 0), length)) / length;
  }
  return all > 0 ? passed / all : null;
}
