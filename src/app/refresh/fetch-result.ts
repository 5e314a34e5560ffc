import { inputTitle } from '../../messages/catalogue.ts';
import { type Day, firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { lossReasons, wholeRows } from '../../sources/loss.ts';
import type { Loss, Period, SourceError, Trust } from '../../sources/source.ts';
import { bothTrusts } from '../../sources/trust.ts';
import { assignmentOf, fewerDays, settledDay } from '../../sources/window.ts';
import { type AccountCheckpoint, ongoingError } from '../data-sheet/checkpoint.ts';
import { type Coverage, nothingCovered, serialMoment } from '../data-sheet/coverage.ts';
import { goneMs, lettingGo } from '../data-sheet/kept-days.ts';
import { type InputLoss, knownDays, lossAfter } from '../data-sheet/known-days.ts';
import type { Context } from '../ports/context.ts';
import type { Task } from './fetch-source.ts';
import { dayWords } from './format-day.ts';
import { inputNotes, otherZone } from './quality-notes.ts';
import type { AccountResult, Moment } from './source-result.ts';

/** What came of an account: rows, how far its inputs are, and what is to be known the next time. */
export function resultOf(plan: Plan, task: Task, moment: Moment, context: Context): AccountResult {
  const { account, hash, known, window, slices, here, yesterday, rows, over } = task;
  const last = slices[here - 1];
  const base = {
    account,
    hash,
    over: over || !window,
    ...(task.skipped ? { skipped: task.skipped } : {}),
  };
  const quota = task.quota ?? known.quota;
  if (task.ranking && last && here < slices.length)
    return { ...base, ...notRanked(plan, task, moment, context) };
  const gone = goneMs(task.source, known);
  const moved = task.moved && task.source.keepDays !== undefined;
  if (!last && (moved || (gone !== null && gone <= moment.ms))) {
    const trouble = task.trouble && ongoingError(task.trouble, known.trouble, moment.ms);
    const state = { ...known, trouble: trouble ?? known.trouble };
    return { ...lettingGo(plan, account, state, context), ...base };
  }
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
      : coverageOf(plan, account, knownThrough(state, plan, context), context);
    return {
      ...base,
      batch: null,
      coverage,
      state,
      over: base.over || stuck !== null,
      ranking: task.ranking,
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
  const lost = lossesOf(plan, task, { from, asked: { from: window.from, to: through } });
  const trouble =
    task.trouble ??
    (blocked.length > 0
      ? { kind: 'blockedMetric' as const, detail: blocked.join(', '), untilMs: null }
      : lossError(plan, lost, context));
  const covered = { from, through, settled, updated: moment.serial };
  return {
    ...base,
    // Rows of another mapping go, also where they are of days that are not asked for any more.
    batch: {
      account: account.id,
      source: account.source,
      from: known.through === null ? first : window.from,
      // A slice may say of the days of another one that they are lost.
      rows: wholeRows(rows, [...task.lost, ...beforeKnown(lost)]),
    },
    untold: task.untold,
    ranking: task.ranking,
    whole: here === slices.length && (known.through === null || window.from <= first),
    coverage: coverageOf(plan, account, { ...covered, trust, lost }, context),
    state: {
      hash,
      through,
      settled,
      trust,
      quota,
      fetchedMs: moment.ms,
      digests: '',
      lost,
      sliceDays: here < slices.length ? known.sliceDays : null,
      trouble: trouble && ongoingError(trouble, known.trouble, moment.ms),
      ...(task.source.history === 'offered' ? {} : { from }),
    },
  };
}

/** Half of what was asked for again is not used: what stands is known as far as it was. */
function notRanked(
  plan: Plan,
  { account, known, quota, trouble }: Task,
  { ms }: Moment,
  context: Context,
): Pick<AccountResult, 'batch' | 'coverage' | 'state' | 'ranking'> {
  const state = {
    ...known,
    quota: quota ?? known.quota,
    trouble: trouble ? ongoingError(trouble, known.trouble, ms) : known.trouble,
  };
  const coverage = coverageOf(plan, account, knownThrough(state, plan, context), context);
  return { batch: null, coverage, state, ranking: true };
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

/** The inputs of an account of which fewer days are known than of the account. */
function lossesOf(
  plan: Plan,
  { account, known, lost, yesterday }: Task,
  { from: first, asked }: { readonly from: Day; readonly asked: Period },
): Readonly<Record<string, InputLoss>> {
  const fed = plan.feeds.filter((feed) => feed.account === account.id);
  return Object.fromEntries(
    fed.flatMap(({ input }) => {
      const found = lossAfter({
        first,
        asked,
        before: known.lost?.[input] ?? null,
        lost: lost.filter((each) => each.input === input),
        yesterday,
      });
      return found ? [[input, found] as const] : [];
    }),
  );
}

/** Days before those that are known: a reading that reaches back into them is none of its period. */
const beforeKnown = (lost: Readonly<Record<string, InputLoss>>): readonly Loss[] =>
  Object.entries(lost).flatMap(([input, { since }]) =>
    since
      ? [{ input, from: Number.MIN_SAFE_INTEGER, to: since.day - 1, why: since.why, detail: '' }]
      : [],
  );

/** So many inputs are named; more would hide what is said of them. */
const mostNamed = 3;

/** What somebody is to be told of days that are lost: «Leads (12/10/2026)»; `null` where nothing. */
function lossError(
  plan: Plan,
  lost: Readonly<Record<string, InputLoss>>,
  { catalogue }: Context,
): (SourceError & { readonly untilMs: null }) | null {
  const told = Object.entries(lost).flatMap(([input, { since, until }]) => {
    const cut = [since, until].find((each) => each && lossReasons[each.why].trouble !== null);
    const kind = cut && lossReasons[cut.why].trouble;
    return kind ? [{ input, kind, day: cut === until ? cut.day + 1 : cut.day - 1 }] : [];
  });
  const [first] = told;
  if (!first) return null;
  const same = told.filter(({ kind }) => kind === first.kind);
  const inputs = inputsOfPlan(plan, catalogue);
  const named = same.slice(0, mostNamed).map(({ input, day }) => {
    const known = inputs.find(({ key }) => key === input);
    const title = known ? inputTitle(known, plan.language) : input;
    return `${title} (${dayWords(day, plan.language)})`;
  });
  const rest = same.length > named.length ? [`+${same.length - named.length}`] : [];
  return { kind: first.kind, detail: [...named, ...rest].join(', '), untilMs: null };
}

interface Known extends Omit<Coverage, 'trust'> {
  readonly from: Day;
  readonly through: Day;
  readonly trust: Trust | null;
  readonly lost: Readonly<Record<string, InputLoss>>;
}

function knownThrough(known: AccountCheckpoint, plan: Plan, { services }: Context): Known | null {
  const { through, settled, fetchedMs, trust, lost = {}, from = firstDay(plan.quarter) } = known;
  if (through === null || fetchedMs === null) return null;
  const updated = serialMoment(services.momentIn(services.zone(), fetchedMs));
  return { from, through, settled, updated, trust, lost };
}

/** How far the inputs of an account are; of a metric that the user may not see nothing is known. */
function coverageOf(
  plan: Plan,
  account: Account,
  known: Known | null,
  context: Context,
): ReadonlyMap<string, Coverage> {
  if (!known) return new Map();
  const { trust, lost, updated, ...days } = known;
  const quarter = { from: firstDay(plan.quarter), to: lastDay(plan.quarter) };
  const wanted = assignmentOf({ plan, account, slice: quarter, window: quarter })?.wanted ?? [];
  return new Map(
    wanted.map(({ feed: { input, metric } }): [string, Coverage] => {
      if (metric !== null && trust?.blocked.includes(metric)) return [input, nothingCovered];
      const loss = lost[input] ?? null;
      const quality = { trust, loss, untold: false, zone: otherZone(account, context) };
      const notes = inputNotes(quality, plan.language).join('; ');
      const own = knownDays({ from: days.from, to: days.through }, loss);
      if (!own) return [input, { ...nothingCovered, updated, trust: notes }];
      const settled = Math.min(days.settled ?? own.from - 1, own.to);
      return [
        input,
        {
          from: own.from,
          through: own.to,
          settled: settled >= own.from ? settled : null,
          updated,
          trust: notes,
        },
      ];
    }),
  );
}
