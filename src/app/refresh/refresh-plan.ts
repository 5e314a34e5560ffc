import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { layoutVersion, type Plan } from '../../plan/model/plan.ts';
import type { Card } from '../../sheet/plan/metadata-block.ts';
import { factsFor, stateOf } from '../../sheet/plan/plan-facts.ts';
import {
  accountIn,
  type FeedState,
  feedNote,
  keepState,
  readState,
} from '../data-sheet/checkpoint.ts';
import { clearCoverage, serialMoment } from '../data-sheet/coverage.ts';
import { dataArea, ensureDataBlock } from '../data-sheet/data-range.ts';
import { planOnSheet } from '../plan-store/connection-metadata.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import { writeOwnFormulas } from '../plan-store/rewrite-formulas.ts';
import type { World } from '../ports/context.ts';
import { pendingChanges, recover } from '../transactions/pending-change.ts';
import { type AskedAccount, refreshAsked } from './fetch-source.ts';
import { holdsLease, leaseNote } from './lease.ts';
import { refreshTable } from './read-table-source.ts';
import type { AccountResult, Moment } from './source-result.ts';
import { anew, type Written, writeData } from './write-refresh.ts';

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
  /** Another run has taken over, or the plan was changed meanwhile. */
  | { readonly is: 'lost' }
  | {
      readonly is: 'done';
      readonly plan: Plan;
      readonly state: FeedState;
      readonly results: readonly AccountResult[];
      /** Nothing more is to be asked for now. */
      readonly over: boolean;
    };

/** Fetches what is due of a plan and writes it. Knows of no other plan, and reads no history. */
export function refreshPlan(id: string, run: PlanRun, world: World): PlanRefreshed {
  const { book } = world;
  const card = planOnSheet(id, world);
  // What a newer version has built it alone can write to.
  if (!card || card.layout > layoutVersion) return { is: 'none', why: 'gone', name: '' };
  const { plan } = card;
  if (card.frozen) return { is: 'none', why: 'closed', name: plan.name };
  if (plan.feeds.length === 0) return { is: 'none', why: 'typed', name: plan.name };
  if (!dataArea(id, book) && !standUpAgain(card, run.token, world)) return { is: 'lost' };
  const moment = momentNow(world);
  const state = begun(readState(book.note(feedNote(id))), run.anew, moment.ms);
  const results = fetched(plan, state, run, moment, world);
  const written = underLease(run.token, world, (notes) => {
    // What is to be fetched anew is noted before anything of it is here.
    const started = run.anew && state.anewMs === moment.ms;
    const now = started
      ? {
          ...notes,
          [feedNote(id)]: JSON.stringify(begun(readState(notes[feedNote(id)]), true, moment.ms)),
        }
      : notes;
    return writeData({ id, results, moment, anewMs: state.anewMs }, now, world);
  });
  if (!written) return { is: 'lost' };
  return doneWith(plan, written);
}

const doneWith = (plan: Plan, { state, results }: Written): PlanRefreshed => ({
  is: 'done',
  plan,
  state,
  results,
  over: state.anewMs === null && results.every(({ over }) => over),
});

/** Asking for all of it again begins once, however often it is asked until it is there. */
const begun = (state: FeedState, again: boolean, nowMs: number): FeedState =>
  again && state.anewMs === null ? { ...anew(state.accounts, state), anewMs: nowMs } : state;

function fetched(
  plan: Plan,
  state: FeedState,
  { deadlineMs }: PlanRun,
  moment: Moment,
  world: World,
): AccountResult[] {
  const fed = plan.accounts.filter(({ id }) => plan.feeds.some(({ account }) => account === id));
  const { anewMs } = state;
  const here: AccountResult[] = [];
  const asked: AskedAccount[] = [];
  for (const account of fed) {
    const source = world.sources.of(account);
    const known = accountIn(state, account.id);
    if (source.delivers.by === 'cells') {
      here.push(refreshTable(plan, account, source.delivers, known, moment, world));
    } else asked.push({ account, source, requests: source.delivers.source, known });
  }
  return [...here, ...refreshAsked(plan, asked, { moment, deadlineMs, anewMs }, world)];
}

export function momentNow({ outside }: World): Moment {
  const ms = outside.nowMs();
  const text = outside.momentIn(outside.zone(), ms);
  return { ms, text, serial: serialMoment(text) };
}

/** Does work under the lock as long as nobody else has taken over; `null` where somebody has. */
function underLease<T>(
  token: string,
  world: World,
  work: (notes: Readonly<Record<string, string>>) => T | null,
): T | null {
  const { host, book } = world;
  return host.exclusively(() => {
    const notes = book.notes();
    if (!holdsLease(token, notes[leaseNote])) return null;
    if (pendingChanges(notes).length === 0) return work(notes);
    recover(world);
    return work(book.notes());
  });
}

/**
 * Somebody has deleted the data sheet: its rows get a new place, and the formulas that read them,
 * which have lost it, are written again. Everything is then fetched anew.
 */
function standUpAgain({ plan }: Card, token: string, world: World): boolean {
  const done = underLease(token, world, () => {
    const { book } = world;
    if (!book.mayChange(null)) return null;
    keepState(plan.id, readState(null), book);
    clearCoverage(
      plan.id,
      plan.feeds.map(({ input }) => input),
      book,
    );
    book.settle();
    ensureDataBlock(plan, book);
    const standing = findPlans(world).plans.find(({ id }) => id === plan.id);
    if (standing?.state === 'open') {
      const read = standing.read();
      const facts = factsFor(read.plan, stateOf(standing.card), read.typed, world);
      writeOwnFormulas(facts, read.blocks, book);
      book.settle();
    }
    return true;
  });
  return done ?? false;
}

/** How much of what is over by now is there, 0–1. */
export function shareOf(plan: Plan, state: FeedState, world: World): number {
  const { outside } = world;
  const first = firstDay(plan.quarter);
  const today = outside.dayIn(outside.zone(), outside.nowMs());
  const days = Math.min(lastDay(plan.quarter), today - 1) - first + 1;
  if (days <= 0) return 1;
  const shares = plan.accounts.map(({ id }: Account) => {
    const { through } = accountIn(state, id);
    return through === null ? 0 : Math.min(1, Math.max(0, (through - first + 1) / days));
  });
  return shares.reduce((total, each) => total + each, 0) / Math.max(1, shares.length);
}
