import { lastDay } from '../../plan/calendar/calendar.ts';
import { accountFor } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { whatCounts, whereFrom } from '../../sheet/data/feed-words.ts';
import type { Tokens } from '../../sources/source.ts';
import type { DataStart, FedPlan, FeedStanding, QuotaSaid } from '../api/data-api.ts';
import { sourceFacts } from '../connect/accounts.ts';
import { accountIn, type FeedState, feedNote, readState } from '../data-sheet/checkpoint.ts';
import { coverageIn, feedsBlock, isRated, nothingCovered } from '../data-sheet/coverage.ts';
import { findPlans } from '../plan-store/find-plans.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import type { World } from '../ports/context.ts';
import { newestLines } from './data-log-entries.ts';
import { troubleWords } from './error-messages.ts';
import { dayWords, momentWords, serialWords } from './format-day.ts';
import { trustList } from './quality-notes.ts';
import { beatNote, clockStands, readSchedule, scheduleNote } from './schedule.ts';

const hourMs = 3_600_000;

/** What flows into which plan, how fresh it is, what went wrong, when it runs. Reads only. */
export function dataStart(world: World): DataStart {
  const { book, outside, language } = world;
  const found = findPlans(world);
  const open = found.plans.filter(({ state }) => state === 'open');
  const states = new Map(open.map(({ id }) => [id, readState(found.notes[feedNote(id)])]));
  const zone = outside.zone();
  const kept = readSchedule(found.notes[scheduleNote]);
  const beatMs = Number(found.notes[beatNote] ?? '') || null;
  const moment = (ms: number | null) =>
    ms === null ? '' : momentWords(outside.momentIn(zone, ms), language);
  return {
    plans: open.map((plan) => fedPlan(plan, states.get(plan.id) ?? readState(null), world)),
    schedule: kept?.schedule ?? null,
    clockStands: clockStands(kept, beatMs, outside),
    lastTick: moment(beatMs),
    nextRun: kept ? moment(Math.max(kept.dueMs, outside.nowMs())) : '',
    zone,
    log: newestLines(book),
    sources: sourceFacts(world),
    quotas: quotas(open, states, outside.nowMs()),
  };
}

function fedPlan(standing: PlanSheet, state: FeedState, world: World): FedPlan {
  const { book, outside, catalogue, language } = world;
  const { plan } = standing.card;
  const area = standing.areas.get('feeds');
  const block = area && plan.feeds.length > 0 ? feedsBlock(area, book) : null;
  const titles = new Map(inputsOfPlan(plan, catalogue).map(({ key, title }) => [key, title]));
  const zone = outside.zone();
  const yesterday = outside.dayIn(zone, outside.nowMs()) - 1;
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
    feeds: plan.feeds.map((feed, at): FeedStanding => {
      const { from, through, settled } = covered[at] ?? nothingCovered;
      const account = accountFor(feed, plan);
      const known = accountIn(state, feed.account);
      const { trouble, trust } = known;
      const waits = trouble?.untilMs != null && trouble.untilMs > outside.nowMs();
      return {
        input: feed.input,
        title: titles.get(feed.input)?.[language] ?? feed.input,
        where: account ? whereFrom(account, language, world.sources) : '',
        what: account ? whatCounts(feed, account, language, world.sources) : '',
        from: from === null ? '' : dayWords(from, language),
        through: through === null ? '' : dayWords(through, language),
        provisional: through === null ? 0 : through - Math.max((from ?? through) - 1, settled ?? 0),
        trust: trust ? trustList(trust, language) : [],
        trouble: trouble && account ? troubleWords(trouble, account, language, zone, world) : '',
        waitsUntil: waits ? momentWords(outside.momentIn(zone, trouble.untilMs), language) : '',
      };
    }),
    updated: updated === 0 ? '' : serialWords(updated, language),
    stale: isStale(plan, covered, due),
    rated: currencies.filter((currency) => block && isRated(block, currency)),
  };
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
  states: ReadonlyMap<string, FeedState>,
  nowMs: number,
): QuotaSaid[] {
  const latest = new Map<string, { readonly said: QuotaSaid; readonly atMs: number }>();
  for (const { id, card } of plans) {
    for (const account of card.plan.accounts) {
      const { quota, fetchedMs } = accountIn(states.get(id) ?? readState(null), account.id);
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
