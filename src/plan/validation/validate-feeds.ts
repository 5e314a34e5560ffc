import {
  type Account,
  type Feed,
  type FeedTest,
  feedFields,
  mostFeeds,
  mostTests,
  mostValues,
} from '../model/feeds.ts';
import { isRecord, lineOf, longestLine, type Readers } from './field-reader.ts';

/** What only the sources know of accounts and feeds; the registry answers it. */
export interface AccountRules {
  /** The account that a record describes, cleaned; `null` for what is none of any source. */
  readAccount(record: Readonly<Record<string, unknown>>): Account | null;
  /** Whether the account's source could be asked for that. */
  mayFeed(feed: Feed, account: Account): boolean;
}

/** Readers of what flows into a plan, and from where; each list counts whole or not at all. */
export const feedReaders = (rules: AccountRules) =>
  ({
    accounts(given) {
      const accounts = listOf(given, (each) => rules.readAccount(each));
      return accounts && isUnique(accounts.map(({ id }) => id)) ? accounts : null;
    },
    feeds(given, _, at) {
      const accounts = at.get('accounts') as readonly Account[] | null;
      const feeds = listOf(given, (each) => {
        const feed = at.whole(feedFields, each);
        const account = accounts?.find(({ id }) => id === feed?.account);
        return feed && account && rules.mayFeed(feed, account) ? feed : null;
      });
      return feeds && isUnique(feeds.map(({ input }) => input)) ? feeds : null;
    },
    account: (given) => (typeof given === 'string' ? given : null),
    tests: testsOf,
  }) satisfies Partial<Readers>;

/** A list of records of which each can be read. */
function listOf<T>(
  value: unknown,
  read: (each: Readonly<Record<string, unknown>>) => T | null,
): readonly T[] | null {
  if (!Array.isArray(value) || value.length > mostFeeds) return null;
  const found = value.flatMap((each: unknown) => (isRecord(each) ? (read(each) ?? []) : []));
  return found.length === value.length ? found : null;
}

const isUnique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

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
