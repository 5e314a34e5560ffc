import { dataWords } from '../../messages/data.ts';
import { contextFrom, type Parts, userLanguage } from '../api/respond.ts';
import { type FeedState, feedNote, planOfNote, readState } from '../data-sheet/checkpoint.ts';
import type { World } from '../ports/context.ts';
import { isOfThisUser, needsSomebody, troubleWords } from './error-messages.ts';
import { dropLease, takeLease } from './lease.ts';
import { type PlanRefreshed, refreshPlan } from './refresh-plan.ts';
import { beatNote, type KeptSchedule, nextDue, readSchedule, scheduleNote } from './schedule.ts';

/** Six minutes is all that a run gets; what is written at its end takes some of them. */
const budgetMs = 4.5 * 60_000;
const hourMs = 3_600_000;
/** Of the user: the day on which they were last told of what needs them. */
const toldKey = 'toldOfData';

/**
 * What the clock does each time it comes by. Where nothing is due, it looks at one note and leaves
 * another that says it was here. Nothing that goes wrong may leave it: nobody would see it.
 */
export function tick(parts: Parts): void {
  const { host, book, outside } = parts;
  try {
    const kept = readSchedule(book.note(scheduleNote));
    const nowMs = outside.nowMs();
    if (kept && kept.dueMs <= nowMs && !outside.authorised()) {
      // No sign of life either: the panel then says that no clock comes by.
      if (kept.schedule.mail) tellOnce(parts, (say) => say.mail.sign);
      return;
    }
    book.keepNote(beatNote, String(nowMs));
    if (kept && kept.dueMs <= nowMs) fetchAll(kept, contextFrom(parts));
  } catch (error) {
    host.report(error);
  }
}

function fetchAll(kept: KeptSchedule, world: World): void {
  const { book, outside, host } = world;
  const token = takeLease(world);
  if (token === null) return;
  const deadlineMs = outside.nowMs() + budgetMs;
  const came: PlanRefreshed[] = [];
  let all = true;
  try {
    for (const id of oldestFirst(book.notes())) {
      if (outside.nowMs() >= deadlineMs) {
        all = false;
        break;
      }
      came.push(refreshed(id, deadlineMs, token, world));
    }
  } finally {
    dropLease(token, world);
  }
  const over = all && came.every((each) => each.is === 'none' || (each.is === 'done' && each.over));
  host.exclusively(() => {
    // Somebody may have set another schedule meanwhile.
    const now = readSchedule(book.note(scheduleNote));
    if (!now || now.sinceMs !== kept.sinceMs) return;
    const dueMs = dueAfter(now, came, over, world);
    book.keepNote(scheduleNote, JSON.stringify({ ...now, dueMs } satisfies KeptSchedule));
  });
  if (kept.schedule.mail) tellTroubles(came, world);
}

/** One plan that cannot be refreshed must not keep the others from it. */
function refreshed(id: string, deadlineMs: number, token: string, world: World): PlanRefreshed {
  const { host, book } = world;
  try {
    const came = refreshPlan(id, { anew: false, deadlineMs, token }, world);
    // A quarter that is closed is not looked at again and again.
    if (came.is === 'none' && came.why !== 'gone') book.keepNote(feedNote(id), null);
    return came;
  } catch (error) {
    host.report(error);
    // Tried again with the next hour, not with the next day.
    return { is: 'lost' };
  }
}

/** What has waited longest comes first, so that all get their turn. */
function oldestFirst(notes: Readonly<Record<string, string>>): string[] {
  const waits = (state: FeedState) =>
    Math.min(...Object.values(state.accounts).map(({ fetchedMs }) => fetchedMs ?? 0));
  return Object.entries(notes)
    .flatMap(([key, text]) => {
      const id = planOfNote(key);
      return id === null ? [] : [{ id, since: waits(readState(text)) }];
    })
    .sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
}

/** With the next hour where something is left to do or may be tried again, else as scheduled. */
function dueAfter(
  { schedule }: KeptSchedule,
  came: readonly PlanRefreshed[],
  over: boolean,
  world: World,
): number {
  const { outside } = world;
  const nowMs = outside.nowMs();
  const usual = nextDue(schedule, nowMs, outside);
  if (!over) return Math.min(usual, nextDue({ ...schedule, every: 'hour' }, nowMs, outside));
  const again = came.flatMap((each) =>
    each.is === 'done'
      ? each.results.flatMap(({ account, state: { trouble } }) => {
          if (!trouble) return [];
          if (isOfThisUser(trouble, account, world)) return [nowMs];
          return needsSomebody(trouble, account, world) ? [] : [trouble.untilMs ?? nowMs + hourMs];
        })
      : [],
  );
  return Math.min(usual, ...again);
}

function tellTroubles(came: readonly PlanRefreshed[], world: World): void {
  const { outside, language } = world;
  const sentences = came.flatMap((each) =>
    each.is === 'done'
      ? each.results.flatMap(({ account, state: { trouble } }) =>
          trouble && needsSomebody(trouble, account, world)
            ? [
                `${each.plan.name} – ${troubleWords(trouble, account, language, outside.zone(), world)}`,
              ]
            : [],
        )
      : [],
  );
  if (sentences.length === 0) return;
  tellOnce(world, ({ mail }) => [mail.begin, '', ...sentences, '', mail.end].join('\n'));
}

/** At most once a day, whatever happens. */
function tellOnce(
  { host, outside }: Pick<World, 'host' | 'outside'>,
  text: (say: ReturnType<typeof dataWords>) => string,
): void {
  const day = String(outside.dayIn(outside.zone(), outside.nowMs()));
  if (host.recall(toldKey) === day) return;
  const say = dataWords(userLanguage(host));
  if (outside.mail(say.mail.subject(outside.title()), text(say))) host.remember(toldKey, day);
}
