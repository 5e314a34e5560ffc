import { type Day, firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { PropertyAccount } from '../../plan/model/feeds.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { type Ga4Question, ga4 } from '../../sources/ga4/source.ts';
import { answered, begin, due, ended, outcomeOf, type Run } from '../../sources/run.ts';
import type { Period, Quota, Row, Trouble, Trust } from '../../sources/source.ts';
import { bothTrusts } from '../../sources/trust.ts';
import { assignmentOf, fewerDays, settledDay, slicesOf, windowOf } from '../../sources/window.ts';
import { type AccountState, hashOf, keptTrouble, ofThisMapping } from '../data-sheet/checkpoint.ts';
import { type Coverage, nothingCovered, serialMoment } from '../data-sheet/coverage.ts';
import type { World } from '../ports/context.ts';
import { trustWords } from './quality-notes.ts';
import type { AccountResult, Moment } from './source-result.ts';

/** What was just fetched in full is not fetched again by the next call of the same refresh. */
const justMs = 60_000;

/** Properties that are asked, all at once, slice after slice. */
interface Task {
  readonly account: PropertyAccount;
  readonly hash: string;
  readonly known: AccountState;
  readonly yesterday: Day;
  readonly window: Period | null;
  readonly slices: readonly Period[];
  /** Slices that are here. */
  here: number;
  run: Run<Ga4Question> | null;
  rows: Row[];
  trust: Trust | null;
  quota: Quota | null;
  trouble: (Trouble & { readonly untilMs: number | null }) | null;
  over: boolean;
}

export function refreshProperties(
  plan: Plan,
  accounts: readonly (readonly [PropertyAccount, AccountState])[],
  run: { readonly moment: Moment; readonly deadlineMs: number; readonly anewMs: number | null },
  world: World,
): AccountResult[] {
  const tasks = accounts.map(([account, known]) => taskOf(plan, account, known, run, world));
  ask(plan, tasks, run.deadlineMs, world);
  return tasks.map((task) => resultOf(plan, task, run.moment, world));
}

function taskOf(
  plan: Plan,
  account: PropertyAccount,
  before: AccountState,
  { moment, anewMs }: { readonly moment: Moment; readonly anewMs: number | null },
  { outside }: World,
): Task {
  const hash = hashOf(account, plan);
  const known = ofThisMapping(before, hash);
  const [first, last] = [firstDay(plan.quarter), lastDay(plan.quarter)];
  const yesterday = outside.dayIn(account.zone, moment.ms) - 1;
  const window = windowOf({
    first,
    last,
    yesterday,
    anew: wasBlocked(known, account, last, outside),
    through: known.through,
    settled: known.settled,
  });
  const here = (known.through ?? 0) >= Math.min(last, yesterday);
  const fetchedMs = known.trouble ? 0 : (known.fetchedMs ?? 0);
  const just = here && fetchedMs >= Math.min(moment.ms - justMs, anewMs ?? moment.ms);
  const rests = known.trouble?.untilMs != null && known.trouble.untilMs > moment.ms;
  return {
    account,
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
    trouble: null,
    over: just || rests || !window,
  };
}

/**
 * Whether metrics that the user might not see were left out of all there is: where they may be seen
 * by now, days without their rows would count as 0.
 */
function wasBlocked(
  { trust, through, fetchedMs }: AccountState,
  { zone }: PropertyAccount,
  last: Day,
  outside: World['outside'],
): boolean {
  const done = (through ?? 0) >= Math.min(last, outside.dayIn(zone, fetchedMs ?? 0) - 1);
  return done && (trust?.blocked ?? []).length > 0;
}

/** Asks until all is here or the time is up; what is only half here by then is not used. */
function ask(plan: Plan, tasks: readonly Task[], deadlineMs: number, { outside }: World): void {
  for (;;) {
    const nowMs = outside.nowMs();
    if (nowMs >= deadlineMs) return;
    const asked = tasks.flatMap((task) => {
      const run = openRun(plan, task);
      return run ? [{ task, run, next: due(run, nowMs) }] : [];
    });
    if (asked.length === 0) return;
    const requests = asked.flatMap(({ next }) =>
      next.send.map((each) => ga4.request(each.question)),
    );
    if (requests.length === 0) {
      const untilMs = Math.min(...asked.map(({ next }) => next.untilMs));
      if (untilMs >= deadlineMs) return;
      outside.wait(Math.max(1, untilMs - nowMs));
      continue;
    }
    const responses = outside.send(requests);
    const doneMs = outside.nowMs();
    let at = 0;
    for (const { task, run, next } of asked) {
      const own = responses.slice(at, at + next.send.length);
      at += next.send.length;
      if (own.length > 0) take(task, answered(ga4, run, next.send, own, doneMs));
    }
  }
}

/** What a task is asking; the next slice begins where the one before it is here. */
function openRun(plan: Plan, task: Task): Run<Ga4Question> | null {
  while (!task.over && !task.run) {
    const { account, window } = task;
    const slice = task.slices[task.here];
    const assignment = slice && window && assignmentOf({ plan, account, slice, window });
    if (!assignment) task.over = true;
    else take(task, begin(ga4.plan(assignment)));
  }
  return task.run;
}

function take(task: Task, run: Run<Ga4Question>): void {
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

function resultOf(plan: Plan, task: Task, moment: Moment, world: World): AccountResult {
  const { account, hash, known, window, slices, here, yesterday, rows, over } = task;
  const last = slices[here - 1];
  const base = { account, hash, over: over || !window };
  const quota = task.quota ?? known.quota;
  if (!window || !last) {
    const [slice] = slices;
    const slow = window && !over && slice;
    const trouble = task.trouble && keptTrouble(task.trouble, known.trouble, moment.ms);
    const tooSlow = slow && slice.from === slice.to;
    const stuck = tooSlow
      ? keptTrouble({ kind: 'noAnswer', detail: '' }, known.trouble, moment.ms)
      : null;
    const state = {
      ...known,
      quota,
      trouble: trouble ?? stuck ?? known.trouble,
      sliceDays: slow ? fewerDays(slice) : known.sliceDays,
    };
    // A sheet that has lost it since, as by an undo, says again how far all is.
    const coverage = window
      ? new Map()
      : coverageOf(plan, account, knownThrough(state, plan, world));
    return {
      ...base,
      brought: null,
      coverage,
      state,
      over: base.over || stuck !== null,
    };
  }
  const first = firstDay(plan.quarter);
  const through = last.to;
  const settled = settledDay({ first, through, yesterday, settleDays: ga4.settleDays });
  // What was left out of days that are not asked for again is left out still.
  const older = window.from > first ? known.trust : null;
  const trust = older && task.trust ? bothTrusts(older, task.trust) : task.trust;
  const blocked = trust?.blocked ?? [];
  const trouble =
    task.trouble ??
    (blocked.length > 0
      ? { kind: 'blockedMetric' as const, detail: blocked.join(', '), untilMs: null }
      : null);
  const covered = { from: first, through, settled, updated: moment.serial };
  return {
    ...base,
    brought: { account: account.id, source: 'ga4', from: window.from, rows },
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
      trouble: trouble && keptTrouble(trouble, known.trouble, moment.ms),
    },
  };
}

interface Known extends Omit<Coverage, 'trust'> {
  readonly trust: Trust | null;
}

function knownThrough(known: AccountState, plan: Plan, { outside }: World): Known | null {
  const { through, settled, fetchedMs, trust } = known;
  if (through === null || fetchedMs === null) return null;
  const updated = serialMoment(outside.momentIn(outside.zone(), fetchedMs));
  return { from: firstDay(plan.quarter), through, settled, updated, trust };
}

/** How far the inputs of a property are; of a metric that the user may not see nothing is known. */
function coverageOf(
  plan: Plan,
  account: PropertyAccount,
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
