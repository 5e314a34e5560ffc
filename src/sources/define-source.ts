import type { Language } from '../messages/compiled/languages.ts';
import type { Day } from '../plan/calendar/calendar.ts';
import type { Account, Feed } from '../plan/model/feeds.ts';
import type { PlanInput } from '../plan/model/inputs.ts';
import type { Access } from './access.ts';
import type { Lookup, Question, Source, SourceError } from './source.ts';
import type { TableRead, TableReading } from './table/read-table.ts';

/**
 * All that the product knows of a system: what it is called, how it is signed in to, what of it
 * stands in a plan, what its form asks, what can be asked of it and what comes of that. Whoever
 * needs any of this looks the source up in the registry and never asks which one it is.
 */
export interface SourceEntry<A extends Account = Account, Q extends Question = Question> {
  /** What stands in plans and on the data sheet; never to be changed. */
  readonly id: string;
  /**
   * By which a build asks for it (`--with search-console`); left out, it is in every build. For what
   * asks everybody who uses the add-on for a permission that few need.
   */
  readonly flavour?: string;
  /** It stands in for a source that this build does not contain. */
  readonly absent?: true;
  words(language: Language): SourceWords;
  readonly access: Access;
  readonly form: FormKind;
  /** What stands in a plan of an account, cleaned; `null` for what is none of this source’s own. */
  readAccount(record: Readonly<Record<string, unknown>>): A | null;
  /** Whether it could bring an input, before any of its accounts is known. */
  mayFill(input: PlanInput): boolean;
  /** Whether a feed could be of one of its accounts. */
  mayFeed(feed: Feed): boolean;
  /** Whether each of its rows belongs to a single day, so that they can be totalled up to any day. */
  daily(account: A): boolean;
  /** What of an account decides which numbers come: other facts, and what is covered says nothing. */
  decisive(account: A): readonly unknown[];
  /** Dimensions of all its accounts that are called the same are the same. */
  readonly sharesDimensions: boolean;
  /** A count of a whole period without a row is 0: it answers for exactly the period asked for. */
  readonly answersPeriods: boolean;
  /** How far back it answers: as far as a quarter goes, or only for some days before today. */
  readonly history: 'offered' | { readonly days: number };
  /**
   * For so many days after they came its terms let numbers be kept; left out, for ever. All of them come
   * anew with each refresh, and go once they are older, when a quarter is closed and before anything
   * else takes them over.
   */
  readonly keepDays?: number;
  /** It knows nothing of what was spent elsewhere: costs have to come from somewhere else. */
  readonly unknownCosts: boolean;
  /** Kinds of trouble that are its own, and what becomes of them; a kind left out needs somebody. */
  readonly troubles: Readonly<Record<string, TroubleFate>>;
  readonly delivers: Requests<A, Q> | CellDelivery<A>;
}

/**
 * `passes`: it goes away by itself. `user`: what this user is refused another may be allowed.
 * `somebody`: nothing helps until somebody does something.
 */
export type TroubleFate = 'passes' | 'user' | 'somebody';

/** A source that is asked over the network. */
export interface Requests<A extends Account = Account, Q extends Question = Question> {
  readonly by: 'requests';
  readonly source: Source<Q, A>;
  /** One page of its accounts, for a form that lists them; `page` of the page before. */
  list?(page: string | null, asker: Asker): AccountsPage;
  /** An account as it is now: by its id, or by what was typed into the form, where it is new. */
  open(of: AccountOpening<A>, asker: Asker): Opened<A>;
  /** What a dimension held lately, the most frequent first. */
  values?(account: A, dimension: string, asker: Asker): readonly string[];
  /** Before it is saved: the first thing that cannot work; `null` where all can. */
  check(of: Checking<A>, asker: Asker): MappingProblem | null;
}

/** A source that stands in the spreadsheet itself. */
export interface CellDelivery<A extends Account = Account> {
  readonly by: 'cells';
  /** The tab's id. */
  tab(account: A): number;
  read(reading: Omit<TableReading, 'account'> & { readonly account: A }): CellsRead;
}
export type CellsRead = TableRead | { readonly trouble: SourceError };

/** Asks one thing, again where that helps soon. */
export interface Asker {
  /** What is asked for; where there is trouble, that is said and nothing after it is done. */
  ask<T>(lookup: Lookup<T> | { readonly trouble: SourceError }): T;
  /** Which day it is in a time zone. */
  today(zone: string): Day;
  /** The same, with the trouble handed back. */
  attempt<T>(lookup: Lookup<T>): { readonly value: T } | { readonly trouble: SourceError };
}

interface AccountsPage {
  readonly accounts: readonly AccountFound[];
  readonly page: string | null;
}

export interface AccountFound {
  readonly account: string;
  readonly name: string;
  /** What it belongs to: the account of a property. */
  readonly group: string;
  /** By which those of the same name are told apart. */
  readonly code: string;
}

export interface AccountOpening<A extends Account = Account> {
  /** Of an account that stands in a plan, as it stands there. */
  readonly known: A | null;
  /** `''` for a new one whose source gives it none itself. */
  readonly id: string;
  /** What was typed into the form, by field, secrets among it. */
  readonly fields: Readonly<Record<string, string>>;
  readonly language: Language;
  /** The inputs for which something is to be proposed. */
  readonly inputs: readonly PlanInput[];
  readonly plan: { readonly currency: string };
  /** The spreadsheet's time zone. */
  readonly zone: string;
}

export interface Opened<A extends Account = Account> {
  readonly account: A;
  /** What is to be known before it is used: labels and what they say. */
  readonly details: readonly (readonly [string, string])[];
  readonly notices: readonly string[];
  readonly metrics: readonly AccountField[];
  readonly dimensions: readonly AccountField[];
  /** The dimensions by which numbers can be told apart. */
  readonly splits: readonly string[];
  /** Values that are known without asking: of a dimension, where this metric is taken. */
  readonly known: readonly KnownValues[];
  readonly proposals: readonly ProposedFeed[];
}

export interface AccountField {
  /** `keyEvents` */
  readonly name: string;
  readonly title: string;
  /** What is said where its values are to be chosen, if not the usual. */
  readonly ask?: string;
}

interface KnownValues {
  readonly metric: string;
  readonly dimension: string;
  readonly values: readonly string[];
}

/** A feed for an input; tests whose values only the user knows have none yet. */
type ProposedFeed = Omit<Feed, 'account'>;

export interface Checking<A extends Account = Account> {
  readonly account: A;
  /** Those of it that are new or other than before. */
  readonly feeds: readonly Feed[];
  readonly inputs: readonly PlanInput[];
  readonly language: Language;
}

/** What is wrong with the feed of an input, as a sentence; or why it could not be looked at. */
export type MappingProblem =
  | { readonly input: string; readonly sentence: string }
  | { readonly trouble: SourceError };

/** `list`: searched for among its accounts; `fields`: typed; `tabs`: a tab of this spreadsheet. */
export type FormKind = 'list' | 'fields' | 'tabs';

export interface FormField {
  readonly id: string;
  readonly label: string;
  /** `''` for nothing. */
  readonly hint: string;
  /** A secret is kept for the user alone, and never sent back to the panel. */
  readonly is: 'text' | 'secret' | 'choice';
  /** Of a choice: values and what they are called. */
  readonly options: readonly (readonly [string, string])[];
  /** What is said where it is left empty; `''` where it may be. */
  readonly missing: string;
}

/** What a source says, in one language. */
export interface SourceWords {
  /** «Google Analytics», «Table» */
  readonly title: string;
  /** On the button and above the page that connects it. */
  readonly connect: string;
  readonly connectHint: string;
  /** What somebody needs before, who may make it and how long it takes; `''` for nothing. */
  readonly needs: string;
  /** Below that title. */
  readonly why: string;
  /** Where a number comes from: «Google Analytics · Shop VN». */
  where(name: string): string;
  /** What is taken; `null`: rows are counted. */
  metric(name: string | null): string;
  /** A dimension by itself, and amid a sentence. */
  dimension(name: string): string;
  named(dimension: string): string;
  readonly troubles: Readonly<Record<string, TroubleWords>>;
  /** Of a form with fields, in their order. */
  readonly fields: readonly FormField[];
  /** Of a form that lists accounts. */
  readonly list: ListWords | null;
}

interface ListWords {
  readonly searchExample: string;
  readonly opening: string;
  readonly reading: string;
  readonly other: string;
  /** What is said where nothing is found, the first thing first; `search` may be `''`. */
  none(search: string): readonly string[];
}

export interface TroubleWords {
  readonly what: (gaps: { readonly where: string; readonly detail: string }) => string;
  readonly way: string;
}

/** A source with its own accounts and questions, for the registry, which knows neither. */
export const defineSource = <A extends Account, Q extends Question>(
  source: SourceEntry<A, Q>,
): SourceEntry => source;

/** The first day for which a source can be asked on a day after which this was the last one over. */
export const earliestDay = (
  { history }: Pick<SourceEntry, 'history'>,
  first: Day,
  yesterday: Day,
): Day => (history === 'offered' ? first : Math.max(first, yesterday - history.days + 1));
