import type { TableRow } from '../dated-rows.ts';
import { isBlankCell } from '../find-table.ts';

/** A number that a row holds: `null` where nothing stands, or nothing that can be read. */
export interface MeasuredColumn {
  readonly column: number;
  readonly read: (row: TableRow) => number | null;
  /** It flows into the plan: what counts twice in it counts twice on the sheet. */
  readonly isTaken: boolean;
}

/** How a row compares with others: how many of its numbers are the sum of theirs. */
export interface Fit {
  readonly fits: boolean;
  /** Columns in which it does. */
  readonly columns: number;
  /** Whether at least two of the others add something: else it is only equal to one. */
  readonly isSum: boolean;
}

/** What some rows come to, by measured column: the sum, and how many of them add to it. */
interface Tally {
  readonly sum: readonly number[];
  readonly adding: readonly number[];
}
export type Sums = ReturnType<typeof sumsOf>;

/** The numbers of rows, each read once, and what several of them come to. */
export function sumsOf(measures: readonly MeasuredColumn[]) {
  const known = new Map<number, readonly (number | null)[]>();
  const valuesOf = (row: TableRow): readonly (number | null)[] => {
    const values = known.get(row.at) ?? measures.map(({ read }) => read(row));
    known.set(row.at, values);
    return values;
  };
  const nothing: Tally = { sum: measures.map(() => 0), adding: measures.map(() => 0) };
  const plus = (tally: Tally, row: TableRow): Tally => {
    const values = valuesOf(row);
    return {
      sum: tally.sum.map((each, at) => each + (values[at] ?? 0)),
      adding: tally.adding.map((each, at) => each + (values[at] ? 1 : 0)),
    };
  };
  const minus = (tally: Tally, less: Tally): Tally => ({
    sum: tally.sum.map((each, at) => each - (less.sum[at] ?? 0)),
    adding: tally.adding.map((each, at) => each - (less.adding[at] ?? 0)),
  });
  return {
    valuesOf,
    nothing,
    /** Whether none of its numbers flows in: it can be counted nowhere. */
    holdsNothing: (row: TableRow): boolean =>
      measures.every(({ isTaken }, at) => !isTaken || valuesOf(row)[at] === null),
    plus,
    minus,
    of: (rows: readonly TableRow[]): Tally => rows.reduce(plus, nothing),
    fit(row: TableRow, others: Tally): Fit {
      const own = valuesOf(row);
      let [columns, parts, taken] = [0, 0, 0];
      for (const [at, { isTaken }] of measures.entries()) {
        const value = own[at] ?? null;
        const adding = others.adding[at] ?? 0;
        if (value === null) continue;
        const isSame = adding > 0 ? isNear(value, others.sum[at] ?? 0, adding) : value === 0;
        if (isTaken && !isSame) return unfit;
        if (!isSame || value === 0) continue;
        columns += 1;
        parts = Math.max(parts, adding);
        if (isTaken) taken += 1;
      }
      return { fits: taken > 0, columns, isSum: parts > 1 };
    },
  };
}

/** It is no sum of them. */
export const unfit: Fit = { fits: false, columns: 0, isSum: false };

/** The same but for what each part may have been rounded by. */
const isNear = (one: number, sum: number, parts: number): boolean =>
  Math.abs(one - sum) <=
  Math.abs(sum) * 1e-9 + (Number.isInteger(one) && Number.isInteger(sum) ? 0 : 0.005 * (parts + 1));

/** Cells below a column that are numbers in most of its rows. */
export const isNumeric = (rows: readonly TableRow[], column: number): boolean => {
  const filled = rows.filter(({ cells }) => !isBlankCell(cells[column]));
  return filled.filter(({ cells }) => typeof cells[column] === 'number').length * 2 > filled.length;
};
