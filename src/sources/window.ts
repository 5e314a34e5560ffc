import {
  type Day,
  firstDay,
  lastDay,
  monthsOf,
  type QuarterName,
  type WeekStart,
  weekParts,
} from '../plan/calendar/calendar.ts';
import type { Account } from '../plan/model/feeds.ts';
import { type InputCadence, inputsOfPlan } from '../plan/model/inputs.ts';
import type { Plan } from '../plan/model/plan.ts';
import type { Assignment, InputRequest, Period } from './source.ts';

/** So many days are asked for at once, until a slice of them turns out to be too much for one run. */
export const mostSliceDays = 31;

/**
 * Which days an account is to be asked for, or `null` for none. The first time, and anew, all of the
 * quarter that is over; later what had not settled when it was fetched, and what has passed since.
 */
export function windowOf(of: {
  /** The quarter's first and last day. */
  readonly first: Day;
  readonly last: Day;
  /** The last day that is covered, and the last that will not change, as the last refresh left them. */
  readonly through: Day | null;
  readonly settled: Day | null;
  /** The last day that is over where the account is. */
  readonly yesterday: Day;
  readonly anew: boolean;
}): Period | null {
  const { first, last, through, settled, yesterday, anew } = of;
  const known =
    anew || through === null || settled === null ? first - 1 : Math.min(through, settled);
  const from = Math.max(first, known + 1);
  const to = Math.min(last, yesterday);
  return from <= to ? { from, to } : null;
}

/** The last day that will not change any more after a refresh through a day; `null` where all may. */
export function settledDay(of: {
  readonly first: Day;
  readonly through: Day;
  readonly yesterday: Day;
  readonly settleDays: number;
}): Day | null {
  const settled = Math.min(of.through, of.yesterday - of.settleDays);
  return settled >= of.first ? settled : null;
}

/** A window in pieces that are fetched, written and remembered one after the other, oldest first. */
export function slicesOf({ from, to }: Period, days = mostSliceDays): readonly Period[] {
  const length = Math.max(1, Math.min(Math.floor(days), mostSliceDays));
  const slices: Period[] = [];
  for (let at = from; at <= to; at += length) {
    slices.push({ from: at, to: Math.min(at + length - 1, to) });
  }
  return slices;
}

/** How many days to ask for at once after a slice that did not fit into a run. */
export const fewerDays = ({ from, to }: Period): number =>
  Math.max(1, Math.floor((to - from + 1) / 2));

/** The periods of a quarter in which a reading that is never combined is shown, oldest first. */
export function periodsOf(
  cadence: InputCadence,
  quarter: QuarterName,
  weekStart: WeekStart,
): readonly Period[] {
  if (cadence === 'quarter') return [{ from: firstDay(quarter), to: lastDay(quarter) }];
  if (cadence === 'month') {
    return monthsOf(quarter).map(({ first, last }) => ({ from: first, to: last }));
  }
  const weeks: Period[] = [];
  for (const part of weekParts(quarter, weekStart)) {
    const open = weeks[weeks.length - 1];
    if (open && part.week === weeks.length)
      weeks[weeks.length - 1] = { from: open.from, to: part.to };
    else weeks.push({ from: part.from, to: part.to });
  }
  return weeks;
}

/**
 * What a slice of a window asks of an account for a plan; `null` where nothing of the plan flows in
 * from there. A period that ends beyond the slice is asked for with the window's last slice alone:
 * its unfinished reading would otherwise stay behind when the next slice brings a newer one.
 */
export function assignmentOf<A extends Account>(of: {
  readonly plan: Pick<Plan, 'kpis' | 'own' | 'feeds' | 'quarter' | 'circumstances'>;
  readonly account: A;
  readonly slice: Period;
  /** The window that the slice is a piece of. */
  readonly window: Period;
  /** Nothing before the slice is known; left out, it is. */
  readonly opening?: boolean;
  readonly yesterday?: Day;
}): Assignment<A> | null {
  const { plan, account, slice, window, opening = false, yesterday } = of;
  const { quarter, circumstances } = plan;
  const open = slice.to >= window.to;
  const wanted = inputsOfPlan(plan).flatMap((input): InputRequest[] => {
    const feed = plan.feeds.find((each) => each.input === input.key && each.account === account.id);
    if (!feed) return [];
    const { over, unit, cadence } = input;
    const periods = over === 'whole' ? periodsOf(cadence, quarter, circumstances.weekStart) : [];
    return [{ feed, over, unit, periods: periods.filter(({ to }) => open || to <= slice.to) }];
  });
  const until = yesterday === undefined ? {} : { yesterday };
  return wanted.length > 0 ? { account, wanted, ...slice, opening, ...until } : null;
}
