import { hashText } from '../../messages/hash-text.ts';
import type { Day } from '../../plan/calendar/calendar.ts';
import type { Row } from '../source.ts';

/**
 * What the rows of each day (by `to`) come to: the first day, then one digest per day, nothing for a
 * day without rows. 92 days are less than 800 characters. Rows are as `inOrder` leaves them.
 */
export function digestByDay(rows: readonly Row[]): string {
  const days = new Map<Day, number>();
  for (const { from, to, input, segment, value } of rows) {
    const text = JSON.stringify([from, input, segment.toLowerCase(), value]);
    days.set(to, hashText(text, days.get(to)));
  }
  if (days.size === 0) return '';
  const all = [...days.keys()];
  const first = Math.min(...all);
  const digests = Array.from({ length: Math.max(...all) - first + 1 }, (_, at) => {
    const digest = days.get(first + at);
    return digest === undefined ? '' : digest.toString(36);
  });
  return `${first}:${digests.join(',')}`;
}

/** The first day whose rows are others than before; `null` where all are the same. */
export function firstChangedDay(before: string, now: string): Day | null {
  const [old, current] = [daysOf(before), daysOf(now)];
  const changed = [...new Set([...old.keys(), ...current.keys()])].filter(
    (day) => old.get(day) !== current.get(day),
  );
  return changed.length > 0 ? Math.min(...changed) : null;
}

function daysOf(kept: string): ReadonlyMap<Day, string> {
  const [first = '', digests = ''] = kept.split(':');
  const days = digests.split(',').map((digest, at) => [Number(first) + at, digest] as const);
  return new Map(days.filter(([, digest]) => digest !== ''));
}
