import type { Plan } from '../../plan/model/plan.ts';
import { Problem } from '../api/user-error.ts';
import { accountIn, checkpointNote, readCheckpoint } from '../data-sheet/checkpoint.ts';
import { serialMoment } from '../data-sheet/coverage.ts';
import type { Context } from '../ports/context.ts';
import { lettingGo } from './kept-days.ts';
import { writeData } from './write-refresh.ts';

/**
 * Takes off the sheets what may not be kept, because what they show is to be kept for good: a closed
 * quarter has a blank in its place, and the reason beside the input. Done already, it is done again
 * without harm. Says whether there was anything; refuses where it could not be taken off.
 */
export function letGo(plan: Plan, context: Context): boolean {
  const { spreadsheet, services, sources, say } = context;
  const accounts = plan.accounts.filter(
    (account) =>
      sources.of(account).keepDays !== undefined &&
      plan.feeds.some((feed) => feed.account === account.id),
  );
  if (accounts.length === 0) return false;
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
  if (stays) throw new Problem(say.stillKept({ title: titlesOf(plan, context) }));
  return true;
}

const titlesOf = (plan: Plan, { sources, language }: Context): string =>
  [
    ...new Set(
      plan.accounts
        .map((account) => sources.of(account))
        .filter(({ keepDays }) => keepDays !== undefined)
        .map((source) => source.words(language).title),
    ),
  ].join(', ');
