import { hashText } from '../../messages/hash-text.ts';
import type { Day } from '../../plan/calendar/calendar.ts';
import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { Quota, SourceError, Trust } from '../../sources/source.ts';
import type { KnownPlaces } from '../plan-store/known-places.ts';
import type { Spreadsheet } from '../ports/spreadsheet.ts';
import type { InputLoss } from './known-days.ts';

/** How far the data of a plan is, kept as one note. Which feeds there are stands in the plan alone. */
export interface Checkpoint {
  /** Rises with everything that is written of the plan's data. */
  readonly serial: number;
  /** By account. */
  readonly accounts: Readonly<Record<string, AccountCheckpoint>>;
  /** Rows of the data sheet by the day they end with, from the quarter's first day on. */
  readonly counts: readonly number[];
  /** What the lines of the sheet of days are and its days come to; left out while none was written. */
  readonly days?: string | undefined;
  /** When the names of the segments were last chosen from all there is, or were to be and could not. */
  readonly ranked: Day | null;
  /** When somebody asked for the whole quarter again, until it is there. */
  readonly anewMs: number | null;
  /** Where the blocks of the plan's own sheet stood last. */
  readonly places?: KnownPlaces | undefined;
}

export interface AccountCheckpoint {
  /** Of what was asked for: another one, and everything is asked for again. */
  readonly hash: string;
  readonly through: Day | null;
  readonly settled: Day | null;
  /** The first day that is there, of a source that does not answer for long ago. */
  readonly from?: Day;
  /**
   * Inputs of which fewer days are known than that. Left out by versions that took such days for 0:
   * what they fetched is fetched again.
   */
  readonly lost?: Readonly<Record<string, InputLoss>>;
  /** Inputs that are not told apart by segments, of which there are too many. */
  readonly untold?: readonly string[];
  /** Inputs of which segments that are not shown were put together with the rest. */
  readonly folded?: readonly string[];
  /** When the last of it was fetched. */
  readonly fetchedMs: number | null;
  /** `null`: as many days at once as usual. */
  readonly sliceDays: number | null;
  readonly trust: Trust | null;
  readonly quota: Quota | null;
  readonly trouble: OngoingError | null;
  /** Of a table: what its days came to when they were last written. */
  readonly digests: string;
}

export interface OngoingError extends SourceError {
  readonly sinceMs: number;
  readonly tries: number;
  /** Not to be tried before then. */
  readonly untilMs: number | null;
}

export const newCheckpoint: Checkpoint = {
  serial: 0,
  accounts: {},
  counts: [],
  ranked: null,
  anewMs: null,
};

const newAccountCheckpoint: AccountCheckpoint = {
  hash: '',
  through: null,
  settled: null,
  fetchedMs: null,
  sliceDays: null,
  trust: null,
  quota: null,
  trouble: null,
  digests: '',
};

/** A note holds 9 KB. */
const mostBytes = 8_900;
const longestDetail = 200;
const noteName = /^feed\.([a-z0-9]{6})$/;

export const checkpointNote = (plan: string): string => `feed.${plan}`;

/** The plan whose data a note is about. */
export const planOfNote = (key: string): string | null => noteName.exec(key)?.[1] ?? null;

/** A note that cannot be read counts as none: everything is then fetched again. */
export function readCheckpoint(text: string | null | undefined): Checkpoint {
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    if (typeof parsed !== 'object' || parsed === null) return newCheckpoint;
    return { ...newCheckpoint, ...(parsed as Partial<Checkpoint>) };
  } catch {
    return newCheckpoint;
  }
}

export const accountIn = ({ accounts }: Checkpoint, id: string): AccountCheckpoint => ({
  ...newAccountCheckpoint,
  ...(Object.keys(accounts).includes(id) ? accounts[id] : {}),
});

export function saveCheckpoint(plan: string, state: Checkpoint, spreadsheet: Spreadsheet): void {
  const text = JSON.stringify(state);
  spreadsheet.keepNote(checkpointNote(plan), fits(text) ? text : JSON.stringify(shortened(state)));
}

/** What is only there to save work goes first. */
function shortened(state: Checkpoint): Checkpoint {
  const accounts = Object.entries(state.accounts).map(([id, account]) => {
    const { trouble } = account;
    const detail = trouble?.detail.slice(0, longestDetail / 4) ?? '';
    const kept = {
      ...account,
      digests: '',
      quota: null,
      trouble: trouble && { ...trouble, detail },
    };
    return [id, kept] as const;
  });
  const { places: _, ...rest } = state;
  const short = { ...rest, accounts: Object.fromEntries(accounts) };
  return fits(JSON.stringify(short)) ? short : { ...newCheckpoint, serial: state.serial };
}

/** At most three bytes stand for one unit of a text. */
const fits = (text: string): boolean =>
  text.length * 3 <= mostBytes ||
  [...text].reduce((bytes, character) => {
    const code = character.codePointAt(0) ?? 0;
    return bytes + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0) <= mostBytes;

/** An error as it goes on: since when, for the how many-th time, and until when it is waited for. */
export function ongoingError(
  trouble: SourceError & { readonly untilMs?: number | null; readonly againMs?: number },
  before: OngoingError | null,
  nowMs: number,
): OngoingError {
  const same = before?.kind === trouble.kind ? before : null;
  return {
    kind: trouble.kind,
    detail: trouble.detail.slice(0, longestDetail),
    sinceMs: same?.sinceMs ?? nowMs,
    tries: (same?.tries ?? 0) + 1,
    untilMs: (same && trouble.againMs) ?? trouble.untilMs ?? null,
  };
}

/** What decides which numbers an account brings for a plan. */
export function mappingHash(account: Account, plan: Plan): string {
  const feeds = plan.feeds.filter((feed) => feed.account === account.id);
  const { quarter, circumstances } = plan;
  const inputs = inputsOfPlan(plan).flatMap(({ key, over, unit, cadence }) =>
    feeds.some(({ input }) => input === key) ? [[key, over, unit, cadence]] : [],
  );
  const { name: _, ...facts } = account;
  return short(JSON.stringify([facts, feeds, quarter, circumstances.weekStart, inputs]));
}

/**
 * What is known of an account, as far as it is of what is asked of it now: its rows are not kept for
 * another mapping, not even for one that comes back.
 */
export const ofThisMapping = (known: AccountCheckpoint, hash: string): AccountCheckpoint =>
  known.hash === hash
    ? known
    : {
        ...known,
        hash,
        through: null,
        settled: null,
        fetchedMs: null,
        digests: '',
        sliceDays: null,
        trust: null,
        lost: {},
        untold: [],
        folded: [],
      };

const short = (text: string): string => hashText(text).toString(36);

/** How many rows end before a day. */
export const rowsBefore = (counts: readonly number[], first: Day, day: Day): number =>
  sum(counts.slice(0, Math.max(0, day - first)));

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0);

/** Rows per day from the quarter's first day on, those before `from` as they were. */
export function countsOf(
  rows: readonly { readonly to: Day }[],
  { quarter }: Pick<Plan, 'quarter'>,
  before: readonly number[],
  from: Day,
): number[] {
  const first = firstDay(quarter);
  const counts = Array.from({ length: lastDay(quarter) - first + 1 }, (_, at) =>
    first + at < from ? (before[at] ?? 0) : 0,
  );
  for (const { to } of rows) counts[to - first] = (counts[to - first] ?? 0) + 1;
  return counts;
}
