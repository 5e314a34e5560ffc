import {
  type Account,
  type Feed,
  type FeedTest,
  mostFeeds,
  mostTests,
  mostValues,
} from '../model/feeds.ts';
import { type FieldReader, isRecord, lineOf, longestLine } from './field-reader.ts';

/** What only the sources know of accounts and feeds; the registry answers it. */
export interface AccountRules {
  /** The account that a record describes, cleaned; `null` for what is none of any source. */
  readAccount(record: Readonly<Record<string, unknown>>): Account | null;
  /** Whether the account's source could be asked for that. */
  mayFeed(feed: Feed, account: Account): boolean;
}

/** The places that the feeds of a plan from outside speak of. */
export function validateAccounts(
  value: unknown,
  at: FieldReader,
  rules: AccountRules,
): readonly Account[] {
  const refused = () => {
    at.refuse('accounts', at.words.problems.feeds);
    return [];
  };
  if (value == null) return [];
  if (!Array.isArray(value) || value.length > mostFeeds) return refused();
  const read = value.map((each: unknown) => (isRecord(each) ? rules.readAccount(each) : null));
  const accounts = read.flatMap((each) => each ?? []);
  const unique = new Set(accounts.map(({ id }) => id)).size === accounts.length;
  return accounts.length === value.length && unique ? accounts : refused();
}

/** What flows into a plan from outside; an input has one feed. */
export function validateFeeds(
  value: unknown,
  accounts: readonly Account[],
  at: FieldReader,
  rules: AccountRules,
): readonly Feed[] {
  const refused = () => {
    at.refuse('feeds', at.words.problems.feeds);
    return [];
  };
  if (value == null) return [];
  if (!Array.isArray(value) || value.length > mostFeeds) return refused();
  const feeds = value.flatMap((each: unknown) =>
    isRecord(each) ? (feedOf(each, accounts, rules) ?? []) : [],
  );
  const unique = new Set(feeds.map(({ input }) => input)).size === feeds.length;
  return feeds.length === value.length && unique ? feeds : refused();
}

function feedOf(
  value: Readonly<Record<string, unknown>>,
  accounts: readonly Account[],
  rules: AccountRules,
): Feed | null {
  const input = lineOf(value.input);
  const account = accounts.find(({ id }) => id === value.account);
  if (!input || !account || !/^[A-Z][A-Z0-9_]*(?:\.\w+)?$/.test(input)) return null;
  const metric = value.metric === null ? null : lineOf(value.metric);
  const split = value.split == null ? null : lineOf(value.split);
  const only = testsOf(value.only);
  if (metric === '' || split === '' || !only) return null;
  const feed = { input, account: account.id, metric, only, split };
  return rules.mayFeed(feed, account) ? feed : null;
}

function testsOf(value: unknown): readonly FeedTest[] | null {
  if (!Array.isArray(value) || value.length > mostTests) return null;
  const tests = value.flatMap((each: unknown): FeedTest[] => {
    if (!isRecord(each)) return [];
    const dimension = lineOf(each.dimension);
    const is = valuesOf(each.is);
    const startsWith = valuesOf(each.startsWith);
    if (!dimension || (is === null) === (startsWith === null)) return [];
    return is ? [{ dimension, is }] : startsWith ? [{ dimension, startsWith }] : [];
  });
  return tests.length === value.length ? tests : null;
}

function valuesOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > mostValues) return null;
  const texts: readonly unknown[] = value;
  const good = texts.filter(
    (each): each is string => typeof each === 'string' && each.length <= longestLine,
  );
  return good.length === texts.length ? good : null;
}
