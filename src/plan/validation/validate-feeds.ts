import {
  type Account,
  type Feed,
  type FeedTest,
  mostFeeds,
  mostTests,
  mostValues,
} from '../model/feeds.ts';
import { cleanText, type Gate, isRecord } from './field-reader.ts';

/** Titles of pages and campaigns can be long; nothing we keep of them is longer. */
const longestValue = 300;
const longestZone = 64;
const property = /^properties\/\d{1,20}$/;
const table = /^table-[a-z0-9]{6}$/;
const metricName = /^[A-Za-z][\w:-]{0,99}$/;
const orders = ['dayFirst', 'monthFirst', 'yearFirst'] as const;

/** The places that the feeds of a plan from outside speak of. */
export function checkAccounts(value: unknown, at: Gate): readonly Account[] {
  const refused = () => {
    at.refuse('accounts', at.words.problems.feeds);
    return [];
  };
  if (value == null) return [];
  if (!Array.isArray(value) || value.length > mostFeeds) return refused();
  const read = value.map((each: unknown) => (isRecord(each) ? accountOf(each) : null));
  const accounts = read.flatMap((each) => each ?? []);
  const unique = new Set(accounts.map(({ id }) => id)).size === accounts.length;
  return accounts.length === value.length && unique ? accounts : refused();
}

function accountOf(value: Readonly<Record<string, unknown>>): Account | null {
  const { source, id, sheet, order } = value;
  const name = textOf(value.name);
  const currency = textOf(value.currency);
  if (name === null || currency === null || !/^[A-Z]{3}$/.test(currency)) return null;
  if (source === 'ga4') {
    const zone = textOf(value.zone);
    if (typeof id !== 'string' || !property.test(id)) return null;
    return zone && zone.length <= longestZone ? { source, id, name, currency, zone } : null;
  }
  if (source !== 'table' || typeof id !== 'string' || !table.test(id)) return null;
  const day = textOf(value.day);
  const lastDay = value.lastDay === null ? null : textOf(value.lastDay);
  const read = orders.find((each) => each === order);
  if (!day || lastDay === '' || !read || typeof sheet !== 'number') return null;
  if (!Number.isInteger(sheet) || sheet < 0) return null;
  const before = value.before === 'nothing' ? 'nothing' : 'unknown';
  return { source, id, name, currency, sheet, day, lastDay, order: read, before };
}

/** What flows into a plan from outside; an input has one feed. */
export function checkFeeds(
  value: unknown,
  accounts: readonly Account[],
  at: Gate,
): readonly Feed[] {
  const refused = () => {
    at.refuse('feeds', at.words.problems.feeds);
    return [];
  };
  if (value == null) return [];
  if (!Array.isArray(value) || value.length > mostFeeds) return refused();
  const feeds = value.flatMap((each: unknown) =>
    isRecord(each) ? (feedOf(each, accounts) ?? []) : [],
  );
  const unique = new Set(feeds.map(({ input }) => input)).size === feeds.length;
  return feeds.length === value.length && unique ? feeds : refused();
}

function feedOf(
  value: Readonly<Record<string, unknown>>,
  accounts: readonly Account[],
): Feed | null {
  const input = textOf(value.input);
  const account = accounts.find(({ id }) => id === value.account);
  if (!input || !account || !/^[A-Z][A-Z0-9_]*(?:\.\w+)?$/.test(input)) return null;
  const metric = value.metric === null ? null : textOf(value.metric);
  const split = value.split == null ? null : textOf(value.split);
  const only = testsOf(value.only);
  if (metric === '' || split === '' || !only) return null;
  const names = [metric, split, ...only.map(({ dimension }) => dimension)];
  if (account.source === 'ga4') {
    if (metric === null || !names.every((name) => name === null || metricName.test(name))) {
      return null;
    }
  }
  return { input, account: account.id, metric, only, split };
}

function testsOf(value: unknown): readonly FeedTest[] | null {
  if (!Array.isArray(value) || value.length > mostTests) return null;
  const tests = value.flatMap((each: unknown): FeedTest[] => {
    if (!isRecord(each)) return [];
    const dimension = textOf(each.dimension);
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
    (each): each is string => typeof each === 'string' && each.length <= longestValue,
  );
  return good.length === texts.length ? good : null;
}

/** A name on one line, as it stands in a header; `null` for what is none. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > longestValue) return null;
  return cleanText(value);
}
