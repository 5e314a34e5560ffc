import { firstDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import type { Period } from '../../sources/source.ts';
import { type Checkpoint, countsOf } from '../data-sheet/checkpoint.ts';
import { mostRows, withinLimit } from '../data-sheet/fold-segments.ts';
import {
  type DataRow,
  findRestatements,
  mergeRows,
  type RowBatch,
} from '../data-sheet/merge-rows.ts';
import {
  dropSurplus,
  type ReadRows,
  readDataRows,
  writeRows,
} from '../data-sheet/read-write-rows.ts';
import { isSegmented, writeSegments } from '../data-sheet/top-segments.ts';
import type { NamedArea, Spreadsheet } from '../ports/spreadsheet.ts';
import type { BroughtData } from './brought-data.ts';

/** What a run brings, and what it is brought to. */
export interface Bringing {
  readonly plan: Plan;
  readonly batches: readonly RowBatch[];
  readonly before: Checkpoint;
  readonly data: NamedArea;
  /** The moment, as rows have it. */
  readonly when: string;
  readonly untold: readonly string[];
  /** Days of an input that were known and still are. */
  readonly reported: (input: string) => Period | null;
  /** The block of the segments on the plan's own sheet; `null` where it is gone. */
  readonly split: () => SheetBlock | null;
}

/** The same for a sheet of layout 1 or 2, which reads every number as a row of its own. */
export function bringAllRows(
  bringing: Bringing,
  ranking: { readonly rank: boolean; readonly ranked: Checkpoint['ranked'] },
  spreadsheet: Spreadsheet,
): BroughtData {
  const { plan, batches, before, reported } = bringing;
  const { read, rows, untold } = mergedRows(bringing, ranking.rank, spreadsheet);
  const from = Math.min(...batches.map((each) => each.from));
  return {
    untold,
    lost: [],
    folded: null,
    restated: findRestatements(read.rows, rows, batches, reported),
    foreign: read.foreign,
    damaged: read.damaged,
    state: {
      counts: countsOf(rows, plan, before.counts, read.above > 0 ? from : firstDay(plan.quarter)),
      ranked: ranking.ranked,
    },
    write: () => writeRows(read, rows, spreadsheet),
    writeNames() {
      if (!isSegmented(plan)) return;
      // Seen from all rows or from the last ones, however many had to be read.
      const seen = ranking.rank ? rows : rows.filter(({ to }) => to >= from);
      writeSegments(plan, seen, !ranking.rank, spreadsheet);
    },
    tidy: () => dropSurplus(read, rows.length, spreadsheet),
  };
}

interface Merged {
  readonly read: ReadRows;
  readonly rows: readonly DataRow[];
  readonly untold: readonly string[];
}

/**
 * The rows as they are to stand. More than are told apart are put together, the input with the most
 * of them first; for that, and for an input that is not told apart from now on, all are read.
 */
function mergedRows(bringing: Bringing, rank: boolean, spreadsheet: Spreadsheet): Merged {
  const { plan, batches, before, untold, when } = bringing;
  const known = Object.values(before.accounts).flatMap((account) => account.untold ?? []);
  const merged = (whole: boolean) => {
    const read = readFor(bringing, whole, spreadsheet);
    return { read, ...withinLimit(mergeRows(read.rows, batches, plan, when), untold) };
  };
  const last = merged(rank || untold.some((input) => !known.includes(input)));
  const total = last.read.above + last.rows.length;
  return last.read.above > 0 && total > mostRows ? merged(true) : last;
}

/** The rows of the days that accounts bring anew, or all of them. */
export function readFor(
  { plan, batches, before, data }: Pick<Bringing, 'plan' | 'batches' | 'before' | 'data'>,
  whole: boolean,
  spreadsheet: Spreadsheet,
): ReadRows {
  const { counts, accounts } = before;
  const fed = plan.feeds.map(({ account }) => account);
  const from = new Map(batches.map((each) => [each.account, each.from]));
  const since = Math.min(...from.values());
  const until = Math.max(...fed.map((account) => from.get(account) ?? Number.POSITIVE_INFINITY));
  // What came from an account of which nothing is asked any more goes, however old it is.
  const left = Object.keys(accounts).some((account) => !fed.includes(account));
  return readDataRows(plan, data, { since, until, whole: whole || left }, counts, spreadsheet);
}
