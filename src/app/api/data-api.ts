import type { QuarterName } from '../../plan/calendar/calendar.ts';
import type { Account, Feed } from '../../plan/model/feeds.ts';
import type { Plan } from '../../plan/model/plan.ts';
import type {
  AccountField,
  AccountFound,
  FormField,
  FormKind,
  Opened,
} from '../../sources/define-source.ts';
import type { Answer } from './api.ts';
import type { PlanView } from './plan-api.ts';

/** What the panel may ask for around data that flows in. */
export interface DataApi {
  /** What flows into which plan, how fresh it is, what went wrong, when it runs. */
  dataStart(): Answer<DataStart>;
  /** Accounts of a source that this user may read, whose names hold `search`. */
  listAccounts(request: {
    readonly source: string;
    readonly search: string;
    /** Of the answer before; `null` from the beginning. */
    readonly page: string | null;
  }): Answer<AccountList>;
  /** An account's own facts, what can be asked of it, and what of it is proposed for a plan. */
  openAccount(request: OpenAccount): Answer<AccountFacts>;
  /** What a dimension of an account held lately, the most frequent first. */
  dimensionValues(request: {
    readonly source: string;
    readonly account: Account;
    readonly dimension: string;
  }): Answer<readonly string[]>;
  /** Tabs that hold tables, ours left out. */
  listTables(): Answer<readonly TableFacts[]>;
  /** What would come of a table, week by week, without anything being written. */
  previewTable(request: {
    readonly plan: string;
    readonly account: Account;
    readonly feeds: readonly Feed[];
  }): Answer<TablePreview>;
  /** Puts what flows into a plan in the place of what flowed before; checked with the sources first. */
  saveFeeds(request: SaveFeedsRequest): Answer<FeedsSaved>;
  /**
   * Fetches what is due of one plan, or of all; `resetCheckpoints`: the whole quarter again. Works for some
   * seconds and says how far it is: asked again with the same request until it is `done`.
   */
  refresh(request: RefreshRequest): Answer<RefreshAnswer>;
  /** When the clock fetches; `null` stops it. */
  setSchedule(request: Schedule | null): Answer<DataStart>;
}

export interface DataStart {
  readonly plans: readonly ConnectedPlan[];
  readonly schedule: Schedule | null;
  /** Whether a clock comes by: this user’s own, or another’s lately. */
  readonly clockStands: boolean;
  /** When the clock last came by, and when it fetches next, as the panel says it; `''` never. */
  readonly lastTick: string;
  readonly nextRun: string;
  /** The spreadsheet's time zone, in which hours are meant. */
  readonly zone: string;
  /** The newest lines of the log that are about data, the newest first. */
  readonly log: readonly { readonly when: string; readonly what: string }[];
  readonly quotas: readonly QuotaStatus[];
  /** Every account that any plan of this spreadsheet takes numbers from. */
  readonly connections: readonly ConnectionFacts[];
  /** What can be connected, in the order in which it is offered. */
  readonly sources: readonly SourceFacts[];
  readonly missing: MissingPermissions;
}

/** What this user has not allowed of what is needed here. */
export interface MissingPermissions {
  /** What does not work for the lack of each; empty where nothing lacks. */
  readonly sentences: readonly string[];
  /** Where it can be allowed; `null` where nothing lacks, or nobody knows. */
  readonly consent: string | null;
}

/** A plan that could be connected: its quarter is open. */
export interface ConnectedPlan {
  readonly id: string;
  readonly name: string;
  readonly quarter: QuarterName;
  readonly sheet: string;
  readonly feeds: readonly ConnectionStatus[];
  /** When numbers last came for it, as the panel says it; `''` never. */
  readonly updated: string;
  /** More than a day older than they should be. */
  readonly stale: boolean;
  /** What systems could bring of what is still typed, as titles, by the id of the source. */
  readonly fills: Readonly<Record<string, readonly string[]>>;
  /** Currencies whose exchange rate somebody has typed. */
  readonly rated: readonly string[];
}

export interface ConnectionStatus {
  readonly input: string;
  readonly title: string;
  /** «Google Analytics · Shop VN», «Tab “Facebook ads”». */
  readonly where: string;
  /** `keyEvents, eventName = generate_lead`, in words. */
  readonly what: string;
  /** As people write days; `''` where nothing came yet. */
  readonly from: string;
  readonly through: string;
  /** Days at the end that may still change. */
  readonly provisional: number;
  /** What to know about the numbers; empty where all is fine. */
  readonly trust: readonly string[];
  /** What failed, since when, what to do; `''` where nothing did. */
  readonly trouble: string;
  /** It came, and something in it ends what is known: `trust` says what. */
  readonly isShort: boolean;
  /** Somebody has typed over its days: its numbers are not used until they are written again. */
  readonly typedOver: boolean;
  readonly waitsUntil: string;
}

export interface QuotaStatus {
  readonly account: string;
  readonly name: string;
  /** Shares of what is allowed that are left, 0–1. */
  readonly hourLeft: number | null;
  readonly dayLeft: number | null;
}

/** An account that plans of this spreadsheet take numbers from. */
export interface ConnectionFacts {
  readonly account: string;
  readonly source: string;
  /** «Google Analytics · Shop VN» */
  readonly where: string;
  /** Who connected it; `''` where nobody said, or it is nobody's own. */
  readonly by: string;
  readonly plans: readonly {
    readonly id: string;
    readonly name: string;
    /** How many inputs it fills. */
    readonly numbers: number;
    /** When numbers last came, as the panel says it; `''` never. */
    readonly updated: string;
    readonly trouble: string;
  }[];
}

/** A system that can be connected. */
export interface SourceFacts {
  readonly id: string;
  readonly form: FormKind;
  /** Costs of what others are paid have to come from somewhere else. */
  readonly unknownCosts: boolean;
  readonly title: string;
  /** On its button and above its page. */
  readonly connect: string;
  /** More about that; `''` for nothing. */
  readonly hint: string;
  /** What somebody needs before; `''` for nothing. */
  readonly needs: string;
  /** It brings whatever stands in it: what it could fill says nothing. */
  readonly fillsAny: boolean;
  readonly why: string;
  /** Of a form with fields. */
  readonly fields: readonly FormField[];
  /** Of a form that lists accounts. */
  readonly list: {
    readonly searchExample: string;
    readonly opening: string;
    readonly reading: string;
    readonly other: string;
  };
}

export interface AccountList {
  readonly accounts: readonly AccountFound[];
  /** To be sent with the next request; `null` where this is all. */
  readonly page: string | null;
  /** Where there is none: that, and what to do, the first sentence first. */
  readonly none: readonly string[];
}

export interface OpenAccount {
  readonly plan: string;
  readonly source: string;
  /** As the list has it; `''` where it is a new one that has been typed. */
  readonly id: string;
  /** One that is connected already, or about to be. */
  readonly known: Account | null;
  /** What was typed into the form. */
  readonly fields: Readonly<Record<string, string>>;
}

export type AccountFacts = Opened;
export type FieldFacts = AccountField;

export interface TableFacts {
  readonly sheet: number;
  readonly name: string;
  readonly headers: readonly string[];
  /** Some rows as people see them. */
  readonly sample: readonly (readonly string[])[];
  /** By column, what its texts say in more rows than these; empty where it is not worth telling. */
  readonly values: readonly (readonly string[])[];
  /** By column, whether it holds days that the spreadsheet has read itself. */
  readonly dated: readonly boolean[];
  readonly rows: number;
}

export interface TablePreview {
  readonly rows: number;
  /** Days from and to, as people write them; `''` where there are none in the quarter. */
  readonly from: string;
  readonly through: string;
  /** Per input: what it comes to in the quarter so far and up to which day, as people write it. */
  readonly totals: readonly InputPreview[];
  /** Rows that hold the total of others: they are left out. */
  readonly leftOut: number;
  /** What could not be read, in words: «J17: “n/a” là chữ». */
  readonly problems: readonly string[];
}

export interface InputPreview {
  readonly input: string;
  /** `''` where nothing is known of it. */
  readonly total: string;
  readonly through: string;
}

export interface SaveFeedsRequest {
  readonly plan: string;
  /** What counts where there is no `base`. */
  readonly revision: number;
  /** What flowed in before, as it was read: what somebody else changed since is kept. */
  readonly base?: Pick<Plan, 'feeds' | 'accounts'>;
  readonly feeds: readonly Feed[];
  readonly accounts: readonly Account[];
  readonly who: string;
}

export interface FeedsSaved {
  readonly view: PlanView;
  readonly start: DataStart;
  /** What the user should know; `''` when nothing. */
  readonly note: string;
}

interface RefreshRequest {
  /** `null`: all open plans. */
  readonly plan: string | null;
  readonly anew: boolean;
}

export interface RefreshAnswer {
  readonly done: boolean;
  /** 0–1. */
  readonly share: number;
  /** «Đang lấy “Phiên truy cập” đến 14/11…» */
  readonly doing: string;
  /** What came of it, once it is done: sentences. */
  readonly said: readonly string[];
  readonly start: DataStart | null;
}

/** In the spreadsheet's time zone; the clock comes by about once an hour. */
export type Schedule = {
  readonly every: 'hour' | 'day' | 'week';
  /** 0–23; of no meaning where it is every hour. */
  readonly hour: number;
  /** 1 is Monday; of no meaning where it is not every week. */
  readonly weekday: number;
  /** Whether failures are also sent by e-mail: each once, and not twice a day. */
  readonly mail: boolean;
};
