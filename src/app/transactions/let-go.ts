import type { Account } from '../../plan/model/feeds.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { Problem } from '../api/user-error.ts';
import {
  accountIn,
  checkpointNote,
  mappingHash,
  readCheckpoint,
} from '../data-sheet/checkpoint.ts';
import { serialMoment } from '../data-sheet/coverage.ts';
import { lettingGo } from '../data-sheet/kept-days.ts';
import type { Context } from '../ports/context.ts';
import { writeData } from '../refresh/write-refresh.ts';

/**
 * Before what the sheets show is kept for good: a closed quarter has a blank in the place of what may
 * not be kept, and the reason beside the input. Done already, it is done again without harm. Says
 * whether there was anything; refuses where it could not be taken off.
 */
export const letAllGo = (plan: Plan, context: Context): boolean =>
  takeOff(plan, passing(plan, context), context);

/**
 * Before a plan is changed: what came of an account that brings something else from now on, or nothing,
 * is not fetched again, and would stay on the data sheets for good.
 */
export function letChangedGo(plan: Plan, after: Plan, context: Context): boolean {
  const changed = passing(plan, context).filter((account) => {
    const next = after.accounts.find(({ id }) => id === account.id);
    return !next || mappingHash(next, after) !== mappingHash(account, plan);
  });
  return takeOff(plan, changed, context);
}

/** The accounts into a plan whose numbers may not stay. */
const passing = (plan: Plan, { sources }: Context): readonly Account[] =>
  plan.accounts.filter(
    (account) =>
      sources.of(account).keepDays !== undefined &&
      plan.feeds.some((feed) => feed.account === account.id),
  );

function takeOff(plan: Plan, accounts: readonly Account[], context: Context): boolean {
  if (accounts.length === 0) return false;
  const { spreadsheet, services, sources, language, say } = context;
  const notes = spreadsheet.notes();
  const state = readCheckpoint(notes[checkpointNote(plan.id)]);
  const ms = services.nowMs();
  const text = services.momentIn(services.zone(), ms);
  const written = writeData(
    {
      id: plan.id,
      results: accounts.map((account) => {
        const known = accountIn(state, account.id);
        return lettingGo(plan, account, { ...known, trouble: null }, context);
      }),
      moment: { ms, text, serial: serialMoment(text) },
      anewMs: state.anewMs,
    },
    notes,
    context,
  );
  // The data sheet is gone, and the numbers with it.
  if (written === 'noPlace') return true;
  const stays = !written || written.results.some(({ state: { trouble } }) => trouble !== null);
  if (!stays) return true;
  const titles = accounts.map((account) => sources.of(account).words(language).title);
  throw new Problem(say.stillKept({ title: [...new Set(titles)].join(', ') }));
}
