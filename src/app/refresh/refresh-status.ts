import { inputTitle } from '../../messages/catalogue.ts';
import { lastDay } from '../../plan/calendar/calendar.ts';
import { accountFor, type Feed } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { whatCounts, whereFrom } from '../../sheet/data/feed-words.ts';
import { isUsual } from '../../sources/loss.ts';
import type { Tokens } from '../../sources/source.ts';
import type { ConnectedPlan, ConnectionStatus, DataStart, QuotaStatus } from '../api/data-api.ts';
import { sourceFacts } from '../connect/accounts.ts';
import {
  accountIn,
  type Checkpoint,
  checkpointNote,
  readCheckpoint,
} from '../data-sheet/checkpoint.ts';
import {
  coverageIn,
  hasRate,
  isTypedOver,
  nothingCovered,
  readFeedsBlock,
} from '../data-sheet/coverage.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import type { Context } from '../ports/context.ts';
import { clockStands, heartbeatNote, readSchedule, scheduleNote } from '../schedule/schedule.ts';
import { connectionsOf } from './connections.ts';
import { newestLines } from './data-log-entries.ts';
import { errorMessage } from './error-messages.ts';
import { dayWords, momentWords, serialWords } from './format-day.ts';
import { missingPermissions } from './missing-permissions.ts';
import { inputNotes, otherZone } from './quality-notes.ts';

const hourMs = 3_600_000;

/** What flows into which plan, how fresh it is, what went wrong, when it runs. Reads only. */
export function dataStart(context: Context): DataStart {
  const { spreadsheet, services, language } = context;
  const found = findPlans(context);
  const open = found.plans.filter(({ state }) => state === 'open');
  const states = new Map(
    open.map(({ id }) => [id, readCheckpoint(found.notes[checkpointNote(id)])]),
  );
  const zone = services.zone();
  const kept = readSchedule(found.notes[scheduleNote]);
  const heartbeatMs = Number(found.notes[heartbeatNote] ?? '') || null;
  const moment = (ms: number | null) =>
    ms === null ? '' : momentWords(services.momentIn(zone, ms), language);
  return {
    plans: open.map((plan) => fedPlan(plan, states.get(plan.id) ?? readCheckpoint(null), context)),
    schedule: kept?.schedule ?? null,
    clockStands: clockStands(kept, heartbeatMs, services),
    lastTick: moment(heartbeatMs),
    nextRun: kept ? moment(Math.max(kept.dueMs, services.nowMs())) : '',
    zone,
    log: newestLines(spreadsheet),
    sources: sourceFacts(context),
    quotas: quotas(open, states, services.nowMs()),
    connections: connectionsOf(open, states, context),
    missing: missingPermissions(open, kept?.schedule ?? null, context),
  };
}

function fedPlan(standing: PlanSheet, state: Checkpoint, context: Context): ConnectedPlan {
  const { spreadsheet, services, catalogue, language } = context;
  const { plan } = standing.card;
  const area = standing.areas.get('feeds');
  const block = area && plan.feeds.length > 0 ? readFeedsBlock(area, spreadsheet) : null;
  const titles = new Map(
    inputsOfPlan(plan, catalogue).map((input) => [input.key, inputTitle(input, language)]),
  );
  const zone = services.zone();
  const yesterday = services.dayIn(zone, services.nowMs()) - 1;
  const due = Math.min(yesterday, lastDay(plan.quarter));
  const covered = plan.feeds.map(({ input }) =>
    block ? coverageIn(block, input) : nothingCovered,
  );
  const currencies = [...new Set(plan.accounts.map(({ currency }) => currency))];
  const updated = Math.max(0, ...covered.flatMap((each) => each.updated ?? []));
  return {
    id: plan.id,
    name: plan.name,
    quarter: plan.quarter,
    sheet: standing.sheet?.name ?? '',
    feeds: plan.feeds.map((feed, at): ConnectionStatus => {
      const { from, through, settled, trust: said } = covered[at] ?? nothingCovered;
      const account = accountFor(feed, plan);
      const known = accountIn(state, feed.account);
      const { trust, lost = {}, untold = [] } = known;
      const quality = {
        trust,
        loss: lost[feed.input] ?? null,
        untold: untold.includes(feed.input),
        zone: account && otherZone(account, context),
      };
      // What came, and is short, is short for the inputs that say so beside them.
      const isOfCells = account !== null && context.sources.of(account).delivers.by === 'cells';
      const isShort =
        isOfCells &&
        known.trouble !== null &&
        known.fetchedMs !== null &&
        known.fetchedMs >= known.trouble.sinceMs;
      const trouble = isShort && said === '' ? null : known.trouble;
      const waits = trouble?.untilMs != null && trouble.untilMs > services.nowMs();
      return {
        input: feed.input,
        title: titles.get(feed.input) ?? feed.input,
        where: account ? whereFrom(account, language, context.sources) : '',
        what: account ? whatCounts(feed, account, language, context.sources) : '',
        from: from === null ? '' : dayWords(from, language),
        through: through === null ? '' : dayWords(through, language),
        provisional: through === null ? 0 : through - Math.max((from ?? through) - 1, settled ?? 0),
        typedOver: block !== null && isTypedOver(block, feed.input),
        trust: !trust && isOfCells && said !== '' ? [said] : inputNotes(quality, language),
        trouble: trouble && account ? errorMessage(trouble, account, language, zone, context) : '',
        isShort,
        waitsUntil: waits ? momentWords(services.momentIn(zone, trouble.untilMs), language) : '',
      };
    }),
    updated: updated === 0 ? '' : serialWords(updated, language),
    stale: isStale(
      plan,
      covered.filter((_, at) => !isBehind(plan.feeds[at], state)),
      due,
    ),
    fills: fillsOf(plan, context),
    rated: currencies.filter((currency) => block && hasRate(block, currency)),
  };
}

/** What each system that is asked could bring of what nobody lets flow in yet. */
function fillsOf(
  plan: Plan,
  { sources, catalogue, language }: Context,
): Readonly<Record<string, readonly string[]>> {
  const typed = inputsOfPlan(plan, catalogue).filter(
    ({ key }) => !plan.feeds.some(({ input }) => input === key),
  );
  const asked = sources.all.filter(({ delivers }) => delivers.by === 'requests');
  return Object.fromEntries(
    asked.map((source) => [
      source.id,
      typed.filter(source.mayFill).map((input) => inputTitle(input, language)),
    ]),
  );
}

/** Whether its last days are those that its source is always behind. */
function isBehind(feed: Feed | undefined, state: Checkpoint): boolean {
  const until = feed && accountIn(state, feed.account).lost?.[feed.input]?.until;
  return until != null && isUsual(until.why);
}

/** More than a day older than it could be. */
const isStale = (
  plan: Plan,
  covered: readonly { readonly through: number | null }[],
  due: number,
): boolean =>
  plan.feeds.length > 0 && covered.some(({ through }) => through !== null && through < due - 1);

/** What accounts said last of how much more they answer; a quota of an hour ago says nothing now. */
function quotas(
  plans: readonly PlanSheet[],
  states: ReadonlyMap<string, Checkpoint>,
  nowMs: number,
): QuotaStatus[] {
  const latest = new Map<string, { readonly said: QuotaStatus; readonly atMs: number }>();
  for (const { id, card: metadata } of plans) {
    for (const account of metadata.plan.accounts) {
      const { quota, fetchedMs } = accountIn(states.get(id) ?? readCheckpoint(null), account.id);
      if (!quota || fetchedMs === null || (latest.get(account.id)?.atMs ?? 0) > fetchedMs) continue;
      const sameHour = Math.floor(fetchedMs / hourMs) === Math.floor(nowMs / hourMs);
      const hours = [quota.hour, quota.projectHour].flatMap((each) => each ?? []).map(left);
      const said = {
        account: account.id,
        name: account.name,
        hourLeft: sameHour && hours.length > 0 ? Math.min(...hours) : null,
        dayLeft: nowMs - fetchedMs < 24 * hourMs && quota.day ? left(quota.day) : null,
      };
      latest.set(account.id, { said, atMs: fetchedMs });
    }
  }
  return [...latest.values()].map(({ said }) => said);
}

const left = (tokens: Tokens): number =>
  tokens.of > 0 ? Math.min(1, Math.max(0, tokens.left / tokens.of)) : 0;
