import { firstDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import type { Period, SourceError } from '../../sources/source.ts';
import {
  accountIn,
  type Checkpoint,
  checkpointNote,
  countsOf,
  mappingHash,
  ofThisMapping,
  ongoingError,
  readCheckpoint,
  saveCheckpoint,
} from '../data-sheet/checkpoint.ts';
import {
  type Coverage,
  coverageIn,
  feedsArea,
  holdsCoverage,
  nothingCovered,
  readFeedsBlock,
  writeCoverage,
} from '../data-sheet/coverage.ts';
import { dataArea } from '../data-sheet/data-range.ts';
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
import { planOnSheet } from '../plan-store/connection-metadata.ts';
import type { Context } from '../ports/context.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';
import { dataLines, logData } from './data-log-entries.ts';
import type { AccountResult, Moment } from './source-result.ts';
import { untoldInputs, withUntold } from './untold.ts';

/** Names of segments are chosen anew from all rows so often. */
const rankedDays = 7;

export interface Writing {
  readonly id: string;
  readonly results: readonly AccountResult[];
  readonly moment: Moment;
  /** The state as the run began it; what others noted meanwhile counts for more. */
  readonly anewMs: number | null;
}

/** What stands after a write; `null` where the plan is gone or asks for something else by now. */
export interface Written {
  readonly state: Checkpoint;
  readonly results: readonly AccountResult[];
}

/**
 * Writes what a run brought: rows, how far they are, names of segments, the log; then notes it. To
 * be called under the lock, in a number of service calls that nothing makes grow. The order is what
 * makes it safe to be cut off: rows that are inserted or deleted are so at once, and cells are not,
 * so that a note which fits the rows that stand is one whose cells stand as well.
 */
export function writeData(
  writing: Writing,
  notes: Readonly<Record<string, string>>,
  context: Context,
): Written | null {
  const { spreadsheet, services } = context;
  const { id, moment } = writing;
  const metadata = planOnSheet(id, context);
  // Closed while it was fetched: what the sheet shows stays as it is.
  if (!metadata || metadata.frozen) return null;
  const { plan } = metadata;
  const before = readCheckpoint(notes[checkpointNote(id)]);
  const asked = stillAsked(writing.results, plan);
  const batches = asked.flatMap((each) => each.batch ?? []);
  const fed = asked.flatMap((each) => [...each.coverage.keys()]);
  const inTheWay = fed.length > 0 ? obstacle(plan, fed, context) : null;
  if (inTheWay && 'trouble' in inTheWay) {
    return noted(plan, before, troubled(asked, before, inTheWay.trouble, moment), writing, context);
  }
  const feeds = inTheWay?.feeds ?? null;
  const today = services.dayIn(services.zone(), moment.ms);
  // Where all rows are new, as after another mapping, so are the names.
  const fresh = batches.some(({ from }) => from <= firstDay(plan.quarter));
  const rank = isSegmented(plan) && (fresh || today - (before.ranked ?? 0) >= rankedDays);
  const data = batches.length > 0 ? dataArea(id, spreadsheet) : null;
  const { read, rows, untold } = mergedRows(
    plan,
    batches,
    before,
    { area: data, rank, untold: untoldInputs(asked, before, plan), when: moment.text },
    spreadsheet,
  );
  const results = withUntold(asked, untold, plan, before, moment.ms, context);
  const coverage = new Map(results.flatMap((each) => [...each.coverage]));
  const changes =
    read && feeds
      ? findRestatements(read.rows, rows, batches, (input) => reportedDays(feeds, coverage, input))
      : [];
  const lines = dataLines(
    plan,
    {
      serial: before.serial,
      when: moment.text,
      nowMs: moment.ms,
      results,
      known: (account) => accountIn(before, account),
      through: (input) => (feeds ? coverageIn(feeds, input).through : null),
      restated: changes,
      foreign: read?.foreign ?? 0,
    },
    context,
  );
  // First of all: a line that stands already is known by its key and not written again.
  logData(plan, lines, spreadsheet);
  if (read) {
    try {
      writeRows(read, rows, spreadsheet);
    } catch (error) {
      context.host.report(error);
      const why = whyNotWritten(error, context);
      return noted(plan, before, troubled(results, before, why, moment), writing, context);
    }
  }
  if (feeds) writeCoverage(feeds, coverage, spreadsheet);
  const from = read ? Math.min(...batches.map((each) => each.from)) : 0;
  if (read && isSegmented(plan)) {
    // Seen from all rows or from the last ones, however many had to be read.
    writeSegments(plan, rank ? rows : rows.filter(({ to }) => to >= from), !rank, spreadsheet);
  }
  spreadsheet.settle();
  const state = stateAfter(read ? onlyOf(plan, before) : before, results, {
    anewMs: writing.anewMs,
    counts: read
      ? countsOf(rows, plan, before.counts, read.above > 0 ? from : firstDay(plan.quarter))
      : before.counts,
    // Of what is only half here they are chosen again with the rest.
    ranked: read && rank ? (results.every(({ over }) => over) ? today : null) : before.ranked,
    damagedMs: read?.damaged ? moment.ms : null,
  });
  saveCheckpoint(id, state, spreadsheet);
  if (read) dropSurplus(read, rows.length, spreadsheet);
  return { state, results };
}

interface Merging {
  /** `null`: nothing is brought. */
  readonly area: ReadRows['area'] | null;
  /** Read all rows. */
  readonly rank: boolean;
  readonly untold: readonly string[];
  readonly when: string;
}

/**
 * The rows as they are to stand. More than are told apart are put together, the input with the most
 * of them first; for that, and for an input that is not told apart from now on, all are read.
 */
function mergedRows(
  plan: Plan,
  batches: readonly RowBatch[],
  before: Checkpoint,
  { area, rank, untold, when }: Merging,
  spreadsheet: Spreadsheet,
): {
  readonly read: ReadRows | null;
  readonly rows: readonly DataRow[];
  readonly untold: readonly string[];
} {
  if (!area) return { read: null, rows: [], untold };
  const known = Object.values(before.accounts).flatMap((account) => account.untold ?? []);
  const merged = (whole: boolean) => {
    const read = readFor(plan, batches, before, { area, rank: whole }, spreadsheet);
    return { read, ...withinLimit(mergeRows(read.rows, batches, plan, when), untold) };
  };
  const last = merged(rank || untold.some((input) => !known.includes(input)));
  const total = last.read.above + last.rows.length;
  return last.read.above > 0 && total > mostRows ? merged(true) : last;
}

/** The days that were known and are now: what is not here again yet is not another number now. */
function reportedDays(
  feeds: SheetBlock,
  now: ReadonlyMap<string, Coverage>,
  input: string,
): Period | null {
  const days = [coverageIn(feeds, input), now.get(input) ?? nothingCovered];
  const from = Math.max(...days.map((each) => each.from ?? Number.POSITIVE_INFINITY));
  const to = Math.min(...days.map((each) => each.through ?? Number.NEGATIVE_INFINITY));
  return from <= to ? { from, to } : null;
}

/** A plan may have been changed while its data was fetched. */
const stillAsked = (results: readonly AccountResult[], plan: Plan): AccountResult[] =>
  results.filter(({ account, hash }) => {
    const asked = plan.accounts.find(({ id }) => id === account.id);
    const flows = plan.feeds.some((feed) => feed.account === account.id);
    return asked && flows && mappingHash(asked, plan) === hash;
  });

function readFor(
  plan: Plan,
  batches: readonly RowBatch[],
  { counts, accounts }: Checkpoint,
  { area, rank }: { readonly area: ReadRows['area']; readonly rank: boolean },
  spreadsheet: Spreadsheet,
): ReadRows {
  const fed = plan.feeds.map(({ account }) => account);
  const from = new Map(batches.map((each) => [each.account, each.from]));
  const since = Math.min(...from.values());
  const until = Math.max(...fed.map((account) => from.get(account) ?? Number.POSITIVE_INFINITY));
  // What came from an account of which nothing is asked any more goes, however old it is.
  const left = Object.keys(accounts).some((account) => !fed.includes(account));
  return readDataRows(plan, area, { since, until, whole: rank || left }, counts, spreadsheet);
}

/** What keeps the sheets from being written, as an error; else the block that says how far all is. */
function obstacle(
  plan: Plan,
  inputs: readonly string[],
  { spreadsheet, say }: Context,
): { readonly trouble: SourceError } | { readonly feeds: SheetBlock } {
  const gone = (detail: string) => ({ trouble: { kind: 'sheetGone', detail } as const });
  const area = feedsArea(plan.id, spreadsheet);
  const data = dataArea(plan.id, spreadsheet);
  if (!data) return gone(say.sharedTitle.data);
  const feeds = area && readFeedsBlock(area, spreadsheet);
  if (!feeds || !holdsCoverage(feeds, inputs)) return gone(say.parts.feeds);
  if (!spreadsheet.mayChange(data.sheet)) return gone(say.sharedTitle.data);
  if (!spreadsheet.mayChange(feeds.sheet)) return gone(plan.name);
  return { feeds };
}

/** Only what Google says of it is known: a full spreadsheet, protected cells, or its words. */
function whyNotWritten(error: unknown, { host }: Context): SourceError {
  const cause = host.causeOf(error);
  if (cause === 'tooManyCells') return { kind: 'tooMuch', detail: '' };
  if (cause === 'protectedCell' || cause === 'readOnly') return { kind: 'sheetGone', detail: '' };
  return { kind: 'notWritten', detail: error instanceof Error ? error.message : String(error) };
}

/** Results of which nothing could be written. */
const troubled = (
  results: readonly AccountResult[],
  before: Checkpoint,
  error: SourceError,
  { ms }: Moment,
): AccountResult[] =>
  results.map((each) => {
    const known = accountIn(before, each.account.id);
    const state = { ...known, trouble: ongoingError(error, known.trouble, ms) };
    return { ...each, batch: null, coverage: new Map(), state, over: true };
  });

/** Notes what went wrong without anything else being written. */
function noted(
  plan: Plan,
  before: Checkpoint,
  results: readonly AccountResult[],
  { moment, anewMs }: Writing,
  context: Context,
): Written {
  const { spreadsheet } = context;
  const report = {
    serial: before.serial,
    when: moment.text,
    nowMs: moment.ms,
    results,
    known: (account: string) => accountIn(before, account),
    through: () => null,
    restated: [],
    foreign: 0,
  };
  logData(plan, dataLines(plan, report, context), spreadsheet);
  const { counts, ranked } = before;
  const state = stateAfter(before, results, { anewMs, counts, ranked, damagedMs: null });
  saveCheckpoint(plan.id, state, spreadsheet);
  return { state, results };
}

/** The state as far as it is of what the plan asks for: rows of anything else have gone. */
const onlyOf = (plan: Plan, state: Checkpoint): Checkpoint => ({
  ...state,
  accounts: Object.fromEntries(
    plan.accounts
      .filter(({ id }) => Object.keys(state.accounts).includes(id))
      .filter(({ id }) => plan.feeds.some((feed) => feed.account === id))
      .map((account) => [
        account.id,
        ofThisMapping(accountIn(state, account.id), mappingHash(account, plan)),
      ]),
  ),
});

function stateAfter(
  before: Checkpoint,
  results: readonly AccountResult[],
  now: Pick<Checkpoint, 'counts' | 'ranked' | 'anewMs'> & { readonly damagedMs: number | null },
): Checkpoint {
  const { counts, ranked, damagedMs } = now;
  const accounts = {
    ...before.accounts,
    ...Object.fromEntries(results.map(({ account, state }) => [account.id, state])),
  };
  const over = results.every((each) => each.over);
  const state = { serial: before.serial + 1, accounts, counts, ranked };
  if (damagedMs === null) return { ...state, anewMs: over ? null : now.anewMs };
  return { ...resetCheckpoints(state.accounts, state), anewMs: damagedMs };
}

/** The same, with everything to be fetched again that its source would still give. */
export const resetCheckpoints = <T extends object>(accounts: Checkpoint['accounts'], state: T) => ({
  ...state,
  accounts: Object.fromEntries(
    Object.entries(accounts).map(([id, account]) => [
      id,
      account.from === undefined
        ? { ...account, through: null, settled: null, fetchedMs: null, digests: '' }
        : { ...account, fetchedMs: null },
    ]),
  ),
});
