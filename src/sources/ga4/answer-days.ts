import type { Day } from '../../plan/calendar/calendar.ts';
import { dateOf, dayOf } from '../../plan/calendar/day.ts';
import { type Json, objectsOf, textOf } from '../json.ts';
import type { Loss, Period } from '../source.ts';
import type { Ga4Report } from './question.ts';

/** `20261122`, `2026-11-22`; `null` where there is no such day. */
export function dayIn(text: string): Day | null {
  const parts = /^(\d{4})(-?)(\d\d)\2(\d\d)$/.exec(text);
  if (!parts) return null;
  const [year, month, date] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  const day = dayOf(year, month, date);
  const read = dateOf(day);
  return read.month === month && read.day === date && read.year === year ? day : null;
}

/**
 * Days that Google says it has cut off a report; `null` where it cannot be read what it says. Where it
 * names no day, none of the report's is known to be whole.
 */
export function cutOff(report: Ga4Report, reasons: unknown): readonly Loss[] | null {
  const read = objectsOf(reasons);
  if (!read) return null;
  const cuts: Period[] = [];
  for (const reason of read) {
    const named = cutDays(reason);
    if (!named) return null;
    cuts.push(...(named.length > 0 ? named : [always]));
  }
  return cuts.flatMap((cut) =>
    report.ranges.flatMap((range) => {
      const from = Math.max(cut.from, range.from);
      const to = Math.min(cut.to, range.to);
      if (from > to) return [];
      return report.inputs.map(
        ({ input }): Loss => ({ input, from, to, why: 'cutOff', detail: '' }),
      );
    }),
  );
}

const always: Period = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER };

/** «Data before this date is truncated», and ranges with their first and their last day. */
function cutDays({ dataTruncationDate, dataTruncationDateRanges }: Json): Period[] | null {
  const ranges = objectsOf(dataTruncationDateRanges);
  const date = textOf(dataTruncationDate);
  const before = date === '' ? [] : [{ from: always.from, to: (dayIn(date) ?? always.to) - 1 }];
  const named = ranges?.map(({ startDate, endDate }) => ({
    from: dayIn(textOf(startDate)) ?? always.from,
    to: dayIn(textOf(endDate)) ?? always.to,
  }));
  return named ? [...before, ...named] : null;
}
