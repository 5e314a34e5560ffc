import { type Day, firstDay } from '../../plan/calendar/calendar.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { SheetBlock } from '../../sheet/layout/found-blocks.ts';
import type { Period, SourceError } from '../../sources/source.ts';
import {
  accountIn,
  type Checkpoint,
  checkpointNote,
  mappingHash,
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
import { daysArea, readsDays } from '../data-sheet/days-block.ts';
import { isSegmented, rankedDays, segmentsBlock } from '../data-sheet/top-segments.ts';
import type { Context } from '../ports/context.ts';
import type { NamedArea } from '../ports/spreadsheet.ts';
import { bringDays } from './bring-days.ts';
import { type Bringing, bringAllRows } from './bring-rows.ts';
import type { BroughtData } from './brought-data.ts';
import { onlyOf, stateAfter, withFolded } from './checkpoint-after.ts';
import { dataLines, logData } from './data-log-entries.ts';
import { blockIn, type OwnSheet, ownSheet } from './own-sheet.ts';
import type { AccountResult, Moment } from './source-result.ts';
import { untoldInputs, withUntold } from './untold.ts';

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
  /** The plan's own sheet; `null` where it was seen to be as it was written. */
  readonly doubtful: OwnSheet['doubtful'];
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
): Written | 'noPlace' | null {
  const { spreadsheet, services } = context;
  const { id, moment } = writing;
  const known = readCheckpoint(notes[checkpointNote(id)]);
  const own = ownSheet(id, writing.results, known.places, context);
  // Closed while it was fetched: what the sheet shows stays as it is.
  if (!own || own.metadata.frozen) return null;
  const { metadata } = own;
  const { plan } = metadata;
  const before = { ...known, places: own.places };
  const asked = stillAsked(writing.results, plan);
  const batches = asked.flatMap((each) => each.batch ?? []);
  const fed = asked.flatMap((each) => [...each.coverage.keys()]);
  const inTheWay = fed.length > 0 ? obstacle(own, fed, context) : null;
  if (inTheWay === 'noPlace') return inTheWay;
  if (inTheWay && 'trouble' in inTheWay) {
    const none = troubled(asked, before, inTheWay.trouble, moment);
    return noted(own, before, none, writing, context);
  }
  const feeds = inTheWay && 'feeds' in inTheWay ? inTheWay.feeds : null;
  const today = services.dayIn(services.zone(), moment.ms);
  const reported = new Map(asked.flatMap((each) => [...each.coverage]));
  const brought =
    feeds && inTheWay && 'data' in inTheWay && batches.length > 0
      ? bring(
          {
            plan,
            batches,
            before,
            data: inTheWay.data,
            when: moment.text,
            untold: untoldInputs(asked, before, plan),
            reported: (input) => reportedDays(feeds, reported, input),
            split: () =>
              own.written ? blockIn(own.written, 'split') : segmentsBlock(id, spreadsheet),
          },
          inTheWay.days,
          asked,
          today,
          context,
        )
      : null;
  const untold = brought ? brought.untold : untoldInputs(asked, before, plan);
  const results = withUntold(asked, untold, plan, before, moment.ms, context);
  const coverage = new Map([
    ...results.flatMap((each) => [...each.coverage]),
    ...(brought?.lost ?? []).map((input) => [input, nothingCovered] as const),
  ]);
  const lines = dataLines(
    plan,
    {
      serial: before.serial,
      when: moment.text,
      nowMs: moment.ms,
      results,
      known: (account) => accountIn(before, account),
      through: (input) => (feeds ? coverageIn(feeds, input).through : null),
      restated: brought?.restated ?? [],
      foreign: brought?.foreign ?? 0,
    },
    context,
  );
  // First of all: a line that stands already is known by its key and not written again.
  logData(plan, lines, spreadsheet);
  try {
    brought?.write();
  } catch (error) {
    context.host.report(error);
    const why = whyNotWritten(error, context);
    return noted(own, before, troubled(results, before, why, moment), writing, context);
  }
  if (feeds) writeCoverage(feeds, coverage, spreadsheet, own.written?.area);
  brought?.writeNames();
  spreadsheet.settle();
  // A ranking of which nothing came is not tried again by the next call.
  const tried = asked.some(({ ranking }) => ranking) ? today : before.ranked;
  const { counts, days, ranked } = brought?.state ?? { ...before, ranked: tried };
  const now = stateAfter(brought ? onlyOf(plan, before) : before, results, {
    anewMs: writing.anewMs,
    counts,
    days,
    ranked,
    places: own.places,
    damagedMs: brought?.damaged ? moment.ms : null,
  });
  const state = brought?.folded ? withFolded(now, plan, brought.folded) : now;
  saveCheckpoint(id, state, spreadsheet);
  brought?.tidy();
  return { state, results, doubtful: own.doubtful };
}

/** What is brought to the sheets that the plan's own sheet reads, as its layout has them. */
function bring(
  bringing: Bringing,
  days: NamedArea | null,
  results: readonly AccountResult[],
  today: Day,
  context: Context,
): BroughtData {
  const { plan, batches, before } = bringing;
  if (!days) {
    const all = results.every(({ over }) => over);
    const first = firstDay(plan.quarter);
    const fresh = batches.some(({ from }) => from <= first);
    // Where all rows are new, as after another mapping, so are the names.
    const rank = isSegmented(plan) && (fresh || today - (before.ranked ?? 0) >= rankedDays);
    // Of what is only half here they are chosen again with the rest.
    const ranked = rank ? (all ? today : null) : before.ranked;
    return bringAllRows(bringing, { rank, ranked }, context.spreadsheet);
  }
  const split = plan.feeds.flatMap((feed) => (feed.split === null ? [] : [feed.account]));
  const rankable = split.filter((account) => accountIn(before, account).from === undefined);
  const rank =
    rankable.length > 0 &&
    rankable.every((id) => results.some(({ account, whole }) => account.id === id && whole));
  // Asked for and not all of it here: it is not tried again before the next time.
  const tried = rank || results.some(({ ranking }) => ranking);
  // Of who is new here it is seen with all the others.
  const isNew = ({ account: { id }, hash, batch }: AccountResult) => {
    const known = accountIn(before, id);
    return split.includes(id) && batch !== null && (known.through === null || known.hash !== hash);
  };
  const ranked = tried ? today : results.some(isNew) ? null : before.ranked;
  return bringDays({ ...bringing, days }, { rank, ranked }, context);
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

/** Where a run writes to. */
interface Places {
  /** The block that says how far all is. */
  readonly feeds: SheetBlock;
  readonly data: NamedArea;
  /** `null`: its layout reads every number as a row. */
  readonly days: NamedArea | null;
}

/** What keeps the sheets from being written, as an error; else where they are to be written. */
function obstacle(
  { metadata: { plan, layout }, written }: OwnSheet,
  inputs: readonly string[],
  context: Context,
): { readonly trouble: SourceError } | Places | 'noPlace' {
  const { spreadsheet } = context;
  const gone = (detail: string) => ({ trouble: { kind: 'sheetGone', detail } as const });
  const data = dataArea(plan.id, spreadsheet);
  if (!data) return 'noPlace';
  const days = readsDays(layout) ? daysArea(plan.id, spreadsheet) : null;
  if (readsDays(layout) && !days) return 'noPlace';
  const area = written ? null : feedsArea(plan.id, spreadsheet);
  const feeds = written ? blockIn(written, 'feeds') : area && readFeedsBlock(area, spreadsheet);
  if (!feeds || !holdsCoverage(feeds, inputs)) return gone(context.say.parts.feeds);
  if (!spreadsheet.mayWrite(data)) return gone(context.say.sharedTitle.data);
  if (days && !spreadsheet.mayWrite(days)) return gone(context.say.sharedTitle.days);
  const may = written ? spreadsheet.mayWrite(written.area) : spreadsheet.mayChange(feeds.sheet);
  if (!may) return gone(plan.name);
  return { feeds, data, days };
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
  { metadata: { plan }, doubtful, places }: OwnSheet,
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
  const { counts, days, ranked } = before;
  const state = stateAfter(before, results, {
    anewMs,
    counts,
    days,
    ranked,
    places,
    damagedMs: null,
  });
  saveCheckpoint(plan.id, state, spreadsheet);
  return { state, results, doubtful };
}
