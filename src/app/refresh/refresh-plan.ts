import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { layoutVersion, type Plan } from '../../plan/model/plan.ts';
import type { PlanMetadata } from '../../sheet/plan/metadata-block.ts';
import { factsFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import {
  accountIn,
  type Checkpoint,
  checkpointNote,
  readCheckpoint,
  saveCheckpoint,
} from '../data-sheet/checkpoint.ts';
import { clearCoverage, serialMoment } from '../data-sheet/coverage.ts';
import { ensureDataBlock } from '../data-sheet/data-range.ts';
import { ensureDaysBlock, readsDays } from '../data-sheet/days-block.ts';
import { isSegmented, rankedDays } from '../data-sheet/top-segments.ts';
import { planOnSheet } from '../plan-store/connection-metadata.ts';
import { findPlan } from '../plan-store/find-plan.ts';
import { markDamage } from '../plan-store/mark-damage.ts';
import { typedOverFormulas, writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import type { Context } from '../ports/context.ts';
import type { LastingCause } from '../ports/lasting-cause.ts';
import { pendingChanges, recover } from '../transactions/pending-change.ts';
import { resetCheckpoints } from './checkpoint-after.ts';
import { type AskedAccount, refreshAsked } from './fetch-source.ts';
import { holdsLease, leaseNote } from './lease.ts';
import { refreshTable } from './read-table-source.ts';
import type { AccountResult, Moment } from './source-result.ts';
import { type Written, writeData } from './write-refresh.ts';

export interface PlanRun {
  readonly anew: boolean;
  readonly deadlineMs: number;
  /** Of the lease. */
  readonly token: string;
}

/** What came of one plan in one run. */
export type PlanRefreshed =
  /** Nothing of it can be refreshed: its sheet is gone, its quarter is closed, nothing flows in. */
  | { readonly is: 'none'; readonly why: 'gone' | 'closed' | 'typed'; readonly name: string }
  /** Another run has taken over, the plan was changed meanwhile, or the platform refused for good. */
  | {
      readonly is: 'lost';
      readonly refused?: { readonly id: string; readonly cause: LastingCause };
    }
  | {
      readonly is: 'done';
      readonly plan: Plan;
      readonly state: Checkpoint;
      readonly results: readonly AccountResult[];
      /** Nothing more is to be asked for now. */
      readonly over: boolean;
      /** What of its sheet is not as it was built, in one sentence; `''` where all is. */
      readonly damage: string;
    };

/** Fetches what is due of a plan and writes it. Knows of no other plan, and reads no history. */
export function refreshPlan(id: string, run: PlanRun, context: Context): PlanRefreshed {
  const metadata = planOnSheet(id, context);
  // What a newer version has built it alone can write to.
  if (!metadata || metadata.layout > layoutVersion) return { is: 'none', why: 'gone', name: '' };
  const { plan } = metadata;
  if (metadata.frozen) return { is: 'none', why: 'closed', name: plan.name };
  if (plan.feeds.length === 0) return { is: 'none', why: 'typed', name: plan.name };
  const written = fetchedAndWritten(metadata, run, context);
  if (written === 'noPlace') {
    // Seen only when there is something to write: to ask every day would cost as much as the reading.
    if (!standUpAgain(metadata, run.token, context)) return { is: 'lost' };
    const again = fetchedAndWritten(metadata, run, context);
    return again === 'noPlace' ? { is: 'lost' } : cameOf(plan, again, run, context);
  }
  return cameOf(plan, written, run, context);
}

/** Fetches what is due and writes it; `noPlace`: somebody has deleted where it is to be written. */
function fetchedAndWritten(
  metadata: PlanMetadata,
  run: PlanRun,
  context: Context,
): Written | 'noPlace' | null {
  const { spreadsheet } = context;
  const { id } = metadata.plan;
  const moment = momentNow(context);
  const state = begun(readCheckpoint(spreadsheet.note(checkpointNote(id))), run.anew, moment.ms);
  const results = fetched(metadata, state, run, moment, context);
  return underLease(run.token, context, (notes) => {
    // What is to be fetched anew is noted before anything of it is here.
    const started = run.anew && state.anewMs === moment.ms;
    const now = started
      ? {
          ...notes,
          [checkpointNote(id)]: JSON.stringify(
            begun(readCheckpoint(notes[checkpointNote(id)]), true, moment.ms),
          ),
        }
      : notes;
    return writeData({ id, results, moment, anewMs: state.anewMs }, now, context);
  });
}

function cameOf(
  plan: Plan,
  written: Written | null,
  run: PlanRun,
  context: Context,
): PlanRefreshed {
  if (!written) return { is: 'lost' };
  const over = written.state.anewMs === null && written.results.every((each) => each.over);
  // Once, when everything is here: what the numbers are made into has to be whole.
  const damage = over ? lookOver(written, run.token, context) : '';
  return { is: 'done', plan, state: written.state, results: written.results, over, damage };
}

/** Whether a plan's sheet is as it was built; its status cells say where it is not. Says what is not. */
function lookOver({ doubtful }: Written, token: string, context: Context): string {
  const plan = doubtful?.();
  if (!plan) return '';
  if (plan.damageMarks().length > 0) {
    underLease(token, context, () => {
      markDamage(plan, context);
      return true;
    });
  }
  return plan.check()?.sentence ?? '';
}

/** Asking for all of it again begins once, however often it is asked until it is there. */
const begun = (state: Checkpoint, again: boolean, nowMs: number): Checkpoint =>
  again && state.anewMs === null
    ? { ...resetCheckpoints(state.accounts, state), anewMs: nowMs }
    : state;

/** Whether the quarter is to come again, so that it can be seen which of its segments are the largest. */
function ranksAnew(
  { plan, layout }: PlanMetadata,
  { ranked, anewMs }: Checkpoint,
  { ms }: Moment,
  { services }: Context,
): boolean {
  if (!readsDays(layout) || !isSegmented(plan) || anewMs !== null) return false;
  return services.dayIn(services.zone(), ms) - (ranked ?? 0) >= rankedDays;
}

function fetched(
  metadata: PlanMetadata,
  state: Checkpoint,
  { deadlineMs }: PlanRun,
  moment: Moment,
  context: Context,
): AccountResult[] {
  const { plan } = metadata;
  const fed = plan.accounts.filter(({ id }) => plan.feeds.some(({ account }) => account === id));
  const { anewMs } = state;
  const ranks = ranksAnew(metadata, state, moment, context);
  const here: AccountResult[] = [];
  const asked: AskedAccount[] = [];
  for (const account of fed) {
    const source = context.sources.of(account);
    const known = accountIn(state, account.id);
    const splits = plan.feeds.some((feed) => feed.account === account.id && feed.split !== null);
    const ranking = ranks && splits;
    if (source.delivers.by === 'cells') {
      here.push(refreshTable(plan, account, source.delivers, known, ranking, moment, context));
    } else {
      const { source: requests } = source.delivers;
      asked.push({ account, source, requests, known, ranking, unranked: state.ranked === null });
    }
  }
  return [...here, ...refreshAsked(plan, asked, { moment, deadlineMs, anewMs }, context)];
}

function momentNow({ services }: Context): Moment {
  const ms = services.nowMs();
  const text = services.momentIn(services.zone(), ms);
  return { ms, text, serial: serialMoment(text) };
}

/** Does work under the lock as long as nobody else has taken over; `null` where somebody has. */
function underLease<T>(
  token: string,
  context: Context,
  work: (notes: Readonly<Record<string, string>>) => T | null,
): T | null {
  const { host, spreadsheet } = context;
  return host.exclusively(() => {
    const notes = spreadsheet.notes();
    if (!holdsLease(token, notes[leaseNote])) return null;
    if (pendingChanges(notes).length === 0) return work(notes);
    recover(context);
    return work(spreadsheet.notes());
  });
}

/**
 * Somebody has deleted the data sheet: its rows get a new place, and the formulas that read them,
 * which have lost it, are written again. Everything is then fetched anew.
 */
function standUpAgain({ plan, layout }: PlanMetadata, token: string, context: Context): boolean {
  const done = underLease(token, context, () => {
    const { spreadsheet } = context;
    if (!spreadsheet.mayChange(null)) return null;
    saveCheckpoint(plan.id, readCheckpoint(null), spreadsheet);
    clearCoverage(
      plan.id,
      plan.feeds.map(({ input }) => input),
      spreadsheet,
    );
    spreadsheet.settle();
    ensureDataBlock(plan, spreadsheet);
    if (readsDays(layout)) ensureDaysBlock(plan, spreadsheet);
    const standing = findPlan(plan.id, context);
    if (standing?.state === 'open') {
      const read = standing.read();
      const facts = factsFor(read.plan, stateOf(standing.card), read.typed, context);
      // What somebody typed over one of them stays: that is told, and put right by a repair alone.
      const typed = typedOverFormulas(facts, read.blocks, spreadsheet);
      writeOwnFormulas(
        facts,
        read.blocks,
        spreadsheet,
        ({ sheet, row, column }) =>
          !typed.some((each) => each.sheet === sheet && each.row === row && each.column === column),
      );
      spreadsheet.settle();
    }
    return true;
  });
  return done ?? false;
}

/** How much of what is over by now is there, 0–1. */
export function refreshedShare(plan: Plan, state: Checkpoint, context: Context): number {
  const { services } = context;
  const first = firstDay(plan.quarter);
  const today = services.dayIn(services.zone(), services.nowMs());
  const days = Math.min(lastDay(plan.quarter), today - 1) - first + 1;
  if (days <= 0) return 1;
  const shares = plan.accounts.map(({ id }: Account) => {
    const { through } = accountIn(state, id);
    return through === null ? 0 : Math.min(1, Math.max(0, (through - first + 1) / days));
  });
  return shares.reduce((total, each) => total + each, 0) / Math.max(1, shares.length);
}
