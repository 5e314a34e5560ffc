import { hashText } from '../messages/hash-text.ts';
import { lossReasons, wholeRows } from './loss.ts';
import { bothQuotas, nearlySpent, nextHour } from './quota.ts';
import { sortRows } from './segment.ts';
import type {
  Classification,
  HttpResponse,
  Loss,
  Pace,
  Question,
  Quota,
  ResultPage,
  Row,
  Source,
  SourceError,
  Trust,
} from './source.ts';
import { bothTrusts, wholeTrust } from './trust.ts';

/**
 * The loop that gets a slice of one account, as a state that is JSON. It sends nothing and knows no
 * clock:
 *
 *     let run = begin(source.plan(assignment));
 *     while (!ended(run)) {
 *       const { send, untilMs } = due(run, source.pace, nowMs());
 *       if (send.length === 0) { wait until untilMs, or leave where that is too long; continue; }
 *       const requests = send.map(({ question }) => source.request(question));
 *       const sentMs = nowMs();
 *       run = takeResponses(source, run, { send, sentMs }, outside.send(requests), nowMs());
 *     }
 *     const outcome = outcomeOf(run);
 */
export interface Run<Q extends Question = Question> {
  /** Not answered yet. */
  readonly open: readonly Open<Q>[];
  /** Rounds in which a server did not do its work; from the first error on one is asked at a time. */
  readonly failures: number;
  /** Rounds in which too much was asked at once. */
  readonly crowded: number;
  readonly rows: readonly Row[];
  readonly lost: readonly Loss[];
  /** Inputs of which some days came without their segments. */
  readonly untold: readonly string[];
  readonly trust: Trust;
  readonly quota: Quota | null;
  /** The account is not to be asked again before then: its quota is nearly spent. */
  readonly restUntilMs: number | null;
  readonly failed: Failed | null;
  /** Requests sent so far. */
  readonly requests: number;
  /** When those left that a limit by the second still counts, the oldest first. */
  readonly leftMs: readonly number[];
}

interface Open<Q extends Question = Question> {
  readonly id: string;
  readonly question: Q;
  readonly notBeforeMs: number;
  /** Its answer was in doubt once; what comes now counts. */
  readonly again?: true;
}

interface Failed {
  readonly trouble: SourceError;
  /** Not to be tried before then; `null`: the next time anything is refreshed. */
  readonly untilMs: number | null;
  /** The same, where this was waited for before. */
  readonly againMs?: number;
}

export interface Due<Q extends Question = Question> {
  /** To be sent at once, and to be handed to `takeResponses` with the answers. */
  readonly send: readonly Open<Q>[];
  /** Where there is nothing to send yet: when there will be. */
  readonly untilMs: number;
}

export type FetchOutcome =
  | {
      readonly is: 'done';
      /**
       * In the order of the data sheet; segments that differ only in capitals are one. None of them
       * is of days that are lost.
       */
      readonly rows: readonly Row[];
      readonly lost: readonly Loss[];
      readonly untold: readonly string[];
      readonly trust: Trust;
      readonly quota: Quota | null;
      /** The slice is here; the account is not to be asked for the next one before then. */
      readonly restUntilMs: number | null;
    }
  | ({ readonly is: 'failed'; readonly quota: Quota | null } & Failed);

/** Ten errors of Google's servers in an hour lock the project out of a property: five at once, then these. */
const mostFailures = 3;
const mostCrowded = 6;
const second = 1000;
/** What asks for a longer pause than this ends the run; the next one begins after it. */
const longestPause = 64 * second;

export const begin = <Q extends Question>(questions: readonly Q[]): Run<Q> => ({
  open: questions.map((question, at) => ({ id: String(at), question, notBeforeMs: 0 })),
  failures: 0,
  crowded: 0,
  rows: [],
  lost: [],
  untold: [],
  trust: wholeTrust,
  quota: null,
  restUntilMs: null,
  failed: null,
  requests: 0,
  leftMs: [],
});

export const ended = (run: Pick<Run, 'open' | 'failed'>): boolean =>
  run.failed !== null || run.open.length === 0;

export function due<Q extends Question>(run: Run<Q>, pace: Pace, nowMs: number): Due<Q> {
  if (ended(run)) return { send: [], untilMs: nowMs };
  const ready = run.open.filter(({ notBeforeMs }) => notBeforeMs <= nowMs);
  const most = run.failures + run.crowded > 0 ? 1 : pace.atOnce;
  const soonestMs = Math.min(...run.open.map(({ notBeforeMs }) => notBeforeMs));
  if (pace.perSecond === null) {
    return { send: ready.slice(0, most), untilMs: Math.max(soonestMs, nowMs) };
  }
  const lately = run.leftMs.filter((ms) => ms > nowMs - second);
  const free = Math.max(0, pace.perSecond - lately.length);
  const freeMs = free > 0 ? nowMs : (lately[lately.length - pace.perSecond] ?? nowMs) + second;
  return {
    send: ready.slice(0, Math.min(most, free)),
    untilMs: Math.max(soonestMs, freeMs, nowMs),
  };
}

/** What was sent, and when it left. */
export interface Sent<Q extends Question = Question> {
  readonly send: readonly Open<Q>[];
  readonly leftMs: number;
}

/** The state after answers came, in the order of what was sent. */
export function takeResponses<Q extends Question>(
  source: Source<Q>,
  run: Run<Q>,
  { send, leftMs }: Sent<Q>,
  responses: readonly HttpResponse[],
  nowMs: number,
): Run<Q> {
  let { rows, lost, untold, trust, quota } = run;
  const left = new Map(run.open.map((open) => [open.id, [open] as readonly Open<Q>[]]));
  const delayed: { readonly open: Open<Q>; readonly verdict: Classification & { is: 'retry' } }[] =
    [];
  const failures: Failed[] = [];
  for (const [at, open] of send.entries()) {
    const heard = hear(source, open.question, responses[at] ?? nothing, nowMs);
    if (heard.is === 'page' && !open.again && isDoubtful(heard.page)) {
      quota = bothQuotas(quota, heard.page.quota);
      left.set(open.id, [{ ...open, again: true, notBeforeMs: nowMs + backOff(open, 1) }]);
    } else if (heard.is === 'page') {
      rows = [...rows, ...heard.page.rows];
      lost = [...lost, ...(heard.page.lost ?? [])];
      untold = [...new Set([...untold, ...(heard.page.untold ?? [])])];
      trust = bothTrusts(trust, heard.page.trust);
      quota = bothQuotas(quota, heard.page.quota);
      left.set(open.id, followed(open, heard.page.more));
    } else if (heard.is === 'apart') {
      left.set(open.id, followed(open, heard.questions));
    } else if (heard.is === 'retry') {
      delayed.push({ open, verdict: heard });
    } else {
      failures.push({
        trouble: heard.trouble,
        untilMs: heard.is === 'wait' ? heard.untilMs : null,
        ...(heard.is === 'wait' && heard.againMs !== undefined ? { againMs: heard.againMs } : {}),
      });
    }
  }
  const counts = counted(run, delayed);
  for (const { open, verdict } of delayed) {
    const pause = verdict.afterMs ?? backOff(open, counts.failures + counts.crowded);
    if (pause > longestPause || counts.failures > mostFailures || counts.crowded > mostCrowded) {
      failures.push({ trouble: verdict.trouble, untilMs: pauseEnd(verdict.afterMs, nowMs) });
    }
    left.set(open.id, [{ ...open, notBeforeMs: nowMs + pause }]);
  }
  const open = [...left.values()].flat();
  const restUntilMs = nearlySpent(quota) ? nextHour(nowMs) : null;
  const spent: Failed[] =
    restUntilMs !== null && open.length > 0
      ? [{ trouble: { kind: 'nearQuota', detail: '' }, untilMs: restUntilMs }]
      : [];
  return {
    ...counts,
    open,
    rows,
    lost,
    untold,
    trust,
    quota,
    restUntilMs,
    failed: run.failed ?? worst([...failures, ...spent]),
    requests: run.requests + send.length,
    leftMs: [...run.leftMs.filter((ms) => ms > leftMs - second), ...send.map(() => leftMs)],
  };
}

/** What came of it, once it has ended. */
export function outcomeOf(run: Run): FetchOutcome {
  const { rows, lost, untold, trust, quota, restUntilMs, failed } = run;
  if (failed) return { is: 'failed', quota, ...failed };
  const whole = sortRows(wholeRows(rows, lost));
  return { is: 'done', rows: whole, lost, untold, trust, quota, restUntilMs };
}

const isDoubtful = ({ lost = [] }: Pick<ResultPage<unknown>, 'lost'>): boolean =>
  lost.some(({ why }) => lossReasons[why].doubt);

const nothing: HttpResponse = { status: 0, headers: {}, body: '' };

type Heard<Q> =
  | { readonly is: 'page'; readonly page: ResultPage<Q> }
  | { readonly is: 'apart'; readonly questions: readonly Q[] }
  | Exclude<Classification, { readonly is: 'ok' }>;

function hear<Q extends Question>(
  source: Source<Q>,
  question: Q,
  response: HttpResponse,
  nowMs: number,
): Heard<Q> {
  const verdict = response.unsent ?? source.classify(response, nowMs, question);
  if (verdict.is === 'stop' && (verdict.smaller || verdict.trouble.kind === 'mixedFields')) {
    const questions = source.apart(question);
    return questions.length > 0 ? { is: 'apart', questions } : verdict;
  }
  if (verdict.is !== 'ok') return verdict;
  const read = source.parse(question, response);
  if (!('trouble' in read)) return { is: 'page', page: read };
  const { trouble } = read;
  return trouble.kind === 'halfAnswer'
    ? { is: 'retry', afterMs: null, trouble }
    : { is: 'stop', trouble };
}

/** What is asked in the place of a question. */
const followed = <Q extends Question>({ id }: Open<Q>, questions: readonly Q[]) =>
  questions.map((question, at): Open<Q> => ({ id: `${id}.${at}`, question, notBeforeMs: 0 }));

function counted(
  { failures, crowded }: Pick<Run, 'failures' | 'crowded'>,
  delayed: readonly { readonly verdict: { readonly trouble: SourceError } }[],
): Pick<Run, 'failures' | 'crowded'> {
  const isCrowd = ({ verdict }: (typeof delayed)[number]) => verdict.trouble.kind === 'quotaAtOnce';
  return {
    failures: failures + (delayed.some((each) => !isCrowd(each)) ? 1 : 0),
    crowded: crowded + (delayed.some(isCrowd) ? 1 : 0),
  };
}

/** 1, 2, 4 … seconds, and a part of one that differs from question to question. */
function backOff({ id, question }: Open, times: number): number {
  const hash = hashText(`${id} ${times} ${JSON.stringify(question)}`);
  return Math.min(second * 2 ** (times - 1) + (hash % second), longestPause);
}

const pauseEnd = (afterMs: number | null, nowMs: number): number | null =>
  afterMs === null ? null : nowMs + afterMs;

/** What nobody can wait for counts first, then what is to be waited for longest. */
function worst(failures: readonly Failed[]): Failed | null {
  const stops = failures.filter(({ untilMs }) => untilMs === null);
  if (stops[0]) return stops[0];
  return failures.reduce<Failed | null>(
    (longest, each) => ((each.untilMs ?? 0) > (longest?.untilMs ?? 0) ? each : longest),
    null,
  );
}
