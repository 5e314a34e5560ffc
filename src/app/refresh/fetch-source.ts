import { type Day, firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { earliestDay, type SourceEntry } from '../../sources/define-source.ts';
import { begin, due, ended, outcomeOf, type Run, takeResponses } from '../../sources/run.ts';
import type { Loss, Period, Quota, Row, Source, SourceError, Trust } from '../../sources/source.ts';
import { bothTrusts } from '../../sources/trust.ts';
import { assignmentOf, mostSliceDays, slicesOf, windowOf } from '../../sources/window.ts';
import { who } from '../api/request.ts';
import { type Credentials, credentialsOf } from '../connect/credentials.ts';
import { sendSigned, whyNotAsked } from '../connect/send-signed.ts';
import { type AccountCheckpoint, mappingHash, ofThisMapping } from '../data-sheet/checkpoint.ts';
import { mostCarried, withinLimit } from '../data-sheet/fold-segments.ts';
import { askAgainFrom } from '../data-sheet/known-days.ts';
import type { Context } from '../ports/context.ts';
import { resultOf } from './fetch-result.ts';
import type { AccountResult, Moment } from './source-result.ts';

/** What was just fetched in full is not fetched again by the next call of the same refresh. */
const justMs = 60_000;

/** An account that is asked over the network, and how. */
export interface AskedAccount {
  readonly account: Account;
  readonly source: SourceEntry;
  readonly requests: Source;
  readonly known: AccountCheckpoint;
  /** All of the quarter is asked for again, to choose anew which segments are shown. */
  readonly ranking: boolean;
  /** None were chosen from all there is yet. */
  readonly unranked: boolean;
}

/** Accounts that are asked, all at once, slice after slice. */
export interface Task extends Omit<AskedAccount, 'known' | 'unranked'> {
  readonly credentials: Credentials;
  /** The first day for which it answers. */
  readonly first: Day;
  readonly hash: string;
  /** What stands is of another mapping. */
  readonly moved: boolean;
  readonly known: AccountCheckpoint;
  readonly yesterday: Day;
  readonly window: Period | null;
  readonly slices: readonly Period[];
  /** Slices that are here. */
  here: number;
  run: Run | null;
  rows: readonly Row[];
  lost: readonly Loss[];
  untold: readonly string[];
  trust: Trust | null;
  quota: Quota | null;
  trouble: (SourceError & { readonly untilMs: number | null; readonly againMs?: number }) | null;
  /** It is another's to ask: nothing is noted of that. */
  readonly skipped: SourceError | null;
  over: boolean;
}

export function refreshAsked(
  plan: Plan,
  accounts: readonly AskedAccount[],
  run: { readonly moment: Moment; readonly deadlineMs: number; readonly anewMs: number | null },
  context: Context,
): AccountResult[] {
  const tasks = accounts.map((each) => taskOf(plan, each, run, context));
  ask(plan, tasks, run.deadlineMs, context);
  return tasks.map((task) => resultOf(plan, task, run.moment, context));
}

function taskOf(
  plan: Plan,
  { account, source, requests, known: before, ranking: mayRank, unranked }: AskedAccount,
  { moment, anewMs }: { readonly moment: Moment; readonly anewMs: number | null },
  context: Context,
): Task {
  const { services } = context;
  const hash = mappingHash(account, plan);
  const known = ofThisMapping(before, hash);
  const last = lastDay(plan.quarter);
  const yesterday = services.dayIn(zoneOf(account, context), moment.ms) - 1;
  const first = earliestDay(source, firstDay(plan.quarter), yesterday);
  const credentials = credentialsOf(account, context);
  const refused = whyNotAsked(source, credentials, context);
  const skipped = refused && isOfAnother(account, refused, context) ? refused : null;
  const again = askAgainFrom(Object.values(known.lost ?? {}), first, Math.min(last, yesterday));
  const ranking =
    mayRank &&
    comesAgain(known, source) &&
    !(unranked && isBehind(known, Math.min(last, yesterday)));
  const window = withDays(
    windowOf({
      first,
      last,
      yesterday,
      anew:
        source.keepDays !== undefined ||
        ranking ||
        tookUnknownForZero(known, source) ||
        wasBlocked(known, account, last, context),
      through: known.through,
      settled: known.settled,
    }),
    again,
    Math.min(last, yesterday),
  );
  const here = (known.through ?? 0) >= Math.min(last, yesterday);
  const fetchedMs = known.trouble ? 0 : (known.fetchedMs ?? 0);
  const just =
    !ranking &&
    here &&
    (fetchedMs >= Math.min(moment.ms - justMs, anewMs ?? moment.ms) ||
      isFreshEnough(source, daysSince(known, yesterday, account, context), yesterday >= last));
  const rests = known.trouble?.untilMs != null && known.trouble.untilMs > moment.ms;
  return {
    account,
    source,
    requests,
    ranking: ranking && !rests && window !== null,
    credentials,
    first,
    hash,
    moved: before.through !== null && known.through === null,
    known,
    yesterday,
    window: just || rests ? null : window,
    // What goes all at once comes all at once.
    slices: !window
      ? []
      : source.keepDays === undefined
        ? slicesOf(window, known.sliceDays ?? undefined)
        : [window],
    here: 0,
    run: null,
    rows: [],
    lost: [],
    untold: [],
    trust: null,
    quota: null,
    trouble: refused && !skipped && !rests ? { ...refused, untilMs: null } : null,
    skipped,
    over: just || rests || refused !== null || !window,
  };
}

/** So long before they would have to go the numbers of a quarter that is over are asked for again. */
const renewedDays = 2;

/**
 * Whether what comes all anew each time need not yet: what is sold by the line is
 * asked for once a day, and when a quarter is over once more before it has to go.
 */
const isFreshEnough = ({ keepDays }: SourceEntry, days: number, over: boolean): boolean =>
  keepDays !== undefined && days < (over ? keepDays - renewedDays : 1);

const daysSince = (
  { fetchedMs }: AccountCheckpoint,
  yesterday: Day,
  account: Account,
  context: Context,
): number => yesterday + 1 - context.services.dayIn(zoneOf(account, context), fetchedMs ?? 0);

/** Whether all that is here would come again in one run. */
const comesAgain = ({ through, sliceDays }: AccountCheckpoint, { history }: SourceEntry): boolean =>
  history === 'offered' && sliceDays === null && through !== null;

/** Whether more than the last days is still to come: who is bringing it is not asked to begin anew. */
const isBehind = ({ through }: AccountCheckpoint, to: Day): boolean =>
  (through ?? 0) < to - mostSliceDays;

/** The window, and days before it that may have come by now; none are where none are over. */
const withDays = (window: Period | null, again: Day | null, to: Day): Period | null =>
  again === null || again > to ? window : { from: Math.min(window?.from ?? again, again), to };

/** Whether it was fetched by a version that did not know of days that are lost. */
const tookUnknownForZero = ({ lost }: AccountCheckpoint, { history }: SourceEntry): boolean =>
  lost === undefined && history === 'offered';

/**
 * Whether metrics that the user might not see were left out of all there is: where they may be seen
 * by now, days without their rows would count as 0.
 */
function wasBlocked(
  { trust, through, fetchedMs }: AccountCheckpoint,
  account: Account,
  last: Day,
  context: Context,
): boolean {
  const fetchedOn = context.services.dayIn(zoneOf(account, context), fetchedMs ?? 0);
  const done = (through ?? 0) >= Math.min(last, fetchedOn - 1);
  return done && (trust?.blocked ?? []).length > 0;
}

/** Whether it lacks a key because it was somebody else who connected it. */
const isOfAnother = ({ by }: Account, { kind }: SourceError, context: Context): boolean =>
  kind === 'noKey' && by !== undefined && by !== who(context);

const zoneOf = ({ zone }: Account, { services }: Pick<Context, 'services'>): string =>
  zone ?? services.zone();

/** Asks until all is here or the time is up; what is only half here by then is not used. */
function ask(plan: Plan, tasks: readonly Task[], deadlineMs: number, context: Context): void {
  const { services } = context;
  for (;;) {
    const nowMs = services.nowMs();
    if (nowMs >= deadlineMs) return;
    const asked = tasks.flatMap((task) => {
      const run = openRun(plan, task);
      return run ? [{ task, run, next: due(run, task.requests.pace, nowMs) }] : [];
    });
    if (asked.length === 0) return;
    const requests = asked.flatMap(
      ({ task: { source, account, credentials, requests: of }, next }) =>
        next.send.map(({ question }) => ({
          source,
          credentials,
          place: { ...account },
          request: of.request(question),
        })),
    );
    if (requests.length === 0) {
      const untilMs = Math.min(...asked.map(({ next }) => next.untilMs));
      if (untilMs >= deadlineMs) return;
      services.wait(Math.max(1, untilMs - nowMs));
      continue;
    }
    const responses = sendSigned(requests, context);
    const doneMs = services.nowMs();
    let at = 0;
    for (const { task, run, next } of asked) {
      const own = responses.slice(at, at + next.send.length);
      at += next.send.length;
      const sent = { send: next.send, leftMs: nowMs };
      if (own.length > 0) take(task, takeResponses(task.requests, run, sent, own, doneMs));
    }
  }
}

/** What a task is asking; the next slice begins where the one before it is here. */
function openRun(plan: Plan, task: Task): Run | null {
  while (!task.over && !task.run) {
    const { account, window, yesterday } = task;
    const slice = task.slices[task.here];
    const opening = task.here === 0 && window !== null && window.from <= task.first;
    const assignment =
      slice && window && assignmentOf({ plan, account, slice, window, opening, yesterday });
    if (!assignment) task.over = true;
    else take(task, begin(task.requests.plan(assignment)));
  }
  return task.run;
}

function take(task: Task, run: Run): void {
  task.run = run;
  if (!ended(run)) return;
  task.run = null;
  const outcome = outcomeOf(run);
  task.quota = outcome.quota ?? task.quota;
  if (outcome.is === 'failed') {
    const { trouble, untilMs, againMs } = outcome;
    task.trouble = { ...trouble, untilMs, ...(againMs === undefined ? {} : { againMs }) };
    task.over = true;
    return;
  }
  // More than a run can hold are not carried along.
  const { rows, untold } = withinLimit(
    [...task.rows, ...outcome.rows],
    outcome.untold,
    mostCarried,
  );
  task.rows = rows;
  task.untold = [...new Set([...task.untold, ...untold])];
  task.lost = [...task.lost, ...outcome.lost];
  task.trust = task.trust ? bothTrusts(task.trust, outcome.trust) : outcome.trust;
  task.here += 1;
  if (task.here >= task.slices.length) task.over = true;
  else if (outcome.restUntilMs !== null) {
    task.trouble = { kind: 'nearQuota', detail: '', untilMs: outcome.restUntilMs };
    task.over = true;
  }
}
