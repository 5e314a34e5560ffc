import type { Account } from '../plan/model/feeds.ts';
import { earliestDay, type SourceEntry } from './define-source.ts';
import type { Assignment, InputRequest, Period } from './source.ts';
import { slicesOf } from './window.ts';

/**
 * What is to be asked of an account for an input's past days, oldest first, each answered by itself
 * as a refresh's slices are (`run.ts`); `null` where its source does not answer for any of them. Days
 * before those that it still gives are left out: they are unknown.
 */
export function historyOf(
  source: SourceEntry,
  account: Account,
  wanted: InputRequest,
  { from, to, yesterday }: Period & { readonly yesterday: number },
): readonly Assignment[] | null {
  // What may not be kept has no history.
  if (source.delivers.by !== 'requests' || source.keepDays !== undefined) return null;
  const first = earliestDay(source, from, yesterday);
  const last = Math.min(to, yesterday);
  if (first > last) return null;
  const slices = slicesOf({ from: first, to: last });
  return slices.map((slice, at) => ({
    account,
    wanted: [{ ...wanted, periods: periodsIn(wanted.periods, slice) }],
    ...slice,
    opening: at === 0,
    yesterday,
  }));
}

/** A reading is asked for with the slice in which its period ends. */
const periodsIn = (periods: readonly Period[], slice: Period): readonly Period[] =>
  periods.filter(({ to }) => to >= slice.from && to <= slice.to);
