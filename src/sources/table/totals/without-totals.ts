import { type DatedRow, spanOf, type TableRow, type UndatedRow } from '../dated-rows.ts';
import { type Answer, totalsOfDays } from './day-totals.ts';
import { type RowLabels, rowLabels } from './row-labels.ts';
import { type MeasuredColumn, type Sums, sumsOf } from './row-sums.ts';

/** Rows told apart: those that count, and those that hold what others hold already. */
export interface PartedRows {
  readonly rows: readonly DatedRow[];
  readonly undated: readonly UndatedRow[];
  /** Rows of totals that are left out. */
  readonly totals: readonly TableRow[];
  /** Of these, rows with a day that no word alone calls a total: their numbers do. */
  readonly bySum: readonly TableRow[];
  /** Rows, by their place, that may be totals of others: nobody but people know. */
  readonly unsure: ReadonlySet<number>;
}

/**
 * Leaves out rows that hold the sum of other rows, by what they sum: `Cộng ngày`, `All campaigns`,
 * a line for the whole time that names nothing. Their words are hints and decide alone only where
 * they say nothing but “total”. Beside that each number that flows in has to be the sum of the other
 * rows of its day, or of those above or below it, wherever a row is called so. One number that fits
 * is chance; two, or two days on which it fits, are none. What is left in doubt is handed out, to be
 * asked: it is neither counted twice nor dropped.
 */
export function withoutTotals(
  dated: readonly DatedRow[],
  undated: readonly UndatedRow[],
  measures: readonly MeasuredColumn[],
  days: readonly number[],
  answer: Answer,
): PartedRows {
  const sums = sumsOf(measures);
  const labelled = rowLabels(
    [...dated, ...undated],
    measures.map(({ column }) => column),
    days,
  );
  const byDay = totalsOfDays(dated, sums, labelled, answer);
  const kept = dated.filter(({ at }) => !byDay.totals.has(at));
  const ofAll = totalsOfAll(kept, undated, sums, labelled);
  const whole = summaries(
    kept.filter(({ at }) => !byDay.unsure.has(at)),
    labelled,
    sums,
  );
  const totals = [...dated, ...undated].filter(
    ({ at }) => byDay.totals.has(at) || ofAll.has(at) || whole.has(at),
  );
  return {
    rows: kept.filter(({ at }) => !whole.has(at)),
    undated: undated.filter(({ at }) => !ofAll.has(at)),
    totals,
    bySum: totals.filter(({ at }) => byDay.totals.has(at) && !labelled.get(at)?.isEnd),
    unsure: byDay.unsure,
  };
}

/** Undated rows that hold what the rows above, below, or all of the table come to. */
function totalsOfAll(
  rows: readonly DatedRow[],
  undated: readonly UndatedRow[],
  sums: Sums,
  labelled: RowLabels,
): ReadonlySet<number> {
  const found = new Set<number>();
  if (undated.length === 0) return found;
  const inOrder = [...rows].sort((one, other) => one.at - other.at);
  const upTo = [sums.nothing];
  for (const row of inOrder) upTo.push(sums.plus(upTo[upTo.length - 1] ?? sums.nothing, row));
  /** Of the rows from one place to another, counted among those in order. */
  const between = (from: number, to: number) =>
    sums.minus(upTo[to] ?? sums.nothing, upTo[from] ?? sums.nothing);
  const placeOf = (at: number): number => {
    let [low, high] = [0, inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((inOrder[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let since = 0;
  for (const [nth, row] of undated.entries()) {
    const label = labelled.get(row.at);
    const here = placeOf(row.at);
    const next = placeOf(undated[nth + 1]?.at ?? Number.POSITIVE_INFINITY);
    const others = [
      between(0, inOrder.length),
      between(since, here),
      between(0, here),
      between(here, next),
      between(here, inOrder.length),
    ];
    const fit = others.map((each) => sums.fit(row, each)).find(({ fits }) => fits);
    const named =
      label?.isEnd === true ||
      (label?.isHint === true && (fit !== undefined || sums.holdsNothing(row)));
    const isSum =
      fit?.isSum === true && (label?.text === '' || label?.isHint === true || fit.columns > 1);
    if (!named && !isSum) continue;
    found.add(row.at);
    since = here;
  }
  return found;
}

/**
 * Exports begin or end with a line for their whole time that names no campaign. Where the other rows
 * name something, a row that names nothing and takes in all their days is a total if it is longer
 * than each of them, or holds the sum of one of their columns.
 */
function summaries(
  rows: readonly DatedRow[],
  labelled: RowLabels,
  sums: Sums,
): ReadonlySet<number> {
  const named = rows.filter(({ at }) => labelled.get(at)?.text !== '');
  const span = spanOf(named);
  if (!span || named.length === rows.length || named.length < 2) return new Set();
  if (named.length * 2 <= rows.length) return new Set();
  const longest = named.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const ofNamed = sums.of(named);
  const summary = rows.filter(
    (row) =>
      labelled.get(row.at)?.text === '' &&
      row.from <= span.from &&
      row.to >= span.to &&
      (row.to - row.from > longest || sums.fit(row, ofNamed).fits),
  );
  return new Set(summary.map(({ at }) => at));
}
