import { type Day, firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { earliestDay, type SourceEntry } from '../../sources/define-source.ts';
import { begin, due, ended, outcomeOf, type Run, takeResponses } from '../../sources/run.ts';
import type { Period, Quota, Row, Source, SourceError, Trust } from '../../sources/source.ts';
import { bothTrusts } from '../../sources/trust.ts';
import { assignmentOf, fewerDays, settledDay, slicesOf, windowOf } from '../../sources/window.ts';
import { secretOf } from '../connect/secrets.ts';
import { sendSigned, whyNotAsked } from '../connect/send-signed.ts';
import {
  type AccountCheckpoint,
  mappingHash,
  ofThisMapping,
  ongoingError,
} from '../data-sheet/checkpoint.ts';
import { type Coverage, nothingCovered, serialMoment } from '../data-sheet/coverage.ts';
import type { Context } from '../ports/context.ts';
import { trustWords } from './quality-notes.ts';
import type { AccountResult, Moment } from './source-result.ts';

/** What was just fetched in full is not fetched again by the next call of the same refresh. */
const justMs = 60_000;

/** An account that is asked over the network, and how. */
export interface AskedAccount {
  readonly account: Account;
  readonly source: SourceEntry;
  readonly requests: Source;
  readonly known: AccountCheckpoint;
}

/** Accounts that are asked, all at once, slice after slice. */
interface Task extends Omit<AskedAccount, 'known'> {
  readonly secret: string | null;
  /** The first day for which it answers. */
  readonly first: Day;
  readonly hash: string;
  readonly known: AccountCheckpoint;
  readonly yesterday: Day;
  readonly window: Period | null;
  readonly slices: readonly Period[];
  /** Slices that are here. */
  here: number;
  run: Run | null;
  rows: Row[];
  trust: Trust | null;
  quota: Quota | null;
  trouble: (SourceError & { readonly untilMs: number | null }) | null;
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
  { account, source, requests, known: before }: AskedAccount,
  { moment, anewMs }: { readonly moment: Moment; readonly anewMs: number | null },
  context: Context,
): Task {
  const { services } = context;
  const hash = mappingHash(account, plan);
  const known = ofThisMapping(before, hash);
  const last = lastDay(plan.quarter);
  const yesterday = services.dayIn(zoneOf(account, context), moment.ms) - 1;
  const first = earliestDay(source, firstDay(plan.quarter), yesterday);
  const secret = secretOf(account, context);
  const refused = whyNotAsked(source, secret, context);
  const window = windowOf({
    first,
    last,
    yesterday,
    anew: wasBlocked(known, account, last, context),
    through: known.through,
    settled: known.settled,
  });
  const here = (known.through ?? 0) >= Math.min(last, yesterday);
  const fetchedMs = known.trouble ? 0 : (known.fetchedMs ?? 0);
  const just = here && fetchedMs >= Math.min(moment.ms - justMs, anewMs ?? moment.ms);
  const rests = known.trouble?.untilMs != null && known.trouble.untilMs > moment.ms;
  return {
    account,
    source,
    requests,
    secret,
    first,
    hash,
    known,
    yesterday,
    window: just || rests ? null : window,
    slices: window ? slicesOf(window, known.sliceDays ?? undefined) : [],
    here: 0,
    run: null,
    rows: [],
    trust: null,
    quota: null,
    trouble: refused && !rests ? { ...refused, untilMs: null } : null,
    over: just || rests || refused !== null || !window,
  };
}

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
      return run ? [{ task, run, next: due(run, nowMs) }] : [];
    });
    if (asked.length === 0) return;
    const requests = asked.flatMap(({ task: { source, secret, requests: of }, next }) =>
      next.send.map(({ question }) => ({ source, secret, request: of.request(question) })),
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
      if (own.length > 0) take(task, takeResponses(task.requests, run, next.send, own, doneMs));
    }
  }
}

/** What a task is asking; the next slice begins where the one before it is here. */
function openRun(plan: Plan, task: Task): Run | null {
  while (!task.over && !task.run) {
    const { account, window } = task;
    const slice = task.slices[task.here];
    const assignment = slice && window && assignmentOf({ plan, account, slice, window });
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
    task.trouble = { ...outcome.trouble, untilMs: outcome.untilMs };
    task.over = true;
    return;
  }
  task.rows.push(...outcome.rows);
  task.trust = task.trust ? bothTrusts(task.trust, outcome.trust) : outcome.trust;
  task.here += 1;
  if (task.here >= task.slices.length) task.over = true;
  else if (outcome.restUntilMs !== null) {
    task.trouble = { kind: 'nearQuota', detail: '', untilMs: outcome.restUntilMs };
    task.over = true;
  }
}

function resultOf(plan: Plan, task: Task, moment: Moment, context: Context): AccountResult {
  const { account, hash, known, window, slices, here, yesterday, rows, over } = task;
  const last = slices[here - 1];
  const base = { account, hash, over: over || !window };
  const quota = task.quota ?? known.quota;
  if (!window || !last) {
    const [slice] = slices;
    const slow = window && !over && slice;
    const error = task.trouble && ongoingError(task.trouble, known.trouble, moment.ms);
    const tooSlow = slow && slice.from === slice.to;
    const stuck = tooSlow
      ? ongoingError({ kind: 'dayTooLong', detail: '' }, known.trouble, moment.ms)
      : null;
    const state = {
      ...known,
      quota,
      trouble: error ?? stuck ?? known.trouble,
      sliceDays: slow ? fewerDays(slice) : known.sliceDays,
    };
    // A sheet that has lost it since, as by an undo, says again how far all is.
    const coverage = window
      ? new Map()
      : coverageOf(plan, account, knownThrough(state, plan, context));
    return {
      ...base,
      batch: null,
      coverage,
      state,
      over: base.over || stuck !== null,
    };
  }
  const first = firstDay(plan.quarter);
  const through = last.to;
  const { settleDays } = task.requests;
  const settled = settledDay({ first, through, yesterday, settleDays });
  const from = coveredFrom(task, window, first);
  // What was left out of days that are not asked for again is left out still.
  const older = window.from > first ? known.trust : null;
  const trust = older && task.trust ? bothTrusts(older, task.trust) : task.trust;
  const blocked = trust?.blocked ?? [];
  const trouble =
    task.trouble ??
    (blocked.length > 0
      ? { kind: 'blockedMetric' as const, detail: blocked.join(', '), untilMs: null }
      : null);
  const covered = { from, through, settled, updated: moment.serial };
  return {
    ...base,
    // Rows of another mapping go, also where they are of days that are not asked for any more.
    batch: {
      account: account.id,
      source: account.source,
      from: known.through === null ? first : window.from,
      rows,
    },
    coverage: coverageOf(plan, account, { ...covered, trust }),
    state: {
      hash,
      through,
      settled,
      trust,
      quota,
      fetchedMs: moment.ms,
      digests: '',
      sliceDays: here < slices.length ? known.sliceDays : null,
      trouble: trouble && ongoingError(trouble, known.trouble, moment.ms),
      ...(task.source.history === 'offered' ? {} : { from }),
    },
  };
}

/**
 * The first day of those without a gap: of a source that does not answer for long ago, what it was
 * not asked for in time stays unknown.
 */
function coveredFrom({ known, source }: Task, window: Period, first: Day): Day {
  if (source.history === 'offered') return first;
  const { from, through } = known;
  return from !== undefined && through !== null && window.from <= through + 1 ? from : window.from;
}

interface Known extends Omit<Coverage, 'trust'> {
  readonly trust: Trust | null;
}

function knownThrough(known: AccountCheckpoint, plan: Plan, { services }: Context): Known | null {
  const { through, settled, fetchedMs, trust, from = firstDay(plan.quarter) } = known;
  if (through === null || fetchedMs === null) return null;
  const updated = serialMoment(services.momentIn(services.zone(), fetchedMs));
  return { from, through, settled, updated, trust };
}

/** How far the inputs of an account are; of a metric that the user may not see nothing is known. */
function coverageOf(
  plan: Plan,
  account: Account,
  known: Known | null,
): ReadonlyMap<string, Coverage> {
  if (!known) return new Map();
  const { trust, ...days } = known;
  const covered = { ...days, trust: trust ? trustWords(trust, plan.language) : '' };
  const quarter = { from: firstDay(plan.quarter), to: lastDay(plan.quarter) };
  const wanted = assignmentOf({ plan, account, slice: quarter, window: quarter })?.wanted ?? [];
  return new Map(
    wanted.map(({ feed: { input, metric } }) => [
      input,
      metric !== null && trust?.blocked.includes(metric) ? nothingCovered : covered,
    ]),
  );
}
