import { type Account, accountFor, type Feed, feedFor } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import type { SheetFacts } from '../layout/sheet-input.ts';

/** An input that flows in, and what its formulas depend on. */
export interface Fed {
  readonly input: PlanInput;
  readonly feed: Feed;
  readonly account: Account;
  /** The currency of amounts that are multiplied by its visible rate; `null` where none are. */
  readonly foreign: string | null;
  /**
   * Each of its numbers belongs to a single day, so that it can be totalled up to any day. Readings
   * are for their period, and the rows of a table may be for several days.
   */
  readonly daily: boolean;
}

export function fedOf(input: PlanInput, facts: Pick<SheetFacts, 'plan' | 'sources'>): Fed | null {
  const { plan, sources } = facts;
  const feed = feedFor(input.key, plan);
  const account = feed && accountFor(feed, plan);
  if (!feed || !account) return null;
  const money = input.unit === 'money' || input.unit === 'moneyEach';
  const foreign = money && account.currency !== plan.circumstances.currency;
  return {
    input,
    feed,
    account,
    foreign: foreign ? account.currency : null,
    daily: input.over !== 'whole' && sources.of(account).daily(account),
  };
}

/** The inputs of a plan that flow in, in the order of its columns. */
export const fedInputs = (facts: Pick<SheetFacts, 'plan' | 'inputs' | 'sources'>): readonly Fed[] =>
  facts.inputs.flatMap((input) => fedOf(input, facts) ?? []);

/** Currencies that need a rate, each once. */
export const foreignCurrencies = (
  facts: Pick<SheetFacts, 'plan' | 'inputs' | 'sources'>,
): readonly string[] => [...new Set(fedInputs(facts).flatMap(({ foreign }) => foreign ?? []))];

/**
 * What covered days are covered for: another feed, another account, other periods, and they say
 * nothing any more.
 */
export function coverageMark(
  { input, feed, account }: Pick<Fed, 'input' | 'feed' | 'account'>,
  { plan: { circumstances }, sources }: Pick<SheetFacts, 'plan' | 'sources'>,
): string {
  const { source, currency } = account;
  const place = sources.of(account).decisive(account);
  const periods = input.over === 'whole' ? [input.cadence, circumstances.weekStart] : [];
  return JSON.stringify([feed, source, currency, place, input.over, periods]);
}
