import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import { accountIn, type Checkpoint, countsOf } from '../data-sheet/checkpoint.ts';
import {
  type DayInput,
  dayInputs,
  digestOfDays,
  isAsNoted,
  keysOf,
  mergeDayLines,
  totalsOf,
} from '../data-sheet/day-lines.ts';
import { dropSurplusLines, type ReadDays, readDays, writeDays } from '../data-sheet/days-block.ts';
import {
  compareRows,
  type DataRow,
  findRestatements,
  mergeRows,
  type Restatement,
  type RowBatch,
} from '../data-sheet/merge-rows.ts';
import { dropSurplus, type ReadRows, writeRows } from '../data-sheet/read-write-rows.ts';
import { type ShownSegments, shownSegments, withoutHidden } from '../data-sheet/shown-segments.ts';
import { isSegmented, standingSegments } from '../data-sheet/top-segments.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea, Spreadsheet } from '../ports/spreadsheet.ts';
import { type Bringing, readFor } from './bring-rows.ts';
import type { BroughtData } from './brought-data.ts';

/**
 * What a run brings: numbers of single days to the lines of the sheet of days, everything else to the
 * rows of the data sheet, and of both only as many segments as are shown.
 */
export function bringDays(
  bringing: Bringing & { readonly days: NamedArea },
  ranking: { readonly rank: boolean; readonly ranked: Checkpoint['ranked'] },
  context: Context,
): BroughtData {
  const { plan, batches, before, days } = bringing;
  const { spreadsheet } = context;
  const inputs = dayInputs(plan, context);
  const read = readDays(plan, days, spreadsheet);
  const first = firstDay(plan.quarter);
  const fromOf = (account: string) =>
    batches.find((each) => each.account === account)?.from ?? Number.POSITIVE_INFINITY;
  const isWhole = ({ account }: DayInput) => fromOf(account) <= first;
  // What comes anew altogether, or never came, rests on nothing that stands.
  const rests = inputs.filter(
    (input) => !isWhole(input) && accountIn(before, input.account).through !== null,
  );
  const until = Math.min(
    Math.max(first, ...rests.map(({ account }) => fromOf(account))),
    lastDay(plan.quarter) + 1,
  );
  const damaged = rests.length > 0 && isDamaged(read, before, until - first);
  // What its system does not give any more stays as far as it can be read.
  const isLost = (input: DayInput) =>
    damaged && !isWhole(input) && accountIn(before, input.account).from === undefined;
  const lost = inputs.filter((input) => keysOf(input).length > 0 && isLost(input));
  const gone = new Set(lost.flatMap(keysOf));
  const standing = new Map([...read.lines].filter(([key]) => !gone.has(key)));
  const names = isSegmented(plan) ? standingSegments(bringing.split(), spreadsheet) : null;
  const shown = shownSegments(plan, inputs, {
    before: standing,
    standing: names?.names ?? [],
    batches,
    rank: ranking.rank,
    known: (input) => ({
      whole: isWhole(input),
      folded: (accountIn(before, input.account).folded ?? []).includes(input.key),
      untold: bringing.untold.includes(input.key),
      lost: isLost(input),
    }),
  });
  const lines = mergeDayLines(plan, inputs, standing, batches, shown.of);
  const from = Math.max(0, Math.min(...batches.map((batch) => batch.from)) - first);
  const now = new Map(lines.map((line) => [line.key, line]));
  const rows = bringRows(bringing, inputs, shown, spreadsheet);
  return {
    untold: bringing.untold,
    lost: lost.flatMap(({ key, daily }) => (daily ? [key] : [])),
    folded: inputs.flatMap(({ key }) => (shown.isFolded(key) ? [key] : [])),
    restated: [
      ...findRestatements(
        totalsOf(plan, inputs, standing),
        totalsOf(plan, inputs, now),
        batches,
        (input) => (lost.some(({ key }) => key === input) ? null : bringing.reported(input)),
      ),
      ...(rows?.restated ?? []),
    ],
    foreign: read.foreign + (rows?.read.foreign ?? 0),
    damaged: damaged || (rows?.read.damaged ?? false),
    state: {
      counts: rows?.counts ?? before.counts,
      days: digestOfDays(lines),
      ranked: ranking.ranked,
    },
    write() {
      if (rows) writeRows(rows.read, rows.rows, spreadsheet);
      writeDays(plan, read, lines, from, spreadsheet);
    },
    writeNames: () => names?.write(shown.names),
    tidy() {
      if (rows) dropSurplus(rows.read, rows.rows.length, spreadsheet);
      dropSurplusLines(read, lines.length, spreadsheet);
    },
  };
}

/** Whether what stands there is not what was written last, as far as it is to stay. */
function isDamaged({ lines, isWhole }: ReadDays, { days }: Checkpoint, before: number): boolean {
  if (!isWhole) return true;
  // Carried over from the rows of an older layout, nothing is noted of it yet.
  if (days === undefined) return lines.size === 0;
  return !isAsNoted(days, [...lines.values()], before);
}

interface BroughtRows {
  readonly read: ReadRows;
  readonly rows: readonly DataRow[];
  readonly counts: readonly number[];
  readonly restated: readonly Restatement[];
}

/** What does not stand on the sheet of days; `null` where the rows of the data sheet stay as they are. */
function bringRows(
  bringing: Bringing,
  inputs: readonly DayInput[],
  shown: ShownSegments,
  spreadsheet: Spreadsheet,
): BroughtRows | null {
  const { before, data, reported, when } = bringing;
  const own = new Set(inputs.flatMap(({ key, daily }) => (daily ? [] : [key])));
  const plan = {
    ...bringing.plan,
    feeds: bringing.plan.feeds.filter(({ input }) => own.has(input)),
  };
  const accounts = new Set(plan.feeds.map(({ account }) => account));
  const batches = bringing.batches.flatMap((batch): RowBatch[] =>
    accounts.has(batch.account)
      ? [{ ...batch, rows: batch.rows.filter(({ input }) => own.has(input)) }]
      : [],
  );
  const first = firstDay(plan.quarter);
  // Rows that an older layout has left, and that have moved to the sheet of days by now; rows of what
  // is mapped otherwise, or not at all, any more.
  const stray =
    data.rows > 2 &&
    (before.days === undefined ||
      accounts.size === 0 ||
      bringing.batches.some((batch) => batch.from <= first && !accounts.has(batch.account)));
  if (batches.length === 0 && !stray) return null;
  const fed = new Set(bringing.plan.feeds.map(({ account }) => account));
  const left = Object.entries(before.accounts).filter(([id]) => !fed.has(id));
  const asked = {
    plan,
    batches,
    before: { ...before, accounts: Object.fromEntries(left) },
    data,
  };
  const read = readFor(asked, stray, spreadsheet);
  const rows = [...withoutHidden(mergeRows(read.rows, batches, plan, when), shown)].sort(
    compareRows,
  );
  const from = Math.min(...batches.map((batch) => batch.from));
  return {
    read,
    rows,
    counts: countsOf(rows, plan, before.counts, read.above > 0 ? from : first),
    restated: findRestatements(read.rows, rows, batches, reported),
  };
}
