import type { Day } from '../../plan/calendar/calendar.ts';
import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type { Quota, Trouble, Trust } from '../../sources/source.ts';
import type { Book } from '../ports/spreadsheet.ts';

/** How far the data of a plan is, kept as one note. Which feeds there are stands in the plan alone. */
export interface FeedState {
  /** Rises with everything that is written of the plan's data. */
  readonly serial: number;
  /** By account. */
  readonly accounts: Readonly<Record<string, AccountState>>;
  /** Rows of the data sheet by the day they end with, from the quarter's first day on. */
  readonly counts: readonly number[];
  /** When the names of the split were last chosen from all rows. */
  readonly ranked: Day | null;
  /** When somebody asked for the whole quarter again, until it is there. */
  readonly anewMs: number | null;
}

export interface AccountState {
  /** Of what was asked for: another one, and everything is asked for again. */
  readonly hash: string;
  readonly through: Day | null;
  readonly settled: Day | null;
  /** The first day that is there, of a source that does not answer for long ago. */
  readonly from?: Day;
  /** When the last of it was fetched. */
  readonly fetchedMs: number | null;
  /** `null`: as many days at once as usual. */
  readonly sliceDays: number | null;
  readonly trust: Trust | null;
  readonly quota: Quota | null;
  readonly trouble: KeptTrouble | null;
  /** Of a table: what its days came to when they were last written. */
  readonly digests: string;
}

export interface KeptTrouble extends Trouble {
  readonly sinceMs: number;
  readonly tries: number;
  /** Not to be tried before then. */
  readonly untilMs: number | null;
}

export const newState: FeedState = {
  serial: 0,
  accounts: {},
  counts: [],
  ranked: null,
  anewMs: null,
};

export const newAccount: AccountState = {
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

export const feedNote = (plan: string): string => `feed.${plan}`;

/** The plan whose data a note is about. */
export const planOfNote = (key: string): string | null => noteName.exec(key)?.[1] ?? null;

/** A note that cannot be read counts as none: everything is then fetched again. */
export function readState(text: string | null | undefined): FeedState {
  try {
    const said: unknown = JSON.parse(text ?? '');
    if (typeof said !== 'object' || said === null) return newState;
    return { ...newState, ...(said as Partial<FeedState>) };
  } catch {
    return newState;
  }
}

export const accountIn = ({ accounts }: FeedState, id: string): AccountState => ({
  ...newAccount,
  ...(Object.keys(accounts).includes(id) ? accounts[id] : {}),
});

export function keepState(plan: string, state: FeedState, book: Book): void {
  const text = JSON.stringify(state);
  book.keepNote(feedNote(plan), fits(text) ? text : JSON.stringify(shortened(state)));
}

/** What is only there to save work goes first. */
function shortened(state: FeedState): FeedState {
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
  const short = { ...state, accounts: Object.fromEntries(accounts) };
  return fits(JSON.stringify(short)) ? short : { ...newState, serial: state.serial };
}

/** At most three bytes stand for one unit of a text. */
const fits = (text: string): boolean =>
  text.length * 3 <= mostBytes ||
  [...text].reduce((bytes, character) => {
    const code = character.codePointAt(0) ?? 0;
    return bytes + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0) <= mostBytes;

/** A trouble as it goes on: since when, for the how many-th time. */
export function keptTrouble(
  trouble: Trouble & { readonly untilMs?: number | null },
  before: KeptTrouble | null,
  nowMs: number,
): KeptTrouble {
  const same = before?.kind === trouble.kind ? before : null;
  return {
    kind: trouble.kind,
    detail: trouble.detail.slice(0, longestDetail),
    sinceMs: same?.sinceMs ?? nowMs,
    tries: (same?.tries ?? 0) + 1,
    untilMs: trouble.untilMs ?? null,
  };
}

/** What decides which numbers an account brings for a plan. */
export function hashOf(account: Account, plan: Plan): string {
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
export const ofThisMapping = (known: AccountState, hash: string): AccountState =>
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
      };

/** FNV-1a, 32 bits. */
function short(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

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
