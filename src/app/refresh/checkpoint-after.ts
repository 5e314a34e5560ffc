import type { Plan } from '../../plan/model/plan.ts';
import {
  accountIn,
  type Checkpoint,
  mappingHash,
  ofThisMapping,
} from '../data-sheet/checkpoint.ts';
import type { AccountResult } from './source-result.ts';

/** The state as far as it is of what the plan asks for: rows of anything else have gone. */
export const onlyOf = (plan: Plan, state: Checkpoint): Checkpoint => ({
  ...state,
  accounts: Object.fromEntries(
    plan.accounts
      .filter(({ id }) => Object.keys(state.accounts).includes(id))
      .filter(({ id }) => plan.feeds.some((feed) => feed.account === id))
      .map((account) => [
        account.id,
        ofThisMapping(accountIn(state, account.id), mappingHash(account, plan)),
      ]),
  ),
});

/** Of which inputs segments are put together with the rest, by account. */
export const withFolded = (
  state: Checkpoint,
  plan: Plan,
  folded: readonly string[],
): Checkpoint => ({
  ...state,
  accounts: Object.fromEntries(
    Object.entries(state.accounts).map(([id, account]) => {
      const fed = plan.feeds.filter((feed) => feed.account === id);
      const own = fed.flatMap(({ input }) => (folded.includes(input) ? [input] : []));
      return [id, { ...account, folded: own }];
    }),
  ),
});

export function stateAfter(
  before: Checkpoint,
  results: readonly AccountResult[],
  now: Pick<Checkpoint, 'counts' | 'days' | 'ranked' | 'anewMs' | 'places'> & {
    readonly damagedMs: number | null;
  },
): Checkpoint {
  const { counts, days, ranked, places, damagedMs } = now;
  const accounts = {
    ...before.accounts,
    ...Object.fromEntries(results.map(({ account, state }) => [account.id, state])),
  };
  const over = results.every((each) => each.over);
  const state = { serial: before.serial + 1, accounts, counts, days, ranked, places };
  if (damagedMs === null) return { ...state, anewMs: over ? null : now.anewMs };
  return { ...resetCheckpoints(state.accounts, state), anewMs: damagedMs };
}

/** The same, with everything to be fetched again that its source would still give. */
export const resetCheckpoints = <T extends object>(accounts: Checkpoint['accounts'], state: T) => ({
  ...state,
  accounts: Object.fromEntries(
    Object.entries(accounts).map(([id, account]) => [
      id,
      account.from === undefined
        ? { ...account, through: null, settled: null, fetchedMs: null, digests: '' }
        : { ...account, fetchedMs: null },
    ]),
  ),
});
