import type { Feed } from '../../../src/plan/model/feeds.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import type { PropertyAccount } from '../../../src/sources/ga4/account.ts';
import { type FeedProposal, proposedFeed } from '../../../src/sources/ga4/propose.ts';
import type { TableAccount } from '../../../src/sources/table/account.ts';

/** An input that flows in whole; a test says from where, and what differs. */
export const feedOf = (
  input: string,
  given: Partial<Feed> & Pick<Feed, 'account' | 'metric'>,
): Feed => ({
  input,
  only: [],
  split: null,
  ...given,
});

/** A property of Google Analytics in Vietnam; a test says which, and what differs. */
export const propertyOf = (
  id: string,
  name: string,
  given: Partial<PropertyAccount> = {},
): PropertyAccount => ({
  source: 'ga4',
  id,
  name,
  currency: 'VND',
  zone: 'Asia/Ho_Chi_Minh',
  ...given,
});

/** A tab of the spreadsheet whose rows are single days; a test says what differs. */
export const tableOf = (given: Partial<TableAccount> = {}): TableAccount => ({
  source: 'table',
  id: 'table-abc123',
  name: 'Ads',
  currency: 'VND',
  sheet: 7,
  day: 'Ngày',
  lastDay: null,
  order: 'dayFirst',
  before: 'unknown',
  ...given,
});

/** What is proposed for every input of a plan that Google Analytics knows. */
export const proposedFeeds = (
  plan: Pick<Plan, 'kpis' | 'own' | 'feeds'>,
  account: string,
): readonly FeedProposal[] =>
  inputsOfPlan(plan).flatMap((input) => proposedFeed(input, account) ?? []);

/** The plan with all that one property knows of it: what the user is asked for, and what is told apart. */
export function fedFrom(
  bare: Plan,
  account: PropertyAccount,
  asked: Readonly<Record<string, string>>,
  splits: (feed: Feed) => boolean,
): Plan {
  const plan = { ...bare, accounts: [account] };
  const feeds = proposedFeeds(plan, account.id).map(({ feed, asks }) => ({
    ...feed,
    only: [
      ...feed.only,
      ...asks.map((dimension) => ({ dimension, is: [asked[dimension] ?? dimension] })),
    ],
    split: splits(feed) ? 'sessionDefaultChannelGroup' : null,
  }));
  return { ...plan, feeds };
}
