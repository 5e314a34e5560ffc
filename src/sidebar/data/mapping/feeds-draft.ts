import type { PlanView } from '../../../app/api/plan-api.ts';
import type { Account, Feed, FeedTest } from '../../../plan/model/feeds.ts';
import { inputsOfPlan, type PlanInput } from '../../../plan/model/inputs.ts';
import type { Plan } from '../../../plan/model/plan.ts';

/** What is being chosen for a plan and not saved yet. A feed may lack its metric (`''`), a test its values. */
export interface FeedsDraft {
  readonly plan: string;
  readonly revision: number;
  readonly feeds: readonly Feed[];
  readonly accounts: readonly Account[];
  /** What flowed in when it was begun, as JSON. */
  readonly before: string;
}

export const feedsDraftOf = ({ plan, revision }: PlanView): FeedsDraft => ({
  plan: plan.id,
  revision,
  feeds: plan.feeds,
  accounts: plan.accounts,
  before: flowOf(plan),
});

const flowOf = ({ feeds, accounts }: Pick<Plan, 'feeds' | 'accounts'>): string =>
  JSON.stringify([feeds, accounts]);

/** Whether something else flows in by now than when the draft was begun. */
export const isBehind = (draft: FeedsDraft, plan: Plan): boolean => flowOf(plan) !== draft.before;

/** The plan as it was when the draft was begun, as far as the draft is about it. */
export function planBefore({ before }: FeedsDraft, plan: Plan): Plan {
  const [feeds, accounts] = JSON.parse(before) as [Plan['feeds'], Plan['accounts']];
  return { ...plan, feeds, accounts };
}

/** The plan as the draft makes it. */
export const planWith = (draft: FeedsDraft, plan: Plan): Plan => ({
  ...plan,
  ...savedFeeds(draft, plan),
});

/** The same draft from what flows in by now. */
export const rebasedFeeds = (plan: Plan, now: PlanView): FeedsDraft => ({
  ...feedsDraftOf(now),
  feeds: plan.feeds,
  accounts: plan.accounts,
});

/** The inputs of a plan, as they are with what the draft lets flow in. */
export const inputsWith = (plan: Plan, draft: FeedsDraft | null): readonly PlanInput[] =>
  inputsOfPlan(draft ? { ...plan, feeds: draft.feeds } : plan);

export const isConnected = (input: string, { feeds }: Pick<FeedsDraft, 'feeds'>): boolean =>
  feeds.some((feed) => feed.input === input);

/** A newly connected place takes over what nobody else brings yet; connected again, only its facts are new. */
export function withAccount(
  draft: FeedsDraft,
  account: Account,
  proposals: readonly Feed[],
): FeedsDraft {
  const others = draft.accounts.filter(({ id }) => id !== account.id);
  const free = proposals.filter(({ input }) => !isConnected(input, draft));
  const accounts = [...others, account];
  return { ...draft, accounts, feeds: [...draft.feeds, ...free] };
}

export const withFeed = (draft: FeedsDraft, feed: Feed): FeedsDraft => ({
  ...draft,
  feeds: isConnected(feed.input, draft)
    ? draft.feeds.map((each) => (each.input === feed.input ? feed : each))
    : [...draft.feeds, feed],
});

export const withoutFeed = (draft: FeedsDraft, input: string): FeedsDraft => ({
  ...draft,
  feeds: draft.feeds.filter((feed) => feed.input !== input),
});

/** Without a place, and without all that flows in from it. */
export const withoutAccount = (draft: FeedsDraft, account: string): FeedsDraft => ({
  ...draft,
  feeds: draft.feeds.filter((feed) => feed.account !== account),
  accounts: draft.accounts.filter(({ id }) => id !== account),
});

export const emptyFeed = (input: string, account: string): Feed => ({
  input,
  account,
  metric: '',
  only: [],
  split: null,
});

export const valuesOf = (test: FeedTest): readonly string[] =>
  'is' in test ? test.is : test.startsWith;

export const withValues = (test: FeedTest, values: readonly string[]): FeedTest =>
  'is' in test
    ? { dimension: test.dimension, is: values }
    : { dimension: test.dimension, startsWith: values };

/** What of a feed is still to be chosen; a dimension by its name. */
export type MissingField = { readonly metric: true } | { readonly dimension: string };

export function missingIn({ metric, only }: Feed): MissingField | null {
  if (metric === '') return { metric: true };
  const empty = only.find((test) => test.dimension === '' || valuesOf(test).length === 0);
  return empty ? { dimension: empty.dimension } : null;
}

/** What is saved: feeds of inputs that the plan has, and the places they speak of. */
export function savedFeeds(
  draft: FeedsDraft,
  plan: Plan,
): { readonly feeds: readonly Feed[]; readonly accounts: readonly Account[] } {
  const keys = new Set(inputsWith(plan, draft).map(({ key }) => key));
  const feeds = draft.feeds.filter(({ input }) => keys.has(input));
  const accounts = draft.accounts.filter(({ id }) => feeds.some(({ account }) => account === id));
  return { feeds, accounts };
}

/**
 * What can only be spent cannot be negative; revenue can. What growth is set against, an earlier
 * period's revenue, has to be above 0 to be divided by, and is no cost for that.
 */
export const isCost = ({ unit, over, min, usedBy }: PlanInput): boolean =>
  unit === 'money' &&
  over === 'sum' &&
  min === 0 &&
  !usedBy.some(({ argument }) => argument === 'before');

/** Whether all costs are typed: what ads cost, what work costs. */
export function needsCosts(
  inputs: readonly PlanInput[],
  draft: Pick<FeedsDraft, 'feeds'>,
): boolean {
  const costs = inputs.filter(isCost);
  return costs.length > 0 && costs.every(({ key }) => !isConnected(key, draft));
}

/** Places whose money is of another currency than the plan's, where money flows in from them. */
export function inOtherCurrency(
  plan: Plan,
  { accounts, feeds }: Pick<FeedsDraft, 'accounts' | 'feeds'>,
): readonly Account[] {
  const money = new Set(
    inputsOfPlan({ ...plan, feeds })
      .filter(({ unit }) => unit === 'money' || unit === 'moneyEach')
      .map(({ key }) => key),
  );
  return accounts.filter(
    ({ id, currency }) =>
      currency !== plan.circumstances.currency &&
      feeds.some(({ account, input }) => account === id && money.has(input)),
  );
}
