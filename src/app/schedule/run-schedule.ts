import { dataWords } from '../../messages/compiled/data.ts';
import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import type { Schedule } from '../api/data-api.ts';
import { contextFrom, type Parts, userLanguage } from '../api/respond.ts';
import {
  type Checkpoint,
  checkpointNote,
  planOfNote,
  readCheckpoint,
} from '../data-sheet/checkpoint.ts';
import { goneMs } from '../data-sheet/kept-days.ts';
import { planOnSheet } from '../plan-store/connection-metadata.ts';
import type { Context } from '../ports/context.ts';
import type { LastingCause } from '../ports/lasting-cause.ts';
import { errorMessage, isOfThisUser, needsSomebody } from '../refresh/error-messages.ts';
import { dropLease, leaseNote, newLease } from '../refresh/lease.ts';
import { type PlanRefreshed, refreshPlan } from '../refresh/refresh-plan.ts';
import {
  heartbeatNote,
  type KeptSchedule,
  nextDue,
  readSchedule,
  scheduleNote,
} from './schedule.ts';
import { type News, tellByMail } from './tell-by-mail.ts';

/** Six minutes is all that a run gets; what is written at its end takes some of them. */
const budgetMs = 4.5 * 60_000;
const hourMs = 3_600_000;

/**
 * What the clock does each time it comes by. Where nothing is due, it looks at one note and leaves
 * another that says it was here. Nothing that goes wrong may leave it: nobody would see it.
 */
export function runSchedule(parts: Parts): void {
  const { host } = parts;
  const seen: { kept: KeptSchedule | null } = { kept: null };
  try {
    const nowMs = parts.services.nowMs();
    const begun = host.exclusively(() => begin(nowMs, seen, parts));
    // Whoever keeps the document is another run of ours.
    if (!begun) giveSignOfLife(nowMs, parts);
    else if (begun.is === 'signIn') tellOfSignIn(begun.kept.schedule, parts);
    else if (begun.is === 'due') fetchAll(begun.kept, begun.token, contextFrom(parts));
  } catch (error) {
    host.report(error);
    const cause = host.causeOf(error);
    const { kept } = seen;
    if (kept?.schedule.mail && cause !== null) tellOfRefusal(cause, kept.schedule, parts);
  }
}

type Begun =
  | { readonly is: 'idle' }
  | { readonly is: 'signIn'; readonly kept: KeptSchedule }
  | { readonly is: 'due'; readonly kept: KeptSchedule; readonly token: string };

/** Looks whether something is due and, if so, keeps other runs from fetching: with all notes at one look. */
function begin(nowMs: number, seen: { kept: KeptSchedule | null }, parts: Parts): Begun {
  const { spreadsheet, services } = parts;
  const notes = spreadsheet.notes();
  const kept = readSchedule(notes[scheduleNote]);
  seen.kept = kept;
  const due = kept && kept.dueMs <= nowMs ? kept : null;
  // No sign of life either: the panel then says that no clock comes by.
  if (due && services.lacks(['sheet']).length > 0) return { is: 'signIn', kept: due };
  const lease = due && newLease(notes[leaseNote], nowMs);
  if (!lease) {
    giveSignOfLife(nowMs, parts);
    return { is: 'idle' };
  }
  try {
    spreadsheet.keepNotes({ [heartbeatNote]: String(nowMs), [leaseNote]: lease.text });
  } catch (error) {
    parts.host.report(error);
    spreadsheet.keepNote(leaseNote, lease.text);
  }
  return { is: 'due', kept: due, token: lease.token };
}

/** Where there is no room for it, the numbers still come. */
function giveSignOfLife(nowMs: number, { host, spreadsheet }: Parts): void {
  try {
    spreadsheet.keepNote(heartbeatNote, String(nowMs));
  } catch (error) {
    host.report(error);
  }
}

function fetchAll(kept: KeptSchedule, token: string, context: Context): void {
  const { spreadsheet, services } = context;
  const deadlineMs = services.nowMs() + budgetMs;
  const came: PlanRefreshed[] = [];
  let all = true;
  let ended = false;
  try {
    for (const id of oldestFirst(spreadsheet.notes())) {
      if (services.nowMs() >= deadlineMs) {
        all = false;
        break;
      }
      came.push(refreshed(id, deadlineMs, token, context));
    }
    ended = true;
  } finally {
    dropLease(token, context, (notes) => (ended ? dueNote(kept, came, all, notes, context) : null));
  }
  if (kept.schedule.mail) mailErrors(came, kept.schedule, context);
}

/** What is to be noted of the next run; somebody may have set another schedule meanwhile. */
function dueNote(
  kept: KeptSchedule,
  came: readonly PlanRefreshed[],
  all: boolean,
  notes: Readonly<Record<string, string>>,
  context: Context,
): Readonly<Record<string, string>> | null {
  const now = readSchedule(notes[scheduleNote]);
  if (!now || now.sinceMs !== kept.sinceMs) return null;
  const over = all && came.every((each) => each.is === 'none' || (each.is === 'done' && each.over));
  const dueMs = dueAfter(now, came, over, context);
  return { [scheduleNote]: JSON.stringify({ ...now, dueMs } satisfies KeptSchedule) };
}

/** One plan that cannot be refreshed must not keep the others from it. */
function refreshed(id: string, deadlineMs: number, token: string, context: Context): PlanRefreshed {
  const { host, spreadsheet } = context;
  try {
    const came = refreshPlan(id, { anew: false, deadlineMs, token }, context);
    // A quarter that is closed is not looked at again and again.
    if (came.is === 'none' && came.why !== 'gone') spreadsheet.keepNote(checkpointNote(id), null);
    return came;
  } catch (error) {
    host.report(error);
    // Tried again with the next hour, not with the next day.
    const cause = host.causeOf(error);
    return cause === null ? { is: 'lost' } : { is: 'lost', refused: { id, cause } };
  }
}

/** What has waited longest comes first, so that all get their turn. */
function oldestFirst(notes: Readonly<Record<string, string>>): string[] {
  const waits = (state: Checkpoint) =>
    Math.min(...Object.values(state.accounts).map(({ fetchedMs }) => fetchedMs ?? 0));
  return Object.entries(notes)
    .flatMap(([key, text]) => {
      const id = planOfNote(key);
      return id === null ? [] : [{ id, since: waits(readCheckpoint(text)) }];
    })
    .sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
}

/** With the next hour where something is left to do or may be tried again, else as scheduled. */
function dueAfter(
  { schedule }: KeptSchedule,
  came: readonly PlanRefreshed[],
  over: boolean,
  context: Context,
): number {
  const { services } = context;
  const nowMs = services.nowMs();
  const usual = nextDue(schedule, nowMs, services);
  if (!over) return Math.min(usual, nextDue({ ...schedule, every: 'hour' }, nowMs, services));
  const again = came.flatMap((each) =>
    each.is === 'done'
      ? each.results.flatMap(({ account, state: { trouble }, skipped }) => {
          // Whose it is has a clock too, perhaps: it finds it still due.
          if (skipped) return [nowMs];
          if (!trouble) return [];
          if (isOfThisUser(trouble, account, context)) return [nowMs];
          return needsSomebody(trouble, account, context)
            ? []
            : [trouble.untilMs ?? nowMs + hourMs];
        })
      : [],
  );
  // What has to go is looked at in time, also where nothing new comes.
  const gone = came.flatMap((each) =>
    each.is === 'done'
      ? each.results.flatMap(
          ({ account, state }) => goneMs(context.sources.of(account), state) ?? [],
        )
      : [],
  );
  return Math.min(usual, ...again, ...gone.map((ms) => Math.max(ms, nowMs)));
}

/** What is told of a plan begins with its id, of an account of it with both. */
const newsKey = (plan: string, about = ''): string => `${plan} ${about}`;
const signKey = newsKey('sign');
/** What is told of a whole run begins so. */
const runKey = newsKey('run', '!');

/** Nothing can be done without the spreadsheet itself. */
function tellOfSignIn(schedule: Schedule, parts: Parts): void {
  if (!schedule.mail) return;
  const sentence = dataWords(userLanguage(parts.host)).mail.sign;
  tellByMail([{ key: signKey, sentence }], (key) => key === signKey, schedule, parts);
}

/** Nothing of this run could be done. Nobody sees it; that it cannot be mailed either nobody can help. */
function tellOfRefusal(cause: LastingCause, schedule: Schedule, parts: Parts): void {
  try {
    const sentence = planAnswersWords(userLanguage(parts.host)).lasting[cause];
    tellByMail([{ key: `${runKey}${cause}`, sentence }], () => false, schedule, parts);
  } catch (error) {
    parts.host.report(error);
  }
}

function mailErrors(came: readonly PlanRefreshed[], schedule: Schedule, context: Context): void {
  const { services, language } = context;
  const looked = came.flatMap((each) =>
    each.is === 'done'
      ? each.results.map(({ account, state: { trouble } }) => ({
          ...each,
          account,
          trouble: trouble && needsSomebody(trouble, account, context) ? trouble : null,
          about: newsKey(each.plan.id, account.id),
        }))
      : [],
  );
  const news = looked.flatMap(({ plan, account, trouble, about }): News[] => {
    if (!trouble) return [];
    const message = errorMessage(trouble, account, language, services.zone(), context);
    // Numbers in what a system says may differ from one time to the next.
    const detail = trouble.detail.replace(/\d+/g, '#');
    return [{ key: `${about} ${trouble.kind} ${detail}`, sentence: `${plan.name} – ${message}` }];
  });
  const refusals = came.flatMap((each): News[] => {
    if (each.is !== 'lost' || !each.refused) return [];
    const { id, cause } = each.refused;
    const name = planOnSheet(id, context)?.plan.name ?? '';
    const sentence = context.say.lasting[cause];
    return [
      { key: newsKey(id, `!${cause}`), sentence: name === '' ? sentence : `${name} – ${sentence}` },
    ];
  });
  const done = came.flatMap((each) => (each.is === 'done' ? [newsKey(each.plan.id, '!')] : []));
  const seen = (key: string) =>
    key === signKey ||
    key.startsWith(runKey) ||
    done.some((begins) => key.startsWith(begins)) ||
    looked.some(({ about }) => key.startsWith(`${about} `));
  tellByMail([...news, ...refusals], seen, schedule, context);
}
