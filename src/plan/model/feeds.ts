import type { Plan } from './plan.ts';

/** Systems whose numbers flow in by themselves. */
export const sourceNames = ['ga4', 'table'] as const;
export type SourceName = (typeof sourceNames)[number];

/** A place numbers come from: a property of Google Analytics, a table of this spreadsheet. */
export type Account = PropertyAccount | TableAccount;

interface AccountFacts {
  /** `properties/123`; `table-` and six characters for a table. */
  readonly id: string;
  /** What people call it: the property's name, the tab's. */
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
}

export interface PropertyAccount extends AccountFacts {
  readonly source: 'ga4';
  /** The IANA time zone in which its days begin and end. */
  readonly zone: string;
}

/** A table that stands in the spreadsheet. Columns are known by their headers, so they may move. */
export interface TableAccount extends AccountFacts {
  readonly source: 'table';
  /** The tab's id, which stays when it is renamed. */
  readonly sheet: number;
  /** The header of the column with the day, or with a period's first day. */
  readonly day: string;
  /** The header of the column with a period's last day; `null` where a row is one day. */
  readonly lastDay: string | null;
  /** How `3/4/2026` is meant, where the column holds texts. */
  readonly order: 'dayFirst' | 'monthFirst' | 'yearFirst';
  /** What the days of a quarter before the table's first one held: nobody knows, or nothing. */
  readonly before: 'unknown' | 'nothing';
}

/** That a dimension (or a table's column) has one of these values, or begins with one of them. */
export type FeedTest = { readonly dimension: string } & (
  | { readonly is: readonly string[] }
  | { readonly startsWith: readonly string[] }
);

/** What is taken for an input of a plan, and from where. */
export interface Feed {
  /** The key of the input: `LEADS`, `CPL.cost`, `OWN_A.top`. */
  readonly input: string;
  readonly account: string;
  /**
   * A metric of Google Analytics; the header of a table's column, whose numbers are totalled; `null`
   * counts the rows of a table (a list with one lead per row).
   */
  readonly metric: string | null;
  /** Only what passes every test counts. */
  readonly only: readonly FeedTest[];
  /** A dimension (a table's column) by which the numbers are also told apart; sums only. */
  readonly split: string | null;
}

/** The most feeds, tests of a feed, and values of a test that a plan can hold. */
export const mostFeeds = 100;
export const mostTests = 5;
export const mostValues = 50;

export const feedFor = (input: string, { feeds }: Pick<Plan, 'feeds'>): Feed | null =>
  feeds.find((feed) => feed.input === input) ?? null;

export const accountFor = (
  { account }: Pick<Feed, 'account'>,
  { accounts }: Pick<Plan, 'accounts'>,
): Account | null => accounts.find(({ id }) => id === account) ?? null;
