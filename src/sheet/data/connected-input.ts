import { type Account, accountFor, type Feed, feedFor } from '../../plan/model/feeds.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import type { SheetInput } from '../layout/sheet-input.ts';

/** An input that flows in, and what its formulas depend on. */
export interface ConnectedInput {
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

export function connectedInput(
  input: PlanInput,
  facts: Pick<SheetInput, 'plan' | 'sources'>,
): ConnectedInput | null {
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
export const connectedInputs = (
  facts: Pick<SheetInput, 'plan' | 'inputs' | 'sources'>,
): readonly ConnectedInput[] => facts.inputs.flatMap((input) => connectedInput(input, facts) ?? []);

/** Currencies that need a rate, each once. */
export const foreignCurrencies = (
  facts: Pick<SheetInput, 'plan' | 'inputs' | 'sources'>,
): readonly string[] => [
  ...new Set(connectedInputs(facts).flatMap(({ foreign }) => foreign ?? [])),
];

/**
 * What covered days are covered for: another feed, another account, other periods, and they say
 * nothing any more.
 */
export function coverageMark(
  { input, feed, account }: Pick<ConnectedInput, 'input' | 'feed' | 'account'>,
  { plan: { circumstances }, sources }: Pick<SheetInput, 'plan' | 'sources'>,
): string {
  const { source, currency } = account;
  const place = sources.of(account).decisive(account);
  const periods = input.over === 'whole' ? [input.cadence, circumstances.weekStart] : [];
  return JSON.stringify([feed, source, currency, place, input.over, periods]);
}
