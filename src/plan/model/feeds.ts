import type { Fields, FieldsOf } from './field.ts';
import type { Plan } from './plan.ts';

/**
 * A place numbers come from: a property of Google Analytics, a table of this spreadsheet. What else
 * its source keeps of it, that source alone reads.
 */
export interface Account {
  /** The id of a source in the registry. */
  readonly source: string;
  /** `properties/123`; `table-` and six characters for a table. */
  readonly id: string;
  /** What people call it: the property's name, the tab's. */
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** The IANA time zone in which its days begin and end; left out, it is the spreadsheet's. */
  readonly zone?: string;
  /** Who connected it, whose sign-in it is asked with; left out where nobody said. */
  readonly by?: string;
}

/** That a dimension (or a table's column) has one of these values, or begins with one of them. */
export type FeedTest = { readonly dimension: string } & (
  | { readonly is: readonly string[] }
  | { readonly startsWith: readonly string[] }
);

/** What is taken for an input of a plan, and from where. Names are stored: none is renamed. */
export const feedFields = {
  /** The key of the input: `LEADS`, `CPL.cost`, `OWN_A.top`. */
  input: { is: 'code', pattern: /^[A-Z][A-Z0-9_]*(?:\.\w+)?$/, says: 'feeds' },
  account: { is: 'account', says: 'feeds' },
  /**
   * A metric of Google Analytics; the header of a table's column, whose numbers are totalled; `null`
   * counts the rows of a table (a list with one lead per row).
   */
  metric: { is: 'line', missing: null, says: 'feeds' },
  /** Only what passes every test counts. */
  only: { is: 'tests', says: 'feeds' },
  /** A dimension (a table's column) by which the numbers are also told apart; sums only. */
  split: { is: 'line', missing: null, says: 'feeds' },
} as const satisfies Fields;
export interface Feed extends FieldsOf<typeof feedFields> {}

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
